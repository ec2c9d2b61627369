"""For whoever writes the method: what is worked on, what could be published at once, and where each part is changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import pgettext

from opora.access.rules import Actor, Role, can
from opora.common.bilingual import Text
from opora.common.language import said
from opora.indicators import queries as indicators
from opora.instruments import queries as instruments
from opora.instruments.rules import form_changes, form_problems, written
from opora.logic import queries as logic
from opora.logic.rules import has_errors
from opora.pathways import queries as pathways


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A next version that is worked on: of what, whether it says anything new and could be published, whose change."""

    kind: str
    title: str
    path: str
    is_changed: bool
    is_ready: bool
    changed_by: str
    changed_at: datetime


def writes_the_method(actor: Actor) -> bool:
    """Whether the method is this person's own work: a methodologist's, and of who changes it and sees no family."""
    return can(actor, "practice.manage") and (Role.METHODOLOGIST in actor.roles or not can(actor, "task.do"))


def method_for(actor: Actor) -> dict[str, Any]:
    """Every draft, the one changed last first."""
    lines = [*_forms(actor), *_processes(actor), *_models(actor), *_indicators(actor)]
    return {"drafts": sorted(lines, key=lambda one: one.changed_at, reverse=True)}


def _forms(actor: Actor) -> Iterator[DraftLine]:
    for one in instruments.open_drafts(actor=actor):
        problems = form_problems(one.form, instruments.published_definitions(code=one.code))
        yield DraftLine(
            pgettext("method", "form"),
            _called(one.form.get("title")) or one.code,
            reverse("instruments:draft", args=[one.code]),
            one.base is None or bool(form_changes(written(instruments.definition_of(one.base)), one.form)),
            not any(problem.must for problem in problems),
            one.changed_by,
            one.changed_at,
        )


def _processes(actor: Actor) -> Iterator[DraftLine]:
    for one in pathways.open_drafts(actor=actor):
        yield DraftLine(
            pgettext("method", "process"),
            _called(one.body.get("title")) or one.code,
            reverse("process:draft", args=[one.code]),
            one.body != one.base.body,
            not pathways.problems_of_draft(one.body),
            one.changed_by,
            one.changed_at,
        )


def _models(actor: Actor) -> Iterator[DraftLine]:
    for one in logic.open_drafts(actor=actor):
        yield DraftLine(
            pgettext("method", "logic model"),
            said(one.model.title) or one.code,
            reverse("logic:draft", args=[one.code]),
            one.model != one.before or one.base is None or sorted(one.programs) != sorted(one.base.programs),
            not has_errors(logic.problems_of_draft(one)),
            one.changed_by,
            one.changed_at,
        )


def _indicators(actor: Actor) -> Iterator[DraftLine]:
    """What is wrong with one is not kept, so it may always be published."""
    for one in indicators.open_drafts(actor=actor):
        path = reverse("indicators:draft", args=[one.code])
        is_changed = one.said != one.base
        kind = pgettext("method", "indicator")
        yield DraftLine(kind, one.said.title, path, is_changed, True, one.changed_by, one.changed_at)


def _called(title: Any) -> str:
    """A title as a file says it: in two languages, or in one line."""
    words = {"ru": title} if isinstance(title, str) else dict(title or {})
    return said(Text(str(words.get("ru", "")), str(words.get("en", ""))))
