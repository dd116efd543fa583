"""The commands that draw and describe, from outside: exit status, files, what they say and what they never say. TAP.

    test-pictures.py RAPPORT_MAP SOURCE_ROOT
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zlib

program, root = os.path.abspath(sys.argv[1]), sys.argv[2]
examples = os.path.join(root, "data/examples")
a = os.path.join(examples, "a-regional-collaboration.rapport")
maps = [os.path.join(examples, name) for name in sorted(os.listdir(examples))]
SVG = "{http://www.w3.org/2000/svg}"
cases = []


def case(f):
    cases.append(f)
    return f


def run(*arguments, stdin=None, env=None):
    e = dict(os.environ, LC_ALL=os.environ.get("LC_ALL", "C.UTF-8"))
    e.pop("DISPLAY", None)
    e.update(env or {})
    p = subprocess.run([program, *arguments], capture_output=True, env=e, input=stdin, timeout=120)
    assert b"GLib" not in p.stderr and b"CRITICAL" not in p.stderr, p.stderr
    return p.returncode, p.stdout, p.stderr.decode("utf-8", "replace")


def fine(*arguments, **keywords):
    status, out, said = run(*arguments, **keywords)
    assert status == 0 and said == "", "%d: %s" % (status, said)
    return out


def refused(part, *arguments, **keywords):
    status, out, said = run(*arguments, **keywords)
    assert status == 2, "status %d" % status
    assert out == b"", out[:80]
    assert said.endswith(".\n") and said.count("\n") == 1, "not one sentence: %r" % said
    assert part in said, "%r is not in %r" % (part, said)


def read(path):
    with open(path, "rb") as f:
        return f.read()


def chunks(png):
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(png):
        length, name = int.from_bytes(png[at:at + 4], "big"), png[at + 4:at + 8]
        data = png[at + 8:at + 8 + length]
        assert zlib.crc32(name + data) == int.from_bytes(png[at + 8 + length:at + 12 + length], "big")
        yield name.decode(), data
        at += 12 + length


def png_size(png):
    head = dict(chunks(png))["IHDR"]
    return int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")


@case
def every_format_of_every_example(tmp):
    for path in maps:
        for ending, magic in ("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF-"):
            out = os.path.join(tmp, "out." + ending)
            assert fine("export", path, "-o", out) == b""
            assert read(out).startswith(magic), path
    assert sorted(os.listdir(tmp)) == ["out.pdf", "out.png", "out.svg"]


def unpacked(data):
    """The file, and every stream in it that can be unpacked."""
    parts = [data]
    for match in re.finditer(rb"stream\r?\n", data):
        try:
            parts.append(zlib.decompressobj().decompress(data[match.end():]))
        except zlib.error:
            pass
    return parts


@case
def sizes(tmp):
    out = os.path.join(tmp, "out.png")
    for size, scale, wanted in (("1080p", "1", (1920, 1080)), ("4K", "1", (3840, 2160)), ("640x480", "2", (1280, 960)),
                                ("256", "1", (256, 144)), ("board-paper", "1", (1890, 1949))):
        fine("export", a, "-o", out, "--size", size, "--scale", scale)
        assert png_size(read(out)) == wanted, (size, png_size(read(out)))
    svg = fine("export", a, "-o", "-", "--size", "A3")
    assert b' width="420mm" height="297mm"' in svg
    pdf = fine("export", a, "-o", "-", "--format", "pdf", "--size", "A4")
    box = re.search(rb"/MediaBox \[ *0 0 ([\d.]+) ([\d.]+)", b"\n".join(unpacked(pdf)))  # newer cairo packs it
    assert abs(float(box[1]) - 841.89) < 0.1 and abs(float(box[2]) - 595.28) < 0.1


@case
def standard_input_and_output(tmp):
    text = read(a)
    assert fine("export", "-", "-o", "-", stdin=text) == fine("export", a, "-o", "-")
    assert fine("export", "-", "-o", "-", "--format", "png", stdin=text).startswith(b"\x89PNG")


@case
def again_the_same_bytes(tmp):
    for form in "png", "svg", "pdf":
        arguments = ["export", a, "-o", "-", "--format", form]
        assert fine(*arguments) == fine(*arguments, env={"TZ": "Asia/Tokyo"}), form


@case
def svg_is_sound(tmp):
    for path in maps:
        tree = ElementTree.fromstring(fine("export", path, "-o", "-", "--tension", "all"))
        assert tree.tag == SVG + "svg" and tree.get("role") == "graphics-document"
        assert tree[0].tag == SVG + "title" and tree[1].tag == SVG + "desc"
        ids = [e.get("id") for e in tree.iter() if e.get("id")]
        assert len(ids) == len(set(ids))
        for e in tree.iter():
            assert e.tag in [SVG + n for n in "svg title desc defs pattern path rect g text".split()], e.tag
            assert not any(n.startswith("on") or n.endswith("href") for n in e.attrib)


@case
def all_tensions_are_four_files(tmp):
    fine("export", a, "-o", os.path.join(tmp, "map.svg"), "--all-tensions")
    assert sorted(os.listdir(tmp)) == ["map-1.svg", "map-2.svg", "map-3.svg", "map-4.svg"]


@case
def wrong_options_get_a_sentence(tmp):
    out = os.path.join(tmp, "out.png")
    refused("-o", "export", a)
    assert run("export") == (2, b"", "Usage: rapport-map export MAP -o OUT\n")
    refused(".png, .svg or .pdf", "export", a, "-o", os.path.join(tmp, "out.gif"))
    refused("“bmp”", "export", a, "-o", out, "--format", "bmp")
    refused("Now (2011)", "export", a, "-o", out, "--phase", "then")
    refused("NHS partners (v2)", "export", a, "-o", out, "--perspective", "nobody")
    refused("Now (2011)", "export", a, "-o", out, "--compare", "then")
    refused("influence", "export", a, "-o", out, "--layers", "gives,colour")
    refused("structures", "export", a, "-o", out, "--tension", "5")
    refused("high-contrast", "export", a, "-o", out, "--theme", "pink")
    refused("board-paper", "export", a, "-o", out, "--size", "A7")
    refused("“nobody”", "export", a, "-o", out, "--focus", "nobody")
    refused("--reach", "export", a, "-o", out, "--focus", "a01", "--reach=-1")
    refused("--scale", "export", a, "-o", out, "--scale", "0")
    refused("--scale", "export", a, "-o", out, "--scale", "nan")
    refused("32767", "export", a, "-o", out, "--size", "40000x20")
    refused("32767", "export", a, "-o", out, "--scale", "60")
    refused("500 million", "export", a, "-o", out, "--size", "32767x32767")
    refused("--frame", "export", a, "-o", out, "--frame")
    refused("--all-tensions", "export", a, "-o", "-", "--all-tensions")
    refused("", "export", os.path.join(tmp, "none.rapport"), "-o", out)
    refused("", "describe", a, "--phase", "then")
    assert os.listdir(tmp) == []


@case
def unwritable_targets_get_a_sentence(tmp):
    refused("", "export", a, "-o", os.path.join(tmp, "none", "out.png"))
    folder = os.path.join(tmp, "folder.png")
    os.mkdir(folder)
    refused("", "export", a, "-o", folder)
    assert os.listdir(tmp) == ["folder.png"] and os.listdir(folder) == []
    if os.path.exists("/dev/full"):
        with open("/dev/full", "wb") as full:
            p = subprocess.run([program, "export", a, "-o", "-"], stdout=full, stderr=subprocess.PIPE)
        assert p.returncode == 2 and p.stderr.endswith(b".\n")


@case
def a_failed_picture_leaves_the_old_one(tmp):
    out = os.path.join(tmp, "out.png")
    with open(out, "wb") as f:
        f.write(b"old")
    refused("", "export", a, "-o", out, "--size", "40000x20")
    assert read(out) == b"old"
    fine("export", a, "-o", out)
    assert read(out).startswith(b"\x89PNG") and os.listdir(tmp) == ["out.png"]


@case
def names_and_ids_are_both_understood(tmp):
    wanted = fine("export", a, "-o", "-", "--phase", "now", "--perspective", "v2", "--focus", "a01")
    assert fine("export", a, "-o", "-", "--phase", "NOW (2011)", "--perspective", "nhs partners", "--focus",
                "a01") == wanted


# What must never be in a picture, wherever it stands in the map.
CANARY = "Kanarienvogel"


def secrets():
    """What may hang in every element: notes that are not for the room, and parts of another program."""
    notes = "".join('<note level="%s">%s</note>' % (level, CANARY) for level in ("private", "facilitator"))
    return notes + '<x:own xmlns:x="urn:%s" x:path="/home/%s">%s</x:own>' % (CANARY, CANARY, CANARY)


def secret_marks(text):
    """Marks that are not for the room, on the same things."""
    ids = re.findall(r'<mark [^>]* on="([^"]*)"', text)
    return "".join('<mark id="x%d-%s" tension="%s" on="%s" level="%s" phase="now"><note-a>%s</note-a>'
                   '<note-b>%s</note-b><evidence kind="document">%s</evidence></mark>'
                   % (number, level, tension, on, level, CANARY, CANARY, CANARY)
                   for number, on in enumerate(ids) for level in ("private", "facilitator")
                   for tension in ("narratives", "power", "language", "structures")[number % 4:][:1])


def with_canaries(tmp, source):
    text = read(source).decode("utf-8")
    text = re.sub(r"(<note level=.(?:private|facilitator).>)[^<]*", r"\1" + CANARY, text)
    text = re.sub(r"(<presenter-note>)[^<]*", r"\1" + CANARY, text)
    text = text.replace("</tensions>", secret_marks(text) + "</tensions>")
    text, n = re.subn(r"</(stakeholder|link|mark|map)>", lambda m: secrets() + m[0], text)
    assert n >= 4
    text = text.replace("<stakeholders>", "<!-- %s --><?%s %s?><stakeholders>" % (CANARY, CANARY, CANARY))
    path = os.path.join(tmp, CANARY + "-folder", CANARY + "-file.rapport")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    return path


def hold_canary(data, form, tmp):
    for part in unpacked(data):
        if CANARY.encode() in part or CANARY.encode("utf-16-be") in part or tmp.encode() in part:
            return True
    if form == "png":
        names = {name for name, _ in chunks(data)}
        assert names <= {"IHDR", "sRGB", "pHYs", "iTXt", "IDAT", "IEND"}, names
    if form == "pdf" and shutil.which("pdftotext"):
        return CANARY.encode() in subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True).stdout
    return False


def words_on(pdf):
    """What stands on each page."""
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return text.decode().split("\f")[:-1]


def page_sizes(pdf):
    """In points, of each page."""
    return [tuple(float(x) for x in match.split()[2:]) for match in
            (m.decode() for part in unpacked(pdf) for m in re.findall(rb"/MediaBox \[ ([0-9. ]+) \]", part))]


def size_is(size, width, height):
    """@width and @height in millimetres."""
    return abs(size[0] - width * 72 / 25.4) < .1 and abs(size[1] - height * 72 / 25.4) < .1


@case
def a_picture_goes_on_one_sheet_or_on_several(tmp):
    for options, n, sheet in (([], 1, (297, 210)), (["--sheet", "A3"], 1, (420, 297)), (["--across", "2"], 4, (297, 210)),
                              (["--across", "3", "--sheet", "A3"], 9, (420, 297)), (["--size", "A2"], 8, (210, 297)),
                              (["--size", "A0", "--sheet", "A3"], 15, (297, 420)), (["--size", "a4"], 2, (210, 297)),
                              (["--size", "board-paper"], 1, (210, 297)), (["--size", "A1", "--sheet", "A0"], 1, (1189, 841))):
        pdf = fine("paper", a, "-o", "-", *options)
        sizes = page_sizes(pdf)
        assert len(sizes) == n and all(size_is(size, *sheet) for size in sizes), (options, sizes)
        assert pdf == fine("paper", a, "-o", "-", *options)


@case
def sheets_say_which_they_are_and_hold_every_name(tmp):
    if not shutil.which("pdftotext"):
        return
    names = ["Ambulance", "Clinical", "charity", "Knowledge", "authority", "publishes?", "comes back"]
    pages = words_on(fine("paper", a, "-o", "-", "--across", "2"))
    for i, page in enumerate(pages):
        assert "Sheet %d of 4: row %d, column %d" % (i + 1, i // 2 + 1, i % 2 + 1) in page, page
    for options in [], ["--theme", "print"], ["--across", "2"]:
        pages = words_on(fine("paper", a, "-o", "-", *options))
        assert len(pages) > 1 or "Sheet" not in pages[0]
        for name in names if len(pages) == 1 else names[:3]:
            assert name in re.sub(" +", " ", "\n".join(pages)), (options, name)


@case
def cards_and_an_empty_wheel_for_a_round_on_paper(tmp):
    pdf = fine("paper", a, "-o", "-", "--cards")
    assert len(page_sizes(pdf)) == 6
    empty = fine("paper", a, "-o", "-", "--wheel", "--sheet", "A1")
    assert [size_is(size, 841, 594) for size in page_sizes(empty)] == [True]
    if not shutil.which("pdftotext"):
        return
    sectors = ["Academia", "NHS", "Policy", "Third sector", "Public and communities", "Sector:"]
    for sector, page in zip(sectors, words_on(pdf)):
        assert page.count(sector) == page.count("Gets back") == 10, (sector, page)
        assert "Lead university" not in page
    page = words_on(empty)[0]
    assert all(sector in page for sector in sectors[:5]) and "Who shapes what" in page
    assert "Lead university" not in page and "one view" not in page, page


@case
def paper_that_cannot_be_made(tmp):
    out = os.path.join(tmp, "out.pdf")
    for part, options in (("no paper “A9”", ["--size", "A9"]), ("no paper “1080p”", ["--sheet", "1080p"]),
                          ("no theme", ["--theme", "pink"]), ("overlap", ["--size", "A0", "--overlap", "95"]),
                          ("overlap", ["--across", "2", "--overlap", "-3"]), ("--across takes", ["--across", "0"]),
                          ("--across takes", ["--across", "21"]), ("two files", ["--cards", "--wheel"])):
        refused(part, "paper", a, "-o", out, *options)
    refused("-o OUT.pdf", "paper", a)
    refused("", "paper", a, "-o", os.path.join(tmp, "nowhere", "out.pdf"))
    assert os.listdir(tmp) == []


@case
def nothing_private_in_any_format(tmp):
    everything = os.path.join(root, "tests/maps/valid/everything.rapport")
    for source in a, everything:
        path = with_canaries(tmp, source)
        # The canaries are where they were put.
        assert run("convert", path, "-")[1].count(CANARY.encode()) > 10
        for extra in [], ["--tension", "all"], ["--perspective", "v1"], ["--layers", "plain"], ["--layers", "power"]:
            for form in "png", "svg", "pdf":
                data = fine("export", path, "-o", "-", "--format", form, *extra)
                assert not hold_canary(data, form, tmp), (source, form, extra)
            assert CANARY.encode() not in fine("describe", path, *extra)
        for extra in [], ["--across", "3"], ["--cards"], ["--wheel"], ["--tension", "all", "--size", "A1"]:
            assert not hold_canary(fine("paper", path, "-o", "-", *extra), "pdf", tmp), (source, extra)


@case
def the_description_is_in_the_svg_and_the_png(tmp):
    words = fine("describe", a).decode("utf-8").strip()
    tree = ElementTree.fromstring(fine("export", a, "-o", "-"))
    assert (tree[1].text or "").strip() == words
    texts = [data for name, data in chunks(fine("export", a, "-o", "-", "--format", "png")) if name == "iTXt"]
    assert words == "" or any(words.encode("utf-8") in text for text in texts)


@case
def hostile_labels(tmp):
    labels = ["<script>alert(1)</script>", "]]>", "\u202eabc", "צוות המחקר abc", "مجموعة البحث", "日本語の研究", "😀👩‍🔬",
              "e" + "\u0301" * 2000, "m" * 65536, " ", "a\u2028b", "%s%n", "&#0;", "'\" onload='x'"]
    for label in labels:
        escaped = label.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
        text = read(a).decode("utf-8")
        text = re.sub(r"<(label|short|title|question|note-a|note-b)>[^<]*", lambda m: "<%s>%s" % (m[1], escaped), text)
        text = re.sub(r'( name)="[^"]*"', lambda m: '%s="%s"' % (m[1], escaped), text).encode("utf-8")
        svg = fine("export", "-", "-o", "-", "--tension", "all", stdin=text)
        ElementTree.fromstring(svg)
        assert b"<script" not in svg
        for form in "png", "pdf":
            assert len(fine("export", "-", "-o", "-", "--format", form, "--size", "480", stdin=text)) > 200


print("1..%d" % len(cases))
failed = 0
for number, f in enumerate(cases, 1):
    name = f.__name__.replace("_", " ")
    with tempfile.TemporaryDirectory() as folder:
        try:
            f(folder)
            print("ok %d - %s" % (number, name))
        except Exception as error:  # a case that breaks is a case that fails
            failed += 1
            print("not ok %d - %s" % (number, name))
            print("# %s: %s" % (type(error).__name__, str(error).replace("\n", "\n# ")))
sys.exit(1 if failed else 0)
