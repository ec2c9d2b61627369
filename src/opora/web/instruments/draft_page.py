"""What the pages of a draft have in common: the draft, its faults and its changes in words."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext as _

from opora.common.language import spoken
from opora.instruments import actions, queries
from opora.instruments.queries import Draft, definition_of, published_definitions
from opora.instruments.rules import Form, FormChange, FormProblem, form_changes, form_problems, written
from opora.instruments.rules import editing as rules
from opora.web.shell.asking import actor_of
from opora.web.shell.next_version import ChangeLine, ProblemLine, go_on_anew, shown


def draft_of(request: HttpRequest, code: str) -> Draft:
    """The draft that is worked on; a new one where somebody goes on with what a colleague ended."""
    go_on_anew(request, lambda: actions.begin_draft(actor=actor_of(request), code=code))
    return queries.open_draft(actor=actor_of(request), code=code)


def home(code: str) -> str:
    return reverse("instruments:draft", args=[code])


def words_of(part: Mapping[str, Any] | None, name: str = "title") -> str:
    """What a part of a form says, in the reader's language; Russian where it is not written in another."""
    words = (part or {}).get(name) or {}
    words = {"ru": words} if isinstance(words, str) else words
    return str(words.get(spoken()) or words.get("ru") or words.get("en") or "")


def around(draft: Draft) -> dict[str, Any]:
    """What every page of a draft shows: which form, whose last change."""
    return {"draft": draft, "code": draft.code, "title": words_of(draft.form) or draft.code}


def faults_of(draft: Draft, part: str = "", code: str = "") -> dict[str, Any]:
    """What is to be mended in the draft, or in one part of it, and how much of it holds up publishing."""
    found = form_problems(draft.form, published_definitions(code=draft.code))
    lines = [_line(draft, one) for one in found if part in ("", one.part) and code in ("", one.code)]
    return shown(lines)


def _line(draft: Draft, problem: FormProblem) -> ProblemLine:
    data = {**problem.finding.data, "name": gettext(str(problem.finding.data.get("name") or " ")).strip()}
    return ProblemLine(
        _place(draft.form, problem.part, problem.code),
        gettext(problem.finding.problem) % data,
        gettext(problem.finding.advice) % data,
        _address(draft.code, problem),
        problem.must,
    )


def _place(form: Form, part: str, code: str) -> str:
    if part == "item":
        return f"{code} {words_of(rules.item_of(form, code), 'text')}".strip()
    if part == "section":
        return _("Section %(name)s") % {"name": f"{code}. {words_of(rules.section_of(form, code))}"}
    if part == "level":
        level = rules.level_of(form, int(code)) if code.isdecimal() else None
        return _("Answer “%(name)s”") % {"name": words_of(level, "label") or code}
    return str(_("Answers of the scale") if part == "scale" else _("The form as a whole"))


def _address(code: str, problem: FormProblem) -> str:
    names = {"item": "instruments:item", "section": "instruments:section", "level": "instruments:level"}
    if problem.part in names and problem.code:
        if problem.part == "level" and not problem.code.isdecimal():
            return reverse("instruments:scale", args=[code])
        return reverse(names[problem.part], args=[code, problem.code])
    return reverse("instruments:scale" if problem.part == "scale" else "instruments:head", args=[code])


FIELDS = {
    "title": lambda: _("name"),
    "about": lambda: _("what the form is for"),
    "scoring": lambda: _("how it is counted"),
    "weak_from": lambda: _("from which answer on a side is weak"),
    "critical_from": lambda: _("from which answer on a side is critical"),
    "label": lambda: _("answer"),
    "short": lambda: _("answer in short"),
    "meaning": lambda: _("what the answer means"),
    "text": lambda: _("wording"),
    "weak_if": lambda: _("when it is weak"),
    "anchors": lambda: _("descriptions of the answers"),
    "level": lambda: _("whom it rates"),
    "age_min": lambda: _("from which age"),
    "age_max": lambda: _("up to which age"),
    "safety": lambda: _("about safety"),
    "reversed": lambda: _("counted from the other end"),
    "replaces": lambda: _("which item it continues"),
    "order": lambda: pgettext("form", "order"),
}


def changes_of(draft: Draft) -> list[ChangeLine]:
    """What the draft changes of the version it began from, in words; a new form changes nothing."""
    if draft.base is None:
        return []
    old = {**written(definition_of(draft.base)), "version": draft.form.get("version")}
    return [_change(old, draft.form, one) for one in form_changes(old, draft.form)]


def _change(old: Form, new: Form, one: FormChange) -> ChangeLine:
    return ChangeLine(
        one.kind,
        _part(one),
        _named(old, one, one.before),
        _named(new, one, one.after),
        ", ".join(FIELDS[name]() for name in one.fields if name in FIELDS),
    )


def _part(one: FormChange) -> str:
    names = {
        "head": pgettext("part", "form"),
        "scale": pgettext("part", "scale"),
        "level": pgettext("part", "answer"),
        "section": pgettext("part", "section"),
        "item": pgettext("part", "item"),
    }
    return f"{names[one.part]} {one.code}" if one.part in ("section", "item") else names[one.part]


def _named(form: Form, one: FormChange, said: Mapping[str, Any]) -> str:
    if not said:
        return ""
    if one.part == "scale":
        borders = [rules.level_of(form, said.get(name, -1)) for name in ("weak_from", "critical_from")]
        return " · ".join(words_of(level, "label") for level in borders)
    if one.fields and not {"text", "title", "label"} & set(one.fields) and len(one.fields) == 1:
        return _told(said, one.fields[0]) or words_of(said, {"item": "text", "level": "label"}.get(one.part, "title"))
    return words_of(said, {"item": "text", "level": "label"}.get(one.part, "title"))


def _told(said: Mapping[str, Any], name: str) -> str:
    """What is said in one field: words, ages, a list of descriptions."""
    value = said.get(name)
    if isinstance(value, dict):
        words = value.get(spoken()) or value.get("ru") or value.get("en") or ""
        return "; ".join(words) if isinstance(words, list) else str(words)
    return "" if value is None or isinstance(value, bool) or name in ("scoring", "level") else str(value)
