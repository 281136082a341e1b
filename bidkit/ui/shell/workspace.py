"""One open bid in the window: top bar, rail, page and panel, joined to its session."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Finding
from bidkit.domain.refs import Ref, parse_ref
from bidkit.domain.stages import Stage
from bidkit.errors import BidKitError
from bidkit.progress import Progress
from bidkit.rules.routes import is_grant
from bidkit.session.document import Changed, ChangedSinceError
from bidkit.session.saved import SavedState
from bidkit.session.steps import Step
from bidkit.ui.desk import Desk
from bidkit.ui.forms.binding import Binder
from bidkit.ui.jobs import Jobs
from bidkit.ui.notices import Notices
from bidkit.ui.open_bid import OpenBid
from bidkit.ui.panels.side import SidePanel
from bidkit.ui.pieces.tab_order import step_focus
from bidkit.ui.shell.frame import Frame
from bidkit.ui.shell.heartbeat import Heartbeat
from bidkit.ui.shell.news import News
from bidkit.ui.shell.rail import Rail
from bidkit.ui.shell.topbar import TopBar
from bidkit.ui.shell.versions import Versions
from bidkit.ui.shell.walk import Walk
from bidkit.ui.shell.whereabouts import stage_of
from bidkit.ui.theme import Theme
from bidkit.words import tr


class Workspace(QWidget):
    """Everything that is seen of one bid; it knows no field of it."""

    undo_changed = Signal()
    copy_wanted = Signal()

    def __init__(self, session: OpenBid, notices: Notices, theme: Theme) -> None:
        super().__init__()
        self.session = session
        binder = Binder(session, self)
        self.jobs = Jobs(notices, self)
        ways = (self.go_to, self.take_there, partial(self.show_tab, 2))
        self.desk = Desk(session, notices, theme, binder, self.jobs, *ways)
        self.topbar = TopBar(self.desk, self)
        self.walk = Walk(self.desk)
        self.panel = SidePanel(self.desk)
        self.rail = Rail(self.desk)
        self.frame = Frame(self.rail, self.walk, self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.news = News(self.desk, self)
        column.addWidget(self.topbar)
        column.addWidget(self.news)
        self.versions = Versions(self.desk, self)
        column.addWidget(self.versions)
        column.addWidget(self.frame, 1)
        self.heartbeat = Heartbeat(session, self)
        self._count = 0
        self._join()
        self.go_to(Stage.NEXT if Stage.NEXT in self.walk.stages() else self.walk.stages()[0])
        self.heartbeat.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the rail."""
        super().showEvent(event)
        self.rail.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab follow what is seen; parts of a page are often built after all others."""
        return step_focus(self, forward=forward)

    def go_to(self, stage: Stage) -> None:
        """Open a stage."""
        self.frame.close_drawer()
        self.walk.go_to(stage)

    def take_there(self, place: Ref[Bid, Any]) -> None:
        """Bring an address into sight, on whatever page it stands."""
        self.frame.close_drawer()
        if not self.walk.take_there(stage_of(self.desk.bid, place), place):
            self.desk.notices.say(tr("That place is no longer there."))
        self.versions.open_at(place)

    def act(self, name: str) -> None:
        """Do what a menu asks of the open bid, by the name of its act."""
        acts: dict[str, Callable[[], object]] = {
            "hand_in": partial(self.go_to, Stage.HAND_IN),
            "preview": self.preview,
            "undo": self.undo,
            "redo": self.redo,
            "toggle_panel": self.frame.toggle_panel,
            "show_findings": partial(self.show_tab, 0),
            "show_guidance": partial(self.show_tab, 1),
            "show_evidence": partial(self.show_tab, 2),
            "go_back": partial(self.walk.step, -1),
            "go_next": partial(self.walk.step, 1),
            "go_by_name": self.go_by_name,
            "next_finding": self.next_finding,
        }
        acts[name]()

    def undo(self) -> None:
        """Take the last step back, go to its place and say what was undone."""
        self._turn(self.desk.document.undo)

    def redo(self) -> None:
        """Bring the last undone step back, go to its place and say so."""
        self._turn(self.desk.document.redo)

    def go_by_name(self) -> None:
        """Ask where to go."""
        from bidkit.ui.dialogs.go_to import GoTo

        asked = GoTo(self.desk, self.walk.stages(), self)
        asked.gone.connect(self._begin_page)
        asked.open()

    @Slot()
    def _begin_page(self) -> None:
        page, now = self.walk.page, self.window().focusWidget()
        if page is not None and (now is None or not page.isAncestorOf(now)):
            page.begin()

    def show_tab(self, number: int) -> None:
        """Open the right panel at one of its tabs."""
        self.frame.open_panel()
        self.panel.open_tab(number)

    def next_finding(self) -> None:
        """Go to the next thing to fix on this page, or the first elsewhere."""
        found = self.panel.findings.found
        if found:
            self._count = (self._count + 1) % len(found)
            self.take_there(found[self._count - 1].place)
        else:
            self.desk.notices.say(tr("Nothing to fix."))

    def preview(self) -> None:
        """Show what the buyer would get."""
        self.leave()
        session = self.session
        session.check_now()
        grant = is_grant(session.document.bid)

        def show(data: bytes) -> None:
            from bidkit.ui.dialogs.preview import Preview

            named = tr("For the funder") if grant else tr("For the buyer")
            Preview(self.desk.theme, data, named, self.window()).open()

        self.jobs.run(tr("Making the preview"), partial(paper_for_buyer, session), show)

    def leave(self) -> None:
        """Put everything typed into the bid."""
        self.desk.binder.leave_all()

    def _join(self) -> None:
        session, binder = self.session, self.desk.binder
        self.rail.chosen.connect(self.go_to)
        self.walk.arrived.connect(self._arrived)
        self.news.copy_wanted.connect(self.copy_wanted)
        self.topbar.hand_in.connect(lambda: self.go_to(Stage.HAND_IN))
        self.topbar.preview.connect(self.preview)
        self.topbar.to_fix.connect(lambda: self.show_tab(0))
        self.panel.linked.connect(self._link)
        self.panel.counted.connect(self._tell_count)
        self.frame.rearranged.connect(self._rearranged)
        binder.bid_changed.connect(self._bid_changed)
        ends = (
            session.findings_changed.connect(self._findings_changed),
            session.saved_changed.connect(self._saved_changed),
        )
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)
        self.destroyed.connect(lambda: [end() for end in ends])

    def _turn(self, turn: Callable[..., Step | None], *, force: bool = False) -> None:
        self.leave()
        try:
            step = turn(force=force)
        except ChangedSinceError as error:
            self._ask_anyway(turn, error)
            return
        if step is None:
            self.desk.notices.say(tr("There is nothing more to take back."))
            return
        self.undo_changed.emit()
        if step.place is not None:
            self.walk.take_there(stage_of(self.desk.bid, step.place), step.place)

    def _bid_changed(self, change: Changed) -> None:
        if change.told:
            self.desk.notices.say(change.told)
        self.heartbeat.look_again()
        self.undo_changed.emit()

    def _ask_anyway(self, turn: Callable[..., Step | None], error: BidKitError) -> None:
        def answered(key: str) -> None:
            if key == "anyway":
                self._turn(turn, force=True)

        answers = (("leave", tr("Leave it as it is")), ("anyway", tr("Take it back anyway")))
        self.desk.notices.ask(error.what, error.advice, answers, answered)

    @Slot(Stage)
    def _arrived(self, stage: Stage) -> None:
        self._count = 0
        self.rail.show_stage(stage)
        self.panel.show_stage(stage)

    def _saved_changed(self, _state: SavedState) -> None:
        self.topbar.tell_saved()
        self.news.tell()
        self.versions.tell()

    def _findings_changed(self, _findings: tuple[Finding, ...]) -> None:
        self.rail.tell_shares()
        self.panel.findings.tell()

    @Slot(int)
    def _tell_count(self, count: int) -> None:
        self.topbar.tell_findings(count, drawer=self.frame.drawer)

    @Slot()
    def _rearranged(self) -> None:
        self.topbar.tell_deadline()
        self.panel.findings.tell()

    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not now.objectName() or not self.walk.isAncestorOf(now):
            return
        try:
            parse_ref(Bid, now.objectName())
        except BidKitError:
            return
        self.panel.show_stage(self.walk.stage, now.objectName())

    @Slot(str)
    def _link(self, identity: str) -> None:
        page = self.walk.page
        if page is None or not page.link_evidence(identity):
            self.desk.notices.say(tr("Put the cursor into an answer first, then press Enter here."))


def paper_for_buyer(session: OpenBid, progress: Progress) -> bytes:
    """Return the PDF the buyer would get; what draws it is imported when it is first wanted."""
    from bidkit.session.exports import export_pdf
    from bidkit.session.session import Session

    if not isinstance(session, Session):
        raise BidKitError(tr("This bid cannot be shown as a paper."))
    return export_pdf(session, progress=progress).data
