"""The calendar file, read back by a reader of the format written here and by nothing of ours."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.rounds import Round
from bidkit.domain.value import Commitment
from bidkit.export.calendar_file import calendar_file, entries_of
from bidkit.session.afterwards.dates import dates_file
from bidkit.session.examples import load_example

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")


@dataclass
class Part:
    """A component: its name, its lines as (name, parameters, value), and those inside it."""

    name: str
    lines: list[tuple[str, str, str]] = field(default_factory=list)
    inside: list[Part] = field(default_factory=list)

    def value(self, name: str) -> str:
        return next((value for key, _, value in self.lines if key == name), "")

    def named(self, name: str) -> list[Part]:
        return [one for one in self.inside if one.name == name]


def read(text: str) -> Part:
    """Read a calendar as RFC 5545 says: CRLF, folding, BEGIN and END in pairs."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    stack = [Part("")]
    for line in text.replace("\r\n ", "").split("\r\n")[:-1]:
        head, _, value = line.partition(":")
        name, _, parameters = head.partition(";")
        if name == "BEGIN":
            stack.append(Part(value))
        elif name == "END":
            done = stack.pop()
            assert done.name == value
            stack[-1].inside.append(done)
        else:
            assert re.fullmatch(r"[A-Z-]+", name)
            stack[-1].lines.append((name, parameters, value))
    (calendar,) = stack[0].inside
    return calendar


def plain(text: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], text)


def start_of(event: Part) -> datetime | date:
    _, parameters, value = next(one for one in event.lines if one[0] == "DTSTART")
    if parameters == "VALUE=DATE":
        return date.fromisoformat(value)
    assert parameters == "TZID=Europe/London"
    return datetime.strptime(value, "%Y%m%dT%H%M%S").replace(tzinfo=LONDON)


def events(bid: Bid, now: datetime = NOW) -> dict[str, Part]:
    calendar = read(dates_file(bid, now, "bid-1").decode())
    return {plain(one.value("SUMMARY")): one for one in calendar.named("VEVENT")}


@pytest.mark.requirement(88)
def test_every_day_that_counts_is_in_it() -> None:
    bid: Bid = with_fields(
        load_example("harbour", date(2026, 11, 21)),
        {
            "opportunity.regime": "pa23_above",
            "presentation.when": datetime(2027, 1, 12, 14, tzinfo=UTC),
            "after.outcome": "won",
            "after.decision_expected_on": date(2027, 1, 20),
            "after.award_notice_on": date(2027, 1, 22),
            "after.rebid_on": date(2029, 4, 1),
            "after.working_group_meets_on": date(2027, 2, 10),
        },
    )
    found = events(bid)
    for words in (
        "Questions close",
        "Deadline",
        "Presentation",
        "Decision expected",
        "Award notice",
        "Standstill ends",
        "Contract starts",
        "First meeting about the next bid",
        "Start the next bid",
    ):
        assert any(title.startswith(words) for title in found), words
    assert len([title for title in found if title.startswith("Deadline")]) == len(bid.rounds)


def test_moments_stand_in_uk_time_and_the_zone_is_described() -> None:
    winter = Round(id="w", title="Tender", deadline=datetime(2026, 12, 4, 12, tzinfo=UTC))
    summer = Round(id="s", title="Final", deadline=datetime(2027, 6, 4, 11, tzinfo=UTC))
    bid = EMPTY.model_copy(update={"rounds": (winter, summer)})
    text = calendar_file(bid, NOW)
    assert "DTSTART;TZID=Europe/London:20261204T120000" in text
    assert "DTSTART;TZID=Europe/London:20270604T120000" in text
    (zone,) = read(text).named("VTIMEZONE")
    assert zone.value("TZID") == "Europe/London"
    offsets = {part.name: part.value("TZOFFSETTO") for part in zone.inside}
    assert offsets == {"DAYLIGHT": "+0100", "STANDARD": "+0000"}
    for title, event in events(bid).items():
        begun = start_of(event)
        assert isinstance(begun, datetime)
        assert begun.astimezone(UTC) == (winter if "Tender" in title else summer).deadline


