"""Whoever edits has one screen and the room the other, which is unplugged and comes back."""
import room
import screen
from cases import case, run
from program import until

EDITOR = "A neighbourhood programme"
ROOM = (1280, 0, 1024, 768)


def room_is(program, place):
    until(lambda: room.place(program) == place, lambda: "%r to be at %r" % (room.place(program), place))


@case
def the_room_has_its_own_screen(program):
    program.start(program.example("c"))
    program.canvas()
    program.key("F5")
    room_is(program, ROOM)
    room.says(program, "Influence 4 of 5: Collaboration core team")
    program.find("The room sees this map, and every change of it.")
    program.press("Influence")
    room.says_no_more(program, "Influence 4 of 5")
    program.act("win.stop-presenting", EDITOR)
    room_is(program, None)


@case
def a_screen_that_is_unplugged_comes_back_held(program):
    program.start(program.example("c"))
    program.canvas()
    program.key("F5")
    room_is(program, ROOM)
    room.says(program, "Influence 4 of 5: Collaboration core team")
    program.focus_editor(EDITOR)
    screen.plug_second(False)
    try:
        program.find("The room’s screen is gone. When it is back, the room sees what it saw last.")
        room_is(program, None)
        program.key("Tab")
        program.key("0")
        program.expect_state("Changed since it was saved")
    finally:
        screen.plug_second(True)
    room_is(program, ROOM)
    room.says(program, "Influence 4 of 5: Collaboration core team")
    program.focus_editor(EDITOR)
    program.key("h")
    room.says_no_more(program, "Influence 4 of 5: Collaboration core team")
    program.act("win.stop-presenting", EDITOR)
    room_is(program, None)
    program.save()


@case
def the_screen_is_unplugged_when_it_is_over(program):
    program.start(program.example("c"))
    program.canvas()
    program.key("F5")
    room_is(program, ROOM)
    program.act("win.stop-presenting", EDITOR)
    room_is(program, None)
    program.focus_editor(EDITOR)
    screen.plug_second(False)
    try:
        program.key("Tab")
        program.key("0")
        program.expect_state("Changed since it was saved")
    finally:
        screen.plug_second(True)
    program.save()


@case
def what_is_edited_here_is_seen_there_at_once(program):
    program.start(program.example("c"))
    program.canvas()
    program.key("F5")
    room_is(program, ROOM)
    program.focus_editor(EDITOR)
    program.key("a")
    program.expect_focus("Name of the stakeholder")
    program.type("Food bank")
    assert "Food bank" not in room.heard(program)
    program.key("Return")
    room.says(program, "Food bank")
    program.key("Escape", "ctrl+z")
    room.says_no_more(program, "Food bank")
    program.act("win.stop-presenting", EDITOR)
    room_is(program, None)
    program.expect_undo(None)


run(two=True)
