"""Who somebody is: names, birth, papers, as one form asks for them everywhere."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from opora.families.rules import Identity, PaperKind, papers_of, parse_former
from opora.families.rules.identity import LONGEST_NAME, LONGEST_NOTES
from opora.families.words import (
    SEX_LABELS,
    show_former,
    show_paper,
)
from opora.web.shell.births import BirthField
from opora.web.shell.forms import SeenForm
from opora.web.shell.widgets import Segmented


def _name(label: Any) -> forms.CharField:
    """A part of a name; the browser must not remember it."""
    return forms.CharField(
        label=label, required=False, max_length=LONGEST_NAME, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )


def _lines(label: Any, help_text: Any, rows: int = 2, **attrs: str) -> forms.CharField:
    """Several entries, one on each line."""
    widget = forms.Textarea(attrs={"rows": rows, "autocomplete": "off", **attrs})
    return forms.CharField(label=label, help_text=help_text, required=False, widget=widget)


def _number(label: Any, help_text: Any = "", **attrs: str) -> forms.CharField:
    """The number of a paper, perhaps with the day of issue."""
    widget = forms.TextInput(attrs={"autocomplete": "off", **attrs})
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=100, widget=widget)


class NamesForm(forms.Form):
    """Who somebody is: the names, the birth as exactly as it is known, the sex; nothing of it is required."""

    surname = _name(_("Surname"))
    given = _name(_("Given name"))
    patronymic = _name(_("Patronymic"))
    birth_date = BirthField()
    sex = forms.ChoiceField(
        label=_("Sex"),
        choices=[(key, SEX_LABELS[key]) for key in ("f", "m", "")],
        required=False,
        widget=Segmented,
        initial="",
    )


class PersonForm(NamesForm):
    """Everything that names a person; nothing of it is required, the code then stands for the person."""

    phones = _lines(_("Telephones"), _("One on each line; you may add whose it is."), inputmode="tel")
    addresses = _lines(_("Addresses"), _("One on each line: where the person lives, where registered."))
    former_names = _lines(
        _("Former surnames"), _("One on each line, and until when if known: “Petrova until 12.06.2015”.")
    )
    snils = _number(_("SNILS"), inputmode="numeric")
    passport = _number(
        _("Passport"), _("Series and number, and when it was issued if known: 4010 123456 issued 12.03.2015.")
    )
    birth_certificate = _number(_("Birth certificate"))
    foreign = _number(_("Foreign paper"))
    documents = _lines(_("Other papers"), _("One on each line."))
    notes = forms.CharField(
        label=_("Notes about contacts"),
        help_text=_("For example when to call. Do not write about health or convictions here."),
        required=False,
        max_length=LONGEST_NOTES,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def identity(self) -> Identity:
        """What was typed, for the room of families to check; empty where a field was not understood."""
        typed = getattr(self, "cleaned_data", {})
        return Identity(
            surname=typed.get("surname", ""),
            given=typed.get("given", ""),
            patronymic=typed.get("patronymic", ""),
            phones=tuple(typed.get("phones", "").splitlines()),
            addresses=tuple(typed.get("addresses", "").splitlines()),
            documents=tuple(typed.get("documents", "").splitlines()),
            former_names=tuple(map(parse_former, typed.get("former_names", "").splitlines())),
            id_papers=papers_of({kind: typed.get(kind.value, "") for kind in PaperKind}),
            notes=typed.get("notes", ""),
        ).with_birth(typed.get("birth_date"))

    @staticmethod
    def initial_of(identity: Identity, sex: str) -> dict[str, Any]:
        """The fields as they stand before anything is typed."""
        return {
            "surname": identity.surname,
            "given": identity.given,
            "patronymic": identity.patronymic,
            "birth_date": identity.born,
            "sex": sex,
            "phones": "\n".join(identity.phones),
            "addresses": "\n".join(identity.addresses),
            "documents": "\n".join(identity.documents),
            "former_names": "\n".join(show_former(former) for former in identity.former_names),
            **{paper.kind.value: show_paper(paper) for paper in identity.id_papers},
            "notes": identity.notes,
        }


class EditForm(SeenForm, PersonForm):
    """The same for a person already known; it remembers upon which version the change is made."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    is_renamed = forms.BooleanField(
        label=_("The surname has changed: keep the present one among the former"), required=False
    )
