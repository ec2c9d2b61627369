"""Looking for what families need: whom we asked, and what came of it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.dates import today
from opora.goods.queries import APPEAL_ANSWERS, APPEAL_WAYS
from opora.web.shell.forms import PastDayField, by_number, text_area
from opora.web.shell.widgets import DayField


class AppealForm(forms.Form):
    """What is looked for, and whom we asked."""

    def __init__(self, *args: Any, donors: Sequence[tuple[Any, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["what"] = forms.CharField(
            label=_("What is looked for"),
            max_length=200,
            help_text=_("Without names of families: prams for the winter, repair of a room."),
        )
        self.fields["donor_id"] = by_number(
            _("Whom we asked, from the list of donors"), donors, ("", _("somebody else")), required=False
        )
        self.fields["whom"] = forms.CharField(
            label=_("Whom we asked, in words"), max_length=200, required=False, help_text=_("Kept under lock.")
        )
        self.fields["way"] = forms.ChoiceField(
            label=_("How we asked"), choices=[(code, capfirst(str(label))) for code, label in APPEAL_WAYS]
        )
        self.fields["on"] = PastDayField(label=_("Asked on"), initial=today)
        self.fields["note"] = text_area(_("What is worth knowing"), required=False, help_text=_("Kept under lock."))


class AppealAnswerForm(forms.Form):
    """What came of it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"] = forms.ChoiceField(
            label=_("What came of it"),
            choices=[(code, capfirst(str(label))) for code, label in APPEAL_ANSWERS],
            widget=forms.RadioSelect,
        )
        self.fields["on"] = PastDayField(label=_("Answered on"), initial=today)
        self.fields["promised_by"] = DayField(
            label=_("Promised by"), required=False, help_text=_("Only if it is promised and has not come yet.")
        )


class AppealVoidForm(forms.Form):
    """Why a request is voided."""

    reason = text_area(pgettext_lazy("record", "Why"), rows=2)
