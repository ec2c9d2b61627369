"""Forms of the chain: what a box is to reach."""

from django import forms
from django.utils.translation import pgettext_lazy

from opora.indicators.queries import target_ways
from opora.web.shell.period_form import ProgramForm
from opora.web.shell.widgets import DayField


class BoxTargetForm(ProgramForm):
    """What a box is to reach, and from which day on."""

    way = forms.ChoiceField(label=pgettext_lazy("target", "The figure is to be"), choices=target_ways)
    value = forms.DecimalField(label=pgettext_lazy("target", "Value"), max_digits=12, decimal_places=0)
    from_on = DayField(label=pgettext_lazy("target", "In force from"))
