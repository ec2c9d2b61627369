"""Fields that every form of goods has: a quantity, a sum, lines of goods that come in."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import MinValueValidator
from django.utils.translation import gettext_lazy as _

from opora.goods.actions import Coming
from opora.web.shell.files import SeveralFilesField
from opora.web.shell.widgets import DayField

Choices = Sequence[tuple[Any, Any]]
MOST_FILES = 6
CHOOSE = ("", _("Choose from the list"))


class QuantityInput(forms.TextInput):
    """A quantity or a sum, written with a comma or with a point, with or without spaces."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        typed = super().value_from_datadict(data, files, name)
        return "".join(typed.split()).replace(",", ".") if isinstance(typed, str) else typed


def quantity(
    label: Any, *, required: bool = False, help_text: Any = "", digits: int = 9, may_be_none: bool = False
) -> forms.DecimalField:
    """How much of something; where things are counted there may be none of it."""
    told = None if may_be_none else _("Enter a number greater than zero.")
    return forms.DecimalField(
        label=label,
        required=required,
        validators=[MinValueValidator(Decimal(0), told)],
        max_digits=digits,
        decimal_places=2,
        help_text=help_text,
        widget=QuantityInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )


def choice(label: Any, choices: Choices, *, required: bool = True, empty: Any = CHOOSE, help_text: Any = "") -> Any:
    """One of a list of records, by its number."""
    return forms.TypedChoiceField(
        label=label, choices=[empty, *choices], coerce=int, empty_value=None, required=required, help_text=help_text
    )


def act_papers(*, required: bool = True) -> SeveralFilesField:
    """The photographs, receipts and papers of an act."""
    return SeveralFilesField(
        label=_("Photographs, receipts, papers"),
        accept="image/jpeg,image/png,image/webp,application/pdf,.docx,.xlsx",
        most=MOST_FILES,
        required=required,
        help_text=_("JPEG, PNG, WebP, PDF, Word or Excel, up to 20 MB each. It is kept encrypted."),
        error_messages={
            "required": _("Choose at least one photograph or paper."),
            "too_many": _("Add up to 6 files at once."),
        },
    )


class LinesForm(forms.Form):
    """A form with lines of goods that come in: what, which size, how much, good until which day."""

    LINES = 6
    with_days = True

    def add_lines(self, goods: Choices, *, lines: int = LINES) -> None:
        """So many empty lines; the first one is enough."""
        self.lines_there = lines
        for n in range(lines):
            self.fields[f"good_{n}"] = choice(_("What"), goods, required=False)
            self.fields[f"size_{n}"] = forms.CharField(
                label=_("Size"), required=False, max_length=20, widget=forms.TextInput(attrs={"autocomplete": "off"})
            )
            self.fields[f"quantity_{n}"] = quantity(_("How much"))
            if self.with_days:
                self.fields[f"until_{n}"] = DayField(label=_("Good until"), required=False)

    def rows(self) -> list[list[Any]]:
        """The fields, line by line."""
        names = ("good", "size", "quantity", *(("until",) if self.with_days else ()))
        return [[self[f"{name}_{n}"] for name in names] for n in range(self.lines_there)]

    def head(self) -> list[Any]:
        """The fields that stand above the lines."""
        return [field for field in self if field.name.rsplit("_", 1)[-1] not in set(map(str, range(self.lines_there)))]

    def coming(self) -> list[Coming]:
        """What was typed."""
        typed = self.cleaned_data
        return [
            Coming(typed[f"good_{n}"], typed[f"quantity_{n}"], typed[f"size_{n}"], typed.get(f"until_{n}"))
            for n in range(self.lines_there)
            if typed.get(f"good_{n}") and typed.get(f"quantity_{n}")
        ]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        for n in range(self.lines_there):
            if typed.get(f"quantity_{n}") and not typed.get(f"good_{n}"):
                self.add_error(f"good_{n}", _("Choose what came."))
            if typed.get(f"good_{n}") and not typed.get(f"quantity_{n}") and f"quantity_{n}" not in self.errors:
                self.add_error(f"quantity_{n}", _("Enter how much."))
        return typed
