"""The people of a family that comes for the first time, as a form: one caregiver, and as many children as there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.common.errors import Invalid
from opora.families import actions as families
from opora.families.queries import Match
from opora.web.cases.forms.opening import (
    LEAST_CHILDREN,
    MOST_CHILDREN,
    CaregiverForm,
    ChildForm,
    DifferentPersonForm,
    PersonForm,
)
from opora.web.shell.drafting import begun_on

Form = TypeVar("Form", bound=forms.Form)


@dataclass
class NewPeople:
    """What was typed of the people; those who look known are shown before anybody is entered twice."""

    caregiver: CaregiverForm
    children: Sequence[ChildForm]
    word: DifferentPersonForm
    is_growing: bool = False
    is_blank: bool = False
    matches: list[Match] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.caregiver.whose = _("Parent or guardian")
        for number, child in enumerate(self.children, 1):
            child.whose = _("Child %(n)s") % {"n": number}

    @property
    def blank(self) -> str:
        """The page's part for people of whom nothing is known yet, which is the same for everybody; else nothing."""
        return _blank(get_language(), len(self.children)) if self.is_blank else ""

    @property
    def may_add(self) -> bool:
        """Whether one more child fits on the page."""
        return len(self.children) < MOST_CHILDREN

    @property
    def born(self) -> list[ChildForm]:
        """The children of whom something was typed."""
        return [child for child in self.children if child.is_valid() and not child.is_blank]

    def are_right(self, actor: Actor) -> bool:
        """Whether everybody is entered rightly and nobody looks known, or the person says that they are others."""
        valid = not [one for one in (self.caregiver, *self.children) if not one.is_valid()]
        if valid and not self.born and not self.caregiver.brought:
            self.children[0].add_error(None, _("Name at least one child: a case is opened for the sake of a child."))
            valid = False
        if not valid:
            return False
        self.matches = _look_alikes(actor, [self.caregiver, *self.born])
        said_different = self.word.is_valid() and self.word.cleaned_data["is_different"]
        return not self.matches or bool(said_different)

    def tell(self, refusal: Invalid, rest: forms.Form | None = None) -> None:
        """Put each sentence of a refusal to the person and the field it speaks of, others to the rest of the page."""
        people: dict[str, PersonForm] = {"caregiver": self.caregiver}
        people |= {f"child-{n}": child for n, child in enumerate(self.born)}
        for place, sentence in refusal.fields.items():
            prefix, _dash, name = place.rpartition("-")
            to: forms.Form = people.get(prefix, rest or self.caregiver)
            to.add_error(name if name in to.fields else None, str(sentence))


@dataclass(frozen=True, slots=True)
class Told:
    """What a signal has told of the family already; it is offered and may be changed."""

    surname: str = ""
    given: str = ""
    phone: str = ""
    children: int = 0


def people_of(
    request: HttpRequest,
    told: Told | None = None,
    *,
    adult: Callable[..., CaregiverForm] = CaregiverForm,
    least: int = LEAST_CHILDREN,
) -> NewPeople:
    """The people as this request has them: fresh with what was told, with one more child asked for, or to be judged.

    `adult` makes the form of the parent, where the parent is somebody known; so many children stand there at `least`.
    """
    data = request.POST
    rows = _rows(data, least)
    if request.method != "POST" and (begun := begun_on(request)) is not None:
        children = [_kept(ChildForm, begun, f"child-{n}") for n in range(_rows(begun, least))]
        return NewPeople(_kept(adult, begun, "caregiver"), children, DifferentPersonForm())
    if request.method != "POST":
        return _fresh(told or Told(), rows, adult)
    if "add_child" in data:
        children = [_kept(ChildForm, data, f"child-{n}") for n in range(min(rows + 1, MOST_CHILDREN))]
        return NewPeople(_kept(adult, data, "caregiver"), children, DifferentPersonForm(), is_growing=True)
    children = [ChildForm(data, prefix=f"child-{n}") for n in range(rows)]
    return NewPeople(adult(data, prefix="caregiver"), children, DifferentPersonForm(data))


def _fresh(told: Told, rows: int, adult: Callable[..., CaregiverForm]) -> NewPeople:
    """A row for each child that was told of, with the surname of the parent offered."""
    if told == Told() and adult is CaregiverForm:
        return _nobody_yet(get_language(), rows)
    parent = {"surname": told.surname, "given": told.given, "phone": told.phone}
    count = min(max(rows, told.children), MOST_CHILDREN)
    children = [
        ChildForm(prefix=f"child-{n}", initial={"surname": told.surname} if n < told.children else {})
        for n in range(count)
    ]
    return NewPeople(adult(prefix="caregiver", initial=parent), children, DifferentPersonForm())


@lru_cache(maxsize=32)
def _nobody_yet(_language: str, children: int) -> NewPeople:
    """People of whom nothing was told: made once for each language, and only looked at."""
    forms = [ChildForm(prefix=f"child-{n}") for n in range(min(children, MOST_CHILDREN))]
    return NewPeople(CaregiverForm(prefix="caregiver"), forms, DifferentPersonForm(), is_blank=True)


@lru_cache(maxsize=32)
def _blank(language: str, children: int) -> str:
    """Drawn once for each language: nothing in it is of any person or any house."""
    people = _nobody_yet(language, children)
    return render_to_string("cases/_people.html", {"people": people, "is_choosable": True})


def _look_alikes(actor: Actor, people: Sequence[PersonForm]) -> list[Match]:
    identities = [person.identity() for person in people]
    return families.recognize_all(actor=actor, identities=[one for one in identities if not one.is_empty])


def _rows(data: QueryDict, least: int) -> int:
    text = data.get("rows", "")
    return min(int(text), MOST_CHILDREN) if text.isdecimal() and int(text) else least


def _kept(kind: Callable[..., Form], data: QueryDict, prefix: str) -> Form:
    """A form that shows what was typed and does not judge it yet."""
    fields = kind(prefix=prefix).fields
    typed: dict[str, Any] = {name: data.get(f"{prefix}-{name}") for name in fields}
    several = [name for name, field in fields.items() if isinstance(field, forms.TypedMultipleChoiceField)]
    typed |= {name: data.getlist(f"{prefix}-{name}") for name in several}
    return kind(prefix=prefix, initial={name: value for name, value in typed.items() if value is not None})
