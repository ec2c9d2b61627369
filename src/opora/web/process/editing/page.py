"""What the pages of a draft of a process have in common: the draft, its faults and changes in words, its picture."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from opora.common.language import spoken
from opora.pathways import actions, queries
from opora.pathways.queries import Draft, problems_of_draft
from opora.pathways.rules import ANYWHERE, Problem
from opora.pathways.rules import editing as rules
from opora.pathways.rules.problems import PLACES, SENTENCES
from opora.pictures.process_map import process_map
from opora.web.process.editing.saying import listed
from opora.web.process.editing.words import FIELDS, PARTS
from opora.web.process.mapping import picture_of
from opora.web.shell.asking import actor_of
from opora.web.shell.drawing import as_drawing
from opora.web.shell.next_version import ChangeLine, ProblemLine, go_on_anew, shown


def draft_of(request: HttpRequest, code: str) -> Draft:
    """The draft that is worked on; a new one where somebody goes on with what a colleague ended."""
    go_on_anew(request, lambda: actions.begin_draft(actor=actor_of(request), code=code))
    return queries.open_draft(actor=actor_of(request), code=code)


def home(code: str) -> str:
    return reverse("process:draft", args=[code])


def words_of(part: Any) -> str:
    """How a part is called, in the reader's language; a paper is nothing but its words."""
    words = part.get("title", part) if isinstance(part, Mapping) else {}
    words = words if isinstance(words, Mapping) else {}
    return str(words.get(spoken()) or words.get("ru") or words.get("en") or "")


def around(draft: Draft) -> dict[str, Any]:
    """What every page of a draft shows: which process, whose last change."""
    return {"draft": draft, "code": draft.code, "title": words_of(draft.body) or draft.code}


def faults_of(draft: Draft, part: str = "", name: str = "") -> dict[str, Any]:
    """What is to be mended in the draft, or in one part of it; all of it holds up publishing."""
    lines = [
        _line(draft, one)
        for one in problems_of_draft(draft.body)
        if part in ("", one.where.part) and name in ("", _part_named(one))
    ]
    return shown(lines)


def _part_named(problem: Problem) -> str:
    """The code of the part: of a row or a fact of a table, that of the table."""
    return problem.where.name.split(",")[0].split(".")[0]


def _line(draft: Draft, problem: Problem) -> ProblemLine:
    sentence, advice = SENTENCES[problem.kind]
    part, name = problem.where.part, _part_named(problem)
    found = rules.parts_of(draft.body, part).get(name) if part in rules.TABLES else None
    what = _answers(draft, name, problem.what) if problem.kind == "gap" else _said(draft, problem.what)
    data = {**problem.data, "what": what}
    return ProblemLine(
        gettext(PLACES[part]) % {"name": words_of(found) or problem.where.name},
        gettext(sentence) % data,
        gettext(advice) % data,
        address_of(draft.code, part, name) if found is not None else reverse("process:draft_head", args=[draft.code]),
    )


def _said(draft: Draft, what: str) -> str:
    """What a problem names, by its title where it is a part of the process."""
    for part in rules.TABLES:
        found = rules.parts_of(draft.body, part).get(what)
        if found is not None:
            return words_of(found) or what
    return str(FIELDS.get(what, what))


def _answers(draft: Draft, table: str, what: str) -> str:
    """A combination of answers that no row decides, in the words of the table."""
    facts = rules.facts_of(draft.body, table)
    found = []
    for one in what.split(", "):
        code, _sep, value = one.partition(" = ")
        fact = facts.get(code, {})
        answer = words_of(fact.get("labels", {}).get(value, {})) or value
        found.append(f"{words_of(fact) or code}: {answer}")
    return ", ".join(found)


def beside(draft: Draft, part: str, one: Any) -> str:
    """What tells a part from others of the same name: where a step leads, who answers for a stage and how long."""
    if part == "action" and isinstance(one, Mapping):
        sources = listed(one.get("from"))
        origin = gettext("from any stage") if sources == [ANYWHERE] else ", ".join(_said(draft, at) for at in sources)
        return f"{origin} → {_said(draft, str(one.get('to', '')))}"
    if part == "stage" and isinstance(one, Mapping):
        days = one.get("days")
        term = gettext("no term") if days is None else ngettext("%(n)s day", "%(n)s days", days) % {"n": days}
        return f"{_said(draft, str(one.get('role', '')))}, {term}"
    return ""


def address_of(code: str, part: str, name: str) -> str:
    """The page on which a part of the draft is changed."""
    if part == "table":
        return reverse("process:draft_table", args=[code, name])
    return reverse("process:draft_part", args=[code, part, name])


def changes_of(draft: Draft) -> list[ChangeLine]:
    """What the draft changes of the version it began from, in words."""
    return [
        ChangeLine(
            one.kind,
            str(PARTS[one.part]),
            words_of(one.before),
            words_of(one.after),
            ", ".join(str(FIELDS[name]) for name in one.fields if name in FIELDS),
        )
        for one in rules.differences(draft.base.body, draft.body)
    ]


def drawn(draft: Draft) -> SafeString | None:
    """The map of the draft; none while the draft names what is not there."""
    try:
        # Every word of the drawing is escaped where it is written (opora.pictures.svg).
        return as_drawing(process_map(picture_of(draft.as_far)))
    except (KeyError, IndexError, ValueError):
        return None
