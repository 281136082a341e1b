"""The window: menus, the start screen or one open bid; it knows no field of any bid."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from bidkit.errors import BidKitError
from bidkit.session.preferences import Preferences
from bidkit.storage.settings import Settings
from bidkit.ui.actions import ACTS, build_menus
from bidkit.ui.dialogs.asking import ask_for_bid, ask_for_copy, ask_for_version
from bidkit.ui.dialogs.rescue import RescueDialog
from bidkit.ui.notices import Notices
from bidkit.ui.open_bid import OpenBid
from bidkit.ui.opening import Opening
from bidkit.ui.shell.topbar import title_of_bid
from bidkit.ui.shell.workspace import Workspace
from bidkit.ui.theme import Theme
from bidkit.ui.theme_tokens import Choice
from bidkit.words import tr

if TYPE_CHECKING:
    from bidkit.ui.start import StartScreen

SIZE = (1280, 720)
LEAST = (640, 400)


class Window(QMainWindow):
    """Shows the start screen, or one open bid; closing puts everything into the file first."""

    def __init__(self, theme: Theme, opening: Opening, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self.theme = theme
        self.notices = Notices(self)
        self.notices.on_damage = self._rescue
        self.opening = opening
        self.workspace: Workspace | None = None
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        if preferences.local.window:
            self.restoreGeometry(QByteArray.fromBase64(preferences.local.window.encode()))
        self.actions_by_name = build_menus(self, self._calls())

    @property
    def session(self) -> OpenBid | None:
        """The bid that is open, if there is one."""
        return self.workspace.session if self.workspace is not None else None

    def begin(self, path: Path | None = None) -> None:
        """Show a bid where one is named and can be read, else the start screen."""
        if path is not None:
            self.open_path(path)
        if self.workspace is None:
            self.show_start()

    def show_start(self) -> StartScreen:
        """Show the start screen."""
        self.workspace = None
        from bidkit.ui.start import StartScreen

        screen = StartScreen(self.opening, self.notices, self.theme)
        screen.opened.connect(self.show_bid)
        self._show(screen)
        self.setWindowTitle(tr("BidKit"))
        return screen

    def show_bid(self, session: OpenBid) -> None:
        """Show an open bid."""
        self.workspace = Workspace(session, self.notices, self.theme)
        self.workspace.undo_changed.connect(self._tell_undo)
        self.workspace.copy_wanted.connect(self.save_copy)
        self._show(self.workspace)
        self._tell_undo()

    def open_path(self, path: Path) -> None:
        """Open a bid file; a refusal is shown, and what is open stays open."""
        self._replace(partial(self.opening.open, path))

    def close_bid(self) -> bool:
        """Put everything into the file and let it go; tell whether that is done."""
        if self.workspace is None:
            return True
        self.workspace.leave()
        try:
            self.opening.close(self.workspace.session)
        except BidKitError as error:
            self._offer_copy(error)
            return False
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when everything is safe; otherwise say why not and stay."""
        if self.close_bid():
            self.workspace = None
            shape = bytes(self.saveGeometry().toBase64().data()).decode()
            self.preferences.remember(self.preferences.local.model_copy(update={"window": shape}))
            event.accept()
        else:
            event.ignore()

    def save_all(self) -> bool:
        """Put everything typed into the file; tell whether it is safe there."""
        if self.workspace is None:
            return True
        self.workspace.leave()
        return self.workspace.session.commit()

    def start_new(self) -> None:
        """Start a bid, from the start screen."""
        if self.close_bid():
            self.show_start().start_new()

    def open_file(self) -> None:
        """Ask for a bid file and open it."""
        ask_for_bid(self, self.open_path)

    def open_example(self) -> None:
        """Open a finished example."""
        self._replace(partial(self.opening.example, "harbour"))

    def name_version(self) -> None:
        """Ask for a name for the bid as it stands now."""
        if self.workspace is not None:
            self.workspace.leave()
            ask_for_version(self, self._take_version)

    def save_copy(self) -> None:
        """Ask where a copy goes and write it."""
        if self.workspace is not None:
            self.workspace.leave()
            ask_for_copy(self, self._write_copy)

    def show_settings(self) -> None:
        """Show the settings; what is chosen is kept at once."""
        from bidkit.ui.dialogs.settings import SettingsDialog

        SettingsDialog(self.theme, self.preferences.settings, self._prefer, self).open()

    def back_to_start(self) -> None:
        """Close the bid and show the start screen."""
        if self.close_bid():
            self.show_start()

    def _calls(self) -> dict[str, Callable[[], object]]:
        own = {act.name: partial(self._in_workspace, act.name) for act in ACTS}
        return own | {
            "start_new": self.start_new,
            "open_file": self.open_file,
            "open_example": self.open_example,
            "name_version": self.name_version,
            "save_copy": self.save_copy,
            "close_bid": self.back_to_start,
            "quit": self.close,
            "settings": self.show_settings,
            "theme_system": partial(self._choose_theme, "system"),
            "theme_light": partial(self._choose_theme, "light"),
            "theme_dark": partial(self._choose_theme, "dark"),
            "theme_contrast": partial(self._choose_theme, "high-contrast"),
            "show_keys": partial(self._show_sheet, "keys"),
            "show_dates": partial(self._show_sheet, "dates"),
            "about": partial(self._show_sheet, "about"),
        }

    def _in_workspace(self, name: str) -> None:
        if self.workspace is not None:
            self.workspace.act(name)

    def _show(self, widget: QWidget) -> None:
        self.setCentralWidget(widget)
        widget.show()
        for act in ACTS:
            if act.needs_bid:
                self.actions_by_name[act.name].setEnabled(self.workspace is not None)

    def _tell_undo(self) -> None:
        if self.workspace is None:
            return
        document = self.workspace.desk.document
        for name, label, words in (
            ("undo", document.undo_label, tr("&Undo {what}", what=document.undo_label)),
            ("redo", document.redo_label, tr("&Redo {what}", what=document.redo_label)),
        ):
            self.actions_by_name[name].setText(words.strip())
            self.actions_by_name[name].setEnabled(bool(label))
        self.setWindowTitle(tr("{title} – BidKit", title=title_of_bid(document.bid)))

    def _replace(self, make: Callable[[], OpenBid]) -> None:
        """Open another bid; only when that worked is the one before let go."""
        try:
            session = make()
        except BidKitError as error:
            self.notices.refuse(error)
            return
        if self.close_bid():
            self.show_bid(session)

    def _rescue(self, path: Path) -> None:
        RescueDialog(path, self.theme, self.notices, self.open_path, self).open()

    def _show_sheet(self, name: str) -> None:
        from bidkit.ui.dialogs.about import SHEETS

        SHEETS[name](self.theme, self).open()

    def _prefer(self, settings: Settings) -> None:
        self.theme.choose(Choice(settings.theme))
        if not self.preferences.prefer(settings):
            self.notices.say(tr("This was chosen for now, but could not be kept."))

    def _choose_theme(self, name: str) -> None:
        self._prefer(self.preferences.settings.model_copy(update={"theme": name}))

    def _take_version(self, title: str) -> None:
        if self.workspace is not None:
            self.workspace.session.name_version(title)
            self.notices.say(tr("This version is called “{name}”.", name=title))

    def _write_copy(self, path: Path) -> None:
        if self.workspace is None:
            return
        try:
            self.opening.save_copy(self.workspace.session, path)
        except BidKitError as error:
            self.notices.refuse(error)
        else:
            self.notices.say(tr("A copy was written: {name}", name=path))

    def _offer_copy(self, error: BidKitError) -> None:
        def answered(key: str) -> None:
            if key == "copy":
                self.save_copy()
            elif key == "anyway":
                self.workspace = None
                self.close()

        answers = (
            ("stay", tr("Stay here")),
            ("copy", tr("Save a copy…")),
            ("anyway", tr("Close; the safety log keeps it")),
        )
        self.notices.ask(error.what, f"{error.why} {error.advice}".strip(), answers, answered)
