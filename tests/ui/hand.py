"""Fingers on a screen that can be touched.

The X server's driver "inputtest" takes them on a socket, and the toolkit cannot tell them from those of a person. What is
sent is described in xf86-input-inputtest-protocol.h of the X server.
"""
import socket
import struct
import time

SIZE = (1280, 1024)
VERSION, SYNC, TOUCH = 0, 1, 6
BEGIN, UPDATE, END = 18, 19, 20
# The axes of the device, whatever the size of the screen.
FULL = 0xffff


class Hand:
    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(15)
        self.socket.connect(path)
        self.socket.sendall(struct.pack("=IIHH", 12, VERSION, 1, 1))
        self.socket.recv(12, socket.MSG_WAITALL)
        self.next = 0
        self.places = {}

    def _send(self, finger, what, place):
        values = [place[0] / SIZE[0] * FULL, place[1] / SIZE[1] * FULL] + [0] * 62
        event = struct.pack("=III8s4x64d64d", finger, what, 0, b"\3" + bytes(7), *values, *[0] * 64)
        self.socket.sendall(struct.pack("=II", 8 + len(event), TOUCH) + event)
        self.socket.sendall(struct.pack("=II", 8, SYNC))
        self.socket.recv(8, socket.MSG_WAITALL)

    def down(self, place):
        """Returns: the finger"""
        self.next += 1
        self.places[self.next] = place
        self._send(self.next, BEGIN, place)
        return self.next

    def up(self, finger):
        self._send(finger, END, self.places.pop(finger))

    def move(self, ways, steps=12, seconds=.25):
        """Several fingers at a time: {finger: where to}."""
        starts = {finger: self.places[finger] for finger in ways}
        for step in range(1, steps + 1):
            for finger, to in ways.items():
                start = starts[finger]
                self.places[finger] = tuple(a + (b - a) * step / steps for a, b in zip(start, to))
                self._send(finger, UPDATE, self.places[finger])
            time.sleep(seconds / steps)

    def tap(self, place):
        finger = self.down(place)
        time.sleep(.05)
        self.up(finger)

    def drag(self, start, end):
        finger = self.down(start)
        self.move({finger: end})
        self.up(finger)

    def pinch(self, middle, before, after):
        """Two fingers side by side, so far apart before and after."""
        x, y = middle
        left, right = self.down((x - before / 2, y)), self.down((x + before / 2, y))
        self.move({left: (x - after / 2, y), right: (x + after / 2, y)})
        self.up(right)
        self.up(left)
