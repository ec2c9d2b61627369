"""The form with which a copy of a paper is attached, made for a telephone in the hand."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from opora.common.dates import today
from opora.web.shell.forms import PastDayField, offer

_ACCEPTED = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx"


class AttachForm(forms.Form):
    """A photograph taken now, or a file chosen."""

    kind = forms.ChoiceField(label=_("Which paper"))
    photo = forms.FileField(
        label=_("Photograph it"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
    )
    file = forms.FileField(
        label=_("Or choose a file"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": _ACCEPTED}),
        help_text=_("JPEG, PNG, WebP, PDF, Word or Excel, up to 20 MB. It is kept encrypted."),
    )
    on = PastDayField(label=_("Day of the paper"), initial=today)

    use_required_attribute = False

    def __init__(self, *args: Any, kinds: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", [("", _("Choose")), *kinds])

    def clean(self) -> dict[str, Any]:
        """One of the two is needed; a file above the limit does not arrive at all."""
        typed = super().clean() or {}
        if not typed.get("photo") and not typed.get("file") and not {"photo", "file"} & set(self.errors):
            self.add_error("file", _("Photograph the paper or choose a file of up to 20 MB."))
        return typed

    def given(self) -> UploadedFile:
        """What was sent: the file, else the photograph."""
        sent: UploadedFile = self.cleaned_data["file"] or self.cleaned_data["photo"]
        return sent
