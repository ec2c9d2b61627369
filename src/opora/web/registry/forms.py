"""Forms of the registry import: they check shape, the room of the registry checks meaning."""

from collections.abc import Sequence

from django import forms
from django.utils.html import escape
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from opora.registry.rules.choices import Candidate, Question
from opora.registry.rules.programs import ProgramOption
from opora.registry.words import COLUMN_NAMES
from opora.web.shell.forms import offer
from opora.web.shell.widgets import Segmented


class UploadForm(forms.Form):
    """One workbook."""

    file = forms.FileField(
        label=_("Registry workbook"),
        help_text=_("An Excel (.xlsx, .xls) or LibreOffice (.ods) workbook up to 15 MB. Choose it or drop it here."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.xls,.ods"}),
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
        offer(self, "program", choices)


class ColumnsForm(forms.Form):
    """Which of several columns is meant; one question after the other, none answered beforehand."""

    NONE = "none"

    def __init__(self, *args: object, questions: Sequence[Question], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own signature is passed on
        self.questions = questions
        for place, question in enumerate(questions):
            self.fields[f"column-{place}"] = forms.ChoiceField(
                label=_("Which column holds the %(column)s?") % {"column": COLUMN_NAMES[question.field]},
                help_text=self._where(question),
                choices=self._choices(question),
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose one of the columns for each question.")},
            )

    @property
    def letters(self) -> list[str]:
        """The answers by the letters of the columns; an empty text where none of them is meant."""
        given = (self.cleaned_data[f"column-{place}"] for place in range(len(self.questions)))
        return ["" if letter == self.NONE else letter for letter in given]

    @staticmethod
    def _where(question: Question) -> str:
        sheets = ", ".join(f"«{name}»" for name in question.sheets)
        return escape(ngettext("Sheet %(sheets)s", "Sheets %(sheets)s", len(question.sheets)) % {"sheets": sheets})

    def _choices(self, question: Question) -> list[tuple[str, str]]:
        columns = [(one.letter, self._shown(one)) for one in question.candidates]
        return [*columns, (self.NONE, gettext("None of these columns"))] if question.may_be_none else columns

    @staticmethod
    def _shown(candidate: Candidate) -> str:
        place = gettext("“%(title)s”, column %(letter)s") % {"title": candidate.title, "letter": candidate.letter}
        return f"{place}: {', '.join(candidate.samples)}" if candidate.samples else place


class EmptiedForm(forms.Form):
    """What an emptied cell of the register means."""

    KEEP, ERASE = "keep", "erase"

    emptied = forms.ChoiceField(
        label=_("Where a cell of the file is empty and Opora knows a value"),
        choices=[(KEEP, _("the value stays")), (ERASE, _("the value is erased"))],
        widget=forms.RadioSelect,
    )


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
