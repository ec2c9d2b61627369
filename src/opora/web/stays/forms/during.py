"""What changes during a stay."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.web.shell.forms import PastDayField, text_area
from opora.web.shell.widgets import DayField
from opora.web.stays.forms.beds import BedsForm


class AskForm(forms.Form):
    """How much longer the family would stay, and why."""

    until = DayField(label=_("Stays until"))
    reason = text_area(_("Why the family stays longer"))


class DecideForm(forms.Form):
    """Yes or no to a longer stay."""

    answer = forms.ChoiceField(
        label=_("Your decision"),
        choices=[("yes", pgettext_lazy("extension", "Agree")), ("no", pgettext_lazy("extension", "Do not agree"))],
        widget=forms.RadioSelect,
    )
    refusal = text_area(_("Why not"), required=False, help_text=_("Needed if you do not agree: the family will ask."))


class MoveForm(BedsForm):
    """From which night on who sleeps where."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, must_come=True, **kwargs)
        self.fields = {"on": PastDayField(label=_("From the night of")), **self.fields}


class JoinForm(BedsForm):
    """One more of the family lives here."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        born = forms.BooleanField(label=_("Born during the stay"), required=False)
        self.fields = {"on": PastDayField(label=_("Lives here since")), **self.fields, "was_born": born}


class AwayForm(forms.Form):
    """Who sleeps elsewhere, from which night, and when he or she is back."""

    def __init__(self, *args: Any, people: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lodger_ids"] = forms.TypedMultipleChoiceField(
            label=_("Who sleeps elsewhere"), choices=people, coerce=int, widget=forms.CheckboxSelectMultiple
        )
        self.fields["from_on"] = DayField(label=_("First night away"))
        self.fields["back_on"] = DayField(label=_("Back on"), help_text=_("This night the person sleeps here again."))
        self.fields["note"] = text_area(
            _("Where to and why"), required=False, help_text=_("Kept under lock. The bed stays taken.")
        )


class LeavesForm(forms.Form):
    """The day one of the family left."""

    on = PastDayField(label=_("Left on"))
