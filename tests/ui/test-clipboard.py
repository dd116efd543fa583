"""What goes out by the clipboard, as another program finds it there, and what comes back."""
import os
import struct
import subprocess
import zlib

from cases import case, equal, holds, run
from program import read
import room

CLIP = os.environ["RAPPORT_CLIP"]
MAP = "application/vnd.rapport.map+xml"
TEXT = "text/plain;charset=utf-8"
PRIVATE = ("Start with the residents", "Chair changes", "Let the panel speak", "Better answers", "Unpaid evenings",
           "meeting room on Tuesdays", "NHS partners")


def get(program, kind):
    """What another program finds of that kind, and the kinds there are."""
    path = os.path.join(program.folder, "got")
    done = subprocess.run([CLIP, "get", kind, path], check=True, capture_output=True, text=True, timeout=60,
                          env=dict(os.environ, GTK_A11Y="none"))
    with open(path, "rb") as f:
        return f.read(), done.stdout


def open_everything(program):
    path = os.path.join(program.folder, "everything.rapport")
    with open(os.path.join(program.root, "tests/maps/valid/everything.rapport"), "rb") as f, open(path, "wb") as out:
        out.write(f.read())
    program.start(path)
    program.expect_focus("Map")
    return path


def count(path):
    root = read(path)
    return len(list(root.iter("stakeholder"))), len(list(root.iter("link")))


@case
def those_selected_go_to_other_programs_without_what_is_private(program):
    open_everything(program)
    program.key("ctrl+a", "ctrl+c")
    program.find("Those selected and their links were copied", "label")
    kinds = {kind: get(program, kind) for kind in (TEXT, "text/html", MAP)}
    text = kinds[TEXT][0].decode()
    equal(text.splitlines()[0].split("\t"), ["Name", "Sector", "Kind", "Ring", "Influence"])
    equal(text.splitlines()[1].split("\t"), ["Collaboration board", "Shared structures", "structure", "core", "4"])
    holds(text, "Public and patient panel\tCollaboration board\tadvises member\t0\t2\t2\t1\n")
    holds(kinds["text/html"][0].decode(), "<td>Collaboration board</td>")
    holds(kinds[MAP][0].decode(), "<label>Collaboration board</label>")
    for kind, (data, offered) in kinds.items():
        assert "RapportClip" not in offered, offered
        for private in PRIVATE:
            assert private.encode() not in data, "%s is in %s" % (private, kind)


@case
def those_selected_are_pasted_back_with_their_links_and_notes(program):
    path = open_everything(program)
    program.key("ctrl+a", "ctrl+c", "ctrl+v")
    program.expect_undo("Paste")
    program.save()
    equal(count(path), (4, 2))
    with open(path, encoding="utf-8") as f:
        equal(f.read().count("Chair changes in May."), 2)
    program.key("ctrl+z")
    program.expect_undo(None)
    program.save()
    equal(count(path), (2, 1))


@case
def those_selected_are_pasted_into_another_window(program):
    open_everything(program)
    program.key("ctrl+a", "ctrl+c")
    program.find("Those selected and their links were copied", "label")
    program.key("ctrl+n")
    program.focus_editor("New map")
    program.key("ctrl+v")
    program.find(lambda name: "2 stakeholders were pasted" in name, "label")
    path = os.path.join(program.folder, "other.rapport")
    program.save_as(path)
    equal(count(path), (2, 1))
    equal({e.get("sector") for e in read(path).iter("stakeholder")}, {"across", "public"})


def pixels(png):
    """Width, height and the bytes of the rows of a PNG of eight bits a channel, and how many channels."""
    width, height, depth, colour = struct.unpack(">IIBB", png[16:26])
    equal(depth, 8)
    data, at = b"", 8
    while at < len(png):
        length, name = struct.unpack(">I4s", png[at:at + 8])
        data += png[at + 8:at + 8 + length] if name == b"IDAT" else b""
        at += 12 + length
    return width, height, zlib.decompress(data), {2: 3, 6: 4}[colour]


@case
def the_picture_is_opaque_and_twice_as_large(program):
    open_everything(program)
    program.key("Escape", "ctrl+shift+c")
    program.find("The picture was copied", "label")
    png, offered = get(program, "image/png")
    holds(offered, "image/svg+xml")
    width, height, rows, channels = pixels(png)
    equal((width, height), (3840, 2160))
    equal(channels, 3)
    svg, _ = get(program, "image/svg+xml")
    holds(svg.decode(), "Collaboration board")
    for private in PRIVATE:
        assert private.encode() not in svg and private.encode() not in png, private
    pictures = os.environ.get("RAPPORT_PICTURES")
    if pictures:
        with open(os.path.join(pictures, "clipboard.png"), "wb") as f:
            f.write(png)


@case
def caption_and_alternative_text_are_copied(program):
    open_everything(program)
    program.act("win.copy-caption")
    program.find("Caption and alternative text were copied", "label")
    text = get(program, TEXT)[0].decode()
    holds(text, "Who can change what happens here?\n\n")
    holds(text, "A map with 2 stakeholders and 1 link")
    for private in PRIVATE:
        assert private not in text, private


def write_copies(program, folder):
    """For partners, in every form: (path, its bytes and words)."""
    for name, ending in (("Map, to work with", ".rapport"), ("PDF", ".pdf"), ("PNG", ".png"), ("Text", ".txt")):
        path = os.path.join(folder, "copy" + ending)
        program.act("win.sharing-copy")
        program.find("Write the copy…", "push button")
        program.choose_in_row("Write it as", name)
        program.press("Write the copy…", "push button")
        program.answer_file_dialog(path)
        program.gone("Write the copy…", "push button")
        with open(path, "rb") as f:
            data = f.read()
        assert data.startswith({".rapport": b"<?xml", ".pdf": b"%PDF", ".png": b"\x89PNG", ".txt": b"W"}[ending]), ending
        yield path, data + (subprocess.run(["pdftotext", path, "-"], capture_output=True).stdout if ending == ".pdf" else b"")


@case
def a_copy_for_partners_is_written_as_pdf_picture_text_and_map(program):
    open_everything(program)
    for path, data in write_copies(program, program.folder):
        for private in PRIVATE:
            assert private.encode() not in data, "%s is in %s" % (private, path)


def add(program, name):
    program.key("a")
    program.expect_focus("Name of the stakeholder")
    program.type(name)
    program.key("Return", "Escape")
    program.gone("Name of the stakeholder")
    program.expect_undo("Add “%s”" % name)


@case
def what_was_deleted_or_undone_is_in_no_copy(program):
    """The history still knows it, and the backup of the map's own file has it."""
    folder = os.path.join(program.folder, "for partners")
    os.mkdir(folder)
    path = program.example("a")
    program.start(path)
    program.expect_focus("Map")
    add(program, room.CANARY + " saved")
    program.save()
    program.key("Delete")
    program.expect_undo("Delete “%s saved”" % room.CANARY)
    program.save()
    add(program, room.CANARY + " undone")
    program.key("ctrl+z")
    program.expect_undo("Delete “%s saved”" % room.CANARY)
    with open(path + "~", "rb") as f:
        assert room.CANARY.encode() in f.read()
    for copy, data in write_copies(program, folder):
        assert room.CANARY.encode() not in data, copy
    equal(sorted(os.listdir(folder)), ["copy.pdf", "copy.png", "copy.rapport", "copy.txt"])
    program.act("win.present-in-window")
    room.says(program, "stakeholders")
    assert room.CANARY not in room.heard(program), room.heard(program)


run()
