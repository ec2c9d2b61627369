"""The form of risks, resources and needs (S4-09, DOC5)."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.families import actions as families
from opora.intake import policies
from opora.intake.models import RiskForm
from opora.intake.queries import get_risk_form
from opora.intake.rules.risks import assessed_only, weigh
from opora.pathways.queries import definition_of
from opora.process import actions as process
from opora.process.models import Route
from opora.process.queries import workable

FACT = "risk"
_LONGEST = 10_000


@transaction.atomic
def fill_risk_form(
    *,
    actor: Actor,
    route_id: int,
    risks: Mapping[str, str],
    resources: Mapping[str, str],
    needs: str,
    level: str = "",
    on: date,
) -> RiskForm:
    """Keep a form; the specialist confirms the proposed level or names another one. What is open stays open."""
    route = workable(actor=actor, route_id=route_id)
    policies.check_day(on, began=route.started_on)
    try:
        weighed = weigh(risks, resources)
    except ValueError:
        raise Invalid({"": _("Choose each level from the list.")}) from None
    if level not in ("", *RiskForm.Level.values):
        raise Invalid({"level": _("Choose from the list.")})
    if len(needs) > _LONGEST:
        raise Invalid({"needs": _("This is too long to be kept. Shorten it.")})
    if not weighed.assessed:
        raise Invalid({"": _("Assess at least one risk or resource. What is not known may stay open.")})
    form = RiskForm.objects.create(
        route=route,
        on=on,
        risks=assessed_only(risks),
        resources=assessed_only(resources),
        proposed=weighed.level,
        level=level or weighed.level,
        needs=needs.strip(),
        by_id=actor.user_id,
    )
    audit.record(actor=actor, verb="intake.risk_form_filled", case_id=route.case_id, route=route.pk)
    source = f"intake.risk:{form.pk}"
    process.file_paper(actor=actor, route_id=route.pk, kind="risk_form", source=source, on=on)
    if form.level and _asks_for(route, form.level):
        process.record_facts(actor=actor, route_id=route.pk, facts={FACT: form.level}, on=on)
    return form


@transaction.atomic
def void_risk_form(*, actor: Actor, form_id: int, reason: str = "", is_undo: bool = False, on: date) -> RiskForm:
    """A form filled in by mistake or for another family counts nowhere: the risk is what the form before it said."""
    seen, route = get_risk_form(actor=actor, form_id=form_id)
    form = RiskForm.every.select_for_update(of=("self",)).get(pk=seen.pk)
    process.void(actor=actor, record=form, what="risk", reason=reason, is_undo=is_undo, on=on)
    standing = RiskForm.objects.filter(route=route).exclude(level="").order_by("-pk").values_list("level", flat=True)
    if form.level and _asks_for(route, form.level):
        known = next((level for level in standing if _asks_for(route, level)), None)
        process.record_facts(actor=actor, route_id=route.pk, facts={FACT: known}, on=on)
    return form


@transaction.atomic
def read_risk_form(*, actor: Actor, form_id: int) -> tuple[RiskForm, Route, str]:
    """A form with its needs; reading it is a line in the journal."""
    form, route = get_risk_form(actor=actor, form_id=form_id)
    words = families.open_sealed(
        actor=actor, record=form, field="needs", verb="intake.risk_form_read", case_id=route.case_id, route=route.pk
    )
    return form, route, words


def _asks_for(route: Route, level: str) -> bool:
    """Say whether a table of criteria of this process looks at the risk and knows this level."""
    tables = definition_of(route.version).criteria.values()
    return any(FACT in table.facts and level in table.facts[FACT].values for table in tables)
