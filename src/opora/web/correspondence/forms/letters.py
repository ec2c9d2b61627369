"""Forms of letters out and in, of answers, and of what is put right in them."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.dates import today
from opora.correspondence.queries.choices import (
    ASKED_BY,
    BASES,
    CAME,
    DIRECTIONS,
    IN_KINDS,
    KINDS,
    OUT_KINDS,
    REASONS,
    RESULTS,
)
from opora.reminders.words import LATE
from opora.web.shell.forms import PastDayField, SeenForm, text_area
from opora.web.shell.widgets import DayField

Choices = Sequence[tuple[Any, Any]]
_ACCEPTED = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx"
TOLD = (
    ("birth_date", _("date of birth")),
    ("address", _("address")),
    ("phone", _("telephone")),
    ("documents", _("papers")),
)


class LetterFilterForm(forms.Form):
    """What narrows the journal of letters."""

    q = forms.CharField(label=_("Number, office or case"), required=False, max_length=100)
    direction = forms.ChoiceField(
        label=pgettext_lazy("letters", "Direction"),
        choices=[("", pgettext_lazy("letters", "Out and in")), *DIRECTIONS],
        required=False,
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("letters", "Kind"), choices=[("", pgettext_lazy("letters", "All")), *KINDS], required=False
    )
    state = forms.ChoiceField(
        label=pgettext_lazy("letters", "State"),
        choices=[
            ("", pgettext_lazy("letters", "All")),
            ("awaited", _("answer expected")),
            ("owed", _("an office waits for ours")),
            ("late", LATE),
            ("drafts", _("being prepared")),
            *RESULTS,
        ],
        required=False,
    )
    from_on = DayField(label=_("From day"), required=False)
    to_on = DayField(label=_("To day"), required=False)


def _office(offices: Choices) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=_("Office"), choices=[("", _("Choose from the directory")), *offices], coerce=int, empty_value=None
    )


class WriteForm(SeenForm):
    """A letter out: to whom, about what, whom it names and why, by when an answer is expected, who asks."""

    use_required_attribute = False

    def __init__(self, *args: Any, offices: Choices, people: Choices, is_about_family: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        self.fields["kind"] = forms.ChoiceField(label=_("What kind of letter"), choices=OUT_KINDS)
        self.fields["partner_id"] = _office(offices)
        self.fields["addressee_post"] = forms.CharField(
            label=_("Post of who receives it"),
            required=False,
            max_length=200,
            help_text=_(
                "As in the nominative: “head of the department”. Left empty, it is taken from the last letter."
            ),
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )
        self.fields["addressee_name"] = forms.CharField(
            label=_("Name of who receives it"),
            required=False,
            max_length=200,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )
        self.fields["subject"] = forms.CharField(label=_("About what"), max_length=300)
        self.fields["text"] = text_area(_("What we ask for or tell"), rows=5)
        for key, label in people:
            self.fields[f"person_{key}"] = forms.ChoiceField(
                label=label, choices=[("", _("not named in the letter")), *REASONS], required=False
            )
        if people:
            self.fields["details"] = forms.MultipleChoiceField(
                label=_("Beside their names tell"),
                choices=TOLD,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text=_("Only what the office needs. Nothing is told unless it is ticked."),
            )
            self.fields["basis"] = forms.ChoiceField(
                label=_("Ground on which we tell it"), choices=[("", _("nobody is named")), *BASES], required=False
            )
        if is_about_family:
            self.fields["asked_by"] = forms.ChoiceField(label=_("Who asks"), choices=ASKED_BY, widget=forms.RadioSelect)
        self.fields["answer_days"] = forms.IntegerField(
            label=_("Answer expected in"),
            required=False,
            min_value=1,
            max_value=365,
            widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        )
        self.fields["answer_unit"] = forms.ChoiceField(
            label=_("Which days"),
            choices=[("calendar", _("calendar days")), ("working", _("working days"))],
            required=False,
        )
        self.fields["answer_due_on"] = DayField(label=_("Or by the day"), required=False)
        self.fields["their_number"] = forms.CharField(
            label=_("In answer to their number"), required=False, max_length=60
        )
        self.fields["their_on"] = DayField(label=_("Of the day"), required=False)
        self.fields["on"] = PastDayField(label=_("Date of the letter"), initial=today)

    def clean(self) -> dict[str, Any]:
        """People by their reasons; the details told are the same for all who are named."""
        typed: dict[str, Any] = super().clean() or {}
        typed["named"] = [
            (key, typed[f"person_{key}"], tuple(typed.get("details") or ()))
            for key, _label in self.people
            if typed.get(f"person_{key}")
        ]
        return typed

    def people_fields(self) -> list[forms.BoundField]:
        """One line for each person of the family."""
        return [self[f"person_{key}"] for key, _label in self.people]

    def main_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("kind", "partner_id", "subject", "text")]

    def ground_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("details", "basis") if name in self.fields]

    def answer_fields(self) -> list[forms.BoundField]:
        names = ("asked_by", "answer_days", "answer_unit", "answer_due_on")
        return [self[name] for name in names if name in self.fields]

    def folded_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("addressee_post", "addressee_name", "their_number", "their_on", "on")]

    @property
    def is_unfolded(self) -> bool:
        """Whether something folded is wrong, so that nobody overlooks it."""
        return any(field.errors for field in self.folded_fields())


class CasesForm(forms.Form):
    """Every name and post in the case in which it stands in this letter."""

    use_required_attribute = False

    def __init__(self, *args: Any, asked: Sequence[Any], words: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        for number, one in enumerate(asked):
            self.fields[f"case_{number}"] = forms.CharField(
                label=words(one),
                initial=one.shown,
                max_length=200,
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )

    def corrected(self) -> dict[tuple[str, str], dict[str, str]]:
        """What was put right, by name or post, and case."""
        found: dict[tuple[str, str], dict[str, str]] = {}
        for number, one in enumerate(self.asked):
            typed = self.cleaned_data[f"case_{number}"]
            if typed != one.shown:
                found.setdefault((one.kind, one.words), {})[one.case] = typed
        return found


class DayForm(forms.Form):
    """A day on which something was done."""

    on = PastDayField(label=pgettext_lazy("letters", "Day"), initial=today)

    use_required_attribute = False


class _WithFile(forms.Form):
    """A form that brings a paper along: a photograph taken now, or a file."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["photo"] = forms.FileField(
            label=_("Photograph the paper"),
            required=False,
            widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
        )
        self.fields["file"] = forms.FileField(
            label=_("Or choose a file"),
            required=False,
            widget=forms.FileInput(attrs={"accept": _ACCEPTED}),
            help_text=_("JPEG, PNG, WebP, PDF, Word or Excel, up to 20 MB. It is kept encrypted."),
        )

    def paper(self) -> dict[str, Any]:
        """The name and the bytes of what was sent along; nothing when nothing was."""
        sent = self.cleaned_data.get("file") or self.cleaned_data.get("photo")
        return {"name": sent.name or "", "data": sent.read()} if sent else {}


