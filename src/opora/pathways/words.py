"""Words of a process in the reader's language: its own titles, and the reasons why a step may not be taken."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from opora.common.bilingual import Text
from opora.common.language import said
from opora.pathways.rules import Definition, Reason


def place_title(definition: Definition, place: str) -> str:
    """The words of a stage or an exit."""
    return said(definition.title_of(place))


def place_short(definition: Definition, place: str) -> str:
    """The words of a stage or an exit where there is little room; the whole ones where it has no short ones."""
    stage = definition.stages.get(place)
    return said(stage.short) if stage is not None and stage.short.ru else place_title(definition, place)


# Papers that any family may have, though its process waits for none of them.
_USUAL = {
    "application": pgettext_lazy("paper", "Application"),
    "contract": pgettext_lazy("paper", "Contract"),
    "consent": pgettext_lazy("paper", "Consent to data processing"),
    # What lies with a record and is no paper that a step waits for.
    "official_letter": pgettext_lazy("paper", "Letter to or from an office"),
    "photo": pgettext_lazy("paper", "Photograph"),
    "receipt": pgettext_lazy("paper", "Receipt"),
}


def paper_title(definition: Definition, kind: str) -> str:
    """The words of a kind of paper; a kind that neither this process nor the house names shows its id."""
    words = said(definition.paper_title(kind))
    return str(_USUAL.get(kind, words)) if words == kind else words


def criteria_said(definition: Definition, decisions: Mapping[str, Any]) -> Iterator[str]:
    """What the tables of criteria said when a step was taken, as it was kept with the step."""
    for table, decision in decisions.items():
        if table in definition.criteria and (why := decision.get("why")):
            yield f"{said(definition.criteria[table].title)}: {said(Text(why.get('ru', ''), why.get('en', '')))}"


def filled_in(definition: Definition, fields: Mapping[str, Any]) -> Iterator[str]:
    """What was filled in with a step: who ended the work, for one (S4-40)."""
    for name, value in fields.items():
        if (asked := definition.fields.get(name)) is not None and value:
            words = asked.choices.get(value)
            yield f"{said(asked.title)}: {said(words) if words is not None else value}"


def reason_sentence(definition: Definition, stage: str, reason: Reason) -> str:
    """Why a step may not be taken now, in a sentence that also says what would help."""
    if reason.kind == "role":
        return _("This step is taken by: %(who)s.") % {
            "who": _listed(said(definition.roles[role].title) for role in reason.ids)
        }
    if reason.kind == "document":
        return _("There is no “%(paper)s” yet.") % {
            "paper": _listed(paper_title(definition, kind) for kind in reason.ids)
        }
    if reason.kind == "task":
        tasks = definition.stages[stage].tasks
        return _("Not done yet: “%(task)s”.") % {"task": _listed(said(tasks[task]) for task in reason.ids)}
    table = definition.criteria[reason.table]
    if reason.kind == "facts":
        return _("%(table)s: not answered yet: %(facts)s.") % {
            "table": said(table.title),
            "facts": _listed(said(table.facts[name].title) for name in reason.ids),
        }
    decision = reason.decision
    if table.is_brought_by_papers and decision:
        return _("%(table)s: %(why)s.") % {"table": said(table.title), "why": said(decision.why)}
    return _("%(table)s: %(why)s (row %(row)s).") % {
        "table": said(table.title),
        "why": said(decision.why) if decision else "",
        "row": decision.row if decision else "",
    }


def journal_words(definition: Definition, **codes: str) -> dict[str, dict[str, str]]:
    """The titles of stages, exits, steps and papers for an entry of the journal, in every language of the process.

    An entry stays readable when the version of the process is long gone; a code without a title brings no words.
    """
    found = {}
    for name, code in codes.items():
        if name == "kind":
            title = definition.paper_title(code)
        elif name == "action":
            title = definition.actions[code].title if code in definition.actions else Text("")
        else:
            title = definition.title_of(code) if code else Text("")
        if title.ru and title.ru != code:
            found[name] = {language: words for language in ("ru", "en") if (words := getattr(title, language))}
    return found


_PROBLEMS = {
    "no_home": gettext_lazy("The new version has no such stage: choose where these families go on."),
    "unknown_goal": gettext_lazy("The place they are sent to does not exist in the new version."),
    "is_exit": gettext_lazy("They are sent to an exit: a path ends by a step with its papers only."),
    "no_case": gettext_lazy("They are sent to a stage where families have a case, and have none."),
    "lost_answer": gettext_lazy(
        "They have an answer that the new criteria do not know: it stays recorded and counts no more."
    ),
    "other_stage": gettext_lazy("They go on at a stage of another name, with the same papers."),
}


def problem_sentence(code: str) -> str:
    """What stands against carrying a path to another version, or should be known before."""
    return str(_PROBLEMS[code])


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
