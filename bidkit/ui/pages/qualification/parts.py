"""Which parts of the questionnaires this buyer asks; the others are only switched off."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.questionnaire import Section
from bidkit.domain.refs import ref
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.ticks import TickBox
from bidkit.words import tr

SECTIONS = ref(Bid, lambda b: b.sections)
APPLIES = ref(Section, lambda s: s.applies)


class PartsCard(Card):
    """A tick for every part that a questionnaire has, where some of them are optional."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk.theme,
            tr("Which parts does this buyer ask?"),
            tr("Tick what stands in the buyer’s papers. The rest does not count."),
            parent,
        )
        self._desk = desk
        self._flow = FlowLayout(gap=16)
        self.body.addLayout(self._flow)
        self._ticks: list[TickBox] = []
        self._listed: tuple[tuple[str, str], ...] = ()
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if change.before.sections is not change.after.sections:
            self._show()

    def _show(self) -> None:
        sections = qualifying_sections(self._desk.bid)
        listed = tuple((one.id, name_of_section(one)) for one in sections)
        if listed != self._listed:
            self._listed = listed
            self._lay(sections)
        for tick, section in zip(self._ticks, sections, strict=True):
            with QSignalBlocker(tick):
                tick.setChecked(section.applies != "no")
        self.setVisible(len(sections) > 1 and any(one.pack for one in sections))

    def _lay(self, sections: tuple[Section, ...]) -> None:
        for tick in self._ticks:
            self._flow.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self._ticks = []
        for section in sections:
            tick = TickBox(name_of_section(section).replace("&", "&&"), self)
            tick.setProperty("section", section.id)
            tick.toggled.connect(self._switch)
            self._flow.addWidget(tick)
            self._ticks.append(tick)

    @Slot(bool)
    def _switch(self, asked: bool) -> None:
        tick = self.sender()
        if isinstance(tick, TickBox):
            place = SECTIONS.item(str(tick.property("section"))).then(APPLIES)
            said = tr("Switch a part on") if asked else tr("Switch a part off")
            self._desk.document.set(place, "yes" if asked else "no", label=said)
            self._desk.document.seal()


def qualifying_sections(bid: Bid) -> tuple[Section, ...]:
    """Return the parts of pre-qualification that hold questions."""
    holding = {question.parent for question in bid.questions}
    return tuple(one for one in bid.sections if one.stage == "qualification" and one.id in holding)


def name_of_section(section: Section) -> str:
    """Return how people call a part."""
    return " ".join(piece for piece in (section.number, section.title) if piece)
