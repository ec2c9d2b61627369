"""What nobody comes back to, or what can become nothing any more, is told to its writer and then forgotten."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from opora.access.models import User
from opora.access.queries import actor_for
from opora.common.dates import day_of
from opora.drafts.models import FormDraft, Intention
from opora.drafts.queries.fate import open_to, with_record
from opora.drafts.queries.lapsed import lapsed
from opora.drafts.rules import ends_on, forget_intentions_made_before, idle_since, notices_before
from opora.families.sealing import opened

Why = FormDraft.Why


@transaction.atomic
def forget_old(*, at: datetime) -> int:
    """Forget marks that nobody can send again, and begun forms on the day that was told; gives how many."""
    on = day_of(at)
    marks, _by_table = Intention.objects.filter(made_at__lt=forget_intentions_made_before(at)).delete()
    gone = _empty(FormDraft.objects.filter(is_gone=False, ends_on__lte=on))
    FormDraft.objects.filter(is_gone=True, ends_on__lt=notices_before(on)).delete()
    over, shut, told = _over(), _shut(), lapsed(FormDraft.objects.filter(is_gone=False).defer("words"))
    ended: dict[str, set[int]] = {Why.OVER: over, Why.SHUT: shut, Why.LAPSED: set(told)}
    _spare(ended)
    waiting = FormDraft.objects.filter(ends_on=None)
    for why, ids in ended.items():
        waiting.filter(pk__in=ids).update(why=why, ends_on=ends_on(on))
    for lapse in set(told.values()):
        FormDraft.objects.filter(pk__in=[pk for pk, said in told.items() if said == lapse]).update(lapse=lapse)
    waiting.filter(saved_at__lt=idle_since(at)).update(why=Why.IDLE, ends_on=ends_on(on))
    return marks + gone


def _empty(drafts: QuerySet[FormDraft]) -> int:
    """The words go; how the form was called stays, so that its writer can be told what went."""
    found = list(drafts.select_for_update().order_by("pk"))
    for one in found:
        title = opened(one, "words")["title"]
        one.words, one.is_gone = {"typed": {}, "title": title}, True
    FormDraft.objects.bulk_update(found, ["words", "is_gone"])
    return len(found)


def _over() -> set[int]:
    return set(with_record().filter(is_over=True, is_gone=False).values_list("pk", flat=True))


def _shut() -> set[int]:
    """Begun forms whose writers may not open the record any more."""
    alive = FormDraft.objects.filter(is_gone=False).exclude(route_id=None, case_id=None)
    writers = User.objects.filter(pk__in=alive.values("user_id"))
    shut: set[int] = set()
    for writer in writers:
        hidden = alive.filter(~Q(open_to(actor_for(writer))), user_id=writer.pk)
        shut.update(hidden.values_list("pk", flat=True))
    return shut


def _spare(ended: Mapping[str, set[int]]) -> None:
    """A path that goes on again, a family that opens again, a task taken up again keeps what was begun about it."""
    for why, ids in ended.items():
        FormDraft.objects.filter(is_gone=False, why=why).exclude(pk__in=ids).update(why="", ends_on=None)
