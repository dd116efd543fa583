"""What is dragged here from another program: lists, and files of maps."""
import os
import select
import shutil
import subprocess

from cases import case, equal, run
from program import until, xdotool

CLIP = os.environ["RAPPORT_CLIP"]


def wait_until_accepted(process, place):
    """What is let go before that is let go of nowhere. A hand is never quite still."""
    def is_accepted():
        xdotool("mousemove", place[0] + 1, place[1], "sleep", .05, "mousemove", *place)
        ready = select.select([process.stdout], [], [], .2)[0]
        return ready and process.stdout.readline() == "accepted\n"
    until(is_accepted, "it to be accepted there")


def drop(program, kind, text, place):
    """A hand drags it from another program's window to that place of ours."""
    path = os.path.join(program.folder, "dragged")
    with open(path, "wb") as f:
        f.write(text.encode())
    process = subprocess.Popen([CLIP, "drag", kind, path], stdout=subprocess.PIPE, text=True,
                               env=dict(os.environ, GTK_A11Y="none"))
    try:
        equal(process.stdout.readline(), "held\n")
        until(lambda: xdotool("search", "--onlyvisible", "--name", "^Drag from here$"), "the other program's window")
        window = xdotool("search", "--onlyvisible", "--name", "^Drag from here$")
        xdotool("windowmove", "--sync", window, 1000, 900)
        start = (1060, 940)
        xdotool("mousemove", *start, "sleep", .1, "mousedown", 1)
        # GTK asks where the hand is in its own time; a hand is not so quick either.
        for step in range(1, 13):
            xdotool("mousemove", *(round(a + (b - a) * step / 12) for a, b in zip(start, place)), "sleep", .03)
        wait_until_accepted(process, place)
        xdotool("mouseup", 1)
        process.wait(15)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@case
def a_list_that_is_dropped_is_shown_and_taken(program):
    program.start(program.example("b"))
    program.canvas()
    drop(program, "text/plain;charset=utf-8", "City Hospital -> Ramblers\n", program.on_map(300, 300))
    program.find("2 new stakeholders, 1 new link.")
    program.press("Add")
    program.expect_undo("Add a list")
    program.find("City Hospital", "list item")
    program.save()


@case
def files_of_maps_that_are_dropped_are_opened(program):
    paths = [shutil.copy(program.example(letter), os.path.join(program.folder, letter + " copy.rapport")) for letter in "bc"]
    program.start()
    drop(program, "text/uri-list", "".join("file://%s\r\n" % path.replace(" ", "%20") for path in paths), (500, 400))
    until(lambda: program.frame("A public-health partnership") and program.frame("A neighbourhood programme"),
          lambda: "both maps; there is %r" % [f.get_name() for f in program.frames()])
    equal(len(program.frames()), 2)


@case
def a_table_of_a_spreadsheet_that_is_dropped_is_a_list(program):
    path = os.path.join(program.folder, "who.CSV")
    with open(path, "w", encoding="utf-8") as f:
        f.write("Name,Other name,Sector\nHealth board,Bwrdd iechyd,NHS\n")
    program.start()
    drop(program, "text/uri-list", "file://%s\r\n" % path, (500, 400))
    program.find("1 new stakeholder, 0 new links.")
    program.press("Add")
    program.expect_undo("Add a list")
    program.find("Health board", "list item")
    path = os.path.join(program.folder, "new.rapport")
    program.save_as(path)
    with open(path, encoding="utf-8") as f:
        assert "<other-label>Bwrdd iechyd</other-label>" in f.read()


@case
def several_lists_that_are_dropped_come_one_after_the_other(program):
    paths = [os.path.join(program.folder, name) for name in ("first.csv", "gone.csv", "second.txt")]
    for path, text in zip(paths[::2], ("Name,Sector\nHealth board,NHS\n", "Ramblers\nSwimmers\n")):
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
    program.start(program.example("b"))
    program.canvas()
    drop(program, "text/uri-list", "".join("file://%s\r\n" % path for path in paths), program.on_map(300, 300))
    until(lambda: program.frame("Add the list “first.csv”"), lambda: "the first list; there is %r" % program.names())
    program.find("1 new stakeholder, 0 new links.")
    program.press("Cancel")
    program.find("The list was not opened")
    program.key("Escape")
    until(lambda: program.frame("Add the list “second.txt”"), lambda: "the second list; there is %r" % program.names())
    program.find("2 new stakeholders, 0 new links.")
    program.press("Add")
    program.expect_undo("Add a list")
    program.find("Ramblers", "list item")
    equal(program.look("Health board", "list item"), None)
    equal(len(program.frames()), 1)
    program.save()


run()
