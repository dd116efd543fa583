"""The four stakeholders that are drawn through the window in several ways, and what drawing them must come to."""
import os
import xml.etree.ElementTree

from program import read

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "four-stakeholders.rapport")
QUESTION = "Who decides what is studied here?"
# In the order of the file: name, sector, influence.
STAKEHOLDERS = [("University", "Academia", 4), ("NHS trust", "NHS", 4), ("Policy unit", "Policy", 3),
                ("Community group", "Third sector", 1)]
# What each gives, then what each can decide, as digits answer it.
LINKS = [("University", "NHS trust", "2231"), ("University", "Community group", "3020"),
         ("NHS trust", "Policy unit", "1211"), ("Community group", "Policy unit", "0302")]
MEASURE = 60
# As the file calls them, in the order of their numbers.
TENSIONS = ["narratives", "power", "language", "structures"]

# Where somebody stands, and the day on which a map is drawn, are not the fixture's.
ASIDE = {"map": ["created"], "phase": ["name", "date"], "stakeholder": ["angle", "depth"]}


def _name_for(element, names):
    if element.tag == "stakeholder":
        return element.findtext("label").strip()
    if element.tag == "link":
        return names[element.get("a")] + " with " + names[element.get("b")]
    return element.get("tension") + " on " + names[element.get("on")]


def without_ids_and_places(path):
    """What a map says, with names for ids and without places."""
    root = read(path)
    names = {}
    for kind in ("stakeholder", "link", "mark"):
        for element in root.iter(kind):
            names[element.get("id")] = _name_for(element, names)
    for element in root.iter():
        for attribute in ASIDE.get(element.tag, []):
            element.attrib.pop(attribute, None)
        for attribute in ("id", "a", "b", "on"):
            if element.get(attribute) in names:
                element.set(attribute, names[element.get(attribute)])
    for stakeholder in root.iter("stakeholder"):
        for reading in stakeholder.iter("reading"):
            reading.attrib.pop("ring", None)
    return xml.etree.ElementTree.tostring(root, encoding="unicode")
