"""Forms of the registry import: they check shape, the room of the registry checks meaning."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.registry.rules.programs import ProgramOption
from opora.web.shell.widgets import Segmented


class UploadForm(forms.Form):
    """One workbook."""

    file = forms.FileField(
        label=_("Registry workbook"),
        help_text=_("An Excel workbook (.xlsx) up to 15 MB. Choose it or drop it here."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm"}),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty. Choose the registry workbook (.xlsx)."),
        },
    )


class ProgramForm(forms.Form):
    """The program of rows whose department does not say theirs."""

    program = forms.TypedChoiceField(
        label=_("Program of the rows whose department does not say it"), coerce=int, required=False, empty_value=None
    )

    def __init__(self, *args: object, options: Sequence[ProgramOption], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own signature is passed on
        choices = [("", _("By the table it stands in")), *((one.id, one.name) for one in options)]
        self.fields["program"].choices = choices  # type: ignore[attr-defined]  # it is the choice field above


class ShowForm(forms.Form):
    """Which rows of a preview are shown."""

    ALL, PROBLEMS = "all", "problems"

    show = forms.ChoiceField(
        label=_("Rows"),
        choices=[
            (ALL, _("all rows")),
            (PROBLEMS, _("with a remark")),
            ("rejected", _("rejected rows")),
            ("new", _("new cases")),
            ("changed", _("changed cases")),
        ],
        widget=Segmented,
        required=False,
    )
