"""The results of one family: what waits for a word on top, then what is aimed at, reached and lost."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from opora.access.rules import can
from opora.common.dates import today
from opora.common.errors import Conflict
from opora.common.language import said
from opora.families.actions import name_people
from opora.process.queries import Place, place_of
from opora.results import actions
from opora.results.queries import FamilyResult, FamilyResults, columns_of, words_of
from opora.results.rules import Fact
from opora.results.words import SAID, source_said
from opora.web.results.forms import AnswerForm
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.family_place import address_in, called_at_home, home_of, title_of
from opora.web.shell.form_page import asked_back
from opora.web.shell.intentions import once
from opora.web.shell.middleware import say


@dataclass(frozen=True, slots=True)
class Seen:
    """A fact as a line: the day, what it says, by which record, and what somebody wrote beside it."""

    fact: Fact
    by: str
    note: str = ""
    author: str = ""
    mend: str = ""
    void: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A result as a line of the page."""

    result: FamilyResult
    title: str
    definition: str
    who: str
    seen: tuple[Seen, ...]
    reached_by: str
    record_url: str
    suggested_by: str


def show(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """The whole page, or all of it as a workbook."""
    actor = actor_of(request)
    found = actions.read_results(actor=actor, route_id=route_id, case_id=case_id, on=today())
    place = found.place
    family = name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=today())
    rows = list(_rows(found, called_at_home(family)))
    if sheets.is_asked(request):
        codes = {one.person_id: one.code for one in family.people}
        return sheets.answer(
            request, name="results", title=_("Results of the family"), columns=_columns(codes), rows=rows
        )
    waiting = [one for one in rows if one.result.suggestion is not None]
    waiting.sort(key=lambda one: found.waiting.index(one.result))
    context = {
        "place": place,
        "title": title_of(place, family),
        "home": home_of(place),
        "waiting": waiting,
        "groups": _groups(place, [one for one in rows if one.result.state]),
        "counted": _counted(found),
        "may_record": found.may_record and not place.has_ended,
        "may_answer": found.may_record,
        "may_list": can(actor, "outcomes.read"),
        "record_url": _record_url(place),
        "sheet_url": address_in("reports", "sheet", place),
        "today": today(),
    }
    return render(request, "results/family.html", context)


def record(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """From a page of the family: to the sheet on which a result is recorded, and back to that page."""
    place = place_of(actor=actor_of(request), route_id=route_id, case_id=case_id)
    return HttpResponseRedirect(_record_url(place, back=asked_back(request)))


@require_POST
def answer(request: HttpRequest, case_id: int) -> HttpResponse:
    """One tap: it is so, or it is not."""
    form, back = AnswerForm(request.POST), reverse("results:case", args=[case_id])
    if not form.is_valid():
        place_of(actor=actor_of(request), case_id=case_id)
        return HttpResponseRedirect(back)
    typed = form.cleaned_data
    is_so = typed["answer"] == "yes"
    try:
        return once(
            request,
            lambda: actions.answer_suggestion(
                actor=actor_of(request),
                case_id=case_id,
                concept=typed["concept"],
                person_id=typed["person"],
                source=typed["source"],
                is_so=is_so,
                on=today(),
            ),
            done=_("Recorded.") if is_so else _("Noted: it is not so. A later record may ask anew."),
            to=back,
        )
    except Conflict as refusal:
        say(request, refusal, good=False)
        return HttpResponseRedirect(back)


def _record_url(place: Place, back: str = "", **chosen: str) -> str:
    asked = urlencode({**chosen, "back": back or address_in("results", "", place)})
    return f"{address_in('life', 'record', place, kind='result')}?{asked}"


def _rows(found: FamilyResults, called: Mapping[int, str]) -> Iterator[Row]:
    words = words_of(found)
    back = urlencode({"back": address_in("results", "", found.place)})
    for one in found.results:
        asked = one.suggestion
        yield Row(
            result=one,
            title=said(one.concept.title),
            definition=said(one.concept.definition),
            who=called.get(one.person_id or 0, ""),
            seen=tuple(_seen(fact, words, back) for fact in one.facts),
            reached_by=source_said(one.last.since_by) if one.last is not None else "",
            record_url=_record_url(found.place, result=one.concept.code),
            suggested_by=source_said(asked.source) if asked is not None else "",
        )


def _seen(fact: Fact, words: Mapping[str, Any], back: str) -> Seen:
    told = words.get(fact.source)
    if told is None:
        return Seen(fact, source_said(fact.source))
    mend, void = (f"{reverse(f'life:{act}', args=['result', told.pk])}?{back}" for act in ("mend", "void"))
    return Seen(fact, source_said(SAID), told.note_text, told.by.name if told.by else "", mend, void)


def _groups(place: Place, rows: list[Row]) -> list[tuple[str, list[Row]]]:
    """By the columns of the models of the family's program, in their order; what no model of it names stands last."""
    left = {(one.result.concept.code, one.result.person_id): one for one in rows}
    groups = []
    for title, codes in columns_of(place):
        keys = [key for code in codes for key in left if key[0] == code]
        if keys:
            groups.append((title, [left.pop(key) for key in dict.fromkeys(keys)]))
    rest = sorted(left.values(), key=lambda one: one.title)
    return [*groups, *([(pgettext("results", "Beyond the model of the program"), rest)] if rest else [])]


def _counted(found: FamilyResults) -> dict[str, int]:
    states = [one.state for one in found.results]
    aims = [one for one in found.results if one.aim is not None]
    return {
        "aims": len(aims),
        "aims_reached": sum(one.stands for one in aims),
        "reached": states.count("reached"),
        "lost": states.count("lost"),
    }


def _columns(codes: Mapping[int, str]) -> list[sheets.Column]:
    """Codes and days; neither names nor notes leave the house by a workbook."""
    words = {
        "reached": pgettext("result", "reached"),
        "lost": pgettext("result", "lost again"),
        "aimed": pgettext("result", "aimed at"),
    }

    def of(row: Row) -> FamilyResult:
        return row.result

    def last(row: Row) -> Any:
        return row.result.last

    return [
        sheets.Column(pgettext("results", "Result"), lambda row: row.title),
        sheets.Column(_("Person"), lambda row: codes.get(of(row).person_id or 0, "")),
        sheets.Column(pgettext("results", "How it stands"), lambda row: words.get(of(row).state, "")),
        sheets.Column(_("Aimed at since"), lambda row: row.result.aim and row.result.aim.since, "day"),
        sheets.Column(_("Reached on"), lambda row: last(row) and last(row).since, "day"),
        sheets.Column(_("Lost on"), lambda row: last(row) and last(row).until, "day"),
        sheets.Column(_("Seen by"), lambda row: source_said(last(row).since_by) if last(row) else ""),
    ]
