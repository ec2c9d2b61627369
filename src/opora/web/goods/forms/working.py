"""Forms of the daily work of a warehouse."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.common.dates import today
from opora.goods.queries.offered import REASONS
from opora.web.goods.forms.fields import CHOOSE, Choices, LinesForm, choice, quantity
from opora.web.shell.forms import PastDayField

if TYPE_CHECKING:
    from opora.goods.models import CountLine, Lot


class ReceiveForm(LinesForm):
    """What came, from whom, for whom."""

    def __init__(
        self, *args: Any, places: Choices, goods: Choices, donors: Choices, purposes: Choices, **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        self.fields["on"] = PastDayField(label=_("Day"), initial=today)
        self.fields["place_id"] = choice(_("Where"), places)
        if len(places) == 1:
            self.fields["place_id"].initial = places[0][0]
        self.fields["donor_id"] = choice(_("From whom"), donors, required=False, empty=("", _("bought or not known")))
        if purposes:
            self.fields["purpose_id"] = choice(
                _("For whom"),
                purposes,
                required=False,
                empty=("", _("for anybody")),
                help_text=_("Goods with a purpose are given to those families only."),
            )
        self.add_lines(goods)
        self.fields["remark"] = forms.CharField(label=_("Remark"), max_length=200, required=False)


class SortForm(LinesForm):
    """How much of a heap was sorted, and what was found in it."""

    def __init__(self, *args: Any, goods: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"] = PastDayField(label=_("Day"), initial=today)
        self.fields["quantity"] = quantity(_("How much of it was sorted"), required=True)
        self.add_lines(goods, lines=8)


class LotsForm(forms.Form):
    """A quantity for each lot of a good."""

    def __init__(self, *args: Any, lots: "Sequence[Lot]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"] = PastDayField(label=_("Day"), initial=today)
        self.lots = lots
        for lot in lots:
            self.fields[f"lot_{lot.pk}"] = quantity(_("How much"))

    def quantities(self) -> dict[int, Decimal]:
        """What was typed, by lot."""
        return {lot.pk: self.cleaned_data[f"lot_{lot.pk}"] for lot in self.lots if self.cleaned_data[f"lot_{lot.pk}"]}

    def rows(self) -> list[tuple[Any, Any]]:
        """Each lot with its field."""
        return [(lot, self[f"lot_{lot.pk}"]) for lot in self.lots]

    def head(self) -> list[Any]:
        """The fields beside the lots."""
        return [field for field in self if not field.name.startswith("lot_")]


class WriteOffForm(LotsForm):
    """What is written off, and why."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"] = forms.ChoiceField(label=_("Why"), choices=[CHOOSE, *REASONS])
        self.fields["remark"] = forms.CharField(label=_("Remark"), max_length=200, required=False)


class MoveForm(LotsForm):
    """What goes to another place."""

    def __init__(self, *args: Any, places: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place_id"] = choice(_("Where to"), places)


class BeginCountForm(forms.Form):
    """Which place is counted."""

    def __init__(self, *args: Any, places: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place_id"] = choice(_("Which place is counted"), places)
        if len(places) == 1:
            self.fields["place_id"].initial = places[0][0]


def named(lot: "Lot") -> str:
    """What lies there, as a line of a stock-taking is called."""
    return " ".join(filter(None, [lot.good.name, lot.size]))


class CountForm(LinesForm):
    """What was counted, line by line; below, what lies there though nobody wrote it down."""

    def __init__(self, *args: Any, count_lines: "Sequence[CountLine]", goods: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.count_lines = count_lines
        for line in count_lines:
            self.fields[f"line_{line.pk}"] = quantity(named(line.lot), may_be_none=True)
            self.fields[f"seen_{line.pk}"] = quantity("")
            self.fields[f"seen_{line.pk}"].widget = forms.HiddenInput()
            if line.counted is not None:
                there = line.counted.normalize() if line.counted else 0
                self.fields[f"line_{line.pk}"].initial = self.fields[f"seen_{line.pk}"].initial = there
        self.add_lines(goods, lines=3)

    def counted(self) -> dict[int, Decimal | None]:
        """What this person changed; what somebody else put down meanwhile on another line stays."""
        typed = self.cleaned_data
        return {
            line.pk: typed[f"line_{line.pk}"]
            for line in self.count_lines
            if typed[f"line_{line.pk}"] != typed[f"seen_{line.pk}"]
        }

    def counting(self) -> list[tuple[Any, Any, Any]]:
        """Each line with its field and with what stood in it when the page was opened."""
        return [(line, self[f"line_{line.pk}"], self[f"seen_{line.pk}"]) for line in self.count_lines]


class NothingForm(forms.Form):
    """A yes to what the page says; nothing is typed."""
