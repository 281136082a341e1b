"""--requirements prints which numbered requirement has a test, and which has none yet."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

LIST = Path(__file__).resolve().parents[1] / "requirements.toml"
GATHERED = pytest.StashKey[dict[int, list[str]]]()
MUST_AND_SHOULD = ("M", "S")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer --requirements."""
    parser.getgroup("bidkit").addoption(
        "--requirements",
        action="store_true",
        help="list the requirements of tests/requirements.toml with their tests, run nothing",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Make the list in this process, without running anything."""
    if config.getoption("requirements"):
        config.option.collectonly = True
        config.option.verbose = -2
        config.option.numprocesses = None
        config.option.dist = "no"
        config.option.tx = []
    config.stash[GATHERED] = {}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Gather the tests that carry @pytest.mark.requirement(number, …)."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for item in items:
        for mark in item.iter_markers("requirement"):
            for number in mark.args:
                found[number].append(item.nodeid)
    config.stash[GATHERED] = dict(found)


def table(stated: dict[int, dict[str, str]], tested: dict[int, list[str]]) -> list[str]:
    """Lay the requirements out, one a line: number, priority, number of tests, text."""
    asked = {
        number: entry
        for number, entry in sorted(stated.items())
        if entry["priority"] in MUST_AND_SHOULD
    }
    lines = [_line(number, entry, tested.get(number, [])) for number, entry in asked.items()]
    open_ones = [number for number in asked if number not in tested]
    missing = [str(one) for one in open_ones if not asked[one].get("left_out")]
    left = [str(one) for one in open_ones if asked[one].get("left_out")]
    unknown = [str(number) for number in sorted(tested) if number not in stated]
    lines.append(f"{len(asked) - len(open_ones)} of {len(asked)} requirements have a test")
    if left:
        lines.append(f"left out, with a reason: {', '.join(left)}")
    if missing:
        lines.append(f"without a test: {', '.join(missing)}")
    if unknown:
        lines.append(f"tested but not listed: {', '.join(unknown)}")
    return lines


def _line(number: int, entry: dict[str, str], tests: list[str]) -> str:
    text, reason = entry.get("text", ""), entry.get("left_out", "")
    if tests:
        mark = f"{len(tests):3} tests"
    elif reason:
        mark, text = " left out", f"{text}: {reason}"
    else:
        mark = "  no test"
    return f"{number:4} {entry['priority']} {mark}  {text}"


def gaps(stated: dict[int, dict[str, str]], tested: dict[int, list[str]]) -> list[str]:
    """Return what is wrong with the list: a must without a test, a should without test or reason.

    Something left out that has a test all the same is wrong too, and so is a test of a number
    that the list does not know.
    """
    found = []
    for number, entry in sorted(stated.items()):
        priority, reason = entry["priority"], entry.get("left_out", "")
        if number in tested and reason:
            found.append(f"{number} has a test and is said to be left out")
        elif number not in tested and priority == "M":
            found.append(f"{number} must have a test")
        elif number not in tested and priority == "S" and not reason:
            found.append(f"{number} has neither a test nor a reason why it is left out")
    found += [f"{number} is not in the list" for number in sorted(tested) if number not in stated]
    return found


def read_list(path: Path = LIST) -> dict[int, dict[str, str]]:
    """Read `[12]` tables of priority (M, S or C) and text, by number."""
    if not path.is_file():
        return {}
    entries = tomllib.loads(path.read_text(encoding="utf-8"))
    return {int(number): entry for number, entry in entries.items()}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table at the end."""
    config = terminalreporter.config
    if not config.getoption("requirements"):
        return
    stated = read_list()
    lines = table(stated, config.stash[GATHERED]) if stated else [f"There is no {LIST.name} yet."]
    terminalreporter.section("requirements")
    for line in (*lines, *(f"wrong: {one}" for one in gaps(stated, config.stash[GATHERED]))):
        terminalreporter.line(line)
