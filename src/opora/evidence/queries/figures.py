"""From a figure of the outcome page to the cases it counts."""

from collections.abc import Mapping

from django.db.models import Q

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.evidence.queries.rows import read_rows
from opora.evidence.queries.seen import facts
from opora.evidence.rules.rows import Cohort, OutcomeRow

# Named as the lines of `evidence.words.lines`, so that a figure and its cases carry one name.
FIGURES: Mapping[str, Q] = {
    "closed": Q(),
    "paired": Q(change__isnull=False),
    "missing_exit": Q(exit=None),
    "missing_entry": Q(entry=None),
    "improved": Q(change__gte=1),
    "not_improved": Q(change__lt=1),
    "worsened": Q(change__lt=0),
    "any_solved": Q(change__isnull=False, solved__gte=1),
    "items": Q(change__gte=1, solved=0) | Q(change__lt=1, solved__gte=1),
    "children": Q(children_known__gte=1),
    "children_later": Q(children_known_later__gte=1),
    "palliative": Q(),
}
APART = "palliative"


def rows_of_figure(
    *, actor: Actor, cohort: Cohort, program_id: int, figure: str, limit: int | None = None, offset: int = 0
) -> tuple[OutcomeRow, ...]:
    """The cases a figure counts, as far as this person may see them; NotFound for a figure that counts no cases."""
    if figure not in FIGURES:
        raise NotFound
    seen = facts(actor=actor, cohort=cohort, palliative=figure == APART)
    seen = seen.filter(FIGURES[figure], program_id=program_id)
    return read_rows(seen, limit=limit, offset=offset)
