"""Several at once: a rubber band, one drag for all, and a group of them."""
import os

from cases import case, equal, run
from program import read, until, xdotool


@case
def a_rubber_band_selects_who_is_in_it_and_all_are_dragged_as_one_step(program):
    path = os.path.join(program.folder, "band.rapport")
    program.start()
    program.key("Return")
    program.press("Skip")
    program.gone("Skip")
    for i, (x, y) in enumerate([(560, 420), (700, 420), (1250, 800)]):
        program.double_click(*program.on_map(x, y), "Name of the stakeholder")
        program.type("Group %d" % i)
        program.key("Return")
        program.expect_undo("Add “Group %d”" % i)
    program.save_as(path)
    before = program.places(path)
    program.drag(program.on_map(480, 340), program.on_map(790, 500))
    program.drag(program.on_map(*before["Group 0"][:2]), program.on_map(before["Group 0"][0] - 70, before["Group 0"][1] - 20))
    program.expect_undo("Move 2 stakeholders")
    program.save()
    after = program.places(path)
    for name in ("Group 0", "Group 1"):
        moved = [b - a for a, b in zip(before[name][:2], after[name][:2])]
        assert abs(moved[0] + 70) < 16 and abs(moved[1] + 20) < 16, (name, moved)
    equal(after["Group 2"], before["Group 2"])
    program.key("ctrl+z")
    program.expect_undo("Add “Group 2”")
    program.save()
    equal({name: place[:2] for name, place in program.places(path).items()},
          {name: place[:2] for name, place in before.items()})


@case
def those_selected_become_a_group_with_a_name(program):
    path = os.path.join(program.folder, "group.rapport")
    program.start()
    program.key("Return")
    program.press("Skip")
    program.gone("Skip")
    program.key("a")
    program.expect_focus("Name of the stakeholder")
    for name in ("University", "Charity"):
        program.type(name)
        program.key("Return")
        program.expect_undo("Add “%s”" % name)
    program.key("Escape")
    program.gone("Name of the stakeholder")
    program.key("ctrl+a")
    program.key("ctrl+g")
    program.expect_undo("Make a group of 2")
    program.expect_focus("Name")
    program.type("Founders")
    program.key("Tab")
    until(lambda: program.undo_words() != "Make a group of 2", "the name of the group")
    program.save_as(path)
    equal([(e.get("name"), len(e.get("members").split())) for e in read(path).iter("region")], [("Founders", 2)])


@case
def escape_ends_a_drag_as_if_nothing_had_been(program):
    path = os.path.join(program.folder, "escape.rapport")
    program.start()
    program.key("Return")
    program.press("Skip")
    program.gone("Skip")
    program.double_click(*program.on_map(560, 420), "Name of the stakeholder")
    program.type("Charity")
    program.key("Return")
    program.expect_undo("Add “Charity”")
    program.save_as(path)
    x, y = program.on_map(*program.places(path)["Charity"][:2])
    xdotool("mousemove", x, y, "mousedown", 1)
    for step in range(1, 9):
        xdotool("mousemove", x - 5 * step, y)
    # Keys that are pressed "clear of modifiers" let go of the mouse as well.
    xdotool("key", "Escape")
    xdotool("mousemove", x - 60, y, "mouseup", 1)
    program.key("f")
    program.key("1")
    program.find("Saved", "label")
    program.expect_undo("Add “Charity”")


run()
