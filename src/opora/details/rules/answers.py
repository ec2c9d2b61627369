"""An answer to an own field, whatever its kind: text, number, day, codes; nothing answered is None."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from opora.common.bilingual import Text
from opora.fields.rules import CHOOSING, YES_NO, Kind, OwnField

Answer = str | Decimal | date | tuple[str, ...] | None
LONGEST = 2_000
LARGEST = Decimal(10) ** 11

_SAID = {"yes": Text("да", "yes"), "no": Text("нет", "no"), "unknown": Text("неизвестно", "not known")}


def is_right(field: OwnField, answer: Answer, before: Answer = None) -> bool:
    """Whether this may be answered: the kind fits, and what is chosen is offered or was chosen before."""
    if answer is None:
        return True
    match field.kind:
        case Kind.TEXT:
            return isinstance(answer, str) and 0 < len(answer) <= LONGEST
        case Kind.NUMBER:
            return isinstance(answer, Decimal) and abs(answer) < LARGEST
        case Kind.DAY:
            return isinstance(answer, date)
        case Kind.YES_NO:
            return isinstance(answer, tuple) and len(answer) == 1 and answer[0] in YES_NO
    if not isinstance(answer, tuple) or not answer or (field.kind is Kind.CHOICE and len(answer) > 1):
        return False
    kept = before if isinstance(before, tuple) else ()
    return set(answer) <= {one.code for one in field.offered} | set(kept)


def parts_of(kind: Kind, answer: Answer) -> dict[str, Any]:
    """The answer as its row keeps it, by columns."""
    return {
        "words": answer if kind is Kind.TEXT and answer else None,
        "number": answer if kind is Kind.NUMBER else None,
        "day": answer if kind is Kind.DAY else None,
        "chosen": list(answer) if isinstance(answer, tuple) and (kind in CHOOSING or kind is Kind.YES_NO) else [],
    }


def chosen_said(field: OwnField, codes: tuple[str, ...]) -> list[Text]:
    """What was chosen, in words, in the order in which the field offers it."""
    if field.kind is Kind.YES_NO:
        return [_SAID[code] for code in codes if code in _SAID]
    return [one.title for one in field.choices if one.code in codes]
