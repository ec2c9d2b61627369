"""Reading forms; they are no secret to anybody who works here."""

from collections import OrderedDict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from django.db.models import Max, QuerySet

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.common.next_version import all_worked_on, no_draft, state_of_last
from opora.instruments import policies
from opora.instruments.models import InstrumentDraft, InstrumentVersion
from opora.instruments.rules import Definition, Form, definition_from_data

_KEPT = 32
_definitions: "OrderedDict[str, Definition]" = OrderedDict()
_lock = Lock()


def definition_of(version: InstrumentVersion) -> Definition:
    """The form of a published version. Kept in memory by its fingerprint, because it can never change."""
    with _lock:
        known = _definitions.get(version.sha256)
    if known is None:
        known = definition_from_data(version.definition)
        with _lock:
            _definitions[version.sha256] = known
            while len(_definitions) > _KEPT:
                _definitions.popitem(last=False)
    return known


def newest_version(*, actor: Actor, code: str) -> InstrumentVersion:
    """The version of a form that new assessments are filled in with."""
    version = _versions().filter(instrument__code=code).order_by("-number").first()
    if version is None:
        raise NotFound
    return version


def newest_numbers(*, actor: Actor, codes: Collection[str]) -> dict[str, int]:
    """The number of the newest version of each of these forms: by it one knows that nothing new was published."""
    found = InstrumentVersion.objects.filter(instrument__code__in=codes).order_by().values("instrument__code")
    return dict(found.annotate(newest=Max("number")).values_list("instrument__code", "newest"))


def _versions() -> QuerySet[InstrumentVersion]:
    """Versions without their text, which is read once and then kept in memory."""
    return InstrumentVersion.objects.select_related("instrument").defer("definition")


def published_definitions(*, code: str) -> list[Definition]:
    """All published versions of a form, oldest first."""
    versions = InstrumentVersion.objects.filter(instrument__code=code).order_by("number")
    return [definition_of(version) for version in versions]


def published_codes() -> frozenset[str]:
    """The codes of all forms that were published here."""
    return frozenset(InstrumentVersion.objects.values_list("instrument__code", flat=True))


def own_forms() -> frozenset[str]:
    """The codes of the forms whose version in force the organization made in the browser."""
    newest = InstrumentVersion.objects.order_by("instrument__code", "-number").distinct("instrument__code")
    found = newest.values_list("instrument__code", "made_by_id")
    return frozenset(code for code, made_by in found if made_by is not None)


def list_versions(*, actor: Actor) -> list[InstrumentVersion]:
    """All published versions of all forms, newest first within each form."""
    return list(InstrumentVersion.objects.select_related("instrument").order_by("instrument__code", "-number"))


def versions_of(*, actor: Actor, code: str) -> list[InstrumentVersion]:
    """Every version of a form, newest first; raises NotFound where there is none."""
    found = list(_versions().select_related("made_by").filter(instrument__code=code).order_by("-number"))
    if not found:
        raise NotFound
    return found


def forms_in_force(*, actor: Actor) -> list[InstrumentVersion]:
    """The newest version of each form."""
    newest = InstrumentVersion.objects.order_by("instrument__code", "-number").distinct("instrument__code").values("pk")
    return list(_versions().filter(pk__in=newest).order_by("instrument__code"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A form that is worked on as it stands now, beside the version it began from (a new form has none)."""

    code: str
    revision: int
    base: InstrumentVersion | None
    form: Form
    changed_by: str
    changed_at: datetime


def open_draft(*, actor: Actor, code: str) -> Draft:
    """The draft that is worked on; for those who may change forms. Raises NotFound."""
    found = [one for one in open_drafts(actor=actor) if one.code == code]
    if not found:
        raise no_draft(InstrumentDraft, code) if policies.may_change(actor) else NotFound
    return found[0]


def open_drafts(*, actor: Actor) -> list[Draft]:
    """Every form that is worked on; nothing for whoever may not change forms."""
    if not policies.may_change(actor):
        return []
    found = all_worked_on(InstrumentDraft).select_related("base__instrument", "changed_by")
    return [Draft(one.code, one.revision, one.base, one.body, one.changed_by_name, one.changed_at) for one in found]


def state_of_draft(*, actor: Actor, code: str) -> str:
    """How the last draft of a form stands: "open", "dropped" (it may be taken back), or ""."""
    if not policies.may_change(actor):
        return ""
    newest = InstrumentVersion.objects.filter(instrument__code=code).order_by("-number").values_list("pk", flat=True)
    return state_of_last(InstrumentDraft, code, newest.first())


def dropped_new_forms(*, actor: Actor) -> list[tuple[str, str]]:
    """Codes and names of new forms that were given up before they were published and can be taken back."""
    if not policies.may_change(actor):
        return []
    newest = InstrumentDraft.objects.order_by("code", "-pk").distinct("code").values("pk")
    found = InstrumentDraft.objects.filter(pk__in=newest, state=InstrumentDraft.State.DROPPED, base=None)
    codes = published_codes()
    return [(one.code, one.body.get("title", {}).get("ru", one.code)) for one in found if one.code not in codes]
