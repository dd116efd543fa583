"""rapport-map from outside, as a shell sees it: exit status, standard output, standard error. Speaks TAP.

    test-commands.py RAPPORT_MAP SOURCE_ROOT
"""
import json
import os
import re
import subprocess
import sys
import tempfile

program, root = os.path.abspath(sys.argv[1]), sys.argv[2]
examples = os.path.join(root, "data/examples")
a = os.path.join(examples, "a-regional-collaboration.rapport")
c = os.path.join(examples, "c-neighbourhood-programme.rapport")
cases = []


def case(f):
    cases.append(f)
    return f


def run(*arguments, env=None, stdin=None):
    e = dict(os.environ, LC_ALL=os.environ.get("LC_ALL", "C.UTF-8"))
    e.pop("DISPLAY", None)
    e.update(env or {})
    p = subprocess.run([program, *arguments], capture_output=True, env=e, input=stdin, timeout=60)
    assert b"GLib" not in p.stderr and b"CRITICAL" not in p.stderr, p.stderr
    return p.returncode, p.stdout.decode("utf-8", "replace"), p.stderr.decode("utf-8", "replace")


def equal(got, wanted):
    assert got == wanted, "got %r, wanted %r" % (got, wanted)


def holds(text, part):
    assert part in text, "%r is not in %r" % (part, text)


def one_sentence(text):
    assert text.endswith(".\n") and text.count("\n") == 1, "not one sentence: %r" % text


@case
def check_says_nothing_of_a_clean_map(tmp):
    equal(run("check", a, c), (0, "", ""))


@case
def check_tells_the_notices(tmp):
    path = os.path.join(tmp, "dangling.rapport")
    with open(a, encoding="utf-8") as f:
        text = f.read().replace(' b="a16"', ' b="nobody"', 1)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    equal(run("check", path),
          (1, "", "1 link points to a partner that isn’t in the file; it is kept.\n"))


@case
def check_refuses_in_one_sentence(tmp):
    path = os.path.join(tmp, "empty.rapport")
    open(path, "w").close()
    equal(run("check", path), (2, "", "“empty.rapport” is empty.\n"))


@case
def check_gives_the_worst_of_many(tmp):
    path = os.path.join(tmp, "empty.rapport")
    open(path, "w").close()
    equal(run("check", a, path, c)[0], 2)


@case
def check_works_in_a_plain_c_locale(tmp):
    status, out, err = run("check", os.path.join(tmp, "no such"), env={"LC_ALL": "C"})
    equal((status, out, err), (2, "", '"no such" does not exist.\n'))


@case
def info_counts(tmp):
    status, out, err = run("info", "--json", c)
    equal((status, err), (0, ""))
    data = json.loads(out)
    equal(data["title"], "A neighbourhood programme")
    equal([(p["stakeholders"], p["links"], p["one-way"], p["power-difference-2-or-more"],
            p["mutual-dependence-0"]) for p in data["phases"]],
          [(13, 18, 3, 7, 5), (15, 31, 2, 11, 7), (15, 32, 0, 2, 0)])
    equal(sum(data["sectors"].values()), 15)
    equal(sum(data["kinds"].values()), 15)


@case
def info_tells_coverage_apart_from_zero(tmp):
    path = os.path.join(tmp, "part.rapport")
    with open(a, encoding="utf-8") as f:
        text = f.read()
    one = text.index('gives-a="')
    with open(path, "w", encoding="utf-8") as f:
        f.write(text[:one] + text[one + len('gives-a="0" '):])
    phase = json.loads(run("info", "--json", path)[1])["phases"][0]
    equal((phase["links"], phase["gives-discussed"], phase["power-discussed"]), (44, 43, 44))


@case
def info_reads_as_words(tmp):
    status, out, err = run("info", a)
    equal((status, err), (0, ""))
    holds(out, "Who shapes what this collaboration studies, changes and publishes?\n")
    holds(out, "22 stakeholders, 44 links")
    holds(out, "6 go one way")
    holds(out, "A made-up example.")


