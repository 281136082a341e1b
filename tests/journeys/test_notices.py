"""From every notice of the tests to a bid, its findings and a PDF that opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.reading import NOTICES, proposal
from tests.journeys.conftest import pdf_words
from tests.plugins.commands import Call

NAMES = sorted(path.stem for path in NOTICES.glob("*.json"))


@pytest.mark.parametrize("name", NAMES)
def test_a_notice_becomes_a_bid_that_is_checked_and_printed(
    call: Call, tmp_path: Path, name: str
) -> None:
    bid, paper = tmp_path / "bid.bidkit", tmp_path / "bid.pdf"
    made = call("new", bid, "--notice", NOTICES / f"{name}.json", "--json")
    assert (made.code, made.err) == (0, "")
    assert made.json["title"]
    assert made.json["read"]
    checked = call("check", bid, "--json")
    assert checked.code in (0, 1)
    assert {row["level"] for row in checked.json} <= {"must fix", "should fix", "hint"}
    exported = call("export", bid, "--to", "pdf", "-o", paper)
    assert (exported.code, exported.err) == (0, "")
    title = " ".join(proposal(name).title.split()[:3])
    assert plain(title) in plain(pdf_words(paper))


def plain(words: str) -> str:
    """Return words without hyphens, which a line's end may take away."""
    return words.replace("-", "")
