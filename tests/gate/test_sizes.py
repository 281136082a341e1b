"""Files, functions, parameter lists and packages stay small enough to be read in one go."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.gate.sources import ROOT, allowances, complain, python_files, short, text_of, tree_of

Function = ast.FunctionDef | ast.AsyncFunctionDef

SOFT_FILE, HARD_FILE, TEST_FILE = 300, 400, 500
FUNCTION = 40
PARAMETERS = 6
MODULES = 24
OWN_LIMITS = {"bidkit/ui/window.py": 250}


def functions(tree: ast.AST, outer: str = "") -> Iterator[tuple[str, Function]]:
    """Walk every function of a tree with its dotted name."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Function):
            yield f"{outer}{node.name}", node
            yield from functions(node, f"{outer}{node.name}.")
        elif isinstance(node, ast.ClassDef):
            yield from functions(node, f"{outer}{node.name}.")
        else:
            yield from functions(node, outer)


def length(function: Function) -> int:
    """Count a function's lines from its `def` to its end, its docstring left out."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is not None and first.end_lineno:
        lines -= first.end_lineno - first.lineno + 1
    return lines


def parameters(function: Function) -> int:
    """Count a function's parameters, without the `self` or `cls` of a method."""
    every = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return sum(1 for argument in every if argument.arg not in ("self", "cls"))


def line_count(path: Path) -> int:
    """Count a file's lines."""
    return len(text_of(path).splitlines())


def against(kind: str, found: dict[str, str]) -> list[str]:
    """Compare what was found with the agreed exceptions: what is too much, what is no longer."""
    agreed = allowances(kind)
    too_much = [found[name] for name in found if name not in agreed]
    stale = [
        f"{name}: take it out of [{kind}] in allowances.toml, it is small enough now"
        for name in agreed
        if name not in found
    ]
    return too_much + stale


def test_no_file_is_over_the_hard_limit() -> None:
    limits = {"bidkit": HARD_FILE, "installers": HARD_FILE, "tests": TEST_FILE}
    found = (
        f"{short(path)}: {line_count(path)} lines, limit {limit}"
        for folder, limit in limits.items()
        for path in python_files(folder)
        if line_count(path) > limit
    )
    complain("No file is longer than this: divide it by meaning", found)


def test_long_files_have_a_reason() -> None:
    found = {}
    for path in python_files("bidkit", "installers"):
        limit = OWN_LIMITS.get(short(path), SOFT_FILE)
        if line_count(path) > limit:
            found[short(path)] = f"{short(path)}: {line_count(path)} lines, limit {limit}"
    rule = "Long files are divided, or named with a reason in tests/gate/allowances.toml"
    complain(rule, against("long_files", found))


def test_functions_are_short_and_take_few_things() -> None:
    long, many = {}, {}
    for path in python_files("bidkit", "installers"):
        for name, function in functions(tree_of(path)):
            place = f"{short(path)}:{function.lineno} {name}"
            if length(function) > FUNCTION:
                long[f"{short(path)}::{name}"] = f"{place}: {length(function)} lines"
            if parameters(function) > PARAMETERS:
                many[f"{short(path)}::{name}"] = f"{place}: {parameters(function)} parameters"
    complain(
        f"A function has at most {FUNCTION} lines and {PARAMETERS} parameters",
        [*against("long_functions", long), *against("many_parameters", many)],
    )


def test_packages_are_not_crowded() -> None:
    modules = Counter(
        short(path.parent) for path in python_files("bidkit") if path.name != "__init__.py"
    )
    found = {name: f"{name}: {count} modules" for name, count in modules.items() if count > MODULES}
    rule = f"A package holds at most about {MODULES} modules: divide it by meaning"
    complain(rule, against("full_packages", found))


def test_the_measures_measure() -> None:
    source = 'def act(self, a, *, b):\n    """One.\n\n    Two.\n    """\n    return a\n'
    (name, function), *_ = functions(ast.parse(source))
    assert (name, length(function), parameters(function)) == ("act", 2, 2)
    assert (ROOT / "pyproject.toml").is_file()
