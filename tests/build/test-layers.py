"""The fences between the layers hold: TAP.

A forbidden include must not compile, which is tried with the compiler and the include paths of each layer. Paths with
".." and system headers that lie on everybody's include path escape that fence, so every #include line is read, too.

test-layers.py SOURCE-FOLDER BUILD-FOLDER
"""

import collections
import json
import pathlib
import re
import shlex
import subprocess
import sys

SOURCE, BUILD = (pathlib.Path(argument) for argument in sys.argv[1:3])
LAYERS = ('core', 'io', 'exchange', 'analysis', 'scene', 'layout', 'cli', 'app')

# Which layers a layer may use besides itself.
USES = {
    'core': (),
    'io': ('core',),
    'exchange': ('core',),
    'analysis': ('core',),
    'scene': ('core',),
    'layout': ('core', 'analysis', 'scene'),
    'cli': ('core', 'io', 'exchange', 'analysis', 'scene', 'layout'),
    'app': ('core', 'io', 'exchange', 'analysis', 'scene', 'layout'),
}

# System headers by library: the way they are written in an #include line, and one that stands for them all.
LIBRARIES = {
    'glib': (r'(glib|gobject|gmodule|gio|gunix\w+)(/.*)?\.h', 'glib.h'),
    'libxml2': (r'libxml/.*', 'libxml/parser.h'),
    'igraph': (r'igraph.*', 'igraph/igraph.h'),
    'json-glib': (r'json-glib/.*', 'json-glib/json-glib.h'),
    'libarchive': (r'archive.*', 'archive.h'),
    'libxlsxwriter': (r'xlsxwriter.*', 'xlsxwriter.h'),
    'cairo': (r'cairo.*', 'cairo.h'),
    'pango': (r'pango/.*', 'pango/pangocairo.h'),
    'pixels': (r'(png|zlib)\.h', 'png.h'),
    'gtk': (r'(gtk|gdk|gsk)/.*', 'gtk/gtk.h'),
    'libadwaita': (r'adwaita\.h', 'adwaita.h'),
}

# Which of them a layer may use.
ALLOWED = {
    'core': {'glib'},
    'io': {'glib', 'libxml2'},
    'exchange': {'glib', 'libxml2', 'json-glib', 'libarchive', 'libxlsxwriter'},
    'analysis': {'glib', 'igraph'},
    'scene': {'glib', 'cairo', 'pango', 'pixels'},
    'layout': {'glib'},
    'cli': {'glib', 'json-glib'},
    'app': {'glib', 'cairo', 'pango', 'gtk', 'libadwaita'},
}
# A library may drag another one's include path along.
COMES_WITH = {'igraph': {'libxml2'}, 'gtk': {'cairo', 'pango', 'pixels'}}

# The C library is free to all: what belongs to none of the above and is written without a folder, or with one of these.
C_FOLDERS = ('sys', 'linux', 'arpa', 'netinet', 'net')

INCLUDE = re.compile(r'^\s*#\s*(?:include|include_next|import)\s*(.*?)\s*(?:/[/*].*)?$')
count = 0


def note(text):
    for line in text.splitlines():
        print(f'# {line}')


def say(good, name, details=''):
    global count
    count += 1
    print(f'{"ok" if good else "not ok"} {count} {name}')
    note(details)


def sources(layer, *suffixes):
    folder = SOURCE / 'src' / layer
    return sorted(path for path in folder.rglob('*') if path.suffix in suffixes)


def library_of(header):
    for library, (pattern, _) in LIBRARIES.items():
        if re.fullmatch(pattern, header):
            return library
    return None


# --- By the compiler -----------------------------------------------------------------------------------------------

def layer_command(layer):
    """The compiler and its options as the build uses them for a layer, or None where it has no source yet."""
    for entry in json.loads((BUILD / 'compile_commands.json').read_text()):
        path = (pathlib.Path(entry['directory']) / entry['file']).resolve()
        if (SOURCE / 'src' / layer).resolve() not in path.parents or path.name == 'main.c':
            continue
        words, kept = iter(shlex.split(entry['command'])), []
        for word in words:
            if word in ('-o', '-MF', '-MQ', '-MT'):
                next(words)
            elif word not in ('-c', '-MD', entry['file']) and not word.startswith('-fsanitize'):
                kept.append(word)
        return kept
    return None


def compiles(command, header, quotes='""'):
    text = f'#include {quotes[0]}{header}{quotes[1]}\n'
    options = ['-fdiagnostics-color=never', '-fsyntax-only', '-w', '-x', 'c', '-']
    result = subprocess.run(command + options, cwd=BUILD, input=text, capture_output=True, text=True, check=False)
    missing = f'fatal error: {header}' in result.stderr or f"'{header}' file not found" in result.stderr
    return None if missing else result.returncode == 0, result.stderr


def check_found(layer, command):
    """Without this, a broken command line would make every other proof pass."""
    headers = ['glib.h'] + [path.name for path in sources(layer, '.h')][:1]
    errors = [compiles(command, header)[1] for header in headers if not compiles(command, header)[0]]
    say(not errors, f'{layer}: what it may include is found', '\n'.join(errors))


def found_of(command, spellings):
    """Those of these spellings that an #include of this layer would find, asked all at once."""
    text = ''.join(f'#if __has_include("{form}")\nfound {form}\n#endif\n' for form in spellings)
    result = subprocess.run(command + ['-E', '-P', '-w', '-x', 'c', '-'], cwd=BUILD, input=text,
                            capture_output=True, text=True, check=True)
    return [line.split(' ', 1)[1] for line in result.stdout.splitlines() if line.startswith('found ')]


