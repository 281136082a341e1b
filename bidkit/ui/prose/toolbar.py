"""The row of buttons above prose: each asks for one command and shows where it holds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.prose.acts.commands import WORDS, Command, shown_keys
from bidkit.ui.prose.editor import ProseEditor
from bidkit.words import Words, later, tr

_FACES: dict[Command, Words] = {
    Command.BOLD: later("B"),
    Command.ITALIC: later("I"),
    Command.HEADING_1: later("H"),
    Command.BULLETS: later("• List"),
    Command.NUMBERS: later("1. List"),
    Command.TABLE: later("Table"),
    Command.LINK: later("Link"),
    Command.EVIDENCE: later("Link evidence"),
    Command.FROM_BID: later("Chart"),
    Command.COMMENT: later("Comment"),
}

GAP = 4
"""Between buttons: all of them stand in one row of a window 1280 wide."""

_ACTS = (Command.TABLE, Command.EVIDENCE, Command.FROM_BID, Command.COMMENT)


class ProseToolBar(QWidget):
    """Buttons for the commands used most; requested brings the command that was asked for.

    Tab stops here once; the arrow keys, Home and End go from button to button.
    """

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[Command, Button] = {}
        self.setAccessibleName(tr("Formatting"))
        row = FlowLayout(self, gap=GAP)
        for command, face in _FACES.items():
            row.addWidget(self._button(command, face))
        self._stop_at(self._buttons[Command.BOLD])

    def leave_out(self, *commands: Command) -> None:
        """Hide the buttons of commands that mean nothing on this page."""
        for command in commands:
            self._buttons[command].hide()

    def serve(self, editor: ProseEditor) -> None:
        """Carry requests to an editor and show what holds at its cursor."""
        self.requested.connect(editor.perform)
        editor.holding_changed.connect(self.show_holding)
        self.show_holding(editor.holding())

    @Slot(object)
    def show_holding(self, holding: frozenset[Command]) -> None:
        """Show the buttons of these commands as pressed, in looks and to a screen reader."""
        for command, button in self._buttons.items():
            if button.isCheckable():
                button.setChecked(command in holding)

    def button(self, command: Command) -> Button:
        """Return the button of a command."""
        return self._buttons[command]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys go from button to button."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            shown = [one for one in self._buttons.values() if not one.isHidden()]
            places = [number for number, one in enumerate(shown) if one is watched]
            if places and (there := _moved(event.key(), places[0], len(shown))) is not None:
                self._stop_at(shown[there])
                shown[there].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _stop_at(self, chosen: Button) -> None:
        """Make one button the one that Tab comes to."""
        for button in self._buttons.values():
            stops = button is chosen
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if stops else Qt.FocusPolicy.NoFocus)

    def _button(self, command: Command, face: Words) -> Button:
        button = Button(str(face), self)
        font = button.font()
        font.setBold(command is Command.BOLD)
        font.setItalic(command is Command.ITALIC)
        button.setFont(font)
        button.setAccessibleName(str(WORDS[command]))
        keys = shown_keys(command)
        told = tr("{what} ({keys})", what=str(WORDS[command]), keys=keys)
        button.setToolTip(told if keys else str(WORDS[command]))
        button.installEventFilter(self)
        button.setCheckable(command not in _ACTS)
        button.clicked.connect(lambda: self._ask(command))
        self._buttons[command] = button
        return button

    def _ask(self, command: Command) -> None:
        self.requested.emit(command)


def _moved(key: int, place: int, count: int) -> int | None:
    """Return the button that a key goes to from another, None where it goes nowhere."""
    match key:
        case Qt.Key.Key_Left | Qt.Key.Key_Up:
            return (place - 1) % count
        case Qt.Key.Key_Right | Qt.Key.Key_Down:
            return (place + 1) % count
        case Qt.Key.Key_Home:
            return 0
        case Qt.Key.Key_End:
            return count - 1
    return None
