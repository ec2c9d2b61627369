"""Indicators to read: all of them, one with its rules and groups, and the cases behind it."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.access.rules import can
from opora.common.dates import now, today
from opora.common.errors import NotFound
from opora.common.text import fold
from opora.indicators import actions, policies, queries, words
from opora.indicators.queries import Answer
from opora.programs.queries import list_programs
from opora.voice.actions import read_beside
from opora.web.indicators.forms import ListForm
from opora.web.indicators.telling import Line, line_of, met, narrowed, picture_of, target_in_words
from opora.web.shell import cases_behind, sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.counting import counting_page
from opora.web.shell.paging import page_asked, page_by_number, query_without
from opora.web.shell.period_form import FiguresForm, days_said

PAGE = 50


def list_indicators(request: HttpRequest) -> HttpResponse:
    """Every indicator in force with its figure."""
    actor = actor_of(request)
    form = ListForm(request.GET, programs=list_programs(actor=actor))
    period, programs = form.chosen()
    counting = (
        None if sheets.is_asked(request) else queries.being_counted(actor=actor, period=period, program_ids=programs)
    )
    if counting is not None:
        return counting_page(request, heading=_("Indicators"), **asdict(counting))
    answers = queries.read_indicators(actor=actor, period=period, program_ids=programs)
    targets = queries.targets_on(actor=actor, day=period.last, program_id=programs[0] if programs else None)
    answers = [one for one in answers if form.finds(one.indicator.code, words.title(one.indicator))]
    lines = [line_of(one, targets.get(one.indicator.code)) for one in answers]
    if sheets.is_asked(request):
        return sheets.answer(
            request,
            name="indicators",
            title=_("Indicators"),
            columns=_columns(),
            rows=list(zip(answers, lines, strict=True)),
        )
    context = {
        "form": form,
        "period": days_said(period),
        "query": request.GET.urlencode(),
        "parts": _parts(lines),
        "is_empty": not lines,
        "may_set": policies.may_set(actor),
        "is_filtered": bool(request.GET),
        "counted_at": now(),
    }
    return render(request, "indicators/list.html", context)


def show_indicator(request: HttpRequest, code: str) -> HttpResponse:
    """One indicator: figure, definition, counting rules, months, groups, targets."""
    actor = actor_of(request)
    form = FiguresForm(request.GET, programs=list_programs(actor=actor))
    period, programs = form.chosen()
    split = request.GET.get("split", "")
    answer = queries.read_indicator(actor=actor, code=code, period=period, program_ids=programs, split=split)
    measure = answer.measure
    target = queries.targets_on(actor=actor, day=period.last, program_id=programs[0] if programs else None).get(code)
    groups = _groups(answer, split or answer.indicator.split)
    if sheets.is_asked(request):
        return sheets.answer(
            request, name="indicator", title=words.title(answer.indicator), columns=_group_columns(), rows=groups
        )
    splits = [one.code for one in measure.splits] + ([] if measure.is_whole else ["department", "program"])
    context = {
        "form": form,
        "query": query_without(request, "split", "page"),
        "period": days_said(answer.indicator.days_of(period)),
        "one": line_of(answer, target),
        "definition": words.definition(answer.indicator),
        "rules": words.counting_rules(
            measure, [*answer.indicator.filters, split or answer.indicator.split], answer.indicator.period_rule
        ),
        "narrowed": narrowed(answer.indicator),
        "is_own": answer.indicator.is_own,
        "draft_state": queries.state_of_draft(actor=actor, code=code) if answer.indicator.is_own else "",
        "has_cases": not measure.is_whole and answer.figure.families > 0,
        "families": answer.figure.families,
        "is_share": measure.is_share,
        "picture": picture_of(answer, is_large=True),
        "narrow_picture": picture_of(answer, is_narrow=True),
        "months": [
            (month.first, words.show(told, measure), words.rests_on(told, measure)) for month, told in answer.months
        ],
        "groups": groups,
        "split": words.split_title(measure, split or answer.indicator.split) if groups else "",
        "splits": [
            (name, words.split_title(measure, name), name == (split or answer.indicator.split)) for name in splits
        ],
        "targets": [(one, target_in_words(one, answer)) for one in queries.targets_of(actor=actor, indicator=code)],
        "is_met": met(target, answer) if target is not None else None,
        "may_set": policies.may_set(actor),
        "is_filtered": bool(set(request.GET) - {"split"}),
    }
    context["said"] = read_beside(actor=actor, indicator=code, on=today(), program_ids=programs)
    return render(request, "indicators/one.html", context)


def show_cases(request: HttpRequest, code: str) -> HttpResponse:
    """The cases behind a figure, by their codes; that somebody looked stands in the journal."""
    actor = actor_of(request)
    form = FiguresForm(request.GET, programs=list_programs(actor=actor))
    period, programs = form.chosen()
    found = queries.find_indicator(actor=actor, code=code)
    part = request.GET.get("part", "all")
    if part not in queries.PARTS:
        raise NotFound
    asked: Mapping[str, Any] = {
        "actor": actor,
        "one": found,
        "period": period,
        "part": part,
        "program_ids": programs,
    }
    title = words.title(found)
    if sheets.is_asked(request):
        rows = queries.cases_behind(**asked, limit=sheets.MOST + 1)
        actions.note_cases_read(actor=actor, indicator=code)
        return sheets.answer(request, name="indicator-cases", title=title, columns=cases_behind.columns(), rows=rows)
    number = page_asked(request)
    shown = queries.cases_behind(**asked, limit=PAGE + 1, offset=(number - 1) * PAGE)
    actions.note_cases_read(actor=actor, indicator=code)
    parts = [("all", _("all of them"))]
    if found.measure.is_share:
        parts += [("yes", _("counted in the numerator")), ("no", _("in the denominator alone"))]
    parts += [("unknown", _("not known"))]
    context = {
        "code": code,
        "title": title,
        "period": days_said(found.days_of(period)),
        "cases": shown[:PAGE],
        "parts": [(name, label, name == part) for name, label in parts],
        "query": query_without(request, "part", "page", "split"),
        "may_open": can(actor, "case.read"),
        "pager": page_by_number(request, number=number, has_next=len(shown) > PAGE),
    }
    return render(request, "indicators/cases.html", context)


def _parts(lines: list[Line]) -> list[tuple[str, list[Line]]]:
    """The list in parts that one can find one's way in, by the numbers of the register."""
    ends = (
        (14, _("What was done and given")),
        (19, _("How the work goes")),
        (29, _("What changed in families")),
        (34, _("What the assessments say")),
        (99, _("Whether the records are complete, and how families walk")),
    )
    found: dict[str, list[Line]] = {title: [] for _end, title in ends}
    own: list[Line] = []
    for line in lines:
        if line.is_own:
            own.append(line)
            continue
        number = int(line.code[4:6])
        found[next(title for end, title in ends if number <= end)].append(line)
    return [*((_("Our own indicators"), own) for _one in own[:1]), *found.items()]


