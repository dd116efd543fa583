"""Checks in their order, each told as a line of the Test Anything Protocol."""
import sys
import traceback

checks = []


class Skip(Exception):
    """Says why a check cannot be made here."""


def check(function):
    checks.append(function)
    return function


def run_all(*arguments):
    failed = 0
    print("1..%d" % len(checks))
    for number, function in enumerate(checks, 1):
        name = function.__name__.replace("_", " ")
        try:
            function(*arguments)
            print("ok %d - %s" % (number, name))
        except Skip as reason:
            print("ok %d - %s # SKIP %s" % (number, name, reason))
        except Exception:  # pylint: disable=broad-except
            failed += 1
            for line in traceback.format_exc().splitlines():
                print("# " + line)
            print("not ok %d - %s" % (number, name))
        sys.stdout.flush()
    sys.exit(failed > 0)
