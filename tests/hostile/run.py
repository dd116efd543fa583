"""No file makes rapport-map crash, hang, swell, look elsewhere or say something other than a sentence: TAP.

    run.py RAPPORT-MAP [--small] [PART-OF-A-NAME …]

makes the files of generate.py and checks them, or those of such names: exit status, text, at most 2 s of computing and
512 MiB, no log lines. A file that should be the same after a save is saved. Under strace, where there is one, a file
that points to other places must not make the program open them or any socket.
"""

import json
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
MAX_SECONDS = 2
MAX_MIB = 512
# The kernel ends what computes for ever; what waits for a pipe computes nothing.
ENOUGH_SECONDS = 3 * MAX_SECONDS
PATIENCE = 120
SPECIAL_PATIENCE = 3
NOBODY = 65534
# Every line is said to a person.
SENTENCE = re.compile(r'[“\w].*[.?]')
ENVIRONMENT = {**os.environ, 'LANGUAGE': 'en', 'G_DEBUG': 'fatal-warnings', 'G_MESSAGES_DEBUG': 'all'}
if not ENVIRONMENT.get('LC_ALL', '').endswith('UTF-8'):
    ENVIRONMENT['LC_ALL'] = 'C.UTF-8'

count = 0
failed = 0
slowest = (0, '')
largest = (0, '')


def say(good, name, details=()):
    global count, failed
    count += 1
    failed += not good
    name = name.encode('ascii', 'backslashreplace').decode().replace('#', r'\#').replace('\n', r'\n')
    print(f'{"ok" if good else "not ok"} {count} {name}')
    for line in [] if good else details:
        print(f'# {ascii(line)[:500]}')


def skip(name, why):
    global count
    count += 1
    print(f'ok {count} {name} # SKIP {why}')


class Result:
    """What one run came to."""

    def __init__(self, status, output, seconds, wall, mib, hung):
        self.status, self.output, self.hung = status, output, hung
        self.seconds, self.wall, self.mib = seconds, wall, mib


def prepare(unprivileged):
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (ENOUGH_SECONDS, ENOUGH_SECONDS + 1))
    if unprivileged and os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def run(command, folder, patience=PATIENCE, unprivileged=False):
    with tempfile.TemporaryFile() as output:
        started = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=output,
                                   stderr=output, preexec_fn=lambda: prepare(unprivileged))
        # wait4 tells what this child alone used.
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            wall = time.monotonic() - started
            if pid:
                break
            if wall > patience:
                process.kill()
                pid, status, usage = os.wait4(process.pid, 0)
                break
            time.sleep(0.002 if wall < 0.2 else 0.02)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        return Result(process.returncode, output.read(1 << 20).decode('utf-8', 'backslashreplace'),
                      usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, wall > patience)


# --- One file --------------------------------------------------------------------------------------------------------

def complaints(result, expected):
    """All that is wrong with what came of a file."""
    statuses = expected['exit'] if isinstance(expected['exit'], list) else [expected['exit']]
    lines = result.output.splitlines()
    if result.hung:
        yield f'no answer after {result.wall:.1f} s'
    elif result.status < 0:
        yield f'ended by {signal.Signals(-result.status).name}'
    elif result.status not in statuses:
        yield f'exit status {result.status} instead of {expected["exit"]}'
    if result.seconds > MAX_SECONDS:
        yield f'{result.seconds:.1f} s of computing (at most {MAX_SECONDS})'
    if result.mib > MAX_MIB:
        yield f'{result.mib:.0f} MiB (at most {MAX_MIB})'
    for line in lines:
        if not SENTENCE.fullmatch(line):
            yield f'no sentence: {line}'
    # Where there is a choice of status, a clean opening says nothing.
    silent = result.status == 0 and len(statuses) > 1
    wanted = [] if silent else expected['says']
    if len(lines) != len(wanted) or not all(map(re.fullmatch, wanted, lines)):
        yield f'said {lines}'
        yield f'instead of {wanted}'


def check(program, folder, path, expected):
    global slowest, largest
    patience = SPECIAL_PATIENCE if path.startswith('special/') else PATIENCE
    try:
        result = run([program, 'check', '--', path], folder, patience, expected.get('unprivileged', False))
    except (PermissionError, subprocess.SubprocessError):
        skip(f'{path}: check', 'a user without rights may not even run the program, or there is none')
        return
    slowest = max(slowest, (result.seconds, path))
    largest = max(largest, (result.mib, path))
    wrong = list(complaints(result, expected))
    say(not wrong, f'{path}: check', wrong)
    if result.seconds > MAX_SECONDS / 2 or result.mib > MAX_MIB / 2:
        print(f'# {result.seconds:.2f} s, {result.mib:.0f} MiB')


def check_saved(program, folder, path):
    original = os.path.join(folder, path)
    saved = os.path.join(folder, 'saved.rapport')
    if os.path.exists(saved):
        os.unlink(saved)
    # "-" is standard input to convert, and a dash in front is no option behind "--".
    result = run([program, 'convert', '--', os.path.join('.', path), saved], folder)
    same = os.path.exists(saved) and pathlib.Path(saved).read_bytes() == pathlib.Path(original).read_bytes()
    say(same, f'{path}: saved with the same bytes', result.output.splitlines())


# --- Other places ----------------------------------------------------------------------------------------------------

def strace_works(folder):
    if not shutil.which('strace'):
        return False
    return run(['strace', '-f', '-o', os.path.join(folder, 'trace'), 'true'], folder).status == 0


def check_offline(program, folder, path):
    trace = os.path.join(folder, 'trace')
    run(['strace', '-f', '-e', 'trace=%file,%network', '-o', trace, program, 'check', '--', path], folder)
    calls = pathlib.Path(trace).read_text(encoding='utf-8', errors='replace').splitlines()
    seen = any(os.path.basename(path) in call and 'open' in call for call in calls)
    wrong = [call for call in calls if 'canary' in call or re.search(r'\b(socket|connect|sendto|getaddrinfo)\(', call)
             or 'secret' in call or 'resolv.conf' in call]
    say(seen and not wrong, f'{path}: looks nowhere else', wrong or ['the file itself was not seen to be opened'])


def check_all(program, folder, names):
    with open(os.path.join(folder, 'expected.json'), encoding='ascii') as file:
        cases = json.load(file)
    if names:
        cases = {path: expected for path, expected in cases.items() if any(name in path for name in names)}
    tracing = strace_works(folder)
    for path, expected in cases.items():
        check(program, folder, path, expected)
        if expected.get('same'):
            check_saved(program, folder, path)
        if expected.get('offline') and tracing:
            check_offline(program, folder, path)
    if not tracing:
        skip('files that point elsewhere', 'strace is not there, or may not trace')


def main(arguments):
    small = '--small' in arguments
    program, *names = [argument for argument in arguments if argument != '--small']
    with tempfile.TemporaryDirectory(prefix='hostile-', dir=os.environ.get('MESON_BUILD_ROOT')) as folder:
        # What a user without rights may not read must be refused for its own sake, not for its folder's.
        os.chmod(folder, 0o755)
        command = [sys.executable, str(HERE / 'generate.py'), folder, *(['--small'] if small else [])]
        subprocess.run(command, check=True)
        check_all(os.path.abspath(program), folder, names)
    print(f'# most computing: {slowest[0]:.2f} s, {ascii(slowest[1])}')
    print(f'# most memory: {largest[0]:.0f} MiB, {ascii(largest[1])}')
    print(f'1..{count}')
    return 1 if failed else 0


sys.exit(main(sys.argv[1:]))