def _groups(answer: Answer, split: str) -> list[tuple[str, str, str]]:
    names = words.group_names(answer.measure, split, list(answer.groups)) if answer.groups else {}
    ordered = sorted(
        answer.groups,
        key=lambda code: (-(answer.groups[code].denominator or answer.groups[code].value or 0), fold(names[code])),
    )
    return [
        (
            names[code],
            words.show(answer.groups[code], answer.measure),
            words.reason(answer.groups[code]) or words.rests_on(answer.groups[code], answer.measure),
        )
        for code in ordered
    ]


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Code"), lambda row: row[1].code),
        sheets.Column(_("Indicator"), lambda row: row[1].title),
        sheets.Column(_("Value"), lambda row: row[1].value),
        sheets.Column(_("Numerator"), lambda row: row[0].figure.numerator, "count"),
        sheets.Column(_("Denominator"), lambda row: row[0].figure.denominator, "count"),
        sheets.Column(_("Not known"), lambda row: row[0].figure.unknown, "count"),
        sheets.Column(_("Unit"), lambda row: row[1].unit),
        sheets.Column(_("Target"), lambda row: row[1].target),
        sheets.Column(_("Why there is no figure"), lambda row: row[1].reason),
        sheets.Column(_("Definition"), lambda row: words.definition(row[0].indicator)),
        sheets.Column(
            _("How it is counted"),
            lambda row: " ".join(
                words.counting_rules(row[0].measure, row[0].indicator.filters, row[0].indicator.period_rule)
            ),
        ),
    ]


def _group_columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Group"), lambda row: row[0]),
        sheets.Column(_("Value"), lambda row: row[1]),
        sheets.Column(_("Of how many"), lambda row: row[2]),
    ]
