"""A description of a form is data: a module that holds one knows no widget."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.gate.sources import complain, python_files, short, tree_of


def descriptions(tree: ast.Module) -> Iterator[int]:
    """Find the lines where a module describes a form outside any function."""
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign | ast.Expr):
            for node in ast.walk(statement):
                if isinstance(node, ast.Call) and ast.unparse(node.func).split("[")[0] == "Form":
                    yield node.lineno


def widget_imports(tree: ast.Module) -> Iterator[int]:
    """Find the lines that import Qt."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names]
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            if any(name.split(".")[0] == "PySide6" for name in names):
                yield node.lineno


def test_descriptions_of_forms_hold_no_widgets() -> None:
    found = (
        f"{short(path)}:{line} imports Qt, and line {first} describes a form"
        for path in python_files("bidkit/ui")
        for first in list(descriptions(tree_of(path)))[:1]
        for line in widget_imports(tree_of(path))
    )
    complain("A module that describes a form imports no Qt", found)


def test_a_mixture_is_noticed() -> None:
    tree = ast.parse("from PySide6.QtWidgets import QLabel\nBUYER = Form[Bid]('The buyer', ())\n")
    assert list(descriptions(tree)) == [2]
    assert list(widget_imports(tree)) == [1]
