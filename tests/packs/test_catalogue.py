"""Which packs there are, and what happens to old, faulty and double ones."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from bidkit.errors import InputError
from bidkit.packs.catalogue import Catalogue, shipped
from bidkit.resources import resource


@pytest.mark.requirement(122)
def test_a_pack_past_its_review_is_named() -> None:
    packs = shipped()
    assert packs.overdue(date(2026, 11, 21)) == ()
    late = packs.overdue(date(2027, 2, 1))
    assert [one.id for one in late] == ["social-value"]
    assert "31 January 2027" in late[0].warning
    assert {one.id for one in packs.overdue(date(2030, 1, 1))} == set(packs.ids)


def test_an_unknown_pack_is_refused_with_what_there_is() -> None:
    with pytest.raises(InputError) as refused:
        shipped().pack("nonsense")
    assert "small-grant" in refused.value.advice


def test_packs_for_a_regime_stand_first() -> None:
    found = [pack.id for pack in shipped().for_regime("grant")]
    assert found[:2] == ["grant-due-diligence", "small-grant"]
    assert "insurance" in found
    assert "exclusion-grounds" not in found


def test_own_packs_stand_beside_and_before_the_shipped(tmp_path: Path) -> None:
    own = tmp_path / "small-grant.toml"
    shutil.copy(resource("packs", "small-grant.toml"), own)
    text = own.read_text("utf-8").replace("Small grant: six questions", "Our clinic's questions")
    own.write_text(text, encoding="utf-8")
    packs = Catalogue(resource("packs"), tmp_path)
    assert packs.pack("small-grant").title == "Our clinic's questions"
    assert "exclusion-grounds" in packs.ids


def test_a_missing_folder_is_empty(tmp_path: Path) -> None:
    assert Catalogue(tmp_path / "none").packs == ()


def test_the_newest_figure_that_held_on_a_day_counts(tmp_path: Path) -> None:
    head = (
        'id = "f"\ntitle = "F"\nversion = "1"\nsource = "S"\n'
        "last_checked = 2026-01-01\nreview_by = 2027-01-01\n"
    )
    for value, start in (("1", "2024-04-06"), ("2", "2025-04-06"), ("3", "2026-04-06")):
        head += f'[[figures]]\nkey = "k"\ntitle = "K"\nunit = "%"\nvalue = "{value}"\n'
        head += f"from_date = {start}\n"
    (tmp_path / "f.toml").write_text(head, encoding="utf-8")
    packs = Catalogue(tmp_path)

    def on(day: date | None) -> str:
        figure = packs.figure("k", day)
        return str(figure.value) if figure else ""

    assert on(date(2024, 1, 1)) == ""
    assert on(date(2025, 4, 5)) == "1"
    assert on(date(2025, 4, 6)) == "2"
    assert on(date(2026, 12, 1)) == "3"
    assert on(None) == "3"
