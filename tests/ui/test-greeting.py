"""A map that is opened after a long time asks what has changed, once a day, and before nobody else."""
import datetime
import os

import room
from cases import case, equal, run
from program import read, until

ASKED = "This picture is of 12 May. What has changed?"
KEEP = {"GSETTINGS_BACKEND": "keyfile"}


def of_may(program, **change):
    """A map of ours, with a time past, one of 12 May 2026, and an aim."""
    path = program.example("c")
    with open(path, encoding="utf-8") as f:
        text = f.read()
    for old, new in (('illustrative="true" ', ""), ('date="2024"', 'date="2026-05"'),
                     ('date="2026-05" standing="agreed" agreed="2024-06-18"', 'date="2026-05" standing="agreed" agreed="2026-05-12"'),
                     *change.items()):
        assert old in text, old
        text = text.replace(old, new)
    path = os.path.join(program.folder, "ours.rapport")
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    return path


def open_on(program, path, day, **more):
    program.start(path, RAPPORT_TODAY=day, **more)
    program.canvas()


@case
def it_is_asked_once_a_day(program):
    path = of_may(program)
    before = read(path).attrib
    open_on(program, path, "2026-11-23", **KEEP)
    program.find(ASKED, "label")
    program.find("15 people took part.", "label")
    program.press("Not now")
    program.gone(ASKED, "label")
    equal(program.undo_words(), None)
    program.quit()
    open_on(program, path, "2026-11-23", **KEEP)
    equal(program.look(ASKED, "label"), None)
    program.quit()
    with open(os.path.join(program.folder, "config", "glib-2.0", "settings", "keyfile"), encoding="utf-8") as f:
        kept = f.read()
    assert "2026-11-23 " in kept and "ours" not in kept.split("greeted=")[1].split("\n")[0], kept
    open_on(program, path, "2026-11-24", **KEEP)
    program.find(ASKED, "label")
    equal(read(path).attrib, before)


@case
def after_ninety_days_and_no_sooner(program):
    path = of_may(program)
    last = datetime.date(2026, 5, 12) + datetime.timedelta(days=90)
    open_on(program, path, last.isoformat())
    equal(program.look(ASKED, "label"), None)
    program.quit()
    open_on(program, path, (last + datetime.timedelta(days=1)).isoformat())
    program.find(ASKED, "label")
    program.quit()
    open_on(program, path, "2027-02-01")
    program.find("This picture is of 12 May 2026. What has changed?", "label")


@case
def a_made_up_example_is_never_old(program):
    open_on(program, program.example("c"), "2026-11-23")
    program.find("Map", "list")
    equal(program.look(lambda name: name.startswith("This picture is of"), "label"), None)


@case
def a_new_time_is_the_answer(program):
    path = of_may(program)
    open_on(program, path, "2026-11-23")
    program.find(ASKED, "label")
    program.press("Keep this and start a new time…")
    program.expect_focus("Name of the new time")
    program.key("Return")
    program.expect_undo("Start a new time")
    program.gone(ASKED, "label")
    program.save()
    equal([(e.get("name"), e.get("date")) for e in read(path).iter("phase")][-1], ("November 2026", "2026-11"))


@case
def two_times_can_be_compared_from_there(program):
    open_on(program, of_may(program), "2026-11-23")
    program.find(ASKED, "label")
    program.press("What differs…")
    program.find("What differs", "list")
    program.key("Escape")
    program.find(ASKED, "label")


@case
def the_room_is_not_asked(program):
    open_on(program, of_may(program), "2026-11-23")
    program.find(ASKED, "label")
    program.act("win.present")
    until(lambda: program.look(ASKED, "label") is None or program.look("Start presenting"), "the question before the start")
    if program.look("Start presenting"):
        program.press("Start presenting")
    program.gone(ASKED, "label")
    room.takes_keyboard(program)
    program.key("Escape")
    program.canvas()
    equal(program.look(ASKED, "label"), None)


run()
