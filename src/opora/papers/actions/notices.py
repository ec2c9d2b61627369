"""Notices of high risk and the log of what was told outside (S4-15, D-18)."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.dates import day_of
from opora.common.errors import Conflict, Invalid
from opora.common.text import squeeze
from opora.families import actions as families
from opora.families.sealing import opened
from opora.papers import policies
from opora.papers.actions.locking import kept
from opora.papers.models import Disclosure, Notice
from opora.papers.queries.notices import disclosures_of, notice_in_sight
from opora.process import actions as process
from opora.process.models import Route
from opora.process.queries import get_route

_LONGEST = 10_000


@transaction.atomic
def send_notice(
    *,
    actor: Actor,
    route_id: int,
    addressee: str,
    recipient: str,
    text: str,
    sent_at: datetime,
    receipt_number: str = "",
    answer_due_on: date | None = None,
    on: date,
) -> Notice:
    """A notice was sent: the paper is filed and the disclosure written down.

    A danger to a child is reported by duty of law: a withdrawn consent does not stand in the way.
    """
    route = kept(actor=actor, route_id=route_id, though_blocked=True)
    text, recipient = text.strip(), squeeze(recipient)
    if addressee not in Notice.Addressee.values:
        raise Invalid({"addressee": _("Choose to whom the notice was sent.")})
    if not text or len(text) > _LONGEST:
        raise Invalid({"text": _("Write what was reported, up to 10,000 letters.")})
    if not recipient:
        raise Invalid({"recipient": _("Name the authority and whoever took the notice.")})
    policies.check_not_before(on, route.started_on, field="on")
    if answer_due_on is not None:
        policies.check_not_before(answer_due_on, on, field="answer_due_on")
    notice = Notice.objects.create(
        route=route,
        addressee=addressee,
        sent_at=sent_at,
        receipt_number=squeeze(receipt_number),
        answer_due_on=answer_due_on,
        text=text,
        by_id=actor.user_id,
    )
    source = f"papers.notice:{notice.pk}"
    disclose(actor=actor, route=route, recipient=recipient, what="notice", basis="law", source=source)
    audit.record(actor=actor, verb="papers.notice_sent", case_id=route.case_id, route=route.pk, notice=notice.pk)
    process.file_paper(actor=actor, route_id=route.pk, kind="notice", source=source, on=on)
    return notice


@transaction.atomic
def answer_notice(*, actor: Actor, notice_id: int, receipt_number: str = "", on: date) -> Notice:
    """The authority answered, or gave the notice its incoming number."""
    seen = notice_in_sight(actor=actor, notice_id=notice_id)
    route = kept(actor=actor, route_id=seen.route_id, though_blocked=True)
    notice = Notice.objects.select_for_update().get(pk=seen.pk)
    if notice.answered_on is not None:
        raise Conflict(_("The answer to this notice is recorded already. Nothing was changed."))
    policies.check_not_before(on, day_of(notice.sent_at), field="on")
    notice.answered_on = on
    notice.receipt_number = squeeze(receipt_number) or notice.receipt_number
    notice.save(update_fields=["answered_on", "receipt_number"])
    audit.record(actor=actor, verb="papers.notice_answered", case_id=route.case_id, route=route.pk, notice=notice.pk)
    return notice


@transaction.atomic
def read_notice(*, actor: Actor, notice_id: int) -> tuple[Notice, str]:
    """A notice with its words; reading it is a line in the journal."""
    notice = notice_in_sight(actor=actor, notice_id=notice_id)
    words = families.open_sealed(
        actor=actor,
        record=notice,
        field="text",
        verb="papers.notice_read",
        case_id=notice.route.case_id,
        route=notice.route_id,
        notice=notice.pk,
    )
    return notice, words


@transaction.atomic
def read_disclosures(*, actor: Actor, route_id: int) -> tuple[Route, list[tuple[Disclosure, str]]]:
    """The log of a path with the recipients; reading it is a line in the journal."""
    route = get_route(actor=actor, route_id=route_id)
    audit.record(actor=actor, verb="papers.disclosures_read", case_id=route.case_id, route=route.pk)
    return route, [(one, opened(one, "recipient")) for one in disclosures_of(route)]


def disclose(
    *,
    actor: Actor,
    route: Route | None,
    case_id: int | None = None,
    recipient: str,
    what: str,
    basis: str,
    source: str,
    about: Sequence[str] = (),
) -> Disclosure:
    """Write down that something was told outside, and of whom; for the verbs that tell, inside their transaction."""
    return Disclosure.objects.create(
        route=route,
        case_id=case_id if route is None else None,
        about=list(about),
        recipient=recipient,
        what=what,
        basis=basis,
        source=source,
        by_id=actor.user_id,
    )
