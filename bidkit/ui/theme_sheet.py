"""The one small style sheet that regions of the window wear, made from the theme's colours."""

from __future__ import annotations

from bidkit.ui.theme_tokens import Tokens

TEMPLATE = """
QLineEdit, QPlainTextEdit, QTextEdit {{
    border: 1px solid {outline}; border-radius: 4px; padding: 5px 7px;
    background: {field}; color: {ink};
    selection-background-color: {accent}; selection-color: {accent_ink};
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{
    border: 2px solid {focus}; padding: 4px 6px;
}}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {panel}; }}
QTableView {{
    border: 1px solid {line}; border-radius: 6px; background: {field}; color: {ink};
    gridline-color: {line}; selection-background-color: {accent_soft}; selection-color: {ink};
    outline: 0;
}}
QTableView:focus {{ border: 2px solid {focus}; }}
QTableView::item {{ padding: 2px 6px; }}
QHeaderView::section {{
    background: {panel}; color: {muted}; border: 0; border-bottom: 1px solid {line};
    padding: 6px 8px; font-weight: 600;
}}
QTableCornerButton::section {{
    background: {panel}; border: 0; border-bottom: 1px solid {line};
}}
QScrollBar:vertical {{ background: transparent; width: 14px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 14px; margin: 0; }}
QScrollBar::handle {{ background: {outline}; border-radius: 4px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QScrollArea {{ border: 0; }}
QTabBar::tab {{
    border: 0; border-bottom: 2px solid {line}; padding: 8px 6px; color: {muted};
    background: transparent;
}}
QTabBar::tab:selected {{ color: {accent}; border-bottom: 2px solid {accent}; font-weight: 600; }}
QTabBar::tab:focus {{ color: {focus}; border-bottom: 2px solid {focus}; }}
QListView {{
    border: 1px solid {line}; border-radius: 6px; background: {field}; color: {ink};
    selection-background-color: {accent_soft}; selection-color: {ink}; outline: 0;
}}
QListView#rail, QListView#rail:focus {{ border: 0; border-radius: 0; background: {panel}; }}
QListView::item {{ padding: 5px 7px; }}
QListView:focus {{ border: 2px solid {focus}; }}
"""


def sheet_of(tokens: Tokens) -> str:
    """Return the style sheet in these colours."""
    return TEMPLATE.format_map(vars(tokens))
