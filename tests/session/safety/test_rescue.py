from datetime import date
from pathlib import Path

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.errors import DamagedFileError, FileError
from bidkit.session.examples import load_example
from bidkit.session.files import create_bid, open_bid
from bidkit.session.ports import Ports
from bidkit.session.safety.rescue import Rescue, told

TODAY = date(2026, 11, 21)
TITLE = ref(Bid, lambda bid: bid.about.title)
PORTS = Ports("Ann", "pc-1")


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A file that was cut short."""
    path = tmp_path / "bid.bidkit"
    session = create_bid(path, load_example("harbour", TODAY), PORTS)
    session.attach_bytes(b"a report" * 200_000, "report.pdf")
    session.close()
    with path.open("rb+") as file:
        file.truncate(path.stat().st_size // 8192 * 4096)
    return path


def test_a_file_cut_short_is_read_into_a_new_one(damaged: Path) -> None:
    before = damaged.read_bytes()
    with pytest.raises(DamagedFileError) as refusal:
        open_bid(damaged, PORTS)
    assert refusal.value.file == damaged
    rescue = Rescue(damaged)
    found = rescue.read()
    assert found.changes + found.from_log > 0
    assert "changes" in told(found)[0]
    assert "attachments" in told(found)[1]
    place = rescue.put(found, rescue.proposed())
    rescue.close()
    assert place.name == "bid (rescued).bidkit"
    assert damaged.read_bytes() == before
    again = open_bid(place, PORTS)
    assert again.document.get(TITLE) == "Community Wellbeing Hubs"


def test_a_rescue_never_writes_over_a_file(damaged: Path) -> None:
    rescue = Rescue(damaged)
    found = rescue.read()
    with pytest.raises(FileError):
        rescue.put(found, damaged)
    taken = rescue.proposed()
    taken.write_bytes(b"something")
    assert rescue.proposed().name == "bid (rescued) 2.bidkit"
    rescue.close()


def test_what_the_safety_log_still_has_comes_back_too(tmp_path: Path) -> None:
    path = tmp_path / "bid.bidkit"
    session = create_bid(path, load_example("harbour", TODAY), PORTS)
    for number in range(30):
        session.document.set(TITLE, f"Hubs {number} " + "x" * 2000)
        session.leave(TITLE)
    session.close()
    with path.open("rb+") as file:
        file.truncate(path.stat().st_size // 12288 * 4096)
    rescue = Rescue(path)
    found = rescue.read()
    assert found.from_log > 0
    place = rescue.put(found, rescue.proposed())
    rescue.close()
    assert open_bid(place, PORTS).document.get(TITLE).startswith("Hubs 29 ")
