"""Agreements with authorities and partners are kept, ended, voided (S2-36, D-16)."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.common.seen import check_seen
from opora.common.text import squeeze
from opora.correspondence import policies
from opora.correspondence.models import Agreement
from opora.papers import actions as papers
from opora.partners.models import Partner

_CHANGED = _("Somebody else changed this agreement while you were typing. Compare it and save again.")


@transaction.atomic
def keep_agreement(
    *, actor: Actor, agreement_id: int | None = None, revision: int | None = None, on: date, **given: Any
) -> Agreement:
    """An agreement, new or known, with its paper where one was sent along."""
    agreement = Agreement() if agreement_id is None else _held(actor, agreement_id)
    policies.check_may_keep(actor)
    if agreement_id is not None:
        check_seen(agreement.revision, revision, _CHANGED)
    _check(given, on)
    agreement.partner_id, agreement.number = given["partner_id"], squeeze(given.get("number", ""))[:60]
    agreement.signed_on, agreement.until_on = given["signed_on"], given.get("until_on")
    agreement.scope = squeeze(given["scope"])
    agreement.revision += 1
    if agreement_id is None:
        agreement.by_id = actor.user_id
    agreement.save()
    if data := given.get("data"):
        agreement.file = papers.keep_for_office(
            actor=actor,
            source=f"correspondence.agreement:{agreement.pk}",
            kind="agreement",
            name=given.get("name", ""),
            data=data,
            on=on,
        )
        agreement.save(update_fields=["file"])
    audit.record(
        actor=actor, verb="correspondence.agreement_kept", agreement=agreement.pk, partner=agreement.partner_id
    )
    return agreement


@transaction.atomic
def end_agreement(*, actor: Actor, agreement_id: int, on: date) -> Agreement:
    """An agreement ended before its day."""
    agreement = _held(actor, agreement_id)
    if agreement.ended_on is not None:
        raise Conflict(_("This agreement is ended already. Nothing was changed."))
    if on < agreement.signed_on:
        raise Invalid({"on": _("This day is too early. Check the date.")})
    agreement.ended_on = on
    agreement.save(update_fields=["ended_on"])
    audit.record(
        actor=actor, verb="correspondence.agreement_ended", agreement=agreement.pk, partner=agreement.partner_id
    )
    return agreement


@transaction.atomic
def void_agreement(*, actor: Actor, agreement_id: int, on: date) -> Agreement:
    """An agreement entered by mistake counts nowhere."""
    agreement = _held(actor, agreement_id)
    agreement.voided_on = on
    agreement.save(update_fields=["voided_on"])
    audit.record(
        actor=actor, verb="correspondence.agreement_voided", agreement=agreement.pk, partner=agreement.partner_id
    )
    return agreement


@transaction.atomic
def open_agreement(*, actor: Actor, agreement_id: int) -> papers.OpenedFile:
    """The paper of an agreement."""
    policies.check_can_read(actor)
    found = Agreement.every.filter(pk=agreement_id, file__isnull=False).first()
    if found is None or found.file_id is None:
        raise policies.unseen()
    return papers.open_of_office(actor=actor, file_id=found.file_id)


def _held(actor: Actor, agreement_id: int) -> Agreement:
    policies.check_can_read(actor)
    policies.check_may_keep(actor)
    found = Agreement.every.select_for_update(of=("self",)).filter(pk=agreement_id).first()
    if found is None:
        raise policies.unseen()
    if found.voided_on is not None:
        raise Conflict(_("This agreement is voided. Nothing was changed."))
    return found


def _check(given: dict[str, Any], on: date) -> None:
    wrong: dict[str, object] = {}
    if not Partner.objects.filter(pk=given.get("partner_id") or 0).exists():
        wrong["partner_id"] = _("Choose an office from the directory.")
    if not 0 < len(squeeze(given.get("scope", ""))) <= 500:
        wrong["scope"] = _("Say in a few words what was agreed, up to 500 letters.")
    signed_on, until_on = given.get("signed_on"), given.get("until_on")
    if signed_on is None or signed_on > on:
        wrong["signed_on"] = _("Enter the day of signing, today or earlier.")
    elif until_on is not None and until_on < signed_on:
        wrong["until_on"] = _("An agreement cannot end before it was signed.")
    if wrong:
        raise Invalid(wrong)
