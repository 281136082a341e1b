"""Every word on screen goes through tr(), with a plain English text and its named values."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

import pytest

from tests.gate.sources import allowances, complain, python_files, short, tree_of

SHOWING_CALLS = """
    setText setPlainText setHtml setMarkdown setTitle setSubTitle setWindowTitle setToolTip
    setStatusTip setWhatsThis setPlaceholderText setAccessibleName setAccessibleDescription
    setAccessibleIdentifierText setLabelText setInformativeText setDetailedText setButtonText
    setItemText setItemToolTip setTabText setTabToolTip setHeaderLabels setHeaderLabel
    setHorizontalHeaderLabels setVerticalHeaderLabels setSuffix setPrefix setSpecialValueText
    setIconText setApplicationDisplayName setNameFilter setNameFilters setCancelButtonText
    addAction addMenu addItem addItems addTab addRow addSection addButton insertTab insertItem
    showMessage drawText getOpenFileName getSaveFileName getExistingDirectory
    QLabel QPushButton QToolButton QCheckBox QRadioButton QGroupBox QAction QMenu QDockWidget
    QCommandLinkButton QProgressDialog QMessageBox QTableWidgetItem QListWidgetItem
    QTreeWidgetItem QStandardItem
"""
SHOWING = set(SHOWING_CALLS.split())
TRANSLATING = {"tr", "later"}
FOR_PEOPLE = re.compile(r"^f?['\"][A-Z][a-z]|[A-Za-z]{2}[,;:]?\s+[A-Za-z]{2}")
KEYS = re.compile(r"^'(?:(?:Ctrl|Alt|Shift|Meta)\+)+\w+'$|^'F\d+'$")
LETTERS = re.compile(r"[^\W\d_]{2}")


def called(node: ast.Call) -> str:
    """Return the bare name of what a call calls."""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def has_its_words(pair: ast.Tuple | ast.List) -> bool:
    """Tell whether a stored value stands beside its words: ("do not bid", later("No"))."""
    return any(isinstance(part, ast.Call) and called(part) in TRANSLATING for part in pair.elts)


def parts_of(node: ast.expr) -> list[ast.expr]:
    """Return the expressions that may become the value of this one, or a part of it."""
    match node:
        case ast.Call(func=ast.Attribute(value=value, attr="format" | "join")):
            return [value]
        case ast.IfExp():
            return [node.body, node.orelse]
        case ast.BinOp():
            return [node.left, node.right]
        case ast.BoolOp():
            return node.values
        case ast.Tuple() | ast.List():
            paired = has_its_words(node)
            return [part for part in node.elts if not (paired and isinstance(part, ast.Constant))]
    return []


def words_in(node: ast.expr) -> Iterator[ast.expr]:
    """Find the texts written out in an argument, outside tr() and outside comparisons."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and LETTERS.search(node.value):
            yield node
    elif isinstance(node, ast.JoinedStr):
        if any(list(words_in(part)) for part in node.values if isinstance(part, ast.Constant)):
            yield node
    else:
        for part in parts_of(node):
            yield from words_in(part)


