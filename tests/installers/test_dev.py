"""The two commands: first start, second start, and what happens when installing fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

INSTALLERS = Path(__file__).resolve().parents[2] / "installers"
# Makes the file that `new` or `export -o` names, says what it was asked for, and ends with 7.
PROGRAM = """
import sys
from pathlib import Path
words = sys.argv[1:]
print("started with", *words)
if words[0] in ("new", "export"):
    Path(words[-1]).write_text("made", encoding="utf-8")
sys.exit(0 if words[0] in ("new", "export") else 7)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project whose lock is empty and whose program tells its arguments, exit code 7."""
    root = tmp_path / "a project with spaces"
    (root / "installers").mkdir(parents=True)
    for source in INSTALLERS.glob("*.py"):
        shutil.copy(source, root / "installers")
    (root / "bidkit").mkdir()
    (root / "bidkit" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    (root / "requirements.lock").write_text("# nothing\n", encoding="utf-8")
    return root


def dev(
    root: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command from another folder, as a person would."""
    return subprocess.run(
        [sys.executable, str(root / "installers" / "dev.py"), *arguments],
        cwd=root.parent,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_first_start_makes_the_environment_and_later_ones_reuse_it(project: Path) -> None:
    first = dev(project, "run", "check", "a bid.bidkit")
    assert "Making .venv" in first.stdout
    assert first.stdout.splitlines()[-1] == "started with check a bid.bidkit"
    assert first.returncode == 7
    second = dev(project, "run", "--version")
    assert second.stdout.splitlines() == ["started with --version"]
    (project / "requirements.lock").write_text("# something else\n", encoding="utf-8")
    assert "Bringing .venv up to date" in dev(project, "run", "--version").stdout
    without_words_the_example_is_opened_or_exported(project)


def without_words_the_example_is_opened_or_exported(project: Path) -> None:
    """Try a start without words twice: the example is made once, then opened or exported."""
    no_screen = {"DISPLAY": "", "WAYLAND_DISPLAY": ""}
    first = dev(project, "run", environment=no_screen)
    again = dev(project, "run", environment=no_screen)
    (bid,) = (project / "build" / "example").glob("*.bidkit")
    assert f"started with new --example harbour {bid}" in first.stdout
    assert "started with new" not in again.stdout
    if sys.platform in ("win32", "darwin"):
        assert again.stdout.splitlines()[-1] == f"started with open {bid}"
        assert again.returncode == 7
    else:
        paper = bid.with_suffix(".pdf")
        assert "no screen" in again.stdout
        assert again.stdout.splitlines()[-1] == f"The example as a PDF: {paper}"
        assert paper.is_file()
        assert again.returncode == 0


def test_a_failed_installation_is_said_and_not_taken_for_whole(project: Path) -> None:
    digest = "0" * 64
    (project / "requirements.lock").write_text(
        f"bidkit-needs-this==1.0 --hash=sha256:{digest}\n", encoding="utf-8"
    )
    offline = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
    for _ in range(2):
        refused = dev(project, "run", environment=offline)
        assert refused.returncode == 2
        assert "could not be installed" in refused.stderr
        assert "nothing half made is used" in refused.stderr
        assert "Making .venv" in refused.stdout


def test_an_unknown_command_shows_how_to_use_it(project: Path) -> None:
    shown = dev(project, "start")
    assert shown.returncode == 2
    assert "dev.py run [ARGS...]" in shown.stderr
    assert dev(project, "--help").returncode == 0
