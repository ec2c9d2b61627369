"""Forms of hand-outs: what each family gets, which families, who came."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.dates import today
from opora.goods.actions import Planned
from opora.goods.queries import CandidateFilters
from opora.goods.queries.offered import EACH
from opora.web.goods.forms.fields import Choices, choice, quantity
from opora.web.shell.forms import PastDayField, offer, search_line, whole_number
from opora.web.shell.widgets import DayField

ASIDE, NOW = "aside", "now"
GOOD, KIT = "g", "k"


class HandOutFilterForm(forms.Form):
    """What narrows the list of hand-outs."""

    q = search_line(_("What is handed out"), most=100)


class HandOutForm(forms.Form):
    """What is handed out, from where, when, and what each family or each child gets of it."""

    LINES = 6

    def __init__(self, *args: Any, places: Choices, things: Choices, lines: int = LINES, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines_there = lines
        self.fields["name"] = forms.CharField(
            label=_("What is handed out"),
            max_length=120,
            help_text=_("For example: presents for the New Year, kits for school."),
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )
        self.fields["place_id"] = choice(_("From where"), places)
        if len(places) == 1:
            self.fields["place_id"].initial = places[0][0]
        self.fields["day"] = DayField(label=_("Day of the hand-out"), initial=today)
        self.fields["until"] = DayField(
            label=_("Kept until"),
            required=False,
            help_text=_("Whoever has not come by then leaves the things to others. Empty: that day only."),
        )
        for n in range(lines):
            self.fields[f"what_{n}"] = forms.ChoiceField(
                label=_("What"), choices=[("", _("Choose from the list")), *things], required=False
            )
            self.fields[f"size_{n}"] = forms.CharField(
                label=_("Size"), required=False, max_length=20, widget=forms.TextInput(attrs={"autocomplete": "off"})
            )
            self.fields[f"quantity_{n}"] = quantity(_("How much"))
            self.fields[f"each_{n}"] = forms.ChoiceField(label=_("For whom"), choices=EACH, required=False)
            self.fields[f"from_{n}"] = whole_number(_("Age from"), required=False, min_value=0, max_value=99)
            self.fields[f"to_{n}"] = whole_number(_("Age to"), required=False, min_value=0, max_value=99)

    def head(self) -> list[Any]:
        """The fields that stand above the lines."""
        return [self[name] for name in ("name", "place_id", "day", "until")]

    def rows(self) -> list[list[Any]]:
        """The fields, line by line."""
        names = ("what", "size", "quantity", "each", "from", "to")
        return [[self[f"{name}_{n}"] for name in names] for n in range(self.lines_there)]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        for n in range(self.lines_there):
            said = (typed.get(f"{name}_{n}") for name in ("size", "quantity", "from", "to"))
            if not typed.get(f"what_{n}") and any(one not in (None, "") for one in said):
                self.add_error(f"what_{n}", _("Choose what is given."))
            if typed.get(f"what_{n}") and not typed.get(f"quantity_{n}") and f"quantity_{n}" not in self.errors:
                self.add_error(f"quantity_{n}", _("Enter how much."))
        return typed

    def planned(self) -> list[Planned]:
        """What was typed."""
        typed = self.cleaned_data
        return [
            Planned(
                typed[f"quantity_{n}"],
                **{_KEYS[typed[f"what_{n}"][0]]: int(typed[f"what_{n}"][1:])},
                size=typed[f"size_{n}"],
                each=typed[f"each_{n}"] or EACH[0][0],
                age_from=typed[f"from_{n}"],
                age_to=typed[f"to_{n}"],
            )
            for n in range(self.lines_there)
            if typed.get(f"what_{n}") and typed.get(f"quantity_{n}")
        ]


_KEYS = {GOOD: "good_id", KIT: "kit_id"}


def as_typed(lines: Sequence[Any]) -> Mapping[str, Any]:
    """The lines of a hand-out as its form shows them."""
    shown: dict[str, Any] = {}
    for n, line in enumerate(lines):
        what = f"{GOOD}{line.good_id}" if line.good_id is not None else f"{KIT}{line.kit_id}"
        shown |= {
            f"what_{n}": what,
            f"size_{n}": line.size,
            f"quantity_{n}": line.quantity.normalize(),
            f"each_{n}": line.each,
            f"from_{n}": line.age_from,
            f"to_{n}": line.age_to,
        }
    return shown


class CandidateForm(forms.Form):
    """What narrows the families that could be added."""

    q = search_line(_("Number or code"), most=60)
    own = forms.BooleanField(label=_("Only mine"), required=False)
    in_need = forms.BooleanField(label=_("Need this now"), required=False)
    department = forms.TypedChoiceField(label=_("Department"), coerce=int, empty_value=None, required=False)
    program = forms.TypedChoiceField(label=_("Program"), coerce=int, empty_value=None, required=False)

    def __init__(self, *args: Any, departments: Choices, programs: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("department", departments), ("program", programs)):
            offer(self, name, [("", pgettext_lazy("goods", "All")), *choices])
            if len(choices) < 2:
                del self.fields[name]

    def filters(self) -> CandidateFilters:
        """What was asked for."""
        asked = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return CandidateFilters(
            text=asked.get("q", ""),
            own=asked.get("own", False),
            department_id=asked.get("department"),
            program_id=asked.get("program"),
            in_need=asked.get("in_need", False),
        )


class ChosenForm(forms.Form):
    """Which families, and whether they have got it already."""

    on = PastDayField(label=_("Day"), initial=today, required=False)
    how = forms.ChoiceField(choices=[(ASIDE, ""), (NOW, "")], widget=forms.HiddenInput)

    def __init__(self, *args: Any, keys: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["family"] = forms.MultipleChoiceField(
            label=_("Families"),
            choices=[(key, key) for key in keys],
            error_messages={
                "required": _("Choose at least one family."),
                "invalid_choice": _("One of these families cannot be chosen any more. Look at the list as it is now."),
            },
        )

    def ids(self) -> dict[str, list[int]]:
        """The paths and the cases that were ticked."""
        ticked = self.cleaned_data["family"]
        return {
            "route_ids": [int(key[1:]) for key in ticked if key[0] == "r"],
            "case_ids": [int(key[1:]) for key in ticked if key[0] == "c"],
        }


class CameForm(forms.Form):
    """Who of those for whom something waits has come."""

    on = PastDayField(label=_("Day"), initial=today)

    def __init__(self, *args: Any, waiting: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["came"] = forms.TypedMultipleChoiceField(
            label=_("Who came"),
            choices=[(pk, str(pk)) for pk in waiting],
            coerce=int,
            error_messages={
                "required": _("Tick who came."),
                "invalid_choice": _("Somebody marked one of them meanwhile. Look at the list as it is now."),
            },
        )


class StandingFilterForm(forms.Form):
    """What narrows those who stand in a hand-out."""

    q = search_line(_("Number, code or name"), most=60)
    waits = forms.BooleanField(label=_("Has not come yet"), required=False)
