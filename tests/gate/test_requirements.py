"""Every must of the sources has a test, every should a test or a reason why it is left out."""

from __future__ import annotations

from tests.gate.sources import complain, run_tool


def test_no_requirement_is_forgotten() -> None:
    code, output = run_tool("-m", "pytest", "--requirements", "-q", "tests")
    assert code == 0, output
    found = [line for line in output.splitlines() if line.startswith("wrong: ")]
    complain("Mark a test with @pytest.mark.requirement(number), or say left_out and why", found)
