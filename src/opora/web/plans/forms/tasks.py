"""The forms of tasks: what, by when, and the one who answers for it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.common.dates import today
from opora.web.plans.forms.choices import Choices, number_of, one_of
from opora.web.shell.colleagues import ColleagueField, narrow_by_worker
from opora.web.shell.forms import PastDayField, SeenForm, text_area
from opora.web.shell.widgets import DayField

_SPECIAL = ("kind", "about_id")


class TaskForm(SeenForm):
    """A task: exactly one person or partner answers for it (S0-12)."""

    def __init__(
        self, *args: Any, accountable: Choices, goals: Choices, kinds: Choices, people: Choices, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"] = text_area(
            _("What is to be done"), rows=2, help_text=_("Begin with a verb: call, go with, hand in.")
        )
        self.fields["accountable"] = ColleagueField(
            _("Who answers for it"),
            accountable,
            is_short=True,
            empty=_("Choose one"),
            coerce=str,
            empty_value="",
            help_text=_("A colleague, a volunteer, somebody of the family or a partner. Exactly one."),
        )
        self.fields["due_on"] = DayField(label=_("By which day"))
        self.fields["place"] = forms.CharField(
            label=_("Where to come"),
            max_length=200,
            required=False,
            help_text=_("Whoever does the task sees it. A volunteer sees no other address of the family."),
        )
        self.fields["goal_id"] = number_of(_("For which goal"), goals, empty=_("For no goal in particular"))
        self.fields["kind"] = one_of(_("Kind of task"), kinds, initial="ordinary")
        self.fields["about_id"] = number_of(
            _("Whom it is about"), people, empty=_("Nobody in particular"), help_text=_("For tasks of harm reduction.")
        )

    @property
    def main_fields(self) -> list[forms.BoundField]:
        """What every task needs, and what is hidden."""
        return [field for field in self if field.name not in _SPECIAL]

    @property
    def special_fields(self) -> list[forms.BoundField]:
        """What only tasks of a special kind need."""
        return [self[name] for name in _SPECIAL]

    @property
    def is_special(self) -> bool:
        """Whether these are to be seen at once."""
        return self["kind"].value() != "ordinary" or any(field.errors for field in self.special_fields)


class DoneForm(forms.Form):
    """What came of a task."""

    note = text_area(_("What came of it"), required=False, help_text=_("Two words are enough. No names."))
    on = PastDayField(label=_("Day"), initial=today)


class CancelForm(SeenForm):
    """Why a task is not needed any more."""

    note = text_area(_("Why it is not needed"), required=False, rows=2)


class MilestoneForm(forms.Form):
    """A stop on the way of a mini-project."""

    title = forms.CharField(
        label=_("Next stop"), max_length=200, help_text=_("A hearing in court, an application handed in.")
    )
    due_on = DayField(label=_("By which day"))
    at = forms.TimeField(
        label=_("At what hour, if there is one"), required=False, widget=forms.TimeInput(attrs={"type": "time"})
    )


class WhoseForm(forms.Form):
    """Whose tasks are shown: one's own, or, for whoever leads, those of a colleague."""

    use_required_attribute = False

    def __init__(self, *args: Any, workers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        narrow_by_worker(self, workers, label=_("Whose tasks"), empty=_("Mine"))

    def worker_id(self) -> int | None:
        """The colleague that was chosen; nonsense is passed over."""
        self.is_valid()
        return self.cleaned_data.get("worker")
