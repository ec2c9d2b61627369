"""What narrows the lists of logic models."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.logic.words import EVIDENCE_CHOICES


class OutcomeFilters(forms.Form):
    """Words of an outcome, and by what it is seen."""

    q = forms.CharField(
        label=_("Search"), required=False, max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("evidence", "Seen by"),
        required=False,
        choices=[("", pgettext_lazy("evidence", "anything")), *EVIDENCE_CHOICES],
    )
