"""A ring shows where a link is drawn from, and whom it would end on."""
import os

from cases import case, run
from pixels import Pixels
from program import until, xdotool

#: As pixels have them, or nearly so: blue, green, red.
QUIET, FULL = (242, 204, 171), (217, 112, 28)


def rings(place, reach=30):
    """How many pixels about a place on the screen have the colour of a quiet ring, and how many that of a full one."""
    pixels = Pixels(os.environ["DISPLAY"])
    data = pixels.take(place[0] - reach, place[1] - reach, 2 * reach, 2 * reach)
    pixels.close()
    found = [data[i:i + 3] for i in range(0, len(data), 4)]
    return [sum(all(abs(a - b) < 3 for a, b in zip(pixel, colour)) for pixel in found) for colour in (QUIET, FULL)]


def wait_for(place, quiet, full):
    def is_so():
        some_quiet, some_full = rings(place)
        return (some_quiet > 100) == quiet and (some_full > 100) == full
    until(is_so, "a quiet ring: %s, a full one: %s" % (quiet, full))


def point_at(x, y):
    xdotool("mousemove", x - 1, y - 1, "sleep", .05, "mousemove", x, y)


def opened(program):
    path = program.example("a")
    program.start(path)
    program.find("Map", "list")
    places = program.places(path)
    return places["Design research group"], places["City council, adult care and public health"], places


@case
def it_appears_round_whoever_is_below_the_pointer(program):
    (x, y, half), other, _ = opened(program)
    place, away = program.on_map(x, y), program.on_map(60, 300)
    point_at(*away)
    wait_for(place, False, False)
    point_at(*place)
    wait_for(place, True, False)
    point_at(*program.on_map(x, y + half + 3))
    wait_for(place, False, True)
    wait_for(program.on_map(*other[:2]), False, False)
    point_at(*away)
    wait_for(place, False, False)


@case
def a_link_that_is_drawn_shows_whom_it_would_end_on(program):
    (x, y, half), other, _ = opened(program)
    start, end = program.on_map(x, y + half + 3), program.on_map(*other[:2])
    point_at(*start)
    xdotool("mousedown", 1)
    for part in range(1, 9):
        xdotool("mousemove", *(round(a + (b - a) * part / 8) for a, b in zip(start, end)))
    wait_for(end, False, True)
    # Keys that are pressed "clear of modifiers" let go of the mouse as well.
    xdotool("key", "Escape", "sleep", .2, "mouseup", 1)
    program.expect_undo(None)
    program.drag(start, end)
    program.expect_undo("Link two stakeholders")
    program.save()


@case
def somebody_is_moved_by_the_name(program):
    opened(program)
    x, y = program.at_rest(program.find("Lead university (medical school)", "list item"))
    program.drag((x - 45, y - 31), (x - 65, y - 71))
    program.expect_undo("Move 1 stakeholder")
    program.save()


run()
