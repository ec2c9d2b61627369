"""What changed: one value, since when, two lines. What the kind asks is read from its row in the rules."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.circumstances.rules import KINDS, About, ChangeKind
from opora.circumstances.words import ITEM_LABELS, RATED_LABELS, UNKNOWN_LABEL, VALUE_LABELS
from opora.web.life.forms.parts import Chips, Choices, one_of, words
from opora.web.life.forms.quantities import QuantityInput
from opora.web.life.forms.sheet import SheetForm
from opora.web.shell.widgets import DayField


class ChangeForm(SheetForm):
    """Whom it concerns, what it is now, since when, two lines."""

    folded = ("expected_on",)

    def __init__(self, *args: Any, what: str = "", children: Sequence[int] = (), **kwargs: Any) -> None:
        self.kind: ChangeKind = KINDS[what]
        self.children = frozenset(children)
        super().__init__(*args, **{**kwargs, "photos": False})
        self.fields["day"].label = pgettext_lazy("change", "Since when")

    def build(self, colleagues: Choices, members: Choices) -> None:
        del self.fields["at"]
        kind = self.kind
        if kind.items:
            self.fields["item"] = one_of(_("Which one"), _capital(ITEM_LABELS[kind.code]))
        if whom := self._whom(members):
            self.fields["person_id"] = forms.TypedChoiceField(
                label=pgettext_lazy("change", "Whom it concerns"),
                choices=whom,
                coerce=int,
                empty_value=None,
                required=About.FAMILY not in kind.about,
                widget=Chips,
                initial=whom[0][0] if len(whom) == 1 else None,
            )
        if kind.values:
            labels = VALUE_LABELS[kind.code]
            offered = [(code, capfirst(str(labels.get(code, UNKNOWN_LABEL)))) for code in kind.offered]
            self.fields["value"] = one_of(pgettext_lazy("change", "What it is now"), offered)
        self._numbers()
        if kind.is_rated:
            self.fields["rated_by"] = one_of(pgettext_lazy("change", "Who says so"), _capital(RATED_LABELS))
        if kind.awaits:
            self.fields["expected_on"] = DayField(
                label=pgettext_lazy("change", "Expected on: an answer, a hearing"), required=False
            )
        self.fields["notes"] = words(pgettext_lazy("change", "Two lines about it"))

    def _whom(self, members: Choices) -> list[tuple[Any, Any]]:
        """The parents, the children or both; the family as a whole where it may concern it."""
        about = self.kind.about
        if about == (About.FAMILY,):
            return []
        found = [(pk, name) for pk, name in members if (About.CHILD if pk in self.children else About.PARENT) in about]
        return [("", _("the whole family")), *found] if About.FAMILY in about and found else found

    def _numbers(self) -> None:
        kind = self.kind
        if not kind.has_number:
            return
        if not kind.is_money:
            points = [(str(n), str(n)) for n in range(kind.least or 0, (kind.most or 0) + 1)]
            self.fields["number"] = forms.TypedChoiceField(
                label=pgettext_lazy("change", "Points"), choices=points, coerce=int, empty_value=None, widget=ScaleChips
            )
            return
        self.fields["number"] = forms.DecimalField(
            label=pgettext_lazy("change", "Rubles a month"),
            required=kind.is_number,
            min_value=kind.least,
            max_value=kind.most,
            max_digits=10,
            decimal_places=2,
            widget=QuantityInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        )


class ScaleChips(Chips):
    """Points on a scale: all of them are drawn."""

    is_scale = True


def _capital(labels: Any) -> list[tuple[str, str]]:
    return [(code, capfirst(str(label))) for code, label in labels.items()]
