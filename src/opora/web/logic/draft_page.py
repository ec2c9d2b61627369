"""What the pages of a draft have in common: the draft, its faults and changes in words, a question asked once more."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from opora.common.findings import ERROR
from opora.common.language import said
from opora.logic import actions, queries, words
from opora.logic.queries import Draft
from opora.logic.rules import LISTS, PLACE_WORDS, Assumption, LogicModel, Problem, differences, find_part
from opora.pathways.queries import definition_of, latest_versions
from opora.web.logic.naming import names_of
from opora.web.shell.asking import actor_of
from opora.web.shell.next_version import ChangeLine, ProblemLine, go_on_anew, shown


def draft_of(request: HttpRequest, code: str) -> Draft:
    """The draft that is worked on; a new one where somebody goes on with what a colleague ended."""
    go_on_anew(request, lambda: actions.begin_draft(actor=actor_of(request), code=code))
    return queries.open_draft(actor=actor_of(request), code=code)


def home(code: str) -> str:
    return reverse("logic:draft", args=[code])


def around(draft: Draft) -> dict[str, Any]:
    """What every page of a draft shows: which model, whose last change."""
    return {"draft": draft, "code": draft.code, "title": said(draft.model.title) or draft.code}


def faults_of(draft: Draft, part: str = "", code: str = "") -> dict[str, Any]:
    """What is to be mended in the draft, or in one part of it, and how much of it holds up publishing."""
    problems = queries.problems_of_draft(draft)
    if part:
        problems = [one for one in problems if (one.part, one.code) == (part, code)]
    return shown([problem_line(draft.code, draft.model, one) for one in problems])


def changes_of(draft: Draft) -> list[ChangeLine]:
    """What the draft would change of the version it began from, in words."""
    old, new = draft.before, draft.model
    lines = [
        ChangeLine(
            one.kind,
            str(words.PARTS[one.part]),
            named(old, one.part, one.code),
            named(new, one.part, one.code),
            ", ".join(str(words.FIELDS[name]) for name in one.fields if name in words.FIELDS),
        )
        for one in differences(old, new)
    ]
    before = draft.base.programs if draft.base is not None else ()
    if sorted(before) != sorted(draft.programs):
        head = str(words.PARTS["model"])
        lines.insert(0, ChangeLine("changed", head, said(old.title), said(new.title), str(words.FIELDS["programs"])))
    return lines


def named(model: LogicModel, part: str, code: str) -> str:
    """How a thing is called in a model; nothing where it is not there."""
    if part == "model":
        return said(model.title)
    if part == "arrow":
        ends = [model.node(end) for end in code.split(" → ")]
        return " → ".join(said(one.text) for one in ends if one is not None)
    found = next((one for one in getattr(model, words.LISTS[part]) if one.code == code), None)
    return "" if found is None else called(found)


def called(part: Any) -> str:
    """The words of a part: its title, or its text."""
    return said(part.title if hasattr(part, "title") else part.text)


def problem_line(code: str, model: LogicModel, problem: Problem) -> ProblemLine:
    url = ""
    name = problem.code
    if problem.part == "node" and (node := model.node(problem.code)) is not None:
        url, name = reverse("logic:box", args=[code, node.code]), said(node.text) or node.code
    elif problem.part == "assumption" and (one := find_assumption(model, problem.code)) is not None:
        url, name = reverse("logic:assumption", args=[code, one.code]), said(one.text) or one.code
    elif problem.part in LISTS and (thing := find_part(model, problem.part, problem.code)) is not None:
        url = reverse("logic:part", args=[code, problem.part, thing.code])
        name = called(thing) or thing.code
    elif problem.part == "model":
        url = reverse("logic:head", args=[code]) if model.levels else reverse("logic:add_part", args=[code, "level"])
        if model.levels and not model.nodes:
            url = reverse("logic:add_box", args=[code])
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


def stages_of(draft: Draft) -> list[tuple[str, str]]:
    """The stages and exits of the process that the model names."""
    process = next((one for one in latest_versions() if one.code == draft.model.process), None)
    if process is None:
        return []
    definition = definition_of(process)
    titles = [(name, one.title) for name, one in definition.stages.items()]
    titles += [(name, one.title) for name, one in definition.exits.items()]
    return [(name, said(title)) for name, title in titles]


def offered(request: HttpRequest, draft: Draft) -> dict[str, Any]:
    """What the form of a box may name: outcomes that everybody knows or this draft describes, models, stages."""
    return {
        "model": draft.model,
        "concepts": {**queries.concepts(), **{one.code: one for one in draft.model.concepts}},
        "models": [(one.code, said(one.model.title)) for one in queries.models_in_force() if one.code != draft.code],
        "stages": stages_of(draft),
        "named": names_of(actor_of(request), draft),
    }
