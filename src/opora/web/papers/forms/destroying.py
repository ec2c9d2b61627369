"""Forms of a destruction: longer terms, and the last question before data go for good."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.common.dates import today
from opora.papers.queries.choices import GROUNDS
from opora.web.shell.forms import PastDayField
from opora.web.shell.widgets import DayField, DayInput


def _reason(label: Any, help_text: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3, "autocomplete": "off"})
    return forms.CharField(label=label, max_length=2_000, widget=widget, help_text=help_text)


class DestroyForm(forms.Form):
    """Who else, why, and the number of the path typed by hand: nobody destroys by a slip of the finger."""

    on = PastDayField(label=_("Day of the destruction"), initial=today)
    reason = _reason(
        _("Reason, for the act"),
        _("For example: withdrawal received by letter of 12.11.2026. No names: codes are enough."),
    )
    typed = forms.CharField(
        label=_("Type the number of the path"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("So that it is this family and no other."),
    )

    use_required_attribute = False
    field_order = ("person_ids", "on", "reason", "typed")

    def __init__(self, *args: Any, others: Sequence[tuple[int, str]], number: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.number = number
        if others:
            self.fields["person_ids"] = forms.TypedMultipleChoiceField(
                label=_("Whose identity is destroyed as well"),
                choices=others,
                coerce=int,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text=_("Of the others in the family. Chosen are those for whom no consent is in force."),
            )
            self.order_fields(self.field_order)

    def clean_typed(self) -> str:
        typed = str(self.cleaned_data["typed"]).strip()
        if typed != str(self.number):
            raise forms.ValidationError(_("This is another number. Look at it above and type it again."))
        return typed


class ExtendForm(forms.Form):
    """Until when, on which ground and why."""

    ground = forms.ChoiceField(label=_("Ground"), choices=GROUNDS, widget=forms.RadioSelect)
    reason = _reason(_("Why"), _("What contract, what duty or what proceedings. No names: codes are enough."))

    use_required_attribute = False

    def __init__(self, *args: Any, last: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"] = DayField(
            label=_("To be destroyed by"),
            widget=DayInput(attrs={"max": last.isoformat()}),
            help_text=_("Six months after the withdrawal is the latest that the law allows."),
        )
        self.order_fields(("until", "ground", "reason"))
