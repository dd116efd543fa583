"""Pictures of every screen of the program and of every state it can be in, to be looked at.

    shots.py RAPPORT RAPPORT_MAP SOURCE_ROOT FOLDER [LOOK…] [SCENE…]

Each look (a size of the screen, light, dark or high contrast) has a folder of pictures and one sheet of them all.
"""
import os
import re
import shutil
import subprocess
import sys
import time

import pseudo
import screen

#: name: the screen, the width of the window where it does not fill it, and what the program is told of the desktop. The
#: smallest window has 360 pixels within its frame.
LIGHT, DARK, CONTRAST = {}, {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, {"ADW_DEBUG_HIGH_CONTRAST": "1"}
LOOKS = {
    "light-1366x768": ((1366, 768), None, LIGHT),
    "light-1920x1080": ((1920, 1080), None, LIGHT),
    "light-683x768": ((1366, 768), 683, LIGHT),
    "light-360x768": ((1366, 768), 370, LIGHT),
    "dark-1366x768": ((1366, 768), None, DARK),
    "dark-1920x1080": ((1920, 1080), None, DARK),
    "contrast-1366x768": ((1366, 768), None, CONTRAST),
    "contrast-683x768": ((1366, 768), 683, CONTRAST),
    "light-1024x600": ((1024, 600), None, LIGHT),
    "dark-1024x600": ((1024, 600), None, DARK),
    # Letters twice as large, as the desktop's setting for them makes them.
    "large-text-1366x768": ((1366, 768), None, {"letters": 2}),
    # Words as long as another language's, and those of one that is written from right to left.
    "long-words-1366x768": ((1366, 768), None, {"language": "qps"}),
    "long-words-360x768": ((1366, 768), 370, {"language": "qps"}),
    "right-to-left-1366x768": ((1366, 768), None, {"language": "ar"}),
}

scenes = []


def scene(function):
    """Gets a program that is not started yet, and the photographer."""
    scenes.append(function)
    return function


class Photographer:
    def __init__(self, folder, width, height, settings):
        self.folder = folder
        self.width = width
        self.height = height
        self.settings = settings
        self.program = None
        self.number = 0
        os.makedirs(folder, exist_ok=True)

    def start(self, program, *arguments):
        self.program = program
        settings = dict(self.settings)
        language = settings.pop("language", None)
        letters = settings.pop("letters", 1)
        if language is not None:
            settings.update(pseudo.install(program.root, program.folder, language))
            program.hear = pseudo.hear
        subprocess.run(["xrdb", "-nocpp", "-merge", "-"], input="Xft.dpi: %d\n" % (96 * letters), text=True, check=True)
        program.start(*arguments, **settings)
        self._fit()

    def _fit(self):
        """The window fills the screen, as a maximised one does, or its left part."""
        from program import xdotool
        window = self.program.main_window_id()
        xdotool("windowmove", "--sync", window, 0, 0)
        xdotool("windowsize", window, self.width, self.height)

    def _take(self, path):
        subprocess.run(["import", "-silent", "-window", "root", "-crop", "%dx%d+0+0" % (self.width, self.height),
                        "+repage", "-strip", path], check=True, timeout=60)
        with open(path, "rb") as f:
            return f.read()

    def shoot(self, name):
        """A picture as soon as nothing moves any more; a blinking cursor may go on."""
        self.number += 1
        path = os.path.join(self.folder, "%02d-%s.png" % (self.number, name))
        end = time.monotonic() + 4
        time.sleep(.25)
        last = self._take(path)
        while time.monotonic() < end:
            time.sleep(.15)
            now = self._take(path)
            if now == last:
                return
            last = now


# --- The scenes ---


@scene
def start_page(program, camera):
    camera.start(program)
    camera.shoot("start")
    program.press("Maps")
    camera.shoot("maps-menu")
    program.key("Escape")
    program.key("F10")
    camera.shoot("main-menu")


@scene
def start_page_after_work(program, camera):
    path = program.example("a")
    camera.start(program, path)
    program.canvas()
    program.key("Tab", "asterisk")
    program.find("Changed since it was saved", "label")
    time.sleep(2)
    program.kill()
    camera.start(program)
    camera.shoot("start-after-a-crash")


@scene
def new_map(program, camera):
    camera.start(program)
    program.key("Return")
    program.find("Skip")
    camera.shoot("new-map-with-starters")
    program.press("Skip")
    program.gone("Skip")
    camera.shoot("new-map-empty")
    program.key("a")
    program.find("Name of the stakeholder", "text")
    camera.shoot("new-map-name-field")
    for name in ("University", "Hospital trust"):
        program.type(name)
        program.key("Return")
        program.expect_undo("Add “%s”" % name)
    program.key("Escape")
    program.gone("Name of the stakeholder", "text")
    camera.shoot("new-map-two")
    program.key("l")
    program.find("Link to")
    program.type("U")
    camera.shoot("new-map-link-field")
    program.key("Return")
    until_undo(program, "link")
    camera.shoot("new-map-linked")


def until_undo(program, part):
    from program import until
    until(lambda: part in (program.undo_words() or "").lower(), part)


def opened(program, camera, name):
    path = program.example(name)
    camera.start(program, path)
    program.canvas()
    return path


def questions(program, camera, name):
    opened(program, camera, name)
    camera.shoot(name + "-as-opened")
    for key, word in (("g", "give-and-get"), ("p", "power"), ("i", "influence")):
        program.key(key)
        camera.shoot("%s-%s" % (name, word))
    program.key("shift+g", "shift+p")
    camera.shoot(name + "-all-questions")
    for number in range(1, 5):
        program.key("t", str(number), "Escape")
        camera.shoot("%s-tension-%d" % (name, number))
        program.key("t", str(number), "Escape")


LIST = """Organisation,Sector,Influence,Phone
City Hospital,NHS,5,0114
Ramblers' club,voluntary,9,
Robotics firm,Industry,2,
,NHS,3,
School of health,,,

From,To,Type
City Hospital,Ramblers' club,funds
Ramblers' club,,informs
Mill,City Hospital,advises
"""


@scene
def add_a_list(program, camera):
    camera.start(program)
    program.key("Return")
    program.find("Skip")
    program.act("win.add-list")
    program.find("The list", "text")
    camera.shoot("list-empty")
    for line in LIST.splitlines():
        program.type(line)
        program.key("Return")
    program.find(lambda name: name.startswith("5 "))
    camera.shoot("list-read")
    program.key(*["Tab"] * 4)
    camera.shoot("list-rows")
    program.key("ctrl+Return")
    until_undo(program, "list")
    camera.shoot("list-added")


@scene
def example_a(program, camera):
    questions(program, camera, "a")


@scene
def example_b(program, camera):
    questions(program, camera, "b")


@scene
def example_c(program, camera):
    questions(program, camera, "c")


@scene
def cards(program, camera):
    opened(program, camera, "a")
    program.key("Tab", "Tab", "Tab")
    camera.shoot("selected")
    program.key("Return")
    camera.shoot("link-list")
    program.key("Return")
    program.find("More")
    camera.shoot("link-card")
    program.press("More")
    camera.shoot("link-card-more")
    program.key("Escape", "Escape")
    program.key("g", "shift+p")
    program.key("Tab", "Return", "Return")
    program.find("More")
    camera.shoot("link-card-two-questions")


@scene
def link_ring(program, camera):
    from program import xdotool
    opened(program, camera, "a")
    group = program.find("Design research group", "list item")
    x, y = program.at_rest(group)
    height = program.box(group)[3]
    end = program.at_rest(program.find("Stroke charity, regional branch", "list item"))
    xdotool("mousemove", x - 1, y, "sleep", .1, "mousemove", x, y)
    camera.shoot("ring")
    xdotool("mousemove", x, y + height // 2 + 3)
    camera.shoot("ring-held")
    xdotool("mousedown", 1, "mousemove", x + 10, y + 40, "sleep", .1, "mousemove", x + 20, y + 60, "sleep", .1)
    camera.shoot("link-to-somebody-new")
    xdotool("mousemove", end[0] - 9, end[1], "sleep", .1, "mousemove", *end)
    camera.shoot("link-to-somebody")
    xdotool("key", "Escape", "sleep", .2, "mouseup", 1)
    program.expect_undo(None)


@scene
def tension_card(program, camera):
    opened(program, camera, "a")
    program.key("Tab", "Tab", "t")
    camera.shoot("tension-key-waits")
    program.key("1")
    camera.shoot("tension-armed")
    program.key("Return")
    program.find("More")
    camera.shoot("tension-card")
    program.press("More")
    camera.shoot("tension-card-more")


def shoot_details(program, camera, name):
    """Of what is selected on the map. Where the pane lies over the map it is opened for the picture."""
    over = camera.width < 700
    if over:
        program.key("shift+F9")
    camera.shoot(name)
    if over:
        program.key("Escape")


@scene
def panes(program, camera):
    opened(program, camera, "a")
    program.key("F9")
    camera.shoot("outline")
    program.type("uni")
    camera.shoot("outline-search")
    program.key("Escape", "F9")
    program.key("shift+F9")
    camera.shoot("details-of-the-map")
    program.point_at("Map", "list")
    program.key("Escape", "Tab")
    shoot_details(program, camera, "details-of-a-stakeholder")
    program.key("Return", "Return")
    program.find("More")
    program.key("Escape")
    shoot_details(program, camera, "details-of-a-link")
    program.key("Escape", "ctrl+a")
    shoot_details(program, camera, "details-of-many")
    program.key("F9")
    if camera.width >= 700:
        camera.shoot("outline-and-details")


@scene
def link_from_the_outline(program, camera):
    opened(program, camera, "a")
    program.key("F9")
    program.type("partner")
    program.press("Add a link")
    camera.shoot("which-link")
    program.key("Escape")
    camera.shoot("which-link-given-up")


@scene
def details_further_down(program, camera):
    opened(program, camera, "a")
    program.key("Tab", "shift+F9")
    program.key(*["Tab"] * 14)
    camera.shoot("details-further-down")
    program.key(*["Tab"] * 14)
    camera.shoot("details-far-down")


@scene
def finding(program, camera):
    opened(program, camera, "a")
    program.key("ctrl+f")
    program.type("tr")
    camera.shoot("find")
    program.key("Escape")
    program.key("Tab", "f", "1")
    camera.shoot("focus-one-step")
    program.key("Escape")
    program.key("Tab", "Menu")
    camera.shoot("context-menu")
    program.key("Escape", "Escape", "Menu")
    camera.shoot("context-menu-of-the-map")
    program.key("Escape")


@scene
def zoomed(program, camera):
    opened(program, camera, "a")
    program.key("ctrl+plus", "ctrl+plus", "ctrl+plus")
    camera.shoot("zoomed-in")
    program.key("ctrl+0", *["ctrl+minus"] * 6)
    camera.shoot("zoomed-out")


@scene
def times(program, camera):
    opened(program, camera, "c")
    program.act("win.agree")
    program.find("Agreed", "push button")
    camera.shoot("agreed-in-the-room")
    program.key("Escape")
    program.gone("Agreed", "push button")
    program.act("win.new-time")
    program.expect_focus("Name of the new time")
    camera.shoot("new-time")
    program.key("Escape")
    program.gone("Name of the new time")
    program.act("win.compare")
    program.find("Copy as text", "push button")
    camera.shoot("what-differs")


@scene
def views(program, camera):
    from program import read
    path = opened(program, camera, "a")
    names = {e.get("id"): e.findtext("label").strip() for e in read(path).iter("stakeholder")}
    program.choose("Whose view", "NHS partners")
    camera.shoot("somebodys-view")
    program.click_discs(names["a13"])
    camera.shoot("somebodys-influence")
    program.key("Escape", "Tab", "t", "3", "Return")
    camera.shoot("somebodys-tension")
    program.key("Escape", "F9", "shift+F9")
    camera.shoot("somebodys-details-and-outline")


@scene
def after_a_long_time(program, camera):
    path = program.example("c")
    with open(path, encoding="utf-8") as f:
        text = f.read()
    with open(path, "w", encoding="utf-8") as f:
        f.write(text.replace('illustrative="true" ', ""))
    camera.start(program, path)
    program.canvas()
    camera.shoot("greeting")


@scene
def near(program, camera):
    opened(program, camera, "a")
    program.key("ctrl+plus", "ctrl+plus", "ctrl+plus")
    camera.shoot("minimap")
    program.key("ctrl+0", "ctrl+a", "Menu")
    camera.shoot("menu-of-several")


@scene
def windows(program, camera):
    opened(program, camera, "a")
    program.key("F1")
    program.find("A map in twenty minutes", "label")
    camera.shoot("help")
    program.key("Escape")
    program.gone("A map in twenty minutes", "label")
    program.key("ctrl+question")
    program.find("Travel and see", "label")
    camera.shoot("keys")
    program.key("Escape")
    program.gone("Travel and see", "label")
    program.key("ctrl+comma")
    program.find("Less motion", "check box")
    camera.shoot("preferences")
    program.key("Escape")
    program.gone("Less motion", "check box")
    program.key("ctrl+e")
    program.find("Export a picture")
    camera.shoot("export")
    program.key("Escape")
    program.gone("Export a picture")
    program.key("Tab", "Delete")
    camera.shoot("deleted-toast")
    program.key("ctrl+q")
    program.find("Save before closing?")
    camera.shoot("save-before-closing")


@scene
def notices(program, camera):
    path = program.example("a")
    with open(path, encoding="utf-8") as f:
        text = f.read()
    text = re.sub(r'(<link id="[^"]*" a=")[^"]*"', r'\1nobody"', text, count=1)
    text = re.sub(r'influence="[0-9]"', 'influence="many"', text, count=2)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    camera.start(program, path)
    program.canvas()
    camera.shoot("repair-notice")


@scene
def newer_file(program, camera):
    path = program.example("b")
    with open(path, encoding="utf-8") as f:
        text = f.read()
    with open(path, "w", encoding="utf-8") as f:
        f.write(text.replace('min-reader="1"', 'min-reader="9"'))
    camera.start(program, path)
    program.canvas()
    camera.shoot("to-look-at-only")


@scene
def broken_file(program, camera):
    path = os.path.join(program.folder, "broken.rapport")
    with open(path, "w", encoding="utf-8") as f:
        f.write("<map><title>")
    camera.start(program, path)
    program.find("The map was not opened")
    camera.shoot("error")


@scene
def large_map(program, camera):
    path = os.path.join(program.folder, "many.rapport")
    with open(path, "w", encoding="utf-8") as f:
        f.write(crowd())
    camera.start(program, path)
    program.canvas()
    camera.shoot("many-without-places")
    program.key("ctrl+shift+t")
    program.find("Undo")
    camera.shoot("many-tidied")


def crowd():
    """Forty names without a sector or a place, as a pasted list gives them, and some links."""
    people = "".join('<stakeholder id="s%d"%s><label>Organisation number %d</label><reading phase="now" ring="involved"/>'
                     "</stakeholder>" % (i, "" if i % 4 == 0 else ' sector="%s"' % ("nhs", "policy", "third")[i % 3], i)
                     for i in range(40))
    links = "".join('<link id="l%d" a="s%d" b="s%d"><reading phase="now"/></link>' % (i, i, (i * 7 + 3) % 40)
                    for i in range(40))
    return ('<map xmlns="urn:x-rapport:map" version="1.0" min-reader="1" layout="wheel"><phases><phase id="now" '
            'name="Now"/></phases><stakeholders>%s</stakeholders><links>%s</links></map>' % (people, links))


@scene
def on_paper(program, camera):
    opened(program, camera, "a")
    program.key("ctrl+p")
    program.find("Sheet 1 of 1", "label")
    camera.shoot("paper-one-sheet")
    program.key("Tab", "Tab", "space", "Down", "Return")
    program.find("Sheet 1 of 4", "label")
    camera.shoot("paper-four-sheets")
    program.key("shift+Tab", "shift+Tab", "space", "Down", "Return")
    program.find("Sheet 1 of 6", "label")
    camera.shoot("paper-cards")


@scene
def before_the_room(program, camera):
    opened(program, camera, "c")
    program.key("F8")
    program.find("Put in a workshop")
    camera.shoot("workshop-empty")
    program.press("Put in a workshop")
    program.find("12. Close")
    program.key("ctrl+s")
    camera.shoot("workshop-steps")
    program.press("Questions")
    camera.shoot("workshop-prompts")
    program.point_at("Close", "page tab")
    camera.shoot("workshop-close")
    program.act("win.before-start")
    program.find("Is this the time for a map?")
    camera.shoot("before-you-start")
    program.key("Escape")
    program.gone("Is this the time for a map?")
    program.act("win.sharing-copy")
    program.find("In the copy")
    camera.shoot("copy-for-partners")


@scene
def in_the_room(program, camera):
    opened(program, camera, "c")
    program.key("F8")
    program.press("Put in a workshop")
    program.find("12. Close")
    # What imports the accessibility library finds its bus only once the screen is there.
    import room
    program.key("F5")
    room.takes_keyboard(program)
    room.says(program, "0 stakeholders")
    camera.shoot("room-first-step")
    program.key("Page_Down", "Page_Down", "Page_Down")
    camera.shoot("room-unfolds")
    program.key("End")
    camera.shoot("room-last-step")
    program.key("c")
    camera.shoot("room-dark")
    program.key("c")
    camera.shoot("room-contrast")
    program.key("c", "n")
    camera.shoot("room-names-hidden")
    program.key("n", "plus", "plus")
    camera.shoot("room-larger")
    program.key("0", "e")
    program.find("The room sees this screen")
    program.key("Tab", "Tab", "Return")
    camera.shoot("room-edit-here")
    program.key("Escape", "a")
    program.type("Food bank")
    camera.shoot("room-naming")
    program.key("Escape", "Escape", "Tab", "Return", "Escape")
    program.press("Stop editing (Esc)")
    program.gone("The room sees this screen")
    program.key("z")
    camera.shoot("room-near")
    program.key("z", "b")
    camera.shoot("room-black")


# --- Taking them ---


def take_scene(function, camera, settings, folder):
    from program import Program
    home = os.path.join(folder, function.__name__)
    os.mkdir(home)
    program = Program(folder=home, **settings)
    number = camera.number
    try:
        function(program, camera)
        return True
    except Exception as error:
        camera.shoot("FAILED-" + function.__name__)
        print("%s: %s: %s" % (os.path.basename(camera.folder), function.__name__, str(error)[:600]), flush=True)
        return False
    finally:
        if program.process is not None and program.process.poll() is not None and camera.number == number:
            print(program.said())
        program.end()


def take_look(look, arguments, folder, wanted):
    size, width, settings = LOOKS[look]
    pictures = os.path.join(folder, look)
    shutil.rmtree(pictures, ignore_errors=True)
    with screen.Screen(*size) as here:
        from tree import Asker
        camera = Photographer(pictures, width or size[0], size[1], settings)
        taken = [take_scene(function, camera, arguments, here.folder) for function in scenes
                 if not wanted or function.__name__ in wanted]
        Asker.close()
    # Narrow windows are high: more of them stand beside one another, or the sheet would be too long for a picture.
    columns, across = ("4x", 640) if width is None else ("12x", 300)
    # Each is made small as it is read: a hundred large ones are more than it may hold.
    subprocess.run(["montage", "-label", "%t", os.path.join(pictures, "*.png[%dx]" % across), "-tile", columns,
                    "-geometry", "%dx+8+8" % across,
                    "-background", "#888888", os.path.join(folder, look + ".png")], check=True, timeout=600)
    return all(taken)


def take_all(looks, folder, wanted):
    """One process a look: the libraries know one screen in their life. Two at a time."""
    waiting, running, failed = list(looks), [], 0
    while waiting or running:
        while waiting and len(running) < 2:
            running.append(subprocess.Popen([sys.executable, "-W", "ignore", *sys.argv[:5], waiting.pop(0), "--inside", *wanted]))
        failed += running.pop(0).wait() != 0
    print("%s: one sheet a look, and each picture in the folder of its look" % folder)
    return failed


def main():
    paths = {name: os.path.abspath(value)
             for name, value in zip(("rapport", "rapport_map", "root", "folder"), sys.argv[1:5])}
    folder = paths.pop("folder")
    inside = "--inside" in sys.argv
    names = [word for word in sys.argv[5:] if word != "--inside"]
    looks = [name for name in names if name in LOOKS] or list(LOOKS)
    wanted = [name for name in names if name not in LOOKS]
    reason = screen.missing() or (None if shutil.which("montage") else "not installed: montage")
    if reason is not None:
        sys.exit(reason)
    os.makedirs(folder, exist_ok=True)
    if inside:
        sys.exit(not take_look(looks[0], dict(paths, pictures=folder), folder, wanted))
    sys.exit(take_all(looks, folder, wanted) > 0)


main()
