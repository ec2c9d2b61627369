"""A record of a stay put right: what stands in it, and why it is corrected."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.web.shell.forms import PastDayField, text_area
from opora.web.shell.widgets import DayField
from opora.web.stays.forms.admitting import AdmitForm


class CorrectAdmissionForm(AdmitForm):
    """An admission as it should have been written."""

    def __init__(self, *args: Any, asks_until: bool, **kwargs: Any) -> None:
        super().__init__(*args, asks_days=False, **kwargs)
        days: dict[str, forms.Field] = {"on": PastDayField(label=_("Moved in on"))}
        if asks_until:
            days["planned_until"] = DayField(label=_("Agreed until"), required=False)
        self.fields = {**days, **self.fields, "why": why()}


class CorrectAwayForm(forms.Form):
    """Which nights somebody slept elsewhere."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from_on"] = DayField(label=_("First night away"))
        self.fields["back_on"] = DayField(label=_("Back on"), help_text=_("This night the person sleeps here again."))
        self.fields["note"] = text_area(
            _("Where to and why"), required=False, help_text=_("Kept under lock. The bed stays taken.")
        )
        self.fields["reason"] = why()


class CorrectExtensionForm(forms.Form):
    """Until when the family stays longer, and why."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"] = DayField(label=_("Stays until"))
        self.fields["why"] = text_area(_("Why the family stays longer"))
        self.fields["reason"] = why()


class CorrectStayForm(forms.Form):
    """The days of a stay without beds."""

    def __init__(self, *args: Any, asks_until: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from_on"] = PastDayField(label=_("Moved in on"))
        if asks_until:
            self.fields["planned_until"] = DayField(label=_("Agreed until"), required=False)
        self.fields["left_on"] = PastDayField(
            label=_("Left on"), required=False, help_text=_("Empty while the family lives there.")
        )
        self.fields["reason"] = why()


class TakeBackForm(forms.Form):
    """Why a record of a stay is taken back."""

    reason = text_area(_("Why"), rows=2)


def with_why(form: forms.Form) -> forms.Form:
    """A form by which something is written down, with the question why it is corrected."""
    form.fields["reason"] = why()
    return form


def why() -> forms.CharField:
    """The reason of a correction; it stays readable with the record."""
    return text_area(pgettext_lazy("record", "Why it is corrected"), rows=2)
