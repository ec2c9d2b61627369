"""Carrying families to the version of the process in force: where they stand, a dry run, and then the move itself."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import can
from opora.common.dates import today
from opora.common.language import said
from opora.pathways.queries import definition_of, version_numbered
from opora.pathways.rules import Trial
from opora.pathways.words import place_title, problem_sentence
from opora.process import actions, queries
from opora.web.process.forms import MovingForm
from opora.web.process.views.map import Served, process_of
from opora.web.shell.asking import actor_of, given
from opora.web.shell.forms import carry_out
from opora.web.shell.middleware import say


@dataclass(frozen=True, slots=True)
class Line:
    """One stage of the old version: its words, how many families stand there, where they go on (None: nowhere)."""

    title: str
    count: int
    goal: str | None
    field: Any


def move_paths(request: HttpRequest, code: str) -> HttpResponse:
    """Choose where each stage goes on, try it out, and carry the families when nobody would be lost."""
    actor = actor_of(request)
    process = process_of(actor, code)
    newest = version_numbered(code, process.number)
    older = queries.older_versions(newest)
    sees_map = can(actor, "intake.work")
    number = _asked(request, [version.number for version, _count in older])
    if number is None:
        return render(request, "process/moving.html", {"process": process, "older": older, "sees_map": sees_map})
    old = definition_of(version_numbered(code, number))
    counts = _counts(queries.standing_of(version_numbered(code, number)))
    stages = {stage: counts[stage] for stage in old.stages if stage in counts}
    form = MovingForm(
        given(request),
        stages={stage: place_title(old, stage) for stage in stages},
        goals={key: said(stage.title) for key, stage in process.definition.stages.items()},
        initial={"to_number": process.number},
    )
    tried: list[actions.Carried] = []
    wants_move = request.POST.get("do") == "move"

    def act(typed: dict[str, Any]) -> None:
        tried.append(
            actions.migrate_routes(
                actor=actor,
                code=code,
                from_number=number,
                to_number=typed["to_number"],
                mapping=form.mapping(),
                dry_run=not wants_move,
                on=today(),
            )
        )

    if form.is_bound and carry_out(form, act) and wants_move:
        say(request, _("Carried to version %(n)s: %(count)s.") % {"n": process.number, "count": tried[0].moved})
        return HttpResponseRedirect(reverse("process:move", args=[code]))
    trial = tried[0].trial if tried else None
    context = {
        "process": process,
        "older": older,
        "sees_map": sees_map,
        "number": number,
        "form": form,
        "lines": _lines(process, form, stages, {stage: place_title(old, stage) for stage in stages}),
        "trial": trial,
        "problems": _problems(trial),
    }
    return render(request, "process/moving.html", context, status=422 if form.errors else 200)


def _asked(request: HttpRequest, numbers: list[int]) -> int | None:
    """The version asked for, if families still go by it; otherwise the oldest; None when there is none."""
    asked = request.GET.get("from", "")
    known = {str(number): number for number in numbers}
    return known.get(asked, numbers[0] if numbers else None)


def _counts(standing: Any) -> dict[str, int]:
    counts: dict[str, int] = {}
    for one in standing:
        counts[one.stage] = counts.get(one.stage, 0) + one.count
    return counts


def _lines(process: Served, form: MovingForm, stages: dict[str, int], titles: dict[str, str]) -> list[Line]:
    known = process.definition.stages
    return [Line(titles[key], n, key if key in known else None, form[f"goal_{key}"]) for key, n in stages.items()]


def _problems(trial: Trial | None) -> list[tuple[int, str]]:
    return [(count, problem_sentence(code)) for code, count in trial.problems.items()] if trial else []
