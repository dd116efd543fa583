"""Those selected in a line, or with the same room between them: one step, and nobody leaves their sector or ring."""
import os

from cases import case, equal, run
from program import read


def draw(program, path, places):
    program.start()
    program.key("Return")
    program.press("Skip")
    program.gone("Skip")
    for i, (x, y) in enumerate(places):
        program.double_click(*program.on_map(x, y), "Name of the stakeholder")
        program.type("Group %d" % i)
        program.key("Return")
        program.expect_undo("Add “Group %d”" % i)
    program.key("Escape")
    program.save_as(path)


def choose(program, words, undo):
    program.key("ctrl+a")
    program.key("Menu")
    program.point_at("Line up", "menu item")
    program.at_rest(program.find(words, "menu item"))
    program.point_at(words, "menu item")
    program.expect_undo(undo)
    # The keyboard is with the map again.
    program.save()


def middles(program, path):
    return {name: (x, y) for name, (x, y, _) in program.places(path).items()}


def homes(path):
    """Sector and ring of each."""
    return [(e.get("sector"), e.find("reading").get("ring")) for e in read(path).iter("stakeholder")]


@case
def a_row_and_a_column_in_the_wheel(program):
    path = os.path.join(program.folder, "row.rapport")
    draw(program, path, [(480, 380), (560, 470), (640, 330)])
    before, at_home = middles(program, path), homes(path)
    choose(program, "In a row", "Line up 3 stakeholders")
    after = middles(program, path)
    line = sum(y for _, y in before.values()) / 3
    for name, (x, y) in after.items():
        assert abs(y - line) < 6 and abs(x - before[name][0]) < 6, (before, after)
    equal(homes(path), at_home)
    program.key("ctrl+z")
    program.expect_undo("Add “Group 2”")
    program.save()
    equal(middles(program, path), before)
    choose(program, "In a column", "Line up 3 stakeholders")
    after = middles(program, path)
    assert max(x for x, _ in after.values()) - min(x for x, _ in after.values()) < 10, after
    equal(homes(path), at_home)


@case
def the_same_room_between_them(program):
    path = os.path.join(program.folder, "room.rapport")
    draw(program, path, [(400, 400), (470, 520), (690, 330), (640, 460)])
    before, at_home = middles(program, path), homes(path)
    choose(program, "The same room across", "Spread out 4 stakeholders")
    after = sorted(middles(program, path).values())
    ends = sorted(before.values())
    for i, (x, _) in enumerate(after):
        wanted = ends[0][0] + (ends[-1][0] - ends[0][0]) * i / 3
        assert abs(x - wanted) < 8, (before, after)
    equal(homes(path), at_home)


@case
def nobody_leaves_their_sector(program):
    path = os.path.join(program.folder, "sectors.rapport")
    draw(program, path, [(500, 300), (1300, 300), (1350, 760)])
    at_home = homes(path)
    equal(len({sector for sector, _ in at_home}), 3)
    choose(program, "In a row", "Line up 3 stakeholders")
    equal(homes(path), at_home)


run()
