"""Reading notes: one's own and those one was named for, whatever else one may see; the system reads none."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from opora.access.models import RoleAssignment, User
from opora.access.rules import ABILITIES, Actor, can
from opora.common.choices import Offered, offered
from opora.notes import policies
from opora.notes.models import ConfidentialNote, NoteReader
from opora.process.queries import Place

PAGE = 25
KINDS: Offered = offered(*ConfidentialNote.Kind)


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note in a list: its day, kind, author and place, and nothing of what it says."""

    id: int
    on: date
    kind: str
    author: str
    is_own: bool
    case_id: int | None
    route_id: int | None
    number: str
    readers: int


def readable(actor: Actor) -> "QuerySet[ConfidentialNote]":
    """The notes this person may read; a substitute gets none of the person who is away."""
    if actor.user_id is None or not can(actor, "notes.read"):
        return ConfidentialNote.objects.none()
    named = NoteReader.objects.filter(user_id=actor.user_id).values("note_id")
    return ConfidentialNote.objects.filter(Q(by_id=actor.user_id) | Q(pk__in=named))


def get_note(*, actor: Actor, note_id: int) -> ConfidentialNote:
    """A note for its author or a colleague named for it; NotFound for everybody else."""
    found = readable(actor).filter(pk=note_id).select_related("by", "case", "route__case").first()
    if found is None:
        raise policies.unseen()
    return found


def list_notes(
    *, actor: Actor, place: Place | None = None, before: tuple[date, int] | None = None, limit: int = PAGE
) -> list[NoteLine]:
    """The notes this person may read, of one family or of all; one more than a page to tell whether there is more."""
    found = readable(actor).defer("text").select_related("by", "case", "route__case")
    if place is not None:
        found = found.filter(Q(route_id=place.route_id or 0) | Q(case_id=place.case_id or 0))
    if before is not None:
        found = found.filter(Q(on__lt=before[0]) | Q(on=before[0], pk__lt=before[1]))
    rows = found.annotate(named=Count("readers")).order_by("-on", "-pk")[: limit + 1]
    return [_line(one, actor) for one in rows]


def _line(one: ConfidentialNote, actor: Actor) -> NoteLine:
    case = one.case or (one.route.case if one.route is not None else None)
    return NoteLine(
        id=one.pk,
        on=one.on,
        kind=str(one.get_kind_display()),
        author=one.by.name if one.by else "",
        is_own=one.by_id == actor.user_id,
        case_id=case.pk if case is not None else None,
        route_id=one.route_id,
        number=case.number if case is not None else "",
        readers=getattr(one, "named", 0),
    )


def readers_of(note: ConfidentialNote) -> list[str]:
    """Who may read a note beside its author, by name."""
    return list(note.readers.order_by("user__name").values_list("user__name", flat=True))


def reader_ids(note: ConfidentialNote) -> list[int]:
    """The same by their accounts."""
    return list(note.readers.values_list("user_id", flat=True))


def may_be_named(*, but: int | None) -> list[tuple[int, str]]:
    """Colleagues who may be named to read notes: by their roles, in use, not the author."""
    roles = RoleAssignment.objects.filter(role__in=list(ABILITIES["notes.read"])).values("user_id")
    found = User.objects.filter(pk__in=roles, is_active=True).exclude(pk=but or 0).order_by("name", "pk")
    return list(found.values_list("pk", "name"))


def orphaned(*, actor: Actor) -> list[NoteLine]:
    """Notes whose author has left, for whoever may hand them on: that there are some, never what they say."""
    policies.check_can_hand_on(actor)
    found = (
        ConfidentialNote.objects.filter(by__is_active=False).defer("text").select_related("by", "case", "route__case")
    )
    return [_line(one, actor) for one in found.annotate(named=Count("readers")).order_by("-on", "-pk")[:200]]
