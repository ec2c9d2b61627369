"""Forms of tokens."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.access.queries import token_roles
from opora.access.rules import Actor
from opora.common.dates import add_months, today
from opora.web.shell.forms import offer
from opora.web.shell.widgets import DayField


class TokenForm(forms.Form):
    """Which program, in which role, until when."""

    label = forms.CharField(
        label=pgettext_lazy("token", "What it is for"),
        max_length=80,
        help_text=_("For example: Power BI of the accounting."),
    )
    role = forms.ChoiceField(label=pgettext_lazy("token", "In which role the program reads"))
    expires_on = DayField(label=_("Good until"))

    use_required_attribute = False

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "role", token_roles(actor=actor))
        self.fields["expires_on"].initial = add_months(today(), 3)


class SureForm(forms.Form):
    """Only the button."""
