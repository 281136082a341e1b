from __future__ import annotations

from decimal import Decimal

from bidkit.domain.criteria import Criterion, Scale
from bidkit.domain.questionnaire import Limit, LimitUnit, Part, Question
from bidkit.figures.readings.scoring.stake import words_worth
from tests.rules.making import made

D = Decimal
SCALE = Scale(id="s", most=D(5))


def question(name: str, most: int | None, unit: LimitUnit = "words") -> Question:
    return Question(id=name, number=name, limit=Limit(most=most, unit=unit))


def criterion(name: str, weight: int, mark: int | None, *questions: str) -> Criterion:
    own = None if mark is None else D(mark)
    return Criterion(
        id=name, weight=D(weight), scale="s", questions=questions or (name,), own_mark=own
    )


def test_words_are_worth_their_points_and_what_is_still_to_win_comes_first() -> None:
    bid = made(
        SCALE,
        question("q1", 500),
        question("q2", 250),
        criterion("q1", 15, 5),
        criterion("q2", 10, 2),
    )
    found = words_worth(bid)
    assert [(one.key, one.worth, one.stake) for one in found] == [
        ("q2", D(4), D("2.4")),
        ("q1", D(3), D(0)),
    ]


def test_an_unmarked_answer_has_everything_to_win() -> None:
    (found,) = words_worth(made(SCALE, question("q1", 500), criterion("q1", 15, None)))
    assert found.stake == found.worth == D(3)


def test_limits_of_parts_of_characters_and_of_pages_count_as_words() -> None:
    parts = tuple(
        Part(id=f"p{at}", parent="q1", limit=Limit(most=300, unit="words")) for at in (1, 2)
    )
    bid = made(
        SCALE,
        *parts,
        question("q1", None, ""),
        question("q2", 600, "characters"),
        question("q3", 2, "pages"),
        question("q4", None, ""),
        criterion("a", 30, 3, "q1"),
        criterion("b", 30, 3, "q2", "q3"),
        criterion("c", 40, 3, "q4"),
    )
    assert {one.key: one.words for one in words_worth(bid)} == {"a": 600, "b": 1000}


def test_a_mark_off_its_scale_leaves_open_what_is_to_win() -> None:
    (found,) = words_worth(made(SCALE, question("q1", 500), criterion("q1", 15, 9)))
    assert found.stake is None
