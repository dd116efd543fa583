"""Going round on a map: by arrows, by search, by steps from somebody; stars, and the places where a tension can go."""
import os
import shutil

import fixture
from cases import Skip, case, equal, run
from program import Atspi, children, has_state, is_pressed, read, until, xdotool

def four(program):
    path = os.path.join(program.folder, "four.rapport")
    shutil.copy(fixture.PATH, path)
    program.start(path)
    program.find("University", "list item")
    return path


def selected(program):
    """Who and what is selected on the map."""
    return [e.get_name() for e in children(program.canvas()) if has_state(e, Atspi.StateType.SELECTED)]


def starred(path):
    return [e.findtext("label").strip() if e.tag == "stakeholder" else "link"
            for e in read(path).iter() if e.get("starred") == "yes"]


def hand_away(program):
    """Where it points at nothing."""
    xdotool("mousemove", *program.on_map(1760, 900))


def nearest(places, start, dx, dy):
    """Who is there in that direction, where what is aside counts double, or nobody."""
    def cost(name):
        ahead = (places[name][0] - start[0]) * dx + (places[name][1] - start[1]) * dy
        aside = abs((places[name][0] - start[0]) * dy - (places[name][1] - start[1]) * dx)
        return ahead + 2 * aside if ahead > 1 else float("inf")
    found = min(places, key=cost)
    return found if cost(found) < float("inf") else None


@case
def arrows_go_to_the_nearest_in_that_direction(program):
    path = four(program)
    places = program.places(path)
    program.key("Tab")
    program.expect_focus("University")
    here = "University"
    for key, (dx, dy) in (("Right", (1, 0)), ("Down", (0, 1)), ("Left", (-1, 0)), ("Up", (0, -1))):
        here = nearest(places, places[here][:2], dx, dy) or here
        program.key(key)
        program.expect_focus(here)


@case
def enter_lists_the_links_and_opens_one_and_escape_comes_back(program):
    places = program.places(four(program))
    program.key("Tab")
    program.expect_focus("University")
    program.key("Return")
    program.find("2 links of University")
    program.key("Return")
    program.gone("2 links of University")
    program.find("University gives", "panel")
    program.key("Escape")
    program.gone("University gives", "panel")
    until(lambda: selected(program) == ["University and NHS trust"], "the link")
    # From there on, and not from the first of all.
    ends = places["University"], places["NHS trust"]
    program.key("Right")
    program.expect_focus(nearest(places, [(a + b) / 2 for a, b in zip(*ends)][:2], 1, 0))
    program.key("Escape")
    until(lambda: selected(program) == [], "nothing")


@case
def f2_renames(program):
    path = four(program)
    program.key("Tab", "F2")
    program.expect_focus("Name of the stakeholder")
    program.key("ctrl+a")
    program.type("College")
    program.key("Return")
    program.find("College", "list item")
    program.save()
    equal([e.findtext("label").strip() for e in read(path).iter("stakeholder")][0], "College")


@case
def digits_answer_only_where_influence_is_on_show(program):
    path = four(program)
    before = program.canonical(path)
    program.key("Tab")
    program.expect_focus("University")
    if is_pressed(program.find("Influence", "push button")):
        program.key("shift+i")
        until(lambda: not is_pressed(program.find("Influence", "push button")), "influence to go")
    program.key("2", "minus")
    program.expect_undo(None)
    program.key("i", "2")
    program.expect_undo("Change of influence")
    until(lambda: "influence 2 of 5" in program.find("University", "list item").get_description(), "2 of 5")
    program.key("minus")
    until(lambda: "not discussed" in program.find("University", "list item").get_description(), "not discussed")
    program.undo_all()
    program.save()
    equal(program.canonical(path), before)


@case
def a_star_is_put_on_a_stakeholder_and_a_link(program):
    path = four(program)
    program.key("Tab", "asterisk")
    program.expect_undo("Star to talk about")
    program.key("l")
    program.expect_focus("Link to")
    program.key("n", "Return")
    program.expect_focus("University and NHS trust")
    program.key("asterisk")
    program.save()
    equal(starred(path), ["University", "link"])
    program.key("asterisk")
    program.save()
    equal(starred(path), ["University"])


@case
def f_and_a_digit_shows_what_is_around_and_escape_leaves(program):
    four(program)
    program.key("Tab")
    program.expect_focus("University")
    for steps, words in ((1, "1 step out"), (2, "2 steps out"), (3, "3 steps out")):
        program.key("f")
        program.find("Focus: press 1, 2 or 3 for how many steps out")
        program.key(steps)
        program.find("Around University, %s. Escape shows everybody" % words)
    program.key("Escape")
    program.find("Everybody is shown")
    # Another key ends the waiting and does nothing else.
    program.key("f", "a", "f", "1")
    program.find("Around University, 1 step out. Escape shows everybody")
    equal(program.look("Name of the stakeholder", "text"), None)


@case
def enter_goes_through_what_is_found(program):
    program.start(program.example("a"))
    program.find("Map", "list")
    program.key("ctrl+f")
    program.type("trust")
    program.find("5 stakeholders", "label")
    seen = []
    for _ in range(5):
        program.key("Return")
        until(lambda: selected(program) and selected(program) != seen[-1:], "the next")
        seen += selected(program)
    equal(len(set(seen)), 5)
    program.key("Return")
    until(lambda: selected(program) == seen[:1], "the first again")
    equal([name for name in seen if "trust" not in name.lower()], [])
    program.key("Escape")


@case
def a_place_for_a_tension_shows_where_the_pointer_is(program):
    path = four(program)
    if not program.knows_places():
        raise Skip("this version of the toolkit does not say where small things are")
    hand_away(program)
    program.key("t", "3")
    program.find("Mark tension 3, Language. Felt across the whole partnership", "push button")
    place = "Mark tension 3, Language. Felt here: Policy unit"
    x, y = program.middle(program.find("Policy unit", "list item"))
    xdotool("mousemove", x - 3, y, "sleep", .1, "mousemove", x, y)
    program.find(place, "push button")
    # It stays while the hand goes to it, and goes where the hand goes elsewhere.
    program.point_at(place, "push button")
    program.find("Felt here: Policy unit", "label")
    program.type("Outcomes, or results?")
    program.key("Escape")
    program.gone("Felt here: Policy unit", "label")
    program.save()
    equal(program.tensions(path), [("language", "Policy unit")])
    xdotool("mousemove", *program.middle(program.find("NHS trust", "list item")))
    program.find("Mark tension 3, Language. Felt here: NHS trust", "push button")
    hand_away(program)
    program.gone("Mark tension 3, Language. Felt here: NHS trust", "push button")


run()
