#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts the power right after "saved", and in the middle of a save.

usage: power-cut.py DRIVER

The disk is an ext4 image. Copying it while it is mounted takes what has reached the disk and nothing
of what the kernel still holds in memory; the copy is what a machine would find after a power cut. It
takes root to mount, and a mount space of its own, so that nobody else sees it.

By default there are 6 cuts of each kind; RAPPORT_LONG=1 makes 100.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile

CUTS = 100 if os.environ.get("RAPPORT_LONG") == "1" else 6
SAVED = 0


def run(*command, check=True):
    return subprocess.run(command, check=check, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


class Disk:
    def __init__(self, base):
        self.base = base
        self.image = os.path.join(base, "image")
        self.place = os.path.join(base, "disk")
        os.mkdir(self.place)
        run("truncate", "-s", "24M", self.image)
        run("mkfs.ext4", "-q", "-F", self.image)
        # Without these a kernel that means well would hide a missing sync.
        run("mount", "-o", "loop,noauto_da_alloc,commit=300", self.image, self.place)

    def remove(self):
        run("umount", self.place, check=False)

    def after_cut(self, name):
        """What is in a file after the power comes back, or None."""
        copy = os.path.join(self.base, "copy")
        place = os.path.join(self.base, "after")
        shutil.copy(self.image, copy)
        os.makedirs(place, exist_ok=True)
        run("mount", "-o", "loop", copy, place)
        try:
            with open(os.path.join(place, name), "rb") as file:
                return file.read()
        except FileNotFoundError:
            return None
        finally:
            run("umount", place)
            os.remove(copy)


def save(driver, disk, name, content, *before):
    new = os.path.join(disk.base, "new")
    with open(new, "wb") as file:
        file.write(content)
    env = dict(os.environ, XDG_STATE_HOME=os.path.join(disk.base, "state"))
    command = [*before, driver, "save", os.path.join(disk.place, name), new]
    return subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=False).returncode


def content_of(number):
    return (f"map {number}\n" * (2000 + 700 * (number % 5))).encode()


def cut_after_saved(driver, disk):
    said = []
    for number in range(CUTS):
        name = f"new {number}" if number % 3 == 0 else "map"
        if save(driver, disk, name, content_of(number)) != SAVED:
            said.append(f"{number}: not saved")
        elif disk.after_cut(name) != content_of(number):
            said.append(f"{number}: LOST after saying saved")
    return said


def cut_while_saving(driver, disk, seed):
    said = []
    chance = random.Random(seed)
    save(driver, disk, "map", content_of(0))
    allowed = [content_of(0)]
    for number in range(1, CUTS + 1):
        call = chance.choice(["write", "fsync", "renameat", "linkat", "close", "openat"])
        fault = f"inject={call}:signal=SIGKILL:when={chance.randrange(1, 12)}"
        allowed.append(content_of(number))
        before = ["strace", "-qq", "-o", os.devnull, "-e", fault]
        status = save(driver, disk, "map", content_of(number), *before)
        found = disk.after_cut("map")
        if found not in allowed or (status == SAVED and found != allowed[-1]):
            said.append(f"{number}: DESTROYED ({fault}, seed {seed})")
        allowed = [found]
        with open(os.path.join(disk.place, "map"), "rb") as file:
            allowed.append(file.read())
    return said


def why_not():
    """A container may forbid even root to trace, or to make a mount space."""
    if os.geteuid() != 0:
        return "only root can mount a disk"
    for tool in ("mkfs.ext4", "strace", "unshare"):
        if shutil.which(tool) is None:
            return tool + " is not installed"
    for command in (["strace", "-qq", "-o", os.devnull, "-e", "inject=kill:error=EPERM", "true"],
                    ["unshare", "-m", "true"]):
        tried = run(*command, check=False)
        if tried.returncode != 0:
            said = " ".join(tried.stderr.decode(errors="replace").split())
            return f"{command[0]} does not work here: {said}"
    return None


def main():
    reason = why_not()
    if reason is None and "RAPPORT_ALONE" not in os.environ:
        os.environ["RAPPORT_ALONE"] = "1"
        os.execvp("unshare", ["unshare", "-m", sys.executable, *sys.argv])
    base = tempfile.mkdtemp(prefix="rapport-power-")
    disk = None
    try:
        if reason is None:
            disk = Disk(base)
    except (subprocess.CalledProcessError, OSError) as error:
        reason = "no disk can be mounted: " + str(error)
    if reason is not None:
        shutil.rmtree(base)
        print("1..0 # SKIP " + reason)
        return 0
    try:
        seed = random.randrange(1 << 30)
        results = [(f"{CUTS} cuts right after saved", cut_after_saved(sys.argv[1], disk)),
                   (f"{CUTS} cuts while saving", cut_while_saving(sys.argv[1], disk, seed))]
    finally:
        disk.remove()
        shutil.rmtree(base, ignore_errors=True)
    for number, (name, said) in enumerate(results, 1):
        print(f"{'not ok' if said else 'ok'} {number} - {name}")
        for line in said:
            print("#   " + line)
    print(f"1..{len(results)}")
    return 1 if any(said for _, said in results) else 0


if __name__ == "__main__":
    sys.exit(main())
