"""What changed on a page, shown in its words: added and taken out, by mark, shape and colour."""

from __future__ import annotations

from PySide6.QtGui import QBrush, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from bidkit.session.reissue.comparing import Comparison, Kind, PageCompared
from bidkit.ui.theme import Theme
from bidkit.words import tr

MARKS: dict[Kind, tuple[str, str]] = {
    "same": ("", ""),
    "added": ("[+ ", " +]"),
    "removed": ("[− ", " −]"),
}
GROUNDS: dict[Kind, str] = {"added": "good_soft", "removed": "bad_soft"}


def show_compared(text: QPlainTextEdit, page: PageCompared, theme: Theme) -> None:
    """Show a page with what came underlined and what went struck out, each in brackets."""
    text.clear()
    cursor = QTextCursor(text.document())
    first = -1
    for piece in page.pieces:
        before, after = MARKS[piece.kind]
        words = piece.text.rstrip()
        blank = piece.text[len(words) :]
        if piece.kind != "same" and first < 0:
            first = cursor.position()
        bracket = _look(piece.kind, theme, plain=True)
        cursor.insertText(before, bracket)
        cursor.insertText(words, _look(piece.kind, theme))
        cursor.insertText(after, bracket)
        cursor.insertText(blank, _look("same", theme))
    cursor.setPosition(max(first, 0))
    text.setTextCursor(cursor)
    text.ensureCursorVisible()


def words_of_changes(comparison: Comparison) -> str:
    """Return in words how much changed and where."""
    pages = comparison.changed_pages
    if not pages:
        return tr("Nothing changed in the words of this version.")
    return tr(
        "Since the version before: {added} words added [+ underlined +], {removed} taken out "
        "[− struck out −], on page {pages}.",
        added=comparison.count("added"),
        removed=comparison.count("removed"),
        pages=_few(pages),
    )


def _few(pages: tuple[int, ...], most: int = 12) -> str:
    words = ", ".join(str(one) for one in pages[:most])
    return f"{words} …" if len(pages) > most else words


def _look(kind: Kind, theme: Theme, *, plain: bool = False) -> QTextCharFormat:
    look = QTextCharFormat()
    if kind == "same":
        return look
    look.setBackground(QBrush(theme.colour(GROUNDS[kind])))
    look.setFontUnderline(kind == "added" and not plain)
    look.setFontStrikeOut(kind == "removed" and not plain)
    return look
