"""A map with names in two languages: either is shown, or both, and the choice comes where there are two."""
import os
import shutil

import gi

from cases import case, equal, run
from program import read, text_of, until

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402


def start(program):
    path = os.path.join(program.folder, "two-languages.rapport")
    shutil.copy(os.path.join(program.root, "tests", "maps", "valid", "two-languages.rapport"), path)
    program.start(path)
    program.canvas()
    return path


def answer(program, name, text):
    """A field of the details, by its accessible actions."""
    field = program.find(name, "text")
    assert Atspi.EditableText.set_text_contents(field, text), name
    until(lambda: text_of(program.find(name, "text")) == text, "%r in %r" % (text, name))
    program.press(name, "text", "activate")


def says(program, words):
    """Waits until the map says so of itself."""
    until(lambda: words in program.canvas().get_description(),
          lambda: "%r in %r" % (words, program.canvas().get_description()))


@case
def the_names_on_show_are_chosen_and_the_map_is_not_changed(program):
    path = start(program)
    before = program.canonical(path)
    says(program, "NHS (1): Health board")
    program.choose("Names", "Other language")
    says(program, "GIG (1): Bwrdd iechyd")
    says(program, "Academia (1): University")
    program.choose("Names", "Both languages")
    says(program, "NHS / GIG (1): Health board")
    says(program, "Pwy all newid")
    program.choose("Names", "First language")
    says(program, "NHS (1): Health board")
    program.find("Saved", "label")
    equal(program.canonical(path), before)


@case
def a_second_language_is_begun_in_the_details(program):
    path = program.example("a")
    program.start(path)
    program.canvas()
    assert program.look("Names", "push button") is None
    assert program.look("Name in the other language") is None
    program.press("Details")
    answer(program, "Other language", "cy")
    program.expect_undo("Change of “Other language”")
    program.find("Names: First language", "push button")
    program.click(*program.at_rest(program.find("Ambulance trust", "list item", within=program.canvas())))
    answer(program, "Name in the other language", "Ymddiriedolaeth ambiwlans")
    program.save()
    saved = read(path)
    equal(saved.get("other-language"), "cy")
    equal([e.text.strip() for e in saved.iter("other-label")], ["Ymddiriedolaeth ambiwlans"])
    program.undo_all()
    until(lambda: program.look("Names: First language", "push button") is None, "the choice to go")
    program.save()


run()
