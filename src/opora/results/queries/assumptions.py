"""Assumptions of the logic models: which may be named of a family, and which did not hold for it."""

from opora.access.rules import Actor
from opora.common.language import said
from opora.logic.queries import key_of_assumption, models_in_force
from opora.process.queries import Place, records_of_family, within_sight
from opora.results import policies
from opora.results.models import FailedAssumption
from opora.results.queries.offering import program_of


def offer_assumptions(*, place: Place) -> list[tuple[str, list[tuple[str, str]]]]:
    """The assumptions of each model in force, those of the family's own program first."""
    program = program_of(place)
    code = program.code if program is not None else ""
    models = sorted(models_in_force(), key=lambda one: code not in one.programs)
    return [
        (said(one.model.title), [(key_of_assumption(one.code, told.code), said(told.text)) for told in found])
        for one in models
        if (found := one.model.assumptions)
    ]


def failure_in_sight(*, actor: Actor, failure_id: int) -> FailedAssumption:
    """What was said of an assumption, for whoever may read the case; NotFound for anybody else."""
    found = within_sight(actor, FailedAssumption.objects.filter(pk=failure_id)).first()
    if found is None:
        raise policies.unseen_assumption()
    return found


def failures_at(*, actor: Actor, place: Place, model: str) -> dict[str, FailedAssumption]:
    """Of a model, by assumption, what was said last of this family, as far as this person may read it."""
    found = FailedAssumption.objects.filter(records_of_family(actor=actor, place=place), model=model)
    return {one.assumption: one for one in found.order_by("on", "pk")}
