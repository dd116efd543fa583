"""How long a program takes to show something: ./dev bench --start.

From the start of the process until its window is on the screen, and until there is a picture in it, seen by looking at
the middle of the screen every few milliseconds. The programs start in turn, round by round, beside an empty window of
libadwaita's, and beside one with the same panels, empty (floor/adwfloor.c); the first round warms the system's caches
and is not counted.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from statistics import median

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../ui"))
from pixels import Pixels  # what the tests of the window look with as well

X, Y, WIDTH, HEIGHT = 300, 250, 500, 300
FLOOR = "the same with empty panels"
# A window without a picture has fewer colours there than a picture has.
COLOURS = 24
PATIENCE = 20


def count_colours(screen):
    """Those of the middle, without the black of an empty screen."""
    return len(set(memoryview(screen.take(X, Y, WIDTH, HEIGHT)).cast("I")) - {0})


def wait_for(screen, process, begun, wanted):
    """Seconds until so many colours are seen; None where that does not come to pass."""
    while time.perf_counter() - begun < PATIENCE and process.poll() is None:
        if count_colours(screen) >= wanted:
            return time.perf_counter() - begun
        time.sleep(0.003)
    return None


def start(screen, command, environment, has_picture):
    begun = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as process:
        shown = wait_for(screen, process, begun, 1)
        picture = wait_for(screen, process, begun, COLOURS) if has_picture else None
        process.kill()
    while count_colours(screen) > 0:
        time.sleep(0.05)
    return shown, picture


def tell(times, floor):
    return f"{1000 * median(times):.0f} ms | {median(times) / floor:.2f}" if times else "– | –"


def main(build, data, rounds):
    rapport = os.path.join(build, "rapport")
    programs = {"empty window of libadwaita": ([os.path.join(data, "adwfloor")], True),
                FLOOR: ([os.path.join(data, "adwfloor"), "panels"], True),
                "rapport, start page": ([rapport], True)}
    for size in (50, 200, 2000, 10000):
        programs[f"rapport, {size}"] = ([rapport, os.path.join(data, str(size), "map.rapport")], True)
    for peer, *words, name in (("dia", "-n", "map.dia"), ("inkscape", "map.svg")):
        if shutil.which(peer):
            programs[f"{peer}, 200"] = ([peer, *words, os.path.join(data, "200", name)], True)
    found = {name: ([], []) for name in programs}
    reading, writing = os.pipe()
    with tempfile.TemporaryDirectory() as home, \
         subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp",
                           "-noreset"], pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        display = ":" + os.read(reading, 16).decode().strip()
        environment = {**os.environ, "DISPLAY": display, "HOME": home, "XDG_RUNTIME_DIR": home, "GDK_BACKEND": "x11",
                       "GSK_RENDERER": "cairo", "GSETTINGS_BACKEND": "memory", "GTK_A11Y": "none",
                       "DBUS_SESSION_BUS_ADDRESS": "disabled:",
                       "GSETTINGS_SCHEMA_DIR": os.path.join(build, "data")}
        screen = Pixels(display)
        for number in range(rounds + 1):
            for name, (command, has_picture) in programs.items():
                for times, seconds in zip(found[name], start(screen, command, environment, has_picture)):
                    if number > 0 and seconds is not None:
                        times.append(seconds)
        server.terminate()
    floor = median(found[FLOOR][1])
    print("| program | window | first picture | of the one with empty panels |\n|---|---:|---:|---:|")
    for name, (shown, picture) in found.items():
        print(f"| {name} | {1000 * median(shown):.0f} ms | {tell(picture, floor)} |")
