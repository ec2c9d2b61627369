"""The next version of a process while it is worked on: begun, brought from a file, changed, published or given up.

Several people may work on one draft. Whoever changes a part says which state of it was seen; what somebody else changed
meanwhile is never overwritten unseen.
"""

import json
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.common.next_version import given_up_last, held, worked_on
from opora.common.one_at_a_time import one_at_a_time
from opora.pathways import policies
from opora.pathways.actions.publishing import publish_route
from opora.pathways.models import ProcessDraft, RouteVersion
from opora.pathways.queries import problems_of_draft
from opora.pathways.rules import editing as rules
from opora.pathways.rules.editing import Body

_ONE = "process"


@transaction.atomic
def begin_draft(*, actor: Actor, code: str) -> ProcessDraft:
    """Work on the next version begins from the one in force; one that is under way is gone on with."""
    policies.check_can_publish(actor)
    one_at_a_time(_ONE)
    known = worked_on(ProcessDraft, code)
    if known is not None:
        return known
    base = _newest(code)
    draft = _begun(actor, base, base.body)
    audit.record(actor=actor, verb="pathways.draft_begun", code=code, number=base.number)
    return draft


@transaction.atomic
def bring_draft(*, actor: Actor, code: str, body: Mapping[str, Any]) -> ProcessDraft:
    """A process that came as a file becomes the draft of the next version; the programs it serves stay."""
    policies.check_can_publish(actor)
    one_at_a_time(_ONE)
    base = _newest(code)
    if body.get("code") != code:
        raise Invalid({"file": _("The file describes another process: “%(code)s”.") % {"code": body.get("code", "—")}})
    if worked_on(ProcessDraft, code) is not None:
        raise Conflict(_("A draft of this process is worked on. Publish it or give it up first."))
    kept = {"programs": base.body["programs"]} if "programs" in base.body else {}
    draft = _begun(actor, base, {**body, **kept})
    audit.record(actor=actor, verb="pathways.draft_brought", code=code)
    return draft


@transaction.atomic
def put_head(*, actor: Actor, code: str, head: Mapping[str, Any], seen: int | None) -> None:
    """The process is called otherwise, or begins elsewhere."""
    draft = _opened(actor, code)
    draft.check_there(rules.head_of(draft.body), seen)
    _keep(actor, draft, rules.put_head(draft.body, head), "process")


@transaction.atomic
def put_part(*, actor: Actor, code: str, part: str, name: str, said: Any, seen: int | None) -> str:
    """A stage, an exit, a step, a paper or a role is added or says something else; gives back its code."""
    draft = _opened(actor, code)
    if name:
        draft.check_there(rules.parts_of(draft.body, part).get(name), seen)
    changed, put = rules.put_part(draft.body, part, name, said)
    _keep(actor, draft, changed, put)
    return put


@transaction.atomic
def drop_part(*, actor: Actor, code: str, part: str, name: str) -> None:
    """The part leaves the draft."""
    draft = _opened(actor, code)
    _keep(actor, draft, rules.drop_part(draft.body, part, name), name)


@transaction.atomic
def shift_part(*, actor: Actor, code: str, part: str, name: str, by: int) -> None:
    """The part moves up or down among its kind."""
    draft = _opened(actor, code)
    _keep(actor, draft, rules.shift_part(draft.body, part, name, by), name)


@transaction.atomic
def put_row(
    *, actor: Actor, code: str, table: str, number: int | None, row: Mapping[str, Any], seen: int | None
) -> None:
    """A row of a table of criteria is added or decides otherwise."""
    draft = _opened(actor, code)
    rows = rules.rows_of(draft.body, table)
    if number is not None:
        draft.check_there(rows[number] if number < len(rows) else None, seen)
    _keep(actor, draft, rules.put_row(draft.body, table, number, row), table)


@transaction.atomic
def drop_row(*, actor: Actor, code: str, table: str, number: int, seen: int | None = None) -> None:
    """The row leaves the table; whoever saw another in its place removes nothing."""
    draft = _opened(actor, code)
    rows = rules.rows_of(draft.body, table)
    if number >= len(rows):
        raise NotFound
    draft.check_there(rows[number], seen)
    _keep(actor, draft, rules.drop_row(draft.body, table, number), table)


