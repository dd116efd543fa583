"""Answers in somebody's view change that view and nothing else, and it is plain whose they are."""
import subprocess

import gi

from cases import case, equal, holds, run
from program import has_state, is_role, read, until, walk

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

BACK = "Back to what is agreed"
UNIVERSITY, NHS, AGREED = "University partners", "NHS partners", "As agreed"


def readings(path):
    """What each thing says of itself: {(id, time, view): values}; None is what is agreed."""
    told = {}
    for kind in ("stakeholder", "link"):
        for element in read(path).iter(kind):
            for reading in element.iter("reading"):
                values = dict(reading.attrib)
                key = element.get("id"), values.pop("phase"), values.pop("perspective", None)
                told[key] = values
    return told


def changed(before, after):
    """Of whom and in whose view something is different now."""
    return {(key[0], key[2]) for key in set(before) | set(after) if before.get(key) != after.get(key)}


def ends(path, link):
    names = {e.get("id"): e.findtext("label").strip() for e in read(path).iter("stakeholder")}
    element = next(e for e in read(path).iter("link") if e.get("id") == link)
    return names[element.get("a")], names[element.get("b")]


def name_of(path, stakeholder):
    return next(e.findtext("label").strip() for e in read(path).iter("stakeholder") if e.get("id") == stakeholder)


def look_as(program, view):
    program.choose("Whose view", view)
    program.find("Answers typed now are those of %s. What is agreed stays as it is." % view, "label")


def back_by_escape(program):
    """One thing at a time: the card and what is selected, and then the view."""
    for _ in range(4):
        if program.look(BACK, "push button") is None:
            break
        program.key("Escape")
    program.gone(BACK, "push button")


def save_changed(program):
    program.expect_state("Changed since it was saved")
    program.save()


def answer(program, path, digits, whose=None):
    program.click_link(*ends(path, "l33"))
    program.find(lambda name: name.startswith("Link between "))
    if whose is not None:
        program.find("Answers of " + whose, "label")
    else:
        program.gone(lambda name: name.startswith("Answers of "), "label")
    program.key(*digits)
    save_changed(program)


def on_map(program, a, b):
    """All that is said of a link of these two on the map."""
    found = program.find(lambda name: name in ("%s and %s" % (a, b), "%s and %s" % (b, a)), "list item",
                         within=program.canvas())
    return found.get_description()


@case
def two_views_are_entered_and_never_the_wrong_one(program):
    path = program.example("a")
    start = readings(path)
    program.start(path)
    look_as(program, UNIVERSITY)
    answer(program, path, "02", UNIVERSITY)
    first = readings(path)
    equal(changed(start, first), {("l33", "v1")})
    program.press(BACK)
    program.gone(BACK, "push button")
    look_as(program, NHS)
    answer(program, path, "20", NHS)
    second = readings(path)
    equal(changed(first, second), {("l33", "v2")})
    back_by_escape(program)
    program.find("Whose view: " + AGREED, "push button")
    answer(program, path, "11")
    third = readings(path)
    equal(changed(second, third), {("l33", None)})
    told = [{side: third["l33", "now", view]["gives-" + side] for side in "ab"} for view in ("v1", "v2", None)]
    equal(told, [{"a": "0", "b": "2"}, {"a": "2", "b": "0"}, {"a": "1", "b": "1"}])
    program.undo_all()
    program.save()
    equal(readings(path), start)


