"""What the room sees, for the tests of presenting: its window, what it says, and words that it must not say."""
import xml.etree.ElementTree as ElementTree

from gi.repository import Atspi

from program import until, walk, xdotool

TITLE = "What the room sees"
CANARY = "Zugzwang"
SPACE = "urn:x-rapport:map"


def frame(program):
    return program.frame(TITLE)


def takes_keyboard(program):
    """Waits until the room's window has the keyboard, which goes to a window only some time after it has come up."""
    until(lambda: program.hear(xdotool("getwindowfocus", "getwindowname")) == TITLE,
          lambda: "the keyboard for the room; %r has it" % xdotool("getwindowfocus", "getwindowname"))


def image(program):
    """The map of the room, or nothing."""
    window = frame(program)
    if window is None:
        return None
    return next((e for e in walk(window) if e.get_description()
                 or program.hear(e.get_name()) == "Nothing is shown"), None)


def says(program, part, name=False):
    """Waits until the room is told something."""
    def look():
        found = image(program)
        return found is not None and part in program.hear(found.get_name() if name else found.get_description())
    until(look, lambda: "%r in what the room is told: %r" % (part, heard(program)))


def says_no_more(program, part):
    until(lambda: image(program) is not None and part not in image(program).get_description(),
          "%r to go from what the room is told" % part)


def heard(program):
    """All that anybody in the room could be read out, and the titles of windows. What changes meanwhile is read again."""
    said = []

    def read():
        window = frame(program)
        said[:] = [] if window is None else [e.get_name() + "\n" + e.get_description() for e in walk(window, hidden=True)]
        return True
    until(read, "the room's window to keep still")
    return "\n".join(said)


def place(program):
    """Where the room's window is: x, y, width, height; nothing where there is none."""
    window = xdotool("search", "--onlyvisible", "--name", "^%s$" % TITLE).split()
    if not window:
        return None
    shell = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", window[0]).splitlines() if "=" in line)
    # It may go between two questions.
    return tuple(int(shell[key]) for key in ("X", "Y", "WIDTH", "HEIGHT")) if "HEIGHT" in shell else None


def put_canaries(path):
    """All words of a map that are for facilitators or kept in the file become the canary."""
    ElementTree.register_namespace("", SPACE)
    tree = ElementTree.parse(path)
    count = 0
    for element in tree.iter():
        tag = element.tag.rpartition("}")[2]
        if tag != "presenter-note" and (tag not in ("note", "mark", "response") or element.get("level") == "shared"):
            continue
        for inner in element.iter():
            if inner is element and tag in ("mark", "response"):
                continue
            inner.text = "%s %d" % (CANARY, count)
            count += 1
    tree.write(path, encoding="utf-8", xml_declaration=True)
    return count


def state(element, which):
    return element.get_state_set().contains(getattr(Atspi.StateType, which))
