"""The map on paper: sheets, cards and an empty wheel, seen before they are printed, and saved as PDFs."""
import os
import subprocess

from cases import case, equal, run
from program import until, xdotool

def open_window(program, example="c"):
    path = program.example(example)
    program.start(path)
    program.canvas()
    program.key("ctrl+p")
    program.find("Sheet 1 of 1", "label")
    program.expect_focus("What")
    return path


def save(program, name):
    path = os.path.join(program.folder, name)
    program.press("Save as PDF…")
    program.answer_file_dialog(path)
    program.gone("Sheet 1 of 1", "label")
    program.gone("Save as PDF…")
    until(lambda: os.path.exists(path), "the file")
    return path


def same_as_command(program, path, *arguments):
    """What the window saves is what the command writes, to the byte."""
    other = os.path.join(program.folder, "other.pdf")
    done = subprocess.run([program.rapport_map, "paper", *arguments, "-o", other], capture_output=True, text=True,
                          timeout=60, check=False)
    equal((done.returncode, done.stderr), (0, ""))
    with open(path, "rb") as a, open(other, "rb") as b:
        return a.read() == b.read()


@case
def the_map_on_one_sheet(program):
    source = open_window(program)
    program.find(lambda name: name.startswith("The question, the names of 15 stakeholders"))
    path = save(program, "one.pdf")
    assert same_as_command(program, path, source)
    program.expect_state("Saved")


@case
def a_wall_of_sheets_is_leafed_through(program):
    source = open_window(program)
    program.choose_in_row("Paper", "A3")
    program.choose_in_row("How large", "3 × 3 sheets")
    program.key("Tab")
    program.expect_focus("Black and white")
    program.key("Return")
    program.find("Sheet 1 of 9", "label")
    for number in range(2, 10):
        program.press("Next sheet")
        program.find("Sheet %d of 9" % number, "label")
    program.press("Sheet before")
    program.find("Sheet 8 of 9", "label")
    path = os.path.join(program.folder, "wall.pdf")
    program.press("Save as PDF…")
    program.answer_file_dialog(path)
    program.gone("Save as PDF…")
    assert same_as_command(program, path, source, "--sheet", "A3", "--across", "3", "--theme", "print")


@case
def cards_and_the_wheel(program):
    source = open_window(program)
    program.choose_in_row("What", "Blank cards to write on")
    program.find("Sheet 1 of 6", "label")
    program.find("The names of the sectors, and nobody on the map.")
    program.choose_in_row("What", "An empty wheel")
    program.find("Sheet 1 of 1", "label")
    program.find("The question and the names of the sectors, and nobody on the map.")
    path = save(program, "wheel.pdf")
    assert same_as_command(program, path, source, "--wheel")


@case
def what_cannot_be_written_is_said(program):
    open_window(program)
    program.press("Save as PDF…")
    # Where nobody can write.
    program.answer_file_dialog("/proc/one.pdf")
    program.find(lambda name: "one.pdf" in name and name.endswith("."))
    program.key("Escape")
    program.gone("Save as PDF…")


def without_printers(program):
    """Nothing is looked for on the network, or by a service that may not be there."""
    folder = os.path.join(program.folder, "config", "gtk-4.0")
    os.makedirs(folder)
    with open(os.path.join(folder, "settings.ini"), "w", encoding="utf-8") as f:
        f.write("[Settings]\ngtk-print-backends=file\n")


@case
def the_desktop_is_asked_to_print(program):
    without_printers(program)
    open_window(program)
    program.press("Print…")
    until(lambda: xdotool("search", "--onlyvisible", "--name", "^Print$"), "the desktop's own window")
    program.focus_editor("Print")
    program.key("Escape")
    until(lambda: not xdotool("search", "--onlyvisible", "--name", "^Print$"), "it to go")
    program.find("Sheet 1 of 1", "label")
    program.key("Escape")
    program.gone("Sheet 1 of 1", "label")


run()
