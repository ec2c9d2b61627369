"""Publishing a process: checked, numbered, never changed again."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.common.news import tell
from opora.common.one_at_a_time import one_at_a_time
from opora.pathways import policies
from opora.pathways.models import RouteVersion
from opora.pathways.rules import problems_in


@transaction.atomic
def publish_route(*, actor: Actor, code: str, body: Mapping[str, Any], keep_own: bool = False) -> RouteVersion:
    """A process comes into force for paths that begin from now on; the same content twice changes nothing (X-17).

    Raises Invalid with every mistake at once; paths already begun stay on the version they began with. With
    ``keep_own`` a process whose version in force the organization made in the browser stays as it is.
    """
    policies.check_can_publish(actor)
    problems = problems_in({key: value for key, value in body.items() if key != "programs"})
    if problems:
        raise Invalid({"": "\n".join(problem.text(gettext) for problem in problems)})
    content = json.dumps(body, ensure_ascii=False)
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    one_at_a_time("process")
    known = list(RouteVersion.objects.filter(code=code).order_by("number"))
    for version in known:
        if version.sha256 == sha256:
            _tell_in_force(known[-1])
            return known[-1]
    if keep_own and known and known[-1].made_by_id is not None:
        return known[-1]
    number = known[-1].number + 1 if known else 1
    published = RouteVersion.objects.create(
        code=code,
        number=number,
        sha256=sha256,
        text=content,
        programs=list(body.get("programs", ())),
        made_by_id=actor.user_id,
    )
    audit.record(actor=actor, verb="pathways.published", code=code, number=number)
    _tell_in_force(published)
    return published


def _tell_in_force(version: RouteVersion) -> None:
    """Cases opened before their program had a process now get a path; whoever leads them there listens."""
    tell("pathways.published", programs=version.programs)
