"""Reading forms; they are no secret to anybody who works here."""

from collections import OrderedDict
from collections.abc import Collection
from threading import Lock

from django.db.models import Max, QuerySet

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.instruments.models import InstrumentVersion
from opora.instruments.rules import Definition, definition_from_data

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


def list_versions(*, actor: Actor) -> list[InstrumentVersion]:
    """All published versions of all forms, newest first within each form."""
    return list(InstrumentVersion.objects.select_related("instrument").order_by("instrument__code", "-number"))