def test_deadlines_ring_a_week_and_a_day_before_but_never_in_the_past() -> None:
    one = Round(id="r", title="Tender", deadline=datetime(2026, 12, 4, 12, tzinfo=UTC))
    bid = EMPTY.model_copy(update={"rounds": (one,)})

    def rings(now: datetime, given_bid: Bid = bid) -> list[str]:
        (event,) = events(given_bid, now).values()
        for alarm in event.named("VALARM"):
            assert alarm.value("ACTION") == "DISPLAY"
            assert alarm.value("DESCRIPTION")
        return [alarm.value("TRIGGER") for alarm in event.named("VALARM")]

    assert rings(NOW) == ["-P7D", "-P1D", "-PT2H"]
    assert rings(NOW + timedelta(days=10)) == ["-P1D", "-PT2H"]
    assert rings(NOW + timedelta(days=100)) == []
    sent = one.model_copy(update={"sent_at": NOW})
    assert rings(NOW, bid.model_copy(update={"rounds": (sent,)})) == []


def test_a_whole_day_rings_in_the_morning() -> None:
    bid: Bid = with_fields(EMPTY, {"after.rebid_on": date(2029, 4, 1)})
    (event,) = events(bid).values()
    assert start_of(event) == date(2029, 4, 1)
    assert event.value("DTEND") == "20290402"
    triggers = [alarm.value("TRIGGER") for alarm in event.named("VALARM")]
    assert triggers == ["-P27DT15H", "PT9H"]


def test_a_standstill_that_follows_from_the_rules_is_in_it_though_nobody_typed_its_end() -> None:
    award = {"after.award_notice_on": date(2026, 12, 21)}
    bid: Bid = with_fields(EMPTY, {"opportunity.regime": "pa23_above", **award})
    assert start_of(events(bid)["Standstill ends: "]) == date(2027, 1, 4)
    health: Bid = with_fields(EMPTY, {"opportunity.regime": "nhs_psr", **award})
    assert start_of(events(health)["Last day to object in writing: "]) == date(2027, 1, 6)
    light: Bid = with_fields(EMPTY, {"opportunity.regime": "pa23_light_touch", **award})
    assert "Standstill ends: " not in events(light)


def test_only_promises_still_open_and_ours_to_keep_are_in_it() -> None:
    day = date(2027, 4, 1)
    things = (
        Commitment(id="a", measure="promised", status="promised", due_on=day),
        Commitment(id="b", measure="kept", status="kept", due_on=day),
        Commitment(id="c", measure="idea", status="idea", due_on=day),
    )
    bid = EMPTY.model_copy(update={"commitments": things})
    assert list(events(bid)) == ["Promise due: promised"]


def test_the_same_date_keeps_its_identity_though_the_title_changes() -> None:
    bid = load_example("harbour", date(2026, 11, 21))
    other: Bid = with_fields(bid, {"about.title": "Renamed", "opportunity.title": "Renamed"})

    def identities(some_bid: Bid, bid_id: str = "bid-1") -> list[str]:
        calendar = read(calendar_file(some_bid, NOW, bid_id=bid_id))
        return sorted(one.value("UID") for one in calendar.named("VEVENT"))

    assert identities(bid) == identities(other)
    assert len(set(identities(bid))) == len(entries_of(bid))
    assert not set(identities(bid)) & set(identities(bid, "bid-2"))


@given(some.text(max_size=200))
def test_any_title_stays_one_line_of_the_format(title: str) -> None:
    bid: Bid = with_fields(
        EMPTY, {"about.title": title, "opportunity.period.starts_on": date(2027, 4, 1)}
    )
    (event,) = read(dates_file(bid, NOW).decode()).named("VEVENT")
    lines = title.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(one for one in lines if one.isprintable() or one == "\n")
    assert plain(event.value("SUMMARY")) == f"Contract starts: {kept}"


def test_a_year_nobody_can_mean_is_left_out() -> None:
    bid: Bid = with_fields(
        EMPTY,
        {"after.rebid_on": date(9999, 12, 31), "opportunity.period.ends_on": date(1, 1, 1)},
    )
    assert events(bid) == {}


def test_an_empty_bid_makes_an_empty_calendar() -> None:
    assert read(calendar_file(EMPTY, NOW)).named("VEVENT") == []


def test_a_moment_at_the_end_of_time_breaks_nothing() -> None:
    last = datetime.max.replace(tzinfo=timezone(timedelta(hours=-5)))
    bare = datetime(2026, 12, 4, 12, tzinfo=UTC).replace(tzinfo=None)
    rounds = (Round(id="r1", deadline=last), Round(id="r2", deadline=bare))
    text = calendar_file(with_fields(EMPTY, {"rounds": rounds}), NOW)
    assert text.count("BEGIN:VEVENT") == 1
    assert "DTSTART;TZID=Europe/London:20261204T120000" in text
