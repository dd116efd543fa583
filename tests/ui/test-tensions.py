"""Each tension on a stakeholder, on a link and across the whole map; and all of it undone and redone."""
import os
import shutil

import fixture
from cases import case, equal, run
from program import is_pressed, read, until

NOTES = ["It is told by one side", "They can end it", "Impact", "One person holds it"]


TOGGLES = ["1 Narratives", "2 Power and reciprocity", "3 Language", "4 People and structures"]


def show(program, number):
    """The same keys take it off where it is on show from before; then they show it again, and Enter is for it."""
    def is_on_show():
        return is_pressed(program.find(TOGGLES[number - 1], "push button"))

    was_on_show = is_on_show()
    program.key("t", number)
    if was_on_show:
        until(lambda: not is_on_show(), TOGGLES[number - 1] + " to go")
        program.key("t", number)
    until(is_on_show, TOGGLES[number - 1])


def mark_all(program, where):
    """What is marked stays on show, so that the card that opens must be the one that is asked for."""
    for number, note in enumerate(NOTES, 1):
        show(program, number)
        program.key("Return")
        program.find(where, "label")
        program.type(note)
        program.key("Escape")
        program.gone(where, "label")


def notes_of(path):
    return [text.strip() for mark in read(path).iter("mark") for text in mark.itertext() if text.strip()]


@case
def each_tension_is_marked_undone_and_redone(program):
    path = os.path.join(program.folder, "four.rapport")
    shutil.copy(fixture.PATH, path)
    before = program.canonical(path)
    program.start(path)
    program.find("University", "list item")

    mark_all(program, "Felt across the whole partnership")
    program.key("Tab")
    program.expect_focus("University")
    mark_all(program, "Felt here: University")
    program.key("l")
    program.expect_focus("Link to")
    program.key("n", "Return")
    program.expect_focus("University and NHS trust")
    mark_all(program, "Felt here: University and NHS trust")
    program.save()
    equal(program.tensions(path), [(word, where) for where in ("", "University", "University and NHS trust")
                                   for word in fixture.TENSIONS])
    equal(notes_of(path), 3 * NOTES)
    after = program.canonical(path)

    program.undo_all()
    program.save()
    equal(program.canonical(path), before)
    program.redo_all()
    program.save()
    equal(program.canonical(path), after)


run()
