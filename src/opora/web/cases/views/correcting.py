"""What was written wrong in a case is set right; what was opened by mistake is marked so, and can be taken back."""

from operator import itemgetter
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from opora.access.rules import Actor
from opora.cases import actions, queries
from opora.cases.actions import Wanted
from opora.cases.queries import CaseFile
from opora.cases.queries.case_file import adults_of, corrections_of, voided_cases
from opora.common.dates import today
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.families.rules.typed import is_meant
from opora.process import actions as process
from opora.process import queries as paths
from opora.process.queries.voided import voided_routes
from opora.web.cases.forms.correcting import CorrectClosingForm, CorrectForm, WhyForm
from opora.web.cases.views.change_page import change_page, changing
from opora.web.cases.views.later_facts import CONFIRMED, ask_of_later_facts
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given, typed_in
from opora.web.shell.family_named import case_named
from opora.web.shell.form_page import form_page
from opora.web.shell.middleware import say
from opora.web.shell.wording import write_day

if TYPE_CHECKING:
    from opora.cases.models import Case, CaseCorrection
    from opora.process.models import Route

LOOKED_THROUGH, LISTED = 2_000, 100


def _correcting(request: HttpRequest, case_id: int) -> tuple[Actor, CaseFile]:
    """The case for whoever may set it right; for all others there is no such page."""
    actor, found = changing(request, case_id)
    if not actions.may_correct(actor=actor, case=found.case, on=today()):
        raise NotFound
    return actor, found


def correct(request: HttpRequest, case_id: int) -> HttpResponse:
    """Opening day, number, program, department, client."""
    actor, found = _correcting(request, case_id)
    case = found.case
    known = case_named(request, case)
    labels = known.labels()
    form = CorrectForm(
        given(request),
        clients=[(pk, labels.get(pk, code)) for pk, code in adults_of(case)],
        programs=queries.programs_of(),
        departments=queries.departments_of(actor=actor, ability="case.change"),
        initial={
            "revision": case.revision,
            "opened_on": case.opened_on,
            "number": case.number,
            "program_id": case.program_id,
            "department_id": case.department_id,
            "client_id": case.client_id,
        },
    )

    def act(typed: dict[str, Any]) -> None:
        reason, revision = typed.pop("reason"), typed.pop("revision")
        actions.correct_case(
            actor=actor, case_id=case_id, wanted=Wanted(**typed), reason=reason, revision=revision, on=today()
        )

    return change_page(
        request,
        found,
        form,
        act,
        template="cases/correct.html",
        done=_("Set right. What stood there before is kept below."),
        back_to="cases:correct",
        corrections=corrections_of(case),
        known=known,
    )


def correct_closing(request: HttpRequest, case_id: int) -> HttpResponse:
    """The day and the reason of the closing."""
    actor, found = _correcting(request, case_id)
    if found.closing is None:
        raise NotFound
    form = CorrectClosingForm(
        given(request),
        reasons=queries.closing_reasons(),
        initial={
            "revision": found.case.revision,
            "closed_on": found.closing.on,
            "reason": found.closing.reason,
        },
    )
    ask_of_later_facts(request, form, actor, case_id, "closed_on")

    def act(typed: dict[str, Any]) -> None:
        typed.pop(CONFIRMED, None)
        actions.correct_closing(actor=actor, case_id=case_id, on=today(), **typed)

    return change_page(
        request,
        found,
        form,
        act,
        template="cases/correct_closing.html",
        done=_("Set right. What stood there before is kept below."),
        back_to="cases:correct",
    )


def take_off_child(request: HttpRequest, case_id: int, person_id: int) -> HttpResponse:
    """The case is not about this child."""
    actor, found = _correcting(request, case_id)
    child = next((one for one in found.children if one.pk == person_id), None)
    if child is None:
        raise NotFound
    known = case_named(request, found.case)
    form = WhyForm(given(request), initial={"revision": found.case.revision})
    return change_page(
        request,
        found,
        form,
        lambda typed: actions.take_off_child(
            actor=actor, case_id=case_id, person_id=person_id, reason=typed["reason"], on=today()
        ),
        template="cases/take_off_child.html",
        done=_("The case is no longer about this child."),
        back_to="cases:correct",
        called=known.called().get(child.pk, child.code),
        known=known,
    )


