"""Forms of a path: a step, a departure from the process, the filters of the work list."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.bilingual import Text
from opora.common.dates import today
from opora.common.language import said
from opora.pathways.rules import Fact, Field
from opora.reminders.words import ONLY_LATE
from opora.web.shell.colleagues import narrow_by_worker
from opora.web.shell.forms import PastDayField, SeenForm, offer
from opora.web.shell.widgets import DayField, Segmented

LONGEST_TEXT = 2_000
MOST_PAGES = 400
_REASON = _("A few words for those who come after you. No names: codes are enough.")


class StepForm(SeenForm):
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
    """A paper that lies elsewhere, on a shelf or with a colleague: what kind, of which day, where to find it.

    Minutes also bring their decision: it is asked where the paper is one of theirs.
    """

    def __init__(
        self,
        *args: Any,
        kinds: Sequence[tuple[str, str]],
        brought: Mapping[str, Mapping[str, Fact]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.brought = brought
        titles = dict(kinds)
        self.fields["kind"] = forms.ChoiceField(label=_("Which paper"), choices=[("", _("Choose")), *kinds])
        self.fields["on"] = PastDayField(label=_("Day of the paper"), initial=today)
        self.fields["note"] = forms.CharField(
            label=_("Where it lies"),
            required=False,
            max_length=200,
            help_text=_("Number, folder or shelf. No names: codes are enough."),
        )
        chosen = self.data.get("kind") if self.is_bound else self.initial.get("kind")
        for kind, facts in brought.items():
            for name, fact in facts.items():
                answers = [(str(value), said(fact.labels.get(value, Text(str(value))))) for value in fact.values]
                self.fields[f"says_{name}"] = forms.ChoiceField(
                    label=said(fact.title).capitalize(),
                    choices=[("", _("Choose")), *answers],
                    required=kind == chosen,
                    error_messages={"required": _("Say what was decided: the next step depends on it.")},
                    help_text=_("Only for the paper “%(paper)s”.") % {"paper": titles[kind]},
                )

    def clean(self) -> dict[str, Any]:
        """The decision belongs to its minutes: asked with them, dropped with any other paper; gives `says`."""
        typed: dict[str, Any] = super().clean() or {}
        answers = {name: typed.pop(f"says_{name}", "") for facts in self.brought.values() for name in facts}
        asked = self.brought.get(typed.get("kind", ""), {})
        typed["says"] = {
            name: value for name, fact in asked.items() for value in fact.values if str(value) == answers[name]
        }
        return typed


class OverrideForm(SeenForm):
    """Where the family goes outside the process, and why."""

    def __init__(self, *args: Any, stages: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"] = forms.ChoiceField(label=_("To which stage"), choices=[("", _("Choose")), *stages])
        self.fields["on"] = PastDayField(label=_("Day"), initial=today)
        self.fields["reason"] = forms.CharField(
            label=_("Why"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 3}), help_text=_REASON
        )


class TypeForm(forms.Form):
    """Since when, and why, a case is of another type; it remembers of what type the person saw it."""

    was = forms.BooleanField(widget=forms.HiddenInput, required=False)
    on = PastDayField(label=_("Since"), initial=today)
    reason = forms.CharField(
        label=_("Why"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 3}), help_text=_REASON
    )


class HandedForm(forms.Form):
    """When the family got its notice."""

    on = PastDayField(label=_("Handed over on"), initial=today)


class MovingForm(forms.Form):
    """Where each stage of an older version goes on in the one that is in force."""

    to_number = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, stages: Mapping[str, str], goals: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stages = tuple(stages)
        for key, title in stages.items():
            self.fields[f"goal_{key}"] = forms.ChoiceField(
                label=title,
                choices=[("", _("Choose")), *goals.items()],
                required=False,
                initial=key if key in goals else "",
            )

    def mapping(self) -> dict[str, str]:
        """Where the stages go on for which something was chosen."""
        return {key: goal for key in self.stages if (goal := self.cleaned_data.get(f"goal_{key}"))}


class HandingForm(forms.Form):
    """The program that helps such families, and why the signal goes there."""

    def __init__(self, *args: Any, targets: Sequence[tuple[int, int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(f"{program}-{department}", words) for program, department, words in targets]
        self.fields["target"] = forms.ChoiceField(
            label=_("To which program"), choices=choices, widget=forms.RadioSelect
        )
        self.fields["on"] = PastDayField(label=_("Day"), initial=today)
        self.fields["reason"] = forms.CharField(
            label=_("Why"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 3}), help_text=_REASON
        )

    def ids(self) -> tuple[int, int]:
        """The program and the department that were chosen."""
        program, department = str(self.cleaned_data["target"]).split("-")
        return int(program), int(department)


class WorkForm(forms.Form):
    """The filters of the work list; all of them stand in the address."""

    whose = forms.ChoiceField(
        label=_("Whose"),
        choices=[("mine", pgettext_lazy("work", "Mine")), ("all", pgettext_lazy("work", "All in sight"))],
        required=False,
        widget=Segmented,
    )
    late = forms.BooleanField(label=ONLY_LATE, required=False)
    program = forms.TypedChoiceField(label=_("Program"), coerce=int, empty_value=None, required=False)
    use_required_attribute = False

    def __init__(
        self, data: Any, *, programs: Sequence[tuple[int, str]], wide: bool, workers: Sequence[tuple[int, str]] = ()
    ) -> None:
        super().__init__({"whose": "mine", **{key: data[key] for key in data}} if data else {"whose": "mine"})
        self.page = str(data.get("page", "")) if data else ""
        offer(self, "program", [("", _("All programs")), *programs])
        if len(programs) < 2:
            del self.fields["program"]
        if not wide:
            del self.fields["whose"]
        narrow_by_worker(self, workers)

    def asked(self) -> dict[str, Any]:
        """The filters as the room of the process takes them; nonsense is passed over."""
        self.is_valid()
        given = self.cleaned_data
        number = int(self.page) if self.page.isdecimal() and len(self.page) < 5 else 1
        return {
            "mine": given.get("whose", "mine") != "all",
            "late_only": bool(given.get("late")),
            "program_id": given.get("program"),
            "worker_id": given.get("worker"),
            "page": min(max(number, 1), MOST_PAGES),
        }
