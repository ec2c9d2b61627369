"""What was registered and what the data show of it; the log of decisions."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import show_day, today
from opora.evidence import words as evidence
from opora.studies import actions, policies, queries, words
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.paging import page_by_number
from opora.web.studies.forms import DecideForm, EffectForm, SureForm, UsualForm, slots_of

PAGE = 30
TAGS = {"agree": "ok", "disagree": "late", "not_enough": "warn", "not_judged": "plain"}


def list_studies(request: HttpRequest) -> HttpResponse:
    """Registered hypotheses, the newest first, and drafts on their way."""
    actor = actor_of(request)
    found = queries.hypotheses(actor=actor)
    if sheets.is_asked(request):
        rows = found[: sheets.MOST + 1]
        return sheets.answer(request, name="studies", title=_("Analyses"), columns=_columns(), rows=rows)
    number = _page(request)
    shown = list(found[(number - 1) * PAGE : number * PAGE + 1])
    context = {
        "hypotheses": shown[:PAGE],
        "pager": page_by_number(request, number=number, has_next=len(shown) > PAGE),
        "drafts": queries.drafts_of(actor=actor),
        "may_register": policies.may_register(actor),
    }
    return render(request, "studies/list.html", context)


def show_study(request: HttpRequest, hypothesis_id: int) -> HttpResponse:
    """The hypothesis with its stamp; the data only after somebody opened them."""
    actor = actor_of(request)
    found = queries.hypothesis_in_sight(actor=actor, hypothesis_id=hypothesis_id)
    context: dict[str, Any] = {
        "found": found,
        "slots": slots_of(found.content["slots"]),
        "before": words.before(found),
        "may_register": policies.may_register(actor),
        "is_opened": queries.is_opened(found),
        "form": SureForm(),
        "decisions": queries.decisions(actor=actor, hypothesis_id=found.pk),
    }
    if context["is_opened"]:
        context |= _shown(request, found)
    return render(request, "studies/study.html", context)


def _shown(request: HttpRequest, found: Any) -> dict[str, Any]:
    result = queries.result_of(actor=actor_of(request), hypothesis=found)
    outcome = result.outcome
    asked = UsualForm(request.GET or None)
    usual = asked.cleaned_data.get("usual") if asked.is_bound and asked.is_valid() else None
    usual = round((outcome.entry.mean or 0) / 2) if usual is None else usual
    return {
        "result": result,
        "parts": [
            {
                "title": words.PARTS[part],
                "said": words.answer(verdict),
                "reason": words.reason(part, verdict, outcome, found.least),
                "tag": TAGS[verdict.answer],
            }
            for part, verdict in result.parts
        ],
        "figures": [line for line in evidence.lines(outcome) if _asked_for(line.code, found.content["indicators"])],
        "usual": evidence.number(usual),
        "usual_form": UsualForm(initial={"usual": usual}),
        "regressions": [
            (rho, evidence.number(one.expected), words.remains(one)) for rho, one in words.regressions(outcome, usual)
        ],
        "missing": evidence.missing_caveat(outcome) if outcome.paired < outcome.closed else "",
        "findings": [(evidence.finding_title(finding), evidence.finding_text(finding)) for finding in outcome.findings],
        "caveats": evidence.caveats(outcome),
    }


# Which indicator a line of the statistics belongs to; what limits all of them always stands there.
_OF_LINE = {
    "improved": "IND-30",
    "improved_bounds": "IND-30",
    "sign_test": "IND-30",
    "wilcoxon": "IND-31",
    "hodges_lehmann": "IND-31",
    "rank_biserial": "IND-31",
    "fallen_share": "IND-31",
    "change": "IND-31",
    "any_solved": "IND-32",
    "items": "IND-32",
    "change_both": "IND-32",
    "sections": "IND-33",
    "missing_exit": "IND-35",
    "missing_entry": "IND-35",
    "children": "IND-20",
    "children_later": "IND-20",
}


def _asked_for(code: str, indicators: list[str]) -> bool:
    return code not in _OF_LINE or _OF_LINE[code] in indicators


def open_data(request: HttpRequest, hypothesis_id: int) -> HttpResponse:
    """The first look at the data, noted with its day."""
    actor = actor_of(request)
    found = queries.hypothesis_in_sight(actor=actor, hypothesis_id=hypothesis_id)
    return form_page(
        request,
        SureForm(given(request)),
        lambda _typed: actions.open_data(actor=actor, hypothesis_id=hypothesis_id, on=today()),
        template="studies/form.html",
        done=_("The data are open. The day of this first look is noted."),
        back=reverse("studies:study", args=[hypothesis_id]),
        context={
            "heading": _("Look at the data?"),
            "lead": found.content["question"],
            "button": _("Show what the data say"),
        },
    )


def decide(request: HttpRequest, hypothesis_id: int) -> HttpResponse:
    """Write a decision down."""
    actor = actor_of(request)
    policies.check_may_register(actor)
    found = queries.hypothesis_in_sight(actor=actor, hypothesis_id=hypothesis_id)
    return form_page(
        request,
        DecideForm(given(request)),
        lambda typed: actions.decide(actor=actor, hypothesis_id=hypothesis_id, on=today(), **typed),
        template="studies/form.html",
        done=_("Written down. Come back to tell what was seen of it."),
        back=reverse("studies:study", args=[hypothesis_id]),
        context={"heading": _("What do we change?"), "lead": found.content["question"], "button": _("Write down")},
    )


def tell_effect(request: HttpRequest, decision_id: int) -> HttpResponse:
    """What was seen later of a decision."""
    actor = actor_of(request)
    policies.check_may_register(actor)
    decision = queries.decision_in_sight(actor=actor, decision_id=decision_id)
    return form_page(
        request,
        EffectForm(given(request)),
        lambda typed: actions.tell_effect(actor=actor, decision_id=decision_id, **typed),
        template="studies/form.html",
        done=_("Written down."),
        back=reverse("studies:study", args=[decision.hypothesis_id]),
        context={"heading": _("What was seen later?"), "lead": decision.change, "button": _("Write down")},
    )


def list_decisions(request: HttpRequest) -> HttpResponse:
    """Finding, change, later effect: the log over all analyses."""
    actor = actor_of(request)
    found = queries.decisions(actor=actor)
    if sheets.is_asked(request):
        rows = found[: sheets.MOST + 1]
        title = _("Decisions after analyses")
        return sheets.answer(request, name="decisions", title=title, columns=_decision_columns(), rows=rows)
    number = _page(request)
    shown = list(found[(number - 1) * PAGE : number * PAGE + 1])
    context = {
        "decisions": shown[:PAGE],
        "pager": page_by_number(request, number=number, has_next=len(shown) > PAGE),
        "may_register": policies.may_register(actor),
        "with_study": True,
    }
    return render(request, "studies/decisions.html", context)


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("No."), lambda one: one.number, "count"),
        sheets.Column(_("Registered"), lambda one: one.on, "day"),
        sheets.Column(_("Author"), lambda one: one.author_name),
        sheets.Column(_("Program"), lambda one: one.program.name),
        sheets.Column(_("Question"), lambda one: one.content["question"]),
        sheets.Column(_("Hypothesis"), lambda one: one.content["slots"]["hypothesis"]),
        sheets.Column(_("Fingerprint"), lambda one: one.sha256),
        sheets.Column(_("First look at the data"), lambda one: one.look.on if queries.is_opened(one) else None, "day"),
    ]


def _decision_columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Analysis No."), lambda one: one.hypothesis.number, "count"),
        sheets.Column(_("Day"), lambda one: one.on, "day"),
        sheets.Column(_("What was found"), lambda one: one.finding),
        sheets.Column(_("What we change"), lambda one: one.change),
        sheets.Column(_("Since"), lambda one: one.since, "day"),
        sheets.Column(_("Who answers for it"), lambda one: one.owner),
        sheets.Column(
            _("What was seen later"),
            lambda one: "; ".join(f"{show_day(told.on)}: {told.text}" for told in one.effects_told),
        ),
    ]


def _page(request: HttpRequest) -> int:
    text = request.GET.get("page", "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 7 else 1