@case
def convert_is_the_identity_on_canonical_maps(tmp):
    out = os.path.join(tmp, "out.rapport")
    for name in sorted(os.listdir(examples)):
        path = os.path.join(examples, name)
        equal(run("convert", path, out), (0, "", ""))
        with open(path, "rb") as f, open(out, "rb") as g:
            equal(g.read(), f.read())


@case
def convert_goes_through_pipes(tmp):
    with open(a, "rb") as f:
        text = f.read()
    status, out, err = run("convert", "-", "-", stdin=text)
    equal((status, err), (0, ""))
    equal(out, text.decode("utf-8"))


@case
def convert_leaves_no_half_file(tmp):
    out = os.path.join(tmp, "nowhere/out.rapport")
    status, stdout, err = run("convert", a, out)
    equal((status, stdout), (2, ""))
    one_sentence(err.replace(". ", " "))
    equal(os.listdir(tmp), [])


@case
def new_makes_a_map_that_opens(tmp):
    path = os.path.join(tmp, "new.rapport")
    equal(run("new", path, "--title", "Ours", "--question", "Who decides?"), (0, "", ""))
    equal(run("check", path), (0, "", ""))
    data = json.loads(run("info", "--json", path)[1])
    equal((data["title"], data["question"], len(data["phases"])), ("Ours", "Who decides?", 1))
    equal(data["phases"][0]["standing"], "draft")


@case
def new_never_takes_a_file_that_is_there(tmp):
    path = os.path.join(tmp, "mine.txt")
    with open(path, "w") as f:
        f.write("mine")
    status, out, err = run("new", path)
    equal((status, out), (2, ""))
    holds(err, "“mine.txt”")
    with open(path) as f:
        equal(f.read(), "mine")


def shared(tmp, *arguments):
    """The bytes of a copy of everything there is, and what was said."""
    out = os.path.join(tmp, "copy.rapport")
    status, said, err = run("share", os.path.join(root, "tests/maps/valid/everything.rapport"), "-o", out, *arguments)
    equal(err, "")
    with open(out, encoding="utf-8") as f:
        return f.read(), said


@case
def prompts_are_those_that_are_installed(tmp):
    status, said, err = run("prompts")
    equal((status, err), (0, ""))
    with open(os.path.join(root, "data/prompts/prompts.txt"), encoding="utf-8") as f:
        equal(said, f.read())


@case
def share_leaves_behind_what_is_not_for_the_room(tmp):
    text, said = shared(tmp)
    for private in ("Start with the residents", "Chair changes", "Let the panel speak", "Better answers",
                    "Unpaid evenings", "meeting room on Tuesdays", "NHS partners", "Aim", "a17", "v1"):
        assert private not in text, private
    for part in ("Collaboration board", "Papers come after the decision", "Draft options go", "Roles, not names"):
        holds(text, part)
    holds(said, "In the copy:\n")
    holds(said, "2 notes that are not for the room")
    equal(run("check", os.path.join(tmp, "copy.rapport")), (0, "", ""))


@case
def share_hides_names(tmp):
    text, said = shared(tmp, "--hide-names")
    assert "Collaboration board" not in text and "Public and patient panel" not in text, text
    holds(text, "<label>Public and communities 1</label>")


@case
def share_lists_without_writing(tmp):
    status, out, err = run("share", c, "--phase", "aim")
    equal((status, err), (0, ""))
    holds(out, "In a copy would be:\n")
    holds(out, "The time “Aim (2027)”")
    equal(os.listdir(tmp), [])


@case
def share_never_takes_a_file_that_is_there(tmp):
    path = os.path.join(tmp, "map.rapport")
    equal(run("convert", a, path)[0], 0)
    with open(path, "rb") as f:
        before = f.read()
    equal(run("share", path, "-o", path)[0], 2)
    with open(path, "rb") as f:
        equal(f.read(), before)


