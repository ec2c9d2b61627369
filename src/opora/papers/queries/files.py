"""Files of a path, without their content."""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from opora.access.rules import Actor
from opora.cases import queries as cases
from opora.families.sealing import opened
from opora.papers import policies
from opora.papers.models import Letter, StoredFile
from opora.process.models import Amendment, Route
from opora.process.queries import may_record, place_of_record, visible_to


def files_of(route: Route) -> QuerySet[StoredFile]:
    """Every file of a path, the newest first, those attached by mistake too."""
    return StoredFile.every.filter(route=route).select_related("by")


def files_with(source: str) -> list[StoredFile]:
    """What was filed with a record that was found in sight, by mistake too; "goods.issue:12" names it."""
    return list(StoredFile.every.filter(source=source, destroyed_on=None).order_by("pk"))


def file_in_sight(*, actor: Actor, file_id: int) -> StoredFile:
    """A file of a path or case this person sees, voided or not; NotFound for any other."""
    found = StoredFile.every.select_related("route", "by").filter(
        Q(route__in=visible_to(actor)) | Q(case__in=cases.visible_to(actor)), pk=file_id
    )
    stored = found.first()
    if stored is None:
        raise policies.unseen()
    return stored


def may_take_back(*, actor: Actor, stored: StoredFile) -> bool:
    """Whether a file was attached by itself or with a record, and whoever asks may attach one here.

    The file of a letter goes with its letter; one whose content was destroyed is gone already.
    """
    if stored.voided_on is not None or stored.destroyed_on is not None or is_of_letter(stored):
        return False
    return may_record(actor=actor, place=place_of_record(actor=actor, record=stored))


def is_of_letter(stored: StoredFile) -> bool:
    """Whether the file is the letter itself, by a template or to an office."""
    return stored.source.startswith("correspondence.") or Letter.every.filter(file=stored).exists()


def why_taken_back(files: Collection[StoredFile]) -> dict[int, str]:
    """The reasons for which these files were taken back, by file."""
    sources = {f"papers.file:{one.pk}": one.pk for one in files if one.voided_on is not None}
    if not sources:
        return {}
    said = Amendment.objects.filter(source__in=sources, kind=Amendment.Kind.VOIDED)
    return {sources[one.source]: opened(one, "reason") for one in said}
