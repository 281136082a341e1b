"""Handing in lot by lot from the command line."""

from __future__ import annotations

from pathlib import Path

from tests.plugins.commands import Call


def test_a_lot_is_named_by_its_number_and_every_lot_gets_its_set(
    call: Call, harbour: Path, tmp_path: Path
) -> None:
    paper, folder = tmp_path / "one.pdf", tmp_path / "sets"
    made = call("export", harbour, "--lot", "2", "-o", paper, "--json")
    assert (made.code, made.err) == (0, "")
    assert "“Harbour ward” (Lot 1)" in made.json["other_lots"]
    assert call("export", harbour, "--each-lot", "-o", folder).code == 2
    folder.mkdir()
    done = call("export", harbour, "--each-lot", "-o", folder, "--json")
    assert [(one["lot"], one["draft"]) for one in done.json] == [("1", []), ("2", [])]
    names = {path.name for path in folder.iterdir()}
    title = "Community Wellbeing Hubs - Lot"
    assert names == {f"{title} {n}.{kind}" for n in (1, 2) for kind in ("pdf", "txt")}
    assert "Llanŵyn" not in (folder / f"{title} 1.txt").read_text(encoding="utf-8")
    refused = call("export", harbour, "--each-lot", "--for", "us", "-o", folder)
    assert refused.code == 2
    assert "Leave --to, --for and --lot away." in refused.err
