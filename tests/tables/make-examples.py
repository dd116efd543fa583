#!/usr/bin/env python3
"""Makes the example maps from the tables beside this script, in the canonical form of the format.

    make-examples.py            writes data/examples and the fixture of four in tests/maps/valid
    make-examples.py --check    TAP: are the files what the tables say, and do their counts agree?

The values are made up. They are no findings, and no map is a partnership that exists.
"""

import csv
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree
from xml.sax.saxutils import escape, quoteattr

TABLES = pathlib.Path(__file__).resolve().parent
ROOT = TABLES.parents[1]
NAMESPACE = '{urn:x-rapport:map}'
CREATED = '2026-11-23'

DISCLAIMER = ('Made up to show what a map can hold. The values are not findings, and this is not a '
              'partnership that exists.')

TENSIONS = {'1': 'narratives', '2': 'power', '3': 'language', '4': 'structures'}
LEVELS = ('power-a', 'power-b', 'gives-a', 'gives-b')
SETS = ('kinds-a', 'kinds-b', 'items-a', 'items-b')
SET_COLUMNS = ('power_kinds_a', 'power_kinds_b', 'items_a', 'items_b')

# Nothing stronger than "agreed" is claimed of a response: the tables do not say what became of it.
STATUS = {'noticed': 'idea', 'talked about': 'idea', 'stuck': 'idea',
          'being worked with': 'agreed', 'productive': 'agreed'}

# What the tables leave out, by map: the words around it, and short forms of long names.
MAPS = {
    'a-regional-collaboration': {
        'title': 'A regional collaboration',
        'question': 'Who shapes what this collaboration studies, changes and publishes?',
        'boundary': 'One region in the third year of five: whoever funds, hosts, steers, does or '
                    'feels the work. Suppliers and other regions are left out.',
        'ground-rules': 'Roles, not names. Every view is heard before one is written down. '
                        'What is not agreed stays open.',
        'phases': (('now', 'Now (2011)', '2011', 'agreed', '2011-05-12',
                    'academia:4 nhs:5 third:2 public:1'),),
        'perspectives': {'university_view(4)': ('v1', 'University partners', 'academia', '4'),
                         'nhs_view(5)': ('v2', 'NHS partners', 'nhs', '5'),
                         'third_and_public_view(3)': ('v3', 'Third sector and public', None, '3')},
        'short': {'a02': 'Health department', 'a03': 'Lead university', 'a04': 'Partner university',
                  'a05': 'Business school group', 'a07': 'Host hospital trust',
                  'a11': 'Primary care trusts', 'a12': 'Health authority', 'a13': 'City council',
                  'a14': 'Stroke charity', 'a19': 'Knowledge transfer team',
                  'a22': 'Capacity programme'},
        'purposes': {'a17': 'decide-together', 'a19': 'broker', 'a22': 'build-capability'},
        'regions': {'a11 a17 a03': 'Whose match counts', 'a03 a05 a19': 'Words in steering papers'},
        'functions': (('Direction', 'a18'), ('Money', 'a07 a01'),
                      ('Agenda and questions', 'a18 a03'), ('Delivery', 'a20 a19'),
                      ('Relationships', 'a18'), ('Capability', 'a22'), ('Communication', 'a18')),
        # present, links, one-way, differences of 2 or more, mutual dependence 0
        'counts': {'now': (22, 44, 6, 14, 11)},
    },
    'b-public-health': {
        'title': 'A public-health partnership',
        'question': 'Who decides which public-health questions get answered here, '
                    'and who can use the answers?',
        'boundary': 'Three universities, two councils and those who work with them on public '
                    'health. Clinical research is left out.',
        'ground-rules': 'Roles, not names. One person speaks at a time, and plain words are used.',
        'phases': (('now', 'Now (2018)', '2018', 'agreed', '2018-10-04',
                    'academia:4 nhs:2 policy:5 third:3 public:2'),),
        'short': {'b01': 'University one', 'b04': 'Early-career researchers',
                  'b05': 'Research service', 'b07': 'Urban council', 'b08': 'Rural county council',
                  'b09': 'Elected members', 'b10': 'Housing and leisure',
                  'b11': 'Public health agency', 'b12': 'Commissioning group',
                  'b15': 'Voluntary sector body', 'b20': 'Quarterly meeting'},
        'purposes': {'b05': 'broker', 'b20': 'communicate'},
        'regions': {'b07 b15 b16': 'Commissioner and charities',
                    'b15 b16 b17': 'Third sector partners', 'b03 b04': 'Early careers'},
        'counts': {'now': (20, 40, 2, 11, 8)},
    },
    'c-neighbourhood-programme': {
        'title': 'A neighbourhood programme',
        'question': 'Who can change what happens in this neighbourhood programme?',
        'boundary': 'One neighbourhood and the bodies at work in it, two years back and three '
                    'years ahead.',
        'ground-rules': 'Roles, not names. Residents speak first. '
                        'The aim holds only what we would stand up for.',
        'phases': (('before', 'Before (2022)', '2022', 'agreed', '2024-06-18',
                    'academia:3 nhs:1 policy:3 third:3 public:5'),
                   ('now', 'Now (2024)', '2024', 'agreed', '2024-06-18',
                    'academia:3 nhs:1 policy:3 third:3 public:5'),
                   ('aim', 'Aim (2027)', '2027', 'draft', None, None)),
        'short': {'c02': 'Public health department', 'c04': 'Borough council',
                  'c05': 'Public health lead', 'c12': 'Community facilitator',
                  'c14': 'Working group'},
        'purposes': {'c14': 'decide-together'},
        'regions': {},
        # The table names the kind alone; what is done stands in the note of its mark.
        'what': {('3', 'c14'): 'keep meeting by turns, in two languages'},
        'counts': {'before': (13, 18, 3, 7, 5), 'now': (15, 31, 2, 11, 7), 'aim': (15, 32, 0, 2, 0)},
    },
}

