"""Forms of the lists of the warehouse."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.goods.queries.offered import CATEGORIES, PLACE_KINDS, UNITS
from opora.goods.rules.kits import Part
from opora.volunteers.queries import DONOR_KINDS
from opora.web.goods.forms.fields import CHOOSE, Choices, LinesForm, choice, quantity
from opora.web.shell.forms import PastDayField


def _name(*, most: int = 120) -> forms.CharField:
    return forms.CharField(label=_("Name"), max_length=most)


def _in_use() -> forms.BooleanField:
    return forms.BooleanField(label=_("In use"), required=False, initial=True)


class PlaceForm(forms.Form):
    """A stock place."""

    name = _name()
    kind = forms.ChoiceField(label=_("Kind"), choices=PLACE_KINDS)
    is_active = _in_use()


class GoodForm(forms.Form):
    """A kind of goods."""

    name = _name()
    category = forms.ChoiceField(label=_("Category"), choices=[CHOOSE, *CATEGORIES])
    unit = forms.ChoiceField(label=_("Counted in"), choices=UNITS)
    has_sizes = forms.BooleanField(label=_("Has sizes"), required=False)
    low_at = quantity(_("Running low below"), help_text=_("Over all sizes and places. Empty: nobody is told."))
    is_active = _in_use()


class KitForm(LinesForm):
    """A kit and what it consists of."""

    with_days = False

    def __init__(self, *args: Any, goods: Choices, parts: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = _name()
        self.fields["is_active"] = _in_use()
        self.add_lines(goods, lines=max(10, len(parts) + 3))
        for n, part in enumerate(parts):
            self.fields[f"good_{n}"].initial = part.good_id
            self.fields[f"size_{n}"].initial = part.size
            self.fields[f"quantity_{n}"].initial = part.quantity.normalize()

    def parts(self) -> list[Part]:
        """What was typed."""
        return [Part(one.good_id, one.size, one.quantity) for one in self.coming()]


class NormForm(forms.Form):
    """How much is usual."""

    def __init__(self, *args: Any, goods: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["good_id"] = choice(_("Goods"), goods, required=False, empty=("", _("a whole category")))
        self.fields["category"] = forms.ChoiceField(
            label=_("Category"), choices=[("", "—"), *CATEGORIES], required=False
        )
        self.fields["most"] = quantity(
            _("At most for one family"), help_text=_("Empty: not more often than once in that time.")
        )
        self.fields["days"] = forms.IntegerField(label=_("In so many days"), min_value=1, max_value=3660, initial=30)
        self.fields["is_active"] = _in_use()


class DonorForm(forms.Form):
    """Somebody who gives."""

    name = _name(most=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=DONOR_KINDS)
    contacts = forms.CharField(label=_("Contacts"), max_length=300, required=False)
    since_on = PastDayField(label=_("Gives since"), required=False)
    is_active = _in_use()


class PurposeForm(forms.Form):
    """For whom something is given."""

    name = forms.CharField(label=_("In the donor’s words"), max_length=200)

    def __init__(self, *args: Any, programs: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["program_id"] = choice(
            _("Only families of the program"), programs, required=False, empty=("", _("any program"))
        )
        self.fields["child_under"] = forms.IntegerField(
            label=_("Only families with a child under so many years"), min_value=1, max_value=18, required=False
        )
        self.fields["is_active"] = _in_use()


class MoneyDonatedForm(forms.Form):
    """Money that a donor gave."""

    def __init__(self, *args: Any, donors: Choices, purposes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"] = PastDayField(label=_("Day"))
        self.fields["donor_id"] = choice(_("From whom"), donors)
        self.fields["money"] = quantity(_("Sum, rubles"), required=True, digits=12)
        if purposes:
            self.fields["purpose_id"] = choice(_("For whom"), purposes, required=False, empty=("", _("for anybody")))
        self.fields["remark"] = forms.CharField(label=_("Remark"), max_length=200, required=False)
