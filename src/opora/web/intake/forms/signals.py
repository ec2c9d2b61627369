"""The intake card, the filters of the queue, the list of channels."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.dates import moment_of
from opora.intake.queries import QueueFilters
from opora.intake.queries.choices import CHILD_RISKS, SOURCES, URGENCIES
from opora.intake.rules.signal_told import LONGEST_LINE, LONGEST_STORY
from opora.reminders.words import ONLY_LATE
from opora.web.shell.colleagues import narrow_by_worker
from opora.web.shell.forms import PastDayField, offer
from opora.web.shell.widgets import Segmented

Choices = Sequence[tuple[Any, Any]]
STATES = [
    ("undecided", pgettext_lazy("signals", "Undecided")),
    ("decided", pgettext_lazy("signals", "Decided")),
    ("all", pgettext_lazy("signals", "All")),
]


def line(label: Any, **attrs: str) -> forms.CharField:
    """One line about somebody; the browser must not remember it."""
    widget = forms.TextInput(attrs={"autocomplete": "off", **attrs})
    return forms.CharField(label=label, required=False, max_length=LONGEST_LINE, widget=widget)


class QueueForm(forms.Form):
    """What the queue is asked for; all of it stands in the address."""

    q = forms.CharField(
        label=_("Name, telephone or number"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    state = forms.ChoiceField(label=_("State"), choices=STATES, required=False, widget=Segmented)
    urgency = forms.ChoiceField(
        label=_("Urgency"), choices=[("", pgettext_lazy("urgency", "Any")), *URGENCIES], required=False
    )
    channel = forms.ChoiceField(label=_("Channel"), required=False)
    late = forms.BooleanField(label=ONLY_LATE, required=False)

    use_required_attribute = False

    def __init__(self, *args: Any, channels: Choices, workers: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "channel", [("", pgettext_lazy("channel", "Any")), *channels])
        narrow_by_worker(self, workers)

    def filters(self) -> QueueFilters:
        """The filters as the room of intake takes them; a field filled with nonsense is passed over."""
        self.is_valid()
        given = self.cleaned_data
        return QueueFilters(
            state=given.get("state") or "undecided",
            urgency=given.get("urgency", ""),
            channel=given.get("channel", ""),
            late=bool(given.get("late")),
            worker_id=given.get("worker"),
            text=given.get("q", "").strip(),
        )


class KnownForm(forms.Form):
    """By what a family may be known already."""

    phone = line(_("Telephone"), type="tel", inputmode="tel")
    surname = line(_("Surname of the parent"))
    given = line(_("Given name of the parent"))


class SignalForm(KnownForm):
    """The intake card, in the order in which a call goes: what happened, how urgent, who calls, where to call back."""

    story = forms.CharField(
        label=_("What happened"),
        max_length=LONGEST_STORY,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
        help_text=_("In the caller's words: what is happening, where the children are, what is needed first."),
    )
    urgency = forms.ChoiceField(label=_("How urgent"), choices=URGENCIES, widget=Segmented, initial="days")
    children_count = forms.IntegerField(
        label=_("How many children"),
        required=False,
        min_value=0,
        max_value=30,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    child_risk = forms.ChoiceField(label=_("Are they in danger"), choices=CHILD_RISKS, required=False, widget=Segmented)
    channel = forms.ChoiceField(label=_("How the signal came"))
    source = forms.ChoiceField(label=_("Who turned to us"), choices=[("", _("Choose from the list")), *SOURCES])
    is_anonymous = forms.BooleanField(
        label=_("Wishes to stay unknown: no name, telephone or address is kept"), required=False
    )
    caller = line(_("Name of who turned to us"))
    address = line(_("Where the family lives"))
    on = PastDayField(label=_("Day of the signal"))
    at = forms.TimeField(
        label=_("Time"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    target = forms.ChoiceField(label=_("Program"))
    family_id = forms.IntegerField(required=False, widget=forms.HiddenInput)

    field_order = (
        "story",
        "urgency",
        "children_count",
        "child_risk",
        "channel",
        "source",
        "is_anonymous",
        "caller",
        "phone",
        "surname",
        "given",
        "address",
        "on",
        "at",
        "target",
    )

    def __init__(self, *args: Any, channels: Choices, targets: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "channel", list(channels))
        offered = [(f"{program}-{department}", words) for (program, department), words in targets]
        if len(offered) > 1:
            offered = [("", _("Choose from the list")), *offered]
        offer(self, "target", offered)

    def told(self) -> dict[str, str]:
        """What was told, for the room to seal."""
        names = ("caller", "phone", "surname", "given", "address", "story")
        return {name: self.cleaned_data.get(name, "") for name in names}

    def received_at(self) -> datetime | None:
        """The moment the signal came, when its hour was told."""
        at = self.cleaned_data.get("at")
        return moment_of(self.cleaned_data["on"], at) if at else None

    def target_ids(self) -> tuple[int, int]:
        """The program and the department chosen."""
        program, _dash, department = self.cleaned_data["target"].partition("-")
        return int(program), int(department)


class ChannelForm(forms.Form):
    """A channel of the organization's own, or another name for a shipped one."""

    name = forms.CharField(label=_("Name"), max_length=100, required=False)
    is_active = forms.BooleanField(label=_("Offered for new signals"), required=False, initial=True)
