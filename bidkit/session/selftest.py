"""Does this installation work: resources, storage, rules and the PDF writer, one by one."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bidkit.errors import BidKitError
from bidkit.packs.catalogue import shipped
from bidkit.session.examples import example_names, load_example
from bidkit.session.exports import export_pdf
from bidkit.session.files import create_bid, open_bid
from bidkit.session.ports import ports_here


def run_checks() -> Iterator[tuple[str, str]]:
    """Yield the name of each part and what is wrong with it ('' when it works)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "self-test.bidkit"
        for name, check in (
            ("examples", _examples),
            ("question packs", _packs),
            ("storage", lambda: _storage(path)),
            ("rules and PDF", lambda: _export(path)),
        ):
            yield name, _problem(check)


def _problem(check: Callable[[], None]) -> str:
    try:
        check()
    except (BidKitError, OSError, ValueError, ImportError) as error:
        return str(error)
    return ""


def _examples() -> None:
    for name in example_names():
        load_example(name, ports_here().today())


def _packs() -> None:
    if not shipped().packs:
        raise ValueError("no packs found")


def _storage(path: Path) -> None:
    ports = ports_here()
    bid = load_example("harbour", ports.today())
    create_bid(path, bid, ports).close()
    if open_bid(path, ports, read_only=True).document.bid != bid:
        raise ValueError("what was read is not what was written")


def _export(path: Path) -> None:
    made = export_pdf(open_bid(path, ports_here(), read_only=True))
    if not made.data.startswith(b"%PDF-"):
        raise ValueError("no PDF was made")
