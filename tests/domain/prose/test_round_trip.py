"""The laws of prose: what is written reads back exactly, and any text settles."""

from __future__ import annotations

import pickle
import unicodedata

from hypothesis import given

from bidkit.domain.prose import (
    Prose,
    canonical,
    read_prose,
    write_prose,
)
from bidkit.domain.prose.reading import remember_written
from tests.domain.prose.strategies import canonical_proses, foreign_texts, proses


@given(proses)
def test_the_canonical_form_of_a_canonical_form_is_itself(prose: Prose) -> None:
    once = canonical(prose)
    assert canonical(once) == once


@given(canonical_proses)
def test_what_is_written_reads_back_exactly(prose: Prose) -> None:
    assert read_prose(write_prose(prose)) == prose


@given(proses)
def test_writing_is_stable_whatever_is_written(prose: Prose) -> None:
    written = write_prose(prose)
    assert write_prose(read_prose(written)) == written


@given(canonical_proses)
def test_what_is_written_survives_storage(prose: Prose) -> None:
    written = write_prose(prose)
    assert unicodedata.normalize("NFC", written) == written
    assert written.encode().decode() == written
    assert not any(unicodedata.category(letter) == "Cc" for letter in written.replace("\n", ""))


@given(foreign_texts)
def test_any_text_reads_and_settles_after_one_rewrite(text: str) -> None:
    once = write_prose(read_prose(text))
    assert write_prose(read_prose(once)) == once
    assert read_prose(once) == read_prose(text)


@given(canonical_proses)
def test_equal_proses_are_one_key_and_travel(prose: Prose) -> None:
    other = read_prose(write_prose(prose))
    assert hash(other) == hash(Prose(prose.blocks))
    assert {prose: 1}[other] == 1
    assert pickle.loads(pickle.dumps(prose)) == prose


@given(canonical_proses)
def test_what_was_just_written_reads_the_same_without_reading(prose: Prose) -> None:
    text = write_prose(prose)
    read_prose.cache_clear()
    remember_written(text, prose)
    assert read_prose(text) == prose
    read_prose.cache_clear()
    assert read_prose(text) == prose
