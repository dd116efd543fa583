"""The schema says what the format says: TAP.

Every line of cases.txt is tried with both forms of the schema, and every sample map is valid. The compact form needs
jing and trang, which few have: without them its part is skipped.

With RAPPORT_LONG=1 the schema's own rules are taken out one by one, and some case must notice each time.

test-schema.py SOURCE-FOLDER
"""

import copy
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

SOURCE = pathlib.Path(sys.argv[1])
CASES = SOURCE / 'tests' / 'schema' / 'cases.txt'
XML_FORM = SOURCE / 'data' / 'rapport-map.rng'
COMPACT_FORM = SOURCE / 'data' / 'rapport-map.rnc'
SAMPLES = ('data/examples', 'tests/maps/valid', 'tests/maps/respelled', 'tests/maps/old-versions')
RNG = '{http://relaxng.org/ns/structure/1.0}'

# What an element needs so that its children can be tried.
REQUIRED = {
    'map': 'xmlns="urn:x-rapport:map" xmlns:f="urn:f" version="1.0"',
    'stakeholder': 'id="s"',
    'link': 'id="l" a="s" b="s"',
    'mark': 'id="t" tension="power"',
    'response': 'id="p"',
    'function': 'id="f"',
    'term': 'id="g"',
    'step': 'id="e"',
}

count = 0
failed = 0


def say(good, name, details=''):
    global count, failed
    count += 1
    failed += not good
    print(f'{"ok" if good else "not ok"} {count} {name}')
    for line in details.splitlines()[:20]:
        print(f'# {line}')


def skip(name, why):
    global count
    count += 1
    print(f'ok {count} {name} # SKIP {why}')


# --- Cases -----------------------------------------------------------------------------------------------------------

def document(where, fragment):
    fragment = re.sub(r'\{(\d+) digits\}', lambda match: '7' * int(match[1]), fragment)
    if where == 'file':
        return fragment
    path = where.split('/') if where == 'map' else ['map', *where.split('/')]
    before = ''.join(f'<{name} {REQUIRED.get(name, "")}>' for name in path)
    after = ''.join(f'</{name}>' for name in reversed(path))
    return before + fragment + after


def write_cases(folder):
    """Yields (path, valid, name) of every case, written as a file of its own."""
    for number, line in enumerate(CASES.read_text(encoding='utf-8').splitlines(), 1):
        if not line or line.startswith('#'):
            continue
        verdict, where, name, fragment = (part.strip() for part in line.split('|', 3))
        if verdict not in ('valid', 'invalid'):
            raise ValueError(f'{CASES}:{number}: neither valid nor invalid')
        path = folder / f'{number:03}.rapport'
        path.write_text(document(where, fragment), encoding='utf-8')
        ElementTree.parse(path)  # A case that is no XML would prove nothing.
        yield path, verdict == 'valid', f'{where}: {name}'


def samples():
    return [path for folder in SAMPLES for path in sorted((SOURCE / folder).glob('*.rapport'))]


# --- Validators ------------------------------------------------------------------------------------------------------