def void(request: HttpRequest, case_id: int) -> HttpResponse:
    """The case was opened by mistake."""
    actor, found = _correcting(request, case_id)
    form = WhyForm(given(request), initial={"revision": found.case.revision})
    return change_page(
        request,
        found,
        form,
        lambda typed: actions.void_case(actor=actor, case_id=case_id, on=today(), **typed),
        template="cases/void.html",
        done=_("The case is marked as opened by mistake and counts nowhere."),
        back_to="cases:correct",
    )


def void_path(request: HttpRequest, route_id: int) -> HttpResponse:
    """A signal that was none, or that stands twice."""
    actor = actor_of(request)
    route = paths.get_route(actor=actor, route_id=route_id)
    if route.case_id is not None:
        return HttpResponseRedirect(reverse("cases:void", args=[route.case_id]))
    if not process.may_void(actor=actor, route=route, on=today()):
        raise NotFound
    back = reverse("process:route", args=[route_id])
    return form_page(
        request,
        WhyForm(given(request)),
        lambda typed: process.void_route(actor=actor, route_id=route_id, reason=typed["reason"], on=today()),
        template="cases/void_path.html",
        done=_("The signal is marked as a mistake and counts nowhere."),
        back=back,
        to=lambda _made: reverse("process:work"),
        context={"route": route},
    )


@require_http_methods(["GET", "POST"])
def list_voided(request: HttpRequest) -> HttpResponse:
    """Everything marked as a mistake, which is to be found nowhere else; what is looked for travels in the body."""
    actor = actor_of(request)
    text = typed_in(request.POST, "text", most=120)
    cases = voided_cases(actor=actor, limit=LOOKED_THROUGH)
    routes = voided_routes(actor=actor, limit=LOOKED_THROUGH)
    if text:
        cases = [one for one in cases if is_meant(text, *_of_case(*one))]
        routes = [one for one in routes if is_meant(text, *_of_path(*one))]
    if sheets.is_asked(request):
        rows = [*(_of_case(*one) for one in cases), *(_of_path(*one) for one in routes)]
        return sheets.answer(request, name="mistakes", title=_("Opened by mistake"), columns=_columns(), rows=rows)
    context = {"cases": cases[:LISTED], "routes": routes[:LISTED], "form": WhyForm(), "text": text}
    return render(request, "cases/voided.html", context)


def _of_case(case: "Case", why: "CaseCorrection | None") -> tuple[str, ...]:
    """By what a case marked as a mistake is looked for: number, program, reason, who marked it, the day."""
    by = why.by.name if why and why.by else ""
    return case.number, str(case.program), str(why.reason_text) if why else "", by, write_day(case.voided_on)


def _of_path(route: "Route", why: str) -> tuple[str, ...]:
    return str(route.pk), str(route.program), why, "", write_day(route.voided_on)


def _columns() -> list[sheets.Column]:
    titles = _("Number of the case or the path"), _("Program"), _("Why"), _("Who marked it"), _("Day")
    return [sheets.Column(title, itemgetter(place)) for place, title in enumerate(titles)]


@require_POST
def take_back(request: HttpRequest, case_id: int) -> HttpResponse:
    """It was no mistake: the case stands again."""
    actor, reason = actor_of(request), request.POST.get("reason", "")
    return _taken_back(request, lambda: actions.take_back_void(actor=actor, case_id=case_id, reason=reason, on=today()))


@require_POST
def take_back_path(request: HttpRequest, route_id: int) -> HttpResponse:
    """It was no mistake: the path stands again."""
    actor, reason = actor_of(request), request.POST.get("reason", "")
    return _taken_back(
        request, lambda: process.take_back_void(actor=actor, route_id=route_id, reason=reason, on=today())
    )


def _taken_back(request: HttpRequest, act: Any) -> HttpResponse:
    try:
        act()
    except (Conflict, Invalid, Refused) as refusal:
        say(request, refusal, good=False)
    else:
        say(request, _("It stands again as it stood."))
    return HttpResponseRedirect(reverse("cases:voided"))