class AnswerForm(_WithFile):
    """The answer: what came of the letter, its number, its paper."""

    result = forms.ChoiceField(label=_("What came of it"), choices=CAME, widget=forms.RadioSelect)
    on = PastDayField(label=_("Letter came on"), initial=today)
    their_number = forms.CharField(label=_("Number of the sender"), required=False, max_length=60)
    their_on = PastDayField(label=_("Day of the sender"), required=False)
    text = text_area(_("What it says"), required=False)


class IncomingForm(_WithFile):
    """A letter that came in."""

    def __init__(self, *args: Any, offices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        paper = {name: self.fields.pop(name) for name in ("photo", "file")}
        self.fields["kind"] = forms.ChoiceField(label=_("What kind of letter"), choices=IN_KINDS)
        self.fields["partner_id"] = _office(offices)
        self.fields["subject"] = forms.CharField(label=_("About what"), max_length=300)
        self.fields["on"] = PastDayField(label=_("Letter came on"), initial=today)
        self.fields["their_number"] = forms.CharField(label=_("Number of the sender"), required=False, max_length=60)
        self.fields["their_on"] = PastDayField(label=_("Day of the sender"), required=False)
        self.fields["text"] = text_area(_("What it says"), required=False)
        self.fields["answer_due_on"] = DayField(label=_("We are to answer by"), required=False)
        self.fields.update(paper)


class CorrectForm(forms.Form):
    """What may be put right of a letter that has its number."""

    subject = forms.CharField(label=_("About what"), max_length=300)
    asked_by = forms.ChoiceField(label=_("Who asks"), choices=[("", "—"), *ASKED_BY], required=False)
    answer_due_on = DayField(label=_("Answer expected by"), required=False)
    result = forms.ChoiceField(label=_("What came of it"), choices=[("", _("nothing yet")), *RESULTS], required=False)
    closed_on = PastDayField(label=_("Result known on"), required=False)
    reason = forms.CharField(label=_("Why it is corrected"), required=False, max_length=500)

    use_required_attribute = False


class VoidForm(forms.Form):
    """Why a letter is voided."""

    reason = forms.CharField(label=_("Why it is voided"), max_length=500)

    use_required_attribute = False
