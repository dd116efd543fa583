"""Preferences, and what is remembered from one run to the next."""
import os
import subprocess

from cases import case, equal, run
from program import is_pressed, read, until, xdotool

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

import room  # noqa: E402

SMALLER = 900, 600


def switch(program, name, on):
    program.key("ctrl+comma")
    toggle = program.find(name, "check box")
    equal(is_pressed(toggle), not on)
    program.go("Tab", lambda: program.look(name, "list item", has=Atspi.StateType.FOCUSED), name)
    program.key("Return")
    until(lambda: is_pressed(toggle) == on, "%r to be switched" % name)
    program.key("Escape")
    program.gone(name, "check box")


def shows(program, question):
    return is_pressed(program.find(question))


def brightness(program, name):
    """Of the whole screen, 0 to 1."""
    path = os.path.join(program.folder, name + ".png")
    program.picture(path)
    said = subprocess.run(["convert", path, "-resize", "1x1!", "-format", "%[fx:mean]", "info:"], check=True,
                          capture_output=True, text=True).stdout
    return float(said)


def choose_appearance(program, name):
    program.key("ctrl+comma")
    program.find("Appearance")
    program.choose_in_row("Appearance", name)
    program.key("Escape")
    program.gone("Appearance")


@case
def single_letters_can_be_switched_off(program):
    path = program.example("a")
    program.start(path)
    program.canvas()
    switch(program, "Single-letter keys", False)
    before = [shows(program, q) for q in ("Give and get", "Power", "Influence")]
    program.click(*program.at_rest(program.find("Ambulance trust", "list item", within=program.canvas())))
    program.key("p", "i", "5", "asterisk", "a", "l")
    # What comes after them is done after them.
    program.key("F9")
    program.key("F9")
    equal([shows(program, q) for q in ("Give and get", "Power", "Influence")], before)
    equal(program.undo_words(), None)
    switch(program, "Single-letter keys", True)
    program.click(*program.at_rest(program.find("Mental health trust", "list item", within=program.canvas())))
    program.key("p")
    until(lambda: shows(program, "Power"), "the question to be on show")


@case
def letters_do_not_black_out_the_room_by_mistake(program):
    program.start(program.example("c"))
    program.canvas()
    switch(program, "Single-letter keys", False)
    program.act("win.present-in-window")
    room.says(program, "15 stakeholders")
    program.focus_editor("A neighbourhood programme")
    program.key("b", "h")
    # What comes after them is done after them. The outline may have come or gone: Escape leads back to the map.
    program.key("F9")
    program.key("F9")
    program.key("Escape")
    program.expect_focus("Map")
    room.says(program, "15 stakeholders")
    switch(program, "Single-letter keys", True)
    program.focus_editor("A neighbourhood programme")
    program.key("b")
    room.says(program, "Nothing is shown", name=True)
    program.key("b")
    room.says(program, "15 stakeholders")


@case
def what_is_chosen_is_there_the_next_time(program):
    path = program.example("a")
    keep = {"GSETTINGS_BACKEND": "keyfile"}
    program.start(path, **keep)
    program.canvas()
    switch(program, "Less motion", True)
    # The screen is black before the window is painted.
    light = until(lambda: max(0, brightness(program, "light") - .3), "the window to be painted") + .3
    choose_appearance(program, "Dark")
    until(lambda: brightness(program, "dark") < light - .2, "it to be dark")
    window = program.main_window_id()
    xdotool("windowsize", "--sync", window, *SMALLER)
    until(lambda: program.box(program.frame())[2] < SMALLER[0] + 1, "the smaller window")
    size = program.box(program.frame())[2:]
    program.quit()
    program.start(path, **keep)
    program.canvas()
    until(lambda: program.box(program.frame())[2:] == size, lambda: "%r; it is %r" % (size, program.box(program.frame())))
    program.key("ctrl+comma")
    assert is_pressed(program.find("Less motion", "check box"))
    equal(program.chosen_in_row("Appearance"), "Dark")
    program.key("Escape")


@case
def where_a_map_was_opened_the_next_is_looked_for(program):
    folder = os.path.join(program.folder, "maps of the board")
    os.mkdir(folder)
    program.start(GSETTINGS_BACKEND="keyfile")
    program.press("New map")
    program.find("Map", "list")
    program.key("Escape")
    program.save_as(os.path.join(folder, "ours.rapport"))
    with open(os.path.join(program.folder, "config", "glib-2.0", "settings", "keyfile"), encoding="utf-8") as f:
        assert "recent-folder='%s'" % folder in f.read()
    program.key("ctrl+o")
    program.find("maps of the board")
    program.key("Escape")


@case
def without_a_schema_it_runs_and_forgets(program):
    path = program.example("a")
    program.start(path, GSETTINGS_SCHEMA_DIR="/nonexistent", XDG_DATA_DIRS="/nonexistent:/usr/share")
    program.canvas()
    # The screen is black before the window is painted.
    light = until(lambda: max(0, brightness(program, "light") - .3), "the window to be painted") + .3
    choose_appearance(program, "Dark")
    until(lambda: brightness(program, "dark") < light - .2, "it to be dark")
    choose_appearance(program, "High contrast")
    until(lambda: abs(brightness(program, "contrast") - light) < .1, "it to be light again")
    equal(read(path).tag, "map")


run()
