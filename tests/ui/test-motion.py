"""Things move where they may, and leap where less motion is wanted: by a film of the screen."""
import os
import shutil
import time

from cases import case, run
from film import Film

# Longer than anything moves.
LONG = 1.5


def settings_with(program, animations):
    """As the desktop has it; the preference of the program is tried in ui-settings."""
    folder = os.path.join(program.folder, "config", "gtk-4.0")
    os.makedirs(folder)
    with open(os.path.join(folder, "settings.ini"), "w", encoding="ascii") as f:
        f.write("[Settings]\ngtk-enable-animations=%d\n" % animations)


def film_canvas(program, action):
    """How many pictures there are of the middle of the map while something is done."""
    x, y = program.middle(program.canvas())
    time.sleep(LONG)
    with Film(x - 200, y - 150, 400, 300) as film:
        action()
        time.sleep(LONG)
    print("# %d pictures" % film.pictures)
    return film.pictures


def tidy(program):
    path = os.path.join(program.folder, "untidy.rapport")
    shutil.copy(program.example("c"), path)
    program.start(path)
    pictures = film_canvas(program, lambda: program.key("ctrl+shift+t"))
    program.expect_undo("Tidy")
    program.save()
    return pictures


@case
def a_map_that_is_tidied_moves(program):
    settings_with(program, True)
    pictures = tidy(program)
    assert pictures > 5, "%d pictures" % pictures


@case
def from_one_time_to_the_next_they_are_seen_going(program):
    settings_with(program, True)
    path = program.example("c")
    with open(path, encoding="utf-8") as f:
        text = f.read()
    # Those in touch now are to take part.
    with open(path, "w", encoding="utf-8") as f:
        f.write(text.replace('phase="aim" ring="edge"', 'phase="aim" ring="core"'))
    program.start(path)
    pictures = film_canvas(program, lambda: program.choose("Time", "Aim (2027)"))
    assert pictures > 5, "%d pictures" % pictures


@case
def with_less_motion_it_leaps(program):
    settings_with(program, False)
    pictures = tidy(program)
    # Before, after, and the sharp picture that may follow.
    assert 2 <= pictures <= 3, "%d pictures" % pictures


run()
