"""What is to be mended in a form that is worked on: by the reader of files and the rules of versions, in other words.

The editor has no lines and no quotes: where a file is told what to write, a person is told what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from opora.common.findings import ERROR, WARNING, Finding, Place, errors_first
from opora.common.findings import mark as _
from opora.instruments.rules.definition import Definition
from opora.instruments.rules.reading import read_form
from opora.instruments.rules.versions import compare_versions
from opora.instruments.rules.writing import Form

_NO_ENGLISH = "“%(key)s” has no English words."

WORDS: dict[str, tuple[str, str]] = {
    "“%(key)s” is missing.": (_("Not said: %(name)s."), _("Write it down.")),
    "“%(key)s” has no Russian words.": (_("Not said in Russian: %(name)s."), _("Write it down.")),
    "“%(key)s” cannot be %(value)s.": (_("Not understood: %(name)s."), _("Choose it anew.")),
    "“%(key)s” is %(value)s.": (
        _("Out of range: %(name)s, %(value)s."),
        _("It must lie between %(low)s and %(high)s."),
    ),
    "“%(key)s” is longer than %(longest)s characters.": (
        _("Longer than %(longest)s characters: %(name)s."),
        _("Shorten it: it is read on a phone during a visit."),
    ),
    "The scale has fewer than two answers.": (_("The scale has fewer than two answers."), _("Add an answer.")),
    "The form has no sections.": (_("The form has no sections."), _("Add a section and items in it.")),
    "The section has no items.": (_("The section has no items."), _("Add an item, or remove the section.")),
    "Nothing tells the specialist when this side is weak.": (
        _("Nothing tells the specialist when this side is weak."),
        _("Write when it is weak, or describe each answer, so that two people rate alike."),
    ),
    "“%(key)s” has %(has)s descriptions, the scale has %(count)s answers.": (
        _("The item describes %(has)s answers, the scale has %(count)s."),
        _("Open the item, describe every answer and save it."),
    ),
    "“weak_from” is %(value)s, but the scale has no such answer past the best one.": (
        _("It is not said from which answer on a side is weak."),
        _("Choose it among the answers after the best one."),
    ),
    "“critical_from” is %(value)s.": (
        _("It is not said from which answer on a side is critical."),
        _("Choose an answer that is not better than a weak one."),
    ),
    "The item is for children from %(low)s to %(high)s years: nobody is that old.": (
        _("The item is for children from %(low)s to %(high)s years: nobody is that old."),
        _("Make the first age not greater than the second."),
    ),
    "Counted from the other end: %(codes)s. There “%(best)s” is the worst answer and “%(worst)s” the best.": (
        _("Counted from the other end: %(codes)s. There “%(best)s” is the worst answer and “%(worst)s” the best."),
        _("Read the words of these items once more with that in mind."),
    ),
    "The item replaces “%(old)s”, which is still in the form.": (
        _("The item replaces “%(old)s”, which is still in the form."),
        _("Remove the old item, or say that this one replaces none."),
    ),
    "The scale differs from version %(last)s: its values or the border of a weak side changed.": (
        _("The scale differs from version %(last)s: its answers or the border of a weak side changed."),
        _("Restore the scale, or make a new form: ratings on two scales cannot be compared."),
    ),
    "The scoring rule was “%(old)s” and is now “%(new)s”.": (
        _("The form is counted otherwise than in the version before."),
        _("Restore it, or make a new form: the two numbers cannot be compared."),
    ),
    "The sections were %(old)s and are now %(new)s.": (
        _("Sections of the version before are gone or stand in another order."),
        _("Keep the old sections in their order; new ones stand at the end."),
    ),
    "The item moved from section %(old)s to section %(new)s.": (
        _("The item moved from section %(old)s to section %(new)s."),
        _("Put it back, or add a new item in the new section."),
    ),
    "The item rated “%(old)s” and now rates “%(new)s”.": (
        _("The item rates others than in the version before."),
        _("Restore whom it rates, or remove it and add a new item."),
    ),
    "The item is counted from the other end of the scale than in version %(last)s.": (
        _("The item is counted from the other end of the scale than in version %(last)s."),
        _("Restore it, or remove it and add a new item: the ratings cannot be compared."),
    ),
    "The code was re-used for other words: it was “%(old)s”, it is now “%(new)s”.": (
        _("The item says something quite different: it was “%(old)s”, it is now “%(new)s”."),
        _("A new meaning needs a new item. If only the wording changed, say so at the item."),
    ),
    "Version %(last)s is already published and cannot change; the file says version %(new)s.": (
        _("Meanwhile version %(last)s was published."),
        _("Give this draft up, and begin from the version in force."),
    ),
}
"""What a file is told, in words for somebody at a page."""

NAMES = {
    "code": _("code"),
    "title": _("name"),
    "about": _("what the form is for"),
    "label": _("answer"),
    "short": _("answer in short"),
    "meaning": _("what the answer means"),
    "text": _("wording"),
    "weak_if": _("when it is weak"),
    "level": _("whom it rates"),
    "age_min": _("from which age"),
    "age_max": _("up to which age"),
    "section": _("sections"),
    "scale": _("scale"),
    "anchors": _("descriptions of the answers"),
    "scoring": _("how it is counted"),
    "weak_from": _("from which answer on a side is weak"),
    "critical_from": _("from which answer on a side is critical"),
}
"""How the parts of a form are called at a page."""


@dataclass(frozen=True, slots=True)
class FormProblem:
    """One thing to mend or to know: the finding in words for a page, and which part of the form it speaks of."""

    finding: Finding
    part: str
    code: str

    @property
    def must(self) -> bool:
        """Whether it holds up publishing."""
        return self.finding.severity == ERROR


_PARTS = {
    "section %(name)s": "section",
    "item %(name)s": "item",
    "scale": "scale",
    "answer %(name)s of the scale": "level",
}


def form_problems(form: Form, published: Sequence[Definition]) -> list[FormProblem]:
    """Everything that is wrong with a form, all at once, held against the versions that were published."""
    reading = read_form(form)
    findings = list(reading.findings)
    if reading.as_far is not None:
        findings += compare_versions(published, reading.as_far)
    without_english = [one for one in findings if one.problem == _NO_ENGLISH]
    told = [_in_words(one) for one in errors_first(one for one in findings if one.problem != _NO_ENGLISH)]
    if without_english:
        told.append(_of_english(len(without_english)))
    return told


def _in_words(finding: Finding) -> FormProblem:
    problem, advice = WORDS.get(finding.problem, (finding.problem, finding.advice))
    data = {**finding.data, "name": NAMES.get(str(finding.data.get("key", "")).split(".")[0], "")}
    part = _PARTS.get(finding.place.kind, "head")
    return FormProblem(replace(finding, problem=problem, advice=advice, data=data), part, finding.place.name)


def _of_english(count: int) -> FormProblem:
    finding = Finding(
        "",
        Place(_("head of the form")),
        _("Without English words: %(count)s places."),
        _("Readers of English will see the Russian words there."),
        {"count": count},
        WARNING,
    )
    return FormProblem(finding, "head", "")
