from datetime import UTC, date, datetime

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.export.calendar_file import calendar_file, entries_of
from bidkit.session.examples import load_example

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


def test_deadlines_stand_in_universal_time_and_in_order() -> None:
    bid = load_example("harbour", date(2026, 11, 21))
    titles = [entry.title for entry in entries_of(bid)]
    assert titles[0].startswith("Questions close")
    text = calendar_file(bid, NOW)
    assert "DTSTART:20261204T120000Z" in text
    assert text.count("BEGIN:VEVENT") == len(titles)


def test_the_same_date_keeps_its_identity() -> None:
    bid = load_example("harbour", date(2026, 11, 21))
    later = calendar_file(bid, datetime(2026, 11, 22, tzinfo=UTC))
    first = {line for line in calendar_file(bid, NOW).splitlines() if line.startswith("UID")}
    assert first == {line for line in later.splitlines() if line.startswith("UID")}


def test_hostile_and_long_titles_stay_one_line_of_the_format() -> None:
    title = "Ŵyl, y; \\ \n" + "ŷ" * 200
    bid: Bid = with_fields(
        EMPTY, {"about.title": title, "opportunity.period.starts_on": date(2027, 4, 1)}
    )
    text = calendar_file(bid, NOW)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    joined = text.replace("\r\n ", "")
    assert "\\, y\\; \\\\ \\n" in joined
    assert "ŷ" * 200 in joined


def test_an_empty_bid_makes_an_empty_calendar() -> None:
    assert calendar_file(EMPTY, NOW).splitlines()[-1] == "END:VCALENDAR"
