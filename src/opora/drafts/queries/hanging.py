"""Begun forms in somebody's hands: those of a family go to whoever takes the family over, the others with nobody."""

from django.utils.translation import gettext as _

from opora.access.hanging import Item
from opora.access.models import User
from opora.access.queries import actor_for
from opora.access.rules import ABILITIES, Actor
from opora.drafts.models import FormDraft
from opora.drafts.queries.fate import open_to, with_record
from opora.drafts.queries.lapsed import lapsed

WORKERS = tuple(ABILITIES["intake.work"])


def begun_held(actor: Actor, user_id: int) -> list[Item]:
    """The forms that somebody began about families that he or she and the reader may open, and that go on."""
    writer = User.objects.filter(pk=user_id).first()
    if writer is None:
        return []
    rows = with_record().filter(user_id=user_id, is_gone=False, is_over=False)
    rows = rows.exclude(route_id=None, case_id=None).filter(open_to(actor_for(writer)))
    if not actor.is_system:
        rows = rows.filter(open_to(actor))
    found = list(rows.defer("words"))
    ended = lapsed(found)
    return [
        Item(
            key=row.pk,
            words=row.number or f"№ {row.route_id}",
            roles=WORKERS,
            department_id=row.department_id,
            case_id=row.known_case_id,
            route_id=row.route_id,
        )
        for row in found
        if row.pk not in ended
    ]


def begun_alone(actor: Actor, user_id: int) -> list[Item]:
    """Forms about nobody's record as yet: a signal begun, a new family. Nobody but their writer reads them."""
    if not actor.is_system and actor.user_id != user_id:
        return []
    rows = FormDraft.objects.filter(user_id=user_id, is_gone=False, route_id=None, case_id=None)
    return [Item(key=pk, words=_("about no family yet")) for pk in rows.values_list("pk", flat=True)]
