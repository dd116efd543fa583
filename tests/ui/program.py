"""The program as somebody before the screen has it: what it shows, by its accessible names, and a hand for it.

Nothing here waits a fixed time: every look is repeated until it sees what it is to see, or until the patience is at an
end, which is long because the machine may be busy.
"""
import os
import re
import subprocess
import xml.etree.ElementTree
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from screen import die_with_parent  # noqa: E402
from tree import children, follow, tree_of  # noqa: E402

PATIENCE = 60

# What GTK 4.8 and the accessibility library of its time call a role, and what later ones do.
LATER_ROLES = {"push button": ("button", "toggle button"), "text": ("entry",), "panel": ("grouping",)}


def until(look, what, patience=PATIENCE):
    """Returns what look() returns as soon as it is true. An element that is gone while one looks counts as not yet."""
    end = time.monotonic() + patience
    pause = .01
    while True:
        try:
            seen = look()
        except GLib.Error:
            seen = None
        if seen:
            return seen
        if time.monotonic() > end:
            raise AssertionError("waited in vain for " + (what() if callable(what) else what))
        time.sleep(pause)
        pause = min(.1, pause * 1.5)


def walk(element, hidden=False):
    """An element and all within that is not hidden."""
    if hidden or has_state(element, Atspi.StateType.VISIBLE):
        yield element
        for child in children(element):
            yield from walk(child, hidden)


def has_state(element, state):
    return element.get_state_set().contains(state)


def is_sensitive(element):
    return has_state(element, Atspi.StateType.SENSITIVE)


def is_pressed(element):
    return has_state(element, Atspi.StateType.PRESSED) or has_state(element, Atspi.StateType.CHECKED)


def is_role(element, role):
    """A role by its older name; None is any."""
    return is_role_name(element.get_role_name(), role)


def is_role_name(name, role):
    return role is None or name in (role, *LATER_ROLES.get(role, ()))


def text_of(element):
    """What a text field holds. In GTK 4.8 the end must be counted, -1 gives nothing."""
    return Atspi.Text.get_text(element, 0, Atspi.Text.get_character_count(element))


def actions_of(element):
    return [Atspi.Action.get_action_name(element, i) for i in range(Atspi.Action.get_n_actions(element))]


def xdotool(*arguments):
    done = subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True, timeout=PATIENCE)
    return done.stdout.strip()


