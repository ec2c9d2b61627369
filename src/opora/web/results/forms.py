"""What the list of results is asked for, and the answer to what the records suggest."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.results.queries import Filters
from opora.web.shell.forms import by_number, offer, search_line
from opora.web.shell.period_form import DaysForm

Choices = Iterable[tuple[Any, Any]]
_ANY = ("", _("any"))
STATES = (
    ("", pgettext_lazy("results", "reached at some time")),
    ("reached", pgettext_lazy("results", "reached and standing")),
    ("lost", pgettext_lazy("results", "lost again")),
    ("aimed", pgettext_lazy("results", "aimed at, not reached yet")),
    ("waiting", pgettext_lazy("results", "waiting for a word")),
)


class ListForm(DaysForm):
    """A case or a client, a result, how it stands, whose work it is, since when."""

    q = search_line(_("Number or code"), most=40)
    state = forms.ChoiceField(label=pgettext_lazy("results", "How it stands"), choices=STATES, required=False)
    concept = forms.ChoiceField(label=pgettext_lazy("results", "Result"), required=False)

    use_required_attribute = False
    field_order = ("q", "state", "concept", "program", "department", "from_on", "to_on")

    def __init__(self, *args: Any, concepts: Choices, programs: Choices, departments: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "concept", [_ANY, *concepts])
        self.fields["program"] = by_number(_("Program"), programs, _ANY, required=False)
        self.fields["department"] = by_number(_("Department"), departments, _ANY, required=False)
        self.order_fields(self.field_order)

    def filters(self) -> Filters:
        """What was asked; what cannot be read narrows nothing."""
        asked = self.cleaned_data if self.is_valid() else getattr(self, "cleaned_data", {})
        return Filters(
            text=asked.get("q", "").strip(),
            state=asked.get("state", ""),
            concept=asked.get("concept", ""),
            program_id=asked.get("program"),
            department_id=asked.get("department"),
            first=asked.get("from_on"),
            last=asked.get("to_on"),
        )


class AnswerForm(forms.Form):
    """Yes or no to one suggestion; which one stands in the page."""

    concept = forms.SlugField(max_length=40)
    person = forms.IntegerField(required=False)
    source = forms.CharField(max_length=60)
    answer = forms.ChoiceField(choices=[("yes", ""), ("no", "")])
