"""The forms of the plan as a whole: beginning, own words, agreement, correction, review, and what life brings."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.common.dates import today
from opora.web.plans.forms.choices import Choices, one_of
from opora.web.shell.forms import PastDayField, SeenForm, text_area
from opora.web.shell.widgets import DayField, Segmented


class WordsForm(SeenForm):
    """How the work goes, and what the family itself says of its situation."""

    def __init__(self, *args: Any, tracks: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["track"] = one_of(
            _("How you work with the family"),
            tracks,
            widget=Segmented,
            help_text=_(
                "It decides which share of goals counts as success: more than 50 % under a contract, "
                "more than 30 % in home visiting."
            ),
        )
        self.fields["own_words"] = text_area(
            _("In the family’s own words"),
            rows=6,
            required=False,
            help_text=_("What worries you? What would you like to change first? Write it down as it was said."),
        )


class MeetingForm(SeenForm):
    """A meeting on the plan: who of the family was there, and how active it was (S0-09, S0-11)."""

    needs_reason: bool | None = None

    def __init__(self, *args: Any, people: Choices, activities: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.needs_reason is not None:
            self.fields["reason"] = text_area(
                _("Why the plan is corrected") if self.needs_reason else _("What was changed and why"),
                required=self.needs_reason,
                help_text=_("The former version stays readable; this line explains the new one."),
            )
        self.fields["attended"] = forms.TypedMultipleChoiceField(
            label=_("Who of the family took part"),
            choices=people,
            coerce=int,
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["activity"] = forms.TypedChoiceField(
            label=_("The family’s own part"),
            choices=[("", _("Not rated")), *activities],
            coerce=int,
            empty_value=None,
            required=False,
        )
        self.fields["on"] = PastDayField(label=_("Day"), initial=today)


class AgreeForm(MeetingForm):
    """A plan is agreed on for the first time."""


class AgreeAgainForm(MeetingForm):
    """A plan that was returned is agreed on again."""

    needs_reason = False


class CorrectForm(MeetingForm):
    """A plan in force gets a new version, always with a reason (S3-31)."""

    needs_reason = True


class ReviewForm(forms.Form):
    """The plan was looked at and holds; when to look again."""

    next_on = DayField(label=_("Next review"))


class EventForm(forms.Form):
    """Something nobody foresaw."""

    def __init__(self, *args: Any, kinds: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = one_of(_("What happened"), kinds, empty=_("Choose"))
        self.fields["on"] = PastDayField(label=_("Day"), initial=today)
        self.fields["effect"] = text_area(
            _("What it changes for the plan"), required=False, help_text=_("No names: codes are enough.")
        )
        self.fields["review_due_on"] = DayField(label=_("Look at the plan again by"))


class WaiverForm(forms.Form):
    """Why a child in an institution has no plan of harm reduction."""

    reason = text_area(_("Why there is no such plan"))