FIXTURE = {
    'title': 'Four stakeholders',
    'question': 'Who shapes what is studied?',
    'phases': (('now', 'Now', None, 'draft', None, None),),
    'stakeholders': (('u', 'academia', 'University', 4), ('n', 'nhs', 'Hospital trust', 4),
                     ('c', 'third', 'Charity', 1), ('p', 'policy', 'City council', 3)),
    'links': (('u', 'n', '2231'), ('u', 'c', '3020'), ('n', 'p', '1211'), ('c', 'p', '0302')),
    'counts': {'now': (4, 4, 2, 2, 2)},
}


class Writer:
    """XML as the application writes it: one element a line, two spaces a level."""

    def __init__(self):
        self.lines = ['<?xml version="1.0" encoding="UTF-8"?>']
        self.depth = 0

    def line(self, text):
        self.lines.append('  ' * self.depth + text)

    @staticmethod
    def tag(name, attributes):
        given = ((key, value) for key, value in attributes if value is not None)
        return name + ''.join(f' {key}={quoteattr(value)}' for key, value in given)

    def leaf(self, name, attributes=()):
        self.line(f'<{self.tag(name, attributes)}/>')

    def text(self, name, text, attributes=()):
        if text:
            self.line(f'<{self.tag(name, attributes)}>{escape(text)}</{name}>')

    def open(self, name, attributes=()):
        self.line(f'<{self.tag(name, attributes)}>')
        self.depth += 1

    def close(self, name):
        self.depth -= 1
        self.line(f'</{name}>')

    def bytes(self):
        return ('\n'.join(self.lines) + '\n').encode()


