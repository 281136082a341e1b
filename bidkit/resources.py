"""Where shipped files lie: in the source tree, in a wheel and in a frozen program alike."""

from __future__ import annotations

import sys
from pathlib import Path


def resource_root() -> Path:
    """Return the folder that holds the shipped resources of this program."""
    frozen = getattr(sys, "_MEIPASS", None)
    here = Path(__file__).resolve().parent
    candidates = [Path(frozen) / "resources"] if frozen else []
    candidates += [here / "_resources", here.parent / "resources"]
    return next((path for path in candidates if path.is_dir()), candidates[-1])


def resource(*parts: str) -> Path:
    """Return the path of one shipped file, such as resource("icons", "save.svg")."""
    return resource_root().joinpath(*parts)
