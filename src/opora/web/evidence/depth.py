"""The page of the form in depth: items, what falls together, services beside solved items, how long it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.access.rules import can
from opora.common.dates import today
from opora.common.language import said
from opora.evidence import queries, words
from opora.evidence.queries.depth import Depth, cases_behind_item, cases_beside, depth, item_names, rows_of_cases
from opora.evidence.queries.depth_times import Times, times
from opora.evidence.rules.depth import ItemFigures
from opora.evidence.rules.depth_help import Beside, HelpedItem
from opora.evidence.rules.depth_time import Curve
from opora.evidence.rules.rows import Cohort
from opora.evidence.rules.shares import Share
from opora.evidence.words import depth as told
from opora.pictures.dumbbell import DumbbellRow, Labels, dumbbell
from opora.pictures.waiting import waiting
from opora.programs.queries import list_programs
from opora.reports import actions as reports
from opora.reports.outcomes import period_of
from opora.web.evidence.forms import DepthForm
from opora.web.evidence.layout import table_of
from opora.web.evidence.views import columns_of
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.paging import page_by_number

PAGE = 50
DRAWN, PAIRS, COMPARED = 12, 15, 30


@dataclass(frozen=True, slots=True)
class Linked:
    """A cell: what stands in it, the address of its cases if it counts any, and what stands small beside it."""

    text: str
    url: str = ""
    small: str = ""
    title: str = ""
    is_number: bool = True
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """A table as the page shows it: each cell bears the title of its column, for a narrow page."""

    name: str
    titles: Sequence[tuple[str, bool]]
    lines: Sequence[tuple[tuple[str, str], Sequence[Linked]]]


def _laid(name: str, first: str, lines: Sequence[tuple[tuple[str, str], Sequence[Linked]]]) -> Laid:
    columns = [(cell.title, cell.is_number) for cell in lines[0][1]] if lines else []
    return Laid(name, [(first, False), *columns], lines)


def show_depth(request: HttpRequest) -> HttpResponse:
    """One program at a time: forms of two programs are never put together."""
    form, found, waited = _asked(request)
    query = _query(request)
    links = _Links(found, query) if found else None
    return render(
        request,
        "evidence/depth.html",
        {
            "form": form,
            "found": found,
            "period": period_of(found.cohort) if found else "",
            "taken_on": today(),
            "query": request.GET.urlencode(),
            "items": _laid(_("Every item"), _("Item"), [links.item(one) for one in found.items])
            if found and links and found.items
            else None,
            "stubborn": [links.name(one.place) for one in found.stubborn] if found and links else (),
            "pairs": [links.pair(one) for one in found.together[:PAIRS]] if found and links else (),
            "helped": _laid(
                _("Services beside solved items"), _("Item"), [links.beside(one) for one in found.helped[:COMPARED]]
            )
            if found and links and found.helped
            else None,
            "helped_more": max(0, len(found.helped) - COMPARED) if found else 0,
            "picture": _items_picture(found) if found and found.items else None,
            "waits": _waits(waited) if waited else (),
            "once": waited.once if waited else 0,
            "rules": told.how_counted(),
            "caveats": told.depth_caveats(),
            "may_export": can(actor_of(request), "outcomes.export"),
            "is_filtered": bool(request.GET),
        },
    )


def export_depth(request: HttpRequest) -> HttpResponse:
    """The same as a workbook; the journal keeps who took it."""
    _form, found, waited = _asked(request)
    if found is None or waited is None:
        raise Http404
    content = reports.export_depth(actor=actor_of(request), found=found, waited=waited, about=found.program.name)
    return sheets.workbook_response(content, "opora-form")


def show_depth_cases(request: HttpRequest, program_id: int) -> HttpResponse:
    """The cases behind a figure of an item, under their codes."""
    actor = actor_of(request)
    programs = list_programs(actor=actor)
    program = next((one for one in programs if one.pk == program_id), None)
    if program is None:
        raise Http404
    cohort = DepthForm(request.GET, actor=actor, programs=programs).cohort()
    names = item_names(program.instrument_code)
    first = next((item.code for item in names.values()), "")
    code, show = request.GET.get("item") or first, request.GET.get("show", "entry")
    service = request.GET.get("service", "")
    about: dict[str, Any] = {"actor": actor, "cohort": cohort, "program": program}
    if not names:
        case_ids: list[int] = []
    elif service.isdecimal() and len(service) < 10:
        case_ids = cases_beside(**about, code=code, service_id=int(service))
    else:
        case_ids = cases_behind_item(**about, code=code, what=show)
    number = request.GET.get("page", "1")
    page = max(1, int(number)) if number.isdecimal() and len(number) < 7 else 1
    one = Cohort((program_id,), cohort.department_ids, cohort.closed_from, cohort.closed_to)
    outcome = queries.outcomes(actor=actor, cohort=one, limit=0, programs=programs).programs[0]
    title = f"{code}: {_figures().get(show, _('the service was given'))}"
    if sheets.is_asked(request):
        every = rows_of_cases(**about, case_ids=case_ids, limit=sheets.MOST + 1)
        return sheets.answer(request, name="form-cases", title=title, columns=columns_of(outcome, every), rows=every)
    rows = rows_of_cases(**about, case_ids=case_ids, limit=PAGE + 1, offset=(page - 1) * PAGE)
    return render(
        request,
        "evidence/depth_cases.html",
        {
            "title": title,
            "text": next((said(item.text) for item in names.values() if item.code == code), ""),
            "program": program,
            "table": table_of(
                outcome, rows[:PAGE], first=(page - 1) * PAGE + 1, with_total=False, may_open=can(actor, "case.read")
            ),
            "pager": page_by_number(request, number=page, has_next=len(rows) > PAGE),
            "query": _query(request, program_id),
        },
    )


def _figures() -> dict[str, str]:
    return {
        "entry": _("weak at entry"),
        "exit": _("weak at exit"),
        "solved": _("solved"),
        "new": pgettext("item", "came new"),
        "stayed": _("weak both times"),
        "lost": _("not rated at exit"),
        "without_exit": _("no exit form"),
    }


def _asked(request: HttpRequest) -> tuple[DepthForm, Depth | None, Times | None]:
    actor = actor_of(request)
    programs = list_programs(actor=actor)
    form = DepthForm(request.GET, actor=actor, programs=programs)
    cohort = form.cohort()
    program = next((one for one in programs if one.pk in cohort.program_ids), None) or _first(actor, cohort, programs)
    if program is None:
        return form, None, None
    form.fields["program"].initial = program.pk
    found = depth(actor=actor, cohort=cohort, program=program)
    return form, found, times(actor=actor, cohort=cohort, program=program, on=today())


def _first(actor: Any, cohort: Cohort, programs: Sequence[Any]) -> Any:
    """The first program with closed cases in sight, else the first of all."""
    known = queries.programs_with_cases(actor=actor, cohort=cohort)
    return next((one for one in programs if one.pk in known), programs[0] if programs else None)


def _query(request: HttpRequest, program_id: int | None = None) -> str:
    query = request.GET.copy()
    for name in ("item", "show", "service", "page"):
        query.pop(name, None)
    if program_id:
        query["program"] = str(program_id)
    return query.urlencode()


class _Links:
    """Figures of one program as cells that lead to their cases."""

    def __init__(self, found: Depth, query: str) -> None:
        self.found = found
        self.base = reverse("evidence:depth_cases", args=[found.program.pk])
        self.query = query

    def name(self, place: int) -> tuple[str, str]:
        item = self.found.names.get(place)
        return (item.code, said(item.text)) if item else (str(place), "")

    def item(self, one: ItemFigures) -> tuple[tuple[str, str], list[Linked]]:
        code, _text = name = self.name(one.place)
        stayed = one.solved.total - one.solved.n
        sure = words.percent_interval(one.solved.interval) if one.solved.total else ""
        remarks = "; ".join(told.item_remarks(one))
        return name, [
            self._to(
                _("Weak at entry"), told.of_families(one.entry), one.entry.n, code, "entry", self._share(one.entry)
            ),
            self._to(_("Weak at exit"), told.of_families(one.exit), one.exit.n, code, "exit"),
            self._to(_("Solved"), told.of_families(one.solved), one.solved.n, code, "solved", sure),
            self._to(_("Weak both times"), words.number(stayed), stayed, code, "stayed"),
            self._to(_("Came new"), told.of_families(one.new), one.new.n, code, "new"),
            Linked(remarks, title=_("Remark"), is_number=False),
        ]

    def _share(self, share: Share) -> str:
        return words.percent(share.share, 0) if share.total else ""

    def pair(self, one: Any) -> dict[str, Any]:
        return {
            "first": self.name(one.first),
            "second": self.name(one.second),
            "both": told.of_families(one.both),
            "expected": words.number(one.expected),
            "is_clear": one.is_clear,
        }

    def beside(self, one: HelpedItem) -> tuple[tuple[str, str], list[Linked]]:
        code, _text = name = self.name(one.place)
        tag = {Beside.MORE: "ok", Beside.LESS: "warn"}.get(one.said, "plain")
        given = self._to(
            _("Solved where it was given"),
            told.of_families(one.given),
            one.given.total,
            code,
            "given",
            self._sure(one.given),
            one.service_id,
        )
        others = _("Solved where it was not")
        return name, [
            Linked(said(self.found.services[one.service_id]), title=_("Service"), is_number=False),
            given,
            Linked(told.of_families(one.others), small=self._sure(one.others), title=others),
            Linked(told.beside(one), title=_("What may be said"), is_number=False, tag=tag),
        ]

    def _sure(self, share: Share) -> str:
        return f"{words.percent(share.share, 0)} ({words.percent_interval(share.interval)})" if share.total else ""

    def _to(
        self, title: str, text: str, n: int, code: str, show: str, small: str = "", service: int | None = None
    ) -> Linked:
        about = {"item": code, "show": show, **({"service": service} if service else {})}
        url = f"{self.base}?{urlencode(about)}&{self.query}".rstrip("&") if n else ""
        return Linked(text, url, small, title)


def _items_picture(found: Depth) -> tuple[SafeString, SafeString]:
    """The most frequent items, in families of a hundred: at entry and at exit."""
    often = sorted((one for one in found.items if one.entry.n), key=lambda one: -(one.entry.share or 0))[:DRAWN]
    rows = [
        DumbbellRow(
            f"{found.names[one.place].code} {said(found.names[one.place].text)}",
            round((one.entry.share or 0) * 100),
            None if one.exit.share is None else round(one.exit.share * 100),
        )
        for one in often
        if one.place in found.names
    ]
    labels = Labels(
        entry=_("weak at entry, % of families"),
        exit=_("at exit"),
        change="",
        no_exit=_("not rated"),
        decimal=words.number(0.5)[1],
    )
    title = _("The most frequent weak sides: %(program)s") % {"program": found.program.name}
    description = _("The same figures stand in the table below.")
    drawn = [dumbbell(rows, title=title, description=description, labels=labels, narrow=one) for one in (False, True)]
    # Our own drawings: every word in them went through the escaping of opora.pictures.svg.
    return mark_safe(drawn[0]), mark_safe(drawn[1])  # noqa: S308


def _waits(waited: Times) -> list[dict[str, Any]]:
    named = ((_("To the closing of a case"), waited.closing), (_("To the first improvement"), waited.improvement))
    return [_wait(title, one) for title, one in named if one is not None]


def _wait(title: str, one: Curve) -> dict[str, Any]:
    last = max((day for day, _share in one.steps), default=0)
    text = told.median(one)
    drawn: Sequence[SafeString] = ()
    if one.events:
        drawn = [
            # As above.
            mark_safe(  # noqa: S308
                waiting(one.steps, last=last, title=title, description=text, days_label=_("days"), narrow=narrow)
            )
            for narrow in (False, True)
        ]
    return {
        "title": title,
        "median": text,
        "n": one.n,
        "events": one.events,
        "drawn": drawn,
        "marks": _laid(
            title,
            _("After"),
            [
                (
                    ("", words.days(mark.days)),
                    [
                        Linked(words.number(mark.at_risk), title=_("Still followed")),
                        Linked(words.percent(mark.share, 0), title=_("Still waiting")),
                        Linked(words.percent_interval(mark.interval), title=_("95%% interval").replace("%%", "%")),
                    ],
                )
                for mark in one.marks
            ],
        )
        if one.marks
        else None,
    }