def check_layers_fenced(layer, command):
    for other in LAYERS:
        headers = [path.name for path in sources(other, '.h')]
        if other == layer or other in USES[layer] or not headers:
            continue
        spellings = [form for name in headers for form in (name, f'{other}/{name}', f'src/{other}/{name}')]
        found = found_of(command, spellings)
        stopped = compiles(command, headers[0])[0] is None
        say(stopped and not found, f'{layer}: {other} is out of reach', '\n'.join(found))


def check_libraries_fenced(layer, command):
    allowed = set().union(*(ALLOWED[other] for other in (layer, *USES[layer])))
    reachable = allowed.union(*(COMES_WITH.get(library, ()) for library in allowed))
    for library, (_, header) in LIBRARIES.items():
        if library in reachable:
            continue
        if compiles(command[:1], header, '<>')[0] is not None:
            note(f'{library} is on the path of the system: for {layer} its #include lines alone are read')
            continue
        say(compiles(command, header, '<>')[0] is None, f'{layer}: {library} is out of reach')


# --- By reading ----------------------------------------------------------------------------------------------------

def complaint(layer, path, target, header_layers):
    """What is wrong with one #include of a file, or None."""
    header = target[1:-1]
    if len(target) < 3 or target[0] + target[-1] not in ('""', '<>'):
        return 'is not a plain name'
    if '..' in pathlib.PurePosixPath(header).parts or header.startswith('/'):
        return 'leaves its folder'
    if target[0] == '"':
        if (path.parent / header).is_file() or header == 'rapport-config.h':
            return None
        found = header_layers.get(header, [])
        if header.endswith('-private.h') and found and layer not in found:
            return f'is private to {", ".join(found)}'
        if any(other in (layer, *USES[layer]) for other in found):
            return None
        return f'belongs to {", ".join(found)}' if found else 'belongs to no layer'
    library = library_of(header)
    if library and library not in ALLOWED[layer]:
        return f'is {library}'
    if not library and '/' in header and header.split('/')[0] not in C_FOLDERS:
        return 'is a library that no layer has been given'
    if header in header_layers:
        return 'is ours and needs "quotes"'
    return None


def check_lines(layer, header_layers):
    complaints = []
    for path in sources(layer, '.c', '.h', '.inc'):
        for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
            include = INCLUDE.match(line)
            wrong = include and complaint(layer, path, include[1], header_layers)
            if wrong:
                complaints.append(f'{path.relative_to(SOURCE)}:{number}: {include[1]} {wrong}')
    say(not complaints, f'{layer}: every header it includes is its to use', '\n'.join(complaints))


def check_names():
    drawers = [str(path.relative_to(SOURCE)) for path in (SOURCE / 'src').rglob('*.[ch]')
               if re.search(r'util|helper|misc|common', path.stem)]
    say(not drawers, 'no file is a drawer for everything', '\n'.join(drawers))
    headers = collections.Counter(path.name for path in (SOURCE / 'src').rglob('*.h'))
    twice = sorted(name for name, times in headers.items() if times > 1)
    say(not twice, 'no two headers have one name, of which the order of folders would choose', '\n'.join(twice))
    folders = {path.name for path in (SOURCE / 'src').iterdir() if path.is_dir()} - {*LAYERS, 'config'}
    say(not folders, 'every folder is a known layer', '\n'.join(sorted(folders)))


def check_reader():
    """The reader of #include lines sees what it must see."""
    here = SOURCE / 'nowhere' / 'rapport-none.c'
    known = {'rapport-map.h': ['core'], 'rapport-map-private.h': ['core'], 'rapport-reader.h': ['io'],
             'rapport-window.h': ['app'], 'rapport-map-arranger.h': ['layout']}
    bad = [('core', '<gtk/gtk.h>'), ('core', '"rapport-reader.h"'), ('core', '"../io/rapport-reader.h"'),
           ('io', '<igraph/igraph.h>'), ('io', '<json-glib/json-glib.h>'), ('scene', '"rapport-window.h"'),
           ('analysis', '"rapport-reader.h"'), ('scene', '<gdk/gdk.h>'), ('cli', '<adwaita.h>'), ('core', 'HEADER'),
           ('core', '"gone.h"'), ('io', '<rapport-map.h>'), ('analysis', '<lapacke/lapacke.h>'), ('io', '<png.h>'),
           ('io', '"rapport-map-private.h"'), ('scene', '"rapport-map-arranger.h"')]
    good = [('io', '"rapport-map.h"'), ('analysis', '<igraph/igraph.h>'), ('core', '<string.h>'),
            ('io', '<sys/stat.h>'), ('core', '"rapport-map-private.h"'), ('core', '<glib/gi18n-lib.h>'),
            ('io', '<gio/gunixinputstream.h>'), ('app', '"rapport-reader.h"'), ('core', '"rapport-config.h"'),
            ('app', '"rapport-map-arranger.h"')]
    wrong = [f'let pass: {layer} {target}' for layer, target in bad if not complaint(layer, here, target, known)]
    wrong += [f'refused: {layer} {target}' for layer, target in good if complaint(layer, here, target, known)]
    say(not wrong, 'the reader of include lines knows good from bad', '\n'.join(wrong))


def main():
    header_layers = {}
    for layer in LAYERS:
        for path in sources(layer, '.h'):
            header_layers.setdefault(path.name, []).append(layer)
    check_reader()
    check_names()
    for layer in LAYERS:
        if not any(path.name != 'main.c' for path in sources(layer, '.c')):
            note(f'{layer} has no source yet')
            continue
        check_lines(layer, header_layers)
        command = layer_command(layer)
        if not command:
            say(False, f'{layer} is built')
            continue
        check_found(layer, command)
        check_layers_fenced(layer, command)
        check_libraries_fenced(layer, command)
    print(f'1..{count}')


main()
