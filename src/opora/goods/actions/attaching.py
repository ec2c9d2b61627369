"""Photographs, receipts and other papers lie sealed with the act they belong to, for whoever works with the family."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.common.errors import Conflict, Invalid
from opora.goods import policies
from opora.goods.models import Issue
from opora.goods.queries.issues import get_issue
from opora.papers import actions as papers
from opora.papers.models import StoredFile
from opora.papers.rules import media_type_of
from opora.process import actions as process
from opora.process.queries import Place, recordable

Sent = Sequence[tuple[str, bytes]]
PHOTO, RECEIPT = "photo", "receipt"
MOST = 12


@transaction.atomic
def attach(*, actor: Actor, issue_id: int, files: Sent, on: date) -> list[StoredFile]:
    """What shows how the help was used: the room before and after, the receipt, the paper of the landlord."""
    issue = get_issue(actor=actor, issue_id=issue_id)
    # After a withdrawal of consent nothing more is told of the family, in pictures neither.
    place = recordable(actor=actor, route_id=issue.route_id, case_id=issue.case_id)
    policies.check_can_give(actor)
    if not files:
        raise Invalid({"papers": _("Choose at least one photograph or paper.")})
    # Held: whoever corrects the act passes on the files that lie with it then.
    issue = Issue.every.select_for_update(of=("self",)).get(pk=issue.pk)
    if issue.voided_on is not None:
        raise Conflict(_("This act was taken back. Nothing is filed with it any more."))
    return keep_files(actor=actor, place=place, issue=issue, files=files, on=on)


def keep_files(*, actor: Actor, place: Place, issue: Issue, files: Sent, on: date) -> list[StoredFile]:
    """Keep what was sent along with an act, inside the transaction of its verb."""
    source = process.source_of(issue)
    if len(files) + StoredFile.objects.filter(source=source).count() > MOST:
        raise Invalid({"papers": _("Up to %(most)s files lie with one act.") % {"most": MOST}})
    return [_keep(actor, place, source, name, data, on) for name, data in files]


def _keep(actor: Actor, place: Place, source: str, name: str, data: bytes, on: date) -> StoredFile:
    kind = PHOTO if str(media_type_of(data)).startswith("image/") else RECEIPT
    try:
        return papers.keep_with(actor=actor, place=place, source=source, kind=kind, name=name, data=data, on=on)
    except Invalid as refusal:
        raise Invalid({"papers": " ".join(str(said) for said in refusal.fields.values())}) from None
