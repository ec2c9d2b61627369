"""What is read from a sent sheet: its day, its answers, its comments. Shape is checked here, meaning by the room."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.assessments.rules import Cell, Subject, asked_cells
from opora.common.dates import today
from opora.instruments.rules import NOT_APPLICABLE, UNKNOWN, Definition, Value
from opora.web.shell.forms import SeenForm
from opora.web.shell.widgets import DayField

WORDS = frozenset({NOT_APPLICABLE, UNKNOWN})


class SheetForm(forms.Form):
    """The head of a sheet; the answers stand beside it, for their number depends on the family."""

    on = DayField(label=_("Day of the assessment"), error_messages={"required": _("Say on which day it was.")})
    allow_gaps = forms.BooleanField(required=False, label=_("Save with gaps"))
    base_revision = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    draft_revision = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def clean_on(self) -> Any:
        day = self.cleaned_data["on"]
        if day > today():
            raise forms.ValidationError(_("This day has not come yet. Check the date."))
        return day


class ReturnForm(SeenForm):
    """Why a form goes back."""

    reason = forms.CharField(
        label=_("What should be corrected"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={"required": _("Say in a few words what should be corrected.")},
    )


@dataclass(frozen=True, slots=True)
class Typed:
    """A sheet as typed: answers by item and subject, comments by item, the day as text."""

    answers: dict[str, dict[str, Value]]
    comments: dict[str, str]
    on: str = ""

    @classmethod
    def from_payload(cls, payload: Mapping[str, Any]) -> "Typed":
        """A sheet read back from its draft."""
        answers = payload.get("answers")
        comments = payload.get("comments")
        return cls(
            {code: dict(given) for code, given in answers.items()} if isinstance(answers, dict) else {},
            dict(comments) if isinstance(comments, dict) else {},
            str(payload.get("on", "")),
        )

    def as_payload(self) -> dict[str, Any]:
        """The sheet as a draft keeps it."""
        return {"on": self.on, "answers": self.answers, "comments": self.comments}

    @property
    def is_empty(self) -> bool:
        return not self.answers and not self.comments


def cell_name(cell: Cell) -> str:
    """The name of a question's radio buttons."""
    return f"a-{cell.item.code}-{cell.subject.key}"


def comment_name(code: str) -> str:
    return f"c-{code}"


def read_typed(data: Mapping[str, Any], definition: Definition, subjects: Iterable[Subject]) -> Typed:
    """Take answers and comments from what was sent; anything that is no answer of the scale is left out."""
    values = {str(value): value for value in definition.scale.values}
    answers: dict[str, dict[str, Value]] = {}
    for cell in asked_cells(definition, subjects):
        sent = data.get(cell_name(cell), "")
        value: Value | None = sent if sent in WORDS else values.get(sent)
        if value is not None:
            answers.setdefault(cell.item.code, {})[cell.subject.key] = value
    comments = {item.code: text for item in definition.items if (text := data.get(comment_name(item.code), "").strip())}
    return Typed(answers, comments, data.get("on", ""))
