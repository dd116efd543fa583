#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails every system call of a save, one at a time, and looks at what is left.

usage: fault-sweep.py DRIVER SHIM

DRIVER is save-driver, SHIM the library short-writes. A run without faults lists the calls of a
save; then each of them is made to kill the process or to fail, with every kind of file. Whatever
happens, the file must be the old or the new one whole, and "saved" must be true. Where the file can
only be overwritten, a complete safety copy may stand for it, as long as it is offered.

By default a part of the points is tried; RAPPORT_LONG=1 tries all of them.
"""

import concurrent.futures
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile

DRIVER, SHIM = [os.path.abspath(a) for a in sys.argv[1:3]]
LONG = os.environ.get("RAPPORT_LONG") == "1"
STEP = 1 if LONG else 3

OLDER = b"older\n" * 500
OLD = b"old map\n" * 4000
NEW = b"the new map\n" * 120000
NEW_SHA256 = hashlib.sha256(NEW).hexdigest()

ERRORS = ["ENOSPC", "EIO", "EACCES", "EROFS", "EINTR", "EDQUOT"]
# From one call on, all of its name fail: a disk that stays full or broken.
LASTING = ["ENOSPC", "EIO", "EACCES"]
# What the kernel says of a file that cannot be replaced.
RENAMING = ["EBUSY", "EXDEV"]
NOT_SYNCED, DAMAGED = 15, 16
NOBODY = 65534


def write(path, content):
    with open(path, "wb") as file:
        file.write(content)


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


class Scenario:
    """One kind of file. @always are faults that make it what it is, by the name of the call."""

    def __init__(self, name, in_place=False, always=None):
        self.name = name
        self.in_place = in_place
        self.always = always or {}
        self.is_new = name == "new file"
        self.mode = 0o600 if name == "mode 0600" else 0o640
        self.as_nobody = name == "read-only folder" and os.geteuid() == 0

    def make(self, base):
        folder = os.path.join(base, "folder")
        path = os.path.join(folder, "map.rapport")
        os.mkdir(folder)
        write(os.path.join(base, "new"), NEW)
        if not self.is_new:
            write(path, OLD)
            write(path + "~", OLDER)
            os.chmod(path, self.mode)
        if self.name == "symlink":
            os.symlink("folder/map.rapport", os.path.join(base, "map.rapport"))
        if self.name == "hard link":
            os.link(path, os.path.join(folder, "other name"))
        if self.name == "read-only folder":
            self.close_folder(base, folder)
        return path

    def close_folder(self, base, folder):
        os.chmod(folder, 0o555)
        if self.as_nobody:
            os.chown(base, NOBODY, NOBODY)
            for parent, _, names in os.walk(base):
                for name in [parent] + [os.path.join(parent, n) for n in names]:
                    os.chown(name, NOBODY, NOBODY)

    def named(self, base):
        """What the user would name."""
        return os.path.join(base, "map.rapport" if self.name == "symlink" else "folder/map.rapport")


SCENARIOS = [
    Scenario("plain"),
    Scenario("symlink"),
    Scenario("hard link"),
    Scenario("read-only folder", in_place=True),
    Scenario("mode 0600"),
    Scenario("new file"),
    Scenario("mount point", in_place=True, always={"renameat": "error=EBUSY:when=1"}),
    Scenario("no hard links", always={"linkat": "error=EPERM"}),
]


class Run:
    """One save under the faults of its scenario and @faults, by the name of the call."""

    def __init__(self, scratch, scenario, faults, shim=None, trace_all=False):
        self.scenario = scenario
        self.base = tempfile.mkdtemp(dir=scratch)
        os.chmod(self.base, 0o755)
        self.path = scenario.make(self.base)
        self.named = scenario.named(self.base)
        faults = dict(scenario.always, **faults)
        strace = ["strace", "-qq", "-o", os.path.join(self.base, "trace"), "-y"]
        if not trace_all:
            strace += ["-e", "trace=" + (",".join(faults) or "none")]
        for name, what in faults.items():
            strace += ["-e", f"inject={name}:{what}"]
        if shim is not None:
            strace += ["-E", "LD_PRELOAD=" + SHIM, "-E", "RAPPORT_SHORT_WRITES=" + shim]
        done = self.run(strace + self.save_command())
        self.output = done.stdout.decode().strip()
        self.errors = done.stderr.decode().strip()
        self.saved = done.returncode == 0
        self.code = done.returncode - 64 if done.returncode >= 64 else None

    def save_command(self):
        return [DRIVER, "save", self.named, os.path.join(self.base, "new")]

    def run(self, command):
        env = dict(os.environ, XDG_STATE_HOME=os.path.join(self.base, "state"), LC_ALL="C.UTF-8")
        env["ASAN_OPTIONS"] = "detect_leaks=0"
        who = {}
        if self.scenario.as_nobody:
            who = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        return subprocess.run(command, env=env, cwd="/", stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False, **who)

    def trace(self):
        return read(os.path.join(self.base, "trace")).decode(errors="replace").splitlines()

    def litter(self):
        state = os.path.join(self.base, "state", "rapport")
        left = [n for n in os.listdir(os.path.dirname(self.path)) if ".rapport-save-" in n]
        return left + (os.listdir(state) if os.path.isdir(state) else [])

    def remove(self):
        shutil.rmtree(self.base, ignore_errors=True)

    def complaints(self, killed=False, call=""):
        """What is wrong with what the save has left behind. @call is the one that failed."""
        said = self.complaints_of_target(killed)
        if self.code is not None:
            said += self.complaints_of_failure(call)
        elif not killed and not self.saved:
            said.append("ended without a word: " + self.errors[-200:])
        if killed:
            said += self.complaints_of_next_save()
        return said

    def complaints_of_target(self, killed):
        said = []
        target = read(self.path)
        if target not in (None if self.scenario.is_new else OLD, NEW):
            copies = self.run([DRIVER, "rescue", self.named]).stdout.decode().split()
            if NEW_SHA256 not in copies or not self.scenario.in_place:
                said.append("DESTROYED")
            elif not killed and self.code != DAMAGED:
                said.append("damaged without saying so")
        if self.saved and target != NEW:
            said.append("LIED")
        if self.saved and not self.scenario.is_new:
            if os.stat(self.path).st_mode & 0o7777 != self.scenario.mode:
                said.append("mode lost")
        if read(self.path + "~") not in ([None] if self.scenario.is_new else [OLDER, OLD]):
            said.append("backup destroyed")
        if self.scenario.name == "symlink" and not os.path.islink(self.named):
            said.append("link lost")
        other = os.path.join(os.path.dirname(self.path), "other name")
        # Where the faults leave no way but to overwrite, both names show what is in the one file.
        if self.scenario.name == "hard link" and not (
                read(other) == OLD or os.path.samefile(other, self.path)):
            said.append("other name changed")
        return said

    def complaints_of_failure(self, call):
        """A failed save leaves everything as it was and says what it is about."""
        said = []
        if call != "write" and "“map.rapport”" not in self.output:
            said.append("no file named")
        if self.code not in (NOT_SYNCED, DAMAGED):
            if read(self.path) != (None if self.scenario.is_new else OLD):
                said.append("failed but changed the file")
            if read(self.path + "~") != (None if self.scenario.is_new else OLDER):
                said.append("failed but changed the backup")
        if call not in ("unlinkat", "unlink") and self.code != DAMAGED and self.litter():
            said.append(f"left {self.litter()}")
        return said

    def complaints_of_next_save(self):
        """After a kill the next save works as if nothing had been and clears up."""
        said = []
        done = self.run(self.save_command())
        if done.returncode != 0 or read(self.path) != NEW:
            said.append(f"not saved again: {done.stdout.decode()}{done.stderr.decode()}")
        self.run([DRIVER, "rescue", self.named])
        if self.litter():
            said.append(f"left for ever: {self.litter()}")
        return said


# An allocation that fails ends a program that stands on GLib; that is not what is swept here.
MEMORY_CALLS = {"brk", "mmap", "munmap", "mprotect", "mremap", "madvise"}


def list_calls(run):
    """The calls between the two marks, each as (name, its number among those, line)."""
    counts, calls, inside = {}, [], False
    for line in run.trace():
        match = re.match(r"(\w+)\(", line)
        if match is None:
            continue
        name = match.group(1)
        counts[name] = counts.get(name, 0) + 1
        if '"/rapport-save-' in line:
            inside = "begin" in line
        elif inside and name not in MEMORY_CALLS:
            calls.append((name, counts[name], line))
    return calls


def find(calls, names, text, last=False):
    places = [i for i, (name, _, line) in enumerate(calls) if name in names and text in line]
    return places[-1 if last else 0] if places else -1


def complaints_of_order(scenario, calls):
    """No error can show that a sync is missing: only the order of the calls can."""
    target = "/folder/map.rapport>"
    temp = "/folder/.map.rapport.rapport-save-"
    syncs = ("fsync", "fdatasync")
    if scenario.in_place:
        steps = [
            ("the state folder is made", find(calls, ["mkdir"], "/state/rapport\"")),
            ("its parent is synced", find(calls, syncs, "/state>")),
            ("the copy is written", find(calls, ["write"], ".rescue>", last=True)),
            ("the copy is synced", find(calls, syncs, ".rescue>")),
            ("its folder is synced", find(calls, syncs, "/state/rapport>")),
            ("the file is overwritten", find(calls, ["write"], target)),
            ("the file is cut", find(calls, ["ftruncate"], target)),
            ("the file is synced", find(calls, syncs, target)),
            ("the file is read back", find(calls, ["read"], target, last=True)),
            ("the copy is removed", find(calls, ["unlink", "unlinkat"], ".rescue\"")),
        ]
    else:
        steps = [
            ("the new file is written", find(calls, ["write"], temp)),
            ("the new file is synced", find(calls, syncs, temp)),
            ("it is closed", find(calls, ["close"], temp)),
            ("it is renamed", find(calls, ["renameat", "renameat2"], '"map.rapport"')),
            ("the folder is synced", find(calls, syncs, "/folder>", last=True)),
        ]
    said = [what + ": never" for what, place in steps if place < 0]
    for (what, place), (next_what, next_place) in zip(steps, steps[1:]):
        if 0 <= next_place <= place:
            said.append(f"{next_what} before {what}")
    return said


class Point:
    """One fault at one call."""

    def __init__(self, scenario, group, label, faults, call="", shim=None):
        self.scenario = scenario
        self.group = group
        self.label = label
        self.faults = faults
        self.call = call
        self.shim = shim
        self.run = None
        self.said = []

    def attempt(self, scratch):
        run = Run(scratch, self.scenario, self.faults, self.shim)
        self.said = run.complaints(killed=self.group == "SIGKILL", call=self.call)
        self.outcome = "saved" if run.saved else "failed" if run.code is not None else "killed"
        if self.outcome == "failed" and run.code == DAMAGED:
            self.outcome = "rescued"
        run.remove()
        return self


def list_points(scenario, calls):
    points = []

    def add(group, name, count, what, lasting=""):
        points.append(Point(scenario, group, f"{name} {count}{lasting}",
                            {name: f"{what}:when={count}{lasting}"}, name))

    for name, count, _ in calls:
        if name in scenario.always:
            continue
        add("SIGKILL", name, count, "signal=SIGKILL")
        for error in ERRORS:
            add(error, name, count, "error=" + error)
        for error in LASTING:
            add(error + " from then on", name, count, "error=" + error, "+")
        if name in ("renameat", "renameat2"):
            for error in RENAMING:
                add(error, name, count, "error=" + error)
    writes = sum(name == "write" for name, _, _ in calls)
    for kind in ("half", "full", "none"):
        for count in range(1, writes + 1):
            points.append(Point(scenario, "short writes", f"{kind}:{count}", {},
                                shim=f"{kind}:{count}"))
    for shim in ("small:100000", "small:4097", "interrupt"):
        points.append(Point(scenario, "short writes", shim, {}, shim=shim))
    return points


def choose_points(points):
    """A share of every group, other calls in other groups; never an empty one."""
    chosen, seen = [], {}
    groups = list(dict.fromkeys(p.group for p in points))
    for point in points:
        place = seen[point.group] = seen.get(point.group, groups.index(point.group) - 1) + 1
        few = point.group in RENAMING + ["short writes"]
        if few or place % STEP == 0:
            chosen.append(point)
    return chosen


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = 0

    def result(self, name, said):
        self.count += 1
        self.failed += bool(said)
        print(f"{'not ok' if said else 'ok'} {self.count} - {name}", flush=True)
        for line in said[:20]:
            print("#   " + line.replace("\n", " "))


def table(points):
    outcomes = ("saved", "failed", "rescued", "killed")
    print("# %-18s %7s %s" % ("", "points", " ".join("%8s" % o for o in outcomes)))
    for scenario in SCENARIOS:
        mine = [p for p in points if p.scenario is scenario]
        print("# %-18s %7d %s" % (scenario.name, len(mine), " ".join(
            "%8d" % sum(p.outcome == o for p in mine) for o in outcomes)))
    print("# %d points, %d destroyed, %d false \"saved\", %d other complaints" % (
        len(points), sum("DESTROYED" in p.said for p in points),
        sum("LIED" in p.said for p in points),
        sum(bool(p.said) and not {"DESTROYED", "LIED"} & set(p.said) for p in points)))


def sweep(scratch, tap):
    done = []
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for scenario in SCENARIOS:
            run = Run(scratch, scenario, {}, trace_all=True)
            calls = list_calls(run)
            said = run.complaints() + complaints_of_order(scenario, calls)
            said += [] if run.saved else ["not saved: " + run.output + run.errors]
            run.remove()
            tap.result(f"{scenario.name}: {len(calls)} calls in the right order", said)
            points = choose_points(list_points(scenario, calls))
            points = list(pool.map(lambda p: p.attempt(scratch), points))
            for group in dict.fromkeys(p.group for p in points):
                mine = [p for p in points if p.group == group]
                tap.result(f"{scenario.name}: {group} at {len(mine)} points",
                           [f"{p.label}: {s}" for p in mine for s in p.said])
            done += points
    table(done)


def why_not():
    if shutil.which("strace") is None:
        return "strace is not installed"
    command = ["strace", "-qq", "-o", os.devnull, "-e", "inject=kill:error=EPERM", "true"]
    works = subprocess.run(command, stderr=subprocess.PIPE, check=False)
    if works.returncode != 0:
        return "strace does not work here: " + works.stderr.decode().strip().replace("\n", " ")
    return why_no_other_user()


def why_no_other_user():
    """In a container with one user, root cannot step down to be refused something."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            if os.geteuid() == 0:
                os.chown(folder, NOBODY, NOBODY)
                os.chown(folder, 0, 0)
        except OSError as error:
            return f"root cannot give a folder away here: {error.strerror}"
    return None


def main():
    reason = why_not()
    if reason is not None:
        print("1..0 # SKIP " + reason)
        return 0
    # In memory a sync costs nothing, and it is the calls that count.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    scratch = tempfile.mkdtemp(prefix="rapport-sweep-", dir=memory)
    os.chmod(scratch, 0o755)
    tap = Tap()
    try:
        driver = os.path.join(scratch, "save-driver")
        shutil.copy(DRIVER, driver)
        globals()["DRIVER"] = driver
        sweep(scratch, tap)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"1..{tap.count}")
    return 0 if tap.failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
