"""Forms of volunteers and donors."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.dates import today
from opora.volunteers.queries import DONOR_KINDS, kinds
from opora.web.shell.forms import PastDayField, SeenForm, text_area
from opora.web.shell.widgets import DayField

Choices = Sequence[tuple[Any, Any]]


def _kinds() -> list[tuple[str, str]]:
    return [(code, capfirst(str(label))) for code, label in kinds()]


class FilterForm(forms.Form):
    """What narrows the list."""

    q = forms.CharField(label=_("Name or what they help with"), required=False, max_length=100)
    kind = forms.ChoiceField(
        label=pgettext_lazy("helpers", "Who"),
        choices=lambda: [("", pgettext_lazy("helpers", "All")), *_kinds()],
        required=False,
    )
    state = forms.ChoiceField(
        label=pgettext_lazy("helpers", "State"),
        choices=[
            ("", pgettext_lazy("helpers", "All")),
            ("active", _("with us now")),
            ("unchecked", _("clearance not checked")),
            ("older1", _("clearance older than a year")),
            ("older2", _("clearance older than 2 years")),
            ("older3", _("clearance older than 3 years")),
            ("left", _("left us")),
        ],
        required=False,
    )
    from_on = DayField(label=_("Joined from"), required=False)
    to_on = DayField(label=_("Joined to"), required=False)


class HelperForm(SeenForm):
    """Who it is, since when, and on which day the clearance was checked."""

    use_required_attribute = False

    def __init__(self, *args: Any, accounts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = forms.ChoiceField(
            label=pgettext_lazy("helpers", "Who"), choices=_kinds(), widget=forms.RadioSelect, initial="volunteer"
        )
        self.fields["giver"] = forms.ChoiceField(
            label=_("Who gives"),
            choices=[("", "—"), *((code, capfirst(str(label))) for code, label in DONOR_KINDS)],
            required=False,
            help_text=_("Of a donor: a person, an organization or a gathering. The warehouse chooses from this list."),
        )
        self.fields["name"] = forms.CharField(
            label=pgettext_lazy("helpers", "Name"),
            max_length=200,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )
        self.fields["contacts"] = text_area(_("Telephone, mail"), rows=2, required=False)
        self.fields["skills"] = forms.CharField(label=_("Helps with"), required=False, max_length=300)
        self.fields["joined_on"] = PastDayField(label=_("With us since"), initial=today)
        self.fields["cleared_on"] = PastDayField(
            label=_("Clearance checked on"),
            required=False,
            help_text=_("Only the day is kept, nothing of what the certificate says."),
        )
        self.fields["left_on"] = PastDayField(label=_("Left us on"), required=False)
        if accounts:
            self.fields["user_id"] = forms.TypedChoiceField(
                label=_("Account"),
                choices=[("", _("none")), *accounts],
                coerce=int,
                empty_value=None,
                required=False,
                help_text=_("By it a task of a plan can be given to the volunteer."),
            )


class HoursForm(forms.Form):
    """Hours given on a day."""

    on = PastDayField(label=pgettext_lazy("helpers", "Day"), initial=today)
    hours = forms.DecimalField(
        label=_("Hours given"), min_value=Decimal("0.25"), max_value=24, max_digits=5, decimal_places=2, localize=True
    )
    what = forms.CharField(label=_("What the hours were for"), max_length=300)
    case_number = forms.CharField(
        label=_("Number of the family's case"),
        required=False,
        max_length=40,
        help_text=_("If the hours were for one family: sitting with its children, a drive to the doctor."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    use_required_attribute = False


class SureForm(forms.Form):
    """A question with nothing to fill in."""
