"""Ruff, mypy and import-linter find nothing."""

from __future__ import annotations

import pytest

from tests.gate.sources import run_tool


@pytest.mark.parametrize("command", ["check --quiet", "format --check --quiet"])
def test_ruff_finds_nothing(command: str) -> None:
    code, output = run_tool("-m", "ruff", *command.split(), ".")
    assert code == 0, f"ruff {command}\n{output}"


def test_mypy_finds_nothing() -> None:
    code, output = run_tool("-m", "mypy", "--cache-dir", ".mypy_cache/gate", "--no-error-summary")
    assert code == 0, f"mypy --strict\n{output}"


def test_rooms_import_downwards_and_libraries_have_doors() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    code, output = run_tool("-c", command, "--no-logo")
    broken = output[output.find("Broken contracts") :]
    assert code == 0, f"import-linter\n{broken}"
