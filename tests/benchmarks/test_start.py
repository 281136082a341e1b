"""How long it takes until a window with the example open can be used, and how much memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bidkit.session.examples import load_example
from bidkit.session.files import create_bid
from bidkit.session.ports import ports_here

ROOT = Path(__file__).parents[2]
SECONDS = 0.5
MEGABYTES = 110
EMPTY = """
import gc; gc.disable()
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
QTimer.singleShot(0, lambda: QTimer.singleShot(0, application.quit))
window = QMainWindow()
window.resize(1280, 720)
window.show()
application.exec()
"""
OPEN = """
import gc; gc.disable()
import sys
from pathlib import Path
from typing import Any, cast
from bidkit.session.ports import ports_here
from bidkit.ui.application import make_application, start
from PySide6.QtCore import QTimer
application = make_application()
QTimer.singleShot(0, lambda: QTimer.singleShot(0, application.quit))
start(ports_here(), Path(sys.argv[1]))
"""
TOLD = """
import os, resource, time
spent = time.process_time()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
if sys.platform == "linux":  # there the figure above counts the process that started this one too
    lines = open("/proc/self/status").read().splitlines()
    peak = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
print(spent, peak, flush=True)
os._exit(0)
"""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of the finished example, in a home of its own."""
    folder = tmp_path_factory.mktemp("start")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BIDKIT_HOME", str(folder / "home"))
        ports = ports_here("Ann")
        create_bid(folder / "a.bidkit", load_example("harbour", ports.today()), ports).close()
    return folder / "a.bidkit"


def spent(code: str, file: Path) -> tuple[float, float]:
    """Return the CPU seconds and megabytes of a process up to its first idle moment, warm."""
    warm = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    warm |= {
        "PYTHONPYCACHEPREFIX": str(file.parent / "bytecode"),
        "BIDKIT_HOME": str(file.parent / "home"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, "-c", code + TOLD, str(file)]
    done = subprocess.run(command, cwd=ROOT, env=warm, capture_output=True, check=True)
    seconds, megabytes = done.stdout.split()[-2:]
    return float(seconds), float(megabytes)


def test_start_with_the_example_open(benchmark: BenchmarkFixture, example: Path) -> None:
    """CPU time, the best of ten, beside that of an empty window on the same machine."""
    spent(OPEN, example)
    seconds, megabytes = min(spent(OPEN, example) for _ in range(10))
    empty, empty_megabytes = min(spent(EMPTY, example) for _ in range(5))
    benchmark.extra_info.update(
        seconds=round(seconds, 3),
        megabytes=round(megabytes),
        budget_s=SECONDS,
        budget_mb=MEGABYTES,
        empty_window_s=round(empty, 3),
        empty_window_mb=round(empty_megabytes),
    )
    cast("Any", benchmark).pedantic(spent, args=(OPEN, example), rounds=3)
    if benchmark.stats is not None:
        assert seconds <= SECONDS
        assert megabytes <= MEGABYTES
