"""The forms of goals: what is to be reached, how far it may go, how it ended."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.common.dates import today
from opora.web.plans.forms.choices import Choices, number_of, one_of
from opora.web.shell.forms import PastDayField, SeenForm, text_area
from opora.web.shell.widgets import Segmented

LEVELS = (
    (-2, _("−2: much less than expected")),
    (-1, _("−1: less than expected")),
    (0, _("0: as expected")),
    (1, _("+1: more than expected")),
    (2, _("+2: much more than expected")),
)
"""The five levels of Goal Attainment Scaling."""


class GoalForm(SeenForm):
    """A goal in the words of the family, its place in the assessment, and its levels if they are wanted."""

    def __init__(self, *args: Any, sections: Choices, outcomes: Choices, is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"] = text_area(
            _("Goal"),
            rows=2,
            help_text=_("What will be different, in words the family itself would use. No names: codes are enough."),
        )
        self.fields["section"] = number_of(_("Section of the assessment"), sections)
        self.fields["outcome"] = one_of(_("Result it leads to"), outcomes, empty=_("Not chosen"), required=False)
        for number, label in LEVELS:
            self.fields[f"level_{number + 2}"] = forms.CharField(label=label, max_length=300, required=False)
        self.fields["level_start"] = number_of(_("Where the family stands at the start"), LEVELS)
        if not is_new:
            self.fields["level_now"] = number_of(_("Where the family stands now"), LEVELS)
        self.fields["item"] = forms.CharField(widget=forms.HiddenInput, required=False, max_length=8)
        self.is_new = is_new

    @property
    def main_fields(self) -> list[forms.BoundField]:
        """What every goal needs, and what is hidden."""
        return [self[name] for name in ("revision", "item", "title", "section", "outcome")]

    @property
    def level_fields(self) -> list[forms.BoundField]:
        """The levels, for those who want them."""
        return [field for field in self if field.name.startswith("level_")]

    @property
    def has_levels(self) -> bool:
        """Whether the levels are to be seen at once."""
        return any(field.value() not in (None, "") or field.errors for field in self.level_fields)

    def typed(self) -> dict[str, Any]:
        """What was typed, under the names the room of plans takes."""
        given = dict(self.cleaned_data)
        levels = [given.pop(f"level_{number + 2}").strip() for number, _label in LEVELS]
        given["levels"] = tuple(levels) if any(levels) else ()
        given.pop("revision" if self.is_new else "item", None)
        return given


class DecideForm(SeenForm):
    """How a goal ended."""

    def __init__(self, *args: Any, states: Choices, has_levels: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"] = one_of(
            _("How it ended"),
            states,
            widget=Segmented,
            help_text=_("A goal cancelled by agreement does not count in the share of goals achieved."),
        )
        if has_levels:
            self.fields["level_now"] = number_of(_("Where the family stands now"), LEVELS)
        self.fields["on"] = PastDayField(label=_("Day"), initial=today)
