"""Files of a path, without their content."""

from django.db.models import QuerySet

from opora.access.rules import Actor
from opora.papers import policies
from opora.papers.models import StoredFile
from opora.process.models import Route
from opora.process.queries import visible_to


def files_of(route: Route) -> QuerySet[StoredFile]:
    """Every file of a path, the newest first."""
    return StoredFile.objects.filter(route=route).select_related("added_by")


def file_in_sight(*, actor: Actor, file_id: int) -> StoredFile:
    """A file of a path this person sees; NotFound for any other."""
    found = StoredFile.objects.select_related("route", "added_by").filter(pk=file_id, route__in=visible_to(actor))
    stored = found.first()
    if stored is None:
        raise policies.unseen()
    return stored
