"""Every act of the menus as data: its words, its menu, its keys, and the name of what it calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from bidkit.words import Words, later


class Menu(Enum):
    """The menus, in order."""

    FILE = later("&File")
    EDIT = later("&Edit")
    VIEW = later("&View")
    GO = later("&Go")
    HELP = later("&Help")


@dataclass(frozen=True)
class Act:
    """One act; a gap stands before it where one is wanted, needs_bid where a bid must be open."""

    name: str
    menu: Menu
    words: Words
    keys: str = ""
    gap: bool = False
    needs_bid: bool = True


ACTS = (
    Act("start_new", Menu.FILE, later("&Start a bid…"), "Ctrl+Shift+N", needs_bid=False),
    Act("open_file", Menu.FILE, later("&Open…"), "Ctrl+O", needs_bid=False),
    Act("open_example", Menu.FILE, later("Look at a finished &example"), needs_bid=False),
    Act("name_version", Menu.FILE, later("&Name this version…"), "Ctrl+S", gap=True),
    Act("save_copy", Menu.FILE, later("Save a &copy…"), "Ctrl+Shift+S"),
    Act("preview", Menu.FILE, later("&Preview"), "Ctrl+P", gap=True),
    Act("hand_in", Menu.FILE, later("&Check and hand in"), "Ctrl+Shift+P"),
    Act("settings", Menu.FILE, later("S&ettings…"), "Ctrl+Alt+S", gap=True, needs_bid=False),
    Act("close_bid", Menu.FILE, later("C&lose the bid"), "Ctrl+W"),
    Act("quit", Menu.FILE, later("&Quit"), "Ctrl+Q", needs_bid=False),
    Act("undo", Menu.EDIT, later("&Undo"), "Ctrl+Z"),
    Act("redo", Menu.EDIT, later("&Redo"), "Ctrl+Y"),
    Act("toggle_panel", Menu.VIEW, later("&Right panel"), "F9"),
    Act("show_findings", Menu.VIEW, later("To &fix"), "Alt+1"),
    Act("show_guidance", Menu.VIEW, later("&Guidance"), "Alt+2"),
    Act("show_evidence", Menu.VIEW, later("&Evidence"), "Alt+3"),
    Act("theme_system", Menu.VIEW, later("Colours of the &system"), gap=True, needs_bid=False),
    Act("theme_light", Menu.VIEW, later("&Light"), needs_bid=False),
    Act("theme_dark", Menu.VIEW, later("&Dark"), needs_bid=False),
    Act("theme_contrast", Menu.VIEW, later("&High contrast"), needs_bid=False),
    Act("go_back", Menu.GO, later("&Back"), "Ctrl+PgUp"),
    Act("go_next", Menu.GO, later("&Next"), "Ctrl+PgDown"),
    Act("go_by_name", Menu.GO, later("&Go to…"), "Ctrl+G"),
    Act("next_finding", Menu.GO, later("Next thing to &fix"), "F8", gap=True),
    Act("show_keys", Menu.HELP, later("&Keys"), "F1", needs_bid=False),
    Act("show_dates", Menu.HELP, later("&Dates and sources"), needs_bid=False),
    Act("about", Menu.HELP, later("&About BidKit"), needs_bid=False),
)


def build_menus(
    window: QMainWindow, calls: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Fill a window's menu bar and return its actions by name."""
    menus: dict[Menu, QMenu] = {}
    actions: dict[str, QAction] = {}
    for act in ACTS:
        if act.menu not in menus:
            menus[act.menu] = window.menuBar().addMenu(str(act.menu.value))
        menu = menus[act.menu]
        if act.gap:
            menu.addSeparator()
        action = QAction(str(act.words), window)
        action.setObjectName(act.name)
        if act.keys:
            keys = [QKeySequence(act.keys)]
            if act.name == "redo":
                keys.append(QKeySequence("Ctrl+Shift+Z"))
            action.setShortcuts(keys)
        action.triggered.connect(_without_argument(calls[act.name]))
        menu.addAction(action)
        window.addAction(action)
        actions[act.name] = action
    return actions


def _without_argument(call: Callable[[], object]) -> Callable[[], None]:
    def called() -> None:
        call()

    return called
