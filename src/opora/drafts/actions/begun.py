"""Keeping a begun form while it is typed, and ending it when it is sent or given up."""

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases.actions import ONE_LOOK
from opora.common.dates import now
from opora.common.errors import Conflict, Invalid
from opora.common.one_at_a_time import one_at_a_time
from opora.drafts.models import FormDraft, Intention
from opora.drafts.queries.begun import Begun, Typed
from opora.drafts.rules import MOST_CHARACTERS
from opora.families.sealing import opened

_END = "DELETE FROM drafts_formdraft WHERE user_id = %s AND form = %s AND subject = %s"
_SPEND = """
INSERT INTO drafts_intention (mark, address, word, made_at) VALUES (%s, '', '', %s) ON CONFLICT (mark) DO NOTHING
"""


class DraftConflict(Conflict):
    """Another device of the same person has kept something newer."""

    def __init__(self, kept: Begun) -> None:
        super().__init__(_("You went on with this form on another device."))
        self.kept = kept


class FormSent(Conflict):
    """The form of this very page was sent: what was typed there is a record by now, and begins no draft."""

    def __init__(self) -> None:
        super().__init__(_("This form was sent already."))


@transaction.atomic
def keep_draft(
    *,
    actor: Actor,
    form: str,
    subject: str,
    address: str,
    title: str,
    typed: Typed,
    route_id: int | None = None,
    case_id: int | None = None,
    revision: int | None = None,
    token: str = "",
) -> Begun:
    """Keep what is typed so far; raises DraftConflict when another device kept or ended something since `revision`.

    `token` is that of the page; raises FormSent when the page was sent before this arrived, or is sent right now.

    Nobody but its writer reads a draft: the journal says that one is kept, in one line for half an hour of
    typing, and nothing of what is typed. None as revision takes this text.
    """
    plain = {name: list(values) for name, values in typed.items()}
    if sum(len(value) for values in plain.values() for value in values) > MOST_CHARACTERS:
        raise Invalid({"": _("This is too long to be kept. Shorten it.")})
    if token:
        # A sending of the same page that is under way is waited for, and a later one waits for this.
        one_at_a_time(f"drafts.{_spent(actor, token)}")
        if Intention.objects.filter(mark=_spent(actor, token)).exists():
            raise FormSent
    words = {"typed": plain, "title": title[:200]}
    fresh = {"words": words, "address": address, "route_id": route_id, "case_id": case_id, "saved_at": now()}
    fresh |= {"why": "", "ends_on": None, "is_gone": False}
    of_this_form = {"user_id": actor.own_id, "form": form, "subject": subject}
    if revision and FormDraft.objects.select_for_update().filter(**of_this_form).first() is None:
        # Sent or thrown away at this moment: what comes late does not begin it anew by itself.
        raise DraftConflict(Begun({}, 0, now()))
    draft, is_new = FormDraft.objects.select_for_update().get_or_create(**of_this_form, defaults=fresh)
    about = {"case_id": case_id, "route": route_id or 0, "draft": draft.pk}
    audit.record_many(actor=actor, verb="drafts.kept", entries=[about], unless_since=now() - ONE_LOOK)
    if is_new:
        return Begun(plain, draft.revision, draft.saved_at)
    kept = Begun(opened(draft, "words")["typed"], draft.revision, draft.saved_at)
    if kept.typed == plain:
        return kept
    if revision is not None and revision != draft.revision:
        raise DraftConflict(kept)
    for name, value in fresh.items():
        setattr(draft, name, value)
    draft.revision += 1
    draft.save()
    return Begun(plain, draft.revision, draft.saved_at)


@transaction.atomic
def end_draft(*, actor: Actor, form: str, subject: str, token: str = "") -> None:
    """The form was sent, and its record has a line of its own: nothing of the draft stays.

    With the `token` of the page it was sent from, nothing that this page kept on its way arrives later either.
    """
    if token:
        one_at_a_time(f"drafts.{_spent(actor, token)}")
    with connection.cursor() as cursor:
        if token:
            cursor.execute(_SPEND, [_spent(actor, token), now()])
        cursor.execute(_END, [actor.own_id, form, subject])


def _spent(actor: Actor, token: str) -> str:
    """The mark of a page that was sent by this person, whatever was typed there."""
    return f"sent {actor.own_id} {token}"


@transaction.atomic
def give_up(*, actor: Actor, form: str, subject: str) -> None:
    """Somebody does not go on with what was begun; nothing of it stays but the line that says so."""
    _give_up(actor, FormDraft.objects.filter(user_id=actor.own_id, form=form, subject=subject))


@transaction.atomic
def throw_away(*, actor: Actor, draft_id: int) -> None:
    """One of one's own begun forms is given up, or the line that told of its end is put away."""
    _give_up(actor, FormDraft.objects.filter(user_id=actor.own_id, pk=draft_id))


def _give_up(actor: Actor, drafts: QuerySet[FormDraft]) -> None:
    for draft in drafts.select_for_update().only("case_id", "route_id"):
        audit.record(
            actor=actor, verb="drafts.given_up", case_id=draft.case_id, route=draft.route_id or 0, draft=draft.pk
        )
        draft.delete()
