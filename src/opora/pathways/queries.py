"""Published processes, read once and kept: a published version never changes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db import connection
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.common.next_version import all_worked_on, no_draft, state_of_last
from opora.common.planning import ask_known
from opora.pathways import policies
from opora.pathways.models import ProcessDraft, RouteVersion
from opora.pathways.rules import Definition, Problem, parse, problems_in
from opora.pathways.rules.editing import Body
from opora.pathways.rules.reading import read
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


@dataclass(frozen=True, slots=True)
class Draft:
    """A process that is worked on as it stands now, beside the version it began from."""

    code: str
    revision: int
    base: RouteVersion
    body: Body
    changed_by: str
    changed_at: datetime

    @property
    def as_far(self) -> Definition:
        """The process as far as it can be read."""
        return read({key: value for key, value in self.body.items() if key != "programs"})[0]


def open_draft(*, actor: Actor, code: str) -> Draft:
    """The draft that is worked on; for those who may change processes. Raises NotFound."""
    found = [one for one in open_drafts(actor=actor) if one.code == code]
    if not found:
        raise no_draft(ProcessDraft, code) if policies.may_publish(actor) else NotFound
    return found[0]


def open_drafts(*, actor: Actor) -> list[Draft]:
    """Every process that is worked on; nothing for whoever may not change processes."""
    if not policies.may_publish(actor):
        return []
    found = all_worked_on(ProcessDraft)
    return [Draft(one.code, one.revision, one.base, one.body, one.changed_by_name, one.changed_at) for one in found]


def problems_of_draft(body: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Everything to mend in a draft before it may be published: what a file would be told."""
    return problems_in({key: value for key, value in body.items() if key != "programs"})


def slips_of(body: Mapping[str, Any]) -> tuple[Problem, ...]:
    """What keeps a file from being read as a process at all: its shape, not its meaning."""
    return read({key: value for key, value in body.items() if key != "programs"})[1]


def state_of_draft(*, actor: Actor, code: str) -> str:
    """How the last draft of a process stands: "open", "dropped" (it may be taken back), or ""."""
    if not policies.may_publish(actor):
        return ""
    newest = RouteVersion.objects.filter(code=code).order_by("-number").values_list("pk", flat=True).first()
    return state_of_last(ProcessDraft, code, newest)
