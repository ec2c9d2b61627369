"""Published processes, read once and kept: a published version never changes."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.db import connection
from django.utils.translation import gettext_lazy as _

from opora.common.errors import NotFound
from opora.common.planning import ask_known
from opora.pathways.models import RouteVersion
from opora.pathways.rules import Definition, parse
from opora.programs.models import Program

_COLUMNS = ("id", "code", "number", "sha256", "programs", "published_at")
_NEWEST = f"""
    SELECT DISTINCT ON (code) {", ".join(_COLUMNS)} FROM process_routeversion ORDER BY code, number DESC
"""  # noqa: S608  (names of our own columns)


@lru_cache(maxsize=64)
def _parsed(version_id: int, sha256: str) -> Definition:
    return read_body(RouteVersion.objects.get(pk=version_id, sha256=sha256).body)


def read_body(body: Mapping[str, Any]) -> Definition:
    """The process of a published body, which beside it names the programs that it serves."""
    return parse({key: value for key, value in body.items() if key != "programs"})


def definition_of(version: RouteVersion) -> Definition:
    """The process of a version."""
    return _parsed(version.pk, version.sha256)


def latest_versions() -> list[RouteVersion]:
    """The newest version of every published process; its text is read by whoever needs it."""
    found = ask_known(_NEWEST, ())
    versions = [RouteVersion.from_db(connection.alias, _COLUMNS, row) for row in found]
    for version in versions:
        version.programs = json.loads(version.programs)
    return versions


def version_numbered(code: str, number: int) -> RouteVersion:
    """A published version of a process; NotFound when there is none of this number."""
    found = RouteVersion.objects.filter(code=code, number=number).first()
    if found is None:
        raise NotFound(_("There is no such version of the process."))
    return found


def version_for(program: Program) -> RouteVersion | None:
    """The newest process that serves a program; None when nobody published one."""
    return RouteVersion.objects.filter(programs__contains=program.code).order_by("-number", "-pk").first()
