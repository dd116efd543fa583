"""The whole work by a screen reader's own means: names, texts and actions. No key is pressed.

Nothing is pointed at either, and nobody needs to know where anything is drawn.
"""
import os

import fixture
from cases import case, equal, run
from program import Atspi, actions_of, text_of, until

LEVELS = ["0, none", "1, a little", "2, some", "3, a lot"]
TENSIONS = ["Narratives", "Power and reciprocity", "Language", "People and structures"]


class Reader:
    """Does by actions what a hand does, and counts them. Putting a text into a field is one."""

    def __init__(self, program):
        self.program = program
        self.actions = 0
        self.texts = 0

    def press(self, name, role="push button", action=None):
        self.actions += 1
        self.program.press(name, role, action)

    def act(self, action):
        self.actions += 1
        until(lambda: action in actions_of(self.program.frame()), action)
        self.program.act(action)

    def write(self, name, text):
        self.texts += 1
        field = self.program.find(name, "text")
        assert Atspi.EditableText.set_text_contents(field, text), name
        until(lambda: text_of(self.program.find(name, "text")) == text, "%r in %r" % (text, name))

    def answer(self, name, text):
        """What Enter does in a field."""
        self.write(name, text)
        self.press(name, "text", "activate")

    def item(self, name, action):
        self.press(name, "list item", action)

    def choose(self, *names):
        for name in names:
            self.press(name, "menu item")


def begin(reader):
    reader.press("New map")
    reader.press("Our own question")
    reader.answer("The question that this map is to answer", fixture.QUESTION)
    reader.program.expect_undo("Change the question")


def add_stakeholders(reader):
    """One after another in the field that stays; then each into their sector, which ends the naming."""
    reader.act("win.add")
    for name, _, _ in fixture.STAKEHOLDERS:
        reader.answer("Name of the stakeholder", name)
        reader.program.expect_undo("Add “%s”" % name)
        until(lambda: text_of(reader.program.find("Name of the stakeholder", "text")) == "", "the next name")
    for name, sector, _ in fixture.STAKEHOLDERS[1:]:
        reader.item(name, "item.menu")
        reader.choose("Sector", sector)
        until(lambda: sector in reader.program.find(name, "list item").get_description(), sector)


def say_influence(reader):
    for name, _, influence in fixture.STAKEHOLDERS:
        reader.item(name, "item.menu")
        reader.choose("Influence")
        reader.program.find("Influence of " + name, "panel")
        reader.press("%d of 5" % influence)
        reader.program.gone("Influence of " + name, "panel")
        until(lambda: "influence %d of 5" % influence
              in reader.program.find(name, "list item").get_description(), name)


def add_links(reader):
    reader.press("Give and get")
    reader.press("Power")
    for a, b, answers in fixture.LINKS:
        reader.item(a, "item.select")
        reader.act("win.link")
        reader.answer("Link to", b)
        link = "%s and %s" % (a, b)
        reader.item(link, "item.open")
        for question, digits in (("gives", answers[:2]), ("can decide or say no", answers[2:])):
            for name, level in zip((a, b), digits):
                row = reader.program.find("%s %s" % (name, question), "panel")
                reader.actions += 1
                button = reader.program.find(LEVELS[int(level)], "push button", within=row)
                assert Atspi.Action.do_action(button, actions_of(button).index("click"))
                reader.program.expect_undo("Answer what “%s” %s" % (name, question.split(" or ")[0]))


def mark_tensions(reader, name):
    """All four on one stakeholder."""
    for number, tension in enumerate(TENSIONS, 1):
        reader.item(name, "item.menu")
        reader.choose("Mark a tension", "%d %s" % (number, tension))
        # The card of the one before has gone.
        reader.program.gone("Take it off", "push button")
        reader.program.find("Felt here: " + name, "label")
        reader.press("It is felt here")
        reader.program.find("Take it off", "push button")


def save(reader, path):
    reader.act("win.save")
    reader.write("Name:", path)
    reader.actions += 1
    chooser = until(lambda: reader.program.frame("Save the map"), "the chooser")
    # The toolkit's chooser names its buttons by their labels alone.
    button = reader.program.find("Save", "label", within=chooser).get_parent()
    assert Atspi.Action.do_action(button, actions_of(button).index("click"))
    reader.program.expect_state("Saved")


@case
def four_stakeholders_are_drawn_by_actions_alone(program):
    path = os.path.join(program.folder, "actions.rapport")
    reader = Reader(program)
    program.start()
    begin(reader)
    add_stakeholders(reader)
    say_influence(reader)
    add_links(reader)
    save(reader, path)
    print("# measure 5: the fixture by %d actions and %d texts, no key and no pointer" % (reader.actions, reader.texts),
          flush=True)
    equal(program.presses, 0)
    equal(fixture.without_ids_and_places(path), fixture.without_ids_and_places(fixture.PATH))

    mark_tensions(reader, "Community group")
    reader.act("win.save")
    program.expect_state("Saved")
    equal(program.tensions(path), [(word, "Community group") for word in fixture.TENSIONS])


run()
