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
    known = ProcessDraft.objects.filter(code=code, state=ProcessDraft.State.OPEN).first()
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
    if ProcessDraft.objects.filter(code=code, state=ProcessDraft.State.OPEN).exists():
        raise Conflict(_("A draft of this process is worked on. Publish it or give it up first."))
    kept = {"programs": base.body["programs"]} if "programs" in base.body else {}
    draft = _begun(actor, base, {**body, **kept})
    audit.record(actor=actor, verb="pathways.draft_brought", code=code)
    return draft


@transaction.atomic
def put_head(*, actor: Actor, code: str, head: Mapping[str, Any], seen: int | None) -> None:
    """The process is called otherwise, or begins elsewhere."""
    draft = _opened(actor, code)
    _check_there(rules.head_of(draft.body), seen, draft)
    _keep(actor, draft, rules.put_head(draft.body, head), "process")


@transaction.atomic
def put_part(*, actor: Actor, code: str, part: str, name: str, said: Any, seen: int | None) -> str:
    """A stage, an exit, a step, a paper or a role is added or says something else; gives back its code."""
    draft = _opened(actor, code)
    if name:
        _check_there(rules.parts_of(draft.body, part).get(name), seen, draft)
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
        _check_there(rows[number] if number < len(rows) else None, seen, draft)
    _keep(actor, draft, rules.put_row(draft.body, table, number, row), table)


@transaction.atomic
def drop_row(*, actor: Actor, code: str, table: str, number: int, seen: int | None = None) -> None:
    """The row leaves the table; whoever saw another in its place removes nothing."""
    draft = _opened(actor, code)
    rows = rules.rows_of(draft.body, table)
    if number >= len(rows):
        raise NotFound
    _check_there(rows[number], seen, draft)
    _keep(actor, draft, rules.drop_row(draft.body, table, number), table)


@transaction.atomic
def shift_row(*, actor: Actor, code: str, table: str, number: int, by: int) -> None:
    """The row is read earlier or later."""
    draft = _opened(actor, code)
    _keep(actor, draft, rules.shift_row(draft.body, table, number, by), table)


@transaction.atomic
def publish_draft(*, actor: Actor, code: str, seen: int | None) -> RouteVersion:
    """The draft comes into force for paths that begin from now on, unless something in it must be mended first."""
    draft = _opened(actor, code)
    if seen is not None and seen != draft.revision:
        raise Conflict(_("The draft was changed meanwhile. Look at it once more before you publish it."))
    if problems_of_draft(draft.body):
        raise Refused(_("Mend what is named first; then the process can be published."))
    newest = _newest(code)
    if draft.base.number != newest.number:
        raise Conflict(
            _("Meanwhile version %(number)s came into force. Give this draft up, and begin from it.")
            % {"number": newest.number}
        )
    if draft.body == newest.body and _orders(draft.body) == _orders(newest.body):
        raise Refused(_("Nothing is changed yet: there is nothing to publish."))
    version = publish_route(actor=actor, code=code, body={**draft.body, "version": newest.number + 1})
    _end(draft, actor, ProcessDraft.State.PUBLISHED)
    return version


@transaction.atomic
def drop_draft(*, actor: Actor, code: str) -> None:
    """The draft is given up; what is in force stays."""
    draft = _opened(actor, code)
    _end(draft, actor, ProcessDraft.State.DROPPED)
    audit.record(actor=actor, verb="pathways.draft_dropped", code=code)


@transaction.atomic
def take_draft_back(*, actor: Actor, code: str) -> ProcessDraft:
    """The draft given up last is worked on again, as long as no other is and the version it began from is in force."""
    policies.check_can_publish(actor)
    one_at_a_time(_ONE)
    draft = ProcessDraft.objects.filter(code=code).order_by("-pk").first()
    if draft is None or draft.state != ProcessDraft.State.DROPPED or draft.base_id != _newest(code).pk:
        raise Conflict(_("There is no draft that could be taken back."))
    _end(draft, actor, ProcessDraft.State.OPEN)
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
    found = ProcessDraft.objects.select_for_update(of=("self",)).select_related("base", "changed_by")
    draft = found.filter(code=code, state=ProcessDraft.State.OPEN).first()
    if draft is None:
        raise NotFound
    return draft


def _keep(actor: Actor, draft: ProcessDraft, body: Body, what: str) -> None:
    text = json.dumps(body, ensure_ascii=False)
    if text == draft.text:
        return
    draft.text = text
    draft.revision += 1
    draft.changed_by_id = actor.user_id
    draft.save(update_fields=["text", "revision", "changed_by", "changed_at"])
    audit.record(actor=actor, verb="pathways.draft_changed", code=draft.code, what=what)


def _end(draft: ProcessDraft, actor: Actor, state: ProcessDraft.State) -> None:
    draft.state = state
    draft.changed_by_id = actor.user_id
    draft.save(update_fields=["state", "changed_by", "changed_at"])


def _check_there(part: Any, seen: int | None, draft: ProcessDraft) -> None:
    """Refuse a change of what somebody else changed or removed since it was opened."""
    if part is None:
        raise Conflict(_("A colleague has removed this meanwhile. What you typed is still here: add it anew."))
    if seen is not None and seen != rules.mark_of(part):
        name = draft.changed_by.name if draft.changed_by is not None else ""
        raise Conflict(
            _(
                "%(name)s changed this while you were writing. See below what it says now; what you typed is kept. "
                "Saving again replaces it."
            )
            % {"name": name or _("A colleague")}
        )
