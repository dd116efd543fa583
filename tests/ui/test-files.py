"""Files, when something goes wrong: what is said, and that no byte is lost."""
import ctypes
import os
import resource

from cases import Skip, case, equal, run
from program import read, until

CLONE_NEWNS = 0x00020000
MS_REC, MS_PRIVATE = 0x4000, 0x40000
libc = ctypes.CDLL(None, use_errno=True)


def add(program, *names):
    program.key("a")
    program.expect_focus("Name of the stakeholder")
    for name in names:
        program.type(name)
        program.key("Return")
        program.expect_undo("Add “%s”" % name)
    program.key("Escape")
    program.gone("Name of the stakeholder", "text")


def names_of(path):
    return [e.findtext("label").strip() for e in read(path).iter("stakeholder")]


def bytes_of(path):
    with open(path, "rb") as f:
        return f.read()


def is_kept(program, text):
    """Whether a text is on the disk, in what is kept against a crash."""
    for folder, _, files in os.walk(program.folder + "/state"):
        for name in files:
            if text.encode() in bytes_of(os.path.join(folder, name)):
                return True
    return False


def expect_question(program, heading, sentence):
    program.find(heading, "label")
    program.find(lambda name: sentence in name, "label")


def changed(program):
    """An example in the window, with somebody new on it; its path, and its bytes on the disk."""
    path = program.example("b")
    program.start(path)
    program.find("Map", "list")
    add(program, "Somebody new")
    program.expect_state("Changed since it was saved")
    return path, bytes_of(path)


def save_copy(program, path):
    program.press("Save a copy…", "push button")
    program.answer_file_dialog(path)
    program.expect_state("Saved")


# --- A crash ---

@case
def after_a_crash_the_work_is_offered(program):
    path = os.path.join(program.folder, "recovered.rapport")
    program.start()
    program.key("Return")
    program.find("Map", "list")
    add(program, "University", "Hospital trust")
    until(lambda: is_kept(program, "Hospital trust"), "the work to be kept")
    program.kill()

    program.start()
    equal(program.title(), "Rapport")
    program.find("Unsaved work: 2 steps. Open it again", "label")
    program.point_at("New map", "list item")
    program.expect_state("Not saved yet")
    program.find("Hospital trust", "list item")
    program.save_as(path)
    equal(names_of(path), ["University", "Hospital trust"])
    program.quit()
    program.start()
    program.find("Draw your partnership")
    assert program.look(lambda name: name.startswith("Unsaved work")) is None


@case
def a_crash_leaves_the_file_and_what_was_not_in_it(program):
    path, before = changed(program)
    until(lambda: is_kept(program, "Somebody new"), "the work to be kept")
    program.kill()
    equal(bytes_of(path), before)

    program.start()
    program.find("Unsaved work: 1 step. Open it again", "label")
    program.point_at("A public-health partnership", "list item")
    program.expect_state("Changed since it was saved")
    equal(bytes_of(path), before)
    program.save()
    equal(names_of(path)[-1], "Somebody new")


# --- Closing ---

@case
def closing_asks_and_stays(program):
    path, before = changed(program)
    program.key("ctrl+q")
    expect_question(program, "Save before closing?", "has changes that are not in its file yet.")
    program.press("Cancel", "push button")
    program.gone("Save before closing?")
    program.expect_state("Changed since it was saved")
    equal(bytes_of(path), before)
    program.key("ctrl+z")
    program.expect_undo(None)


@case
def closing_gives_up_what_is_not_wanted(program):
    path, before = changed(program)
    until(lambda: is_kept(program, "Somebody new"), "the work to be kept")
    program.key("ctrl+q")
    program.press("Don’t save", "push button")
    program.wait_for_end()
    equal(bytes_of(path), before)
    assert not is_kept(program, "Somebody new")


@case
def closing_saves_first(program):
    path, _ = changed(program)
    program.key("ctrl+q")
    program.find("Save before closing?", "label")
    program.key("Return")
    program.wait_for_end()
    equal(names_of(path)[-1], "Somebody new")


# --- Saving that fails ---

@case
def a_file_marked_as_read_only_is_left_alone(program):
    path = program.example("b")
    os.chmod(path, 0o444)
    before = bytes_of(path)
    copy = os.path.join(program.folder, "copy.rapport")
    program.start(path)
    program.find("Map", "list")
    add(program, "Somebody new")
    program.key("ctrl+s")
    expect_question(program, "The map was not saved", "it is marked as read-only. "
                    "Allow writing to it or save to another place.")
    equal(bytes_of(path), before)
    save_copy(program, copy)
    equal(names_of(copy)[-1], "Somebody new")
    equal(bytes_of(path), before)


