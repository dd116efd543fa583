"""What is seen on a part of the screen, picture after picture, quickly enough to tell moving from leaping."""
import hashlib
import os
import threading
import time

from pixels import Pixels


class Film:
    """Use with "with": what is inside is filmed, and "pictures" holds how many different ones followed one another."""

    def __init__(self, x, y, width, height):
        self.place = x, y, width, height
        self.pictures = 0

    def _film(self):
        pixels = Pixels(os.environ["DISPLAY"])
        last = None
        while not self.ended:
            picture = hashlib.md5(pixels.take(*self.place)).digest()
            self.pictures += picture != last
            last = picture
            time.sleep(.005)
        pixels.close()

    def __enter__(self):
        self.ended = False
        self.thread = threading.Thread(target=self._film)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended = True
        self.thread.join()
