"""The map for the room on the only screen there is: clickers, black, hold, edits, and nothing that is not for the room."""
import os
import shutil

import room
from cases import case, equal, holds, run
from program import read, until

EDITOR = "A neighbourhood programme"


def put_in_workshop(program):
    program.key("F8")
    program.point_at("Put in a workshop")
    program.find("12. Close")


@case
def f5_fills_the_screen_and_escape_returns(program):
    program.start(program.example("c"))
    program.canvas()
    program.key("F5")
    room.takes_keyboard(program)
    room.says(program, "15 stakeholders")
    until(lambda: room.place(program) == (0, 0, 1280, 1024), lambda: "all of the screen: %r" % (room.place(program),))
    until(lambda: program.frame(EDITOR) is None
          or not room.state(program.frame(EDITOR), "SHOWING"), "the editor to make room")
    program.key("Escape")
    program.find("Map", "list")
    until(lambda: room.frame(program) is None, "the room's window to go")
    program.expect_undo(None)


@case
def a_clicker_goes_through_a_workshop(program):
    path = program.example("c")
    program.start(path)
    program.canvas()
    put_in_workshop(program)
    program.expect_undo("Add the steps of a workshop")
    program.save()
    equal(len(read(path).findall("steps/step")), 12)
    program.key("F5")
    room.takes_keyboard(program)
    room.says(program, "0 stakeholders")
    program.key("Page_Down")
    room.says(program, "Academia (3)")
    program.key("Right", "Down", "space")
    room.says(program, "Third sector (")
    program.key("Page_Up")
    room.says_no_more(program, "Third sector (")
    program.key("b")
    room.says(program, "Nothing is shown", name=True)
    equal(room.image(program).get_description(), "")
    program.key("period")
    room.says(program, "Academia (3)")
    program.key("b", "Escape")
    room.says(program, "Academia (3)")
    program.key("End")
    room.says(program, "15 stakeholders")
    program.key("Home")
    room.says(program, "0 stakeholders")
    program.key("F5")
    room.takes_keyboard(program)
    program.key("Escape")
    program.find("Map", "list")


@case
def nothing_that_is_not_for_the_room_reaches_it(program):
    path = os.path.join(program.folder, "kept.rapport")
    shutil.copy(os.path.join(program.root, "tests", "maps", "valid", "everything.rapport"), path)
    count = room.put_canaries(path)
    assert count > 2, count
    program.start(path)
    program.canvas()
    program.key("F5")
    room.takes_keyboard(program)
    room.says(program, "stakeholder")
    said = ""
    for _ in range(12):
        said += room.heard(program)
        program.key("Page_Down")
    program.key("s", "z", "w", "k", "plus", "c")
    said += room.heard(program)
    holds(said, "stakeholder")
    assert room.CANARY not in said, said
    assert path not in said and "kept" not in said and "Undo" not in said, said
    program.key("Escape")
    program.find("Map", "list")


@case
def a_window_for_calls_follows_the_editor_unless_it_is_held(program):
    program.start(program.example("c"))
    program.canvas()
    program.act("win.present-in-window")
    room.says(program, "Influence 4 of 5: Collaboration core team")
    program.act("win.hold", EDITOR)
    program.find("Held: the room still sees what it saw, whatever you do here.")
    program.press("Influence")
    program.find("Give and get")
    holds(room.heard(program), "Influence 4 of 5: Collaboration core team")
    program.act("win.hold", EDITOR)
    room.says_no_more(program, "Influence 4 of 5")
    program.act("win.stop-presenting", EDITOR)
    until(lambda: room.frame(program) is None, "the room's window to go")


@case
def on_one_screen_keys_edit_only_after_edit_here(program):
    path = program.example("c")
    program.start(path)
    program.canvas()
    program.key("F5")
    room.takes_keyboard(program)
    room.says(program, "15 stakeholders")
    program.key("a", "Escape")
    program.find("Map", "list")
    program.expect_undo(None)
    program.key("F5")
    room.takes_keyboard(program)
    room.says(program, "15 stakeholders")
    program.key("e")
    program.find("The room sees this screen")
    program.expect_focus("Map")
    program.key("a")
    program.expect_focus("Name of the stakeholder")
    program.type("Food bank e")
    program.key("Return", "Escape")
    program.gone("Name of the stakeholder")
    program.press("Stop editing (Esc)")
    program.gone("The room sees this screen")
    room.takes_keyboard(program)
    room.says(program, "Food bank e")
    program.key("Escape")
    program.expect_undo("Add “Food bank e”")
    program.save()
    holds([s.findtext("label") for s in read(path).findall("stakeholders/stakeholder")], "Food bank e")


@case
def nothing_that_is_not_for_the_room_comes_up_while_it_is_edited_here(program):
    path = os.path.join(program.folder, "kept.rapport")
    shutil.copy(os.path.join(program.root, "tests", "maps", "valid", "everything.rapport"), path)
    assert room.put_canaries(path) > 2
    program.start(path)
    program.canvas()
    program.key("F5")
    room.takes_keyboard(program)
    room.says(program, "stakeholder")
    program.key("e")
    program.find("The room sees this screen")
    program.expect_focus("Map")
    said = ""
    program.key("Right", "t", "1", "Return")
    program.find("Narratives", "label")
    said += room.heard(program)
    program.key("Escape")
    program.gone("Narratives", "label")
    program.key("Escape")
    program.key("Right", "Return")
    program.find(lambda name: " link" in name and " of " in name)
    said += room.heard(program)
    assert room.CANARY not in said, said
    said = said.split("\n")
    for word in ("More", "Facilitators", "Kept in this file", "Add a note"):
        assert word not in said, said
    program.press("Stop editing (Esc)")
    program.gone("The room sees this screen")
    room.takes_keyboard(program)
    program.key("Escape")
    program.find("Map", "list")


run()
