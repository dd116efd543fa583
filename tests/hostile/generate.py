#!/usr/bin/env python3
"""Makes files that no map should be, and says what is to come of each.

    generate.py FOLDER [--small]

writes the files, some of them large or not even files, and expected.json: by path, the exit status of
"rapport-map check" ("exit"), regular expressions for the lines it prints ("says"), whether the file is large ("big"),
whether it points to places that must not be looked at ("offline"), and whether saving it changes no byte ("same").
--small leaves the large ones out. The same script always makes the same bytes.
"""

import gzip
import io
import json
import os
import pathlib
import re
import socket
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE.parent / 'maps' / 'valid' / 'everything.rapport'

KIB = 1024
MIB = 1024 * KIB
BIG = 4 * MIB

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
OPEN = '<map xmlns="urn:x-rapport:map" version="1.0" min-reader="1">\n'
CLOSE = '</map>\n'

# The sentences. NAME stands for the file's name as it is shown.
EMPTY = '“NAME” is empty.'
POWER_CUT = '“NAME” contains no map: the file seems to have been damaged by a power cut.'
CUT = r'“NAME” ends too early \(line {line}\).'
NOT_A_MAP = '“NAME” is not a map (found <{root}>).'
GRAPHML = '“NAME” is a GraphML file. Import it?'
NEWER = "Made with a newer version; parts this version doesn’t know are kept."
NEEDS = '“NAME” needs version {version} or later. You can look at it and save a copy.'
NO_VERSION = '“NAME” has no valid version number.'
ENTITIES = '“NAME” defines text entities, which maps never use. Not opened.'
TOO_DEEP = '“NAME” is nested too deeply (limit 200).'
TOO_LARGE = r'“NAME” is too large \(limit [^)]*\)\.'
ATTRIBUTES = '“NAME” has too many attributes in line {line}.'
ELEMENTS = '“NAME” has more than 1 000 000 elements.'
INVALID = r'“NAME” is not valid (UTF-8|XML) \(line {line}\)\.'
ENCODING = r'“NAME” is not (valid (UTF-8|XML) \(line \d+\)|written in the encoding .*)\.'
COMPRESSED = '“NAME” is compressed. Unpack it first, then open it.'
FOLDER = '“NAME” is a folder.'
NOT_REGULAR = r'“NAME” is not a regular file(: .*)?\.'
DENIED = "“NAME” can’t be read: permission denied."
GONE = '“NAME” does not exist.'
ANY = '“NAME” .*'

cases = {}
folder = None
small = False


# --- Writing ---------------------------------------------------------------------------------------------------------

def shown(path):
    """A file's name as a sentence shows it."""
    name = os.path.basename(os.fsencode(path)).decode('utf-8', 'replace')
    unsafe = re.compile('[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]')
    return unsafe.sub(lambda letter: f'\\u{ord(letter[0]):04X}', name)


def expect(path, status, *says, plain=True, **more):
    """Sentences are compared letter by letter, or where not plain, as regular expressions."""
    lines = [re.escape(line).replace('NAME', re.escape(shown(path))) if plain
             else line.replace('NAME', re.escape(shown(path))) for line in says]
    cases[os.fsdecode(path)] = {'exit': status, 'says': lines, **more}


def place(path):
    full = os.path.join(os.fsencode(folder), os.fsencode(path))
    os.makedirs(os.path.dirname(full), exist_ok=True)
    return full


def put(path, content, status, *says, plain=True, **more):
    data = content.encode() if isinstance(content, str) else content
    big = len(data) > BIG
    if big and small:
        return
    with open(place(path), 'wb') as file:
        file.write(data)
    expect(path, status, *says, plain=plain, **({'big': True} if big else {}), **more)


def whole(content, start=DECLARATION + OPEN):
    return start + content + CLOSE


def stakeholders(*elements):
    return '  <stakeholders>\n' + ''.join(elements) + '  </stakeholders>\n'


def stakeholder(identity, label='One', attributes='', inside=''):
    if not inside and not label:
        return f'    <stakeholder id="{identity}"{attributes}/>\n'
    name = f'      <label>{label}</label>\n' if label else ''
    return f'    <stakeholder id="{identity}"{attributes}>\n{name}{inside}    </stakeholder>\n'


def everyone(*elements):
    """A map of stakeholders and nothing else."""
    return whole(stakeholders(*elements))


def links(*elements):
    return '  <links>\n' + ''.join(elements) + '  </links>\n'


def link(identity, a, b):
    return f'    <link id="{identity}" a="{a}" b="{b}"/>\n'


# --- Not a whole file ------------------------------------------------------------------------------------------------

