"""Which packs there are, what their lists say together, and which are overdue for a look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import Path

from bidkit.domain.opportunity import Regime
from bidkit.errors import InputError
from bidkit.packs import lists, work
from bidkit.packs.heads import Head, head_of_pack
from bidkit.packs.load import load_pack, text_of
from bidkit.packs.schema import Pack, PackQuestion
from bidkit.resources import resource
from bidkit.words import tr


class Catalogue:
    """The packs of one or more folders; each file is read once, when it is first asked for."""

    def __init__(self, *folders: Path) -> None:
        self._paths = {
            path.stem: path
            for folder in folders
            if folder.is_dir()
            for path in sorted(folder.glob("*.toml"))
        }
        self._read: dict[str, Pack] = {}
        self._texts: dict[str, str] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """The names of all packs; a later folder's file stands for an earlier one's."""
        return tuple(self._paths)

    def pack(self, identity: str) -> Pack:
        """Return one pack; InputError when there is none of this name or its file is faulty."""
        if identity not in self._paths:
            raise InputError(
                tr("There is no pack called “{id}”.", id=identity),
                advice=tr("Choose one of: {ids}.", ids=", ".join(self.ids)),
            )
        if identity not in self._read:
            self._read[identity] = load_pack(self._paths[identity])
        return self._read[identity]

    def holding(self, name: str) -> tuple[Pack, ...]:
        """Return the packs that hold a list of this name; the others are not even read whole."""
        return tuple(self.pack(one) for one in self.ids if f"[[{name}]]" in self._text(one))

    @cached_property
    def packs(self) -> tuple[Pack, ...]:
        """Every pack, by name."""
        return tuple(self.pack(identity) for identity in self.ids)

    def text_of(self, identity: str) -> str:
        """Return the text of one pack as it lies in its file, once it is known to be in order."""
        self.pack(identity)
        return self._text(identity)

    @property
    def question_packs(self) -> tuple[Pack, ...]:
        """The packs that put questions into a bid."""
        return self.holding("sections")

    def pack_question(self, pack: str, item: str) -> PackQuestion | None:
        """Return the question a pack ships under a name, as it stands in the pack now."""
        if pack not in self.ids:
            return None
        return next((one for one in self.pack(pack).questions if one.id == item), None)

    def for_regime(self, regime: Regime) -> tuple[Pack, ...]:
        """Return the question packs that fit a set of rules, those made for it first."""
        fitting = [p for p in self.question_packs if not p.regimes or regime in p.regimes]
        return tuple(sorted(fitting, key=lambda pack: not pack.regimes))

    @cached_property
    def heads(self) -> tuple[Head, ...]:
        """What every pack says of itself, without reading the packs whole."""
        found = (head_of_pack(self._text(identity)) for identity in self.ids)
        return tuple(head for head in found if head is not None)

    def overdue(self, today: date) -> tuple[Head, ...]:
        """Return the packs whose review-by has passed."""
        return tuple(head for head in self.heads if head.overdue(today))

    def figure(
        self, key: str, on: date | None = None, nation: lists.Nation = ""
    ) -> lists.FigureLine | None:
        """Return the figure of a name that held on a day (None: the newest), or None."""
        found = None
        for line in self._figures(key, nation):
            begun = on is None or line.from_date is None or line.from_date <= on
            lasts = on is None or line.to_date is None or on <= line.to_date
            if begun and lasts and _newer(line, found):
                found = line
        return found

    def scale(self, key: str) -> lists.ScaleLine | None:
        """Return one marking scale by name."""
        return next((scale for scale in self.scales if scale.key == key), None)

    @cached_property
    def scales(self) -> tuple[lists.ScaleLine, ...]:
        """Every marking scale."""
        return tuple(scale for pack in self.holding("scales") for scale in pack.scales)

    @cached_property
    def phrases(self) -> tuple[lists.PhraseLine, ...]:
        """Every weak phrase."""
        return tuple(phrase for pack in self.holding("phrases") for phrase in pack.phrases)

    @cached_property
    def social_models(self) -> tuple[lists.SocialModelLine, ...]:
        """Every social value model, the newest first."""
        found = [model for pack in self.holding("social_models") for model in pack.social_models]
        return tuple(sorted(found, key=lambda model: model.begun_from, reverse=True))

    def regime_note(self, regime: Regime) -> lists.RegimeLine | None:
        """Return what is to be known of a set of rules."""
        lines = (line for pack in self.holding("regime_notes") for line in pack.regime_notes)
        return next((line for line in lines if line.key == regime), None)

    def prompts(self, group: str) -> tuple[lists.PromptLine, ...]:
        """Return the prompts of one named list."""
        lines = (line for pack in self.holding("prompts") for line in pack.prompts)
        return tuple(line for line in lines if line.group == group)

    @property
    def delivery_steps(self) -> tuple[work.StepLine, ...]:
        """What usually has to stand before a service begins."""
        packs = self.holding("delivery_steps")
        return tuple(line for pack in packs for line in pack.delivery_steps)

    @property
    def partner_checks(self) -> tuple[lists.TestLine, ...]:
        """What is usually asked of a partner before it is relied on."""
        packs = self.holding("partner_checks")
        return tuple(line for pack in packs for line in pack.partner_checks)

    def _text(self, identity: str) -> str:
        if identity not in self._texts:
            self._texts[identity] = text_of(self._paths[identity])
        return self._texts[identity]

    def _figures(self, key: str, nation: lists.Nation) -> Iterator[lists.FigureLine]:
        for pack in self.holding("figures"):
            for line in pack.figures:
                if line.key == key and line.nation in ("", "uk", nation):
                    yield line


def shipped() -> Catalogue:
    """Return the packs that come with the program."""
    return Catalogue(resource("packs"))


def _newer(line: lists.FigureLine, than: lists.FigureLine | None) -> bool:
    return than is None or (line.from_date or date.min) >= (than.from_date or date.min)
