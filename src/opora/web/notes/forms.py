"""Forms of confidential notes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.notes.queries import KINDS, NoteFilters
from opora.web.shell.colleagues import ColleagueField, ColleaguesField
from opora.web.shell.forms import PastDayField, search_line


def _text() -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 8, "autocomplete": "off"})
    return forms.CharField(label=_("The note"), max_length=20_000, widget=widget)


class NoteFilterForm(forms.Form):
    """What narrows a list of notes."""

    q = search_line(_("Code, case, author"), most=60)
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[("", pgettext_lazy("notes", "all kinds")), *KINDS], required=False
    )

    def filters(self) -> NoteFilters:
        """What was asked for."""
        asked = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return NoteFilters(text=asked.get("q", ""), kind=asked.get("kind", ""))


class VoidForm(forms.Form):
    """Why a note is taken back; it stays readable with the note, for the same people."""

    reason = forms.CharField(
        label=_("Why"), max_length=500, widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"})
    )


class NoteForm(forms.Form):
    """Of which kind, of which day, what it says."""

    def __init__(self, *args: Any, kinds: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = forms.ChoiceField(
            label=_("Kind"), choices=[pair for pair in KINDS if pair[0] in kinds], widget=forms.RadioSelect
        )
        self.fields["on"] = PastDayField(label=_("Day"))
        self.fields["text"] = _text()


class TextForm(forms.Form):
    """What the note says."""

    text = _text()


class ReadersForm(forms.Form):
    """Who may read it beside the author."""

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user_ids"] = ColleaguesField(
            _("Who may read it beside you"), people, required=False, empty_value=[]
        )


class HandOnForm(forms.Form):
    """To whom, and why."""

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user_id"] = ColleagueField(_("To whom"), people, is_short=True)
        self.fields["reason"] = forms.CharField(
            label=_("Why"), max_length=500, widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"})
        )