def make_damaged():
    sample = SAMPLE.read_bytes()
    put('empty.rapport', '', 2, EMPTY)
    put('one-blank.rapport', ' ', 2, EMPTY)
    put('blanks.rapport', ' \t\r\n' * 1000, 2, EMPTY)
    put('nul-filled.rapport', bytes(30000), 2, POWER_CUT)
    put('nul-one.rapport', b'\0', 2, POWER_CUT)
    put('nul-half.rapport', sample[:len(sample) // 2] + bytes(len(sample) - len(sample) // 2), 2, POWER_CUT)
    put('nul-block.rapport', sample[:1024] + bytes(512) + sample[1536:], 2, POWER_CUT)
    put('nul-after.rapport', sample + bytes(4096), 2, POWER_CUT)
    for percent in range(10, 100, 10):
        cut = sample[:len(sample) * percent // 100]
        put(f'cut-{percent}.rapport', cut, 2, CUT.format(line=cut.count(b'\n') + 1), plain=False)
    cut = sample.rstrip()[:-1]
    put('cut-last-letter.rapport', cut, 2, CUT.format(line=cut.count(b'\n') + 1), plain=False)
    put('cut-last-line.rapport', sample[:sample.rindex(b'</map>')], 2, CUT.format(line=r'\d+'), plain=False)
    put('cut-declaration.rapport', sample[:20], 2, CUT.format(line=1), plain=False)
    put('cut-first-letter.rapport', b'<', 2, CUT.format(line=1), plain=False)
    put('cut-letter.rapport', whole('  <title>caf').encode()[:-len(CLOSE)] + b'\xc3', 2,
        r'“NAME” (ends too early|is not valid (UTF-8|XML)) \(line 3\)\.', plain=False)
    put('cut-comment.rapport', whole('  <!-- never closed\n'), 2, CUT.format(line=r'\d+'), plain=False)
    put('cut-cdata.rapport', whole('  <title><![CDATA[never closed</title>\n'), 2, CUT.format(line=r'\d+'), plain=False)
    put('no-last-newline.rapport', sample.rstrip(), 0)
    put('twice.rapport', whole('') + whole('', start=OPEN), 2, INVALID.format(line=4), plain=False)
    put('words-after.rapport', whole('') + 'words\n', 2, INVALID.format(line=4), plain=False)


# --- Something else --------------------------------------------------------------------------------------------------

def make_other_formats():
    put('other-root.rapport', DECLARATION + '<network><a/></network>\n', 2, NOT_A_MAP.format(root='network'))
    put('other-namespace.rapport', DECLARATION + '<map xmlns="http://example.org/" version="1.0"/>\n', 2,
        NOT_A_MAP.format(root='map'))
    put('html.rapport', '<!DOCTYPE html>\n<html lang="en"><head><title>404</title></head></html>\n', 2,
        NOT_A_MAP.format(root='html'))
    put('html-4.rapport', '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\n'
        '<html><head><meta name=x></head></html>\n', 2, r'“NAME” is not a map \(found <(html|HTML)>\)\.', plain=False,
        offline=True)
    put('html-bare.rapport', '<html><body><p>404<br></body></html>\n', 2, NOT_A_MAP.format(root='html'))
    put('svg.rapport', DECLARATION + '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>\n', 2,
        NOT_A_MAP.format(root='svg'))
    put('svg-doctype.rapport', DECLARATION + '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg xmlns="http://www.w3.org/2000/svg"/>\n', 2,
        NOT_A_MAP.format(root='svg'), offline=True)
    put('graphml.rapport', DECLARATION + '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        '  <graph id="G" edgedefault="undirected"><node id="n0"/></graph>\n</graphml>\n', 2, GRAPHML)
    put('long-root.rapport', f'<{"a" * 10000}/>', 2, ANY, plain=False)
    put('json.rapport', '{"nodes": [], "links": []}\n', 2, INVALID.format(line=1), plain=False)
    put('words.rapport', 'Minutes of the meeting in May\n', 2, INVALID.format(line=1), plain=False)
    put('png.rapport', b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR' + bytes(range(256)), 2, ANY, plain=False)
    data = SAMPLE.read_bytes()
    put('gzip.rapport', gzip.compress(data, mtime=0), 2, COMPRESSED)
    put('gzip-bomb.rapport', gzip.compress(bytes(100 * MIB), mtime=0), 2, COMPRESSED)
    put('gzip-in-gzip.rapport', gzip.compress(gzip.compress(data, mtime=0), mtime=0), 2, COMPRESSED)
    put('gzip-head.rapport', b'\x1f\x8b', 2, COMPRESSED)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, 'w') as file:
        file.writestr(zipfile.ZipInfo('../../map.rapport'), data)
    put('zip.rapport', archive.getvalue(), 2, ANY, plain=False)


# --- Versions --------------------------------------------------------------------------------------------------------

def make_versions():
    def versioned(attributes):
        return whole('  <title>One</title>\n', start=f'{DECLARATION}<map xmlns="urn:x-rapport:map" {attributes}>\n')

    put('newer-minor.rapport', versioned('version="1.7" min-reader="1"').replace('</title>', '</title>\n  <aside/>'), 1,
        NEWER, same=True)
    put('newer-minor-999999999.rapport', versioned('version="1.999999999" min-reader="1"'), 1, NEWER, same=True)
    put('newer-reader.rapport', versioned('version="1.0" min-reader="9999"'), 1, NEEDS.format(version=9999))
    put('newer-both.rapport', versioned('version="99.9" min-reader="9999"'), 1, NEEDS.format(version=9999))
    for name, attributes in {
            'missing': 'layout="wheel"', 'empty': 'version=""', 'banana': 'version="banana"',
            'negative': 'version="-1"', 'negative-point': 'version="-1.0"', '400-digits': f'version="{"9" * 400}.0"',
            'three': 'version="1.0.0"',
            'comma': 'version="1,0"', 'nan': 'version="nan"', 'hex': 'version="0x1.0"', 'point': 'version="."',
            'minor-400-digits': f'version="1.{"9" * 400}"', 'arabic': 'version="١.٠"',
            'reader-banana': 'version="1.0" min-reader="banana"', 'reader-negative': 'version="1.0" min-reader="-1"',
            'reader-400-digits': f'version="1.0" min-reader="{"9" * 400}"'}.items():
        put(f'version-{name}.rapport', versioned(attributes), 2, NO_VERSION)


# --- Entities and other places ---------------------------------------------------------------------------------------

def make_entities():
    def with_doctype(subset, inside='', title='&a;'):
        return f'{DECLARATION}<!DOCTYPE map [\n{subset}]>\n{OPEN}  <title>{title}</title>\n{inside}{CLOSE}'

    laughs = '<!ENTITY a0 "ha">\n' + ''.join(
        f'<!ENTITY a{n} "' + f'&a{n - 1};' * 10 + '">\n' for n in range(1, 20)) + '<!ENTITY a "&a19;">\n'
    inside = stakeholders(stakeholder('s', '', ' x="&a;"'))
    put('laughs.rapport', with_doctype(laughs), 2, ENTITIES)
    put('laughs-attribute.rapport', with_doctype(laughs, inside, 'One'), 2, ENTITIES)
    letters = 'abcdefghij'
    put('laughs-parameter.rapport', with_doctype('<!ENTITY % a "ha">\n' + ''.join(
        f'<!ENTITY % {letter} "' + f'&#37;{before};' * 10 + '">\n' for before, letter in zip(letters, letters[1:]))
        + '%j;\n'), 2, ENTITIES)
    put('quadratic.rapport', with_doctype(f'<!ENTITY a "{"x" * 50000}">\n', title='&a;' * 4000), 2, ENTITIES)
    put('quadratic-attribute.rapport', with_doctype(f'<!ENTITY a "{"x" * 50000}">\n', stakeholders(
        stakeholder('s', '', f' parent="{"&a;" * 4000}"')), 'One'), 2, ENTITIES)
    put('loop.rapport', with_doctype('<!ENTITY a "&b;">\n<!ENTITY b "&a;">\n'), 2, ENTITIES)
    put('loop-self.rapport', with_doctype('<!ENTITY a "&a;">\n'), 2, ENTITIES)
    put('entity-harmless.rapport', with_doctype('<!ENTITY a "words">\n'), 2, ENTITIES)
    put('entity-late.rapport', f'{DECLARATION}<!--{"x" * 5000}-->\n<!DOCTYPE map [<!ENTITY a "b">]>\n{OPEN}{CLOSE}',
        2, ENTITIES)
    put('doctype-empty.rapport', f'{DECLARATION}<!DOCTYPE map>\n{OPEN}{CLOSE}', 2, ENTITIES)
    put('doctype-attributes.rapport', with_doctype('<!ATTLIST map version CDATA "1.0">\n', title='One'), 2, ENTITIES)
    put('doctype-utf-16.rapport', ('\ufeff' + with_doctype('<!ENTITY a "words">\n').replace('UTF-8', 'UTF-16'))
        .encode('utf-16-le'), 2, ENTITIES)
    put('entity-unknown.rapport', whole('  <title>caf&eacute;</title>\n'), 2, INVALID.format(line=3), plain=False)
    put('entities-own.rapport', whole('  <title>&amp;&lt;&gt;&quot;&apos;&#x26;&#38;lt;</title>\n'), 0)


def make_places():
    """What points to other files or the network. None of it may be looked at."""
    canary = os.path.join(os.path.abspath(folder), 'canary', 'secret.txt')
    place('canary/secret.txt')
    pathlib.Path(canary).write_text('CANARY', encoding='utf-8')
    pathlib.Path(canary).with_suffix('.dtd').write_text('<!ENTITY a "CANARY">\n', encoding='utf-8')
    pathlib.Path(canary).with_suffix('.xml').write_text(whole('  <title>CANARY</title>\n'), encoding='utf-8')
    for place_name, base in (('file', 'file://' + canary), ('path', canary), ('relative', 'canary/secret.txt'),
                             ('http', 'http://127.0.0.1:9/secret.txt'), ('ftp', 'ftp://127.0.0.1:9/secret.txt')):
        dtd, xml = base.replace('.txt', '.dtd'), base.replace('.txt', '.xml')
        body = f'{OPEN}  <title>&a;</title>\n{CLOSE}'
        put(f'external-entity-{place_name}.rapport',
            f'{DECLARATION}<!DOCTYPE map [<!ENTITY a SYSTEM "{base}">]>\n{body}', 2, ENTITIES, offline=True)
        put(f'external-dtd-{place_name}.rapport', f'{DECLARATION}<!DOCTYPE map SYSTEM "{dtd}">\n{body}', 2, ENTITIES,
            offline=True)
        put(f'external-public-{place_name}.rapport',
            f'{DECLARATION}<!DOCTYPE map PUBLIC "-//X//Y//EN" "{dtd}">\n{body}', 2, ENTITIES, offline=True)
        put(f'external-parameter-{place_name}.rapport',
            f'{DECLARATION}<!DOCTYPE map [<!ENTITY % p SYSTEM "{dtd}"> %p;]>\n{body}', 2, ENTITIES, offline=True)
        # These declare nothing: they are somebody else's parts, kept and not followed.
        put(f'xinclude-{place_name}.rapport', whole(
            f'  <xi:include href="{xml}" parse="xml" xmlns:xi="http://www.w3.org/2001/XInclude"/>\n'), 0, offline=True)
        put(f'stylesheet-{place_name}.rapport', whole('  <title>One</title>\n', start=(
            f'{DECLARATION}<?xml-stylesheet type="text/xsl" href="{xml}"?>\n{OPEN}')), 0, offline=True, same=True)
        put(f'schema-{place_name}.rapport', whole('  <title>One</title>\n', start=DECLARATION + OPEN.replace(
            '>', f' s:schemaLocation="urn:x-rapport:map {xml}" xmlns:s="http://www.w3.org/2001/XMLSchema-instance">')),
            0, offline=True)
        put(f'base-{place_name}.rapport', whole('  <title>One</title>\n', start=DECLARATION + OPEN.replace(
            '>', f' xml:base="{base}">')), 0, offline=True, same=True)


# --- Limits ----------------------------------------------------------------------------------------------------------

def make_limits():
    def deep(levels):
        return whole('<b>' * (levels - 1) + '</b>' * (levels - 1) + '\n')

    many = ''.join(f' a{n}="{n}"' for n in range(99999))
    put('depth-200.rapport', deep(200), 0)
    put('depth-201.rapport', deep(201), 2, TOO_DEEP)
    put('depth-100000.rapport', deep(100000), 2, TOO_DEEP)
    put('depth-100000-open.rapport', DECLARATION + OPEN + '<b>' * 100000, 2, TOO_DEEP)
    put('depth-readings.rapport', everyone('<stakeholder id="s">' * 300 + '</stakeholder>' * 300), 2, TOO_DEEP)
    put('attribute-50-mib.rapport', everyone(stakeholder('s', '', f' f="{"x" * 50 * MIB}"')), 2, TOO_LARGE,
        plain=False)
    put('text-20-mib.rapport', whole(f'  <title>{"x" * 20 * MIB}</title>\n'), 2, TOO_LARGE, plain=False)
    put('comment-20-mib.rapport', whole(f'  <!--{"x" * 20 * MIB}-->\n'), 2, TOO_LARGE, plain=False)
    put('name-20-mib.rapport', whole(f'  <{"x" * 20 * MIB}/>\n'), 2, ANY, plain=False)
    put('file-65-mib.rapport', whole('x' * 65 * MIB), 2, TOO_LARGE, plain=False)
    put('blanks-60-mib.rapport', ' ' * 60 * MIB, 2, EMPTY)
    put('nuls-60-mib.rapport', bytes(60 * MIB), 2, POWER_CUT)
    put('opening-60-mib.rapport', '<' * 60 * MIB, 2, ANY, plain=False)
    put('text-60-mib.rapport', everyone(*(stakeholder(f's{n}', 'x' * 60 * KIB) for n in range(1000))), 0)
    put('attributes-250.rapport', everyone(stakeholder('s', '', ''.join(f' a{n}=""' for n in range(250)))), 0)
    put('attributes-300.rapport', everyone(stakeholder('s', '', ''.join(f' a{n}=""' for n in range(300)))), 2,
        ATTRIBUTES.format(line=4))
    put('attributes-300-in-words.rapport', whole(f'  <title>{many[:3000]}</title>\n'), 0)
    put('attributes-100000.rapport', everyone(stakeholder('s', '', many)), 2, ATTRIBUTES.format(line=4))
    put('attributes-100000-same.rapport', everyone(stakeholder('s', '', ' a="1"' * 100000)), 2,
        r'“NAME” (has too many attributes in line 4|is not valid XML \(line 4\))\.', plain=False)
    put('attributes-100000-root.rapport', whole('', start=DECLARATION + OPEN.replace('>', f'{many}>')), 2,
        ATTRIBUTES.format(line=2))
    put('attributes-100000-utf-16.rapport', whole(stakeholders(stakeholder('s', '', many)), start=(
        '\ufeff' + DECLARATION.replace('UTF-8', 'UTF-16') + OPEN)).encode('utf-16-be'), 2, ATTRIBUTES.format(line=4))
    put('namespaces-300.rapport', whole('  <b' + ''.join(f' xmlns:n{n}="urn:{n}"' for n in range(300)) + '/>\n'), 2,
        ATTRIBUTES.format(line=3))
    put('namespaces-everywhere.rapport', whole(''.join(
        f'<b xmlns:n{n}="urn:{n}">' for n in range(190)) + '<c/>' * 50000 + '</b>' * 190 + '\n'), 0)
    put('elements-1000001.rapport', whole('<b/>' * 1000000), 2, ELEMENTS)
    put('elements-2000000-own.rapport', everyone(*('<stakeholder id="s"/>' for _ in range(2000000))), 2, ELEMENTS)
    put('label-64-kib.rapport', everyone(stakeholder('s', 'x' * 64 * KIB)), 0)
    put('label-64-kib-and-1.rapport', everyone(stakeholder('s', 'x' * (64 * KIB + 1))), 1,
        '1 name is longer than 64 KiB; it is kept whole and shown shortened.', same=True)
    put('label-7-mib.rapport', everyone(stakeholder('s', 'é' * 3 * MIB)), 1,
        '1 name is longer than 64 KiB; it is kept whole and shown shortened.')
    put('note-1-mib-and-1.rapport', everyone(stakeholder(
        's', inside=f'      <note level="private">{"x" * (MIB + 1)}</note>\n')), 1,
        '1 note is longer than 1 MiB; it is kept whole and shown shortened.', same=True)
    put('id-256.rapport', everyone(stakeholder('a' * 256)), 0, same=True)
    put('id-257.rapport', everyone(stakeholder('a' * 257)), 1, '1 item had no valid id and was given one.')
    put('id-1-mib.rapport', everyone(stakeholder('a' * MIB)), 1, '1 item had no valid id and was given one.')


def make_heaps():
    """Within every limit, and so much of one thing that a slip in our own code would take minutes."""
    def repeat(text, size=20 * MIB):
        return text * (size // len(text))

    put('heap-elements.rapport', everyone(*(
        f'<stakeholder id="s{n}"><label>x</label><reading phase="a"/></stakeholder>\n' for n in range(330000))), 0)
    put('heap-foreign.rapport', whole('<b/>' * 900000 + '\n'), 0)
    put('heap-comments.rapport', whole(repeat('<!---->', 60 * MIB) + '\n'), [0, 2], ANY, plain=False)
    put('heap-comments-before.rapport', DECLARATION + repeat('<!---->\n') + OPEN + CLOSE, [0, 2], ANY, plain=False)
    put('heap-instructions.rapport', whole(repeat('<?a?>', 60 * MIB) + '\n'), [0, 2], ANY, plain=False)
    put('heap-words.rapport', whole(repeat('a<b/>', 4 * MIB) + '\n'), 0)
    put('heap-cdata.rapport', whole('  <title>' + repeat('<![CDATA[]]>') + '</title>\n'), 0)
    put('heap-references.rapport', whole('  <title>' + repeat('&#38;', 7 * MIB) + '</title>\n'), 1,
        '1 name is longer than 64 KiB; it is kept whole and shown shortened.')
    put('heap-references-attribute.rapport', everyone(stakeholder(
        's', '', ' f="' + repeat('&amp;', 7 * MIB) + '"')), 0)
    put('heap-lists.rapport', whole(repeat('<stakeholders/>', 10 * MIB) + '\n'), 0)
    put('heap-same-id.rapport', everyone(*('<stakeholder id="a"/>\n' for _ in range(300000))), 1,
        '299999 items had the id of another, such as a; they were renamed.')
    put('heap-same-long-id.rapport', everyone(*(f'<stakeholder id="{"a" * 250}"/>\n' for _ in range(50000))), 1,
        f'49999 items had the id of another, such as {"a" * 250}; they were renamed.')
    put('heap-no-id.rapport', everyone(*('<stakeholder/>\n' for _ in range(300000))), 1,
        '300000 items had no valid id and were given one.')
    put('heap-readings.rapport', everyone(stakeholder('s', inside=''.join(
        f'<reading phase="p{n}" influence="1"/>\n' for n in range(200000)))), [0, 1], '.*', plain=False)
    put('heap-readings-same.rapport', everyone(stakeholder(
        's', inside='<reading phase="p" influence="1"/>\n' * 200000)), [0, 1], '.*', plain=False)
    put('heap-views.rapport', everyone(stakeholder('s', inside=''.join(
        f'<reading phase="p" perspective="v{n}"/>\n' for n in range(200000)))), [0, 1], '.*', plain=False)
    put('heap-notes.rapport', everyone(stakeholder('s', inside='<note level="shared">x</note>\n' * 300000)), 0)
    put('heap-labels.rapport', everyone(stakeholder('s', inside='<label>x</label>\n' * 300000)), 1,
        '300000 parts have no place where they stand; they are kept in the file as comments.')
    put('heap-hub.rapport', whole(stakeholders(stakeholder('s')) + links(
        *(link(f'l{n}', 's', 's') for n in range(200000)))), 0)
    put('heap-targets.rapport', whole(stakeholders(stakeholder('s')) + '  <tensions>\n    <mark id="t" tension="power" '
                                      'on="' + repeat('s ', 7 * MIB) + 's"/>\n  </tensions>\n'), 0)
    put('heap-targets-gone.rapport', whole('  <tensions>\n    <mark id="t" tension="power" on="'
                                           + ' '.join(f'g{n}' for n in range(800000)) + '"/>\n  </tensions>\n'), 1,
        "800000 references point to something that isn’t in the file; they are kept.")
    put('heap-attributes.rapport', everyone(*(stakeholder(
        f's{n}', '', ''.join(f' a{m}=""' for m in range(250))) for n in range(4000))), 0)
    put('heap-parents.rapport', everyone(*(stakeholder(f's{n}', '', f' parent="s{n + 1}"')
                                                     for n in range(200000)), stakeholder('s200000', '')), 0)


# --- Letters ---------------------------------------------------------------------------------------------------------

def make_letters():
    def titled(data, declaration=DECLARATION):
        return (declaration + OPEN + '  <title>One ').encode() + data + b' two</title>\n</map>\n'

    for name, data in {
            'ff': b'\xff', 'latin-1': b'caf\xe9', 'cut': b'\xe2\x82', 'overlong': b'\xc0\xaf',
            'overlong-nul': b'\xc0\x80', 'surrogate': b'\xed\xa0\x80', 'above': b'\xf4\x90\x80\x80',
            'five-bytes': b'\xf8\x88\x80\x80\x80',
            'continuation': b'\x80'}.items():
        put(f'utf-8-{name}.rapport', titled(data), 2, INVALID.format(line=3), plain=False)
    for name, data in {
            'nul': b'\0', 'control': b'\x01', 'escape': b'\x1b[31m', 'fffe': '\ufffe'.encode(), 'reference-0': b'&#0;',
            'reference-1': b'&#1;', 'reference-surrogate': b'&#xD800;', 'reference-fffe': b'&#xFFFE;',
            'reference-large': b'&#x7FFFFFFFFFFFFFFF;', 'reference-negative': b'&#-1;', 'ampersand': b'R&D',
            'less': b'a<b', 'cdata-end': b']]>'}.items():
        put(f'letter-{name}.rapport', titled(data), 2, INVALID.format(line=3), plain=False)
    put('letter-in-id.rapport', everyone(stakeholder('a&#9;b')), 1, '1 item had no valid id and was given one.')
    put('letter-in-name.rapport', whole('  <a\x01b/>\n'), 2, INVALID.format(line=3), plain=False)
    put('letter-in-attribute.rapport', everyone(stakeholder('a\x02b')), 2, INVALID.format(line=4), plain=False)

    text = whole('  <title>é 🗺 and more</title>\n', start=DECLARATION.replace('UTF-8', '{0}') + OPEN)
    put('utf-8-mark.rapport', b'\xef\xbb\xbf' + text.format('UTF-8').encode(), 0)
    for name, encoding in (('le', 'utf-16-le'), ('be', 'utf-16-be')):
        data = ('\ufeff' + text.format('UTF-16')).encode(encoding)
        put(f'utf-16-{name}.rapport', data, 0)
        put(f'utf-16-{name}-declared-utf-8.rapport', ('\ufeff' + text.format('UTF-8')).encode(encoding), 0)
        put(f'utf-16-{name}-odd.rapport', data[:-1], 2, ANY, plain=False)
        put(f'utf-16-{name}-cut.rapport', data[:200], 2, CUT.format(line=r'\d+'), plain=False)
        put(f'utf-16-{name}-no-mark.rapport', data[2:], [0, 2], ANY, plain=False)
    put('utf-16-half-pair.rapport', ('\ufeff' + text.format('UTF-16')).encode('utf-16-le')
        .replace('🗺'.encode('utf-16-le'), b'\x3d\xd8x\0'), 2, ENCODING, plain=False)
    put('utf-16-nuls.rapport', ('\ufeff' + text.format('UTF-16').replace('🗺', '\0')).encode('utf-16-le'), 2,
        INVALID.format(line=3), plain=False)
    put('utf-16-mark-only.rapport', b'\xff\xfe', 2, ANY, plain=False)
    put('utf-32.rapport', text.format('UTF-32').encode('utf-32'), [0, 2], ANY, plain=False)
    latin = text.replace('🗺', 'ü').replace('{0}', 'ISO-8859-1')
    put('latin-1.rapport', latin.encode('latin-1'), 0)
    put('latin-1-lower.rapport', latin.replace('ISO-8859-1', 'iso-8859-1').encode('latin-1'), 0)
    put('windows-1252.rapport', latin.replace('ISO-8859-1', 'windows-1252').replace('and', '“and”').encode('cp1252'), 0)
    put('encoding-unknown.rapport', text.format('klingon').encode(), 2, ENCODING, plain=False)
    put('encoding-wrong.rapport', text.format('US-ASCII').encode(), 2, ENCODING, plain=False)
    put('encoding-utf-16-in-utf-8.rapport', text.format('UTF-16').encode(), [0, 2], ANY, plain=False)
    put('encoding-utf-7.rapport', text.format('UTF-7').replace('é 🗺', '+ADw-script+AD4-').encode(), [0, 2], ANY,
        plain=False)
    put('encoding-long.rapport', text.format('a' * 5000).encode(), [0, 2], ANY, plain=False)
    put('declaration-1.1.rapport', text.format('UTF-8').replace('version="1.0" enc', 'version="1.1" enc'), [0, 2], ANY,
        plain=False)

    for name, label in {
            'bidi': '\u202eevil\u202c \u2066x\u2069 \u200e\u200f', 'zero-width': 'a\u200bb\u200dc\ufeffd',
            'combining': 'Z' + '\u0335\u0321' * 2000, 'private': '\ue000\U000f0000', 'astral': '🏥👩🏽‍⚕️🇬🇧',
            'script': '&lt;script&gt;alert(1)&lt;/script&gt;', 'markup': '&lt;span size="999999"&gt;&amp;amp;',
            'formula': '=HYPERLINK("http://127.0.0.1:9/","x")', 'at': '@SUM(A1)', 'format': '%s%n%n%99999999d',
            'shell': '$(reboot) `reboot` ; rm -rf ~', 'path': '../../../etc/passwd', 'lines': 'one\ntwo&#13;three',
            'spaces': '  x  ', 'cdata': '&lt;![CDATA[x]]&gt;'}.items():
        put(f'label-{name}.rapport', everyone(stakeholder('s', label)), 0)
    put('label-in-title.rapport', whole('  <title>\u202eevil&lt;b&gt;%s</title>\n'), 0, same=True)


# --- Values and ties -------------------------------------------------------------------------------------------------

def make_values():
    positions = ('NaN', 'nan', 'inf', '-INF', 'Infinity', '1e308', '1e999', '0x1p3', '1,5', '', ' ', '1 ', ' 1',
                 '1e', '--1', '1.5.2', '٣', '1e-', 'left')
    put('positions.rapport', everyone(*(stakeholder(f's{n}', '', f' x="{text}" y="0"')
                                                  for n, text in enumerate(positions))), 1,
        f'{len(positions)} positions were not numbers and have been set anew.')
    put('positions-3.rapport', everyone(*(stakeholder(f's{n}', '', f' angle="{text}"')
                                                    for n, text in enumerate(('NaN', 'inf', '1,5')))), 1,
        '3 positions were not numbers and have been set anew.')
    put('positions-1.rapport', everyone(stakeholder('s', '', ' depth="NaN"')), 1,
        '1 position was not a number and has been set anew.')
    put('positions-small.rapport', everyone(stakeholder('s', '', ' x="1e-400" y="-0"')), 0)
    put('positions-long.rapport', everyone(stakeholder('s', '', f' x="0.{"1" * 10000}"')), [0, 1], '.*',
        plain=False)
    put('positions-edge.rapport', everyone(stakeholder('s', '', ' x="-1000000" y="1000000"')), 0, same=True)
    put('positions-apart.rapport', everyone(stakeholder('s', '', ' x="0" y="0"'),
                                                      stakeholder('t', '', ' x="2000000" y="0"')), 1,
        '1 position was too far out and has been brought nearer.')
    put('levels.rapport', everyone(stakeholder(
        's', inside='      <reading phase="now" influence="6" stake="999999999999"/>\n')), 1,
        '2 values were not understood; they are kept in the file.', same=True)
    put('duplicate.rapport', everyone(stakeholder('a', 'One'), stakeholder('a', 'Two')), 1,
        '2 items shared the id a; one was renamed.')
    phases = '  <phases>\n    <phase id="{}"/>\n  </phases>\n'
    put('duplicate-across.rapport', whole(
        phases.format('a') + stakeholders(stakeholder('a')) + links(link('a', 'a', 'a'))), 1,
        '2 items had the id of another, such as a; they were renamed.')
    put('duplicate-renamed.rapport', everyone(stakeholder('a'), stakeholder('a'), stakeholder('a-2')), 1,
        '2 items had the id of another, such as a; they were renamed.')
    put('dangling.rapport', whole(stakeholders(stakeholder('a')) + links(link('l', 'a', 'gone'))), 1,
        "1 link points to a partner that isn’t in the file; it is kept.", same=True)
    put('dangling-no-sides.rapport', whole(links('    <link id="l"/>\n')), 1,
        "1 link points to a partner that isn’t in the file; it is kept.", same=True)
    put('dangling-to-phase.rapport', whole(phases.format('p') + links(link('l', 'p', 'p'))), [0, 1], '.*',
        plain=False, same=True)
    put('self-link.rapport', whole(stakeholders(stakeholder('a')) + links(link('l', 'a', 'a'))), 0, same=True)
    put('link-to-link.rapport', whole(stakeholders(stakeholder('a')) + links(
        link('l', 'a', 'm'), link('m', 'l', 'l'), link('n', 'n', 'n'))), 0, same=True)
    put('parent-self.rapport', everyone(stakeholder('a', attributes=' parent="a"')), 0, same=True)
    put('parent-cycle.rapport', everyone(*(stakeholder(f's{n}', '', f' parent="s{(n + 1) % 10000}"')
                                                     for n in range(10000))), 0, same=True)
    put('link-cycle.rapport', whole(stakeholders(*(stakeholder(f's{n}', '') for n in range(10000))) + links(
        *(link(f'l{n}', f's{n}', f's{(n + 1) % 10000}') for n in range(10000)))), 0, same=True)
    put('region-of-itself.rapport', whole('  <regions>\n    <region id="r" members="r"/>\n  </regions>\n'), [0, 1],
        '.*', plain=False, same=True)
    put('unknown.rapport', whole(
        '  <title zoom="2">One</title>\n  <scale><mark/>words</scale>\n  <!-- kept -->\n  <?kept too?>\n'
        '  <f:x xmlns:f="urn:f" f:y="1"/>\n' + stakeholders('    <person id="p"/>\n')), 0, same=True)
    put('unknown-prefix.rapport', whole('  <f:x/>\n'), [0, 2], ANY, plain=False)


# --- Names and what is no file ---------------------------------------------------------------------------------------

def make_names():
    good = whole('  <title>One</title>\n')
    for name in (b'bytes-\xff\xfe.rapport', b'new\nline.rapport', b'-dash.rapport', b'--help', b'-', b'%s%n%d.rapport',
                 b'n' * 242 + b'.rapport', b'space .rapport ', b'"quotes\'.rapport', b'$(reboot);`reboot`.rapport',
                 b'file:%2f%2f.rapport', 'rtl-\u202etropper.rapport'.encode(), '协同.rapport'.encode(), b'no-ending',
                 b'.hidden', b'tab\there.rapport', b'escape\x1b[31m.rapport', b'a\\b.rapport'):
        path = b'names/' + name
        put(path, good, 0, same=True)
        put(b'names-empty/' + name, b'', 2, EMPTY)
    expect('missing.rapport', 2, GONE)
    expect('missing-folder/missing.rapport', 2, GONE)
    expect('empty.rapport/inside.rapport', 2, GONE)
    expect('x' * 300, 2, ANY, plain=False)


def make_special():
    """Each of these is answered within a second."""
    os.makedirs(place('special/folder.rapport'), exist_ok=True)
    expect('special/folder.rapport', 2, FOLDER)
    os.symlink('folder.rapport', place('special/folder-link.rapport'))
    expect('special/folder-link.rapport', 2, FOLDER)
    os.mkfifo(place('special/pipe.rapport'))
    expect('special/pipe.rapport', 2, NOT_REGULAR, plain=False)
    for device in ('zero', 'null', 'full', 'random', 'tty'):
        os.symlink(f'/dev/{device}', place(f'special/dev-{device}.rapport'))
        expect(f'special/dev-{device}.rapport', 2, NOT_REGULAR, plain=False)
    os.symlink('loop.rapport', place('special/loop.rapport'))
    expect('special/loop.rapport', 2, NOT_REGULAR, plain=False)
    os.symlink('nowhere.rapport', place('special/nowhere-link.rapport'))
    expect('special/nowhere-link.rapport', 2, GONE)
    put('special/target.rapport', whole('  <title>One</title>\n'), 0)
    os.symlink('target.rapport', place('special/link.rapport'))
    expect('special/link.rapport', 0)
    put('special/denied.rapport', whole('  <title>One</title>\n'), 2, DENIED, unprivileged=True)
    os.chmod(place('special/denied.rapport'), 0)
    os.chdir(os.path.dirname(place('special/socket.rapport')))
    with socket.socket(socket.AF_UNIX) as server:
        server.bind('socket.rapport')
    expect('special/socket.rapport', 2, NOT_REGULAR, plain=False)


def main(arguments):
    global folder, small
    paths = [argument for argument in arguments if argument != '--small']
    if len(paths) != 1 or (os.path.isdir(paths[0]) and os.listdir(paths[0])):
        print(__doc__)
        return 2
    folder = os.path.abspath(paths[0])
    small = '--small' in arguments
    os.makedirs(folder, exist_ok=True)
    for make in (make_damaged, make_other_formats, make_versions, make_entities, make_places, make_limits, make_heaps,
                 make_letters, make_values, make_names, make_special):
        make()
    with open(os.path.join(folder, 'expected.json'), 'w', encoding='ascii') as file:
        json.dump(cases, file, indent=1)
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
