"""A map is drawn by keys and by the pointer, and everything can be undone."""
import os

from cases import case, equal, run
from program import is_role, read, text_of, until, walk


def add(program, *names):
    """Names typed one after the other."""
    program.key("a")
    program.find("Name of the stakeholder", "text")
    for name in names:
        program.type(name)
        program.key("Return")
        program.expect_undo("Add “%s”" % name)
    program.key("Escape")
    program.gone("Name of the stakeholder", "text")


def new_map(program):
    program.start()
    program.key("Return")
    program.press("Skip")
    program.gone("Skip")


def names_of(path):
    return [e.findtext("label").strip() for e in read(path).iter("stakeholder")]


def links_of(path):
    names = {e.get("id"): e.findtext("label").strip() for e in read(path).iter("stakeholder")}
    return [(names[e.get("a")], names[e.get("b")]) for e in read(path).iter("link")]


@case
def stakeholders_and_a_link_by_keys_are_saved(program):
    path = os.path.join(program.folder, "keys.rapport")
    new_map(program)
    add(program, "University", "Hospital trust")
    program.key("l")
    program.find("Link to")
    program.type("Uni")
    program.key("Return")
    until(lambda: "link" in (program.undo_words() or "").lower(), "the link")
    program.save_as(path)
    equal(names_of(path), ["University", "Hospital trust"])
    equal([sorted(pair) for pair in links_of(path)], [["Hospital trust", "University"]])


@case
def a_name_says_its_sector_before_it_is_entered(program):
    path = os.path.join(program.folder, "sectors.rapport")
    new_map(program)
    program.key("a")
    field = program.find("Name of the stakeholder", "text")
    for sector in ("Academia", "NHS", "Policy", "Third sector", "Public and communities"):
        until(lambda: field.get_description().startswith(sector), sector)
        program.type(sector)
        program.key("Return")
        program.expect_undo("Add “%s”" % sector)
        program.key("Down")
    program.key("Escape")
    program.save_as(path)
    equal([e.get("sector") for e in read(path).iter("stakeholder")], ["academia", "nhs", "policy", "third", "other"])
    equal([e.get("name") for e in read(path).iter("sector")], ["Public and communities"])


@case
def a_double_click_names_somebody_there(program):
    path = os.path.join(program.folder, "pointer.rapport")
    new_map(program)
    program.double_click(*program.on_map(500, 400), "Name of the stakeholder")
    program.type("Charity")
    program.key("Return")
    program.expect_undo("Add “Charity”")
    program.save_as(path)
    x, y, _ = program.places(path)["Charity"]
    assert abs(x - 500) < 6 and abs(y - 400) < 6, (x, y)


@case
def a_drag_moves_and_is_undone_as_one_step(program):
    path = program.example("a")
    before = program.canonical(path)
    program.start(path)
    program.find("Map", "list")
    x, y, _ = program.places(path)["Design research group"]
    program.drag(program.on_map(x, y), program.on_map(x + 10, y + 90))
    program.expect_undo("Move 1 stakeholder")
    program.save()
    moved = program.places(path)["Design research group"]
    assert abs(moved[0] - x - 10) < 8 and abs(moved[1] - y - 90) < 8, (x, y, moved)
    program.key("ctrl+z")
    program.expect_undo(None)
    program.save()
    equal(program.canonical(path), before)


@case
def a_drag_from_the_border_links(program):
    path = program.example("a")
    program.start(path)
    program.find("Map", "list")
    places = program.places(path)
    count = len(links_of(path))
    x, y, half = places["Design research group"]
    program.drag(program.on_map(x, y + half + 3), program.on_map(*places["City council, adult care and public health"][:2]))
    program.expect_undo("Link two stakeholders")
    program.save()
    equal(links_of(path)[count:], [("Design research group", "City council, adult care and public health")])


@case
def the_question_is_clicked_to_be_changed(program):
    path = program.example("a")
    program.start(path)
    program.canvas()
    for again in (False, True):
        program.click(*program.on_map(120, 50), count=2 if again else 1)
        program.expect_focus("The question that this map is to answer")
        program.key("Escape")
        program.gone("The question that this map is to answer")
    program.expect_undo(None)
    program.click(*program.on_map(120, 50))
    program.expect_focus("The question that this map is to answer")
    program.key("ctrl+a")
    program.type("Who decides?")
    program.key("Return")
    program.expect_undo("Change the question")
    program.save()
    equal(read(path).findtext("question").strip(), "Who decides?")


