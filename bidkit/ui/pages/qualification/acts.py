"""The ways to bring questions in: what these rules call for, a pack, the buyer's own file."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from bidkit.packs.catalogue import shipped
from bidkit.session.document import Changed
from bidkit.session.fitting.regimes import add_packs, usual_packs
from bidkit.session.replies import confirm_questions, fill_from_organisation
from bidkit.ui.desk import Desk
from bidkit.ui.dialogs.reading_in import ReadIn
from bidkit.ui.pages.qualification.questions import qualifying_questions
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Heading, Quiet, Words
from bidkit.ui.theme import GRID
from bidkit.words import tr


class Acts(QWidget):
    """The first step while there are no questions; a row of buttons after that."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._catalogue = shipped()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        self._first = self._first_step()
        column.addWidget(self._first)
        row = FlowLayout()
        self._add = Button(tr("Add a questionnaire"), self)
        self._add.setMenu(self._pack_menu())
        read = Button(tr("Read the buyer’s questionnaire"), self)
        read.setMenu(ReadIn(self._desk, self, "qualification").menu(self))
        fill = Button(tr("Fill from our organisation"), self)
        fill.clicked.connect(self._fill)
        self._compared = Button(tr("I compared all with the buyer’s form"), self, quiet=True)
        self._compared.clicked.connect(self._confirm_all)
        for button in (self._add, read, fill, self._compared):
            row.addWidget(button)
        column.addLayout(row)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    def _first_step(self) -> Box:
        box = Box(self._desk.theme)
        box.body.addWidget(Heading(tr("Start with what such buyers usually ask"), 3, box))
        self._why = Words("", box)
        box.body.addWidget(self._why)
        self._usual = Button("", box, main=True)
        self._usual.clicked.connect(self._add_usual)
        row = FlowLayout()
        row.addWidget(self._usual)
        box.body.addLayout(row)
        words = tr("Have the buyer’s own form? Read it in instead: below, in Word or Excel.")
        box.body.addWidget(Quiet(words, box))
        return box

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        names = ("questions", "sections", "opportunity")
        if any(getattr(before, name) is not getattr(after, name) for name in names):
            self._show()

    def _show(self) -> None:
        bid = self._desk.bid
        usual = usual_packs(bid, self._catalogue)
        asked = qualifying_questions(bid)
        self._compared.setVisible(any(not one.confirmed for one in asked))
        self._first.setVisible(not asked and bool(usual))
        titles = " + ".join(one.title for one in usual)
        self._usual.setText(tr("Add: {titles}", titles=titles))
        self._why.setText(" ".join(one.summary for one in usual))

    def _pack_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToShow.connect(self._list_packs)
        return menu

    @Slot()
    def _list_packs(self) -> None:
        menu = self._add.menu()
        if menu is None:
            return
        menu.clear()
        regime = self._desk.bid.opportunity.regime
        fitting = self._catalogue.for_regime(regime) if regime else ()
        others = [one for one in self._catalogue.question_packs if one not in fitting]
        for at, pack in enumerate((*fitting, *others)):
            if at and at == len(fitting):
                menu.addSeparator()
            action = menu.addAction(tr("{title}", title=pack.title))
            action.setToolTip(pack.summary)
            action.setData(pack.id)
            action.triggered.connect(self._add_pack)
        menu.addSeparator()
        reading = ReadIn(self._desk, self, "qualification")
        menu.addAction(tr("From a pack file…")).triggered.connect(reading.ask)

    @Slot()
    def _add_pack(self) -> None:
        action = self.sender()
        identity = action.data() if action is not None and hasattr(action, "data") else ""
        self._add_these([str(identity)])

    @Slot()
    def _add_usual(self) -> None:
        self._add_these([one.id for one in usual_packs(self._desk.bid, self._catalogue)])

    def _add_these(self, identities: list[str]) -> None:
        bid_id = self._desk.session.bid_id
        add_packs(self._desk.document, identities, bid_id, self._catalogue)

    @Slot()
    def _confirm_all(self) -> None:
        compared = confirm_questions(self._desk.document, qualifying_questions(self._desk.bid))
        self._desk.notices.say(tr("{n} questions are marked as compared.", n=compared))

    @Slot()
    def _fill(self) -> None:
        filled = fill_from_organisation(self._desk.document, refresh=True)
        if filled == 1:
            said = tr("One reply was filled. Look whether it is right.")
        elif filled:
            said = tr("{n} replies were filled. Look at each, and change what is wrong.", n=filled)
        else:
            said = tr("Nothing to fill: replies are there already, or our details are missing.")
        self._desk.notices.say(said)
