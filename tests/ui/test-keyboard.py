"""The whole work by keys alone: four stakeholders, what they give and can decide, tensions, saving, a picture."""
import os

import fixture
from cases import case, equal, run
from program import until


def begin(program):
    """From an empty window to a question."""
    program.key("Return")
    program.find("What is this map to answer?", "label")
    program.key("alt+o")
    program.expect_focus("The question that this map is to answer")
    program.type(fixture.QUESTION)
    program.key("Return")


def add_stakeholders(program):
    """Each in the next sector; then who decides much, from the last to the first."""
    program.key("a")
    program.expect_focus("Name of the stakeholder")
    for i, (name, sector, _) in enumerate(fixture.STAKEHOLDERS):
        if i > 0:
            program.key("Down")
        program.type(name)
        program.key("Return")
        program.expect_undo("Add “%s”" % name)
    program.key("Escape", "i")
    for i, (_, _, influence) in enumerate(reversed(fixture.STAKEHOLDERS)):
        if i > 0:
            program.key("shift+Tab")
        program.key(influence)
    program.expect_focus("University")


# From one link to who the next one leads from.
WAYS = [[], ["Tab"], ["Tab", "Tab"], ["shift+Tab"]]


def add_links(program):
    program.key("shift+g", "shift+p")
    for way, (a, b, answers) in zip(WAYS, fixture.LINKS):
        program.key(*way)
        program.expect_focus(a)
        program.key("l")
        program.expect_focus("Link to")
        program.key(b[0].lower(), "Return")
        program.expect_focus("%s and %s" % (a, b))
        program.key(*answers)
        program.expect_undo("Answer what “%s” can decide" % b)


def save(program, path):
    program.key("ctrl+s")
    program.expect_focus("Name:")
    # The whole name but its ending is selected already; a path replaces both.
    program.key("ctrl+a")
    program.type(path)
    program.key("Return")
    program.expect_state("Saved")


def mark_tensions(program):
    """All four on the link that was drawn last, in the words of the room."""
    for number, note in enumerate(["It is told by one side", "They can end it", "Impact", "One person holds it"], 1):
        program.key("t", number, "Return")
        program.find("Felt here: Community group and Policy unit", "label")
        program.type(note)
        program.key("Escape")
        program.expect_undo("Mark a tension")


def open_again(program, path):
    """From the start page, where it is the map that was open last."""
    program.start()
    program.find(os.path.basename(path), "list item")
    program.key("Tab", "Tab")
    program.expect_focus(os.path.basename(path))
    program.key("Return")
    program.expect_state("Saved")


def export(program, path):
    program.key("ctrl+e")
    program.expect_focus("Format")
    program.choose_in_row("Format", "SVG, for any size and for editing")
    program.find("SVG, for any size and for editing", "label")
    program.key("alt+e")
    program.answer_file_dialog(path)
    until(lambda: os.path.exists(path), "the picture")
    program.gone("Export a picture")


@case
def four_stakeholders_are_drawn_by_keys_alone(program):
    path = os.path.join(program.folder, "keys.rapport")
    picture = os.path.join(program.folder, "keys.svg")
    program.start()
    begin(program)
    add_stakeholders(program)
    add_links(program)
    save(program, path)
    presses = program.presses
    print("# measure 1: %d key presses besides the names, at most %d" % (presses, fixture.MEASURE), flush=True)
    equal(fixture.without_ids_and_places(path), fixture.without_ids_and_places(fixture.PATH))
    assert presses <= fixture.MEASURE, presses

    mark_tensions(program)
    program.save()
    print("# four tensions: %d key presses besides the notes" % (program.presses - presses), flush=True)
    before = program.canonical(path)
    program.quit()
    open_again(program, path)
    export(program, picture)
    with open(picture, "rb") as f:
        equal(f.read(), program.command("export", path, "-o", "-", "--format=svg", "--size=1080p"))
    equal(program.canonical(path), before)


@case
def the_first_name_takes_three_actions(program):
    program.start()
    program.key("Return")
    program.find("What is this map to answer?", "label")
    program.key("a")
    program.expect_focus("Name of the stakeholder")
    program.gone("What is this map to answer?", "label")
    program.type("University")
    program.key("Return")
    program.expect_undo("Add “University”")
    print("# measure 4: a key for the map, one for the name, the name: 3 actions, at most 3", flush=True)
    program.key("Escape", "ctrl+z")
    program.expect_undo(None)


@case
def the_questions_to_begin_with_are_next_to_the_map(program):
    program.start()
    program.key("Return")
    program.expect_focus("Map")
    program.key("Tab")
    program.expect_focus("Who shapes what this partnership studies and changes?")
    program.key("Return")
    program.expect_undo("Change the question")
    program.expect_focus("Map")
    program.key("ctrl+z")
    program.expect_undo(None)


run()
