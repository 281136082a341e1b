"""The command line as a program: without Qt, into closed pipes, in any locale, read-only places."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.plugins.commands import Call
from tests.processes import ROOT, bidkit, environment, python

COMMANDS = """
import sys
from bidkit.cli.main import parse, run
from pathlib import Path
file, folder = sys.argv[1], Path(sys.argv[1]).parent
for line in (
    ["new", str(folder / "more.bidkit"), "--route", "small_grant"],
    ["show", file], ["check", file, "--json"], ["history", file], ["pack", "list"],
    ["set", file, "about.title", "Hubs"], ["add", file, "evidence"],
    ["export", file, "-o", str(folder / "out.pdf")],
    ["export", file, "--to", "portal", "-o", str(folder / "out.txt")],
):
    run(parse(line))
sys.stderr.write("\\n".join(sys.modules))
"""


def test_no_command_loads_qt(harbour: Path) -> None:
    loaded = set(python(COMMANDS, harbour).stderr.split())
    assert "bidkit.session.session" in loaded
    assert not [name for name in loaded if name.startswith(("PySide6", "shiboken6", "bidkit.ui"))]


def test_the_version_and_help_load_next_to_nothing() -> None:
    code = """
import sys
from bidkit.cli.main import parse
try:
    parse(["--version"])
except SystemExit:
    sys.stderr.write("\\n".join(sys.modules))
"""
    loaded = set(python(code).stderr.split())
    assert not loaded & {"pydantic", "apsw", "reportlab", "PySide6"}


def test_a_reader_who_goes_away_is_no_error(harbour: Path) -> None:
    command = [sys.executable, "-m", "bidkit", "show", str(harbour)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 0


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_GB.ISO-8859-1"])
def test_any_locale_prints_utf8(bid: Path, locale: str) -> None:
    title = "Cyngor Dŵr – “Clyd”"
    assert bidkit("set", bid, "about.title", title).returncode == 0
    done = bidkit("show", bid, LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 0
    assert f"about.title: {title}" in done.stdout.decode("utf-8")


def test_bytes_that_are_no_text_are_refused(bid: Path) -> None:
    command = [sys.executable, "-m", "bidkit", "set", str(bid), "about.title", "caf\udce9"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(LC_ALL="C.UTF-8"), capture_output=True, check=False
    )
    assert done.returncode == 2
    assert "UTF-8" in done.stderr.decode()


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let nothing be written in a folder meanwhile."""
    for one in (*folder.iterdir(), folder):
        one.chmod(0o555 if one.is_dir() else 0o444)
    try:
        yield
    finally:
        for one in (folder, *folder.iterdir()):
            one.chmod(0o755 if one.is_dir() else 0o644)


def test_a_read_only_folder_is_read_and_never_written(harbour: Path, tmp_path: Path) -> None:
    before = harbour.read_bytes()
    with read_only(tmp_path):
        shown = bidkit("show", harbour, "--json", ordinary=True)
        checked = bidkit("check", harbour, ordinary=True)
        written = bidkit("set", harbour, "about.title", "Other", ordinary=True)
        made = bidkit("new", tmp_path / "more.bidkit", ordinary=True)
        exported = bidkit("export", harbour, "-o", tmp_path / "out.pdf", ordinary=True)
    assert json.loads(shown.stdout)["about"]["title"]
    assert checked.returncode in (0, 1)
    for refused in (written, made, exported):
        assert refused.returncode == 2
        assert b"cannot be written" in refused.stderr
        assert b"Traceback" not in refused.stderr
    assert harbour.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["harbour.bidkit"]


def test_the_self_test_tries_everything_and_leaves_nothing(user_home: Path) -> None:
    done = bidkit("--self-test", QT_QPA_PLATFORM="")
    assert done.returncode == 0, done.stdout.decode()
    parts = [line.split(maxsplit=1)[1] for line in done.stdout.decode().splitlines()]
    assert parts == ["examples", "question packs", "storage", "rules and PDF", "window"]
    assert not list(user_home.iterdir())


@pytest.mark.parametrize("arguments", [(), ("open", "a.bidkit"), ("a.bidkit",)])
def test_without_a_screen_the_window_says_so(arguments: tuple[str, ...]) -> None:
    if sys.platform in ("win32", "darwin"):
        return
    done = bidkit(*arguments, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"There is no screen here" in done.stderr


@pytest.mark.parametrize("kind", ["terms", "cards", "handout"])
def test_papers_for_partners_and_the_panel_are_written(
    call: Call, tmp_path: Path, kind: str
) -> None:
    bid, paper = tmp_path / "hubs.bidkit", tmp_path / f"{kind}.pdf"
    assert call("new", bid, "--route", "consortium").code == 0
    assert call("export", bid, "--to", kind, "-o", paper).code == 0
    assert paper.read_bytes().startswith(b"%PDF")
