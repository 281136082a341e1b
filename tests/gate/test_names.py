"""Names explain themselves, ways round the house rules are closed, and files speak of BidKit."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from tests.gate.sources import complain, python_files, short, text_of, tracked_files, tree_of

SAYS_NOTHING = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "managers"}
NEVER = {"util", "utils", "helper", "helpers", "misc"}
FORBIDDEN = {
    "processEvents": "let the work run as a job instead",
    "time.sleep": "wait for what should happen, not for a time",
    "qtbot.wait": "wait for what should happen: qtbot.waitUntil or waitSignal",
    "pytest.skip": "a test runs, or it is not there",
    "pytest.mark.skip": "a test runs, or it is not there",
    "pytest.mark.skipif": "a test runs, or it is not there",
    "pytest.xfail": "a test passes, or it is not there",
    "pytest.mark.xfail": "a test passes, or it is not there",
    "unittest.mock": "use the real object",
}
SILENCED = re.compile(r"#\s*(?:noqa|type:\s*ignore)(?P<rest>.*)$", re.MULTILINE)
REASON = re.compile(r"^(?::\s?[A-Z]+\d+(?:,\s?[A-Z]+\d+)*|\[[\w, -]+\])\s*(?:#|-|–|\s)\s*\w.{8,}")
PLACES = re.compile(r"(?<![\w.])/(?:h[o]me|r[o]ot|w[o]rk|t[m]p)/\w+|[A-Z]:\\U[s]ers\\\w+")
PAPERS = re.compile(r"\b[A-Z]{3,}(?<!README)(?<!CHANGELOG)(?<!CONTRIBUTING)\.md\b")
# Names of products that have no place here, as digests, so that this file does not hold them.
DIGESTS = """
    053ea4804ef1bb33
    3ea125d0bff386e6
    487b91042c7cf27a
    57de4cf40144bdf7
    60965168ce762e94
    7d3194f79e645c42
    90642c3dd333bc0e
    c70eca6b0f88f44d
    c857d09db23e6822
    de2187af3fb01170
"""
STRANGERS = set(DIGESTS.split())
TEXT = {".py", ".toml", ".md", ".yml", ".yaml", ".json", ".txt", ".cfg", ".svg", ".sh", ""}


def dotted(node: ast.expr) -> str:
    """Return a name such as `pytest.mark.skip` as it is written."""
    return ast.unparse(node) if isinstance(node, ast.Attribute | ast.Name) else ""


def idle_names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Find classes and functions whose name says nothing."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", node.name).lower()
            words = spaced.strip("_").split("_")
            managing = isinstance(node, ast.ClassDef) and words[-1] == "manager"
            if NEVER.intersection(words) or managing:
                yield node.lineno, node.name


def ways_round(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Find calls and imports that are closed, and module state changed by `global`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            yield node.lineno, "global: pass what is needed instead"
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names]
            source = getattr(node, "module", None)
            names += [f"{source}.{name}" for name in names] + [source or ""]
            yield from ((node.lineno, f"{n}: {FORBIDDEN[n]}") for n in names if n in FORBIDDEN)
        elif isinstance(node, ast.Attribute):
            for name in {dotted(node), node.attr} & FORBIDDEN.keys():
                yield node.lineno, f"{name}: {FORBIDDEN[name]}"


def unexplained(text: str) -> Iterator[tuple[int, str]]:
    """Find checks switched off without the rule's name and a reason."""
    for hit in SILENCED.finditer(text):
        if not REASON.match(hit["rest"]):
            yield text.count("\n", 0, hit.start()) + 1, hit.group()


def marks(text: str) -> Iterator[tuple[int, str]]:
    """Find what is not about BidKit: machine paths, papers that are not here, other products."""
    for number, line in enumerate(text.splitlines(), start=1):
        for pattern in (PLACES, PAPERS):
            yield from ((number, hit.group()) for hit in pattern.finditer(line))
        for word in re.findall(r"[a-z]{3,}", line.lower()):
            if sha256(word.encode()).hexdigest()[:16] in STRANGERS:
                yield number, word


def text_files() -> list[Path]:
    """Return the tracked files that people read as text."""
    return [path for path in tracked_files() if path.suffix in TEXT]


def test_modules_are_named_for_what_they_hold() -> None:
    found = (
        f"{short(path)}: say what it holds"
        for path in python_files("bidkit", "installers", "tests")
        if SAYS_NOTHING.intersection(path.stem.split("_")) or path.stem.startswith("base_")
    )
    complain("No utils, helpers, common, manager, base_…", found)


def test_classes_and_functions_are_named_for_what_they_do() -> None:
    found = (
        f"{short(path)}:{line} {name}"
        for path in python_files("bidkit", "installers")
        for line, name in idle_names(tree_of(path))
    )
    complain("No Manager, Helper, Util… in names", found)


def test_no_way_round_the_house_rules() -> None:
    found = (
        f"{short(path)}:{line} {what}"
        for path in python_files("bidkit", "installers", "tests")
        for line, what in ways_round(tree_of(path))
    )
    complain("These ways are closed", found)


def test_checks_are_switched_off_only_with_a_reason() -> None:
    found = (
        f"{short(path)}:{line} {what}"
        for path in python_files("bidkit", "installers", "tests")
        for line, what in unexplained(text_of(path))
        if path != Path(__file__)
    )
    complain("A silenced check names the rule and says why", found)


def test_files_speak_of_bidkit_alone() -> None:
    found = (
        f"{short(path)}:{line} {what}"
        for path in text_files()
        for line, what in marks(text_of(path))
    )
    complain("No machine paths, papers from elsewhere, or other products", found)


@pytest.mark.parametrize(
    "source",
    [
        "import time\ntime.sleep(1)",
        "from time import sleep",
        "from unittest.mock import Mock",
        "def f():\n    global x",
        "QApplication.processEvents()",
        "@pytest.mark.skip\ndef f(): ...",
        "qtbot.wait(100)",
    ],
)
def test_a_way_round_is_noticed(source: str) -> None:
    assert list(ways_round(ast.parse(source)))


def test_a_name_that_says_nothing_is_noticed() -> None:
    assert list(idle_names(ast.parse("class FileManager: ...\ndef text_helper(): ...")))
    assert not list(idle_names(ast.parse("class CommonMark: ...\ndef contract_manager(): ...")))


def test_a_silenced_check_needs_its_reason() -> None:
    assert list(unexplained("x = 1  # noqa"))
    assert list(unexplained("x = 1  # type: ignore[misc]"))
    assert not list(unexplained("x = 1  # noqa: SLF001 - the library offers no other way"))


def test_marks_of_elsewhere_are_noticed() -> None:
    assert list(marks("see /" + "home/ann/bids"))
    assert list(marks("as " + "NOTES" + ".md says"))
    assert not list(marks("see README.md, CHANGELOG.md and https://example.org/home/page"))
