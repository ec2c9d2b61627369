"""Forms of services: what is planned, one service for several families, what narrows the log and the sums."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.services.queries import LogFilters, ServiceOffer
from opora.services.words import FORMATS, PLACES, PROVIDERS, STATES
from opora.web.shell.colleagues import ColleagueField, narrow_by_worker
from opora.web.shell.forms import NONE, by_number, hour, search_line, whole_number
from opora.web.shell.widgets import DayField

Choices = Sequence[tuple[Any, Any]]
LONGEST = 10_000


def _services(offer: ServiceOffer) -> forms.TypedChoiceField:
    first = ("", pgettext_lazy("service", "choose"))
    return by_number(pgettext_lazy("service", "Which service"), offer.groups, first)


def _words(label: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2, "autocomplete": "off"})
    return forms.CharField(label=label, required=False, max_length=LONGEST, widget=widget)


class PlanForm(forms.Form):
    """Which service, how many times, until when, by whom, for which task."""

    def __init__(self, *args: Any, offer: ServiceOffer, colleagues: Choices, tasks: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service_id"] = _services(offer)
        self.fields["times"] = whole_number(_("How many times"), max_value=500)
        self.fields["until_on"] = DayField(label=_("Until"), required=False)
        self.fields["worker_id"] = ColleagueField(
            _("Who will give it"), colleagues, is_short=True, empty=_("not decided yet"), required=False
        )
        self.fields["partner_id"] = by_number(_("Or a partner"), offer.partners, required=False)
        self.fields["task_id"] = by_number(_("For which task of the plan"), tasks, required=False)
        self.fields["note"] = _words(_("What matters"))


class ReasonForm(forms.Form):
    """Why; it stays readable with the record."""

    reason = forms.CharField(label=_("Why"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class SeveralForm(forms.Form):
    """What was given to all of them, and who of each family was there."""

    def __init__(
        self,
        *args: Any,
        families: Sequence[tuple[str, str, Mapping[int, str]]],
        offer: ServiceOffer,
        colleagues: Choices,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.keys = [key for key, _title, _names in families]
        self.fields["service_id"] = _services(offer)
        self.fields["on"] = DayField(label=_("Day"))
        self.fields["at"] = hour(_("Hour"))
        self.fields["minutes"] = whole_number(_("How many minutes"), required=False, max_value=44640)
        for key, title, names in families:
            self.fields[self.name_of(key)] = forms.TypedMultipleChoiceField(
                label=title,
                choices=list(names.items()),
                required=False,
                coerce=int,
                initial=list(names),
                widget=forms.CheckboxSelectMultiple,
            )
        self.fields["worker_id"] = ColleagueField(
            _("Who gave it"), colleagues, is_short=True, empty=_("nobody of us"), required=False
        )
        self.fields["partner_id"] = by_number(_("Or a partner"), offer.partners, required=False)
        self.fields["where"] = forms.ChoiceField(
            label=pgettext_lazy("service", "Where"), choices=[NONE, *PLACES], required=False
        )
        self.fields["note"] = _words(_("What was done (the same words for every family)"))

    @staticmethod
    def name_of(key: str) -> str:
        """The field of one family's people."""
        return f"people_{key}"

    def people(self) -> list[forms.BoundField]:
        """Who was there, family by family."""
        return [self[self.name_of(key)] for key in self.keys]

    def rest(self) -> list[forms.BoundField]:
        """What is the same for all of them."""
        return [field for field in self if not field.name.startswith("people_")]


class LogForm(forms.Form):
    """What narrows the log."""

    q = search_line(_("Number of the case"), most=40)

    def __init__(
        self, *args: Any, directions: Choices, services: Sequence[Any], workers: Choices, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        anything = ("", _("any"))
        self.fields["direction"] = by_number(_("Direction"), directions, anything, required=False)
        self.fields["service"] = by_number(_("Service"), services, anything, required=False)
        for name, label, choices in (
            ("format", _("How"), FORMATS),
            ("provider", _("Whose service"), PROVIDERS),
            ("state", _("What came of it"), STATES),
        ):
            self.fields[name] = forms.ChoiceField(label=label, choices=[anything, *choices], required=False)
        self.fields["from"] = DayField(label=_("From"), required=False)
        self.fields["to"] = DayField(label=_("To"), required=False)
        narrow_by_worker(self, workers, label=_("Who gave it"), empty=_("anybody"))

    def filters(self) -> LogFilters:
        """What was asked; what cannot be read narrows nothing."""
        asked = self.cleaned_data if self.is_valid() else getattr(self, "cleaned_data", {})
        return LogFilters(
            text=asked.get("q", "").strip(),
            direction_id=asked.get("direction"),
            service_id=asked.get("service"),
            format=asked.get("format", ""),
            provider=asked.get("provider", ""),
            state=asked.get("state", ""),
            worker_id=asked.get("worker"),
            from_on=asked.get("from"),
            to_on=asked.get("to"),
        )


class TotalsForm(forms.Form):
    """The period, and by what it is summed up."""

    BY = (
        ("direction", _("by directions")),
        ("service", _("by services")),
        ("format", _("by format")),
        ("provider", _("by whose service it is")),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from"] = DayField(label=_("From"), required=False)
        self.fields["to"] = DayField(label=_("To"), required=False)
        self.fields["by"] = forms.ChoiceField(label=_("Summed up"), choices=self.BY)
