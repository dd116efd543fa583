"""A screen that is touched: a finger selects, opens, moves and asks for the menu, and two of them enlarge the map."""
import functools
import os
import time

import gi

import hand
from cases import case, run
from program import has_state, is_pressed, until

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

WHO, OTHER = "Lead university (medical school)", "Host teaching hospital trust"


@functools.cache
def fingers():
    """The driver takes one hand in the life of a screen."""
    return hand.Hand(os.environ["RAPPORT_FINGERS"])


def start(program):
    path = program.example("a")
    program.start(path)
    program.canvas()
    return path, fingers()


def place(program, name):
    return program.at_rest(program.find(name, "list item"))


def moved(program, name, before):
    return [b - a for a, b in zip(before, place(program, name))]


def is_near(got, wanted, slack=4):
    return all(abs(a - b) <= slack for a, b in zip(got, wanted))


def near(got, wanted, slack=4):
    assert is_near(got, wanted, slack), "%r is not about %r" % (got, wanted)


def expect_moved(program, name, before, wanted, slack=4):
    """It may be seen on its way."""
    until(lambda: is_near(moved(program, name, before), wanted, slack),
          lambda: "%s to have moved by %r; it has by %r" % (name, wanted, moved(program, name, before)))


def is_selected(program, name):
    return has_state(program.find(name, "list item"), Atspi.StateType.SELECTED)


@case
def a_finger_selects_and_two_taps_open(program):
    path, touch = start(program)
    touch.tap(place(program, WHO))
    until(lambda: is_selected(program, WHO), "who was touched to be selected")
    touch.tap(place(program, OTHER))
    until(lambda: is_selected(program, OTHER) and not is_selected(program, WHO), "the other to be selected")
    # Longer than between two taps that belong together.
    time.sleep(.6)
    where = place(program, OTHER)
    touch.tap(where)
    touch.tap(where)
    program.expect_focus("Name of the stakeholder")
    program.expect_undo(None)


@case
def a_button_is_pressed_by_a_finger(program):
    path, touch = start(program)
    assert not is_pressed(program.find("Power", "push button"))
    touch.tap(program.middle(program.find("Power", "push button")))
    until(lambda: is_pressed(program.find("Power", "push button")), "power to be on show")


@case
def a_finger_that_rests_opens_the_menu(program):
    path, touch = start(program)
    finger = touch.down(place(program, WHO))
    program.find("Link to…", "menu item")
    touch.up(finger)
    assert is_selected(program, WHO)
    program.key("Escape")
    program.gone("Link to…", "menu item")
    program.expect_undo(None)


@case
def one_finger_moves_the_map_or_whoever_it_takes_hold_of(program):
    path, touch = start(program)
    before = place(program, WHO)
    empty = program.on_map(60, 1040)
    touch.drag(empty, (empty[0] + 60, empty[1] - 90))
    expect_moved(program, WHO, before, (60, -90))
    program.expect_undo(None)
    other, before = place(program, OTHER), place(program, WHO)
    touch.drag(before, (before[0] + 40, before[1] + 25))
    program.expect_undo("Move 1 stakeholder")
    expect_moved(program, WHO, before, (40, 25), 12)
    near(moved(program, OTHER, other), (0, 0))
    program.save()


@case
def two_fingers_enlarge_the_map_and_move_it_along(program):
    path, touch = start(program)
    a, b = place(program, WHO), place(program, OTHER)
    middle = program.on_map(790, 594)
    touch.pinch(middle, 100, 200)
    expect_moved(program, WHO, a, [p - m for m, p in zip(middle, a)], 12)
    now, other = place(program, WHO), place(program, OTHER)
    near([now[0] - other[0], now[1] - other[1]], [2 * (a[0] - b[0]), 2 * (a[1] - b[1])], 12)
    near(now, [m + 2 * (p - m) for m, p in zip(middle, a)], 12)
    one, two = touch.down((middle[0] - 60, middle[1])), touch.down((middle[0] + 60, middle[1]))
    touch.move({one: (middle[0] - 10, middle[1] + 40), two: (middle[0] + 110, middle[1] + 40)})
    touch.up(one)
    touch.up(two)
    expect_moved(program, WHO, now, (50, 40), 8)
    assert not is_selected(program, WHO)
    program.expect_undo(None)


run(touch=True)
