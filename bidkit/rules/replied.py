"""What was replied to a question, and how conditions on other questions find it."""

from __future__ import annotations

from collections.abc import Mapping

from bidkit.domain.answers import Answer
from bidkit.domain.bid import Bid
from bidkit.domain.questionnaire import Question, Response, ResponseRow


def reply_of(response: Response | None, kind: str) -> object:
    """Return what stands in a response for its kind of question; None or '' while unanswered."""
    if response is None:
        return None
    match kind:
        case "yes_no":
            return response.yes_no
        case "held":
            return response.held
        case "choice":
            return response.choice
        case "several":
            return response.several
        case "number" | "percent" | "year":
            return response.number
        case "money":
            return response.money
        case "date":
            return response.date
        case "file":
            return response.attachment or response.file_note
        case "declaration":
            return response.signed_by if response.signed_on is not None else ""
        case _:
            return response.text.strip()


class Replies:
    """Finds the question a condition names, by id, pack item or number, and what was replied."""

    def __init__(
        self,
        bid: Bid,
        answers: Mapping[str, tuple[Answer, ...]],
        responses: Mapping[str, tuple[Response, ...]],
        rows: Mapping[str, tuple[ResponseRow, ...]],
    ) -> None:
        self._answers = answers
        self._responses = responses
        self._rows = rows
        self._questions: dict[str, Question] = {}
        for name in ("number", "pack_item", "id"):
            for one in bid.questions:
                if key := str(getattr(one, name)):
                    self._questions[key] = one

    def is_explained(self, key: str) -> bool:
        """Tell whether somebody said why there is no reply."""
        question = self._questions.get(key)
        given = self._responses.get(question.id, ()) if question else ()
        return any(one.explanation.strip() for one in given)

    def replies(self, key: str) -> tuple[str, ...] | None:
        """Return the words replied to a question, () while unanswered, None if there is none."""
        question = self._questions.get(key)
        if question is None:
            return None
        if question.kind == "prose":
            return tuple(one.text for one in self._answers.get(question.id, ()) if one.text)
        responses = self._responses.get(question.id, ())
        if question.kind == "table":
            return tuple(row.id for one in responses for row in self._rows.get(one.id, ()))
        given = (reply_of(one, question.kind) for one in responses)
        words: list[str] = []
        for one in given:
            words += [str(w) for w in one] if isinstance(one, tuple) else [str(one or "")]
        return tuple(word for word in words if word)