def example_list():
    """The first example as one copies it from two sheets."""
    tables = os.path.join(root, "tests/tables/a-regional-collaboration.%s.csv")
    text = b""
    for part in ("stakeholders", "links"):
        with open(tables % part, "rb") as f:
            text += f.read() + b"\n"
    return text


@case
def import_makes_a_map_of_the_first_example(tmp):
    out = os.path.join(tmp, "out.rapport")
    equal(run("import", "-", "-o", out, stdin=example_list()), (0, "22 new stakeholders, 44 new links.\n", ""))
    equal(run("check", out), (0, "", ""))
    new, old = (json.loads(run("info", "--json", path)[1]) for path in (out, a))
    for key in ("stakeholders", "links", "one-way", "power-difference-2-or-more", "gives-discussed", "power-discussed"):
        equal(new["phases"][0][key], old["phases"][0][key])
    with open(out, encoding="utf-8") as f:
        equal(f.read().count(" angle="), 22)


@case
def import_adds_to_a_map_and_names_lines(tmp):
    out = os.path.join(tmp, "out.rapport")
    status, said, err = run("import", "-", "--into", a, "-o", out, stdin="Lead university (medical school)\n-> A\n".encode())
    equal((status, err), (1, ""))
    equal(said, "0 new stakeholders, 0 new links. 1 is on the map already. 1 line is left out.\n"
                "Line 2 is left out: “-> A” One of the two who are linked is missing.\n")
    with open(a, "rb") as f, open(out, "rb") as g:
        equal(g.read(), f.read())


@case
def import_writes_nothing_when_asked_what_would_be(tmp):
    equal(run("import", "-", "-n", stdin=example_list())[0], 0)
    equal(run("import", "-", stdin=b"A")[0], 2)
    equal(os.listdir(tmp), [])


@case
def wrong_words_get_a_sentence(tmp):
    for words in ([], ["bogus"], ["check"], ["check", "--bogus", a], ["info"], ["info", a, c],
                  ["convert", a], ["new"]):
        status, out, err = run(*words)
        equal((status, out), (2, ""))
        assert err.count("\n") == 1 and "rapport-map" in err, err


@case
def help_and_version(tmp):
    status, out, err = run("--version")
    equal((status, err), (0, ""))
    assert out.startswith("rapport-map "), out
    for words in (["--help"], ["check", "--help"], ["new", "--help"]):
        status, out, err = run(*words)
        equal((status, err), (0, ""))
        holds(out, "Usage: rapport-map")
    options = [line for line in run("export", "--help")[1].splitlines() if "--" in line[:8]]
    starts = {len(re.match(r"( +\S+)?, --\S+ +| +--\S+ +", line)[0]) for line in options}
    equal(len(starts), 1)
    assert len(options) > 15, options


@case
def a_name_that_looks_like_an_option_can_be_given(tmp):
    path = os.path.join(tmp, "-x.rapport")
    equal(run("new", "--", path), (0, "", ""))
    p = subprocess.run([program, "check", "--", "-x.rapport"], cwd=tmp, capture_output=True)
    equal((p.returncode, p.stderr), (0, b""))


@case
def nothing_but_the_map_is_linked(tmp):
    p = subprocess.run(["ldd", program], capture_output=True, text=True)
    assert "libgtk" not in p.stdout and "libadwaita" not in p.stdout, p.stdout


print("1..%d" % len(cases))
failed = 0
for n, f in enumerate(cases, 1):
    try:
        with tempfile.TemporaryDirectory() as folder:
            f(folder)
        print("ok %d - %s" % (n, f.__name__), flush=True)
    except Exception as e:
        failed += 1
        print("not ok %d - %s\n# %s" % (n, f.__name__, str(e).replace("\n", "\n# ")), flush=True)
sys.exit(failed > 0)
