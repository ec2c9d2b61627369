"""Parts of the sheet: choices drawn as chips, a day told as today, yesterday or a date, photographs."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.web.shell.colleagues import ColleaguesField, ManyDrawn
from opora.web.shell.files import SeveralFilesField
from opora.web.shell.widgets import DayField

Choices = Sequence[tuple[Any, Any]]
LONGEST = 10_000
MOST_PHOTOS = 6

TODAY, YESTERDAY, TOMORROW, OTHER = "today", "yesterday", "tomorrow", "other"
PAST = [
    (TODAY, pgettext_lazy("day", "Today")),
    (YESTERDAY, pgettext_lazy("day", "Yesterday")),
    (OTHER, pgettext_lazy("day", "Date")),
]
AHEAD = [
    (TODAY, pgettext_lazy("day", "Today")),
    (TOMORROW, pgettext_lazy("day", "Tomorrow")),
    (OTHER, pgettext_lazy("day", "Date")),
]


class Chips(forms.RadioSelect):
    """Radio buttons drawn as chips."""

    is_chips = True


class ManyChips(forms.CheckboxSelectMultiple):
    """Check boxes drawn as chips."""

    is_chips = True


def photos_sent() -> SeveralFilesField:
    """The photographs sent along, if there are any."""
    return SeveralFilesField(
        label=pgettext_lazy("record sheet", "Photographs"),
        accept="image/jpeg,image/png,image/webp",
        most=MOST_PHOTOS,
        required=False,
        error_messages={"too_many": _("Add up to 6 photographs at once.")},
    )


def words(label: Any, *, required: bool = False, rows: int = 2) -> forms.CharField:
    """Two lines about what was; kept sealed."""
    widget = forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})
    return forms.CharField(label=label, required=required, max_length=LONGEST, widget=widget)


def hour() -> forms.TimeField:
    """An hour of the day, if it is known."""
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=pgettext_lazy("record sheet", "Hour"), required=False, widget=widget)


class ColleagueChips(ManyDrawn):
    """Colleagues drawn as chips: the likely ones, and a line to name anybody else in."""

    is_chips = True


def colleagues_of(label: Any, choices: Choices) -> ColleaguesField:
    """Colleagues by id; nobody is chosen unless said otherwise."""
    return ColleaguesField(label, choices, required=False, empty_value=[], widget=ColleagueChips)


def people(label: Any, choices: Choices) -> forms.TypedMultipleChoiceField:
    """People of the family by id; nobody is chosen unless said otherwise."""
    return forms.TypedMultipleChoiceField(
        label=label, choices=choices, required=False, coerce=int, empty_value=[], widget=ManyChips
    )


def one_of(label: Any, choices: Choices, *, required: bool = True) -> forms.ChoiceField:
    """One of a few, drawn as chips; nothing is chosen beforehand."""
    return forms.ChoiceField(label=label, choices=list(choices), required=required, widget=Chips)


def select(label: Any, choices: Choices, *, initial: str = "") -> forms.ChoiceField:
    """One of several, folded away and rarely needed."""
    return forms.ChoiceField(label=label, choices=list(choices), required=False, initial=initial)


def tick(label: Any) -> forms.BooleanField:
    """Yes, or nothing said."""
    return forms.BooleanField(label=label, required=False)


def day_of(label: Any) -> DayField:
    """A day that need not be known."""
    return DayField(label=label, required=False)
