"""Forms of what is recorded on the path of a signal: contacts, urgent help, criteria."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.dates import today
from opora.intake.queries import Criterion
from opora.intake.queries.choices import AID, CONTACT_KINDS, GROUNDS, NOTE_SOURCES, TOPICS
from opora.web.shell.forms import PastDayField
from opora.web.shell.widgets import DayField, Segmented

Choices = Sequence[tuple[Any, Any]]
CHOOSE = ("", _("Choose from the list"))
_LONGEST = 10_000


def words(label: Any, *, rows: int = 3, required: bool = False, help_text: Any = "") -> forms.CharField:
    """A text that is kept sealed."""
    widget = forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})
    return forms.CharField(label=label, required=required, max_length=_LONGEST, widget=widget, help_text=help_text)


class ContactLogForm(forms.Form):
    """What narrows the log of contacts."""

    kind = forms.ChoiceField(
        label=_("How"), choices=[("", pgettext_lazy("contacts", "All")), *CONTACT_KINDS], required=False
    )
    topic = forms.ChoiceField(
        label=_("About what"), choices=[("", pgettext_lazy("topics", "All")), *TOPICS[1:]], required=False
    )
    from_on = DayField(label=_("From day"), required=False)
    to_on = DayField(label=_("To day"), required=False)


class SourceForm(forms.Form):
    """Who told what about the family, and why we may know it."""

    kind = forms.ChoiceField(label=_("Who told it"), choices=NOTE_SOURCES, widget=forms.RadioSelect, initial="family")
    basis = forms.ChoiceField(
        label=_("On which ground"),
        choices=GROUNDS,
        required=False,
        help_text=_("Whatever comes from outside the family needs a ground. Ask the family first wherever you can."),
    )
    who = forms.CharField(
        label=_("Who exactly"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Place and post, for example: kindergarten No. 5, teacher of the group. It is kept sealed."),
    )
    on = PastDayField(label=_("Day"), initial=today)
    text = words(_("What was told"), rows=6, required=True, help_text=_("Facts, as they were told. It is kept sealed."))


class QuantityInput(forms.TextInput):
    """A quantity or a sum, written with a comma or with a point, with or without spaces."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        typed = super().value_from_datadict(data, files, name)
        return "".join(typed.split()).replace(",", ".") if isinstance(typed, str) else typed


class AidForm(forms.Form):
    """What was given: a quantity in each line that applies."""

    on = PastDayField(label=_("Day"), initial=today)
    remark = words(_("Remark"), rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind, label in AID:
            self.fields[kind] = forms.DecimalField(
                label=label,
                required=False,
                min_value=Decimal(0),
                max_digits=9,
                decimal_places=2,
                widget=QuantityInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            )

    def items(self) -> dict[str, Decimal]:
        """The quantities entered."""
        return {kind: self.cleaned_data[kind] for kind, _label in AID if self.cleaned_data.get(kind)}

    def lines(self) -> list[Any]:
        """The fields of what was given."""
        return [self[kind] for kind, _label in AID]


class ScreeningForm(forms.Form):
    """The questions of the criteria of this process; what is not known stays open."""

    def __init__(self, *args: Any, criteria: Sequence[Criterion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.values: dict[str, dict[str, Any]] = {}
        for table in criteria:
            for question in table.questions:
                self.values[question.name] = question.values
                answers = [*question.answers, ("", pgettext_lazy("answer", "not known"))]
                self.fields[question.name] = forms.ChoiceField(
                    label=question.title[:1].upper() + question.title[1:],
                    choices=answers,
                    required=False,
                    initial=question.given,
                    widget=Segmented if len(answers) <= 4 else forms.RadioSelect,
                )

    def facts(self) -> dict[str, Any]:
        """The answers given, as the tables know them; an open one is left out."""
        given = self.cleaned_data
        return {name: values[given[name]] for name, values in self.values.items() if given.get(name) in values}
