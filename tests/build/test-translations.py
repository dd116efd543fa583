"""Every word for people can be translated, and what is translated fits where it stands.

Usage: test-translations.py SOURCE
"""
import glob
import os
import re
import subprocess
import sys
import tempfile

from tap import check, run_all

CALL = re.compile(r'\b(?:_|N_|Q_|C_|NC_|ngettext|g_dngettext) ?\((?:\s*[A-Z_]+,)?\s*"')
# As in the preset of Meson that the translations are made with.
KEYWORDS = ["_", "N_", "Q_:1g", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3"]


# A call of GLib's for counted words with words that are not written there: those are written where its function is called.
PASSED_ON = re.compile(r'\bg_dngettext ?\(\s*\w+,\s*[a-z]\w*,')


def own_keywords(source):
    """The functions of ours that are given words to translate, as po/meson.build names them."""
    with open(os.path.join(source, "po", "meson.build"), encoding="utf-8") as file:
        return re.findall(r"--keyword=([^']+)'", file.read())


def listed(source):
    with open(os.path.join(source, "po", "POTFILES"), encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip() and not line.startswith("#")]


def has_words(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    return 'translatable="yes"' in text if path.endswith(".ui") else CALL.search(text) is not None


@check
def no_file_with_words_is_left_out(source):
    paths = [path for pattern in ("src/**/*.[ch]", "ui/*.ui") for path in
             glob.glob(os.path.join(source, pattern), recursive=True)]
    worded = {os.path.relpath(path, source) for path in paths if has_words(path)}
    assert len(worded) > 50, worded
    missing = sorted(worded - set(listed(source)))
    assert not missing, "add to po/POTFILES: " + " ".join(missing)
    for path in listed(source):
        assert os.path.exists(os.path.join(source, path)), "take out of po/POTFILES: " + path


@check
def words_are_extracted_without_complaint(source):
    files = [path for path in listed(source) if not path.startswith("data/")]
    done = subprocess.run(["xgettext", "--from-code=UTF-8", "-o", "-",
                           *["--keyword=" + keyword for keyword in KEYWORDS + own_keywords(source)], *files],
                          cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and not done.stderr, done.stderr
    assert done.stdout.count("\nmsgid ") > 800


@check
def counted_words_are_one_entry(source):
    """Two entries, one for the singular and one for the plural, would leave other languages with their first form."""
    functions = [keyword.split(":")[0] for keyword in own_keywords(source)]
    for path in listed(source):
        if not path.endswith(".c"):
            continue
        with open(os.path.join(source, path), encoding="utf-8") as file:
            text = file.read()
        for found in PASSED_ON.finditer(text):
            function = re.findall(r"^(\w+) \(", text[:found.start()], re.M)[-1]
            assert function in functions, "%s: add %s to po/meson.build" % (path, function)
        for function in functions:
            assert not re.search(r"\b%s \([^;]*N_" % function, text), "%s: N_ in a call of %s" % (path, function)


@check
def languages_are_sound(source):
    with open(os.path.join(source, "po", "LINGUAS"), encoding="utf-8") as file:
        languages = file.read().split("\n")
    languages = [line for line in languages if line and not line.startswith("#")]
    assert "cy" in languages
    for language in languages:
        path = os.path.join(source, "po", language + ".po")
        with tempfile.NamedTemporaryFile() as compiled:
            subprocess.run(["msgfmt", "--check", "--check-accelerators=_", "-o", compiled.name, path], check=True)


@check
def welsh_says_that_it_awaits_review(source):
    with open(os.path.join(source, "po", "cy.po"), encoding="utf-8") as file:
        text = file.read()
    assert "awaiting review by a speaker" in text.lower().split('msgid ""')[0]
    assert "nplurals=4; plural=(n==1) ? 0 : (n==2) ? 1 : (n!=8 && n!=11) ? 2 : 3;" in text


run_all(os.path.abspath(sys.argv[1]))
