"""A result: which one, reached or lost again, of whom, by what one sees it."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.results.words import SAYINGS
from opora.web.life.forms.parts import Chips, Choices, one_of, words
from opora.web.life.forms.sheet import SheetForm


class ResultForm(SheetForm):
    """Which result, what is so since when, of whom; two lines say by what it is seen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "photos": False})
        self.fields["day"].label = pgettext_lazy("result", "Since when")

    def build(self, colleagues: Choices, members: Choices) -> None:
        del self.fields["at"]
        self.fields["concept"] = forms.ChoiceField(
            label=pgettext_lazy("result", "Which result"),
            choices=[("", pgettext_lazy("record sheet", "choose")), *self.results],
        )
        sayings = [(code, capfirst(str(label))) for code, label in SAYINGS.items()]
        self.fields["state"] = one_of(pgettext_lazy("result", "What is so"), sayings)
        if members:
            self.fields["person_id"] = forms.TypedChoiceField(
                label=pgettext_lazy("result", "Of whom"),
                choices=[("", _("the whole family")), *members],
                coerce=int,
                empty_value=None,
                required=False,
                widget=Chips,
            )
        self.fields["notes"] = words(pgettext_lazy("result", "By what you see it"))
