"""Forms about a person: what is known, the role in the family, where a child lives."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.common.dates import today
from opora.families.actions import BothPeople
from opora.families.actions.merging_families import REASONS as FAMILY_REASONS
from opora.families.rules import Ended, Identity, PaperKind, papers_of, parse_former
from opora.families.rules.identity import LONGEST_NAME, LONGEST_NOTES
from opora.families.rules.merging import Choice, choices_for, differing
from opora.families.words import (
    FIELD_LABELS,
    KIND_LABELS,
    LEAVING,
    MERGE_REASONS,
    ROLE_LABELS,
    SEX_LABELS,
    show_field,
    show_former,
    show_paper,
)
from opora.web.shell.births import BirthField
from opora.web.shell.forms import PastDayField, SeenForm
from opora.web.shell.widgets import Segmented

_ADULT_ROLES = ("mother", "father", "guardian", "caregiver", "relative", "other")
_CHOOSE = ("", _("Choose from the list"))


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


class NewcomerForm(SeenForm, PersonForm):
    """A person who comes to the family of a case; what was seen (`revision`) is the last role given in the family."""

    from_on = PastDayField(label=_("In this role since"), required=False)
    code = forms.CharField(
        label=_("Code"),
        help_text=_("Leave it empty to get the next free code of the surname's letter."),
        required=False,
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    is_different = forms.BooleanField(label=_("I have checked: this is somebody else"), required=False)

    @property
    def role(self) -> str:
        return "child"


class AdultForm(NewcomerForm):
    """A parent, guardian, relative or somebody else close to the family."""

    role_in_family = forms.ChoiceField(
        label=pgettext_lazy("family", "Who this is"),
        choices=[_CHOOSE, *((role, ROLE_LABELS[role]) for role in _ADULT_ROLES)],
    )
    field_order = ("role_in_family",)

    @property
    def role(self) -> str:
        return str(self.cleaned_data["role_in_family"])


class ChildForm(NewcomerForm):
    """A child, with the place where it lives now."""

    kind = forms.ChoiceField(
        label=_("Where the child lives"),
        choices=[("", _("To be recorded later")), *KIND_LABELS.items()],
        required=False,
    )
    placed_on = PastDayField(label=_("Lives there since"), required=False, initial=today)
    is_expected = forms.BooleanField(label=_("The child is not born yet"), required=False)
    expected_in = forms.DateField(
        label=_("Expected in"),
        required=False,
        input_formats=["%Y-%m", "%m.%Y"],
        widget=forms.DateInput(format="%Y-%m", attrs={"type": "month", "autocomplete": "off"}),
        help_text=_("Year and month, for example %(example)s.") % {"example": "2027-03"},
    )


class RoleForm(forms.Form):
    """Another role: the former one stays on record."""

    role = forms.ChoiceField(label=_("From this day"))
    on = PastDayField(label=_("Day"), initial=today)

    def __init__(self, *args: Any, is_child: bool, present: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = ("child",) if is_child else _ADULT_ROLES
        roles = [(role, ROLE_LABELS[role]) for role in offered if role != present]
        self.fields["role"].choices = [_CHOOSE, *roles]  # type: ignore[attr-defined]


class LeaveForm(forms.Form):
    """Why somebody belongs to the family no longer, and since when."""

    def __init__(self, *args: Any, reasons: Sequence[Ended], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"] = forms.ChoiceField(
            label=_("What happened"), choices=[(why.value, LEAVING[why]) for why in reasons], widget=forms.RadioSelect
        )
        self.fields["day"] = PastDayField(
            label=_("Day"), required=False, help_text=_("Leave it empty if nobody knows the day.")
        )


class BirthForm(NamesForm):
    """The child who was expected is born: its name, the day, where it lives."""

    kind = forms.ChoiceField(
        label=_("Where the child lives"),
        choices=[("", _("To be recorded later")), *KIND_LABELS.items()],
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["birth_date"].required = True

    def identity(self) -> Identity:
        """The name that was typed."""
        typed = self.cleaned_data
        return Identity(surname=typed["surname"], given=typed["given"], patronymic=typed["patronymic"])


class PlacementForm(forms.Form):
    """Where a child lives from a day on."""

    kind = forms.ChoiceField(
        label=_("Where the child lives"), choices=list(KIND_LABELS.items()), widget=forms.RadioSelect
    )
    from_on = PastDayField(
        label=_("Since"),
        initial=today,
        help_text=_("The day it changed, not the day you write it down. The same day again corrects an entry."),
    )


class SameForm(forms.Form):
    """The other record, by its code."""

    code = forms.CharField(
        label=_("Code of the other record"),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class FamiliesForm(forms.Form):
    """Why two families are one."""

    reason = forms.ChoiceField(
        label=_("Why they are brought together"),
        choices=[_CHOOSE, *((reason.value, MERGE_REASONS[reason]) for reason in FAMILY_REASONS)],
    )


class OtherFamilyForm(forms.Form):
    """The other family, by the code of anybody in it."""

    code = forms.CharField(
        label=_("Code of anybody of the other family"),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class TogetherForm(forms.Form):
    """What stays of two records that say different things; what only one of them says is kept without a question."""

    def __init__(self, *args: Any, both: BothPeople, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.both = both
        self.asked = differing(both.kept_identity, both.gone_identity)
        for name in self.asked:
            self.fields[name] = forms.ChoiceField(
                label=capfirst(FIELD_LABELS[name]),
                choices=[(choice.value, self._says(name, choice)) for choice in choices_for(name)],
                initial=choices_for(name)[0].value,
                widget=forms.RadioSelect,
            )
        if both.families_differ:
            self.fields["with_families"] = forms.BooleanField(
                label=_("It is one family: bring the families together too"), required=False
            )
        self.fields["reason"] = forms.ChoiceField(
            label=_("Why there are two records"),
            choices=[_CHOOSE, *((key, said) for key, said in MERGE_REASONS.items() if not key.startswith("family"))],
        )
        revisions = f"{both.kept.revision} {both.gone.revision}"
        self.fields["revisions"] = forms.RegexField(r"\d+ \d+", initial=revisions, widget=forms.HiddenInput)

    def chosen(self) -> dict[str, str]:
        """The choice of each field that was asked about."""
        return {name: self.cleaned_data[name] for name in self.asked}

    def seen(self) -> tuple[int, int]:
        """The revisions of the records that were looked at."""
        kept, gone = self.cleaned_data["revisions"].split()
        return int(kept), int(gone)

    def _says(self, name: str, choice: Choice) -> Any:
        if choice is Choice.BOTH:
            return _("Keep the first, note the second as former") if name == "surname" else _("Keep both")
        identity = self.both.kept_identity if choice is Choice.KEPT else self.both.gone_identity
        return "; ".join(show_field(identity, name))
