"""Waiting for a place: how urgently, for which centre, how many come; and what came of it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.dates import today
from opora.stays.actions import MISTAKE, Asked
from opora.stays.queries import WaitFilters
from opora.web.shell.forms import PastDayField, by_number, search_line, text_area, whole_number
from opora.web.shell.widgets import Segmented

Choices = Iterable[tuple[Any, Any]]
ANY = ("", pgettext_lazy("waiting", "whichever has room first"))


class WaitFilterForm(forms.Form):
    """What narrows the list of those who wait."""

    q = search_line(_("Code"), most=40)
    state = forms.ChoiceField(
        label=_("State"),
        choices=[("", pgettext_lazy("waiting", "Wait")), ("over", pgettext_lazy("waiting", "Wait no more"))],
        required=False,
        widget=Segmented,
    )

    def __init__(self, *args: Any, urgencies: Choices, shelters: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = [(code, capfirst(str(label))) for code, label in urgencies]
        every = ("", pgettext_lazy("waiting", "All"))
        self.fields["urgency"] = forms.ChoiceField(
            label=pgettext_lazy("waiting", "How urgent it is"), choices=[every, *labels], required=False
        )
        offered = list(shelters)
        if len(offered) > 1:
            self.fields["shelter"] = by_number(_("For which centre"), offered, every, required=False)

    def filters(self) -> WaitFilters:
        """What was asked for."""
        asked = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return WaitFilters(
            text=asked.get("q", ""),
            urgency=asked.get("urgency", ""),
            shelter_id=asked.get("shelter"),
            answered=asked.get("state") == "over",
        )


class WaitForm(forms.Form):
    """What a family waits for; since when is asked once."""

    def __init__(self, *args: Any, urgencies: Choices, shelters: Choices, asks_day: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["urgency"] = forms.ChoiceField(
            label=pgettext_lazy("waiting", "How urgent it is"),
            choices=[(code, capfirst(str(label))) for code, label in urgencies],
            widget=forms.RadioSelect,
        )
        self.fields["people"] = whole_number(
            _("How many people come"), max_value=30, help_text=_("Adults and children together.")
        )
        self.fields["shelter_id"] = by_number(_("For which centre"), shelters, ANY, required=False)
        if asks_day:
            self.fields["on"] = PastDayField(label=_("Waits since"), initial=today)
        self.fields["note"] = text_area(
            _("What is worth knowing"), required=False, help_text=_("Kept under lock. Codes instead of names.")
        )

    def asked(self) -> Asked:
        """What was typed."""
        typed = self.cleaned_data
        return Asked(typed["urgency"], typed["people"], typed.get("shelter_id"), typed["note"])


class AnswerForm(forms.Form):
    """Why the family waits no more, and since when."""

    def __init__(self, *args: Any, answers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(code, capfirst(str(label))) for code, label in answers]
        self.fields["answer"] = forms.ChoiceField(
            label=_("What came of it"),
            choices=[*offered, (MISTAKE, pgettext_lazy("waiting", "Put on the list by mistake"))],
            widget=forms.RadioSelect,
        )
        self.fields["on"] = PastDayField(label=_("Waits no more since"), initial=today)
