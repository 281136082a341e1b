"""Whatever happens to a file between two people's sessions, what was acknowledged stays."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bidkit.domain.bid import EMPTY
from bidkit.domain.evidence import Evidence
from bidkit.errors import FileError
from bidkit.storage.bidfile import BidFile
from bidkit.storage.safety_log import SafetyLog
from bidkit.storage.taking_in import check_whole

PEOPLE = st.sampled_from(["Ann", "Bob"])


class Sessions(RuleBasedStateMachine):
    """Two people with safety logs, one file, and a sync program of bad manners."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="bidkit-test-"))
        self.path = self.folder / "hubs.bidkit"
        self.older = self.folder / "older"
        self.away = self.folder / "away"
        BidFile.create(self.path, EMPTY, author="Zoe")
        shutil.copyfile(self.path, self.older)
        self.open: dict[str, BidFile] = {}
        self.written: set[str] = set()
        for person in ("Ann", "Bob"):
            self.reopen(person)

    def reopen(self, person: str) -> None:
        file = BidFile.open(self.path, author=person)
        file.keep_log(SafetyLog(self.folder / person))
        file.load()
        self.open[person] = file

    @rule(person=PEOPLE)
    def add(self, person: str) -> None:
        name = f"e{len(self.written)}"
        file = self.open[person]
        bid = file.current.bid
        entries = tuple(sorted((*bid.evidence, Evidence(id=name)), key=lambda one: one.id))
        self.written.add(name)
        try:
            file.commit(bid, bid.model_copy(update={"evidence": entries}))
        except FileError:
            assert file.pending

    @rule(person=PEOPLE)
    def look(self, person: str) -> None:
        if self.path.exists():
            self.open[person].flush()

    @rule(person=PEOPLE)
    def crash_and_reopen(self, person: str) -> None:
        if self.path.exists():
            self.reopen(person)

    @rule()
    def remember(self) -> None:
        if self.path.exists():
            shutil.copyfile(self.path, self.older)

    @rule(replace=st.booleans())
    def bring_an_older_one_back(self, replace: bool) -> None:
        if not self.path.exists():
            return
        if replace:
            shutil.copyfile(self.older, self.folder / "new")
            (self.folder / "new").replace(self.path)
        else:
            shutil.copyfile(self.older, self.path)

    @rule()
    def pull_the_stick(self) -> None:
        if self.path.exists():
            self.path.rename(self.away)

    @rule()
    def put_it_back(self) -> None:
        if self.away.exists():
            self.away.rename(self.path)

    @invariant()
    def nobody_lost_what_they_wrote(self) -> None:
        seen = {one.id for file in self.open.values() for one in file.current.bid.evidence}
        logged = {
            change.header.item
            for person, file in self.open.items()
            for change in SafetyLog(self.folder / person).all_of(file.copy_id)
        }
        assert self.written <= seen | logged

    def teardown(self) -> None:
        self.put_it_back()
        for person in ("Ann", "Bob", "Ann"):
            self.reopen(person)
            self.open[person].flush()
        bid = BidFile.open(self.path).load().bid
        assert {one.id for one in bid.evidence} == self.written
        check_whole(self.path, None, lambda share, text: None)
        shutil.rmtree(self.folder)


TestSessions = Sessions.TestCase
TestSessions.settings = settings(max_examples=25, stateful_step_count=15)