def by_xmllint(schema, paths):
    """The paths that are valid, and what was said."""
    command = ['xmllint', '--noout', '--nonet', '--relaxng', str(schema), *map(str, paths)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode not in (0, 3):
        raise RuntimeError(result.stderr)
    said = set(result.stderr.splitlines())
    return {path for path in paths if f'{path} validates' in said}, result.stderr


def by_jing(schema, paths):
    command = ['jing', *(['-c'] if schema.suffix == '.rnc' else []), str(schema), *map(str, paths)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    complained = {line.split(':', 1)[0] for line in result.stdout.splitlines()}
    if str(schema) in complained:
        raise RuntimeError(result.stdout)
    return {path for path in paths if str(path) not in complained}, result.stdout


def check_cases(validator, schema, cases, prefix):
    valid, said = validator(schema, [path for path, _, _ in cases])
    for path, expected, name in cases:
        good = (path in valid) == expected
        details = '\n'.join(line for line in said.splitlines() if str(path) in line)
        say(good, f'{prefix}{"valid" if expected else "invalid"}: {name}', '' if good else details)


def check_samples(validator, schema, prefix):
    valid, said = validator(schema, samples())
    for path in samples():
        details = '\n'.join(line for line in said.splitlines() if str(path) in line)
        say(path in valid, f'{prefix}{path.relative_to(SOURCE)}', '' if path in valid else details)


def check_forms_agree():
    """The XML form is what trang makes of the compact one."""
    name = 'the two forms of the schema are one'
    if not shutil.which('trang'):
        skip(name, 'trang is not there')
        return
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder) / 'made.rng'
        subprocess.run(['trang', str(COMPACT_FORM), str(made)], check=True)
        same = made.read_bytes() == XML_FORM.read_bytes()
        say(same, name, '' if same else 'trang data/rapport-map.rnc data/rapport-map.rng makes it anew')


def check_compact_form(cases):
    if not shutil.which('jing'):
        skip('the compact form', 'jing is not there')
        return
    paths = [path for path, _, _ in cases] + samples()
    expected = {path for path, valid, _ in cases if valid} | set(samples())
    for schema in (COMPACT_FORM, XML_FORM):
        valid, said = by_jing(schema, paths)
        wrong = [line for line in said.splitlines() if pathlib.Path(line.split(':', 1)[0]) in expected]
        wrong += [f'{path}: let pass' for path in sorted(valid - expected)]
        say(valid == expected, f'jing says the same by {schema.name}', '\n'.join(wrong))


# --- Has every rule a case? ------------------------------------------------------------------------------------------

def parents(root):
    return {child: parent for parent in root.iter() for child in parent}


def is_attribute(root, element):
    """XML itself sees to it that there is one at most."""
    if element.tag == f'{RNG}ref':
        name = element.get('name')
        element = next(define[0] for define in root.iter(f'{RNG}define') if define.get('name') == name)
    return element.tag == f'{RNG}attribute'


def weaker(root):
    """Yields (what is done, the place of an element, how) for every rule that can be changed or taken out."""
    for index, element in enumerate(root.iter()):
        tag = element.tag.removeprefix(RNG) if isinstance(element.tag, str) else ''
        if tag == 'value':
            yield f'without the value "{element.text or ""}"', index, 'forbid'
        elif tag == 'data':
            yield f'any text instead of {element.get("type")}', index, 'text'
        elif tag == 'param':
            yield f'without the limit {element.get("name")} = {element.text}', index, 'drop'
        elif tag in ('attribute', 'element') and element.get('name'):
            yield f'without the {tag} {element.get("name")}', index, 'forbid'
            if tag == 'attribute' and len(element) and element[0].tag != f'{RNG}text':
                yield f'any text in the attribute {element.get("name")}', index, 'free'
        elif tag == 'optional' and not is_attribute(root, element[0]):
            yield f'more than once: {describe(element)}', index, 'repeat'
        elif tag == 'zeroOrMore':
            yield f'at most once: {describe(element)}', index, 'once'
        elif tag == 'ref':
            foreign = element.get('name').startswith('foreign-')
            yield f'without {element.get("name")}', index, 'empty' if foreign else 'forbid'


def describe(element):
    inner = element[0]
    return f'{inner.tag.removeprefix(RNG)} {inner.get("name") or ""}'


def mutate(root, index, how):
    changed = copy.deepcopy(root)
    element = list(changed.iter())[index]
    parent = parents(changed)[element]
    if how == 'drop':
        parent.remove(element)
    elif how == 'text':
        element.clear()
        element.tag, element.attrib = f'{RNG}data', {'type': 'string'}
    elif how == 'free':
        for child in list(element):
            element.remove(child)
        ElementTree.SubElement(element, f'{RNG}text')
    elif how == 'repeat':
        element.tag = f'{RNG}zeroOrMore'
    elif how == 'once':
        element.tag = f'{RNG}optional'
    elif how == 'empty':
        element.clear()
        element.tag = f'{RNG}empty'
    elif how == 'forbid':
        element.clear()
        element.tag = f'{RNG}notAllowed'
    return changed


def check_rules(cases):
    root = ElementTree.parse(XML_FORM).getroot()
    paths = [path for path, _, _ in cases]
    expected = {path for path, valid, _ in cases if valid}
    nonsense = 0
    with tempfile.TemporaryDirectory() as folder:
        schema = pathlib.Path(folder) / 'weaker.rng'
        for what, index, how in list(weaker(root)):
            ElementTree.ElementTree(mutate(root, index, how)).write(schema, encoding='utf-8')
            try:
                noticed = by_xmllint(schema, paths)[0] != expected
            except RuntimeError:
                nonsense += 1
                continue
            tag = list(root.iter())[index].tag.removeprefix(RNG)
            say(noticed, f'a case notices a schema {what}',
                '' if noticed else f'{tag}, element {index} of the schema')
    print(f'# {nonsense} more changes gave no schema that xmllint accepts')


def main():
    if not shutil.which('xmllint'):
        print('1..0 # SKIP xmllint is not there')
        return 0
    with tempfile.TemporaryDirectory() as folder:
        cases = list(write_cases(pathlib.Path(folder)))
        check_cases(by_xmllint, XML_FORM, cases, '')
        check_samples(by_xmllint, XML_FORM, 'a sample: ')
        check_forms_agree()
        check_compact_form(cases)
        if os.environ.get('RAPPORT_LONG') == '1':
            check_rules(cases)
    print(f'1..{count}')
    return 1 if failed else 0


sys.exit(main())
