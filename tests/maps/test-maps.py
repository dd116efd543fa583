"""What rapport-map makes of the sample maps (see README.md): TAP.

test-maps.py RAPPORT-MAP SOURCE-FOLDER
"""

import os
import pathlib
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
MAPS = pathlib.Path(sys.argv[2]) / 'tests' / 'maps'
EXAMPLES = pathlib.Path(sys.argv[2]) / 'data' / 'examples'
# English, whatever the locale; and one that has the quotation marks of the sentences.
ENVIRONMENT = {**os.environ, 'LANGUAGE': 'en'}
if not ENVIRONMENT.get('LC_ALL', '').endswith('UTF-8'):
    ENVIRONMENT['LC_ALL'] = 'C.UTF-8'
NEWER = "Made with a newer version; parts this version doesn’t know are kept.\n"

count = 0
failed = 0


def say(good, name, details=''):
    global count, failed
    count += 1
    failed += not good
    print(f'{"ok" if good else "not ok"} {count} {name}')
    for line in '' if good else details.splitlines()[:20]:
        print(f'# {line}')


def run(*arguments):
    """The exit status and all that was said."""
    result = subprocess.run([PROGRAM, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            env=ENVIRONMENT, check=False)
    return result.returncode, result.stdout.decode()


def name_of(path):
    return f'{path.parent.name}/{path.name}'


def check(path, status, *sentences):
    found, said = run('check', path)
    say(found == status and said in (sentences or ('',)), f'{name_of(path)}: check',
        f'exit status {found} instead of {status}\n{said}')


def check_saved(path, expected, folder):
    saved = folder / 'saved.rapport'
    saved.unlink(missing_ok=True)
    _, said = run('convert', path, saved)
    content = saved.read_bytes() if saved.exists() else b''
    say(content == expected, f'{name_of(path)}: saved', f'{said}\n{content.decode()}')


def check_repaired(path, folder):
    """A map that was mended and saved is saved again with the same bytes."""
    once, twice = folder / 'once.rapport', folder / 'twice.rapport'
    for file in (once, twice):
        file.unlink(missing_ok=True)
    run('convert', path, once)
    run('convert', once, twice)
    same = once.exists() and twice.exists() and once.read_bytes() == twice.read_bytes()
    say(same, f'{name_of(path)}: saved twice')


def maps(folder):
    found = sorted(folder.glob('*.rapport'))
    say(bool(found), f'there are maps in {folder.name}')
    return found


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for path in [*maps(EXAMPLES), *maps(MAPS / 'valid'), *maps(MAPS / 'old-versions'), *maps(MAPS / 'unknown')]:
            check(path, 0)
            check_saved(path, path.read_bytes(), folder)
        for path in maps(MAPS / 'respelled'):
            check(path, 0)
            check_saved(path, path.with_suffix('.expected').read_bytes(), folder)
        for path in maps(MAPS / 'newer'):
            check(path, 1, NEWER)
            check_saved(path, path.read_bytes(), folder)
        for path in maps(MAPS / 'repaired'):
            check(path, 1, path.with_suffix('.notices').read_text(encoding='utf-8'))
            check_repaired(path, folder)
        for path in maps(MAPS / 'broken'):
            check(path, 2, *path.with_suffix('.refusal').read_text(encoding='utf-8').splitlines(keepends=True))
    print(f'1..{count}')
    return 1 if failed else 0


sys.exit(main())
