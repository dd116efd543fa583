"""Cases of a test through the window, told as TAP.

    @case
    def something_is_so(program): …

    run()

Every case has a program that is not started yet, in a home of its own, and fails where an assertion does, where the
program says anything at all on its standard error, or where it does not end when its windows are closed.
"""
import os
import sys
import traceback

import screen

cases = []


class Skip(Exception):
    """Raised with a reason by a case that cannot be tried here."""


def case(function):
    cases.append(function)
    return function


def equal(got, wanted):
    assert got == wanted, "got %r, wanted %r" % (got, wanted)


def holds(text, part):
    assert part in text, "%r is not in %r" % (part, text)


def _run_one(program_class, settings, folder, function):
    program = program_class(folder=folder, **settings)
    try:
        function(program)
        program.quit()
    except Skip:
        raise
    except BaseException:
        program.picture(os.path.join(settings["pictures"], function.__name__ + ".png"))
        raise
    finally:
        program.end()


# GTK 4.8 now and then tells the accessibility bus of a widget that has no path there yet, or draws a button of the path
# before it has a place, and says so. Seen while a file chooser comes up; a case that ends so is tried once more.
TOOLKIT_FAULTS = ("g_variant_is_object_path: assertion 'string != NULL' failed", "Trying to snapshot GtkButton")


def _run_and_try_again(program_class, settings, folder, function):
    try:
        _run_one(program_class, settings, folder, function)
    except AssertionError as error:
        said = [fault for fault in TOOLKIT_FAULTS if fault in str(error)]
        if not said:
            raise
        print("# again, since the toolkit said: " + said[0], flush=True)
        folder += "-again"
        os.mkdir(folder)
        _run_one(program_class, settings, folder, function)


def _tell(number, function, outcome):
    name = function.__name__.replace("_", " ")
    if outcome is None:
        print("ok %d - %s" % (number, name), flush=True)
    elif isinstance(outcome, Skip):
        print("ok %d - %s # SKIP %s" % (number, name, outcome), flush=True)
    else:
        print("".join("# %s\n" % line for line in "".join(traceback.format_exception(outcome)).splitlines()), end="")
        print("not ok %d - %s" % (number, name), flush=True)


def run(**size):
    """The command line is RAPPORT RAPPORT_MAP SOURCE_ROOT [CASE…]. Pictures of what failed stay in the folder "ui"."""
    rapport, rapport_map, root = (os.path.abspath(argument) for argument in sys.argv[1:4])
    wanted = [function for function in cases if not sys.argv[4:] or function.__name__ in sys.argv[4:]]
    pictures = os.path.join(os.path.dirname(rapport), "ui-failures")
    reason = screen.missing(size.get("two", False), size.get("touch", False))
    if reason is not None:
        print("1..0 # SKIP " + reason)
        return
    print("1..%d" % len(wanted), flush=True)
    failed = 0
    with screen.Screen(**size) as here:
        from program import Program
        from tree import Asker
        settings = {"rapport": rapport, "rapport_map": rapport_map, "root": root, "pictures": pictures}
        for number, function in enumerate(wanted, 1):
            # A short name: paths in it are typed, letter by letter.
            folder = os.path.join(here.folder, str(number))
            os.mkdir(folder)
            try:
                _run_and_try_again(Program, settings, folder, function)
                outcome = None
            except Exception as error:
                outcome = error
            failed += outcome is not None and not isinstance(outcome, Skip)
            _tell(number, function, outcome)
        Asker.close()
    sys.exit(failed > 0)