def untranslated(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Find the texts that a syntax tree shows without tr(): line and text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in SHOWING:
            values = [*node.args, *(keyword.value for keyword in node.keywords)]
            for value in values:
                yield from ((text.lineno, ast.unparse(text)) for text in words_in(value))


def own_callables(trees: Iterable[ast.AST]) -> set[str]:
    """Return the names of the classes and functions that the window's modules define."""
    kinds = ast.ClassDef | ast.FunctionDef
    return {node.name for tree in trees for node in ast.walk(tree) if isinstance(node, kinds)}


def untranslated_for_own(tree: ast.AST, own: set[str]) -> Iterator[tuple[int, str]]:
    """Find what reads like words for people and is given to one of our own pieces without tr()."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in own - TRANSLATING:
            for value in [*node.args, *(keyword.value for keyword in node.keywords)]:
                for text in words_in(value):
                    written = ast.unparse(text)
                    if FOR_PEOPLE.search(written) and not KEYS.match(written):
                        yield text.lineno, written


def fields_of(message: str) -> set[str]:
    """Return the names in braces of a message."""
    return {name.split(".")[0] for _, name, _, _ in Formatter().parse(message) if name}


def badly_translated(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Find calls of tr() whose text cannot be collected, or whose values do not fit it."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or called(node) not in TRANSLATING:
            continue
        text = node.args[0] if node.args else None
        if not isinstance(text, ast.Constant) or not isinstance(text.value, str):
            yield node.lineno, f"{ast.unparse(node)[:60]}: the text must be written out"
            continue
        given = {keyword.arg for keyword in node.keywords}
        if None not in given and given and given != fields_of(text.value):
            yield node.lineno, f"{ast.unparse(node)[:60]}: its names and its values differ"


def screen_files() -> list[Path]:
    """Return the modules that put words on screen."""
    return python_files("bidkit/ui", "bidkit/app.py")


def test_every_word_on_screen_goes_through_tr() -> None:
    agreed = allowances("plain_words")
    found = (
        f"{short(path)}:{line} {text}"
        for path in screen_files()
        for line, text in untranslated(tree_of(path))
        if f"{short(path)}::{text.strip(chr(39))}" not in agreed
    )
    complain("Words on screen go through tr(…)", found)


def test_words_given_to_our_own_pieces_go_through_tr() -> None:
    files = [path for path in screen_files() if not path.stem.startswith("theme")]
    own = own_callables(tree_of(path) for path in files)
    agreed = allowances("plain_words")
    found = (
        f"{short(path)}:{line} {text}"
        for path in files
        for line, text in untranslated_for_own(tree_of(path), own)
        if f"{short(path)}::{text.strip(chr(39))}" not in agreed
    )
    complain("Words on screen go through tr(…) or later(…)", found)


def test_every_translated_text_can_be_collected() -> None:
    found = (
        f"{short(path)}:{line} {text}"
        for path in python_files("bidkit")
        if short(path) != "bidkit/words.py"
        for line, text in badly_translated(tree_of(path))
    )
    complain("tr() takes a text written out, and just the values it names", found)


@pytest.mark.parametrize(
    "source",
    [
        'label.setText("Save")',
        'QPushButton("Save", self)',
        'label.setText(f"{n} words left")',
        'label.setText("Yes" if good else "No")',
        'menu.addAction(icon, "Save")',
        'box.setToolTip(text="Save it")',
        'label.setText("Left: " + count)',
        'label.setText("{} left".format(n))',
    ],
)
def test_plain_words_are_noticed(source: str) -> None:
    assert list(untranslated(ast.parse(source)))


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('Heading("Partners")', 1),
        ('Line(ref, "the name of it", width="short")', 1),
        ('Heading(tr("Partners"))', 0),
        ('icon("save")', 0),
        ('Line("Ctrl+Shift+S")', 0),
        ('Line((("in hand", later("In hand")), ("done", "All done")))', 1),
    ],
)
def test_plain_words_for_our_own_pieces_are_noticed(source: str, count: int) -> None:
    own = {"Heading", "Line", "icon"}
    assert len(list(untranslated_for_own(ast.parse(source), own))) == count


@pytest.mark.parametrize(
    "source",
    ['label.setText(tr("Save"))', 'label.setText("…")', "label.setText(name)", 'tr("Save")'],
)
def test_translated_words_pass(source: str) -> None:
    assert not list(untranslated(ast.parse(source)))


@pytest.mark.parametrize(
    "source", ["tr(text)", 'tr(f"{n} left")', 'tr("{n} left", m=1)', 'tr("Left", n=1)']
)
def test_a_wrong_translation_is_noticed(source: str) -> None:
    assert list(badly_translated(ast.parse(source)))