@case
def we_differ_is_said_on_the_map_and_in_the_list(program):
    path = program.example("a")
    a, b = ends(path, "l33")
    start = readings(path)
    program.start(path)
    assert "views differ" not in on_map(program, a, b)
    program.click_link(a, b)
    program.key("d")
    save_changed(program)
    equal(readings(path)["l33", "now", None]["gives-a"], "differ")
    until(lambda: "views differ" in on_map(program, a, b), lambda: "it to be said; there is %r" % on_map(program, a, b))
    back_by_escape(program)
    program.key("F9")
    # A list has rows only of what is in view, and of how much beyond it is the toolkit's affair.
    field = program.find("Search the outline", "text")
    assert Atspi.EditableText.set_text_contents(field, "%s and" % a)
    row = program.find(lambda name: name.startswith(("%s and %s, " % (a, b), "%s and %s, " % (b, a))), "list item",
                       within=program.find("Everything on the map", "list"))
    holds(row.get_name(), "views differ")
    program.press("Undo")
    until(lambda: "views differ" not in row.get_name(), "the list to follow")
    program.save()
    equal(readings(path), start)


@case
def influence_in_a_view_is_that_views(program):
    path = program.example("a")
    who = name_of(path, "a13")
    start = readings(path)
    program.start(path)
    look_as(program, NHS)
    program.click_discs(who)
    program.find("Influence of " + who, "label")
    program.find("Answers of " + NHS, "label")
    assert start["a13", "now", None]["influence"] != "0"
    program.key("0")
    save_changed(program)
    after = readings(path)
    equal(changed(start, after), {("a13", "v2")})
    equal(after["a13", "now", "v2"]["influence"], "0")


@case
def a_tension_says_whose_it_is(program):
    path = program.example("a")
    who = name_of(path, "a15")
    marks = [dict(e.attrib) for e in read(path).iter("mark")]
    program.start(path)
    look_as(program, UNIVERSITY)
    found = program.find(who, "list item", within=program.canvas())
    program.click(*program.at_rest(found))
    until(lambda: has_state(program.find(who, "list item"), Atspi.StateType.SELECTED), "who was clicked to be selected")
    program.key("t", "3", "Return")
    program.find("Answers of " + UNIVERSITY, "label")
    program.press("It is felt here")
    save_changed(program)
    now = [dict(e.attrib) for e in read(path).iter("mark")]
    equal(now[:-1], marks)
    equal((now[-1]["on"], now[-1]["tension"], now[-1].get("perspective")), ("a15", "language", "v1"))


def said(program, words):
    """How many labels say so."""
    return len([e for f in program.frames() for e in walk(f) if e.get_name() == words and is_role(e, "label")])


@case
def details_and_outline_say_whose_answers_they_are(program):
    path = program.example("a")
    program.start(path)
    program.canvas()
    program.key("F9")
    look_as(program, NHS)
    until(lambda: said(program, "Answers of " + NHS) == 1, "the outline to say it")
    whole = program.box(program.canvas())
    program.press("Details")
    until(lambda: program.box(program.canvas()) != whole, "the map to make room for the details")
    program.click(*program.at_rest(program.find(name_of(path, "a15"), "list item", within=program.canvas())))
    until(lambda: said(program, "Answers of " + NHS) == 2, "both to say it")
    program.choose("Whose view", AGREED)
    until(lambda: said(program, "Answers of " + NHS) == 0, "neither to say it")


def compared(program, path, *arguments):
    """The list of what differs on show, and as the command tells it."""
    wanted = subprocess.run([program.rapport_map, "describe", path, *arguments, "--differences"],
                            stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout.splitlines()
    listed = program.find("What differs", "list")
    until(lambda: list(dict.fromkeys(e.get_name() for e in walk(listed) if is_role(e, "label"))) == wanted,
          lambda: "the list; there is %r" % [e.get_name() for e in walk(listed) if is_role(e, "label")])
    return wanted


@case
def now_is_compared_with_the_aim_that_is_chosen(program):
    path = program.example("c")
    program.start(path)
    program.canvas()
    program.choose("Time", "Now (2024)")
    program.act("win.compare")
    program.choose_in_row("Compare with", "Aim (2027)")
    told = compared(program, path, "--phase", "now", "--compare", "aim")
    program.choose_in_row("Compare with", "Before (2022)")
    assert compared(program, path, "--phase", "before", "--compare", "now") != told
    program.key("Escape")
    program.gone("What differs", "list")
    equal(program.undo_words(), None)


run()
