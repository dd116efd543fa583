"""Lists that come in: pasted, typed, dropped; what is shown of them before, and how they are taken back."""
import csv
import os
import subprocess
import time

from cases import case, equal, run
from program import read, text_of, until

CLIP = os.environ["RAPPORT_CLIP"]


def hold(program, text, kind="text/plain;charset=utf-8"):
    """Another program has the text on the clipboard."""
    path = os.path.join(program.folder, "held")
    with open(path, "wb") as f:
        f.write(text.encode())
    process = subprocess.Popen([CLIP, "put", kind, path], stdout=subprocess.PIPE, text=True,
                               env=dict(os.environ, GTK_A11Y="none"))
    equal(process.stdout.readline(), "held\n")
    return process


def let_go(process):
    process.kill()
    process.wait()
    process.stdout.close()


def paste(program, text):
    process = hold(program, text)
    try:
        program.key("ctrl+v")
        program.find("The list", "text")
    finally:
        let_go(process)


def click(program, name, role=None):
    """Clicks what is on the dialog with the pointer: only then does X take the program's word for the clipboard."""
    element = program.find(name, role)
    left, top, whole, _ = program._geometry(program._window_id("^Add a list$"))
    frame_x, _, frame_width, _ = program.box(program.frame("Add a list"))
    border = (whole - frame_width) // 2 if frame_x == 0 else -2 * frame_x
    x, y, width, height = program.box(element)
    program.click(left + border + x + width // 2, top + border + y + height // 2)


def new_map(program):
    program.start()
    program.key("Return")
    program.expect_focus("Map")


def names_of(path):
    return [e.findtext("label").strip() for e in read(path).iter("stakeholder")]


def links_of(path):
    root = read(path)
    names = {e.get("id"): e.findtext("label").strip() for e in root.iter("stakeholder")}
    return {frozenset((names[e.get("a")], names[e.get("b")])):
            {names[e.get("a")]: (r.get("power-a"), r.get("gives-a")), names[e.get("b")]: (r.get("power-b"), r.get("gives-b"))}
            for e in root.iter("link") for r in e.iter("reading") if r.get("perspective") is None}


@case
def the_first_example_is_pasted_in_three_presses(program):
    """Copied from two sheets of a spreadsheet, which is what the clipboard then has: columns with tabs between."""
    text = ""
    tables = os.path.join(program.root, "tests/tables/a-regional-collaboration.%s.csv")
    for part in ("stakeholders", "links"):
        with open(tables % part, encoding="utf-8") as f:
            text += "".join("\t".join(row) + "\r\n" for row in csv.reader(f)) + "\r\n"
    program.start()
    program.presses = 0
    process = hold(program, text)
    began = time.monotonic()
    program.key("Return")
    program.expect_focus("Map")
    program.key("ctrl+v")
    program.find("22 new stakeholders, 44 new links.")
    program.expect_focus("Add")
    program.key("Return")
    program.expect_undo("Add a list")
    took = time.monotonic() - began
    let_go(process)
    print("# example A from the clipboard: %d presses, %.1f s on this machine" % (program.presses, took))
    equal(program.presses, 3)
    path = os.path.join(program.folder, "a.rapport")
    program.save_as(path)
    example = program.example("a")
    equal(sorted(names_of(path)), sorted(names_of(example)))
    equal(links_of(path), links_of(example))
    equal(len(links_of(path)), 44)
    program.key("ctrl+z")
    program.expect_undo(None)
    program.save()
    equal(names_of(path), [])


BAD = """Organisation,Sector,Influence
City Hospital,NHS,5
Ramblers,voluntary,9
,NHS,3
School of health,,

From,To
City Hospital,Ramblers
Ramblers,
"""


@case
def bad_lines_are_named_and_nothing_happens_before_it_is_accepted(program):
    new_map(program)
    paste(program, BAD)
    program.find("3 new stakeholders, 1 new link. 2 lines are left out.")
    for title in ("Line 4 is left out", "Line 9 is left out", "Line 3"):
        program.find(title, "label")
    program.find(lambda name: "There is no name in it." in name, "label")
    click(program, "Copy lines left out", "push button")
    program.key("Escape")
    program.gone("The list", "text")
    program.expect_undo(None)
    out = os.path.join(program.folder, "left")
    subprocess.run([CLIP, "get", "text/plain;charset=utf-8", out], check=True, stdout=subprocess.DEVNULL)
    with open(out, encoding="utf-8") as f:
        equal(f.read(), ",NHS,3\nRamblers,\n")


def choose_sector(program, name, sector):
    """What drops down is the toolkit's, and has the keyboard."""
    click(program, lambda said: said.startswith("Sector of %s: " % name), "push button")
    program.choose_row(sector)
    program.find("Sector of %s: %s" % (name, sector), "push button")


@case
def a_sector_is_changed_and_somebody_left_out_before(program):
    new_map(program)
    paste(program, "City Hospital -> Ramblers\nSchool of health\n")
    program.find("Sector of School of health: Academia", "push button")
    click(program, "Add Ramblers", "check box")
    program.find("2 new stakeholders, 0 new links.")
    choose_sector(program, "School of health", "NHS")
    program.key("ctrl+Return")
    program.expect_undo("Add a list")
    path = os.path.join(program.folder, "b.rapport")
    program.save_as(path)
    sectors = {e.findtext("label").strip(): e.get("sector") for e in read(path).iter("stakeholder")}
    equal(sectors, {"City Hospital": "nhs", "School of health": "nhs"})


@case
def a_list_is_typed(program):
    new_map(program)
    program.act("win.add-list")
    program.expect_focus("The list")
    program.find("Nothing to add yet")
    program.type("Mill -> Council")
    program.find("2 new stakeholders, 1 new link.")
    program.key("ctrl+Return")
    program.expect_undo("Add a list")
    program.find(lambda name: "2 stakeholders and 1 link were added" in name, "label")
    program.press("Undo", "push button")
    program.expect_undo(None)


@case
def what_is_pasted_into_a_field_stays_there(program):
    new_map(program)
    process = hold(program, "Pasted name")
    program.key("a")
    program.expect_focus("Name of the stakeholder")
    program.key("ctrl+v")
    until(lambda: text_of(program.find("Name of the stakeholder", "text")) == "Pasted name", "the text to come")
    program.key("Return")
    program.expect_undo("Add “Pasted name”")
    program.key("Escape")
    let_go(process)
    program.undo_all()


@case
def what_is_no_text_is_no_list(program):
    new_map(program)
    process = hold(program, "of some kind", "image/x-unknown")
    try:
        program.key("ctrl+v")
        program.find("There is no text to paste.", "label")
    finally:
        let_go(process)
    program.expect_undo(None)


@case
def a_list_pasted_on_the_start_page_begins_a_map(program):
    program.start()
    paste(program, "City Hospital\nMill\n")
    program.find("2 new stakeholders, 0 new links.")
    program.expect_focus("Add")
    program.key("Return")
    program.expect_undo("Add a list")
    program.undo_all()


run()