def limit_files(program, size):
    resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


@case
def a_file_that_may_not_grow_is_left_alone(program):
    path, before = changed(program)
    limit_files(program, 4096)
    program.key("ctrl+s")
    expect_question(program, "The map was not saved", "files as large as this are not allowed there.")
    equal(bytes_of(path), before)
    program.press("Cancel", "push button")
    program.gone("The map was not saved")
    program.expect_state("Changed since it was saved")
    limit_files(program, resource.RLIM_INFINITY)
    program.save()
    equal(names_of(path)[-1], "Somebody new")


def on_a_full_disk(folder, size, name, content):
    """For a child, before it becomes another program: what it alone sees there is a disk that a map has filled."""
    def mount():
        if libc.unshare(CLONE_NEWNS) or libc.mount(None, b"/", None, MS_REC | MS_PRIVATE, None):
            raise OSError(ctypes.get_errno(), "unshare")
        if libc.mount(b"tmpfs", folder.encode(), b"tmpfs", 0, b"size=%d" % size):
            raise OSError(ctypes.get_errno(), "mount")
        page = os.sysconf("SC_PAGESIZE")
        for file, data in ((name, content), ("filling", b"x" * (size - page * -(-len(content) // page)))):
            with open(os.path.join(folder, file), "wb") as f:
                f.write(data)
    return mount


@case
def a_full_disk_leaves_what_was_there(program):
    if os.getuid() != 0:
        raise Skip("only root makes a small disk")
    disk = os.path.join(program.folder, "disk")
    os.mkdir(disk)
    before = bytes_of(program.example("b"))
    program.start(disk + "/small.rapport", before=on_a_full_disk(disk, 64 * 1024, "small.rapport", before))
    # The disk as the program sees it.
    seen = "/proc/%d/root%s" % (program.process.pid, disk)
    program.expect_state("Saved")
    add(program, "Somebody new")
    program.key("ctrl+s")
    expect_question(program, "The map was not saved", "the disk is full. Make room or save to another place.")
    equal(bytes_of(seen + "/small.rapport"), before)
    equal(sorted(os.listdir(seen)), ["filling", "small.rapport"])
    program.press("Cancel", "push button")
    program.gone("The map was not saved")
    program.expect_state("Changed since it was saved")
    os.remove(seen + "/filling")
    program.save()
    equal(names_of(seen + "/small.rapport")[-1], "Somebody new")


# --- Somebody else's changes ---

def change_outside(path, before):
    theirs = before.replace(b"University two", b"University deux")
    assert theirs != before
    with open(path, "wb") as f:
        f.write(theirs)
    return theirs


def ask_about_theirs(program):
    program.key("ctrl+s")
    expect_question(program, "The file was changed by somebody else",
                    "has been changed by somebody else since it was opened. Save a copy, overwrite it or reload it.")


@case
def what_was_changed_outside_is_kept_beside_a_copy(program):
    path, before = changed(program)
    copy = os.path.join(program.folder, "copy.rapport")
    theirs = change_outside(path, before)
    ask_about_theirs(program)
    equal(bytes_of(path), theirs)
    program.press("Cancel", "push button")
    program.gone("The file was changed by somebody else")
    program.expect_state("Changed since it was saved")
    ask_about_theirs(program)
    save_copy(program, copy)
    equal(bytes_of(path), theirs)
    equal(names_of(copy)[-1], "Somebody new")


@case
def what_was_changed_outside_is_overwritten_by_choice(program):
    path, before = changed(program)
    change_outside(path, before)
    ask_about_theirs(program)
    program.press("Overwrite", "push button")
    program.expect_state("Saved")
    equal(names_of(path)[-1], "Somebody new")


@case
def what_was_changed_outside_is_loaded_by_choice(program):
    path, before = changed(program)
    until(lambda: is_kept(program, "Somebody new"), "the work to be kept")
    theirs = change_outside(path, before)
    ask_about_theirs(program)
    program.press("Reload", "push button")
    program.expect_state("Saved")
    program.find("University deux", "list item")
    equal(bytes_of(path), theirs)
    assert program.look("Somebody new", "list item") is None
    until(lambda: not is_kept(program, "Somebody new"), "what was given up to be gone")


@case
def a_file_that_is_gone_is_saved_again(program):
    path, _ = changed(program)
    os.rename(path, path + ".moved")
    program.key("ctrl+s")
    expect_question(program, "The map was not saved", "has been moved or deleted since it was opened.")
    program.press("Save it here again", "push button")
    program.expect_state("Saved")
    equal(names_of(path)[-1], "Somebody new")


run()
