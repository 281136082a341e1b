"""The files the gate reads, and how it runs the checking programs."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from shutil import which
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = {"build", "dist", "node_modules", "__pycache__"}


@cache
def tracked_files() -> tuple[Path, ...]:
    """Return every file under version control, or every file when there is no repository."""
    git = which("git")
    if git is None or not (ROOT / ".git").exists():
        return tuple(sorted(_walk(ROOT)))
    listing = subprocess.run(
        [git, "-c", f"safe.directory={ROOT}", "-C", str(ROOT), "ls-files", "-z"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    paths = (ROOT / name for name in listing.stdout.split("\0") if name)
    return tuple(sorted(path for path in paths if path.is_file()))


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_file():
            yield path
        elif path.is_dir() and path.name not in LEFT_OUT and not path.name.startswith("."):
            yield from _walk(path)


def python_files(*folders: str) -> list[Path]:
    """Return the tracked Python files below the given folders of the repository."""
    roots = [ROOT / folder for folder in folders]
    return [
        path
        for path in tracked_files()
        if path.suffix == ".py" and any(path.is_relative_to(root) for root in roots)
    ]


def short(path: Path) -> str:
    """Return a path as people write it: from the repository's root, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


@cache
def text_of(path: Path) -> str:
    """Return a source file's text."""
    return path.read_text(encoding="utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    """Return a source file's syntax tree."""
    return ast.parse(text_of(path), filename=str(path))


@cache
def allowances(kind: str) -> dict[str, str]:
    """Return the exceptions of one kind that were agreed: what is excepted, and why."""
    agreed: dict[str, Any] = tomllib.loads(text_of(Path(__file__).with_name("allowances.toml")))
    return dict(agreed.get(kind, {}))


def project() -> dict[str, Any]:
    """Return pyproject.toml as a mapping."""
    return tomllib.loads(text_of(ROOT / "pyproject.toml"))


def run_tool(*arguments: str) -> tuple[int, str]:
    """Run a checking program of this Python at the repository's root: exit code, output."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def complain(rule: str, found: Iterable[str]) -> None:
    """Fail, listing what was found, unless nothing was."""
    lines = sorted(found)
    assert not lines, "\n".join([f"{rule} ({len(lines)} found)", *lines])
