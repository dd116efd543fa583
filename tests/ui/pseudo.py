"""A language that nobody speaks: every word is longer, has accents, and stands in brackets.

What is on screen without brackets was forgotten by whoever wrote it, and what is cut off will be so in Welsh or Polish.
"""
import os
import re
import subprocess

PLAIN, ACCENTED = "AEIOUWYaeiouwycnsd", "ÅÈÎÖÜŴŶåèîöüŵŷçñšđ"
LETTERS, BACK = str.maketrans(PLAIN, ACCENTED), str.maketrans(ACCENTED, PLAIN)
OPENING, CLOSING = "⟦", "⟧"
# What must stay as it is: a place to be filled, an access key's underscore, markup, an end of line.
KEPT = re.compile(r"(%%|%[0-9$]*[-+ #0-9.']*l*[a-z]|<[^>]*>|\n|_)")


def speak(text):
    """As the program says it: access keys are dropped."""
    return _translate(text).replace("_", "")


def hear(said):
    """What was said, in English again, for a hand that knows only that."""
    return re.sub(r"(?: ~)*%s|%s" % (CLOSING, OPENING), "", said).translate(BACK)


def _translate(text):
    body, end = (text[:-1], "\n") if text.endswith("\n") else (text, "")
    head = body[:len(body) - len(body.lstrip())]
    body = body[len(head):]
    words = "".join(part if KEPT.fullmatch(part) else part.translate(LETTERS) for part in KEPT.split(body))
    # A third longer, as languages are that say it less shortly than English.
    return head + OPENING + words + " ~" * max(1, len(body) // 6) + CLOSING + end


def _quote(text):
    return '"%s"' % text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _unquote(lines):
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), "".join(line[1:-1] for line in lines))


def _parts(entry):
    """The quoted text after each keyword of an entry of a template, by the keyword."""
    parts, current = {}, None
    for line in entry.splitlines():
        match = re.match(r'(msg\w+)(?:\[\d\])? (".*")$', line)
        if match is not None:
            current = parts.setdefault(match[1], [])
            current.append(match[2])
        elif line.startswith('"'):
            current.append(line)
    return {keyword: _unquote(lines) for keyword, lines in parts.items()}


def _entries(root):
    with open(os.path.join(root, "po", "POTFILES"), encoding="utf-8") as file:
        files = [line.strip() for line in file if not line.startswith("#")]
    keywords = ["_", "N_", "Q_:1g", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3"]
    with open(os.path.join(root, "po", "meson.build"), encoding="utf-8") as file:
        keywords += re.findall(r"--keyword=([^']+)'", file.read())
    said = subprocess.run(["xgettext", "--from-code=UTF-8", "--no-location", "-o", "-",
                           *["--keyword=" + keyword for keyword in keywords],
                           *[path for path in files if path.startswith(("src/", "ui/"))]],
                          cwd=root, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
    return [_parts(entry) for entry in said.split("\n\n")[1:]]


def _make_locale(folder, language):
    """A plain locale takes no other languages: "C" never, and "C.UTF-8" not from glibc 2.41 on. This one is plain but for
    its name, by which later versions of GTK find out too which way the language is written."""
    name = language + ".UTF-8"
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        subprocess.run(["localedef", "-i", "C", "-f", "UTF-8", path], stdout=subprocess.DEVNULL, check=True)
    return name


def install(root, folder, language="qps"):
    """Makes the language in a folder. Returns: the environment in which the program speaks it

    Under the name of one that is written from right to left, such as "ar", the toolkit mirrors the window.
    """
    lines = ['msgid ""', 'msgstr ""', r'"Content-Type: text/plain; charset=UTF-8\n"',
             r'"Plural-Forms: nplurals=2; plural=(n != 1);\n"']
    for parts in _entries(root):
        lines.append("")
        if "msgctxt" in parts:
            lines.append("msgctxt " + _quote(parts["msgctxt"]))
        lines.append("msgid " + _quote(parts["msgid"]))
        if "msgid_plural" in parts:
            lines += ["msgid_plural " + _quote(parts["msgid_plural"]), "msgstr[0] " + _quote(_translate(parts["msgid"])),
                      "msgstr[1] " + _quote(_translate(parts["msgid_plural"]))]
        else:
            lines.append("msgstr " + _quote(_translate(parts["msgid"])))
    place = os.path.join(folder, "locale", language, "LC_MESSAGES")
    os.makedirs(place, exist_ok=True)
    subprocess.run(["msgfmt", "-o", os.path.join(place, "rapport.mo"), "-"], input="\n".join(lines) + "\n",
                   encoding="utf-8", check=True)
    return {"LC_ALL": _make_locale(folder, language), "LOCPATH": folder, "LANGUAGE": language,
            "RAPPORT_LOCALE_DIR": os.path.join(folder, "locale")}
