"""What every table of a release is finished by: shares that may be told, and why nothing of it can leave the house."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from opora.indicators.rules import Period
from opora.release.queries.prepared import Asked, Prepared, Shown
from opora.release.rules import Limits, Reason, tell_each_other
from opora.release.rules.hiding import Released


def share(yes: Shown, no: Shown, limits: Limits) -> Shown:
    """The share, where both its parts are printed and it tells of no small group."""
    known = (int(yes.value or 0) + int(no.value or 0)) if yes.reason is None and no.reason is None else 0
    is_told = known >= limits.least_for_shares
    return Shown(round(100 * int(yes.value or 0) / known, 1) if is_told else None, is_share=True)


def done(
    begun: Prepared,
    heads: tuple[str, ...],
    rows: tuple[tuple[Shown, ...], ...],
    made: Sequence[Released],
    earlier: Sequence[Released],
    told_already: int,
) -> Prepared:
    is_told = any(isinstance(one.value, int) and one.value > 0 and not one.is_share for row in rows for one in row)
    is_row = begun.asked.table == "rows" and any(one.value != "*" for row in rows for one in row[:-1])
    problem = "" if is_told or is_row else _nothing_left(made)
    if any(tell_each_other(one, other) for one in made for other in earlier):
        problem = _children_told_twice()
    return Prepared(begun.asked, begun.limits, begun.title, heads, rows, tuple(made), told_already, problem=problem)


def _nothing_left(made: Sequence[Released]) -> str:
    if any(Reason.EARLIER in one.hidden.values() for one in made):
        return _(
            "Together with an earlier release this table would tell of a few families. "
            "Choose the same days as before, or wait until more families have come."
        )
    return _("There are too few families here to tell anything. Choose a longer period or the whole organization.")


def _children_told_twice() -> str:
    return _(
        "For these days both a table of children and one by the number of children in families would leave the house. "
        "Together they give hidden numbers back. Choose other days, or a table without the number of children."
    )


def period_of(asked: Asked) -> Period:
    return Period(asked.first, asked.last, asked.last)


def holds(asked: Asked) -> dict[str, str]:
    return {"program": str(asked.program_id)} if asked.program_id is not None else {}
