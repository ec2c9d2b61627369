"""Forms of a path: a step, a departure from the process, the filters of the work list."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.dates import today
from opora.process.rules import Field
from opora.process.words import said
from opora.web.shell.forms import PastDayField
from opora.web.shell.widgets import DayField, Segmented

LONGEST_TEXT = 2_000
MOST_PAGES = 400
_REASON = _("A few words for those who come after you. No names: codes are enough.")


class RouteForm(forms.Form):
    """A form about one path; it remembers which step the person saw."""

    step_count = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def renew(self, step_count: int) -> None:
        """After a refusal show the path as it is now: the next try is made upon it."""
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data[self.add_prefix("step_count")] = str(step_count)  # type: ignore[index]


class StepForm(RouteForm):
    """The day of a step, its reason and what else it asks for."""

    def __init__(self, *args: Any, asked: Mapping[str, Field], needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = tuple(asked)
        self.fields["on"] = PastDayField(label=_("Day"), initial=today)
        for name, one in asked.items():
            self.fields[f"field_{name}"] = _field(one)
        self.fields["reason"] = forms.CharField(
            label=_("Why") if needs_reason else _("Remark"),
            required=needs_reason,
            max_length=LONGEST_TEXT,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text=_REASON,
        )

    def typed_fields(self) -> dict[str, str]:
        """What was typed for the fields of the step, by their names in the process."""
        return {name: str(self.cleaned_data[f"field_{name}"] or "") for name in self.asked}


def _field(one: Field) -> forms.Field:
    title = said(one.title)
    if one.kind == "choice":
        choices = [("", _("Choose")), *((key, said(text)) for key, text in one.choices.items())]
        return forms.ChoiceField(label=title, choices=choices)
    if one.kind == "day":
        return DayField(label=title)
    return forms.CharField(label=title, max_length=200)


class PaperForm(forms.Form):
    """A paper that lies elsewhere, on a shelf or with a colleague: what kind, of which day, where to find it."""

    def __init__(self, *args: Any, kinds: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = forms.ChoiceField(label=_("Which paper"), choices=[("", _("Choose")), *kinds])
        self.fields["on"] = PastDayField(label=_("Day of the paper"), initial=today)
        self.fields["note"] = forms.CharField(
            label=_("Where it lies"),
            required=False,
            max_length=200,
            help_text=_("Number, folder or shelf. No names: codes are enough."),
        )


class OverrideForm(RouteForm):
    """Where the family goes outside the process, and why."""

    def __init__(self, *args: Any, stages: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"] = forms.ChoiceField(label=_("To which stage"), choices=[("", _("Choose")), *stages])
        self.fields["on"] = PastDayField(label=_("Day"), initial=today)
        self.fields["reason"] = forms.CharField(
            label=_("Why"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 3}), help_text=_REASON
        )


class WorkForm(forms.Form):
    """The filters of the work list; all of them stand in the address."""

    whose = forms.ChoiceField(
        label=_("Whose"),
        choices=[("mine", pgettext_lazy("work", "Mine")), ("all", pgettext_lazy("work", "All in sight"))],
        required=False,
        widget=Segmented,
    )
    late = forms.BooleanField(label=_("Only overdue"), required=False)
    program = forms.TypedChoiceField(label=_("Program"), coerce=int, empty_value=None, required=False)
    use_required_attribute = False

    def __init__(self, data: Any, *, programs: Sequence[tuple[int, str]], wide: bool) -> None:
        super().__init__({"whose": "mine", **{key: data[key] for key in data}} if data else {"whose": "mine"})
        self.page = str(data.get("page", "")) if data else ""
        self.fields["program"].choices = [("", _("All programs")), *programs]  # type: ignore[attr-defined]
        if len(programs) < 2:
            del self.fields["program"]
        if not wide:
            del self.fields["whose"]

    def asked(self) -> dict[str, Any]:
        """The filters as the room of the process takes them; nonsense is passed over."""
        self.is_valid()
        given = self.cleaned_data
        number = int(self.page) if self.page.isdecimal() and len(self.page) < 5 else 1
        return {
            "mine": given.get("whose", "mine") != "all",
            "late_only": bool(given.get("late")),
            "program_id": given.get("program"),
            "page": min(max(number, 1), MOST_PAGES),
        }
