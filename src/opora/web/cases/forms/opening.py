"""The forms of a new case."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.families.queries.choices import CAREGIVER_ROLES
from opora.families.rules.identity import LONGEST_NAME, Identity
from opora.families.rules.newcomers import Newcomer
from opora.process.queries.workload import Candidate
from opora.web.cases.forms.fields import CandidateField, Choices, PastDayField, Tasks
from opora.web.shell.births import BirthField
from opora.web.shell.forms import CodeField, offer

LEAST_CHILDREN, MOST_CHILDREN = 2, 15


class FamilySearchForm(forms.Form):
    """Whether the family has been here before."""

    q = forms.CharField(
        label=_("Code, name, telephone or birth date"),
        max_length=120,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )


class ProgramField(forms.TypedChoiceField):
    """The programs are asked for when they are drawn; whether the department carries one is judged by the action."""

    def valid_value(self, value: Any) -> bool:
        return str(value).isdecimal()


class OpeningForm(forms.Form):
    """The case itself: where, under which number, in whose hands, since when."""

    def __init__(
        self,
        *args: Any,
        departments: Choices,
        programs: Callable[[], Choices],
        managers: Callable[[], Sequence[Candidate]],
        tasks: Tasks,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department_id"] = _choice(_("Department"), departments)
        self.fields["program_id"] = ProgramField(
            label=_("Program"), choices=lambda: _offered(programs()), coerce=int, empty_value=None
        )
        self.fields["case_manager_id"] = CandidateField(
            label=_("Leads the case"),
            candidates=managers,
            tasks=tasks,
            help_text=_("Those with more room for another family stand first."),
        )
        self.fields["on"] = PastDayField(label=_("Opened"))
        self.fields["number"] = forms.CharField(
            label=_("Case number"),
            required=False,
            max_length=40,
            help_text=_("Leave it empty to give the next number of the department."),
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )


class MembersForm(forms.Form):
    """Which members of a known family the case is about."""

    def __init__(self, *args: Any, adults: Choices, children: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["client_id"] = forms.TypedChoiceField(
            label=_("Parent or guardian"), choices=adults, coerce=int, widget=forms.RadioSelect
        )
        self.fields["child_ids"] = forms.TypedMultipleChoiceField(
            label=_("Children"), choices=children, coerce=int, widget=forms.CheckboxSelectMultiple
        )


class PersonForm(forms.Form):
    """One person of a new family; a name may be left out, the code then is the person."""

    whose = ""

    surname = forms.CharField(label=_("Surname"), required=False, max_length=LONGEST_NAME)
    given = forms.CharField(label=_("Given name"), required=False, max_length=LONGEST_NAME)
    patronymic = forms.CharField(label=_("Patronymic"), required=False, max_length=LONGEST_NAME)
    birth_date = BirthField()
    code = CodeField(label=_("Code"), required=False, help_text=_("Empty: the next free code."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("surname", "given", "patronymic"):
            self.fields[name].widget.attrs["autocomplete"] = "off"

    @property
    def role(self) -> str:
        """What the person is to the family."""
        return "child"

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all was typed."""
        return not any(self.cleaned_data.get(name) for name in ("surname", "given", "patronymic", "birth_date", "code"))

    def identity(self) -> Identity:
        """What was typed of the person."""
        given = self.cleaned_data
        return Identity(
            surname=given.get("surname", ""),
            given=given.get("given", ""),
            patronymic=given.get("patronymic", ""),
            phones=tuple(line for line in (given.get("phone", ""),) if line),
        ).with_birth(given.get("birth_date"))

    def newcomer(self) -> Newcomer:
        """The person as the room of cases takes one."""
        identity = self.identity()
        return Newcomer(
            role=self.role,
            identity=None if identity.is_empty else identity,
            code=self.cleaned_data.get("code", ""),
        )


class CaregiverForm(PersonForm):
    """The parent or guardian of a new family."""

    kind = forms.ChoiceField(label=pgettext_lazy("family", "Who this is"), choices=CAREGIVER_ROLES)
    phone = forms.CharField(
        label=_("Telephone"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    field_order = ("kind", "surname", "given", "patronymic", "birth_date", "phone", "code")

    @property
    def role(self) -> str:
        return str(self.cleaned_data.get("kind") or "caregiver")

    @property
    def brought(self) -> list[int]:
        """The children who come along from another family of ours."""
        return list(self.cleaned_data.get("child_ids") or ())


class GrownForm(CaregiverForm):
    """The parent of a family of the own, who is known: only the role is asked, and which children come along."""

    def __init__(self, *args: Any, own_children: Choices, sex: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - {"kind"}:
            del self.fields[name]
        others = {"relative", {"f": "father", "m": "mother"}.get(sex)}
        offered = [(role, label) for role, label in CAREGIVER_ROLES if role not in others]
        offer(self, "kind", offered)
        if own_children:
            self.fields["child_ids"] = forms.TypedMultipleChoiceField(
                label=_("Children of the former family who are this person's own"),
                choices=own_children,
                coerce=int,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )

    def identity(self) -> Identity:
        """Nothing was typed of the person: all of it is known."""
        return Identity()


class ChildForm(PersonForm):
    """One child of a new family."""

    is_known_by_code = forms.BooleanField(label=_("There is a child, the name is not known yet"), required=False)
    is_expected = forms.BooleanField(label=_("The child is not born yet"), required=False)

    @property
    def is_blank(self) -> bool:
        said = ("is_known_by_code", "is_expected")
        return not any(self.cleaned_data.get(name) for name in said) and super().is_blank

    def newcomer(self) -> Newcomer:
        """The child, born or expected."""
        return replace(super().newcomer(), is_expected=bool(self.cleaned_data.get("is_expected")))


class DifferentPersonForm(forms.Form):
    """The word that a person who looks known is somebody else."""

    is_different = forms.BooleanField(label=_("I have checked: this is another family"), required=False)


def _choice(label: Any, offered: Choices) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=_offered(offered),
        coerce=int,
        empty_value=None,
    )


def _offered(choices: Choices) -> list[tuple[Any, Any]]:
    return list(choices) if len(choices) == 1 else [("", _("Choose from the list")), *choices]
