"""Forms of attention."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.attention.rules import SIGNS, SignSetting
from opora.attention.words import SIGN_TITLES, SIGN_UNITS
from opora.web.shell.forms import text_area
from opora.web.shell.widgets import DayField


class AsideForm(forms.Form):
    """Until when a family needs no look, and why."""

    until = DayField(label=_("Until which day"), help_text=_("On this day the family comes back by itself."))
    reason = text_area(
        _("Why no look is needed until then"), rows=2, help_text=_("In the hospital until the tenth, at the sea…")
    )


class SignsForm(forms.Form):
    """Each sign: whether it counts, and from which number on."""

    def __init__(self, *args: Any, said: dict[str, SignSetting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for sign in SIGNS:
            self.fields[f"on_{sign.code}"] = forms.BooleanField(
                label=SIGN_TITLES[sign.code], required=False, initial=said[sign.code].is_on
            )
            self.fields[sign.code] = forms.IntegerField(
                label=SIGN_UNITS[sign.code],
                min_value=sign.least,
                max_value=sign.most,
                initial=said[sign.code].threshold,
            )

    @property
    def pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The tick and the number of each sign."""
        return [(self[f"on_{sign.code}"], self[sign.code]) for sign in SIGNS]

    def chosen(self) -> dict[str, SignSetting]:
        """What was said of each sign."""
        typed = self.cleaned_data
        return {sign.code: SignSetting(typed[sign.code], typed[f"on_{sign.code}"]) for sign in SIGNS}
