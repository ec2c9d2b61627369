"""By what a result or an assumption is seen: asked in the same way of a box, an assumption and a shared outcome."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.bilingual import Text
from opora.logic import words
from opora.logic.rules import Evidence
from opora.web.shell.forms import SeenForm, text_area

CODES = re.compile(r"[\s,;]+")
Named = Mapping[str, Iterable[tuple[str, str]]]
"""What may be named, kind by kind: codes with the words by which people know them."""
LABELS = {
    "indicators": _("Indicators"),
    "items": _("Items of the form"),
    "records": _("Records"),
    "documents": _("Documents"),
    "services": _("Services"),
}


class CodesField(forms.CharField):
    """Codes, one after another, as people type them: with commas, semicolons or spaces between."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs = {"required": False, "max_length": 400, **kwargs}
        super().__init__(widget=forms.TextInput(attrs={"autocomplete": "off"}), **kwargs)

    def clean(self, value: Any) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, CODES.split(super().clean(value)))))


def told(typed: Mapping[str, Any], name: str) -> Text:
    """Words in two languages, as they were typed."""
    return Text(typed[f"{name}_ru"].strip(), typed[f"{name}_en"].strip())


def told_before(text: Text, name: str) -> dict[str, str]:
    """What a form begins with of words in two languages."""
    return {f"{name}_ru": text.ru, f"{name}_en": text.en}


class EvidenceFields(SeenForm):
    """When it counts as reached, in which way it is seen, and what shows it, chosen by name."""

    definition_ru = text_area(_("When it counts as reached"), required=False)
    definition_en = text_area(_("The same in English"), rows=2, required=False)
    evidence = forms.ChoiceField(
        label=_("By what it is seen"),
        required=False,
        choices=[("", pgettext_lazy("evidence", "as the outcome says")), *words.EVIDENCE_CHOICES],
    )
    series = CodesField(label=_("Outside series"))
    how_ru = text_area(_("In words, if no list tells it"), rows=2, required=False)
    how_en = text_area(_("The same in English"), rows=2, required=False)

    def __init__(self, *args: Any, named: Named, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._asked_for: list[str] = []
        for name, label in LABELS.items():
            offered = _offered(dict(named.get(name, ())), self.initial.get(name, ()))
            self.fields[name] = forms.MultipleChoiceField(
                label=label, required=False, widget=forms.CheckboxSelectMultiple, choices=offered
            )
            if offered:
                self._asked_for.append(name)

    @property
    def named_fields(self) -> list[forms.BoundField]:
        """What may be named, kind by kind; a kind of which there is nothing is not asked for."""
        return [self[name] for name in self._asked_for]

    @property
    def told_fields(self) -> list[forms.BoundField]:
        """What is written, not chosen."""
        return [self["series"], self["how_ru"], self["how_en"]]

    @property
    def has_references(self) -> bool:
        return any(self[name].value() or self[name].errors for name in (*LABELS, "series", "how_ru", "how_en"))

    def evidence_typed(self, old: Evidence) -> Evidence:
        """As it was chosen; what was named before keeps its order, for the first figure stands in the box."""
        given = self.cleaned_data
        chosen = {name: _in_order(getattr(old, name), given[name]) for name in LABELS}
        return Evidence(kind=given["evidence"], series=given["series"], how=told(given, "how"), **chosen)


def evidence_initial(evidence: Evidence, definition: Text) -> dict[str, Any]:
    """What such a form begins with."""
    return {
        **told_before(definition, "definition"),
        "evidence": evidence.kind,
        **told_before(evidence.how, "how"),
        "series": ", ".join(evidence.series),
        **{name: list(getattr(evidence, name)) for name in LABELS},
    }


def _offered(known: Mapping[str, str], named: Iterable[str]) -> list[tuple[str, str]]:
    """What is named stands first, also where nobody knows its code any more."""
    first = [(code, known.get(code, code)) for code in named]
    return [*first, *((code, title) for code, title in known.items() if code not in dict(first))]


def _in_order(old: Iterable[str], chosen: Iterable[str]) -> tuple[str, ...]:
    picked = list(chosen)
    kept = [code for code in old if code in picked]
    return (*kept, *(code for code in picked if code not in kept))
