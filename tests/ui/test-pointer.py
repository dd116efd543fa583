"""The whole work by the pointer alone, where only names are typed; and nothing ever asks in a window of its own."""
import os

import fixture
from cases import Skip, case, equal, run
from program import until

# On the page, one a wedge, as the wheel of a new map has them.
PLACES = [(400, 400), (1060, 300), (1330, 720), (700, 960)]
# On the paper outside the wheel.
NOWHERE = (1760, 900)
# The same, where no card hangs down to.
TOP = (1720, 60)


class Windows:
    """That no window comes up beside the one; cards belong to it."""

    def __init__(self, program):
        self.program = program
        self.looks = 0

    def check(self):
        self.looks += 1
        equal([frame.get_name() for frame in self.program.frames()], ["New map"])


def begin(program):
    program.point_at("New map", "push button")
    program.point_at("Our own question", "push button")
    program.expect_focus("The question that this map is to answer")
    program.type(fixture.QUESTION)
    program.click(*program.on_map(*NOWHERE))
    program.expect_undo("Change the question")


def add_stakeholders(program, windows):
    for (name, sector, _), place in zip(fixture.STAKEHOLDERS, PLACES):
        program.double_click(*program.on_map(*place), "Name of the stakeholder")
        until(lambda: program.find("Name of the stakeholder", "text").get_description().startswith(sector), sector)
        windows.check()
        program.type(name)
        program.click(*program.on_map(*NOWHERE))
        program.expect_undo("Add “%s”" % name)


def say_influence(program, windows):
    program.point_at("Influence", "push button")
    for name, _, influence in fixture.STAKEHOLDERS:
        program.click_discs(name)
        card = program.find("Influence of " + name, "panel")
        windows.check()
        program.click(*program.at_rest(program.find("%d of 5" % influence, "push button", within=card)))
        until(lambda: "influence %d of 5" % influence in program.find(name, "list item").get_description(), name)
        program.gone("Influence of " + name, "panel")


def draw_link(program, a, b):
    x, y = program.middle(program.find(a, "list item"))
    width = program.box(program.find(a, "list item"))[2]
    to_x, to_y = program.middle(program.find(b, "list item"))
    side = 1 if to_x > x else -1
    program.drag((x + side * (width // 2 + 3), y), (to_x, to_y))
    program.expect_undo("Link two stakeholders")


# How to say the level in words, as its place in the card is called.
LEVELS = ["0, none", "1, a little", "2, some", "3, a lot"]


def answer(program, question, name, level):
    row = program.find("%s %s" % (name, question), "panel")
    program.click(*program.at_rest(program.find(LEVELS[int(level)], "push button", within=row)))


def judge_link(program, windows, a, b, answers):
    program.click_link(a, b)
    program.find("%s gives" % a, "panel")
    windows.check()
    for question, digits in (("gives", answers[:2]), ("can decide or say no", answers[2:])):
        for name, level in zip((a, b), digits):
            answer(program, question, name, level)
            program.expect_undo("Answer what “%s” %s" % (name, question.split(" or ")[0]))
    program.click(*program.on_map(*TOP))
    program.gone("%s gives" % a, "panel")


def mark_tensions(program, windows, name):
    """All four on one stakeholder, at the places that show themselves while a tension is on show."""
    for number, tension in enumerate(["Narratives", "Power and reciprocity", "Language", "People and structures"], 1):
        program.point_at("%d %s" % (number, tension), "push button")
        program.click(*program.middle(program.find(name, "list item")))
        place = "Mark tension %d, %s. Felt here: %s" % (number, tension, name)
        program.find(place, "push button")
        program.point_at(place, "push button")
        program.point_at("It is felt here", "push button")
        program.expect_undo("Mark a tension")
        windows.check()
        program.click(*program.on_map(*NOWHERE))
        program.gone("Take it off", "push button")


@case
def four_stakeholders_are_drawn_by_the_pointer_alone(program):
    path = os.path.join(program.folder, "pointer.rapport")
    program.start()
    if not program.knows_places():
        raise Skip("this version of the toolkit does not say where small things are")
    windows = Windows(program)
    begin(program)
    add_stakeholders(program, windows)
    say_influence(program, windows)
    program.point_at("Give and get", "push button")
    program.point_at("Power", "push button")
    for a, b, _ in fixture.LINKS:
        draw_link(program, a, b)
        windows.check()
    for a, b, answers in fixture.LINKS:
        judge_link(program, windows, a, b, answers)
    print("# measure 2: one window at each of %d looks: no dialog opened" % windows.looks, flush=True)
    equal(program.presses, 0)
    # The one window that is the desktop's: where to put the file.
    program.point_at("Save", "push button")
    program.answer_file_dialog(path)
    program.expect_state("Saved")
    equal(fixture.without_ids_and_places(path), fixture.without_ids_and_places(fixture.PATH))

    mark_tensions(program, windows, "Community group")
    program.point_at("Save", "push button")
    program.expect_state("Saved")
    equal(program.tensions(path), [(word, "Community group") for word in fixture.TENSIONS])


run()
