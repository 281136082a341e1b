"""Files as people send them: every encoding, every damage, and those made to harm."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bidkit.domain.bid import EMPTY
from bidkit.errors import BidKitError, FileError, ForeignFileError
from bidkit.importers import notice
from bidkit.importers.base import take
from bidkit.importers.notice.loading import LARGEST
from tests.importers.reading import data_of

PERCENT = "percentageExact"


def small(**tender: Any) -> dict[str, Any]:
    """Return the least that is a release."""
    return {"ocid": "ocds-x-1", "tag": ["tender"], "tender": {"title": "Café & crèche", **tender}}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "iso-8859-1", "utf-16"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    raw = json.dumps(small(), ensure_ascii=False).encode(encoding)
    assert notice.read(raw).title == "Café & crèche"


def test_bytes_windows_does_not_know_are_still_read() -> None:
    raw = b'{"ocid":"o","tag":["tender"],"tender":{"title":"A \x81 and \x93quotes\x94"}}'
    assert "quotes" in notice.read(raw).title


@pytest.mark.parametrize("wrap", ["bare", "list", "releases", "record", "records"])
def test_every_package_is_read(wrap: str) -> None:
    release = small()
    data = {
        "bare": release,
        "list": [release],
        "releases": {"releases": [release]},
        "record": {"ocid": "ocds-x-1", "compiledRelease": release},
        "records": {"records": [{"ocid": "ocds-x-1", "compiledRelease": release}]},
    }[wrap]
    raw = json.dumps(data).encode()
    assert notice.recognises(raw)
    assert notice.read(raw).title == "Café & crèche"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"%PDF-1.7",
        b"{",
        b"[]",
        b"{}",
        b'"tender"',
        b'{"releases": []}',
        b'{"releases": [1, null, "x"]}',
        b'{"tender": {"title": "no ocid and no tag"}}',
        b"\xff\xfe\x00",
    ],
)
def test_other_files_are_refused_in_plain_words(raw: bytes) -> None:
    assert not notice.recognises(raw)
    with pytest.raises(ForeignFileError) as refused:
        notice.read(raw)
    assert refused.value.what.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        '{"ocid":"o","tag":[],"tender":{"title":"a","title":"b"}}',
        '{"ocid":"o","tag":[],"tender":' + "[" * 200 + "]" * 200 + "}",
        "[" * 200_000,
        '{"ocid":"o","tag":[],"tender":{"value":{"amount":' + "9" * 5000 + "}}}",
    ],
)
def test_hostile_json_is_refused(text: str) -> None:
    with pytest.raises(ForeignFileError):
        notice.read(text.encode())


@pytest.mark.parametrize("number", ["Infinity", "-Infinity", "NaN", "1e9999", "1e999999999"])
def test_numbers_without_limit_say_nothing(number: str) -> None:
    lots = f'"lotDetails":{{"maximumLotsBidPerSupplier":{number}}}'
    value = f'"value":{{"amount":{number}}}'
    text = f'{{"ocid":"o","tag":["tender"],"tender":{{"title":"a",{value},{lots}}}}}'
    bid = take(EMPTY, notice.read(text.encode()))
    assert bid.opportunity.lots_most_bids is None
    assert bid.opportunity.value is None


def test_a_name_given_twice_with_one_meaning_is_harmless() -> None:
    raw = b'{"ocid":"o","tag":["tender"],"tender":{"title":"a","title":"a"}}'
    assert notice.read(raw).title == "a"


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(LARGEST + 10)
    with pytest.raises(ForeignFileError, match="too large"):
        notice.read(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"gone\.json"):
        notice.read(tmp_path / "gone.json")


@pytest.mark.parametrize(
    "tender",
    [
        {"value": 7, "lots": "none", "documents": {"url": 1}, "tenderPeriod": []},
        {"value": {"amount": "12,500", "amountGross": "1e999"}},
        {"lots": [None, 3, {"awardCriteria": "price", "contractPeriod": "2026"}]},
        {
            "awardCriteria": {
                "criteria": [{"numbers": [{"number": "x", "weight": "percentageExact"}]}]
            }
        },
        {
            "awardCriteria": {
                "criteria": [{"numbers": [{"number": 500, "weight": "percentageExact"}]}]
            }
        },
        {"tenderPeriod": {"endDate": "31/12/2026"}, "items": [{"deliveryAddresses": "x"}]},
        {"tenderPeriod": {"endDate": "2026-02-30T12:00:00Z"}},
        {"tenderPeriod": {"endDate": "0001-01-01T00:00:00+14:00"}},
        {"submissionTerms": {"languages": "en"}, "specialRegime": "lightTouch"},
    ],
)
def test_wrong_types_read_as_absent(tender: dict[str, Any]) -> None:
    bid = take(EMPTY, notice.read(json.dumps(small(**tender)).encode()))
    assert bid.opportunity.title == "Café & crèche"


def test_a_day_without_a_zone_is_uk_time() -> None:
    raw = json.dumps(small(tenderPeriod={"endDate": "2026-07-01T12:00:00"})).encode()
    found = notice.read(raw)
    deadline = take(EMPTY, found).rounds[0].deadline
    assert deadline is not None
    assert deadline.isoformat() == "2026-07-01T12:00:00+01:00"
    assert any("time zone" in str(caution) for caution in found.warnings)


RELEASES = [data_of("find-tender-two-lots"), data_of("find-tender-older-form")]


def paths(data: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to every part of some data."""
    inner = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    return [way, *(found for key, value in inner for found in paths(value, (*way, key)))]


def replaced(data: Any, way: tuple[Any, ...], value: Any) -> Any:
    """Return the data with one part replaced."""
    if not way:
        return value
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[way[0]] = replaced(copy[way[0]], way[1:], value)
    return copy


@settings(max_examples=150)
@given(st.data())
def test_any_part_may_be_anything(data: st.DataObject) -> None:
    release = data.draw(st.sampled_from(RELEASES))
    way = data.draw(st.sampled_from(paths(release)))
    value: Any = data.draw(
        st.sampled_from([None, True, 3, -1, "", "x", "60%", [], {}, [[]], [{"id": 1}], {"a": {}}])
    )
    raw = json.dumps(replaced(release, way, value)).encode()
    try:
        found = notice.read(raw)
    except BidKitError:
        return
    take(EMPTY, found)
