"""A screen of its own: an X server, a window manager and a session bus that nobody else uses.

Everything that is started here, and everything those start, ends with the screen. Import this before Atspi: the
libraries look for their bus once.
"""
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

# A warning of the library for accessibility is of no account in this process; the program itself is started with it.
os.environ.pop("G_DEBUG", None)
# What the toolkit's file chooser and GLib's names keep until the end would count as leaks of ours. Those are looked
# for where the widgets are tested one by one; here it is wrong accesses that end the program.
if "ASAN_OPTIONS" in os.environ:
    os.environ["ASAN_OPTIONS"] += ":detect_leaks=0"

NEEDED = ("Xvfb", "openbox", "xdotool", "dbus-daemon", "import")
PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
prctl = ctypes.CDLL(None).prctl


def die_with_parent():
    """For a child, before it becomes another program: it does not outlive this process, however that ends."""
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


# A device that needs no hardware, and whose second output can be plugged in and out.
DUMMY = """
Section "Device"
  Identifier "device"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
EndSection
Section "Screen"
  Identifier "screen"
  Device "device"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 2304 1024
  EndSubSection
EndSection
Section "ServerFlags"
  Option "AutoAddDevices" "false"
EndSection
"""
# A screen that can be touched: what fingers do is said to it on a socket.
TOUCHED = """
Section "InputDevice"
  Identifier "fingers"
  Driver "inputtest"
  Option "SocketPath" "%s"
  Option "DeviceType" "Touch"
  Option "TouchCount" "5"
EndSection
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice "fingers" "SendCoreEvents"
EndSection
"""
DRIVER = "/usr/lib/xorg/modules/drivers/dummy_drv.so"
FINGERS_DRIVER = "/usr/lib/xorg/modules/input/inputtest_drv.so"


def missing(two=False, touch=False):
    """What stands in the way of a screen, or of two, or of one that can be touched, or nothing."""
    tools = [tool for tool in NEEDED + (("Xorg", "xrandr") if two or touch else ()) if shutil.which(tool) is None]
    if (two or touch) and not os.path.exists(DRIVER):
        tools.append("xserver-xorg-video-dummy")
    if touch and not os.path.exists(FINGERS_DRIVER):
        tools.append("an X server with the driver inputtest")
    if (two or touch) and os.getuid() != 0:
        return "Xorg wants to be started by root"
    if tools:
        return "not installed: " + ", ".join(tools)
    try:
        import gi
        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError) as error:
        return "python3-gi or gir1.2-atspi-2.0 is not installed: %s" % error
    return None


def children_of(pid):
    """All that descend from a process."""
    parents = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/stat" % name, encoding="utf-8", errors="replace") as f:
                parents[int(name)] = int(f.read().rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            continue
    found, front = [], [pid]
    while front:
        front = [child for child, parent in parents.items() if parent in front]
        found += front
    return found


def plug_second(there):
    """The driver finds out that something is plugged in when it is asked what there is."""
    place = ["--mode", "1024x768", "--pos", "1280x0"] if there else ["--off"]
    subprocess.run(["xrandr", "--output", "DUMMY1", *place], check=True)
    subprocess.run(["xrandr"], check=True, stdout=subprocess.DEVNULL)


class Screen:
    """Use with "with": inside, the environment of this process is that of the screen."""

    def __init__(self, width=1280, height=1024, two=False, touch=False):
        """Two is one of 1280 × 1024 and beside it one of 1024 × 768; one that can be touched is 1280 × 1024."""
        self.size = "%dx%dx24" % (width, height)
        self.two = two
        self.touch = touch
        self.folder = tempfile.mkdtemp(prefix="rapport-ui-")
        self.processes = []

    def __enter__(self):
        # A helper whose parent has ended becomes our child, so that it is found at the end.
        prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _start(self):
        os.environ.update(self._environment())
        for name in ("WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "XAUTHORITY", "DESKTOP_SESSION", "GTK_MODULES"):
            os.environ.pop(name, None)
        os.environ["DISPLAY"] = ":" + self._ask(self._server())
        if self.two or self.touch:
            # The driver has no hardware that could draw.
            os.environ["LIBGL_ALWAYS_SOFTWARE"] = "1"
            subprocess.run(["xrandr", "--output", "DUMMY0", "--mode", "1280x1024", "--pos", "0x0"], check=True)
        if self.two:
            subprocess.run(["xrandr", "--addmode", "DUMMY1", "1024x768"], check=True)
            plug_second(True)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self._ask(
            ["dbus-daemon", "--session", "--nofork", "--print-address={fd}"])
        self._spawn(["openbox"])
        self._wait_for_manager()

    def _wait_for_manager(self):
        """A window that comes before the window manager manages windows is not given the focus."""
        for _ in range(200):
            if subprocess.run(["xdotool", "get_num_desktops"], capture_output=True, check=False).returncode == 0:
                return
            time.sleep(.05)

    def _server(self):
        """No key repeats itself: on a busy machine one may be held for longer than it was meant to be."""
        if not self.two and not self.touch:
            return ["Xvfb", "-displayfd", "{fd}", "-screen", "0", self.size, "-r", "-noreset", "-nolisten",
                    "tcp"]
        config = os.path.join(self.folder, "dummy.conf")
        with open(config, "w", encoding="ascii") as f:
            f.write(DUMMY + (TOUCHED % self.fingers() if self.touch else ""))
        return ["Xorg", "-displayfd", "{fd}", "-r", "-noreset", "-config", config, "-logfile", self.folder + "/x.log",
                "-novtswitch", "-sharevts", "-nolisten", "tcp"]

    def fingers(self):
        """The socket on which a screen that can be touched is told what fingers do."""
        return os.path.join(self.folder, "fingers")

    def _environment(self):
        folder = os.path.join(self.folder, "run")
        os.mkdir(folder, 0o700)
        return {"XDG_RUNTIME_DIR": folder, "HOME": self.folder, "XDG_CONFIG_HOME": self.folder + "/config",
                "XDG_DATA_HOME": self.folder + "/data", "XDG_STATE_HOME": self.folder + "/state",
                "XDG_CACHE_HOME": self.folder + "/cache", "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo",
                "GTK_A11Y": "atspi", "GSETTINGS_BACKEND": "memory", "GIO_USE_VFS": "local", "LC_ALL": "C.UTF-8",
                "NO_AT_BRIDGE": "1", "TZ": "UTC", "RAPPORT_FINGERS": self.fingers()}

    def _spawn(self, command, **more):
        with open(os.path.join(self.folder, command[0] + ".log"), "wb") as log:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                       preexec_fn=die_with_parent, **more)
        self.processes.append(process)
        return process

    def _ask(self, command):
        """Starts a server that says on a descriptor where it is; that it says so means that it is ready."""
        reader, writer = os.pipe()
        command = [word.format(fd=writer) for word in command]
        self._spawn(command, pass_fds=[writer])
        os.close(writer)
        with open(reader, encoding="ascii") as answer:
            said = answer.readline().strip()
        if not said:
            raise RuntimeError("%s does not start" % command[0])
        return said

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
        end = time.monotonic() + 5
        while (left := children_of(os.getpid())) and time.monotonic() < end:
            for pid in left:
                self._reap(pid)
            time.sleep(.02)
        for pid in left:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            self._reap(pid, 0)
        shutil.rmtree(self.folder, ignore_errors=True)

    @staticmethod
    def _reap(pid, options=os.WNOHANG):
        try:
            os.waitpid(pid, options)
        except ChildProcessError:
            pass
