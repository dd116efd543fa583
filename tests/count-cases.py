"""Counts test cases, not test programs: PASS STATUS LOG …

A log is what "meson test" leaves as JSON, one program a line, or plain TAP. A pass whose status is not 0 though no
case failed (it was not built, or the runner itself broke) counts as one failure. The last line printed is
"N passed, N failed, N skipped": a case that is run in several passes counts once, as failed if it failed in any of
them. The exit status is 0 only when something passed and nothing failed.
"""

import collections
import json
import pathlib
import re
import sys

CASE = re.compile(r'(?P<not>not )?ok\b(?:\s+\d+)?\s*(?:-\s*)?(?P<name>.*?)'
                  r'(?:\s+#\s*(?P<directive>SKIP|TODO)\S*\s*(?P<why>.*))?$', re.IGNORECASE)
EMPTY_PLAN = re.compile(r'1\.\.0\b\s*(?:#\s*)?(?:SKIP\S*)?\s*(?P<why>.*)$', re.IGNORECASE)

# Of two passes the worse counts, but having passed once is more than being skipped.
RANK = ('skipped', 'passed', 'failed')

# What a program that failed said at its end is told here again, where the count is, for those who see only the end.
# A message of the toolkit, and the stack below it.
LAST_LINES = 120
LONGEST_LINE = 200


def tap_cases(text):
    """Yields (outcome, name, reason) of every case at the top level of TAP output."""
    for line in text.splitlines():
        case = CASE.match(line)
        empty = EMPTY_PLAN.match(line)
        if empty:
            yield 'skipped', '', empty['why']
        elif case:
            directive = (case['directive'] or '').upper()
            outcome = 'failed' if case['not'] else 'passed'
            if directive == 'SKIP' or (directive == 'TODO' and case['not']):
                outcome = 'skipped'
            elif directive == 'TODO':
                outcome = 'failed'
            yield outcome, case['name'], case['why'] or ''


def program_cases(entry):
    """The cases of one test program as meson recorded it."""
    cases = list(tap_cases(entry.get('stdout', '')))
    result = entry['result']
    if not cases:
        outcome = {'OK': 'passed', 'EXPECTEDFAIL': 'passed', 'SKIP': 'skipped'}.get(result, 'failed')
        cases.append((outcome, '', '' if outcome == 'passed' else result.lower()))
    elif result not in ('OK', 'EXPECTEDFAIL', 'SKIP') and not any(c[0] == 'failed' for c in cases):
        cases.append(('failed', '', f'the program ended badly: {result.lower()}'))
    program = entry['name'].rpartition(' / ')[2]
    return [(outcome, f'{program} {name}'.strip(), why) for outcome, name, why in cases]


def log_cases(log):
    if not log.is_file():
        return []
    text = log.read_text(encoding='utf-8', errors='replace')
    if log.suffix == '.json':
        return [case for line in text.splitlines() for case in program_cases(json.loads(line))]
    return list(tap_cases(text))


def last_words(log):
    """Yields the program and its last lines, for each that failed."""
    if log.suffix != '.json' or not log.is_file():
        return
    for entry in map(json.loads, log.read_text(encoding='utf-8', errors='replace').splitlines()):
        if any(outcome == 'failed' for outcome, _, _ in program_cases(entry)):
            said = (entry.get('stdout', '') + '\n' + entry.get('stderr', '')).splitlines()
            lines = [line[:LONGEST_LINE] for line in said if line.strip() and not line.startswith('ok ')]
            yield entry['name'].rpartition(' / ')[2], lines[-LAST_LINES:]


def pass_cases(name, status, log):
    cases = log_cases(pathlib.Path(log))
    if status != '0' and not any(outcome == 'failed' for outcome, _, _ in cases):
        cases.append(('failed', f'the pass "{name}"', f'not built, or not run to its end (status {status})'))
    return cases


def summary(outcomes):
    count = collections.Counter(outcomes)
    return ', '.join(f'{count[outcome]} {outcome}' for outcome in ('passed', 'failed', 'skipped'))


def main(arguments):
    distinct = {}
    passes = list(zip(*[iter(arguments)] * 3))
    for name, status, log in passes:
        for program, lines in last_words(pathlib.Path(log)):
            print(f'{name}: {program} ended with')
            print(''.join(f'  {line}\n' for line in lines), end='')
    for name, status, log in passes:
        cases = pass_cases(name, status, log)
        seen = collections.Counter()
        for outcome, case, why in cases:
            if outcome != 'passed':
                print(f'{name}: {outcome}: {case}{": " + why if why else ""}')
            seen[case] += 1
            key = case, seen[case]
            distinct[key] = max(outcome, distinct.get(key, outcome), key=RANK.index)
        print(f'{name}: {summary(outcome for outcome, _, _ in cases)}')
    if not distinct:
        print('no test was run')
    print(summary(distinct.values()))
    outcomes = set(distinct.values())
    return 0 if 'passed' in outcomes and 'failed' not in outcomes else 1


sys.exit(main(sys.argv[1:]))
