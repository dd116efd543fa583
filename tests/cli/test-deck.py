"""The steps of a map as pages, and that nothing leaves which is not for the room.

    test-deck.py RAPPORT_MAP SOURCE_ROOT
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

RAPPORT_MAP, ROOT = sys.argv[1:3]
EXAMPLE = os.path.join(ROOT, "data", "examples", "c-neighbourhood-programme.rapport")
NAMESPACE = "{urn:x-rapport:map}"
# A word that is in no map by itself.
CANARY = "Zugzwang"
failed = 0
number = 0


def check(name, outcome, said=""):
    global failed, number
    number += 1
    failed += not outcome
    print("%sok %d - %s%s" % ("" if outcome else "not ", number, name, "" if outcome else " # " + said))


def run(*arguments):
    return subprocess.run([RAPPORT_MAP, *arguments], capture_output=True, text=True, timeout=120, check=False)


def pages_of(path):
    """cairo 1.18 packs what would say so, and then poppler is asked."""
    with open(path, "rb") as f:
        n = len(re.findall(rb"/Type /Page\b", f.read()))
    if n > 0 or not shutil.which("pdfinfo"):
        return n
    said = subprocess.run(["pdfinfo", path], capture_output=True, text=True, timeout=60, check=True).stdout
    return int(re.search(r"^Pages: +([0-9]+)$", said, re.MULTILINE).group(1))


def words_of_pdf(path):
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, timeout=60, check=True).stdout


def put_canaries(source, path):
    """All words that are for facilitators or kept in the file become the canary, and the ids of what holds them, wherever
    they stand. Returns how many there were."""
    ElementTree.register_namespace("", "urn:x-rapport:map")
    tree = ElementTree.parse(source)
    count, ids = 0, []
    for element in tree.iter():
        tag = element.tag.replace(NAMESPACE, "")
        hidden = tag == "presenter-note" or (tag in ("note", "mark", "response") and element.get("level") != "shared")
        if not hidden:
            continue
        if element.get("id") is not None:
            ids.append(element.get("id"))
        for inner in element.iter():
            if inner is element and tag in ("mark", "response"):
                continue
            inner.text = "%s %d" % (CANARY, count)
            count += 1
    tree.write(path, encoding="utf-8", xml_declaration=True)
    with open(path, encoding="utf-8") as f:
        text = f.read()
    for one in ids:
        text = re.sub(r'(?<=[" ])%s(?=[" ])' % re.escape(one), CANARY + "-" + one, text)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    return count + len(ids)


def files_of(folder):
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder))]


def test_pages(folder):
    out = os.path.join(folder, "deck")
    os.mkdir(out)
    done = run("export", EXAMPLE, "--deck", "-o", out + "/c.svg")
    names = sorted(os.listdir(out))
    check("a picture for each step, numbered so that they are in order",
          done.returncode == 0 and names == ["c-%02d.svg" % i for i in range(1, 13)], str(names) + done.stderr)
    run("export", EXAMPLE, "--deck", "-o", out + "/one.pdf")
    run("export", EXAMPLE, "--deck", "-o", out + "/two.pdf")
    run("export", EXAMPLE, "--deck", "--notes", "-o", out + "/notes.pdf")
    run("export", EXAMPLE, "--deck", "--unfold", "-o", out + "/unfold.pdf")
    check("one PDF has a page for each", pages_of(out + "/one.pdf") == 12, str(pages_of(out + "/one.pdf")))
    check("with notes it has twice as many", pages_of(out + "/notes.pdf") == 24)
    check("what unfolds has more", pages_of(out + "/unfold.pdf") > 20)
    with open(out + "/one.pdf", "rb") as a, open(out + "/two.pdf", "rb") as b:
        check("the same bytes every time", a.read() == b.read())


def test_near(folder):
    """A step that goes near to a part of the map still shows what it asks."""
    path, out = os.path.join(folder, "near.rapport"), os.path.join(folder, "near")
    os.mkdir(out)
    step = '<step id="s1" camera="0 0 500"><title>Near</title><prompt>Who says no?</prompt></step>'
    with open(EXAMPLE, encoding="utf-8") as source, open(path, "w", encoding="utf-8") as f:
        f.write(source.read().replace("</map>", "<steps>%s</steps></map>" % step))
    done = run("export", path, "--deck", "-o", out + "/near.svg")
    root = ElementTree.parse(files_of(out)[0]).getroot()
    x, y, width, height = map(float, root.get("viewBox").split())
    lines = [e for e in root.iter("{http://www.w3.org/2000/svg}text") if "Who says no?" in "".join(e.itertext())]
    said = done.stderr + " viewBox %r, %r" % (root.get("viewBox"), [e.attrib for e in lines])
    check("near to a part of the map, what is asked is in the picture",
          width < 1500 and len(lines) == 1 and x <= float(lines[0].get("x")) <= x + width
          and y <= float(lines[0].get("y")) <= y + height / 8, said)


def test_refusals(folder):
    for arguments, part in (
            (["--deck", "--notes", "-o", folder + "/x.png"], "Notes go into a PDF"),
            (["--notes", "-o", folder + "/x.pdf"], "Notes go into a PDF"),
            (["--deck", "--format", "png", "-o", "-"], "standard output")):
        done = run("export", EXAMPLE, *arguments)
        check("refused: " + " ".join(arguments[:3]), done.returncode != 0 and part in done.stderr, done.stderr)


def put_names(path):
    """The names of all stakeholders, and their ids, become the canary. What else holds a name is told by the program."""
    with open(EXAMPLE, encoding="utf-8") as f:
        text = re.sub(r"\b(c[0-9][0-9])\b", CANARY + r"-\1", f.read())
    text = re.sub(r"<(label|short)>[^<]*", r"<\1>" + CANARY + " unit", text)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def leaks_in(folder):
    leaks = []
    for file in files_of(folder):
        with open(file, "rb") as f:
            content = f.read()
        if file.endswith(".pdf") and shutil.which("pdftotext"):
            content += words_of_pdf(file).encode()
        if CANARY.encode() in content:
            leaks.append(file)
    return leaks


def test_hidden_names(folder):
    out = os.path.join(folder, "hidden")
    os.mkdir(out)
    path = os.path.join(folder, "names.rapport")
    put_names(path)
    for hide in ([], ["--hide-names"]):
        for ending in ("svg", "png", "pdf"):
            run("export", path, *hide, "--layers", "influence,gives,power", "--tension", "all", "-o",
                os.path.join(out, "picture." + ending))
            run("export", path, *hide, "--compare", "Aim", "-o", os.path.join(out, "compare." + ending))
            run("export", path, *hide, "--deck", "--unfold", "-o", os.path.join(out, "deck." + ending))
        with open(os.path.join(out, "words.txt"), "w", encoding="utf-8") as f:
            f.write(run("describe", path, *hide).stdout)
        if not hide:
            check("names are where they would be seen", len(leaks_in(out)) > 20, str(leaks_in(out)))
    check("%d files with names hidden, and no name nor id in them" % len(files_of(out)),
          len(files_of(out)) > 40 and not leaks_in(out), str(leaks_in(out)))
    with open(os.path.join(out, "picture.svg"), encoding="utf-8") as f:
        check("codes by sector stand for them", ">NHS 1<" in f.read())
    with open(path, encoding="utf-8") as f:
        text = f.read().replace("<question>", "<question>Will %s unit decide? " % CANARY)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    said = run("describe", path, "--hide-names").stderr
    check("a name in the question is told", "still stand" in said and CANARY in said, said)


def test_canaries(folder):
    for name in ("everything", "steps"):
        source = os.path.join(ROOT, "tests", "maps", "valid", name + ".rapport")
        out = os.path.join(folder, name)
        os.mkdir(out)
        path = os.path.join(folder, name + ".rapport")
        count = put_canaries(source, path)
        check("%s: there are words to be kept" % name, count > 0)
        for ending in ("svg", "png", "pdf"):
            run("export", path, "--layers", "influence,gives,power", "--tension", "all", "-o",
                os.path.join(out, "picture." + ending))
            run("export", path, "--deck", "--unfold", "-o", os.path.join(out, "deck." + ending))
        with open(os.path.join(out, "words.txt"), "w", encoding="utf-8") as f:
            f.write(run("describe", path).stdout)
        shared = os.path.join(out, "shared.rapport")
        with open(os.path.join(out, "leaves.txt"), "w", encoding="utf-8") as f:
            f.write(run("share", path, "-o", shared).stdout)
        for ending in ("svg", "png", "pdf"):
            run("export", shared, "--layers", "influence,gives,power", "--tension", "all", "-o",
                os.path.join(out, "shared." + ending))
        check("%s: the copy for partners is a map" % name, run("check", shared).returncode == 0)
        leaks = leaks_in(out)
        check("%s: %d files, and none of the %d kept words in them" % (name, len(files_of(out)), count),
              len(files_of(out)) > 8 and not leaks, str(leaks))
        if shutil.which("pdftotext"):
            notes = os.path.join(folder, name + "-notes.pdf")
            run("export", path, "--deck", "--notes", "-o", notes)
            check("%s: notes pages have the notes, so that the canary would be seen" % name,
                  CANARY in words_of_pdf(notes))


with tempfile.TemporaryDirectory() as home:
    test_pages(home)
    test_near(home)
    test_refusals(home)
    test_canaries(home)
    test_hidden_names(home)
print("1..%d" % number)
sys.exit(failed > 0)
