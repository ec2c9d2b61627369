"""How many families still go by which version of a process, and where they stand."""

from django.db.models import Count, Q

from opora.pathways.models import RouteVersion
from opora.pathways.rules import Standing
from opora.process.models import Route


def older_versions(version: RouteVersion) -> list[tuple[RouteVersion, int]]:
    """The older versions on which families still go, with the number of their paths."""
    older = RouteVersion.objects.filter(code=version.code, number__lt=version.number).order_by("number").defer("text")
    open_ones = Route.objects.filter(version__in=older.values("pk"), ended_on=None).order_by()
    going = dict(open_ones.values_list("version").annotate(n=Count("pk")))
    return [(one, going[one.pk]) for one in older if one.pk in going]


def standing_of(version: RouteVersion) -> list[Standing]:
    """Where the open paths of a version stand, those alike taken together."""
    going = Route.objects.filter(version=version, ended_on=None).order_by("stage")
    alike = going.values("stage", "facts", has_case=Q(case__isnull=False)).annotate(n=Count("pk"))
    return [Standing(row["stage"], row["n"], row["facts"], row["has_case"]) for row in alike]
