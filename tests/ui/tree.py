"""All that a program shows, as it tells it itself, at one moment; see tree.c, which asks for it."""
import functools
import itertools
import os
import subprocess

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from screen import die_with_parent  # noqa: E402


@functools.lru_cache(None)
def _role_name(number):
    return Atspi.role_get_name(Atspi.Role(int(number)))


class Asker:
    """The program that asks. It ends when this is closed, and with this process in any case."""

    process = None

    @classmethod
    def ask(cls, bus_name):
        if cls.process is None:
            cls.process = subprocess.Popen([os.environ["RAPPORT_TREE"]], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                           preexec_fn=die_with_parent)
        cls.process.stdin.write(bus_name.encode() + b"\n")
        cls.process.stdin.flush()
        return cls.process.stdout.read(int(cls.process.stdout.readline())).decode()

    @classmethod
    def close(cls):
        if cls.process is not None:
            cls.process.communicate()
            cls.process = None


class Node:
    """An element as it was, and the one it is in."""

    def __init__(self, fields, above):
        _, self.path, place, role, low, high, self.name = fields
        self.place = int(place)
        self.role = _role_name(role)
        self.states = int(low) | int(high) << 32
        self.above = above

    def has_state(self, state):
        return bool(self.states >> int(state) & 1)

    def way(self, path=None):
        """The elements it is in, from below that of a path on, down to itself; nothing where it is not within."""
        way = []
        node = self
        while node is not None and node.path != path:
            way.insert(0, node)
            node = node.above
        return way if node is not None or path is None else None


def tree_of(bus_name):
    """All elements on show of a program, each before those within it."""
    text = Asker.ask(bus_name)
    if not text:
        raise GLib.Error("the program does not answer")
    above, nodes = [], []
    for record in text.split("\x1e")[:-1]:
        fields = record.split("\x1f")
        depth = int(fields[0])
        above[depth - 1:] = [Node(fields, above[depth - 2] if depth > 1 else None)]
        nodes.append(above[-1])
    return nodes


def children(element):
    for i in range(element.get_child_count()):
        child = element.get_child_at_index(i)
        if child is not None:
            yield child


def _child_at(element, node):
    """The one of its children that a node of a tree is, or nothing. Most are at the place they say."""
    try:
        child = element.get_child_at_index(node.place)
        if child is not None and child.path == node.path:
            return child
    except GLib.Error:
        pass
    around = list(children(element))
    # A page of a stack is left out where all children are asked for, and is there where one is.
    inner = (within for child in around for within in children(child))
    return next((child for child in itertools.chain(around, inner) if child.path == node.path), None)


def follow(way, element):
    """From an element by a way that begins below it to the one where it ends, which may have gone meanwhile."""
    for node in way:
        element = _child_at(element, node)
        if element is None:
            raise GLib.Error("%s has gone" % node.name)
    return element
