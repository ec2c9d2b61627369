"""How long the work with a family usually takes; the time a case stood closed before it was opened again is none."""

from django.core.exceptions import EmptyResultSet
from django.db import connection

from opora.access.rules import Actor
from opora.evidence.queries.seen import facts
from opora.evidence.rules.rows import Cohort


def usual_days(*, actor: Actor, cohort: Cohort, program_id: int) -> int | None:
    """The days of work within which half of the cases of a program were closed; None without any."""
    seen = facts(actor=actor, cohort=cohort).filter(program_id=program_id).order_by()
    try:
        statement, parameters = seen.values_list("opened_on", "closed_on", "days_away").query.sql_with_params()
    except EmptyResultSet:
        return None
    with connection.cursor() as cursor:
        half = "SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY closed_on - opened_on - days_away) FROM"
        cursor.execute(" ".join((half, "(", statement, ") seen")), parameters)
        found = cursor.fetchone()
    return int(found[0]) if found and found[0] is not None else None
