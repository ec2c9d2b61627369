"""The family's day and the skills its adults learn."""

import re
from collections.abc import Sequence
from datetime import date, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.choices import Offered
from opora.stays.queries import SkillRow
from opora.web.shell.forms import PastDayField, text_area
from opora.web.shell.widgets import DayField

_LINE = re.compile(r"(\d{1,2})[:.](\d{2})(?:\s*[-–—]\s*(\d{1,2})[:.](\d{2}))?\s+(.+)")
Part = tuple[time, time | None, str]


class RoutineForm(forms.Form):
    """The whole day as lines: the hours, then what is done."""

    day = forms.CharField(
        label=_("The day of the family"),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("One part a line: 13:00-13:30 Lunch."),
    )

    def clean_day(self) -> list[Part]:
        """The lines as parts of the day; a line that begins with no hour is named."""
        parts = []
        for line in filter(None, (one.strip() for one in self.cleaned_data["day"].splitlines())):
            match = _LINE.fullmatch(line)
            try:
                if match is None:
                    raise ValueError
                hour, minute, to_hour, to_minute, what = match.groups()
                until = time(int(to_hour), int(to_minute)) if to_hour else None
                parts.append((time(int(hour), int(minute)), until, what))
            except ValueError:
                sentence = _("Begin the line with the hour: 13:00-13:30 Lunch. This one cannot be read: %(line)s")
                raise forms.ValidationError(sentence % {"line": line[:60]}) from None
        return parts


class MarkForm(forms.Form):
    """How a day went."""

    def __init__(self, *args: Any, marks: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mark"] = forms.ChoiceField(
            label=_("How the routine was kept"), choices=marks, widget=forms.RadioSelect
        )
        self.fields["on"] = PastDayField(label=pgettext_lazy("duty", "Day"))
        self.fields["note"] = text_area(_("What is worth knowing"), required=False)


class SkillForm(forms.Form):
    """A skill to learn: who, when, by whom, and how far the person is now."""

    def __init__(
        self,
        *args: Any,
        people: Sequence[tuple[int, str]],
        skills: Offered,
        levels: Sequence[tuple[int, Any]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person_id"] = forms.TypedChoiceField(label=_("Who learns"), choices=people, coerce=int)
        self.fields["skill"] = forms.ChoiceField(label=_("Skill"), choices=skills)
        self.fields["entry"] = forms.TypedChoiceField(
            label=_("How it is now"),
            choices=[("", _("not looked at yet")), *levels],
            coerce=int,
            empty_value=None,
            required=False,
        )
        self.fields["planned_on"] = DayField(label=_("Lesson planned for"), required=False)
        self.fields["held_on"] = PastDayField(label=_("Lesson held on"), required=False)
        self.fields["trainer"] = forms.CharField(label=_("Who teaches"), max_length=120, required=False)


class RateForm(forms.Form):
    """The whole list at one point: on coming, on leaving, after six months."""

    def __init__(
        self,
        *args: Any,
        rows: Sequence[tuple[SkillRow, str]],
        points: Offered,
        levels: Sequence[tuple[int, Any]],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["point"] = forms.ChoiceField(label=_("When it is looked at"), choices=points)
        self.fields["on"] = PastDayField(label=pgettext_lazy("duty", "Day"), initial=today)
        self.line_ids = [row.line.pk for row, _label in rows]
        for row, label in rows:
            self.fields[f"level_{row.line.pk}"] = forms.TypedChoiceField(
                label=label,
                choices=[("", _("not looked at")), *levels],
                coerce=int,
                empty_value=None,
                required=False,
            )

    def levels(self) -> dict[int, int]:
        """The levels that were given, by the line of the plan."""
        found = {pk: self.cleaned_data.get(f"level_{pk}") for pk in self.line_ids}
        return {pk: level for pk, level in found.items() if level is not None}
