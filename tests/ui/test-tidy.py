"""Better places for everybody, by the key and by the menu, in the window."""
import re

from cases import case, equal, run
from program import read


def in_one_place(program):
    """Example B with everybody at the same angle and depth; the path and its text."""
    path = program.example("b")
    with open(path, encoding="utf-8") as f:
        text = re.sub(r' angle="[^"]*" depth="[^"]*"', ' angle="10" depth="0.5"', f.read())
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    return path, program.canonical(path)


def places(program, path):
    program.key("ctrl+s")
    program.expect_state("Saved")
    return [(e.get("id"), e.get("angle"), e.get("depth"), e.find("reading").get("ring"))
            for e in read(path).iter("stakeholder") if e.get("angle") is not None]


@case
def everybody_gets_another_place_and_goes_back(program):
    path, before = in_one_place(program)
    program.start(path)
    program.canvas()
    program.key("ctrl+shift+t")
    program.find("The map was tidied", "label")
    program.expect_state("Changed since it was saved")
    found = places(program, path)
    equal(len(found), 20)
    equal(len({place[1:] for place in found}), 20)
    program.key("ctrl+z")
    program.expect_state("Changed since it was saved")
    places(program, path)
    equal(program.canonical(path), before)


@case
def those_who_stand_well_are_left_alone(program):
    path = program.example("c")
    program.command("arrange", "--afresh", path, "-o", path)
    before = program.canonical(path)
    program.start(path)
    program.canvas()
    for _ in range(6):
        program.key("ctrl+shift+t")
        program.find(lambda name: name in ("The map was tidied", "Everybody stands well already."), "label")
        if program.look("Everybody stands well already.", "label"):
            break
    program.find("Everybody stands well already.", "label")
    equal(len(places(program, path)), len(re.findall(rb"<stakeholder ", before)))


run()
