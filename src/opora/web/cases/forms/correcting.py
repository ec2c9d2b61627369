"""Forms by which what was written wrong in a case is set right."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.web.cases.forms.fields import Choices
from opora.web.shell.forms import PastDayField, SeenForm, text_area

LONGEST_REASON = 500


class WhyForm(SeenForm):
    """Only a reason."""

    reason = text_area(_("Why"), rows=2, help_text=_("A few words for those who come after you."))


class CorrectForm(WhyForm):
    """How the case should stand; what is right already stays as it is."""

    opened_on = PastDayField(label=_("Opening day"))
    number = forms.CharField(label=_("Number of the case"), max_length=40)

    def __init__(self, *args: Any, clients: Choices, programs: Choices, departments: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["program_id"] = _one_of(_("Program"), programs)
        self.fields["department_id"] = _one_of(_("Department"), departments)
        self.fields["client_id"] = _one_of(_("Client"), clients)
        self.order_fields(("opened_on", "number", "program_id", "department_id", "client_id", "reason"))


class CorrectClosingForm(SeenForm):
    """The day and the reason as they should stand."""

    closed_on = PastDayField(label=_("Day of closing"))

    def __init__(self, *args: Any, reasons: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"] = forms.ChoiceField(label=_("Reason of closing"), choices=reasons)
        self.fields["why"] = text_area(_("Why"), rows=2, help_text=_("A few words for those who come after you."))


def _one_of(label: Any, choices: Choices) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=choices, coerce=int)
