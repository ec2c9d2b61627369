"""The form of a workbook of goods; once it was looked at, it travels with the page until it is brought in."""

import base64
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.web.goods.forms.fields import Choices

MOST_BYTES = 2 * 1024 * 1024


class WorkbookForm(forms.Form):
    """A workbook, and where goods lie whose rows name no place."""

    file = forms.FileField(
        label=_("Workbook (.xlsx, .xls or .ods)"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods"}),
        help_text=_("Up to 2 MB. It needs titles: goods and quantity; also unit, category, size, good until, place."),
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    use_required_attribute = False

    def __init__(self, *args: Any, places: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Once it was looked at, the workbook travels with the page and is not chosen again.
        self.fields["file"].required = not self.data.get("kept")
        names = [(name, name) for _pk, name in places]
        self.fields["place"] = forms.ChoiceField(
            label=_("Where goods lie whose rows do not say it"),
            choices=names or [("", _("a new warehouse"))],
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        sent = typed.get("file")
        if sent is not None and sent.size <= MOST_BYTES:
            typed["data"] = sent.read()
        elif sent is None and typed.get("kept"):
            try:
                typed["data"] = base64.b64decode(typed["kept"], validate=True)
            except ValueError:
                self.add_error("file", _("Choose the workbook again."))
        elif "file" not in self.errors:
            self.add_error("file", _("Choose a workbook (.xlsx, .xls or .ods) of up to 2 MB."))
        return typed
