"""From a cell to the cases it is made of, as far as the reader may see them: by codes, never by names (X-05)."""

from datetime import date

from django.db import connection

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.indicators.queries import PARTS, CaseBehind
from opora.indicators.queries.statements import reach_of
from opora.pivot import policies
from opora.pivot.queries.own_fields import seen_by
from opora.pivot.queries.statement import Asked, behind, without_case
from opora.pivot.rules import Definition, Key, days_of


def cases_behind(
    *, actor: Actor, definition: Definition, key: Key, as_of: date, part: str = "yes", limit: int, offset: int = 0
) -> list[CaseBehind]:
    """The cases behind a cell, a row, a column or everything. Raises Refused; NotFound for a part there is not."""
    asked = _asked(actor, definition, as_of, part)
    if asked.period.is_empty:
        return []
    sentence, values = behind(asked, key, states=list(PARTS[part]), limit=limit, offset=offset)
    with connection.cursor() as cursor:
        cursor.execute(sentence, values)
        return [CaseBehind(*row) for row in cursor.fetchall()]


def count_without_case(*, actor: Actor, definition: Definition, key: Key, as_of: date, part: str = "yes") -> int:
    """How much of a cell belongs to no case, so that nobody misses it among them. Raises Refused, NotFound."""
    asked = _asked(actor, definition, as_of, part)
    if asked.period.is_empty:
        return 0
    sentence, values = without_case(asked, key, states=list(PARTS[part]))
    with connection.cursor() as cursor:
        cursor.execute(sentence, values)
        return int(cursor.fetchone()[0])


def _asked(actor: Actor, definition: Definition, as_of: date, part: str) -> Asked:
    policies.check_can_read(actor)
    if part not in PARTS:
        raise NotFound
    period = days_of(definition.period, as_of, definition.first, definition.last)
    return Asked(seen_by(actor, definition), period, reach_of(actor), actor)