def table(name, kind):
    path = TABLES / f'{name}.{kind}.csv'
    if not path.exists():
        return []
    with path.open(encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def sector(name):
    return {'other:Public': 'public'}.get(name, name)


def sentence(text):
    return text[:1].upper() + text[1:]


# --- The parts of a map, in the order of the file --------------------------------------------------

def write_head(out, facts):
    out.open('map', (('xmlns', 'urn:x-rapport:map'), ('version', '1.0'), ('min-reader', '1'),
                     ('xml:lang', 'en-GB'), ('sensitivity', 'open'), ('illustrative', 'true'),
                     ('layout', 'wheel'), ('created', CREATED)))
    for name in ('title', 'question', 'boundary', 'ground-rules'):
        out.text(name, facts.get(name))


def write_phases(out, facts):
    out.open('phases')
    for identity, name, date, standing, agreed, people in facts['phases']:
        out.leaf('phase', (('id', identity), ('name', name), ('date', date),
                           ('standing', standing), ('agreed', agreed), ('people', people)))
    out.close('phases')


def write_perspectives(out, facts):
    if 'perspectives' not in facts:
        return
    out.open('perspectives')
    for identity, name, of_sector, people in facts['perspectives'].values():
        out.leaf('perspective', (('id', identity), ('name', name), ('sector', of_sector),
                                 ('people', people)))
    out.close('perspectives')


def places(name):
    """Where everybody sits: found by `rapport-map arrange --rounds 6000`, and looked at."""
    with open(TABLES / 'positions.csv', encoding='utf-8', newline='') as file:
        return {row['id']: (row['angle'], row['depth']) for row in csv.DictReader(file)
                if row['map'] == name}


def write_stakeholders(out, facts, rows, seats):
    out.open('stakeholders')
    for row in rows:
        spans = ' '.join(sector(name) for name in row['spans'].split()) or None
        out.open('stakeholder', (('id', row['id']), ('sector', sector(row['sector'])),
                                 ('kind', row['kind']), ('spans', spans),
                                 ('purposes', facts['purposes'].get(row['id'])),
                                 ('angle', seats[row['id']][0]), ('depth', seats[row['id']][1])))
        out.text('label', row['label'])
        out.text('short', facts['short'].get(row['id']))
        for phase, *_ in facts['phases']:
            influence = row.get('influence', row.get(f'influence_{phase}'))
            if influence != '-':
                out.leaf('reading', (('phase', phase), ('ring', row['ring']),
                                     ('influence', influence)))
        out.close('stakeholder')
    out.close('stakeholders')


def write_views(out, facts, agreed, row):
    """A perspective's reading holds only what differs from the agreed one."""
    for column, (identity, *_) in facts.get('perspectives', {}).items():
        if row.get(column):
            differing = [(name, seen) for name, common, seen in zip(LEVELS, agreed, row[column])
                         if seen != common]
            out.leaf('reading', (('phase', 'now'), ('perspective', identity), *differing))


def write_links(out, facts, rows, views):
    out.open('links')
    for number, row in enumerate(rows, 1):
        out.open('link', (('id', f'l{number:02}'), ('a', row['a']), ('b', row['b']),
                          ('relation', row['relation'])))
        # None is said by an empty set: without the attribute it would be "not discussed".
        sets = [(name, row[column].removeprefix('-')) for name, column in zip(SETS, SET_COLUMNS)
                if column in row]
        for phase, *_ in facts['phases']:
            code = row.get('code', row.get(phase))
            if code != '----':
                out.leaf('reading', (('phase', phase), *zip(LEVELS, code), *sets))
        write_views(out, facts, code, views.get((row['a'], row['b']), {}))
        out.close('link')
    out.close('links')


def write_marks(out, rows, links, regions):
    numbers = {(row['a'], row['b']): f'l{number:02}' for number, row in enumerate(links, 1)}
    out.open('tensions')
    for number, row in enumerate(rows, 1):
        target = row['target']
        if target == 'map':
            target = None
        elif target.startswith('region:'):
            target = regions[target.removeprefix('region:')]
        elif '>' in target:
            a, b = target.split('>')
            target = numbers.get((a, b)) or numbers[b, a]
        out.open('mark', (('id', f't{number:02}'), ('tension', TENSIONS[row['tension']]),
                          ('on', target), ('phase', row.get('phase', 'now')),
                          ('position', row['position']), ('pull', row['pull'] or None),
                          ('felt', row['felt']), ('state', row['state'].replace(' ', '-')),
                          ('level', 'shared')))
        out.text('note-a', row['note_a'])
        out.text('note-b', row['note_b'])
        out.close('mark')
    out.close('tensions')


def write_regions(out, facts, regions):
    if not regions:
        return
    out.open('regions')
    for members, identity in regions.items():
        out.leaf('region', (('id', identity), ('name', facts['regions'][members]),
                            ('members', members)))
    out.close('regions')


def write_responses(out, facts, rows):
    answered = [(f't{number:02}', row) for number, row in enumerate(rows, 1) if row['response']]
    out.open('responses')
    for number, (mark, row) in enumerate(answered, 1):
        kind, _, what = row['response'].partition(': ')
        what = what or facts['what'][row['tension'], row['target']]
        out.open('response', (('id', f'p{number:02}'), ('kind', kind.replace(' ', '-')),
                              ('structure', row['structure'] or None), ('marks', mark),
                              ('status', STATUS[row['state']]), ('level', 'shared')))
        out.text('what', sentence(what))
        out.close('response')
    out.close('responses')


def write_functions(out, facts):
    if 'functions' not in facts:
        return
    out.open('functions')
    for number, (name, holders) in enumerate(facts['functions'], 1):
        out.open('function', (('id', f'f{number:02}'), ('name', name)))
        out.leaf('held', (('phase', 'now'), ('by', holders)))
        out.close('function')
    out.close('functions')


def make_example(name):
    facts = MAPS[name]
    links = table(name, 'links')
    marks = table(name, 'tensions')
    views = {(row['a'], row['b']): row for row in table(name, 'perspectives')}
    targets = [row['target'] for row in marks if row['target'].startswith('region:')]
    regions = {target.removeprefix('region:'): f'r{number:02}'
               for number, target in enumerate(dict.fromkeys(targets), 1)}
    out = Writer()
    write_head(out, facts)
    out.text('note', DISCLAIMER, (('level', 'shared'),))
    out.open('sectors')
    out.leaf('sector', (('id', 'public'), ('name', 'Public and communities')))
    out.close('sectors')
    write_phases(out, facts)
    write_perspectives(out, facts)
    write_stakeholders(out, facts, table(name, 'stakeholders'), places(name))
    write_links(out, facts, links, views)
    write_marks(out, marks, links, regions)
    write_regions(out, facts, regions)
    write_responses(out, facts, marks)
    write_functions(out, facts)
    out.close('map')
    return out.bytes()


def make_fixture():
    out = Writer()
    write_head(out, FIXTURE)
    write_phases(out, FIXTURE)
    out.open('stakeholders')
    for identity, of_sector, label, influence in FIXTURE['stakeholders']:
        out.open('stakeholder', (('id', identity), ('sector', of_sector), ('kind', 'organisation')))
        out.text('label', label)
        out.leaf('reading', (('phase', 'now'), ('influence', str(influence))))
        out.close('stakeholder')
    out.close('stakeholders')
    out.open('links')
    for a, b, code in FIXTURE['links']:
        out.open('link', (('id', f'{a}-{b}'), ('a', a), ('b', b)))
        out.leaf('reading', (('phase', 'now'), *zip(LEVELS, code)))
        out.close('link')
    out.close('links')
    out.close('map')
    return out.bytes()


def all_files():
    """Yields every file to make: path, content, counts by phase."""
    for name, facts in MAPS.items():
        yield ROOT / 'data' / 'examples' / f'{name}.rapport', make_example(name), facts['counts']
    yield ROOT / 'tests' / 'maps' / 'valid' / 'fixture.rapport', make_fixture(), FIXTURE['counts']


# --- The check -------------------------------------------------------------------------------------

class Tap:
    def __init__(self):
        self.count = 0
        self.failed = 0

    def say(self, good, name, details=''):
        self.count += 1
        self.failed += not good
        print(f'{"ok" if good else "not ok"} {self.count} {name}')
        for line in details.splitlines():
            print(f'# {line}')

    def end(self):
        print(f'1..{self.count}')
        return 1 if self.failed else 0


def agreed_readings(element, phase):
    return [reading for reading in element.findall(f'{NAMESPACE}reading')
            if reading.get('phase') == phase and reading.get('perspective') is None]


def count_phase(root, phase):
    """Counts from a file alone, so that a slip in making it is not repeated here."""
    present = [element for element in root.iter(f'{NAMESPACE}stakeholder')
               if agreed_readings(element, phase)]
    links = [agreed_readings(element, phase)[0] for element in root.iter(f'{NAMESPACE}link')
             if agreed_readings(element, phase)]
    levels = [tuple(int(reading.get(name)) for name in LEVELS) for reading in links]
    return (len(present), len(links), sum((gives == 0) != (back == 0) for *_, gives, back in levels),
            sum(abs(a - b) >= 2 for a, b, *_ in levels), sum(min(a, b) == 0 for a, b, *_ in levels))


def dangling(root):
    """References that lead nowhere; an example has none."""
    known = {element.get('id') for element in root.iter() if element.get('id')}
    known |= {'academia', 'nhs', 'policy', 'third', 'across'}
    names = ('a', 'b', 'by', 'marks', 'members', 'on', 'parent', 'perspective', 'phase', 'sector',
             'spans', 'structure')
    return [f'{element.tag} {name}="{element.get(name)}"' for element in root.iter()
            for name in names for word in element.get(name, '').split() if word not in known]


def check(tap):
    for path, content, counts in all_files():
        committed = path.read_bytes() if path.exists() else b''
        tap.say(committed == content, f'{path.name}: is what the tables say',
                '' if committed == content else 'tests/tables/make-examples.py makes it anew')
        root = ElementTree.fromstring(committed or content)
        for phase, expected in counts.items():
            found = count_phase(root, phase)
            tap.say(found == expected, f'{path.name}: the counts of "{phase}" agree',
                    '' if found == expected else f'{found} instead of {expected}')
        tap.say(not dangling(root), f'{path.name}: every reference leads somewhere',
                '\n'.join(dangling(root)))
        shorts = [element.text for element in root.iter(f'{NAMESPACE}short')]
        names = [element.findtext(f'{NAMESPACE}short') or element.findtext(f'{NAMESPACE}label')
                 for element in root.iter(f'{NAMESPACE}stakeholder')]
        long_names = [name for name in names if len(name) > 24] + \
            [name for name in set(shorts) if names.count(name) > 1]
        tap.say(not long_names, f'{path.name}: names fit under their shapes', '\n'.join(long_names))
        tap.say(re.search(rb'illustrative="true"', committed) is not None,
                f'{path.name}: says that it is made up')


def main(arguments):
    if arguments == ['--check']:
        tap = Tap()
        check(tap)
        return tap.end()
    if arguments:
        print(__doc__)
        return 2
    for path, content, _ in all_files():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(path.relative_to(ROOT))
    return 0


sys.exit(main(sys.argv[1:]))
