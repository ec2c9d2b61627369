"""A filled form to read and print, and an empty one to take along."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import pgettext

from opora.assessments import actions, queries
from opora.assessments.rules import ENTRY
from opora.cases.queries import get_case
from opora.common.dates import today
from opora.common.language import spoken
from opora.instruments.queries import definition_of
from opora.instruments.rules import Score, score
from opora.web.assessments.forms import Typed
from opora.web.assessments.sheet import SectionView, lay_out, legend
from opora.web.assessments.views.case_head import case_context, names_for
from opora.web.shell.asking import actor_of

COMPLETE_ENOUGH = 0.8


def show_assessment(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """A filled form with its score, its history and what may be done with it; looking is journaled."""
    actor = actor_of(request)
    assessment = actions.open_assessment(actor=actor, assessment_id=assessment_id)
    may_correct, may_approve = queries.may_decide(actor=actor, assessment=assessment)
    context = {
        **case_context(assessment.case, assessment.point),
        "assessment": assessment,
        "may_correct": may_correct,
        "may_approve": may_approve and assessment.is_waiting,
        "may_return": may_approve
        and not assessment.is_total_only
        and (assessment.is_waiting or assessment.is_approved),
        "history": queries.history_of(assessment),
        "correction": queries.correction_of(assessment) if assessment.is_replaced else None,
        "has_names": request.GET.get("names") == "1",
    }
    if (since := queries.since_previous(assessment)) is not None:
        context |= {"since": since, "more": -since.fewer, "since_lists": _since(since)}
    if assessment.version is not None:
        definition = definition_of(assessment.version)
        subjects = queries.subjects_in(assessment)
        answers = assessment.answers or {}
        result = score(definition, answers, {str(key): age for key, age in assessment.ages.items()})
        sections = lay_out(
            definition,
            subjects,
            Typed(answers, assessment.comments_told),
            names=names_for(request, assessment.case),
        )
        share = result.completeness
        context |= {
            "definition_title": definition.title.say(spoken()),
            "version_number": definition.version,
            "sections": sections,
            "priority": _first_of_all(sections, result),
            "alarms": [definition.by_code[code].text.say(spoken()) for code in result.alarms],
            "completeness": round(100 * share) if share is not None else None,
            "is_incomplete": share is not None and share < COMPLETE_ENOUGH,
            "is_without_needs": assessment.point == ENTRY and assessment.sections_weak == 0,
            "section_count": len(definition.sections),
        }
    return render(request, "assessments/show.html", context)


def _first_of_all(sections: list[SectionView], result: Score) -> list[str]:
    """The sections that weigh most, by name; where all weigh as much, none comes before another."""
    first = [section.title for section in sections if section.code in result.priority_sections]
    return first if len(first) < result.sections else []


def show_blank(request: HttpRequest, case_id: int) -> HttpResponse:
    """The empty form of a case with the people to rate, for paper."""
    actor = actor_of(request)
    case = get_case(actor=actor, case_id=case_id)
    version = queries.version_for(actor=actor, case=case, point="review")
    definition = definition_of(version)
    subjects = queries.subjects_of(actor=actor, case=case, on=today())
    return render(
        request,
        "assessments/blank.html",
        {
            "case": case,
            "definition_title": definition.title.say(spoken()),
            "version_number": definition.version,
            "sections": lay_out(definition, subjects, Typed({}, {}), names=names_for(request, case)),
            "legend": legend(definition),
            "has_names": request.GET.get("names") == "1",
        },
    )


def _since(since: queries.SincePrevious) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """What was solved since the assessment before, and what is new, in words."""
    lists = (("solved", pgettext("items", "Solved"), since.solved), ("new", pgettext("items", "New"), since.new))
    return [
        (name, title, [(item.code, item.text.say(spoken())) for item in items]) for name, title, items in lists if items
    ]
