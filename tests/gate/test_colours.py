"""Colours stand in the themes and in the house style of documents, nowhere else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest

from tests.gate.sources import complain, python_files, short, tree_of

LITERAL = re.compile(
    r"(?<![\w&])#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})(?![\w-])"
    r"|\b(?:rgb|rgba|hsl|hsla|hsv)\s*\(\s*\d"
)
MAKERS = {"QColor", "QRgb", "qRgb", "qRgba", "fromRgb", "fromRgbF", "fromHsv", "fromHsl", "Color"}
NAMED = {"GlobalColor"}


def may_hold_colours(name: str) -> bool:
    """Tell whether a module is one of the places where colours are chosen."""
    parts = PurePosixPath(name).with_suffix("").parts
    in_theme = parts[:2] == ("bidkit", "ui") and parts[2].startswith("theme")
    return in_theme or parts[-1] == "house_style"


def colours(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Find the colour literals of a syntax tree: line and what stands there."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if hit := LITERAL.search(node.value):
                yield node.lineno, hit.group()
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in MAKERS and any(isinstance(value, ast.Constant) for value in node.args):
                yield node.lineno, ast.unparse(node)
        elif isinstance(node, ast.Attribute) and node.attr in NAMED:
            yield node.lineno, ast.unparse(node)


def test_no_colour_outside_the_themes() -> None:
    found = (
        f"{short(path)}:{line} {text}"
        for path in python_files("bidkit")
        if not may_hold_colours(short(path))
        for line, text in colours(tree_of(path))
    )
    complain("A colour comes from the theme or from the document's house style", found)


@pytest.mark.parametrize(
    "source",
    [
        'x = "#1b2c3d"',
        'x = "color: #fff;"',
        'x = "rgba(0, 0, 0, 40)"',
        "x = QColor(1, 2, 3)",
        'x = QColor("red")',
        "x = Qt.GlobalColor.red",
    ],
)
def test_a_colour_is_noticed(source: str) -> None:
    assert list(colours(ast.parse(source)))


@pytest.mark.parametrize(
    "source", ['x = "Question #12"', 'x = "&#163;"', "x = QColor(theme.ink)", 'x = "a#decades"']
)
def test_what_is_no_colour_passes(source: str) -> None:
    assert not list(colours(ast.parse(source)))
