"""What a screen reader is told: everything on the map by its name and in words."""
from gi.repository import GLib

from cases import case, equal, run
from program import Atspi, actions_of, has_state, is_role, read, until, walk


def read_names(path):
    """Of a saved map: whom each stakeholder is linked with, and what each is called in the words about a link."""
    root = read(path)
    labels = {e.get("id"): e.findtext("label").strip() for e in root.iter("stakeholder")}
    shorts = {e.findtext("label").strip(): (e.findtext("short") or e.findtext("label")).strip()
              for e in root.iter("stakeholder")}
    linked = {name: [] for name in labels.values()}
    for link in root.iter("link"):
        a, b = labels[link.get("a")], labels[link.get("b")]
        linked[a].append(b)
        linked[b].append(a)
    return linked, shorts


def on_map(program):
    """What the map tells: name → element."""
    found = [e for e in walk(program.find("Map", "list")) if is_role(e, "list item")]
    return {e.get_name(): e for e in found}


@case
def the_names_match_the_map(program):
    path = program.example("b")
    linked, shorts = read_names(path)
    program.start(path)
    until(lambda: set(linked) <= set(on_map(program)), "everybody")
    told = on_map(program)
    links = 0
    for name, others in linked.items():
        words = told[name].get_description()
        assert ("%d link" % len(others)) in words, (name, words)
        for other in others:
            assert shorts[other] in words, (name, other, words)
            pairs = [(one, two) for one in (name, shorts[name]) for two in (other, shorts[other])]
            assert any("%s and %s" % pair in told or "%s and %s" % pair[::-1] in told for pair in pairs), (name, other)
            links += 1
        x, y, width, height = program.box(told[name])
        assert width > 4 and height > 4, name
        equal({"item.select", "item.open"} - set(actions_of(told[name])), set())
    print("# measure 5, in part: %d stakeholders and %d links are told by name" % (len(linked), links // 2), flush=True)


@case
def every_button_has_a_name(program):
    path = program.example("b")
    program.start(path)
    program.find("Map", "list")
    unnamed = [actions_of(e) for f in program.frames() for e in walk(f)
               if is_role(e, "push button") and not (e.get_name() or e.get_description())]
    equal(unnamed, [])


def unnamed(frame):
    """What can be used there but has no name, and drop-downs that do not say what is chosen."""
    found = []
    for element in walk(frame):
        if (any(is_role(element, role) for role in ("push button", "check box", "spin button", "combo box"))
                and has_state(element, Atspi.StateType.FOCUSABLE)
                and not (element.get_name() and (element.get_description() or not is_role(element, "combo box")))):
            found.append((element.get_role_name(), element.get_name(), words_within(element)))
    return found


def words_within(element):
    """Of what is within it, to find it by."""
    return [e.get_name() for e in walk(element) if e.get_name()]


@case
def everything_to_use_in_the_windows_has_a_name(program):
    program.start(program.example("c"))
    program.canvas()
    for action in ("win.export", "win.print", "win.sharing-copy", "win.agree", "win.compare", "win.add-list"):
        program.act(action)
        frame = until(lambda: next((f for f in program.frames() if f.get_name() != "A neighbourhood programme"), None),
                      action)
        until(lambda: not unnamed(frame), lambda: "names of all of %s: %r" % (action, unnamed(frame)), patience=10)
        program.focus_editor(frame.get_name())
        program.key("Escape")
        until(lambda: len(program.frames()) == 1, action + " to be closed")


@case
def every_item_of_a_menu_has_a_name(program):
    program.start(program.example("b"))
    program.canvas()
    program.key("ctrl+a", "Menu")

    def names():
        return [e.get_name() for f in program.frames() for e in walk(f) if is_role(e, "menu item")]
    until(lambda: names() and all(names()), lambda: "names of all: %r" % names())
    assert {"Line up", "Delete"} <= set(names()), names()
    program.key("Escape")


@case
def what_was_done_is_said(program):
    """By what is announced or, before that was possible, by the name of a status."""
    said = []

    def listen(event):
        if event.type.startswith("object:announcement") or event.source.get_role_name() == "status bar":
            said.append(event.any_data)
    listener = Atspi.EventListener.new(listen)
    for event in ("object:announcement", "object:property-change:accessible-name"):
        listener.register(event)

    def heard(words):
        while GLib.MainContext.default().iteration(False):
            pass
        return words in said
    program.start(program.example("b"))
    program.canvas()
    program.key("a")
    program.expect_focus("Name of the stakeholder")
    program.type("Mill")
    program.key("Return")
    until(lambda: heard("Added: Mill"), lambda: "it to be said: %r" % said)
    program.key("Escape")
    program.undo_all()
    for event in ("object:announcement", "object:property-change:accessible-name"):
        listener.deregister(event)


run()
