"""Files as the command line names them: folders that must be there, bids that may be written."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from bidkit.errors import InputError
from bidkit.session.files import open_bid
from bidkit.session.ports import Ports
from bidkit.session.session import Session
from bidkit.words import tr

SUFFIX = ".bidkit"


def reading(file: str, ports: Ports) -> Session:
    """Open a bid to look at it; nothing is written, not even beside it."""
    return open_bid(Path(file), ports, read_only=True)


def writing(file: str, ports: Ports) -> Session:
    """Open a bid to change it; refuse where it cannot be written, and say who else is in it."""
    session = open_bid(Path(file), ports)
    if session.read_only:
        session.file.flush()
    for other in session.others:
        who, machine = other.person or tr("Somebody"), other.machine
        words = tr("{who} has this bid open too ({machine}).", who=who, machine=machine)
        print(words, tr("What both of you write is kept."), file=sys.stderr)
    return session


def place_for(file: str) -> Path:
    """Return where a new file goes; InputError where its folder is not there."""
    path = Path(file)
    if path.is_dir():
        raise InputError(
            tr("“{name}” is a folder.", name=path), advice=tr("Name a file to write in it.")
        )
    if not path.absolute().parent.is_dir():
        raise InputError(
            tr("There is no folder “{name}”.", name=path.parent),
            advice=tr("Make it first, or name another."),
        )
    return path


def place_for_output(file: str) -> Path:
    """Return where a document goes; InputError where a bid would be written over."""
    path = place_for(file)
    if path.suffix.lower() == SUFFIX:
        raise InputError(
            tr("“{name}” would be the name of a bid file.", name=path.name),
            advice=tr("Give the document a name of its own, such as bid.pdf."),
        )
    return path


def place_for_bid(file: str) -> Path:
    """Return where a new bid goes, with the ending that bid files have."""
    path = Path(file)
    if path.suffix.lower() != SUFFIX:
        path = path.with_name(path.name + SUFFIX)
    return place_for(str(path))


def print_json(value: Any) -> None:
    """Print a report for other programs."""
    print(json.dumps(value, ensure_ascii=False, indent=1))