@transaction.atomic
def shift_row(*, actor: Actor, code: str, table: str, number: int, by: int) -> None:
    """The row is read earlier or later."""
    draft = _opened(actor, code)
    _keep(actor, draft, rules.shift_row(draft.body, table, number, by), table)


@transaction.atomic
def put_fact(*, actor: Actor, code: str, table: str, name: str, fact: Mapping[str, Any], seen: int | None) -> str:
    """A table of criteria asks something more, or otherwise; gives back the code of the question."""
    draft = _opened(actor, code)
    if table not in rules.parts_of(draft.body, "table"):
        raise NotFound
    if name:
        draft.check_there(rules.facts_of(draft.body, table).get(name), seen)
    changed, put = rules.put_fact(draft.body, table, name, fact)
    _keep(actor, draft, changed, table)
    return put


@transaction.atomic
def drop_fact(*, actor: Actor, code: str, table: str, name: str, seen: int | None) -> None:
    """A table of criteria does not ask this any more."""
    draft = _opened(actor, code)
    draft.check_there(rules.facts_of(draft.body, table).get(name), seen)
    _keep(actor, draft, rules.drop_fact(draft.body, table, name), table)


@transaction.atomic
def shift_fact(*, actor: Actor, code: str, table: str, name: str, by: int) -> None:
    """The question is asked earlier or later."""
    draft = _opened(actor, code)
    if name not in rules.facts_of(draft.body, table):
        raise NotFound
    _keep(actor, draft, rules.shift_fact(draft.body, table, name, by), table)


@transaction.atomic
def publish_draft(*, actor: Actor, code: str, seen: int | None) -> RouteVersion:
    """The draft comes into force for paths that begin from now on, unless something in it must be mended first."""
    policies.check_can_publish(actor)
    one_at_a_time(_ONE)
    draft = _opened(actor, code)
    newest = _newest(code)
    draft.check_publishable(seen, newest.number)
    if problems_of_draft(draft.body):
        raise Refused(_("Mend what is named first; then the process can be published."))
    if draft.body == newest.body and _orders(draft.body) == _orders(newest.body):
        raise Refused(_("Nothing is changed yet: there is nothing to publish."))
    version = publish_route(actor=actor, code=code, body={**draft.body, "version": newest.number + 1})
    draft.save(update_fields=draft.become(draft.State.PUBLISHED, actor.user_id))
    return version


@transaction.atomic
def drop_draft(*, actor: Actor, code: str) -> None:
    """The draft is given up; what is in force stays."""
    draft = _opened(actor, code)
    draft.save(update_fields=draft.become(draft.State.DROPPED, actor.user_id))
    audit.record(actor=actor, verb="pathways.draft_dropped", code=code)


@transaction.atomic
def take_draft_back(*, actor: Actor, code: str) -> ProcessDraft:
    """The draft given up last is worked on again, as long as no other is and the version it began from is in force."""
    policies.check_can_publish(actor)
    one_at_a_time(_ONE)
    draft = given_up_last(ProcessDraft, code, _newest(code).pk)
    draft.save(update_fields=draft.become(draft.State.OPEN, actor.user_id))
    audit.record(actor=actor, verb="pathways.draft_taken_back", code=code)
    return draft


def _orders(body: Mapping[str, Any]) -> list[list[str]]:
    return [list(rules.parts_of(body, part)) for part in rules.TABLES]


def _newest(code: str) -> RouteVersion:
    found = RouteVersion.objects.filter(code=code).order_by("-number").first()
    if found is None:
        raise NotFound
    return found


def _begun(actor: Actor, base: RouteVersion, body: Mapping[str, Any]) -> ProcessDraft:
    return ProcessDraft.objects.create(
        code=base.code,
        base=base,
        text=json.dumps(body, ensure_ascii=False),
        begun_by_id=actor.user_id,
        changed_by_id=actor.user_id,
    )


def _opened(actor: Actor, code: str) -> ProcessDraft:
    policies.check_can_publish(actor)
    return held(ProcessDraft, code)


def _keep(actor: Actor, draft: ProcessDraft, body: Body, what: str) -> None:
    text = json.dumps(body, ensure_ascii=False)
    if text == draft.text:
        return
    draft.save(update_fields=draft.say(text, actor.user_id))
    audit.record(actor=actor, verb="pathways.draft_changed", code=draft.code, what=what)
