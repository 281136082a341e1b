"""Examples in docstrings are true."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

from tests.gate.sources import ROOT, complain, python_files, text_of


def with_examples() -> list[Path]:
    """Return the modules that show an example."""
    return [path for path in python_files("bidkit") if ">>> " in text_of(path)]


def failures(path: Path) -> list[str]:
    """Run the examples of one module; return what went wrong, as doctest says it."""
    dotted = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    module = importlib.import_module(dotted.removesuffix(".__init__"))
    lines: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS, verbose=False)
    for example in doctest.DocTestFinder(exclude_empty=True).find(module):
        runner.run(example, out=lines.append)
    return lines


def test_examples_in_docstrings_are_true() -> None:
    found = (line for path in with_examples() for line in failures(path))
    complain("Examples in docstrings give what they say", found)
