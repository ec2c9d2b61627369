"""A table of criteria as a whole, what it asks, and what is filled in with a step: words with answers of their own."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.language import said
from opora.pathways.rules.editing import Body
from opora.web.process.editing.saying import (
    ENGLISH,
    as_written,
    both,
    check_lines,
    coded,
    filled,
    lines_begun,
    lines_told,
    told,
)
from opora.web.process.editing.title import TitleForm
from opora.web.process.editing.words import FIELD_KINDS
from opora.web.shell.forms import offer, text_area

EACH = _("Each on its own line.")
LISTED, YES_NO = "listed", "yes_no"
_BOTH_ANSWERS = {"true": {"ru": "да", "en": "yes"}, "false": {"ru": "нет", "en": "no"}}


class TableForm(TitleForm):
    """A decision: how it is called, and what may be decided."""

    results_ru = text_area(_("What may be decided"), required=False, help_text=EACH)
    results_en = text_area(ENGLISH, required=False)

    def begins(self, part: Any) -> dict[str, Any]:
        return {**both(part), **lines_begun(part.get("results", {}), "results")}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        check_lines(self, "results")
        return given

    def said(self, old: Any) -> Body:
        given = self.cleaned_data
        kept = old.get("results", {}) if isinstance(old, Mapping) else {}
        results = coded(kept, lines_told(given, "results"), "result")
        made = filled(old, {"title": told(given, "title"), "results": results})
        return {**made, **{name: empty for name, empty in (("facts", {}), ("rows", [])) if name not in made}}


class FactForm(TitleForm):
    """A question of a table of criteria, and the answers it may have."""

    kind = forms.ChoiceField(
        label=_("How it is answered"),
        choices=[(YES_NO, _("yes or no")), (LISTED, _("one of a list"))],
        widget=forms.RadioSelect,
        initial=YES_NO,
    )
    answers_ru = text_area(
        _("Words of the answers"),
        required=False,
        help_text=_("Each on its own line. Of yes and no first the yes; empty: just yes and no."),
    )
    answers_en = text_area(ENGLISH, required=False)
    paper = forms.ChoiceField(
        label=_("The paper that brings the answer"), required=False, help_text=_("None: whoever decides answers.")
    )

    def prepare(self) -> None:
        self.fields["title_ru"].label = _("What is asked")
        papers = [(code, said(words)) for code, words in self.definition.documents.items()]
        offer(self, "paper", [("", "—"), *papers])

    def begins(self, part: Any) -> dict[str, Any]:
        labels = part.get("labels", {})
        answers = lines_begun([labels[code] for code in _codes(part) if code in labels], "answers")
        kind = LISTED if _is_listed(part) else YES_NO
        return {**both(part), **answers, "kind": kind, "paper": part.get("paper", "")}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        check_lines(self, "answers")
        count = len(lines_told(given, "answers"))
        if given.get("kind") == LISTED and count < 2:
            self.add_error("answers_ru", _("Write at least two answers."))
        if given.get("kind") == YES_NO and count not in (0, 2):
            self.add_error("answers_ru", _("Two lines, the yes first; or none at all."))
        return given

    def said(self, old: Any) -> Body:
        given = self.cleaned_data
        kept = old.get("labels", {}) if isinstance(old, Mapping) else {}
        values: list[Any] = [True, False]
        if given["kind"] == LISTED:
            labels = coded(kept if _is_listed(old) else {}, lines_told(given, "answers"), "answer")
            values = list(labels)
        else:
            worded = lines_told(given, "answers")
            labels = dict(zip(("true", "false"), worded, strict=True)) if worded else _BOTH_ANSWERS
        asked = {"title": told(given, "title"), "paper": given["paper"], "values": values, "labels": labels}
        return as_written(old, filled(old, asked))


def _codes(fact: Any) -> list[str]:
    """The answers in their order, as the words of a file name them."""
    return [{True: "true", False: "false"}.get(one, one) for one in fact.get("values", [True, False])]


def _is_listed(fact: Any) -> bool:
    values = fact.get("values", [True, False]) if isinstance(fact, Mapping) else []
    return bool(values) and not all(isinstance(one, bool) for one in values)


class FieldForm(TitleForm):
    """Something to fill in with a step."""

    kind = forms.ChoiceField(label=_("What is filled in"), choices=list(FIELD_KINDS.items()))
    choices_ru = text_area(_("Answers of the list"), required=False, help_text=EACH)
    choices_en = text_area(ENGLISH, required=False)

    def prepare(self) -> None:
        self.fields["title_ru"].label = pgettext_lazy("process", "Name of the field")

    def begins(self, part: Any) -> dict[str, Any]:
        return {**both(part), "kind": part.get("kind"), **lines_begun(part.get("choices", {}), "choices")}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("kind") == "choice":
            check_lines(self, "choices")
            if len(lines_told(given, "choices")) < 2:
                self.add_error("choices_ru", _("Write at least two answers."))
        return given

    def said(self, old: Any) -> Body:
        given = self.cleaned_data
        kept = old.get("choices", {}) if isinstance(old, Mapping) else {}
        choices = coded(kept, lines_told(given, "choices"), "choice") if given["kind"] == "choice" else {}
        return filled(old, {"title": told(given, "title"), "kind": given["kind"], "choices": choices})
