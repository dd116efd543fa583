"""More than one time on a map, and what a room agrees on, in the window."""
import subprocess

import gi

from cases import case, equal, run
from program import read, until, walk

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402


def phases(path):
    return [(e.get("name"), e.get("standing"), e.get("agreed"), e.get("people")) for e in read(path).iter("phase")]


@case
def the_room_agrees_and_can_take_it_back(program):
    path = program.example("a")
    program.start(path)
    program.canvas()
    before = phases(path)
    program.act("win.agree")
    count = program.find("People from: NHS", "spin button")
    Atspi.Value.set_current_value(count, 7)
    program.press("Agreed", "push button")
    program.expect_undo("Agree in the room")
    program.save()
    after = phases(path)
    equal(after[0][1], "agreed")
    assert "nhs:7" in after[0][3].split(), after
    program.key("ctrl+z")
    program.save()
    equal(phases(path), before)


@case
def a_new_time_is_a_copy_and_the_old_one_stays(program):
    path = program.example("c")
    program.start(path)
    program.canvas()
    old = phases(path)
    program.act("win.new-time")
    program.expect_focus("Name of the new time")
    program.key("ctrl+a")
    program.type("Next year")
    program.key("Return")
    program.expect_undo("Start a new time")
    program.save()
    new = phases(path)
    equal(new[:-1], old)
    equal(new[-1][:2], ("Next year", "draft"))
    equal(new[-1][2:], (None, None))
    root = read(path)
    ids = [e.get("id") for e in root.iter("phase")]
    for element in list(root.iter("stakeholder")) + list(root.iter("link")):
        readings = {e.get("phase"): {k: v for k, v in e.attrib.items() if k != "phase"}
                    for e in element.findall("reading") if e.get("perspective") is None}
        equal(readings.get(ids[-1]), readings.get("now"))
    program.key("ctrl+z")
    program.save()
    equal(phases(path), old)


@case
def two_times_are_compared_in_words_and_nothing_is_changed(program):
    path = program.example("c")
    program.start(path)
    program.canvas()
    wanted = subprocess.run([program.rapport_map, "describe", path, "--phase", "before", "--compare", "now", "--differences"],
                            stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout.splitlines()
    program.act("win.compare")
    listed = program.find("What differs", "list")
    until(lambda: list(dict.fromkeys(e.get_name() for e in walk(listed) if e.get_role_name() == "label")) == wanted,
          lambda: "the list; there is %r" % [e.get_name() for e in walk(listed)])
    program.expect_window("What differs")
    program.key("Escape")
    program.gone("What differs", "list")
    equal(program.undo_words(), None)


run()
