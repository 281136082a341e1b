"""The board: what would put us out, the list of questions, and the card of the chosen one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelection, Slot
from PySide6.QtWidgets import QHeaderView, QMenu, QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Status
from bidkit.domain.refs import Ref
from bidkit.packs.catalogue import shipped
from bidkit.packs.fit import apply_pack
from bidkit.rules.facts import Facts
from bidkit.rules.judging import Judgement, statuses
from bidkit.session.document import Changed
from bidkit.session.replies import fill_from_organisation
from bidkit.ui.desk import Desk
from bidkit.ui.dialogs.reading_in import ReadIn
from bidkit.ui.pages.qualification.questions import QuestionModel, qualifying_questions
from bidkit.ui.pages.qualification.reply import ReplyCard
from bidkit.ui.pages.qualification.table import QuestionTable
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Toned
from bidkit.ui.theme import GRID
from bidkit.words import tr

READS = (
    "questions",
    "sections",
    "responses",
    "response_rows",
    "opportunity",
    "lots",
    "rounds",
    "parts",
    "answers",
)
STRETCH = QHeaderView.ResizeMode.Stretch


class Board(QWidget):
    """Everything of pre-qualification on one page: status at a glance, one question at a time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reply: ReplyCard | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2 * GRID)
        self._summary = Card(desk.theme, tr("Would anything put us out?"), parent=self)
        self._said = Toned(desk.theme, "good", parent=self._summary)
        self._summary.body.addWidget(self._said)
        self.column.addWidget(self._summary)
        self.column.addLayout(self._make_buttons())
        self.model = QuestionModel(desk, self)
        self.table = QuestionTable(self)
        self.table.setModel(self.model)
        self.table.horizontalHeader().setSectionResizeMode(1, STRETCH)
        self.table.horizontalHeader().setSectionResizeMode(
            0, QHeaderView.ResizeMode.ResizeToContents
        )
        self.table.horizontalHeader().setSectionResizeMode(
            2, QHeaderView.ResizeMode.ResizeToContents
        )
        self.table.selectionModel().selectionChanged.connect(self._chosen)
        self.column.addWidget(self.table)
        desk.binder.bid_changed.connect(self._follow)
        self._show()
        if self.model.questions:
            self.table.selectRow(0)

    def holds(self, place: Ref[Bid, Any]) -> bool:
        """Tell whether an address is that of a reply or a question shown here."""
        return self._question_of(place) != ""

    def reveal(self, place: Ref[Bid, Any]) -> None:
        """Choose the question an address belongs to."""
        row = self.model.row_of(self._question_of(place))
        if row >= 0:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    def _question_of(self, place: Ref[Bid, Any]) -> str:
        bid, identity = self._desk.bid, place.identity
        if place.collection == "questions":
            return identity if self.model.row_of(identity) >= 0 else ""
        if place.collection == "response_rows":
            identity = next((r.parent for r in bid.response_rows if r.id == identity), "")
        if place.collection in ("responses", "response_rows"):
            owner = next((r.parent for r in bid.responses if r.id == identity), "")
            return owner if self.model.row_of(owner) >= 0 else ""
        return ""

    def _make_buttons(self) -> FlowLayout:
        row = FlowLayout()
        self._add = Button(tr("Add a questionnaire"), self)
        self._add.setMenu(self._pack_menu())
        row.addWidget(self._add)
        read = Button(tr("Read the buyer’s questionnaire"), self)
        read.setMenu(ReadIn(self._desk, self, "qualification").menu(self))
        row.addWidget(read)
        fill = Button(tr("Fill from our organisation"), self)
        fill.clicked.connect(self._fill)
        row.addWidget(fill)
        return row

    def _pack_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToShow.connect(self._list_packs)
        return menu

    @Slot()
    def _list_packs(self) -> None:
        menu = self._add.menu()
        if menu is None or menu.actions():
            return
        catalogue = shipped()
        for pack in catalogue.for_regime(self._desk.bid.opportunity.regime):
            action = menu.addAction(tr("{title}", title=pack.title))
            action.setData(pack.id)
            action.triggered.connect(self._add_pack)

    @Slot()
    def _add_pack(self) -> None:
        action = self.sender()
        identity = action.data() if action is not None and hasattr(action, "data") else ""
        pack = shipped().pack(str(identity))
        label = tr("Add {pack}", pack=pack.title)
        bid_id = self._desk.session.bid_id
        self._desk.document.edit(label, lambda bid: apply_pack(bid, pack, bid_id))

    @Slot()
    def _fill(self) -> None:
        filled = fill_from_organisation(self._desk.document, refresh=True)
        self._desk.notices.say(
            tr("{n} replies were filled. Look at each and change what is not right.", n=filled)
            if filled
            else tr("Nothing to fill: replies are there already, or our details are missing.")
        )

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if any(getattr(change.before, name) is not getattr(change.after, name) for name in READS):
            self._show()

    def _show(self) -> None:
        bid = self._desk.bid
        facts = Facts(today=self._desk.session.today(), now=self._desk.session.now())
        judged = statuses(bid, facts)
        self.model.show(qualifying_questions(bid), judged)
        self._summarise(judged)
        self.table.setVisible(bool(self.model.questions))
        self.table.updateGeometry()
        row = self.table.currentIndex().row()
        if self._reply is not None and row >= 0:
            fresh = self.model.questions[row]
            if fresh is not self._reply.question:
                self._open(row)
            else:
                self._reply.tell(self.model.judgement(row))

    def _summarise(self, judged: dict[str, Judgement]) -> None:
        mine = [judged[one.id] for one in self.model.questions if one.id in judged]
        failing = [one for one in mine if one.status is Status.FAIL]
        numbers = {one.id: one.number or one.title for one in self.model.questions}
        waiting = [one for one in mine if one.status is Status.UNKNOWN and one.knock_out]
        passed = sum(one.status is Status.PASS for one in mine)
        if not mine:
            self._said.tell(tr("No questions yet. Add the buyer’s questionnaire."), "muted")
        elif failing:
            names = ", ".join(numbers.get(one.question, "") for one in failing)
            self._said.tell(tr("● Yes, as it stands: {names}.", names=names), "bad")
        elif waiting:
            names = ", ".join(numbers.get(one.question, "") for one in waiting)
            self._said.tell(tr("○ Not known yet: {names} not answered.", names=names), "warn")
        else:
            said = tr("✓ Nothing so far. {n} of {all} pass.", n=passed, all=len(mine))
            self._said.tell(said, "good")

    @Slot(QItemSelection, QItemSelection)
    def _chosen(self, _new: QItemSelection, _old: QItemSelection) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            self._open(row)

    def _open(self, row: int) -> None:
        if self._reply is not None:
            self.column.removeWidget(self._reply)
            self._reply.deleteLater()
        self._reply = ReplyCard(self._desk, self.model.questions[row], self)
        self._reply.tell(self.model.judgement(row))
        self.column.addWidget(self._reply)
        self._reply.show()
