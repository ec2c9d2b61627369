"""Taking a family in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.common.choices import Offered
from opora.common.dates import today
from opora.web.shell.forms import PastDayField, text_area
from opora.web.shell.widgets import DayField
from opora.web.stays.forms.beds import BedsForm


class AdmitForm(BedsForm):
    """When and why the family moves in, for how long, and where each sleeps."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, reasons: Offered, asks_days: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        over = self.fields.pop("over_capacity")
        beds = dict(self.fields)
        for name in list(self.fields):
            del self.fields[name]
        if asks_days:
            self.fields["revision"] = forms.IntegerField(widget=forms.HiddenInput, required=False)
            self.fields["on"] = DayField(
                label=_("Moves in on"),
                initial=today,
                help_text=_("A coming day keeps the beds for the family until it arrives."),
            )
            self.fields["planned_until"] = DayField(
                label=_("Agreed until"),
                required=False,
                help_text=_("The day of leaving; nobody sleeps here that night any more. It can be agreed later."),
            )
        self.fields["reason"] = forms.ChoiceField(
            label=_("Why the family needs a place"), choices=[("", _("Choose a reason")), *reasons]
        )
        for name, field in beds.items():
            if name != "revision":
                self.fields[name] = field
        self.fields["over_capacity"] = over
        self.fields["reason_note"] = text_area(
            _("What is worth knowing"), required=False, help_text=_("Kept under lock. Codes instead of names.")
        )


class ArriveForm(forms.Form):
    """The day the expected family came."""

    on = PastDayField(label=_("Came on"))
