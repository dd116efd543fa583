"""What differs between two times or two views, told by the program and worked out from the tables of the examples.

Usage: test-differences.py RAPPORT_MAP SOURCE
"""
import csv
import os
import subprocess
import sys

PROGRAM, SOURCE = (os.path.abspath(argument) for argument in sys.argv[1:3])
WORDS = ("none", "a little", "some", "a lot")
QUESTIONS = ("Can decide or say no", "Gives")


def rows(example, table):
    with open(os.path.join(SOURCE, "tests", "tables", "%s.%s.csv" % (example, table)), encoding="utf-8") as file:
        return list(csv.DictReader(file))


def told(example, *options):
    path = os.path.join(SOURCE, "data", "examples", example + ".rapport")
    return subprocess.run([PROGRAM, "describe", path, "--differences", *options], stdout=subprocess.PIPE,
                          check=True, encoding="utf-8").stdout.splitlines()


def level(digit):
    return "%s (%s)" % (WORDS[int(digit)], digit)


def worked_out(example, one, other):
    """From the tables alone: "2122" is what each can decide and what each gives; a dash is what is not there."""
    labels = {row["id"]: row["label"] for row in rows(example, "stakeholders")}
    for row in rows(example, "stakeholders"):
        was, becomes = row["influence_" + one], row["influence_" + other]
        if (was == "-") != (becomes == "-"):
            yield "%s: %s" % (row["label"], "new" if was == "-" else "not there any more")
        elif was != becomes:
            yield "%s. Influence: was %s of 5, becomes %s of 5" % (row["label"], was, becomes)
    for row in rows(example, "links"):
        ends = labels[row["a"]], labels[row["b"]]
        was, becomes = row[one], row[other]
        if (was == "----") != (becomes == "----"):
            yield "%s and %s: %s" % (*ends, "new" if was == "----" else "not there any more")
            continue
        for i, (old, new) in enumerate(zip(was, becomes)):
            if old != new:
                yield "%s, with %s. %s: was %s, becomes %s" % (ends[i % 2], ends[1 - i % 2], QUESTIONS[i // 2],
                                                              level(old), level(new))


def check(name, condition, what=""):
    check.number += 1
    if not condition:
        check.failed = True
        for line in str(what).splitlines():
            print("# " + line)
    print("%sok %d - %s" % ("" if condition else "not ", check.number, name))


check.number, check.failed = 0, False
print("1..5")
C = "c-neighbourhood-programme"
for one, other in (("now", "aim"), ("before", "now"), ("before", "aim")):
    got, wanted = told(C, "--phase", one, "--compare", other), list(worked_out(C, one, other))
    check("%s and %s differ as the tables do" % (one, other), len(wanted) > 30 and sorted(got) == sorted(wanted),
          "\n".join(sorted(set(got) ^ set(wanted))))
got = told("a-regional-collaboration", "--perspective", "v1", "--compare", "v2")
check("views are told side by side", got and all("one view says" in line and "was" not in line.split() for line in got),
      "\n".join(got))
got = told(C, "--phase", "now", "--compare", "aim", "--hide-names")
check("hidden names are hidden", not any(row["label"] in line for row in rows(C, "stakeholders") for line in got),
      "\n".join(got))
sys.exit(check.failed)
