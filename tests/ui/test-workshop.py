"""A whole workshop from a file of key presses, and what it leaves behind compared with what the command line makes."""
import os
import subprocess
import xml.etree.ElementTree as ElementTree

import room
from cases import case, equal, holds, run
from program import read, until

KEYS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "workshop.keys")


def matches(pattern):
    if pattern.endswith("*"):
        return lambda name: name.startswith(pattern[:-1].strip())
    return pattern


def obey(program, word, rest):
    """One line of the file."""
    if word == "key":
        program.key(*rest.split())
    elif word == "type":
        program.type(rest)
    elif word == "press":
        program.press(rest)
    elif word == "point":
        program.point_at(rest)
    elif word == "act":
        program.act(rest)
    elif word == "see":
        program.find(matches(rest))
    elif word == "gone":
        program.gone(matches(rest))
    elif word == "focus":
        program.expect_focus(rest)
    elif word == "room":
        room.says(program, rest)
    elif word == "room-not":
        room.says_no_more(program, rest)
    elif word == "file":
        program.answer_file_dialog(os.path.join(program.folder, rest))
    else:
        raise AssertionError("%s is no word of the file" % word)


def follow(program):
    with open(KEYS, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            word, _, rest = line.strip().partition(" ")
            if word == "" or word == "#" or word.startswith("#"):
                continue
            try:
                obey(program, word, rest.strip())
            except AssertionError as error:
                raise AssertionError("line %d, %s: %s" % (number, line.strip(), error)) from None


def rapport_map(program, *arguments):
    return subprocess.run([program.rapport_map, *arguments], capture_output=True, text=True, timeout=60, check=False)


def words_of(path):
    tree = ElementTree.parse(path)
    return sorted("%s %s" % (e.tag.rpartition("}")[2], (e.text or "").strip()) for e in tree.iter() if (e.text or "").strip())


@case
def a_workshop_from_before_the_start_to_what_is_handed_out(program):
    path = program.example("c")
    program.start(path)
    program.canvas()
    follow(program)
    program.focus_editor("A neighbourhood programme")
    saved = read(path)
    holds([e.findtext("label") for e in saved.findall("stakeholders/stakeholder")], "Food bank")
    response = [e for e in saved.findall("responses/response") if e.findtext("what").startswith("Chair by turns")]
    equal(len(response), 1)
    assert response[0].get("marks"), "the response answers no tension"

    deck, again = (os.path.join(program.folder, name) for name in ("deck.pdf", "again.pdf"))
    equal(rapport_map(program, "export", path, "--deck", "-o", again).returncode, 0)
    with open(deck, "rb") as a, open(again, "rb") as b:
        assert a.read() == b.read(), "the window's deck is not that of the command line"

    copy, shared = (os.path.join(program.folder, name) for name in ("copy.rapport", "shared.rapport"))
    equal(rapport_map(program, "check", copy).returncode, 0)
    rapport_map(program, "share", path, "-o", shared)
    equal(words_of(copy), words_of(shared))
    with open(copy, encoding="utf-8") as f:
        text = f.read()
    for word in ("presenter-note", "<step", "Read the question out", program.folder):
        assert word not in text, "%r is in the copy" % word
    equal([name for name in sorted(os.listdir(program.folder)) if name.startswith("copy")], ["copy.rapport"])


run()
