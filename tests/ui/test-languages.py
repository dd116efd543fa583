"""Every word on screen can be said in another language, in the window."""
import os
import re
import xml.etree.ElementTree

import gi

import pseudo
from cases import case, equal, run
from program import until, walk

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

# Names that GTK gives, which it translates itself, and what is no word.
TOOLKIT = re.compile(r"(?:Gtk|Rapport)[A-Z]\w*|Adw[A-Z]\w*|Close|Minimize|Maximize|Restore|Clear entry|Search|Back|Toggle|Activate|"
                     r"(Close|Maximize|Minimize) the window|\(None\)|dialog|Expand|Menu|Emoji|[^A-Za-z]*|A[−+]|PNG|SVG|PDF|Rapport|[A-Z]|Ctrl\+.|A[0-4]|[0-9].*[0-9]")


def words_of(path):
    """All that somebody wrote into a map: it is never translated."""
    found = set()
    for element in xml.etree.ElementTree.parse(path).iter():
        found.update(value for value in element.attrib.values())
        found.add((element.text or "").strip())
    # Not what the format says by itself: ids, levels and the like are lower case and one word.
    written = [words for words in found if len(words) > 3 and (" " in words or not words.islower())]
    return sorted(written, key=len, reverse=True)


def without(said, theirs):
    """Names are told one after another, so the longest are taken away first."""
    for words in theirs:
        said = said.replace(words, "")
    return said.strip()


def read_all(program, theirs, what):
    """Whatever is shown or said now has its brackets, or is somebody's own."""
    forgotten = set()
    for frame in program.frames():
        for element in walk(frame):
            for said in (element.get_name() or "", element.get_description() or ""):
                said = said.strip()
                if pseudo.OPENING not in said and not TOOLKIT.fullmatch(without(said, theirs)):
                    forgotten.add(said)
    assert not forgotten, "on %s cannot be translated: %r" % (what, sorted(forgotten))


def start(program, *arguments):
    program.start(*arguments, **pseudo.install(program.root, program.folder))


@case
def the_start_page_speaks_another_language(program):
    start(program)
    program.find(pseudo.speak("_New map"), "push button")
    read_all(program, ["A regional collaboration"], "the start page")


@case
def a_map_does_but_for_what_somebody_wrote(program):
    path = os.path.join(program.examples, "a-regional-collaboration.rapport")
    theirs = words_of(path)
    start(program, path)
    program.find("National research funder", "list item")
    read_all(program, theirs, "the map")
    program.key("F9")
    program.key("shift+F9")
    program.key("ctrl+a")
    read_all(program, theirs, "outline and details")
    program.key("Escape", "ctrl+e")
    until(lambda: len(program.frames()) == 2, "the export dialog")
    read_all(program, theirs, "the export dialog")
    program.key("Escape")
    until(lambda: len(program.frames()) == 1, "the export dialog to go")


@case
def right_to_left_the_window_is_mirrored_and_the_map_is_not(program):
    path = os.path.join(program.examples, "a-regional-collaboration.rapport")

    def read(language):
        program.start(path, **pseudo.install(program.root, program.folder, language))
        x, _, width, _ = program.box(program.find(pseudo.speak("Save"), "push button"))
        whole = program.box(program.frame())[2]
        canvas = program.find(pseudo.speak("Map"), "list")
        program.find("National research funder", "list item", within=canvas)
        program.find("Capacity programme (secondments, training)", "list item", within=canvas)
        left = program.box(canvas)[0]
        places = {element.get_name(): program.box(element)[0] - left
                  for element in walk(canvas) if element.get_role_name() == "list item"}
        program.quit()
        return (x + width / 2) / whole, places

    save, places = read("qps")
    mirrored_save, mirrored_places = read("ar")
    assert save > .6 and mirrored_save < .4, (save, mirrored_save)
    equal(mirrored_places, places)


run()
