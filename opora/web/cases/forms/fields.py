"""What several forms of cases have in common."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.common.dates import today
from opora.common.errors import Conflict, Invalid
from opora.web.shell.widgets import DayField

Choices = Sequence[tuple[Any, Any]]


class PastDayField(DayField):
    """A day of life that has come already: what is recorded has happened."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("initial", today)
        super().__init__(**kwargs)

    def clean(self, value: Any) -> date | None:
        day: date | None = super().clean(value)
        if day is not None and day > today():
            raise forms.ValidationError(_("This day has not come yet. Enter today or an earlier day."))
        return day


class CaseForm(forms.Form):
    """A form about one case; it remembers which state of the case the person saw."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def renew(self, revision: int) -> None:
        """After a refusal show the case as it is now: the next try is made upon it."""
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data[self.add_prefix("revision")] = str(revision)  # type: ignore[index]


def person_field(label: Any, people: Choices, **kwargs: Any) -> forms.TypedChoiceField:
    """A choice of one of the people who work here."""
    return forms.TypedChoiceField(
        label=label, choices=[("", _("Choose a person")), *people], coerce=int, empty_value=None, **kwargs
    )


def carry_out(form: forms.Form, act: Callable[[dict[str, Any]], Any], **places: str) -> bool:
    """Run an action with what was typed; say whether it was done.

    A refusal's sentences go to the fields they speak of (`places` renames them), the rest above the form.
    """
    if not form.is_valid():
        return False
    try:
        act(form.cleaned_data)
    except Invalid as refusal:
        for field, sentence in refusal.fields.items():
            name = places.get(field, field)
            form.add_error(name if name in form.fields else None, str(sentence))
        return False
    except Conflict as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
