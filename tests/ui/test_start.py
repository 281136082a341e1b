"""A start with the example open loads nothing that only an export or an import needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bidkit.session.opening import FrontDoor
from bidkit.session.ports import ports_here
from tests.gate.sources import ROOT

LATE = ("reportlab", "pikepdf", "docx", "openpyxl", "pypdfium2", "keyring", "markdown_it", "PIL")
START = """
import sys
from pathlib import Path
from bidkit.session.opening import FrontDoor
from bidkit.session.ports import ports_here
from bidkit.session.preferences import Preferences
from bidkit.ui.application import make_application
from bidkit.ui.theme import Theme
from bidkit.ui.window import Window
application = make_application()
window = Window(Theme(application), FrontDoor(ports_here("Ann")), Preferences())
window.begin(Path(sys.argv[1]))
window.show()
application.sendPostedEvents()
assert window.workspace is not None
print(*sorted(set(sys.modules) & set(sys.argv[2:])))
window.close()
"""


def test_the_start_is_light(tmp_path: Path) -> None:
    session = FrontDoor(ports_here("Ann"), folder=tmp_path).example("harbour")
    session.close()
    done = subprocess.run(
        [sys.executable, "-c", START, str(session.path), *LATE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
