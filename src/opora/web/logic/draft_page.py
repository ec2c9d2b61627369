"""What the pages of a draft have in common: the draft, its faults and changes in words, a question asked once more."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from opora.common.findings import ERROR
from opora.common.language import said
from opora.logic import queries, words
from opora.logic.queries import Draft
from opora.logic.rules import PLACE_WORDS, Assumption, LogicModel, Problem, differences, problems_in
from opora.web.shell.asking import actor_of
from opora.web.shell.next_version import ChangeLine, ProblemLine, shown


def draft_of(request: HttpRequest, code: str) -> Draft:
    return queries.open_draft(actor=actor_of(request), code=code)


def home(code: str) -> str:
    return reverse("logic:draft", args=[code])


def around(draft: Draft) -> dict[str, Any]:
    """What every page of a draft shows: which model, whose last change."""
    return {"draft": draft, "code": draft.code, "title": said(draft.model.title)}


def faults_of(draft: Draft, node: str = "") -> dict[str, Any]:
    """What is to be mended in the draft, or in one box of it, and how much of it holds up publishing."""
    found = problems_in(draft.model)
    return shown([problem_line(draft.code, draft.model, one) for one in found if node in ("", one.code)])


def changes_of(draft: Draft) -> list[ChangeLine]:
    """What the draft would change of the version it began from, in words."""
    old, new = draft.base.model, draft.model
    return [
        ChangeLine(
            one.kind,
            str(words.PARTS[one.part]),
            named(old, one.part, one.code),
            named(new, one.part, one.code),
            ", ".join(str(words.FIELDS[name]) for name in one.fields if name in words.FIELDS),
        )
        for one in differences(old, new)
    ]


def named(model: LogicModel, part: str, code: str) -> str:
    """How a thing is called in a model; nothing where it is not there."""
    if part == "arrow":
        ends = [model.node(end) for end in code.split(" → ")]
        return " → ".join(said(one.text) for one in ends if one is not None)
    found = next((one for one in getattr(model, words.LISTS[part]) if one.code == code), None)
    return "" if found is None else said(found.title if hasattr(found, "title") else found.text)


def problem_line(code: str, model: LogicModel, problem: Problem) -> ProblemLine:
    url = ""
    name = problem.code
    if problem.part == "node" and (node := model.node(problem.code)) is not None:
        url, name = reverse("logic:box", args=[code, node.code]), said(node.text) or node.code
    elif problem.part == "assumption" and (one := find_assumption(model, problem.code)) is not None:
        url, name = reverse("logic:assumption", args=[code, one.code]), said(one.text) or one.code
    elif problem.part == "arrow":
        name = named(model, "arrow", problem.code) or problem.code
        start = problem.code.split(" → ")[0]
        url = reverse("logic:box", args=[code, start]) if model.node(start) is not None else ""
    return ProblemLine(
        gettext(PLACE_WORDS[problem.part]) % {"name": f"«{name}»"},
        gettext(problem.sentence) % problem.data,
        gettext(problem.advice) % problem.data,
        url,
        problem.severity == ERROR,
    )


def find_assumption(model: LogicModel, code: str) -> Assumption | None:
    return next((one for one in model.assumptions if one.code == code), None)
