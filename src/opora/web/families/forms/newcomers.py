"""Somebody comes to the family of a case: an adult, or a child with the place where it lives."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.dates import today
from opora.families.words import (
    KIND_LABELS,
    ROLE_LABELS,
)
from opora.web.families.forms.person import PersonForm
from opora.web.shell.forms import CodeField, PastDayField, SeenForm

ADULT_ROLES = ("mother", "father", "guardian", "caregiver", "relative", "other")


CHOOSE = ("", _("Choose from the list"))


class NewcomerForm(SeenForm, PersonForm):
    """A person who comes to the family of a case; what was seen (`revision`) is the last role given in the family."""

    from_on = PastDayField(label=_("In this role since"), required=False)
    code = CodeField(
        label=_("Code"),
        help_text=_("Leave it empty to get the next free code of the surname's letter."),
        required=False,
    )
    is_different = forms.BooleanField(label=_("I have checked: this is somebody else"), required=False)

    @property
    def role(self) -> str:
        return "child"


class AdultForm(NewcomerForm):
    """A parent, guardian, relative or somebody else close to the family."""

    role_in_family = forms.ChoiceField(
        label=pgettext_lazy("family", "Who this is"),
        choices=[CHOOSE, *((role, ROLE_LABELS[role]) for role in ADULT_ROLES)],
    )
    field_order = ("role_in_family",)

    @property
    def role(self) -> str:
        return str(self.cleaned_data["role_in_family"])


class ChildForm(NewcomerForm):
    """A child, with the place where it lives now."""

    kind = forms.ChoiceField(
        label=_("Where the child lives"),
        choices=[("", _("To be recorded later")), *KIND_LABELS.items()],
        required=False,
    )
    placed_on = PastDayField(label=_("Lives there since"), required=False, initial=today)
    is_expected = forms.BooleanField(label=_("The child is not born yet"), required=False)
    expected_in = forms.DateField(
        label=_("Expected in"),
        required=False,
        input_formats=["%Y-%m", "%m.%Y"],
        widget=forms.DateInput(format="%Y-%m", attrs={"type": "month", "autocomplete": "off"}),
        help_text=_("Year and month, for example %(example)s.") % {"example": "2027-03"},
    )