class Program:
    def __init__(self, folder, rapport, rapport_map, root, pictures):
        self.folder = folder
        self.rapport = rapport
        self.rapport_map = rapport_map
        self.examples = os.path.join(root, "data", "examples")
        self.root = root
        self.pictures = pictures
        self.process = None
        self.known = None  # on the bus of what is accessible, once it was found there
        self.log = os.path.join(folder, "said")
        self.presses = 0
        self.hear = str  # what it says, as the names here are: in English

    # --- Its life ---

    def start(self, *arguments, before=None, **environment):
        """Starts it, in the same home each time, and waits for its window. @before is called in the new process."""
        def prepare():
            die_with_parent()
            if before is not None:
                before()

        home = {"HOME": self.folder, "XDG_CONFIG_HOME": self.folder + "/config",
                "XDG_DATA_HOME": self.folder + "/data", "XDG_STATE_HOME": self.folder + "/state",
                "XDG_CACHE_HOME": self.folder + "/cache", "G_DEBUG": "fatal-warnings"}
        self.known = None
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([self.rapport, *arguments], stdin=subprocess.DEVNULL, stdout=log,
                                            stderr=log, cwd=self.folder, env=dict(os.environ, **home, **environment),
                                            preexec_fn=prepare)
        until(self.frame, "the window")
        self._wait_for_focus()

    def _wait_for_focus(self):
        """On a busy machine a window manager that has just begun may overlook a new window: it is then asked for it."""
        def has_focus():
            return self._window_id() in xdotool("getactivewindow")
        try:
            until(has_focus, "the window to have the focus", patience=PATIENCE / 4)
        except AssertionError:
            xdotool("windowactivate", self._window_id())
            until(has_focus, "the window to have the focus")

    def said(self):
        with open(self.log, encoding="utf-8", errors="replace") as f:
            return f.read()

    def check_alive(self):
        if self.process.poll() is not None:
            raise AssertionError("the program has ended (%d): %s" % (self.process.returncode, self.said()))

    def kill(self):
        """As a crash or a power cut ends it."""
        self.process.kill()
        self.process.wait()
        self.process = None
        until(lambda: not self._applications(), "the program to be gone")

    def quit(self):
        """It ends by itself when its windows are closed, with nothing said."""
        if self.process is not None:
            xdotool("key", "--clearmodifiers", "ctrl+q")
            # A key that is pressed while the focus goes from one window to the next reaches nobody.
            try:
                self.process.wait(PATIENCE / 4)
            except subprocess.TimeoutExpired:
                xdotool("key", "--clearmodifiers", "ctrl+q")
            self.wait_for_end()

    def wait_for_end(self):
        try:
            status = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise AssertionError("the program does not end") from None
        self.process = None
        assert status == 0, "it ended with %d: %s" % (status, self.said())
        assert self.said() == "", "it said: " + self.said()

    def end(self):
        """Whatever happened: not there any more."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def picture(self, path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        subprocess.run(["import", "-silent", "-window", "root", path], timeout=PATIENCE, check=False)

    # --- What it shows ---

    def _applications(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        pid = self.process.pid if self.process is not None else None
        return [a for a in children(desktop) if pid is None or a.get_process_id() == pid]

    def application(self):
        found = self._applications()
        if found:
            found[0].clear_cache()
        return found[0] if found else None

    def frames(self):
        application = self.application()
        return list(children(application)) if application is not None else []

    def frame(self, title=None):
        """The window of that title, else any."""
        self.check_alive()
        return next((f for f in self.frames() if title is None or self.hear(f.get_name()) == title), None)

    def look(self, name, role=None, within=None, has=Atspi.StateType.VISIBLE):
        """The first element of that accessible name there is now, or that answers to a predicate, or nothing.

        What goes away while one looks at it is no reason to stop: one looks again.
        """
        for _ in range(20):
            self.check_alive()
            try:
                return self._look_once(name, role, within, has)
            except GLib.Error:
                time.sleep(.05)
        return self._look_once(name, role, within, has)

    def _look_once(self, name, role, within, has):
        for node in self._nodes(within):
            said = self.hear(node.name)
            if (name(said) if callable(name) else said == name) and is_role_name(node.role, role) and node.has_state(has):
                return self._element(node, within)
        return None

    def _nodes(self, within=None):
        """All that is shown, or is within an element, from the newest window on, as it is at this moment."""
        self.known = self.known or self.application()
        if self.known is None:
            return []
        self.known.clear_cache()
        windows = []
        for node in tree_of(self.known.app.bus_name):
            if node.above is None:
                windows.append([])
            if within is None or node.way(within.path) is not None:
                windows[-1].append(node)
        return [node for window in reversed(windows) for node in window]

    def _element(self, node, within=None):
        """What a node is; it may have gone meanwhile."""
        if within is not None:
            return follow(node.way(within.path), within)
        way = node.way()
        frame = next((f for f in self.frames() if f.path == way[0].path), None)
        if frame is None:
            raise GLib.Error("the window of %s has gone" % node.name)
        return follow(way[1:], frame)

    def find(self, name, role=None, **more):
        """The same, waited for."""
        return until(lambda: self.look(name, role, **more), lambda: "%r; there is %s" % (name, self.names()))

    def gone(self, name, role=None):
        until(lambda: self.look(name, role) is None, "%r to go" % (name,))

    def names(self):
        """All that is named on show, for the words of a failure."""
        try:
            return [node.name for node in self._nodes() if node.name]
        except GLib.Error as error:
            return [str(error)]

    def title(self):
        frame = self.frame()
        return frame.get_name() if frame is not None else None

    def expect_focus(self, name):
        until(lambda: self.look(name, has=Atspi.StateType.FOCUSED), lambda: "%r to have the focus; it has %r" % (name, self.focused()))

    def expect_window(self, title):
        """The keyboard is with the window of that title: it is shown before it has it."""
        def has_it():
            frame = self.frame(title)
            return frame is not None and has_state(frame, Atspi.StateType.ACTIVE)
        until(has_it, lambda: "%r to have the keyboard; there is %r" % (title, [f.get_name() for f in self.frames()]))

    def focused(self):
        return [node.name for node in self._nodes() if node.has_state(Atspi.StateType.FOCUSED)]

    def _words_of(self, button):
        said = self.hear(self.find(button, "push button").get_description())
        start = button + ": "
        return said[len(start):] if said.startswith(start) else None

    def undo_words(self):
        """What the next undo would undo."""
        return self._words_of("Undo")

    def undo_all(self):
        """Steps of the same name follow one another, so that a press too many may come; it does nothing."""
        while self.undo_words() is not None:
            self.key("ctrl+z")

    def redo_all(self):
        while self._words_of("Redo") is not None:
            self.key("ctrl+shift+z")

    def expect_undo(self, words):
        """The last step is that one, by its name; None is no step at all."""
        until(lambda: self.undo_words() == words, lambda: "the step %r; there is %r" % (words, self.undo_words()))

    def save(self):
        self.key("ctrl+s")
        self.expect_state("Saved")

    def save_as(self, path):
        """By the dialog that asks for the name of a file."""
        self.key("ctrl+s")
        self.answer_file_dialog(path)
        self.expect_state("Saved")

    def answer_file_dialog(self, path):
        """Types a whole path where a name is asked for: once more where GTK's dialog, which had not read the folder yet,
        wrote a name of its own over it."""
        self.expect_focus("Name:")
        for patience in (10, 10, 60):
            self.key("ctrl+a")
            self.type(path)
            try:
                until(lambda: text_of(self.look("Name:", "text")) == path, "the path to be typed", patience=patience)
                break
            except AssertionError:
                if patience == 60:
                    raise
        self.key("Return")
        self.gone("Name:", "text")

    def expect_state(self, words):
        """The state of the file below the title."""
        self.find(words, "label")

    # --- The hand ---

    def _window_id(self, title=""):
        found = xdotool("search", "--onlyvisible", "--all", "--pid", self.process.pid, "--name", title or ".").split()
        return found[-1] if found else "none"

    def main_window_id(self):
        """The largest: a dialog is smaller than the window it is about."""
        def area(window):
            sizes = re.findall(r"(?:WIDTH|HEIGHT)=([0-9]+)", xdotool("getwindowgeometry", "--shell", window))
            return int(sizes[0]) * int(sizes[1])
        return max(xdotool("search", "--onlyvisible", "--all", "--pid", self.process.pid, "--name", ".").split(), key=area)

    def press(self, name, role=None, action=None):
        """Clicks an element by its accessible action, whatever is above it."""
        element = self.find(name, role)
        until(lambda: is_sensitive(element), "%r to be possible" % (name,))
        names = actions_of(element)
        wanted = action or next((n for n in ("click", "activate", "toggle") if n in names), None)
        assert wanted in names, "%r has only the actions %r" % (name, names)
        assert Atspi.Action.do_action(element, names.index(wanted)), "%r does not do it" % (name,)

    def choose(self, name, row):
        """Chooses a row of a drop-down, which says what is chosen: by its action, and then by the keyboard."""
        self.press(lambda said: said.startswith(name + ": "), "push button")
        self.choose_row(row)
        self.find(name + ": " + row, "push button")

    def choose_in_row(self, name, row):
        """The same where a whole row of a form is the drop-down; Tab leads there."""
        self.go("Tab", lambda: self._focus()[:1] == [name], name)
        self.key("space")
        self.choose_row(row)
        self.expect_focus(name)
        until(lambda: self.chosen_in_row(name) == row, "%r to be chosen" % row)

    def chosen_in_row(self, name):
        """Of such a row: a row says what is chosen, and then what else there is to say of it."""
        return self.hear(self.find(name).get_description()).split("\n")[0]

    def _focus(self):
        """What has the keyboard, looked for from the newest window on: its name, role and place, or nothing."""
        try:
            for node in self._nodes():
                if node.has_state(Atspi.StateType.FOCUSED):
                    return [node.name, node.role, self.box(self._element(node))]
        except GLib.Error:
            pass
        return []

    def go(self, key, is_there, what, most=40):
        """Presses a key that leads on, one press after the other has done something, until it is there."""
        for _ in range(most):
            if is_there():
                return
            before = self._focus()
            self.key(key)
            try:
                until(lambda: self._focus() != before or is_there(), "the focus to move", patience=3)
            except AssertionError:
                pass
        assert is_there(), "%s does not lead to %r" % (key, what)

    def choose_row(self, row):
        """Of what has dropped down."""
        self.find(row, "list item")
        self.key("Home")
        self.go("Down", lambda: self.look(row, "list item", has=Atspi.StateType.FOCUSED), row)
        self.key("Return")

    def point_at(self, name, role=None):
        """Clicks an element with the pointer, once it has its place."""
        self.click(*self.at_rest(self.find(name, role)))

    def focus_editor(self, title):
        """The keyboard goes to the window of that title, and stays: another that has just come up may take it once."""
        kept = 0
        while kept < 10:
            self.check_alive()
            window = self._window_id("^" + title + "$")
            if xdotool("getactivewindow") == window:
                kept += 1
            else:
                xdotool("windowactivate", window)
                kept = 0
            time.sleep(.05)

    def act(self, action, title=None):
        """An action of the window, or of the one of that title, such as win.undo."""
        frame = self.frame(title)
        names = actions_of(frame)
        holding = [n for n in names if n == action]
        assert holding, "%r is not among %r" % (action, names)
        assert Atspi.Action.do_action(frame, names.index(action))

    def key(self, *keys):
        """Each is a key as xdotool names it, with its modifiers: a, ctrl+z, Return. Each is done before the next."""
        self.check_alive()
        self.presses += len(keys)
        for key in keys:
            self._wait_for_keyboard()
            # The question after the key is answered once the screen has given the key to the program.
            xdotool("key", "--clearmodifiers", key, "getmouselocation")
            self._settle()

    def type(self, text):
        self.check_alive()
        self._wait_for_keyboard()
        xdotool("type", "--clearmodifiers", "--delay", 15, "--", text)
        self._settle()

    def _wait_for_keyboard(self):
        """While the keyboard goes from a window that is closed to the next, what is pressed reaches nobody."""
        until(lambda: xdotool("getwindowfocus", "getwindowpid") == str(self.process.pid), "the keyboard")

    def _settle(self):
        """Returns when the program has done what it was given: it answers questions in the order in which they come.

        It takes one event a turn, and there may be a few before ours. One that has ended has nothing more to do.
        """
        try:
            for frame in self.frames()[:1] * 4:
                Atspi.Component.get_extents(frame, Atspi.CoordType.WINDOW)
        except GLib.Error:
            pass

    @staticmethod
    def _geometry(window):
        """Of a window of the screen: x, y, width, height."""
        said = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", window).splitlines() if "=" in line)
        if "HEIGHT" not in said:
            raise GLib.Error("the window %s has gone" % window)
        return [int(said[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")]

    def _geometry_or_nothing(self, window):
        """The same of one that may go meanwhile."""
        try:
            return self._geometry(window)
        except GLib.Error:
            return []

    def origin(self):
        """Where what GTK counts from is on the screen: within the shadow of the window, and in later versions further."""
        left, top, whole, _ = self._geometry(self._window_id())
        x, _, width, _ = self.box(self.frame())
        border = (whole - width) // 2 if x == 0 else -2 * x
        return left + border, top + border

    def _origin_of_popover(self, popover):
        """The window on the screen with its size which stands above the one that has the keyboard, when both rest: a menu
        that leads to another changes its size on the way."""
        last = None
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            x, y, *size = self.box(popover)
            shown = xdotool("search", "--onlyvisible", "--all", "--pid", self.process.pid, "--name", ".*").split()
            places = [self._geometry_or_nothing(window) for window in shown if window != self._window_id()]
            found = [(place[0] - x, place[1] - y, *size) for place in places if place[2:] == size]
            if found and found == last:
                return found[0][:2]
            last = found
            time.sleep(.15)
        raise AssertionError("no popover of %d x %d comes to rest" % tuple(size))

    def _origin_of(self, element):
        """What is on a popover is counted from the corner of the popover."""
        content = element
        while content is not None and content.get_role_name() != "frame":
            if content.get_name() == "GtkPopoverContent":
                return self._origin_of_popover(content.get_parent())
            content = content.get_parent()
        return self.origin()

    def knows_places(self):
        """Whether the toolkit says exactly where small things are. From 4.10 on it leaves out what is round them."""
        return self.box(self.frame())[0] == 0

    @staticmethod
    def box(element):
        r = Atspi.Component.get_extents(element, Atspi.CoordType.WINDOW)
        return r.x, r.y, r.width, r.height

    def middle(self, element):
        x, y, width, height = self.box(element)
        left, top = self._origin_of(element)
        return left + x + width // 2, top + y + height // 2

    def at_rest(self, element):
        """Its middle, once it has come to rest: a card moves along when what it stands beside is drawn anew, and what is
        on the map is told a fifth of a second after the paper has."""
        place = [self.middle(element)]

        def same():
            time.sleep(.3)
            place.append(self.middle(element))
            return place[-1] == place[-2]
        until(same, "an end of its moving")
        return place[-1]

    def canvas(self):
        return self.find("Map", "list")

    def on_map(self, x, y):
        """Where a point of the map's page is on the screen, while the whole page is in view."""
        left, top = self.origin()
        cx, cy, width, height = self.box(self.canvas())
        scale = min(width / 1920, height / 1080)
        return (round(left + cx + (width - 1920 * scale) / 2 + x * scale),
                round(top + cy + (height - 1080 * scale) / 2 + y * scale))

    def click_link(self, a, b):
        """Clicks the link of these two, from its middle outwards, since links may bend."""
        link = self.find(lambda name: name in ("%s and %s" % (a, b), "%s and %s" % (b, a)), "list item")
        x, y = self.at_rest(link)
        (ax, ay), (bx, by) = (self.middle(self.find(name, "list item")) for name in (a, b))
        length = max(1, ((bx - ax) ** 2 + (by - ay) ** 2) ** .5)
        for off in (0, 7, -7, 14, -14, 21, -21):
            self.click(round(x + off * (by - ay) / length), round(y - off * (bx - ax) / length))
            try:
                # Longer than the time in which two clicks are a double one.
                until(lambda: has_state(link, Atspi.StateType.SELECTED), "the link", 1)
                return
            except AssertionError:
                pass
        raise AssertionError("the link of %s and %s is not where it is said to be" % (a, b))

    def click_discs(self, name):
        """Clicks the discs of somebody's influence, which are below them where nothing is in the way."""
        element = self.find(name, "list item")
        x, y = self.at_rest(element)
        self.click(x, y + self.box(element)[3] // 2 + 7)

    def click(self, x, y, count=1, button=1):
        if count > 1:
            # GTK takes the first of two clicks for a part of one elsewhere that was just before it.
            time.sleep(.45)
        # Not by a leap: GTK learns from a motion, not from an entry, that the pointer is on another window of the program.
        # It keeps only the last of the motions that come within one of its frames, so the hand takes a little longer.
        xdotool("mousemove", x - 3, y - 2, "sleep", .04, "mousemove", x - 1, y - 1, "sleep", .04, "mousemove", x, y,
                "sleep", .02, "click", "--repeat", count, "--delay", 40, button)

    def double_click(self, x, y, name):
        """Until what is called so has the keyboard: where the program is busy between two clicks they are two single ones."""
        for patience in (5, 5, PATIENCE):
            self.click(x, y, count=2)
            try:
                until(lambda: self.look(name, has=Atspi.StateType.FOCUSED), "a double click", patience=patience)
                return
            except AssertionError:
                if patience == PATIENCE:
                    raise

    def drag(self, start, end, steps=12):
        """A drag as a hand makes it, through places on its way."""
        xdotool("mousemove", *start, "mousedown", 1)
        for i in range(1, steps + 1):
            xdotool("mousemove", *(round(a + (b - a) * i / steps) for a, b in zip(start, end)))
        xdotool("mouseup", 1)

    # --- Files ---

    def example(self, name):
        """A copy of an example, which the case may change."""
        source = next(f for f in sorted(os.listdir(self.examples)) if f.startswith(name + "-"))
        path = os.path.join(self.folder, source)
        with open(os.path.join(self.examples, source), "rb") as f, open(path, "wb") as out:
            out.write(f.read())
        return path

    def command(self, *arguments):
        """Of rapport-map, which works without the window."""
        done = subprocess.run([self.rapport_map, *arguments], capture_output=True, timeout=PATIENCE)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def canonical(self, path):
        return self.command("convert", path, "-")

    def tensions(self, path):
        """Which tensions a saved map has, and on whom: (word, names)."""
        root = read(path)
        names = {}
        for element in root.iter("stakeholder"):
            names[element.get("id")] = element.findtext("label").strip()
        for element in root.iter("link"):
            names[element.get("id")] = "%s and %s" % (names[element.get("a")], names[element.get("b")])
        return [(mark.get("tension"), ", ".join(names[i] for i in mark.get("on", "").split()))
                for mark in root.iter("mark")]

    def places(self, path):
        """Where a saved map draws its stakeholders, by name: (x, y, half the height), on the page as the window has it."""
        picture = self.command("export", path, "-o", "-", "--format=svg", "--size=1920x1080").decode()
        names = {e.get("id"): (e.findtext("label") or "").strip() for e in read(path).iter("stakeholder")}
        places = {}
        for found in re.finditer(r'<g id="stakeholder-([^"]*)".*?<path d="([^"]*)"', picture, re.DOTALL):
            numbers = [float(n) for n in re.findall(r"-?[0-9.]+", found[2])]
            x, y = numbers[0::2], numbers[1::2]
            places[names[found[1]]] = ((min(x) + max(x)) / 2, (min(y) + max(y)) / 2, (max(y) - min(y)) / 2)
        return places


def read(path):
    """The map as XML, its elements by their local names."""
    root = xml.etree.ElementTree.parse(path).getroot()
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root
