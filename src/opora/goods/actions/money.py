"""Certificates, money and what is paid for a family (S1-18, S1-20, S1-22, S1-23, S3-13): never without a purpose."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.goods.actions.as_service import count_as_service
from opora.goods.actions.attaching import Sent, keep_files
from opora.goods.actions.giving import file_act, giving_at, numbered
from opora.goods.actions.numbering import unnumbered
from opora.goods.models import Issue, MoneyHelp
from opora.goods.queries.issues import get_issue
from opora.process.policies import check_not_blocked

_MOST = Decimal(10_000_000)
_MOST_MONTHS = 60
KINDS = (Issue.Kind.CERTIFICATE.value, Issue.Kind.MONEY.value, Issue.Kind.PAID.value)


@transaction.atomic
def give_money(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    kind: str,
    terms: Mapping[str, Any],
    receiver_id: int | None = None,
    remark: str = "",
    files: Sent = (),
    on: date,
) -> Issue:
    """A certificate, money or a payment: how much, for what, on which ground; without a purpose it is refused."""
    told = " ".join([remark, str(terms.get("purpose") or ""), str(terms.get("decision") or "")])
    place = giving_at(actor=actor, route_id=route_id, case_id=case_id, remark="", receiver_id=receiver_id, on=on)
    # What the money is for cannot be said of a family whose consent is withdrawn, so none is given.
    if place.route is not None and told.strip():
        check_not_blocked(place.route)
    _check(kind, terms, on)
    issue = Issue.objects.create(
        **place.keys,
        kind=kind,
        given_on=on,
        act_number=unnumbered(),
        receiver_id=receiver_id,
        remark=remark.strip(),
        by_id=actor.user_id,
    )
    kept = {name: terms[name] for name in _FIELDS[kind] if terms.get(name)}
    MoneyHelp.objects.create(issue=issue, **kept)
    file_act(actor=actor, place=place, issue=issue)
    count_as_service(actor=actor, place=place, issue=issue, paid_for=str(terms.get("paid_for") or ""))
    if files:
        keep_files(actor=actor, place=place, issue=issue, files=files, on=on)
    return numbered(actor=actor, place=place, issue=issue, verb="goods.money_given")


_ALWAYS = ("amount", "purpose", "basis", "decision", "decided_on")
_FIELDS = {
    Issue.Kind.CERTIFICATE.value: (*_ALWAYS, "number", "valid_until"),
    Issue.Kind.MONEY.value: _ALWAYS,
    Issue.Kind.PAID.value: (*_ALWAYS, "paid_for", "from_on", "months", "estimate"),
}


def _check(kind: str, terms: Mapping[str, Any], on: date) -> None:
    wrong: dict[str, object] = {}
    if kind not in KINDS:
        wrong[""] = _("Choose what is given.")
    amount = terms.get("amount")
    if amount is None or not 0 < amount < _MOST:
        wrong["amount"] = _("Enter a sum greater than zero.")
    if not str(terms.get("purpose") or "").strip():
        wrong["purpose"] = _("Say what the money is for: without a purpose no money is given.")
    if terms.get("basis") not in MoneyHelp.Basis.values:
        wrong["basis"] = _("Choose the ground on which the help is given.")
    decided_on = terms.get("decided_on")
    if decided_on is not None and decided_on > on:
        wrong["decided_on"] = _("It was decided before it was given. Check the date.")
    wrong |= _CHECKS.get(kind, lambda _terms, _on: {})(terms, on)
    if wrong:
        raise Invalid(wrong)


def _certificate(terms: Mapping[str, Any], on: date) -> dict[str, object]:
    wrong: dict[str, object] = {}
    number = str(terms.get("number") or "").strip()
    if not number:
        wrong["number"] = _("Enter the number of the certificate.")
    elif MoneyHelp.objects.filter(number=number, issue__voided_on=None).exists():
        wrong["number"] = _("A certificate with this number was given already. Check the number.")
    until = terms.get("valid_until")
    if until is None or until < on:
        wrong["valid_until"] = _("Enter the day until which the certificate is valid.")
    return wrong


def _paid(terms: Mapping[str, Any], _on: date) -> dict[str, object]:
    wrong: dict[str, object] = {}
    paid_for, months = terms.get("paid_for"), terms.get("months")
    if paid_for not in MoneyHelp.PaidFor.values or not paid_for:
        wrong["paid_for"] = _("Choose what is paid for.")
    if paid_for == MoneyHelp.PaidFor.RENT:
        if terms.get("from_on") is None:
            wrong["from_on"] = _("Enter the day from which the rent is paid.")
        if not months or not 0 < months <= _MOST_MONTHS:
            wrong["months"] = _("Enter for how many months the rent is paid, up to 60.")
    if paid_for == MoneyHelp.PaidFor.REPAIR and not terms.get("estimate"):
        wrong["estimate"] = _("Enter the sum of the estimate.")
    return wrong


_CHECKS = {Issue.Kind.CERTIFICATE.value: _certificate, Issue.Kind.PAID.value: _paid}


@transaction.atomic
def prove_spending(*, actor: Actor, issue_id: int, proof: str, files: Sent = (), on: date) -> MoneyHelp:
    """The receipt, the act or the paper of the landlord came: how the money was spent is known."""
    issue = get_issue(actor=actor, issue_id=issue_id)
    place = giving_at(actor=actor, route_id=issue.route_id, case_id=issue.case_id, remark="", on=on)
    # Held with its act, which somebody may take back or correct at this moment.
    issue = Issue.every.select_for_update(of=("self",)).select_related("route").get(pk=issue.pk)
    terms = MoneyHelp.objects.filter(issue=issue).first()
    if terms is None or issue.voided_on is not None:
        raise Conflict(_("There is nothing to prove here. Nothing was changed."))
    if not proof.strip():
        raise Invalid({"proof": _("Say what was brought: a receipt, an act, the paper of the landlord.")})
    if on < issue.given_on:
        raise Invalid({"on": _("It was given later than on this day. Check the date.")})
    terms.proven_on, terms.proof = on, proof.strip()
    terms.save(update_fields=["proven_on", "proof"])
    if files:
        if place.route is not None:
            check_not_blocked(place.route)
        keep_files(actor=actor, place=place, issue=issue, files=files, on=on)
    case_id = issue.case_id or (issue.route.case_id if issue.route else None)
    audit.record(actor=actor, verb="goods.spending_proven", case_id=case_id, number=issue.act_number, issue=issue.pk)
    return terms
