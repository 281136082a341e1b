"""What BidKit needs from the system itself: Python's venv and, on Linux, the libraries under Qt."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import which

# Library file -> Debian package.
WITHOUT_SCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WITH_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class RefusedError(Exception):
    """A reason why this cannot go on, and what to do about it."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(f"{reason}\n{advice}".strip())


def see_to(*, with_venv: bool, screen: bool, say: Callable[[str], None]) -> None:
    """Make sure that everything needed is there: install it where that is allowed, else say how."""
    missing = {}
    if with_venv and not can_make_venv():
        missing["Python's venv and pip"] = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if sys.platform == "linux":
        needed = {**WITHOUT_SCREEN, **(WITH_SCREEN if screen else {})}
        missing.update((file, needed[file]) for file in needed if not can_load(file))
    if not missing:
        return
    if not (Path("/etc/debian_version").exists() and which("apt-get")):
        raise RefusedError(
            f"This system lacks: {', '.join(missing)}.",
            "Install them with your system's package manager and start again.",
        )
    install(sorted(missing.values()), say)
    if with_venv and not can_make_venv():
        raise RefusedError(
            f"{sys.executable} still cannot make a virtual environment.",
            "Start this with a Python that has the modules venv and ensurepip.",
        )


def can_make_venv() -> bool:
    """Tell whether this Python can make a virtual environment with pip in it."""
    test = [sys.executable, "-c", "import venv, ensurepip"]
    return subprocess.run(test, capture_output=True, check=False).returncode == 0


def can_load(file: str) -> bool:
    """Tell whether the system finds a library."""
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def install(packages: list[str], say: Callable[[str], None]) -> None:
    """Install Debian packages, or refuse with the exact command."""
    by_hand = f"sudo apt-get update && sudo apt-get install {' '.join(packages)}"
    first = way_to_root()
    if first is None:
        raise RefusedError(
            "This system lacks some packages. Install them and start again:", by_hand
        )
    say(f"Installing system packages: {' '.join(packages)} ...")
    apt = [*first, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    fetched = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    for command in ([*apt, "update"], fetched):
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", check=False
        )
        if done.returncode != 0:
            print((done.stdout + done.stderr)[-3000:], file=sys.stderr)
            raise RefusedError(
                f"`{' '.join(command)}` failed; what it said stands above.",
                f"Is this machine offline? Try by hand: {by_hand}",
            )


def way_to_root() -> list[str] | None:
    """Return what goes before a command to run it as root without a password, or None."""
    if os.geteuid() == 0:
        return []
    if which("sudo"):
        asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
        if asked.returncode == 0:
            return ["sudo", "-n"]
    return None
