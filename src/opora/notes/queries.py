"""Reading notes: one's own and those one was named for, whatever else one may see; the system reads none."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from opora.access.models import RoleAssignment, User
from opora.access.rules import ABILITIES, Actor, can
from opora.common.choices import Offered, offered
from opora.common.text import fold
from opora.notes import policies
from opora.notes.models import ConfidentialNote, NoteReader
from opora.process.queries import Place, records_called

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
    voided_on: date | None = None


@dataclass(frozen=True, slots=True)
class NoteFilters:
    """What narrows a list of notes: words of their kind, their author, the code of the family or its case."""

    text: str = ""
    kind: str = ""


def readable(actor: Actor) -> "QuerySet[ConfidentialNote]":
    """The notes this person may read, voided ones too; a substitute gets none of the person who is away."""
    if actor.user_id is None or not can(actor, "notes.read"):
        return ConfidentialNote.every.none()
    named = NoteReader.objects.filter(user_id=actor.user_id).values("note_id")
    return ConfidentialNote.every.filter(Q(by_id=actor.user_id) | Q(pk__in=named))


def get_note(*, actor: Actor, note_id: int) -> ConfidentialNote:
    """A note for its author or a colleague named for it; NotFound for everybody else."""
    found = readable(actor).filter(pk=note_id).select_related("by", "case", "route__case").first()
    if found is None:
        raise policies.unseen()
    return found


def list_notes(
    *,
    actor: Actor,
    place: Place | None = None,
    filters: NoteFilters | None = None,
    skip: int = 0,
    limit: int = PAGE + 1,
) -> list[NoteLine]:
    """The notes this person may read, of one family or of all, the newest first."""
    found = readable(actor)
    if place is not None:
        found = found.filter(Q(route_id=place.route_id or 0) | Q(case_id=place.case_id or 0))
    return _lines(_narrowed(found, filters or NoteFilters()), actor, skip, limit)


def _narrowed(found: "QuerySet[ConfidentialNote]", asked: NoteFilters) -> "QuerySet[ConfidentialNote]":
    """Typed in any case, with «е» for «ё», each word apart: a code, a number of a case, a name, a kind."""
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if not asked.text.strip():
        return found
    said = Q()
    for word in fold(asked.text).split():
        kinds = [str(code) for code, label in KINDS if word in fold(str(label))]
        authors = [pk for pk, name in User.objects.values_list("pk", "name") if word in fold(name)]
        number = Q(case__number_key__contains=word) | Q(route__case__number_key__contains=word)
        said &= Q(kind__in=kinds) | Q(by__in=authors) | number
    return found.filter(records_called(asked.text) | said)


def _lines(found: "QuerySet[ConfidentialNote]", actor: Actor, skip: int, limit: int) -> list[NoteLine]:
    told = (
        found.defer("text", "voided_why").select_related("by", "case", "route__case").annotate(named=Count("readers"))
    )
    return [_line(one, actor) for one in told.order_by("-on", "-pk")[skip : skip + limit]]


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
        voided_on=one.voided_on,
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


def orphaned(
    *, actor: Actor, filters: NoteFilters | None = None, skip: int = 0, limit: int = PAGE + 1
) -> list[NoteLine]:
    """Notes whose author has left, for whoever may hand them on: that there are some, never what they say."""
    policies.check_can_hand_on(actor)
    found = ConfidentialNote.objects.filter(by__is_active=False)
    return _lines(_narrowed(found, filters or NoteFilters()), actor, skip, limit)
