"""Forms of groups: what a group is, its days, who joins, the sheet of a meeting, what was agreed."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.groups.queries import GroupFilters, GroupOffer
from opora.groups.words import HOMEWORK, KINDS, MARKS
from opora.web.shell.colleagues import ColleaguesField, narrow_by_worker
from opora.web.shell.forms import NONE, by_number, hour, search_line, whole_number
from opora.web.shell.widgets import DayField

Choices = Sequence[tuple[Any, Any]]


def _words(label: Any, **more: Any) -> forms.CharField:
    more.setdefault("max_length", 4_000)
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}), **more)


class GroupForm(forms.Form):
    """What it is, when, where, who leads it, what coming counts as."""

    def __init__(self, *args: Any, offer: GroupOffer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"] = forms.CharField(
            label=pgettext_lazy("group", "What it is called"),
            max_length=160,
            help_text=_("Without names of families: everybody who works here reads it."),
        )
        self.fields["kind"] = forms.ChoiceField(label=_("What it is"), choices=KINDS)
        self.fields["service_id"] = by_number(
            _("Counts for a family as the service"), offer.services, ("", _("no service")), required=False
        )
        self.fields["from_on"] = DayField(label=_("First day"))
        self.fields["until_on"] = DayField(label=_("Last day"), required=False)
        self.fields["place"] = forms.CharField(label=pgettext_lazy("group", "Where"), max_length=160, required=False)
        self.fields["leader_ids"] = ColleaguesField(_("Who leads it"), offer.leaders)
        self.fields["department_id"] = by_number(_("Department"), offer.departments, ("", _("choose")))
        self.fields["program_id"] = by_number(_("Program"), offer.programs, required=False)
        self.fields["threshold"] = whole_number(
            _("Completed by whoever came to so many percent of the meetings"), max_value=100, required=False
        )


class SessionForm(forms.Form):
    """A day, its hour and length."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"] = DayField(label=_("Day"))
        self.fields["at"] = hour(_("Hour"))
        self.fields["minutes"] = whole_number(_("How many minutes"), required=False, max_value=1440)


class SessionsForm(SessionForm):
    """The first day, and how often it is repeated."""

    EVERY = ((7, _("every week")), (14, _("every two weeks")), (1, _("every day")))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["times"] = whole_number(_("How many meetings"), max_value=60)
        self.fields["every_days"] = forms.TypedChoiceField(label=_("How often"), choices=self.EVERY, coerce=int)


class JoinForm(forms.Form):
    """Who of the family, from which day."""

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person_ids"] = forms.TypedMultipleChoiceField(
            label=_("Who comes"), choices=people, coerce=int, widget=forms.CheckboxSelectMultiple
        )
        self.fields["on"] = DayField(label=_("From which day"))


class LeaveForm(forms.Form):
    """From which day somebody comes no more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"] = DayField(label=_("Last day on the list"))


class SheetForm(forms.Form):
    """One tap for each person; heads; the homework and what each family did of it."""

    def __init__(
        self, *args: Any, people: Sequence[tuple[int, str]], families: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people_ids = [pk for pk, _name in people]
        self.places = [key for key, _name in families]
        for pk, name in people:
            self.fields[f"mark_{pk}"] = forms.ChoiceField(
                label=name, choices=MARKS, required=False, widget=forms.RadioSelect(attrs={"class": "seg"})
            )
        self.fields["heads"] = whole_number(
            _("Came besides, without being registered"), min_value=0, max_value=100_000, required=False
        )
        self.fields["homework"] = _words(_("What was given to do at home"), required=False)
        self.fields["homework_due_on"] = DayField(label=_("To be done by"), required=False)
        for key, name in families:
            self.fields[f"home_{key}"] = forms.ChoiceField(label=name, choices=[NONE, *HOMEWORK], required=False)
            self.fields[f"said_{key}"] = forms.CharField(
                label=_("%(family)s: how it went") % {"family": name}, max_length=500, required=False
            )

    def marks(self) -> list[forms.BoundField]:
        """The people, one line each."""
        return [self[f"mark_{pk}"] for pk in self.people_ids]

    def homes(self) -> list[forms.BoundField]:
        """The homework, family by family: what was done of it, and a word to that."""
        return [self[f"{what}_{key}"] for key in self.places for what in ("home", "said")]

    def told(self) -> dict[int, str]:
        """The marks by line of the list."""
        return {pk: self.cleaned_data[f"mark_{pk}"] for pk in self.people_ids}

    def results(self) -> Mapping[tuple[int | None, int | None], str]:
        """What families did of the homework, by where they are recorded."""
        return {_place(key): self.cleaned_data[f"home_{key}"] for key in self.places}

    def comments(self) -> Mapping[tuple[int | None, int | None], str]:
        """What was said to it, in the same way."""
        return {_place(key): self.cleaned_data[f"said_{key}"] for key in self.places}


def _place(key: str) -> tuple[int | None, int | None]:
    return (int(key[1:]), None) if key.startswith("r") else (None, int(key[1:]))


class AboutForm(forms.Form):
    """What is told of a meeting about one family; which one is asked only where it is not known."""

    def __init__(self, *args: Any, families: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if families:
            self.fields["about"] = forms.ChoiceField(label=_("About which family"), choices=families)


class GuestForm(AboutForm):
    """Who else was invited, in words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"] = _words(_("Who was invited, in words"))
        self.fields["has_come"] = forms.BooleanField(label=_("Came"), required=False)


class AgreeForm(AboutForm):
    """What was agreed about a family."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"] = _words(_("What was agreed"))


class TaskForm(forms.Form):
    """The task, who answers for it, until when."""

    def __init__(self, *args: Any, answers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"] = _words(_("The task"), max_length=500)
        self.fields["accountable"] = forms.ChoiceField(label=_("Who answers for it"), choices=answers)
        self.fields["due_on"] = DayField(label=_("Until"))


class VoidGroupForm(forms.Form):
    """Why a group is voided."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"] = _words(pgettext_lazy("record", "Why"), max_length=500)


class FilterForm(forms.Form):
    """What narrows the list."""

    q = search_line(pgettext_lazy("group", "Title"), most=80)
    STATES = (("going", _("going on")), ("over", pgettext_lazy("group", "over")))

    def __init__(self, *args: Any, workers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        anything = ("", _("any"))
        self.fields["kind"] = forms.ChoiceField(label=_("What it is"), choices=[anything, *KINDS], required=False)
        self.fields["state"] = forms.ChoiceField(
            label=pgettext_lazy("group", "State"), choices=[anything, *self.STATES], required=False
        )
        self.fields["from"] = DayField(label=_("From"), required=False)
        self.fields["to"] = DayField(label=_("To"), required=False)
        narrow_by_worker(self, workers, label=_("Who leads it"), empty=_("anybody"))

    def filters(self) -> GroupFilters:
        """What was asked; what cannot be read narrows nothing."""
        asked = self.cleaned_data if self.is_valid() else getattr(self, "cleaned_data", {})
        return GroupFilters(
            text=asked.get("q", "").strip(),
            kind=asked.get("kind", ""),
            leader_id=asked.get("worker"),
            from_on=asked.get("from"),
            to_on=asked.get("to"),
            is_going={"going": True, "over": False}.get(asked.get("state", "")),
        )