@case
def link_to_somebody_and_a_click_on_them_links(program):
    path = program.example("a")
    program.start(path)
    count = len(links_of(path))
    program.click(*program.at_rest(program.find("Design research group", "list item")))
    program.key("l")
    program.expect_focus("Link to")
    program.click(*program.at_rest(program.find("City council, adult care and public health", "list item")))
    program.expect_undo("Link two stakeholders")
    program.gone("Link to")
    program.save()
    equal(links_of(path)[count:], [("Design research group", "City council, adult care and public health")])


@case
def everything_is_undone_to_the_bytes_there_were_and_redone(program):
    path = program.example("b")
    before = program.canonical(path)
    program.start(path)
    program.find("Map", "list")
    program.key("Tab")
    program.key("ctrl+Right", "ctrl+Down", "asterisk")
    add(program, "Somebody new")
    program.key("l")
    program.find("Link to")
    program.type("a")
    program.key("Return")
    until(lambda: "link" in (program.undo_words() or "").lower(), "the link")
    program.key("Escape", "Tab", "Delete")
    until(lambda: (program.undo_words() or "").startswith("Delete"), "the deletion")
    program.save()
    after = program.canonical(path)
    assert after != before
    steps = []
    while program.undo_words() is not None:
        steps.append(program.undo_words())
        program.key("ctrl+z")
        until(lambda: program.undo_words() != steps[-1], "undo of " + steps[-1])
    program.save()
    equal(program.canonical(path), before)
    for step in reversed(steps):
        program.key("ctrl+shift+z")
        program.expect_undo(step)
    program.save()
    equal(program.canonical(path), after)


@case
def the_first_letter_after_ctrl_f_is_looked_for(program):
    program.start(program.example("a"))
    program.find("Map", "list")
    program.key("ctrl+f")
    program.type("trust")
    program.find("5 stakeholders", "label")
    equal(text_of(program.find("Find a stakeholder")), "trust")


@case
def the_public_has_a_sector_whichever_way_somebody_comes_there(program):
    path = os.path.join(program.folder, "public.rapport")
    there = (300, 800)

    def expect_sector(name):
        if program.look("Not saved yet", "label"):
            program.save_as(path)
        else:
            program.save()
        root = read(path)
        equal([e.get("sector") for e in root.iter("stakeholder") if e.findtext("label").strip() == name], ["other"])
        equal([(e.get("id"), e.get("name")) for e in root.iter("sector")], [("other", "Public and communities")])

    new_map(program)
    program.double_click(*program.on_map(*there), "Name of the stakeholder")
    program.type("Residents")
    program.key("Return")
    program.expect_undo("Add “Residents”")
    expect_sector("Residents")
    program.key("ctrl+z")
    program.expect_undo(None)

    add(program, "University")
    x, y = program.middle(program.find("University", "list item"))
    half = program.box(program.find("University", "list item"))[3] // 2
    # Not below, where the name is.
    program.drag((x - half - 3, y), program.on_map(*there))
    program.expect_focus("Name of the stakeholder")
    program.type("Tenants")
    program.key("Return")
    program.expect_undo("Add “Tenants”")
    expect_sector("Tenants")
    program.key("ctrl+z")
    program.expect_undo("Add “University”")

    program.drag(program.middle(program.find("University", "list item")), program.on_map(*there))
    program.press(lambda name: name.startswith("Make it Public and communities"), "push button")
    program.expect_undo("Change the sector")
    expect_sector("University")


def offers(program):
    """What the buttons that undo are called: one in the header, and one beside a sentence that has come up."""
    return sorted(e.get_name() for e in walk(program.frame())
                  if is_role(e, "push button") and "Undo" in e.get_name())


@case
def what_offers_to_undo_is_about_what_was_done_last(program):
    new_map(program)
    add(program, "University", "Hospital trust")
    # What is selected is the last one that was named.
    program.key("Delete")
    program.find("“Hospital trust” was deleted")
    until(lambda: offers(program) == ["Undo", "Undo"], lambda: "two buttons, each named once: %r" % offers(program))
    program.key("Tab", "Delete")
    program.find("“University” was deleted")
    program.gone("“Hospital trust” was deleted")
    until(lambda: offers(program) == ["Undo", "Undo"], lambda: "one sentence at a time: %r" % offers(program))
    program.key("ctrl+z")
    program.find("University", "list item")
    program.gone("“University” was deleted")
    until(lambda: offers(program) == ["Undo"], lambda: "no offer any more: %r" % offers(program))
    program.undo_all()


run()
