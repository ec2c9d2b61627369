"""What narrows the lists of the warehouse."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.goods.queries.offered import CATEGORIES, ENTRY_KINDS, ISSUE_KINDS
from opora.web.goods.forms.fields import Choices, choice
from opora.web.shell.forms import CodeField
from opora.web.shell.widgets import DayField

ALL = pgettext_lazy("goods", "All")


class StockFilterForm(forms.Form):
    """What narrows the stock list."""

    q = forms.CharField(label=_("What is looked for"), max_length=100, required=False)
    category = forms.ChoiceField(label=_("Category"), choices=[("", ALL), *CATEGORIES], required=False)
    state = forms.ChoiceField(
        label=_("State"),
        choices=[("", ALL), ("low", _("Running low")), ("soon", _("Good for 30 days or less"))],
        required=False,
    )

    def __init__(self, *args: Any, places: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(places) > 1:
            self.fields["place"] = choice(_("Where"), places, required=False, empty=("", ALL))


class MovementFilterForm(forms.Form):
    """What narrows the list of movements."""

    q = forms.CharField(label=_("What is looked for"), max_length=100, required=False)
    kind = forms.ChoiceField(label=_("What was done"), choices=[("", ALL), *ENTRY_KINDS], required=False)
    category = forms.ChoiceField(label=_("Category"), choices=[("", ALL), *CATEGORIES], required=False)
    from_on = DayField(label=_("From day"), required=False)
    to_on = DayField(label=_("To day"), required=False)

    def __init__(self, *args: Any, places: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(places) > 1:
            self.fields["place"] = choice(_("Where"), places, required=False, empty=("", ALL))


class GivenFilterForm(forms.Form):
    """What narrows the log of help given."""

    q = forms.CharField(label=_("Number of the act or of the case"), max_length=40, required=False)
    kind = forms.ChoiceField(label=_("What was given"), choices=[("", ALL), *ISSUE_KINDS], required=False)
    from_on = DayField(label=_("From day"), required=False)
    to_on = DayField(label=_("To day"), required=False)
    unproven = forms.BooleanField(label=_("Spending not proven yet"), required=False)


class NeedFilterForm(forms.Form):
    """What narrows the list of needs that are due."""

    q = forms.CharField(label=_("Case number"), max_length=40, required=False)
    category = forms.ChoiceField(label=_("Category"), choices=[("", ALL), *CATEGORIES], required=False)
    until = DayField(label=_("Needed by"), required=False)


class WaitingFilterForm(forms.Form):
    """What narrows the list of what waits for families."""

    q = CodeField(label=_("Code of the family"), required=False)


class DonorFilterForm(forms.Form):
    """What narrows the report of donors: whose name, and what was given from which day to which."""

    q = forms.CharField(label=_("Name of the donor"), max_length=100, required=False)
    from_on = DayField(label=_("From day"), required=False)
    to_on = DayField(label=_("To day"), required=False)
