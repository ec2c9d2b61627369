"""Places, rooms and beds."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.web.shell.widgets import DayField, Segmented

Choices = Sequence[tuple[Any, Any]]


class PlaceForm(forms.Form):
    """A centre of one's own or a partner's shelter."""

    def __init__(self, *args: Any, kinds: Choices, departments: Choices, partners: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.CharField(label=pgettext_lazy("shelter", "Name"), max_length=120)
        self.fields["kind"] = forms.ChoiceField(label=_("Whose place it is"), choices=kinds, widget=Segmented)
        self.fields["department_id"] = forms.TypedChoiceField(
            label=_("Department that works there"),
            choices=[("", _("everybody’s")), *departments],
            coerce=int,
            empty_value=None,
            required=False,
        )
        self.fields["partner_id"] = forms.TypedChoiceField(
            label=_("Partner, for a partner’s shelter"),
            choices=[("", _("none from the directory")), *partners],
            coerce=int,
            empty_value=None,
            required=False,
        )


class RoomForm(forms.Form):
    """A room and how many sleep in it."""

    name = forms.CharField(label=pgettext_lazy("room", "Name or number"), max_length=60)
    beds = forms.IntegerField(label=_("Beds"), min_value=0, max_value=40, initial=2)
    cots = forms.IntegerField(label=_("Cots"), min_value=0, max_value=40, initial=0)


class BedForm(forms.Form):
    """One more bed or cot."""

    def __init__(self, *args: Any, kinds: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = forms.ChoiceField(label=_("What is added"), choices=kinds, widget=Segmented)


class BlockForm(forms.Form):
    """From when to when a bed is out of use, and why."""

    from_on = DayField(label=_("Out of use from"))
    until = DayField(label=_("In use again on"), required=False, help_text=_("Leave empty while nobody knows."))
    why = forms.CharField(label=_("Why"), max_length=200, help_text=_("Repair, disinfection. Nothing about people."))
