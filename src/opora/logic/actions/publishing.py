"""Publishing a logic model: numbered, never changed again."""

import hashlib
import json
from collections.abc import Collection

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.one_at_a_time import one_at_a_time
from opora.logic import policies
from opora.logic.models import ModelVersion
from opora.logic.rules import LogicModel


@transaction.atomic
def publish_model(
    *,
    actor: Actor,
    practice: str,
    model: LogicModel,
    programs: Collection[str],
    only_if_none: bool = False,
    keep_own: bool = False,
) -> ModelVersion:
    """A model comes into force; what was said by an earlier version stays said by it.

    The same content twice changes nothing, nor does a former version come back: the shipped folder is offered at every
    start. With ``only_if_none`` a model that is there already stays; with ``keep_own`` one that the organization made
    in the browser does.
    """
    policies.check_can_change(actor)
    one_at_a_time("logic")
    text, named = text_of(model), sorted(programs)
    sha256 = hashlib.sha256(json.dumps([text, named], ensure_ascii=False).encode()).hexdigest()
    known = list(ModelVersion.objects.filter(code=model.code).defer("text").order_by("number"))
    if known and (
        only_if_none
        or any(version.sha256 == sha256 for version in known)
        or (keep_own and known[-1].made_by_id is not None)
    ):
        return known[-1]
    version = ModelVersion.objects.create(
        code=model.code,
        number=known[-1].number + 1 if known else 1,
        practice=practice,
        programs=named,
        sha256=sha256,
        text=text,
        made_by_id=actor.user_id,
    )
    audit.record(actor=actor, verb="logic.published", code=model.code, number=version.number)
    return version


def text_of(model: LogicModel) -> str:
    """A model as it is kept."""
    return json.dumps(model.to_data(), ensure_ascii=False)
