"""What is seen on a part of the screen, picture after picture, quickly enough to tell moving from leaping."""
import ctypes
import hashlib
import os
import threading
import time

ALL_PLANES, Z_PIXMAP = 0xffffffff, 2


class Image(ctypes.Structure):
    """The beginning of an XImage."""
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
                ("data", ctypes.c_void_p)]


class Film:
    """Use with "with": what is inside is filmed, and "pictures" holds how many different ones followed one another."""

    def __init__(self, x, y, width, height):
        self.place = x, y, width, height
        self.pictures = 0
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
        self.x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XGetImage.restype = ctypes.POINTER(Image)
        self.x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint,
                                       ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
        self.x11.XDestroyImage.argtypes = [ctypes.POINTER(Image)]

    def _take(self, display):
        _, _, width, height = self.place
        image = self.x11.XGetImage(display, self.x11.XDefaultRootWindow(display), *self.place, ALL_PLANES, Z_PIXMAP)
        picture = hashlib.md5(ctypes.string_at(image.contents.data, width * height * 4)).digest()
        self.x11.XDestroyImage(image)
        return picture

    def _film(self):
        display = self.x11.XOpenDisplay(os.environ["DISPLAY"].encode())
        last = None
        while not self.ended:
            picture = self._take(display)
            self.pictures += picture != last
            last = picture
            time.sleep(.005)
        self.x11.XCloseDisplay(display)

    def __enter__(self):
        self.ended = False
        self.thread = threading.Thread(target=self._film)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended = True
        self.thread.join()
