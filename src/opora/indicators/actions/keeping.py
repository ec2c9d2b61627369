"""Figures counted at night and put by; who looked at the cases behind one."""

from datetime import date

from django.db import connection, transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.one_at_a_time import one_at_a_time
from opora.indicators.models import KeptPiece
from opora.indicators.queries.figures import to_put_by
from opora.indicators.queries.marks import sources_of_all
from opora.indicators.queries.putting_by import is_much_missing
from opora.indicators.rules import period_of

# A mark that somebody has not saved yet stays: it is not seen here.
_ONE_MARK_EACH = """
WITH gone AS (DELETE FROM indicators_daysmark)
INSERT INTO indicators_daysmark (source, first, last)
SELECT source, DATE '0001-01-01', DATE '9999-12-31' FROM unnest(%(sources)s::text[]) source
"""


def note_cases_read(*, actor: Actor, indicator: str) -> None:
    """Who looked at the cases behind a figure stands in the journal."""
    audit.record(actor=actor, verb="indicators.cases_read", indicator=indicator)


@transaction.atomic
def put_figures_by(*, on: date) -> None:
    """Count all measures of the year up to the day and put the pieces by, so that the day begins with them.

    First the marks of the days that changed become a new one of everything, so that nothing kept before is told any
    more; whoever changes something meanwhile leaves another, and what was put by of its days holds no more.
    """
    one_at_a_time("indicators.kept")
    with connection.cursor() as cursor:
        cursor.execute(_ONE_MARK_EACH, {"sources": sources_of_all()})
    _put_by(on)


@transaction.atomic
def put_missing_by(*, on: date) -> None:
    """After much has changed at once, what is put by no more is counted; where only little is missing, nothing is done.

    What of it is still true is taken as it is.
    """
    one_at_a_time("indicators.kept")
    if is_much_missing(on):
        _put_by(on)


def _put_by(on: date) -> None:
    pieces = to_put_by(period=period_of(None, None, on))
    KeptPiece.objects.all().delete()
    KeptPiece.objects.bulk_create((KeptPiece(key=key, data=data) for key, data in pieces.items()), batch_size=200)
