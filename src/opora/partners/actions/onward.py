"""A family is referred to a partner, and somebody asks what became of it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.partners import policies, rules
from opora.partners.models import OnwardReferral, Partner
from opora.partners.queries.onward import get_onward, told_of
from opora.process import actions as process
from opora.process.policies import check_not_blocked
from opora.process.queries import get_route


@transaction.atomic
def refer(
    *,
    actor: Actor,
    route_id: int,
    partner_id: int,
    told: str = "",
    has_consent: bool = False,
    follow_up_on: date | None = None,
    on: date,
) -> OnwardReferral:
    """The family goes on to a partner (S4-03); what is told about it goes only with its consent."""
    route = get_route(actor=actor, route_id=route_id)
    policies.check_can_refer(actor, route)
    check_not_blocked(route)
    ask_by = follow_up_on or rules.follow_up_day(on)
    wrong: dict[str, object] = {}
    if not Partner.objects.filter(pk=partner_id, is_active=True).exists():
        wrong["partner_id"] = _("Choose a partner from the directory.")
    if told.strip() and not has_consent:
        wrong["told"] = _("Without the family’s consent nothing about it may be told. Record the consent first.")
    if ask_by < on:
        wrong["follow_up_on"] = _("This day cannot be earlier than the day of the referral.")
    if wrong:
        raise Invalid(wrong)
    onward = OnwardReferral.objects.create(
        route=route,
        partner_id=partner_id,
        told=told.strip(),
        has_consent=has_consent,
        handed_on=on,
        follow_up_on=ask_by,
        by_id=actor.user_id,
    )
    audit.record(actor=actor, verb="partners.referred", case_id=route.case_id, route=route_id, partner=partner_id)
    return onward


@transaction.atomic
def confirm(*, actor: Actor, onward_id: int, outcome: str, on: date) -> OnwardReferral:
    """What became of a referral; help received is a paper of the path (S4-03), and it is final."""
    seen = get_onward(actor=actor, onward_id=onward_id)
    policies.check_can_refer(actor, seen.route)
    check_not_blocked(seen.route)
    onward = OnwardReferral.objects.select_for_update(of=("self",)).select_related("route").get(pk=onward_id)
    if onward.outcome == rules.RECEIVED:
        raise Conflict(_("It is recorded already that help was received. Nothing was changed."))
    if outcome not in rules.OUTCOMES or outcome == rules.UNKNOWN:
        raise Invalid({"outcome": _("Choose what became of the referral.")})
    if on < onward.handed_on:
        raise Invalid({"on": _("This day cannot be earlier than the day of the referral.")})
    onward.outcome, onward.confirmed_on = outcome, on
    onward.save(update_fields=["outcome", "confirmed_on"])
    if outcome == rules.RECEIVED:
        process.file_paper(
            actor=actor,
            route_id=onward.route_id,
            kind="referral_confirmed",
            source=f"partners.onwardreferral:{onward.pk}",
            on=on,
        )
    audit.record(actor=actor, verb="partners.confirmed", case_id=onward.route.case_id, onward=onward_id)
    return onward


@transaction.atomic
def read_onward(*, actor: Actor, onward_id: int) -> tuple[OnwardReferral, str]:
    """A referral with what was told; reading that is a line in the journal."""
    onward = get_onward(actor=actor, onward_id=onward_id)
    told = told_of(onward)
    if told:
        audit.record(actor=actor, verb="partners.told_read", case_id=onward.route.case_id, onward=onward_id)
    return onward, told
