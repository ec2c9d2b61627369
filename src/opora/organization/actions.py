"""Keeping the organization's details: all mistakes are told at once, and what stood before stays readable."""

from collections.abc import Collection, Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from opora.access.rules import Actor
from opora.audit.actions import record
from opora.common.dates import show_day
from opora.common.errors import Conflict, Invalid
from opora.common.seen import check_seen
from opora.common.text import digits, squeeze
from opora.organization import policies
from opora.organization.models import CalendarYear, OrganizationDetails
from opora.organization.queries import details
from opora.organization.rules import DETAILS, LENGTHS, NUMBERS, wrong_numbers

_WRONG = {
    "inn": _("This INN cannot be right: check its digits against the certificate (10 or 12 of them)."),
    "kpp": _("A KPP has nine digits."),
    "ogrn": _("This OGRN cannot be right: check its digits against the certificate (13 or 15 of them)."),
    "bik": _("A BIK has nine digits and begins with a zero."),
    "account": _("This account does not fit the bank: check the account (20 digits) and the BIK."),
    "correspondent": _("This account does not fit the bank: it has 20 digits, begins with 301 and goes with the BIK."),
}
_CHANGED = _("Somebody else has changed the details in the meantime. Look at them and save again.")
_TOO_LONG = ngettext_lazy("Shorten this to %(count)s letter.", "Shorten this to %(count)s letters.", "count")


@transaction.atomic
def keep_details(*, actor: Actor, revision: int, given: Mapping[str, str]) -> OrganizationDetails:
    """A new version, in force from now on; papers written before keep what stood on them."""
    policies.check_can_change(actor)
    before = details()
    if before.number != revision:
        raise Conflict(_CHANGED)
    typed = _tidied(given)
    if wrong := _mistakes(typed):
        raise Invalid(wrong)
    changed = [name for name in LENGTHS if typed[name] != getattr(before, name)]
    if not changed:
        return before
    consent_number = before.consent_number + ("consent_text" in changed)
    try:
        kept = OrganizationDetails.objects.create(
            number=before.number + 1, **typed, consent_number=consent_number, by_id=actor.user_id
        )
    except IntegrityError:
        # Two saved at the same moment: the number of a version is given once.
        raise Conflict(_CHANGED) from None
    record(actor=actor, verb="organization.changed", version=kept.number, details=changed)
    return kept


@transaction.atomic
def keep_year(
    *, actor: Actor, year: int, off: Collection[date], worked: Collection[date], source: str, revision: int
) -> CalendarYear:
    """The days off of a year as the organization has them; terms of working days are counted by them from now on."""
    policies.check_can_change(actor)
    wrong: dict[str, object] = {}
    if any(day.year != year for day in off):
        wrong["off"] = _("Every day must lie in this year.")
    elif weekend := sorted(day for day in off if day.weekday() >= 5):
        wrong["off"] = _("%(day)s is a Saturday or Sunday and is off anyway. Take it out.") % {
            "day": show_day(weekend[0])
        }
    if any(day.year != year or day.weekday() < 5 for day in worked):
        wrong["worked"] = _("Only Saturdays and Sundays of this year stand here.")
    if wrong:
        raise Invalid(wrong)
    kept = CalendarYear.objects.select_for_update().filter(year=year).first() or CalendarYear(year=year)
    check_seen(kept.revision, revision, _CHANGED)
    kept.off, kept.worked = _told(off), _told(worked)
    kept.source, kept.revision, kept.by_id = squeeze(source)[:200], kept.revision + 1, actor.user_id
    kept.save()
    record(actor=actor, verb="organization.year_kept", year=year)
    return kept


def _told(days: Collection[date]) -> list[str]:
    return [day.isoformat() for day in sorted(set(days))]


def _tidied(given: Mapping[str, str]) -> dict[str, str]:
    typed = {name: squeeze(str(given.get(name, "") or "")) for name in DETAILS}
    typed |= {name: digits(typed[name]) if not _has_letters(typed[name]) else typed[name] for name in NUMBERS}
    return typed | {"consent_text": str(given.get("consent_text", "") or "").replace("\r\n", "\n").strip()}


def _has_letters(number: str) -> bool:
    return any(sign.isalpha() for sign in number)


def _mistakes(typed: Mapping[str, str]) -> dict[str, object]:
    wrong: dict[str, object] = {
        name: _TOO_LONG % {"count": most} for name, most in LENGTHS.items() if len(typed[name]) > most
    }
    if typed["email"]:
        try:
            validate_email(typed["email"])
        except ValidationError:
            wrong["email"] = _("This is no e-mail address.")
    lettered = [name for name in NUMBERS if _has_letters(typed[name])]
    wrong |= {name: _("Enter digits only.") for name in lettered}
    numbers = {name: "" if name in wrong else typed[name] for name in NUMBERS}
    return wrong | {name: _WRONG[name] for name in wrong_numbers(numbers)}
