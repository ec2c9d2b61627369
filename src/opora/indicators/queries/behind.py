"""From a figure to the cases it is made of, as far as the reader may see them: by codes, never by names (X-05)."""

from datetime import date
from typing import Final, NamedTuple

from django.db import connection

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.indicators import policies
from opora.indicators.queries.composed import Indicator
from opora.indicators.queries.statements import Asked, behind
from opora.indicators.rules import Period

PARTS: Final = {"all": ("yes", "no", "unknown"), "yes": ("yes",), "no": ("no",), "unknown": ("unknown",)}


class CaseBehind(NamedTuple):
    """A case that a figure counts: its newest day in the period, and how many facts of it were counted."""

    case_id: int
    number: str
    code: str
    department: str
    program: str
    on: date
    times: int


def cases_behind(
    *,
    actor: Actor,
    one: Indicator,
    period: Period,
    part: str = "all",
    program_ids: tuple[int, ...] = (),
    department_ids: tuple[int, ...] = (),
    limit: int,
    offset: int = 0,
) -> list[CaseBehind]:
    """The cases behind one part of a figure, also of one that is only being composed. Raises Refused, NotFound."""
    policies.check_can_read(actor)
    if part not in PARTS:
        raise NotFound
    if period.is_empty:
        return []
    asked = Asked(one.measure, [one.days_of(period)], program_ids, department_ids, one.filters)
    sentence, values = behind(actor, asked, states=PARTS[part], limit=limit, offset=offset)
    with connection.cursor() as cursor:
        cursor.execute(sentence, values)
        return [CaseBehind(*row) for row in cursor.fetchall()]
