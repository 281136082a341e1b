"""Plain text is what is printed, so that counts count what the reader sees."""

from __future__ import annotations

from hypothesis import given

from bidkit.domain.prose import WORDS_ONLY, Prose, plain_text, read_prose
from tests.domain.prose.strategies import canonical_proses


def test_lists_tables_and_quotes_are_laid_out_for_a_box() -> None:
    prose = read_prose(
        "# The need\n\nOne **in** four.\n\n- first\n  - inner\n- second\n\n3. three\n4. four\n\n"
        "> said\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n```\nkept\n```"
    )
    assert plain_text(prose) == (
        "The need\n\nOne in four.\n\n• first\n  • inner\n• second\n\n3. three\n4. four\n\n"
        "said\n\na | b\n1 | 2\n\nkept"
    )


def test_words_alone_have_no_signs() -> None:
    prose = read_prose("- one\n- two\n\n1. three\n\n| a | b |\n| --- | --- |")
    assert plain_text(prose, style=WORDS_ONLY).split() == ["one", "two", "three", "a", "b"]


def test_a_chip_prints_what_the_reader_is_given() -> None:
    prose = read_prose("Anxiety is high [x](evidence:e4). Carers [x](evidence:e7) said so.")
    assert plain_text(prose) == "Anxiety is high. Carers said so."
    assert plain_text(prose, lambda evidence: f"({evidence})") == (
        "Anxiety is high (e4). Carers (e7) said so."
    )


def test_a_figure_prints_what_the_reader_is_given() -> None:
    prose = read_prose("![A bar chart](attachment:p1)")
    assert plain_text(prose) == ""
    assert plain_text(prose, embedded=lambda block: f"[{block}]") != ""


@given(canonical_proses)
def test_any_prose_prints(prose: Prose) -> None:
    text = plain_text(prose, lambda evidence: "E")
    assert "\ufffc" not in text
    assert "\n\n\n" not in text or "```" in repr(prose)
