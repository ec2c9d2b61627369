"""Begun forms into other hands: only to whoever may open what they speak of."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from opora.access.hanging import Giving, Item
from opora.access.models import User
from opora.access.queries import actor_for
from opora.audit import actions as audit
from opora.common.dates import now
from opora.common.errors import Invalid
from opora.drafts.models import FormDraft
from opora.drafts.queries.fate import open_to
from opora.drafts.rules import joined
from opora.families.sealing import opened


@transaction.atomic
def pass_on_begun(giving: Giving, items: Sequence[Item]) -> None:
    """The new hands go on with these forms; what they had begun of the same form themselves stays with it.

    A form sent or given up meanwhile is left alone: its words are where they belong.
    """
    drafts = list(FormDraft.objects.select_for_update().filter(pk__in=[one.key for one in items]).order_by("pk"))
    receiver = actor_for(User.objects.get(pk=giving.to_user_id))
    may = set(
        FormDraft.objects.filter(open_to(receiver), pk__in=[one.pk for one in drafts]).values_list("pk", flat=True)
    )
    if closed := [item.words for item in items if item.key not in may and item.key in {one.pk for one in drafts}]:
        sentence = _("This person may not open %(which)s, so the forms begun there cannot be passed on to him or her.")
        raise Invalid({"begun": sentence % {"which": ", ".join(closed)}})
    for one in drafts:
        _give(one, giving.to_user_id)
    entries = [
        {"case_id": item.case_id, "family_id": item.family_id, "route": item.route_id, "user": giving.to_user_id}
        for item in items
    ]
    audit.record_many(actor=giving.actor, verb="drafts.passed_on", entries=entries)


def _give(draft: FormDraft, user_id: int) -> None:
    same = FormDraft.objects.select_for_update().filter(user_id=user_id, form=draft.form, subject=draft.subject).first()
    if same is None or same.is_gone:
        if same is not None:
            same.delete()
        FormDraft.objects.filter(pk=draft.pk).update(
            user_id=user_id, revision=F("revision") + 1, saved_at=now(), why="", ends_on=None
        )
        return
    own, came = opened(same, "words"), opened(draft, "words")
    same.words = {"typed": joined(own["typed"], came["typed"]), "title": own["title"]}
    same.revision, same.saved_at = same.revision + 1, now()
    same.why, same.ends_on = "", None
    same.save()
    draft.delete()
