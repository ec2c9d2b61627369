"""Questions of several rooms that a page asks as one: each says what it asks and what it makes of the answer."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import connection

from opora.common.questions import Written

Answer = TypeVar("Answer")
Read = Callable[[list[dict[str, Any]]], Answer]


@dataclass(frozen=True, slots=True)
class Asking(Generic[Answer]):
    """What a room wants to know: a question whose rows are one value each (``told_by``), and how the answer is read."""

    question: Written
    read: "Read[Answer]"

    def answer(self) -> Answer:
        """Asked alone."""
        return answers_to({"": self})[""]


def answers_to(askings: "Mapping[str, Asking[Any]]") -> dict[str, Any]:
    """What each wants to know, by its name, by one question to the database; none where nobody asks."""
    written = [one.question for one in askings.values() if one.question.sentence]
    found = iter(_asked(written) if written else ())
    return {name: one.read(_rows(next(found)) if one.question.sentence else []) for name, one in askings.items()}


def _asked(written: Sequence[Written]) -> Sequence[Any]:
    sentence = f"SELECT {', '.join(f'ARRAY({one.sentence})' for one in written)}"
    with connection.cursor() as cursor:
        cursor.execute(sentence, [place for one in written for place in one.places])
        return list(cursor.fetchall()[0])


def _rows(told: Sequence[Any]) -> list[dict[str, Any]]:
    """JSON comes as its text where Django makes nothing of it."""
    return [json.loads(one) if isinstance(one, str) else one for one in told]
