"""Forms of what is told outside: a notice of high risk, an answer to it, the history of a child."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.common.dates import moment_of, today
from opora.papers.queries.choices import ADDRESSEES, BASES
from opora.web.shell.forms import PastDayField, offer
from opora.web.shell.widgets import DayField

SECTIONS = {
    "family": _("The family"),
    "placements": _("Where the child lived"),
    "path": _("What was done"),
    "health": _("Health"),
    "habits": _("Habits, likes and fears"),
    "people": _("Important people"),
    "told": _("What the child has been told"),
}


def text(label: Any, rows: int = 4, **details: Any) -> forms.CharField:
    """A text about somebody; the browser must not remember it."""
    widget = forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})
    return forms.CharField(label=label, max_length=10_000, widget=widget, **details)


class NoticeForm(forms.Form):
    """What was reported to whom, when, and when the answer is due."""

    addressee = forms.ChoiceField(
        label=_("To whom"), choices=ADDRESSEES, widget=forms.RadioSelect, initial="guardianship"
    )
    recipient = forms.CharField(
        label=_("Which authority, who took it"),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    on = PastDayField(label=_("Sent on"), initial=today)
    at = forms.TimeField(label=_("At what time"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    text = text(_("What is reported"), rows=6, help_text=_("Facts, where they are known from, what was done already."))
    receipt_number = forms.CharField(label=_("Incoming number"), required=False, max_length=40)
    answer_due_on = DayField(label=_("Answer expected by"), required=False)

    use_required_attribute = False

    def sent_at(self) -> datetime:
        """The moment of sending in the organization's time."""
        return moment_of(self.cleaned_data["on"], self.cleaned_data["at"])


class AnswerForm(forms.Form):
    """The authority answered."""

    on = PastDayField(label=_("Answered on"), initial=today)
    receipt_number = forms.CharField(label=_("Incoming number"), required=False, max_length=40)

    use_required_attribute = False


class ChildForm(forms.Form):
    """Whose history."""

    child = forms.TypedChoiceField(label=_("Whose history"), coerce=int)

    def __init__(self, *args: Any, children: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "child", children)


class HistoryForm(forms.Form):
    """The history of a child with whom it is passed on to and why that is allowed."""

    recipient = forms.CharField(
        label=_("To whom it is passed on"), max_length=300, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    basis = forms.ChoiceField(label=_("On which ground"), choices=BASES, widget=forms.RadioSelect, initial="consent")
    on = PastDayField(label=_("Passed on"), initial=today)

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in SECTIONS.items():
            self.fields[name] = text(label, required=False)

    def sections(self) -> dict[str, str]:
        """The sections alone."""
        return {name: self.cleaned_data.get(name, "") for name in SECTIONS}
