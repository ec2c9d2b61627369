"""What forms of every room do alike: carry an action out, put its refusal where it belongs, ask for a day gone by."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.common.dates import today
from opora.common.errors import Conflict, Invalid, Refused
from opora.web.shell.widgets import DayField

LONGEST_CODE = 12
NONE = ("", "—")


class PastDayField(DayField):
    """A day of life that has come already: what is recorded has happened."""

    def clean(self, value: Any) -> date | None:
        day: date | None = super().clean(value)
        if day is not None and day > today():
            raise forms.ValidationError(_("This day has not come yet. Enter today or an earlier day."))
        return day


LONGEST_TEXT = 5_000


def text_area(label: Any, *, rows: int = 3, **kwargs: Any) -> forms.CharField:
    """A field for a few sentences."""
    return forms.CharField(label=label, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


def whole_number(label: Any, **more: Any) -> forms.IntegerField:
    """A whole number, greater than nothing unless something else is said."""
    more.setdefault("min_value", 1)
    return forms.IntegerField(label=label, widget=forms.NumberInput(attrs={"inputmode": "numeric"}), **more)


def by_number(
    label: Any, choices: Iterable[tuple[Any, Any]], first: tuple[str, Any] = NONE, **more: Any
) -> forms.TypedChoiceField:
    """One of a list by its number, or none of it."""
    return forms.TypedChoiceField(label=label, choices=[first, *choices], coerce=int, empty_value=None, **more)


def hour(label: Any) -> forms.TimeField:
    """The hour, where it is known."""
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, required=False, widget=widget)


def search_line(label: Any, *, most: int = 120) -> forms.CharField:
    """The line by which a list is searched."""
    widget = forms.TextInput(attrs={"type": "search", "autocomplete": "off"})
    return forms.CharField(label=label, required=False, max_length=most, widget=widget)


def offer(form: forms.Form, name: str, choices: Iterable[Any]) -> None:
    """Let a field of this form offer what this person may choose; the field was declared without choices."""
    cast("forms.ChoiceField", form.fields[name]).choices = list(choices)


class SeenForm(forms.Form):
    """A form that remembers which state of the record the person saw: nobody else's change is overwritten unseen."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def renew(self, revision: int) -> None:
        """After a refusal the next try is made upon the record as it is now; what was typed stays."""
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data[self.add_prefix("revision")] = str(revision)  # type: ignore[index]


def carry_out(form: forms.Form, act: Callable[[dict[str, Any]], Any], **places: str) -> bool:
    """Run an action with what was typed; say whether it was done.

    A refusal's sentences go to the fields they speak of (`places` renames them), the rest above the form.
    """
    if not form.is_valid():
        return False
    try:
        act(form.cleaned_data)
    except Invalid as refusal:
        tell_invalid(form, refusal, places)
        return False
    except (Conflict, Refused) as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


class CodeField(forms.CharField):
    """The code of somebody, as it is typed: the same line wherever one is asked for."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST_CODE)
        super().__init__(widget=forms.TextInput(attrs={"autocomplete": "off"}), **kwargs)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to mend on a page of several forms: whose it is, what is asked, what is wrong, where it stands."""

    whose: str
    label: str
    sentence: str
    anchor: str


def problems_in(forms_of_page: Iterable[forms.Form]) -> list[Problem]:
    """Everything that is wrong on a page at once; a form says by `whose` of whom it asks."""
    found = []
    for form in forms_of_page:
        whose = str(getattr(form, "whose", ""))
        found += [Problem(whose, "", str(sentence), "") for sentence in form.non_field_errors()]
        found += [
            Problem(whose, str(field.label), str(sentence), field.id_for_label or field.auto_id)
            for field in form
            for sentence in field.errors
        ]
    return found


def tell_invalid(form: forms.Form, refusal: Invalid, places: Mapping[str, str] | None = None) -> None:
    """Put each sentence of a refusal to the field it speaks of; what speaks of no field stands above the form."""
    for field, sentence in refusal.fields.items():
        name = (places or {}).get(field, field)
        form.add_error(name if name in form.fields else None, str(sentence))


LOOK = "X-Opora-Look"
"""The header by which a page's script looks among what a field offers; words travel in the body."""
