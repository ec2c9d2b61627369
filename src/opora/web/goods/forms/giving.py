"""Forms of what a family receives."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.dates import today
from opora.goods.actions import Asked
from opora.goods.queries import KitOffer, Offer
from opora.goods.queries.offered import BASES, CATEGORIES, MONEY_KINDS, PAID_FOR, RHYTHMS
from opora.web.goods.forms.fields import CHOOSE, Choices, act_papers, choice, quantity
from opora.web.shell.forms import PastDayField, text_area
from opora.web.shell.widgets import DayField, Segmented

_NAME = re.compile(r"g(\d{1,9})_((?:[0-9a-f]{2}){0,80})")
NOW, ASIDE = "now", "aside"


def field_name(good_id: int, size: str) -> str:
    """The field of a good in a size: the same however the shelf changes meanwhile."""
    return f"g{good_id}_{size.encode().hex()}"


def _field_name(offer: Offer) -> str:
    return field_name(offer.good_id, offer.size)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A category on the form: its goods with the fields of their sizes."""

    code: str
    title: str
    rows: list[tuple[str, list[tuple[Offer, Any]]]]
    is_open: bool


class GiveForm(forms.Form):
    """What is given from the shelf: a quantity in each line that applies."""

    def __init__(
        self,
        *args: Any,
        offers: Sequence[Offer],
        kits: Sequence[KitOffer],
        people: Choices,
        corrects: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offers, self.kits = offers, kits
        self.fields["on"] = PastDayField(label=_("Day"), initial=today)
        for kit in kits:
            self.fields[f"kit_{kit.kit_id}"] = quantity(kit.name)
        for offer in offers:
            self.fields[_field_name(offer)] = quantity(f"{offer.name} {offer.size}".strip())
        # What was typed and is not on the shelf any more is asked for all the same, so that the answer names it.
        for name in self.data:
            if _NAME.fullmatch(name) and name not in self.fields:
                self.fields[name] = quantity(_("How much"))
        if people:
            self.fields["receiver_id"] = choice(_("Who takes it"), people, required=False, empty=("", _("not said")))
        self.fields["how"] = forms.ChoiceField(
            label=_("When"),
            choices=[(NOW, pgettext_lazy("goods", "Give now")), (ASIDE, pgettext_lazy("goods", "Put aside"))],
            widget=Segmented,
            initial=NOW,
        )
        self.fields["until"] = DayField(label=_("Keep until"), required=False)
        self.fields["remark"] = text_area(_("Remark"), rows=2, required=False)
        self.fields["despite"] = forms.BooleanField(label=_("Give all the same"), required=False)
        if corrects:
            # What is corrected was given: nothing of it is put aside.
            del self.fields["how"], self.fields["until"]
            self.fields["reason"] = text_area(_("Why it is corrected"), rows=2)

    def asked(self) -> list[Asked]:
        """What was typed."""
        typed = self.cleaned_data
        found = [
            Asked(typed[f"kit_{kit.kit_id}"], kit_id=kit.kit_id) for kit in self.kits if typed.get(f"kit_{kit.kit_id}")
        ]
        for name in self.fields:
            if (match := _NAME.fullmatch(name)) and typed.get(name):
                size = bytes.fromhex(match[2]).decode(errors="replace")
                found.append(Asked(typed[name], good_id=int(match[1]), size=size))
        return found

    def giving(self) -> list[tuple[int, str, Decimal]]:
        """The same by good and category, for the norms; kits by themselves are not judged."""
        categories = {offer.good_id: offer.category for offer in self.offers}
        return [
            (one.good_id, categories[one.good_id], one.quantity)
            for one in self.asked()
            if one.good_id is not None and one.good_id in categories
        ]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("how") == ASIDE and typed.get("until") is None and "until" not in self.errors:
            self.add_error("until", _("Enter until which day it is kept."))
        return typed

    def kit_rows(self) -> list[tuple[KitOffer, Any]]:
        """Each kit with its field."""
        return [(kit, self[f"kit_{kit.kit_id}"]) for kit in self.kits]

    def shelves(self, wanted: Sequence[str] = ()) -> list[Shelf]:
        """The goods by category; what the family needs stands open, and what was typed."""
        found = []
        for code, title in CATEGORIES:
            rows: dict[int, tuple[str, list[tuple[Offer, Any]]]] = {}
            for offer in self.offers:
                if offer.category == code:
                    rows.setdefault(offer.good_id, (offer.name, []))[1].append((offer, self[_field_name(offer)]))
            if rows:
                is_open = code in wanted or any(field.value() for _n, sizes in rows.values() for _o, field in sizes)
                found.append(Shelf(code, str(title), list(rows.values()), is_open))
        return found


class MoneyForm(forms.Form):
    """A certificate, money or a payment: how much, for what, on which ground."""

    kind = forms.ChoiceField(label=_("What is given"), choices=MONEY_KINDS, widget=Segmented)
    on = PastDayField(label=_("Day"), initial=today)
    amount = quantity(_("Sum, rubles"), required=True, digits=10)
    purpose = text_area(_("What it is for"), rows=2, help_text=_("For example: tests for the child, a winter coat."))
    basis = forms.ChoiceField(label=_("Ground"), choices=[CHOOSE, *BASES])
    decided_on = PastDayField(label=_("Decided on"), required=False)
    decision = text_area(_("Who decided and how"), rows=2, required=False)
    number = forms.CharField(label=_("Number of the certificate"), max_length=30, required=False)
    valid_until = DayField(label=_("Valid until"), required=False)
    paid_for = forms.ChoiceField(label=_("What is paid for"), choices=[("", "—"), *PAID_FOR], required=False)
    from_on = DayField(label=_("Rent from"), required=False)
    months = forms.IntegerField(label=_("For how many months"), min_value=1, max_value=60, required=False)
    estimate = quantity(_("Estimate, rubles"), digits=10)
    papers = act_papers(required=False)

    def __init__(self, *args: Any, people: Choices, corrects: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if people:
            self.fields["receiver_id"] = choice(_("Who takes it"), people, required=False, empty=("", _("not said")))
        if corrects:
            del self.fields["papers"]
            self.fields["reason"] = text_area(_("Why it is corrected"), rows=2)

    def groups(self) -> list[tuple[str, Any, list[Any]]]:
        """The fields in the order in which they are asked, each group with the choice it belongs to."""
        common = ["kind", "on", "amount", "purpose", "basis", "decided_on", "decision"]
        if "receiver_id" in self.fields:
            common.append("receiver_id")
        return [
            ("", "", [self[name] for name in common]),
            ("if-certificate", _("Only for a certificate"), [self["number"], self["valid_until"]]),
            ("if-paid", _("Only for a payment"), [self["paid_for"]]),
            ("if-paid if-rent", _("Rent"), [self["from_on"], self["months"]]),
            ("if-paid if-repair", _("Repair"), [self["estimate"]]),
            ("", "", [self[name] for name in ("papers", "reason") if name in self.fields]),
        ]


class NeedForm(forms.Form):
    """What the family needs, how much, how often, for whom."""

    def __init__(self, *args: Any, goods: Choices, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["good_id"] = choice(
            _("What is needed"), goods, required=False, empty=("", _("any of a category, chosen below"))
        )
        self.fields["category"] = forms.ChoiceField(
            label=_("Category"), choices=[("", "—"), *CATEGORIES], required=False
        )
        self.fields["size"] = forms.CharField(label=_("Size"), max_length=20, required=False)
        self.fields["quantity"] = quantity(_("How much each time"), required=True)
        self.fields["rhythm"] = forms.ChoiceField(label=_("How often"), choices=RHYTHMS, initial="month")
        if people:
            self.fields["person_id"] = choice(
                _("For whom"), people, required=False, empty=("", _("for the whole family"))
            )
        self.fields["due_on"] = DayField(label=_("Needed by"), required=False, initial=today)
        self.fields["words"] = text_area(_("What matters about it"), rows=2, required=False)


class ReturnForm(forms.Form):
    """What of an act came back, by lot."""

    def __init__(self, *args: Any, outstanding: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.outstanding = outstanding
        self.fields["on"] = PastDayField(label=_("Day"), initial=today)
        for one in outstanding:
            self.fields[f"lot_{one.lot_id}"] = quantity(capfirst(one.name))

    def back(self) -> dict[int, Decimal]:
        """What was typed, by lot."""
        typed = {one.lot_id: self.cleaned_data[f"lot_{one.lot_id}"] for one in self.outstanding}
        return {lot_id: quantity for lot_id, quantity in typed.items() if quantity}


class ReasonForm(forms.Form):
    """Why an act is taken back."""

    reason = text_area(_("Why it is taken back"), rows=2)


class AttachForm(forms.Form):
    """Photographs and papers that belong to an act."""

    papers = act_papers()


class ProofForm(forms.Form):
    """What shows how the money was spent."""

    on = PastDayField(label=_("Day"), initial=today)
    proof = text_area(_("What was brought"), rows=2, help_text=_("A receipt, an act, the paper of the landlord."))
    papers = act_papers(required=False)
