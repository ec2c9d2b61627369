"""An assumption of a logic model that did not hold: which, since when, what showed it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.web.life.forms.parts import Choices, words
from opora.web.life.forms.sheet import SheetForm


class AssumptionForm(SheetForm):
    """Which assumption, since when; two lines say what showed it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "photos": False})
        self.fields["day"].label = pgettext_lazy("assumption", "Since when")

    def build(self, colleagues: Choices, members: Choices) -> None:
        del self.fields["at"]
        self.fields["assumption"] = forms.ChoiceField(
            label=pgettext_lazy("assumption", "What did not hold"),
            choices=[("", pgettext_lazy("record sheet", "choose")), *self.assumptions],
            help_text=_("Until somebody records it, nobody knows whether it holds."),
        )
        self.fields["notes"] = words(pgettext_lazy("assumption", "What showed it"), required=True)
