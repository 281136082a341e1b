"""What can be done to prose, each with its words and its keys."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtGui import QKeyEvent, QKeySequence

from bidkit.words import Words, later


class Command(Enum):
    """Something a person can ask of the editor by key, button or menu."""

    BOLD = auto()
    ITALIC = auto()
    PARAGRAPH = auto()
    HEADING_1 = auto()
    HEADING_2 = auto()
    HEADING_3 = auto()
    HEADING_4 = auto()
    BULLETS = auto()
    NUMBERS = auto()
    QUOTE = auto()
    INDENT = auto()
    OUTDENT = auto()
    TABLE = auto()
    ADD_ROW = auto()
    ADD_COLUMN = auto()
    REMOVE_ROW = auto()
    REMOVE_COLUMN = auto()
    REMOVE_TABLE = auto()
    LINK = auto()
    EVIDENCE = auto()
    FROM_BID = auto()
    COMMENT = auto()
    WELSH = auto()
    CLEAR = auto()


HEADINGS = {
    Command.PARAGRAPH: 0,
    Command.HEADING_1: 1,
    Command.HEADING_2: 2,
    Command.HEADING_3: 3,
    Command.HEADING_4: 4,
}

WORDS: dict[Command, Words] = {
    Command.BOLD: later("Bold"),
    Command.ITALIC: later("Italic"),
    Command.PARAGRAPH: later("Plain paragraph"),
    Command.HEADING_1: later("Heading"),
    Command.HEADING_2: later("Smaller heading"),
    Command.HEADING_3: later("Third heading"),
    Command.HEADING_4: later("Fourth heading"),
    Command.BULLETS: later("Bullet list"),
    Command.NUMBERS: later("Numbered list"),
    Command.QUOTE: later("Quotation"),
    Command.INDENT: later("Move item in"),
    Command.OUTDENT: later("Move item out"),
    Command.TABLE: later("Insert table"),
    Command.ADD_ROW: later("Add row below"),
    Command.ADD_COLUMN: later("Add column to the right"),
    Command.REMOVE_ROW: later("Remove row"),
    Command.REMOVE_COLUMN: later("Remove column"),
    Command.REMOVE_TABLE: later("Remove table"),
    Command.LINK: later("Link to a web page"),
    Command.EVIDENCE: later("Link evidence"),
    Command.FROM_BID: later("Insert a chart or table of this bid"),
    Command.COMMENT: later("Comment on this"),
    Command.WELSH: later("These words are in Welsh"),
    Command.CLEAR: later("Remove formatting"),
}

KEYS: dict[Command, str] = {
    Command.BOLD: "Ctrl+B",
    Command.ITALIC: "Ctrl+I",
    Command.PARAGRAPH: "Ctrl+Alt+0",
    Command.HEADING_1: "Ctrl+Alt+1",
    Command.HEADING_2: "Ctrl+Alt+2",
    Command.HEADING_3: "Ctrl+Alt+3",
    Command.HEADING_4: "Ctrl+Alt+4",
    Command.BULLETS: "Ctrl+Shift+L",
    Command.NUMBERS: "Ctrl+Shift+O",
    Command.QUOTE: "Ctrl+Shift+Q",
    Command.INDENT: "Ctrl+]",
    Command.OUTDENT: "Ctrl+[",
    Command.TABLE: "Ctrl+Shift+T",
    Command.LINK: "Ctrl+K",
    Command.EVIDENCE: "Ctrl+Shift+E",
    Command.FROM_BID: "Ctrl+Shift+I",
    Command.COMMENT: "Ctrl+Alt+M",
    Command.WELSH: "Ctrl+Shift+Y",
    Command.CLEAR: "Ctrl+Space",
}

_BY_KEY = {keys: command for command, keys in KEYS.items()}
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_ALSO_UNDO = frozenset({"Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"})


def _pressed(event: QKeyEvent) -> str:
    """Return the keys of a press in the form that KEYS has them."""
    keys = QKeySequence(event.keyCombination())
    return keys.toString(QKeySequence.SequenceFormat.PortableText)


def command_of(event: QKeyEvent) -> Command | None:
    """Return the command a key press means; AltGr with a letter of its own types that letter."""
    command = _BY_KEY.get(_pressed(event))
    typed = event.text()
    if command and len(typed) == 1 and typed.isprintable() and typed != " ":
        return command if typed.upper() == chr(event.key()) else None
    return command


def is_undo(event: QKeyEvent) -> bool:
    """Tell whether a key press asks for undo or redo, which belong to the window."""
    return _pressed(event) in _ALSO_UNDO or any(event.matches(standard) for standard in _UNDO)


def shown_keys(command: Command) -> str:
    """Return the keys of a command as this computer writes them, "" where it has none."""
    keys = QKeySequence(KEYS.get(command, ""), QKeySequence.SequenceFormat.PortableText)
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
