"""Which editor each kind of field gets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args

from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.domain.showing import money_words, number_words, percent_words
from bidkit.domain.typed import read_count, read_money, read_number, read_percent
from bidkit.errors import BidKitError
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import SeveralEditor, TickEditor, choice_editor
from bidkit.ui.editors.days import DayEditor, MomentEditor
from bidkit.ui.editors.editor import Editor
from bidkit.ui.editors.files import FileEditor
from bidkit.ui.editors.links import LinkEditor, LinkSetEditor
from bidkit.ui.editors.questions import ColumnsEditor, OptionsEditor, RulesEditor
from bidkit.ui.editors.text import LineEditor, ParagraphEditor, ReadLineEditor, TagEditor
from bidkit.ui.forms import spec
from bidkit.words import tr

Making = Callable[[Any, Desk, QWidget], Editor]


def make_editor(field: spec.Field[Any], desk: Desk, parent: QWidget) -> Editor:
    """Return the editor for a field, with its placeholder, empty."""
    editor = MAKERS[type(field)](field, desk, parent)
    if isinstance(editor, LineEditor) and field.placeholder:
        editor.line.setPlaceholderText(str(field.placeholder))
    elif isinstance(editor, ParagraphEditor) and field.placeholder:
        editor.text.setPlaceholderText(str(field.placeholder))
    return editor


def allows_none(field: spec.Field[Any]) -> bool:
    """Tell whether '' is among the values of a choice."""
    values = get_args(field.leaf.annotation)
    return not values or "" in values


def today_of(desk: Desk) -> Callable[[], date]:
    """Return how to learn what day it is."""
    return desk.session.today


def _line(_field: spec.Line[Any], _desk: Desk, parent: QWidget) -> Editor:
    return LineEditor(parent)


def _paragraph(_field: spec.Paragraph[Any], _desk: Desk, parent: QWidget) -> Editor:
    return ParagraphEditor(parent)


def _writing(_field: spec.Writing[Any], _desk: Desk, parent: QWidget) -> Editor:
    from bidkit.ui.prose.field import ProseField

    return ProseField(parent, with_page_commands=False)


def _money(_field: spec.Money[Any], _desk: Desk, parent: QWidget) -> Editor:
    return ReadLineEditor(money_words, read_money, parent)


def _number(field: spec.Number[Any], _desk: Desk, parent: QWidget) -> Editor:
    return ReadLineEditor(number_words, read_number, parent, unit=str(field.unit))


def _percent(_field: spec.Percent[Any], _desk: Desk, parent: QWidget) -> Editor:
    return ReadLineEditor(percent_words, read_percent, parent)


def _count(field: spec.Count[Any], _desk: Desk, parent: QWidget) -> Editor:
    return ReadLineEditor(number_words, read_count, parent, unit=str(field.unit))


def _day(_field: spec.Day[Any], desk: Desk, parent: QWidget) -> Editor:
    return DayEditor(today_of(desk), parent)


def _moment(_field: spec.Moment[Any], desk: Desk, parent: QWidget) -> Editor:
    return MomentEditor(today_of(desk), parent)


def _choice(field: spec.Choice[Any, Any], _desk: Desk, parent: QWidget) -> Editor:
    options = [(value, str(words)) for value, words in field.options if value]
    return choice_editor(options, str(field.none) if allows_none(field) else None, parent)


def _several(field: spec.Several[Any], _desk: Desk, parent: QWidget) -> Editor:
    return SeveralEditor([(value, str(words)) for value, words in field.options], parent)


def _yes_no(_field: spec.YesNo[Any], _desk: Desk, parent: QWidget) -> Editor:
    return choice_editor([("yes", tr("Yes")), ("no", tr("No"))], tr("Not answered"), parent)


def _yes_no_unknown(_field: spec.YesNoUnknown[Any], _desk: Desk, parent: QWidget) -> Editor:
    options = [("yes", tr("Yes")), ("no", tr("No")), ("unknown", tr("We do not know"))]
    return choice_editor(options, tr("Not answered"), parent)


def _tick(field: spec.Tick[Any], _desk: Desk, parent: QWidget) -> Editor:
    return TickEditor(str(field.words).replace("&", "&&"), parent)


def _tags(_field: spec.TagLine[Any], _desk: Desk, parent: QWidget) -> Editor:
    return TagEditor(parent)


def _file(_field: spec.FileChoice[Any], desk: Desk, parent: QWidget) -> Editor:
    def attach(path: Path) -> str | None:
        try:
            return desk.session.attach(path)
        except BidKitError as error:
            desk.notices.refuse(error)
        except OSError as error:
            desk.notices.refuse(
                BidKitError(
                    tr("{name} could not be read.", name=path.name), why=error.strerror or ""
                )
            )
        return None

    def name_of(identity: str) -> str:
        found = (one.name for one in desk.bid.attachments if one.id == identity)
        return next(found, tr("A file that is not in this copy"))

    return FileEditor(attach, name_of, parent)


def offered(desk: Desk, to: Ref[Bid, Any], called: Callable[[Any], str]) -> Any:
    """Return how to learn what there is to link to: identity and name."""
    return lambda: [(entry.id, called(entry) or tr("(no name yet)")) for entry in to.get(desk.bid)]


def _rules(_field: spec.RuleLines[Any], _desk: Desk, parent: QWidget) -> Editor:
    return RulesEditor(parent)


def _options(_field: spec.OptionLines[Any], _desk: Desk, parent: QWidget) -> Editor:
    return OptionsEditor(parent)


def _columns(_field: spec.ColumnTitles[Any], _desk: Desk, parent: QWidget) -> Editor:
    return ColumnsEditor(parent)


def _link(field: spec.LinkChoice[Any, Any], desk: Desk, parent: QWidget) -> Editor:
    return LinkEditor(offered(desk, field.to, field.called), tr("None"), parent)


def _links(field: spec.LinkSet[Any, Any], desk: Desk, parent: QWidget) -> Editor:
    return LinkSetEditor(offered(desk, field.to, field.called), tr("Add…"), parent)


MAKERS: dict[type[Any], Making] = {
    spec.Line: _line,
    spec.Paragraph: _paragraph,
    spec.Writing: _writing,
    spec.Money: _money,
    spec.Number: _number,
    spec.Percent: _percent,
    spec.Count: _count,
    spec.Day: _day,
    spec.Moment: _moment,
    spec.Choice: _choice,
    spec.Several: _several,
    spec.YesNo: _yes_no,
    spec.YesNoUnknown: _yes_no_unknown,
    spec.Tick: _tick,
    spec.TagLine: _tags,
    spec.RuleLines: _rules,
    spec.OptionLines: _options,
    spec.ColumnTitles: _columns,
    spec.FileChoice: _file,
    spec.LinkChoice: _link,
    spec.LinkSet: _links,
}
