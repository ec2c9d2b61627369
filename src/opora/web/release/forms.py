"""Forms of the release desk."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.access.rules import Actor
from opora.common.dates import add_months, today
from opora.programs.queries import list_programs
from opora.release import words
from opora.release.queries import Asked, choices_of
from opora.web.shell.forms import offer, text_area, whole_number
from opora.web.shell.period_form import PeriodForm

PLAIN = ("rows", "indicators")


def usual_period() -> tuple[Any, Any]:
    """Four whole quarters up to the last one that is over: what is published does not name single days."""
    month = today().replace(day=1)
    after = add_months(month, -((month.month - 1) % 3))
    return add_months(after, -12), after - timedelta(days=1)


def with_usual_days(sent: QueryDict) -> QueryDict:
    """What an address asks for; days that it does not name are the usual ones."""
    data = sent.copy()
    for name, day in zip(("from_on", "to_on"), usual_period(), strict=True):
        data.setdefault(name, day.isoformat())
    return data


class AskForm(PeriodForm):
    """Which days, which program, and by what the table is told apart."""

    by = forms.ChoiceField(label=_("Told apart by"), required=False)
    # The release that this one is to stand for, where it is prepared anew.
    replaces = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, table: str, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, programs=list_programs(actor=actor), **kwargs)
        self.table = table
        first, last = usual_period()
        self.fields["from_on"].initial, self.fields["to_on"].initial = first, last
        if table in PLAIN:
            del self.fields["by"]
        else:
            ways = [(f"{row}.{column}", _named(table, row, column)) for row, column in choices_of(table)]
            offer(self, "by", ways)
            self.order_fields(["by", "from_on", "to_on", "program", "replaces"])

    def asked(self) -> Asked:
        """What is asked for; where a field is filled with nonsense, the usual."""
        self.is_valid()
        given: Mapping[str, Any] = getattr(self, "cleaned_data", {})
        first, last = usual_period()
        row, _dot, column = (given.get("by") or self._first_way()).partition(".")
        return Asked(
            self.table,
            row,
            column,
            given.get("from_on") or first,
            given.get("to_on") or last,
            given.get("program"),
        )

    def _first_way(self) -> str:
        if "by" not in self.fields:
            return "."
        return str(self.fields["by"].choices[0][0])  # type: ignore[attr-defined]


def _named(table: str, row: str, column: str) -> str:
    told = [words.dimension(code, table) for code in (row, column) if code and code != "answer"]
    return " × ".join(told)


class NoteForm(forms.Form):
    """What the second person should know."""

    note = text_area(
        pgettext_lazy("release", "What it is for"),
        rows=2,
        required=False,
        help_text=_("The second person reads it; it does not leave the house."),
    )
    use_required_attribute = False


class WhyForm(forms.Form):
    """Why it does not leave the house, or must be used no more."""

    why = text_area(pgettext_lazy("release", "Why"), rows=3)
    use_required_attribute = False


class SureForm(forms.Form):
    """Only the button."""


class LimitsForm(forms.Form):
    """From how many people on numbers and shares are printed."""

    least = whole_number(_("Smallest number that is printed"), min_value=3, max_value=100)
    least_for_shares = whole_number(_("Smallest group whose shares are printed"), min_value=3, max_value=100)
    use_required_attribute = False
