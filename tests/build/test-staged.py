"""The program as a package installs it: everything in its place, and what checks such files content with it.

Usage: test-staged.py MESON SOURCE BUILD ID
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

from tap import Skip, check, run_all

ICON_SIZES = (16, 32, 48, 128, 512)


class Stage:
    def __init__(self, meson, build, identity, folder):
        self.id = identity
        subprocess.run([*meson.split(), "install", "-C", build, "--no-rebuild", "--destdir", folder],
                       check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        binary, = glob.glob(os.path.join(folder, "**", "bin", "rapport-map"), recursive=True)
        self.root = folder
        self.prefix = os.path.dirname(os.path.dirname(binary))

    def path(self, *parts):
        return os.path.join(self.prefix, *parts)

    def share(self, *parts):
        path = self.path("share", *parts)
        assert os.path.exists(path), "not installed: " + path
        return path


def silent(*command, **options):
    """Validators now and then end well although they complain: nothing is to be said at all."""
    if shutil.which(command[0]) is None:
        raise Skip(command[0] + " is not installed")
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **options)
    assert done.returncode == 0 and not done.stdout.strip(), "%s: %s" % (command[0], done.stdout)


def said(*command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True, **options).stdout


@check
def desktop_entry(stage):
    silent("desktop-file-validate", stage.share("applications", stage.id + ".desktop"))
    text = open(stage.share("applications", stage.id + ".desktop"), encoding="utf-8").read()
    for line in ("Icon=" + stage.id, "DBusActivatable=true", "MimeType=application/vnd.rapport.map+xml;", "Name[cy]="):
        assert line in text, line
    # D-Bus starts it by the very name that the desktop entry has.
    service = open(stage.share("dbus-1", "services", stage.id + ".service"), encoding="utf-8").read()
    assert "Name=%s\n" % stage.id in service and "/bin/rapport --gapplication-service\n" in service, service


@check
def metainfo(stage):
    if shutil.which("appstreamcli") is None:
        raise Skip("appstreamcli is not installed")
    path = stage.share("metainfo", stage.id + ".metainfo.xml")
    # There is no page about it anywhere. Version 1 warns of that, and before it the word for it was another one.
    old = subprocess.run(["appstreamcli", "--version"], stdout=subprocess.PIPE, text=True, check=False).stdout
    without_page = [] if re.search(r": 0\.", old) else ["--override=url-homepage-missing=info"]
    done = subprocess.run(["appstreamcli", "validate", "--no-net", *without_page, path], stdout=subprocess.PIPE,
                          text=True, check=False)
    assert done.returncode == 0 and "W:" not in done.stdout and "E:" not in done.stdout, done.stdout
    # It looks into usr, wherever the prefix is.
    tree_root = os.path.join(stage.root, "tree")
    os.makedirs(tree_root)
    os.symlink(stage.prefix, os.path.join(tree_root, "usr"))
    tree = subprocess.run(["appstreamcli", "validate-tree", "--no-net", *without_page, tree_root], stdout=subprocess.PIPE, text=True,
                          check=False)
    assert "W:" not in tree.stdout and "E:" not in tree.stdout, tree.stdout


@check
def icons(stage):
    for part in ("scalable/apps/%s.svg", "symbolic/apps/%s-symbolic.svg"):
        path = stage.share("icons", "hicolor", part % stage.id)
        silent("xmllint", "--noout", path)
        for size in ICON_SIZES:
            with tempfile.NamedTemporaryFile(suffix=".png") as picture:
                silent("rsvg-convert", "-w", str(size), path, "-o", picture.name)
                assert open(picture.name, "rb").read(4) == b"\x89PNG"
    stage.share("icons", "hicolor", "scalable/mimetypes/application-vnd.rapport.map+xml.svg")


@check
def file_type(stage):
    """Known by its name, and by its first bytes when it has another."""
    if shutil.which("update-mime-database") is None:
        raise Skip("update-mime-database is not installed")
    data = os.path.join(stage.root, "data")
    shutil.copytree(stage.share("mime", "packages"), os.path.join(data, "mime", "packages"))
    environment = dict(os.environ, XDG_DATA_HOME=data, XDG_DATA_DIRS="/usr/share", LC_ALL="C.UTF-8")
    silent("update-mime-database", os.path.join(data, "mime"), env=environment)
    sample = os.path.join(stage.root, "another-name")
    shutil.copy(os.path.join(sys.argv[2], "data", "examples", "a-regional-collaboration.rapport"), sample)
    shutil.copy(sample, sample + ".rapport")
    for path in (sample, sample + ".rapport"):
        kind = said("gio", "info", "-a", "standard::content-type", path, env=environment)
        assert "application/vnd.rapport.map+xml" in kind, kind


@check
def manual_pages(stage):
    if shutil.which("man") is None:
        raise Skip("man is not installed")
    for name in ("rapport.1", "rapport-map.1"):
        done = subprocess.run(["man", "--warnings", "-l", stage.share("man", "man1", name)], capture_output=True,
                              check=True, env=dict(os.environ, MANWIDTH="80", LC_ALL="C.UTF-8"))
        assert not done.stderr, done.stderr


@check
def the_manual_page_names_every_command(stage):
    page = open(stage.share("man", "man1", "rapport-map.1"), encoding="utf-8").read().replace("\\-", "-")
    commands = [line.split()[0] for line in said(stage.path("bin", "rapport-map"), "--help").splitlines()
                if line.startswith("  ") and not line.strip().startswith("-")]
    assert len(commands) > 5, commands
    for command in commands:
        assert command in page, command


@check
def thumbnails(stage):
    """By the very line that file managers run; a confidential map has none."""
    line = [line for line in open(stage.share("thumbnailers", stage.id + ".thumbnailer"), encoding="utf-8")
            if line.startswith("Exec=")][0].strip()[5:].split()
    example = os.path.join(sys.argv[2], "data", "examples", "a-regional-collaboration.rapport")
    picture = os.path.join(stage.root, "thumbnail.png")
    confidential = os.path.join(stage.root, "confidential")
    text = open(example, encoding="utf-8").read()
    with open(confidential, "w", encoding="utf-8") as file:
        file.write(text.replace("<map ", '<map sensitivity="confidential" ', 1))

    def run(path):
        words = {"%i": path, "%o": picture, "%s": "256"}
        command = [words.get(word, word.replace("%s", "256")) for word in line[1:]]
        return subprocess.run([stage.path("bin", "rapport-map"), *command], capture_output=True, text=True, check=False)

    done = run(example)
    assert done.returncode == 0 and os.path.getsize(picture) > 1000, done.stderr
    os.remove(picture)
    done = run(confidential)
    assert done.returncode != 0 and not os.path.exists(picture) and "confidential" in done.stderr, done


@check
def settings(stage):
    """Strictly valid, and every preference is asked for by a name that the schema has."""
    path = stage.share("glib-2.0", "schemas", stage.id + ".gschema.xml")
    silent("glib-compile-schemas", "--strict", "--dry-run", os.path.dirname(path))
    keys = re.findall(r'<key name="([^"]+)"', open(path, encoding="utf-8").read())
    with open(os.path.join(sys.argv[2], "src", "app", "session", "rapport-settings.c"), encoding="utf-8") as file:
        asked = re.findall(r'g_param_spec_[a-z]+ \("([^"]+)"', file.read())
    assert keys and keys == asked, (keys, asked)


@check
def runs_from_there(stage):
    version = said(stage.path("bin", "rapport-map"), "--version")
    assert said(stage.path("bin", "rapport"), "--version").split()[1] == version.split()[1]


with tempfile.TemporaryDirectory(prefix="rapport-stage-") as folder:
    run_all(Stage(sys.argv[1], sys.argv[3], sys.argv[4], folder))
