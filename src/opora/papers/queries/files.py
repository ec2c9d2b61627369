"""Files of a path, without their content."""

from django.db.models import Q, QuerySet

from opora.access.rules import Actor
from opora.cases import queries as cases
from opora.papers import policies
from opora.papers.models import StoredFile
from opora.process.models import Route
from opora.process.queries import visible_to


def files_of(route: Route) -> QuerySet[StoredFile]:
    """Every file of a path, the newest first."""
    return StoredFile.objects.filter(route=route).select_related("added_by")


def files_with(source: str) -> list[StoredFile]:
    """What was filed with a record that was found in sight; "goods.issue:12" names it."""
    return list(StoredFile.objects.filter(source=source, destroyed_on=None).order_by("pk"))


def file_in_sight(*, actor: Actor, file_id: int) -> StoredFile:
    """A file of a path or case this person sees; NotFound for any other."""
    found = StoredFile.objects.select_related("route", "added_by").filter(
        Q(route__in=visible_to(actor)) | Q(case__in=cases.visible_to(actor)), pk=file_id
    )
    stored = found.first()
    if stored is None:
        raise policies.unseen()
    return stored
