"""Does this installation work: resources, storage, rules, the writers, and more if asked for."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bidkit.errors import BidKitError
from bidkit.packs.catalogue import shipped
from bidkit.session.examples import example_names, load_example
from bidkit.session.exports import export_pdf
from bidkit.session.files import create_bid, open_bid
from bidkit.session.ports import ports_here
from bidkit.storage import paths

Check = Callable[[Path], None]


def run_checks(more: Iterable[tuple[str, Check]] = ()) -> Iterator[tuple[str, str]]:
    """Yield the name of each part and what is wrong with it ('' when it works).

    Everything happens in a folder that is thrown away; nothing of the person's is touched.
    """
    with tempfile.TemporaryDirectory() as folder, _home_in(folder):
        path = Path(folder) / "self-test.bidkit"
        checks = (
            ("examples", _examples),
            ("question packs", _packs),
            ("storage", _storage),
            ("rules and PDF", _export),
            *more,
        )
        for name, check in checks:
            yield name, _problem(check, path)


@contextmanager
def _home_in(folder: str) -> Iterator[None]:
    before = os.environ.get(paths.HOME)
    os.environ[paths.HOME] = folder
    try:
        yield
    finally:
        if before is None:
            del os.environ[paths.HOME]
        else:
            os.environ[paths.HOME] = before


def _problem(check: Check, path: Path) -> str:
    try:
        check(path)
    except (BidKitError, OSError, ValueError, ImportError, RuntimeError) as error:
        return str(error) or type(error).__name__
    return ""


def _examples(_path: Path) -> None:
    for name in example_names():
        load_example(name, ports_here().today())


def _packs(_path: Path) -> None:
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
