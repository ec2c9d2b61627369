"""Notes of a shift and its handover."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.choices import Offered
from opora.web.shell.forms import PastDayField, text_area
from opora.web.shell.widgets import Segmented


class DutyForm(forms.Form):
    """What happened, when, with which family; an incident also how serious and what was done."""

    def __init__(
        self,
        *args: Any,
        kinds: Offered,
        shifts: Offered,
        weights: Offered,
        families: Sequence[tuple[int, str]] | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = forms.ChoiceField(label=_("What it is"), choices=kinds, widget=Segmented)
        self.fields["text"] = text_area(
            _("What happened"), rows=4, help_text=_("Kept under lock. Codes instead of names.")
        )
        if families is not None:
            self.fields["case_id"] = forms.TypedChoiceField(
                label=_("Which family"),
                choices=[("", _("the house as a whole")), *families],
                coerce=int,
                empty_value=None,
                required=False,
            )
        self.fields["on"] = PastDayField(label=pgettext_lazy("duty", "Day"))
        self.fields["at"] = forms.TimeField(
            label=pgettext_lazy("duty", "Hour"), required=False, widget=forms.TimeInput(attrs={"type": "time"})
        )
        self.fields["shift"] = forms.ChoiceField(label=pgettext_lazy("duty", "Shift"), choices=shifts, widget=Segmented)
        self.fields["weight"] = forms.ChoiceField(
            label=_("How serious the incident was"), choices=[("", _("not an incident")), *weights], required=False
        )
        self.fields["measures"] = text_area(_("What was done about the incident"), required=False)


class VoidForm(forms.Form):
    """Why a note is taken back."""

    reason = text_area(_("Why"), rows=2)


class HandoverForm(forms.Form):
    """What the next shift must know."""

    def __init__(self, *args: Any, shifts: Offered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"] = PastDayField(label=pgettext_lazy("duty", "Day"))
        self.fields["shift"] = forms.ChoiceField(label=pgettext_lazy("duty", "Shift"), choices=shifts, widget=Segmented)
        self.fields["words"] = text_area(
            _("What the next shift must know"), rows=6, help_text=_("Kept under lock. Codes instead of names.")
        )
