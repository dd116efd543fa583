"""The small picture of the whole map is there while not all of it is in view, and leads to the rest."""
from cases import case, equal, run
from program import until

WORDS = "The whole map, and the part of it that is in view"


LEFT, RIGHT = "Public and patient panel", "Strategic health authority"


def in_view(program, name):
    """What is out of view is not told of."""
    return program.look(name, "list item", within=program.canvas()) is not None


@case
def it_comes_with_the_zoom_and_goes_with_the_whole_map(program):
    program.start(program.example("a"))
    program.canvas()
    equal(program.look(WORDS), None)
    program.key("ctrl+plus", "ctrl+plus", "ctrl+plus", "ctrl+plus")
    program.find(WORDS)
    program.key("ctrl+0")
    program.gone(WORDS)
    equal(program.undo_words(), None)


@case
def a_click_and_a_drag_on_it_bring_another_part(program):
    program.start(program.example("a"))
    canvas = program.canvas()
    program.key("ctrl+plus", "ctrl+plus", "ctrl+plus", "ctrl+plus")
    small = program.find(WORDS)
    x, y, width, height = program.box(small)
    left, top = program.origin()
    one = left + x + width // 6, top + y + height * 3 // 5
    program.click(*one)
    until(lambda: in_view(program, LEFT) and not in_view(program, RIGHT), "what is at the left")
    program.drag(one, (left + x + width * 7 // 10, one[1]))
    until(lambda: in_view(program, RIGHT) and not in_view(program, LEFT), "what is at the right")
    cx, cy, cwidth, cheight = program.box(canvas)
    assert x >= cx and x + width <= cx + cwidth and y + height <= cy + cheight, (x, y, width, height)
    equal(program.undo_words(), None)


run()
