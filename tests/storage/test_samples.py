"""Files of every version of the stored shape open for ever, and stored names are for ever too."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any, get_origin

import pytest

from bidkit.changes.renames import TODAY
from bidkit.domain.base import Mark
from bidkit.domain.bid import Bid
from bidkit.domain.shape import Leaf, shape_of
from bidkit.storage.bidfile import BidFile
from bidkit.storage.key import Key
from bidkit.storage.taking_in import check_whole
from tests.plugins.accepted import ACCEPTED, Accept
from tests.storage.sampling import PASSWORD, sample_bid

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
NAMES = "stored_names.txt"


@pytest.mark.parametrize("name", ["version1", "version1-protected"])
def test_a_file_of_version_1_opens(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.bidkit"
    shutil.copyfile(SAMPLES / path.name, path)
    key = Key(PASSWORD) if name.endswith("protected") else None
    check_whole(path, key, lambda share, text: None)
    file = BidFile.open(path, key=key, author="Dee")
    loaded = file.load()
    bid = loaded.bid
    assert bid.about.title == "New wellbeing hubs for all"
    assert bid.questions == sample_bid().questions
    assert bid.answers == sample_bid().answers
    assert (bid.evidence[0].n, bid.evidence[0].finding) == (48, "People felt less alone.")
    assert bid.opportunity.cpv == ("85000000", "85300000")
    assert [one.place for one in loaded.conflicts] == ["about.context_notes"]
    assert [one.title for one in loaded.versions] == ["Before the trustees"]
    assert loaded.unknown_count == 1
    assert file.bid_at(loaded.versions[0]).about.title == "Wellbeing hubs"
    assert file.attachment_bytes(bid.attachments[0].digest) == b"An invented report.\n"
    if key is None:
        assert [one.value for one in loaded.drafts] == ["We will help 60"]
    author = loaded.provenance.of("evidence[e1].finding")
    assert author is not None
    assert author.author == "Ann Example"
    file.commit(bid, bid.model_copy(update={"evidence": ()}))
    assert BidFile.open(path, key=key).load().bid.evidence == ()


def spelt(annotation: Any) -> str:
    """Return a type as it is written."""
    text = str(annotation) if get_origin(annotation) else getattr(annotation, "__name__", "")
    text = text or str(annotation)
    return re.sub(r"\b(?:typing|decimal|datetime|builtins|bidkit[\w.]*)\.(?=\w)", "", text)


def marks_of(mark: Mark) -> str:
    """Return what a field is marked with besides its reader."""
    names = ("personal", "confidential", "prose", "elementwise", "multiline")
    return ",".join(name for name in names if getattr(mark, name)) or "-"


def line(collection: str, leaf: Leaf) -> str:
    """Return one stored field: name, type, reader, marks, what it is when nothing is written."""
    name = f"{collection}.{leaf.path}" if collection else leaf.path
    reader = leaf.mark.reader.value if leaf.mark.reader is not None else "-"
    kind = spelt(leaf.annotation)
    return "\t".join((name, kind, reader, marks_of(leaf.mark), leaf.default_json))


def stored_names() -> list[str]:
    """Return every stored field of today's program."""
    shape = shape_of(Bid)
    lines = [line("", leaf) for leaf in shape.leaves.values()]
    for collection, model in shape.collections.items():
        lines.extend(line(collection, leaf) for leaf in shape_of(model).leaves.values())
    return sorted(lines)


def known_names() -> set[str]:
    """Return the names that were accepted before."""
    path = ACCEPTED / NAMES
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return {row.partition("\t")[0] for row in text.splitlines()}


def test_no_stored_name_disappears(accepted: Accept) -> None:
    before = known_names()
    today = {row.partition("\t")[0] for row in stored_names()}
    renamed = {f"{collection}.{name}".lstrip(".") for collection, name in TODAY.fields}
    gone = {
        name for name in before - today - renamed if name.partition(".")[0] not in TODAY.collections
    }
    assert not gone, f"stored names are for ever: give these a new name in renames.py: {gone}"
    accepted(NAMES, "\n".join(stored_names()) + "\n")
