"""Forms of indicators: what narrows them, a target, an outside figure, an indicator of one's own."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.seen import mark_of
from opora.common.text import fold
from opora.indicators import words
from opora.indicators.queries import Draft, Indicator, target_ways
from opora.indicators.rules import EXTERNAL, MEASURES, Measure
from opora.web.shell.forms import PastDayField, SeenForm, offer
from opora.web.shell.period_form import FiguresForm, ProgramForm
from opora.web.shell.widgets import DayField

_SEVERAL = forms.CheckboxSelectMultiple


class ListForm(FiguresForm):
    """The list narrowed by words of the name, the program and the days."""

    q = forms.CharField(label=_("Name or number"), max_length=100, required=False)

    field_order = ("q", "program", "from_on", "to_on", "as_of")

    def finds(self, *told: str) -> bool:
        """Whether every word looked for stands somewhere in what is told of an indicator."""
        text = fold(" ".join(told))
        return all(word in text for word in fold(self.cleaned_data.get("q", "")).split())


class TargetForm(ProgramForm):
    """What an indicator is to reach, and from which day on."""

    way = forms.ChoiceField(label=pgettext_lazy("target", "The figure is to be"), choices=target_ways)
    value = forms.DecimalField(label=pgettext_lazy("target", "Value"), max_digits=12, decimal_places=2)
    from_on = DayField(label=pgettext_lazy("target", "In force from"))

    def __init__(self, *args: Any, one: Indicator, programs: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, programs=() if one.measure.is_whole else programs, **kwargs)
        self._is_share = one.measure.is_share
        if self._is_share:
            self.fields["value"].label = pgettext_lazy("target", "Value, percent")

    def clean_value(self) -> Decimal:
        """A share is typed in percent and kept as a part of one."""
        typed: Decimal = self.cleaned_data["value"]
        return typed / 100 if self._is_share else typed


class OutsideForm(forms.Form):
    """A figure that somebody else published."""

    indicator = forms.ChoiceField(
        label=_("Indicator"), choices=lambda: [(code, words.title_of_code(code)) for code in EXTERNAL]
    )
    value = forms.DecimalField(label=pgettext_lazy("figure", "Value"), max_digits=14, decimal_places=2)
    unit = forms.CharField(label=_("What is counted"), max_length=60)
    on = PastDayField(label=_("Day the figure speaks of"))
    source = forms.CharField(label=_("Source"), max_length=300, help_text=_("Who published it and where."))
    territory = forms.CharField(label=_("Territory"), max_length=120, required=False)

    use_required_attribute = False


class MeasureForm(forms.Form):
    """Of which measure an indicator is made."""

    measure = forms.ChoiceField(
        label=_("Measure"),
        choices=lambda: [(code, f"{code} {words.title_of_code(code)}") for code in MEASURES],
    )


class NarrowedForm(SeenForm):
    """What an own indicator is called, what it counts alone and how it is told apart."""

    title = forms.CharField(label=_("Name"), max_length=200)
    about = forms.CharField(label=pgettext_lazy("indicator", "What it is for"), max_length=600, required=False)
    split = forms.ChoiceField(label=_("Told apart by"), required=False)
    period_rule = forms.ChoiceField(
        label=_("Over which days it counts"),
        choices=lambda: [(code, capfirst(str(rule))) for code, rule in words.PERIOD_RULES.items()],
        required=False,
    )

    use_required_attribute = False

    def __init__(self, *args: Any, one: Indicator, offered: dict[str, list[tuple[str, str]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        splits = [split.code for split in one.measure.splits]
        named = [*splits, *([] if one.measure.is_whole else ["department", "program"])]
        offer(self, "split", [("", "–"), *((code, words.split_title(one.measure, code)) for code in named)])
        self._filters = [code for code in splits if offered.get(code)]
        for code in self._filters:
            self.fields[f"only_{code}"] = forms.MultipleChoiceField(
                label=_("Only: %(split)s") % {"split": _small(one.measure, code)},
                choices=offered[code],
                required=False,
                widget=_SEVERAL,
            )

    def said(self, one: Indicator) -> Indicator:
        """The indicator as it is typed, to be tried out: what cannot be told of it is left as it was."""
        filters = {name: tuple(codes) for name, codes in self.filters().items()}
        return replace(one, filters=filters, period_rule=self.cleaned_data.get("period_rule", ""))

    def filters(self) -> dict[str, list[str]]:
        """What is counted alone, by split."""
        found = {code: self.cleaned_data.get(f"only_{code}") or [] for code in self._filters}
        return {code: chosen for code, chosen in found.items() if chosen}


class ComposeForm(NarrowedForm):
    """A new indicator of one's own, under a code that stays."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("Latin letters and digits, for example phone-signals. You may leave it as it is."),
    )
    field_order = ("title", "code", "about", "split", "period_rule")


class DraftForm(NarrowedForm):
    """The draft of an own indicator."""

    @classmethod
    def begins(cls, draft: Draft) -> dict[str, Any]:
        """What the form begins with."""
        said = draft.said
        only = {f"only_{split}": list(codes) for split, codes in said.filters.items()}
        return {
            "revision": mark_of(draft.body),
            "title": said.title,
            "about": said.about,
            "split": said.split,
            "period_rule": said.period_rule,
            **only,
        }


def _small(measure: Measure, split: str) -> str:
    """Within a sentence: in small letters, an own field as the organization writes it."""
    one, title = measure.split_named(split), words.split_title(measure, split)
    return title if one is not None and one.field is not None else title.lower()


class SureForm(forms.Form):
    """Nothing but the word that it is meant."""
