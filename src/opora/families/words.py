"""Words for roles, places and sexes; sentences for what the rules find wrong: where, what, and what to do."""

from datetime import date
from typing import Any

from django.utils.dates import MONTHS
from django.utils.translation import get_language, ngettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from opora.common.dates import show_day
from opora.families.models import FamilyMember, Merge, Person, Placement
from opora.families.rules import (
    AgeSpan,
    BadCode,
    Belonging,
    Birth,
    CodeFault,
    Ended,
    Fault,
    FormerName,
    Identity,
    IdPaper,
    PaperFault,
    PaperKind,
    PlacementFault,
    Sign,
    of_the_family,
    paper_fault,
)

ROLE_LABELS: dict[str, Any] = dict(FamilyMember.Role.choices)
KIND_LABELS: dict[str, Any] = dict(Placement.Kind.choices)
SEX_LABELS: dict[str, Any] = dict(Person.Sex.choices)
ENDED_LABELS: dict[str, Any] = dict(FamilyMember.Ended.choices)
LEAVING: dict[Ended, Any] = {
    Ended.MOVED: _("Lives elsewhere now and is no longer part of the family"),
    Ended.DIED: pgettext_lazy("leaving", "Died"),
    Ended.UNBORN: _("The child was not born"),
    Ended.MISTAKE: _("Was entered by mistake and never belonged to this family"),
}
"""What may have happened to somebody who belongs to a family no longer, as it is asked."""
BELONGING_LABELS: dict[str, Any] = {
    Belonging.ADULT: pgettext_lazy("belonging", "adult"),
    Belonging.CHILD: pgettext_lazy("belonging", "child"),
    Belonging.EXPECTED: pgettext_lazy("belonging", "not born yet"),
    Belonging.NOT_YET: pgettext_lazy("belonging", "not in the family yet"),
    Belonging.GROWN: pgettext_lazy("belonging", "grown up"),
    Belonging.GONE: pgettext_lazy("belonging", "no longer in the family"),
    Belonging.DIED: pgettext_lazy("belonging", "died"),
    Belonging.MISTAKE: pgettext_lazy("belonging", "entered by mistake"),
}
_GROWN: dict[str, Any] = {
    Person.Sex.FEMALE: _("grown daughter"),
    Person.Sex.MALE: _("grown son"),
    Person.Sex.UNKNOWN: _("grown child"),
}


def grown_label(sex: str) -> str:
    """What a child of the family is once it has grown up and still belongs to it."""
    return str(_GROWN[sex])


def expected_said(month: date | None) -> str:
    """That a child is expected, and in which month where that is known."""
    if month is None:
        return str(_("a child is expected"))
    named = {"month": str(MONTHS[month.month]).lower(), "year": month.year}
    return str(_("a child is expected: %(month)s %(year)s")) % named


IDENTITY: dict[Fault, Any] = {
    Fault.EMPTY: _("Enter a surname or a given name. If neither is known, save the person by code only."),
    Fault.NAME_SIGNS: _("A name is written with letters, spaces and hyphens. Move everything else to the notes."),
    Fault.TOO_LONG: _("This is too long. Shorten it or split it into several lines."),
    Fault.FUTURE: _("The birth date is later than today. Check the day, the month and the year."),
    Fault.TOO_OLD: _("The birth date is more than 120 years ago. Check the year."),
    Fault.PHONE: _(
        "No telephone can be read in one of these lines. A number has 5 to 15 digits; words may stand beside it."
    ),
}

PLACEMENT: dict[PlacementFault, tuple[str, Any]] = {
    PlacementFault.KIND: ("kind", _("Choose where the child lives from the list.")),
    PlacementFault.FUTURE: ("from_on", _("The day is later than today. Enter the day from which it is so.")),
    PlacementFault.BEFORE_BIRTH: ("from_on", _("The day is before the child was born. Check both dates.")),
}


def show_birth(birth: Birth | None) -> str:
    """When somebody was born, as far as it is known; empty when nothing is."""
    if birth is None:
        return ""
    if birth.exact:
        return show_day(birth.exact)
    if birth.month:
        return _("%(month)s %(year)s") % {"month": str(MONTHS[birth.month]).lower(), "year": birth.year}
    sentence = _("about the year %(year)s") if birth.is_about else _("in the year %(year)s")
    return str(sentence) % {"year": birth.year}


def typed_birth(birth: Birth) -> str:
    """The same as one would type it."""
    if birth.exact:
        return show_day(birth.exact)
    if birth.month:
        return f"{birth.month:02d}.{birth.year}"
    return str(_("about %(year)s")) % {"year": birth.year} if birth.is_about else str(birth.year)


PAPER_LABELS: dict[PaperKind, Any] = {
    PaperKind.SNILS: _("insurance number (SNILS)"),
    PaperKind.PASSPORT: _("passport"),
    PaperKind.BIRTH_CERTIFICATE: _("birth certificate"),
    PaperKind.FOREIGN: _("foreign paper"),
}
PAPER_FAULTS: dict[tuple[PaperKind, PaperFault], Any] = {
    (PaperKind.SNILS, PaperFault.DIGITS): _("A SNILS has 11 digits. Compare it with the paper."),
    (PaperKind.SNILS, PaperFault.CHECK): _("The last two digits of the SNILS do not fit: one digit is wrong."),
    (PaperKind.PASSPORT, PaperFault.DIGITS): _("A passport has 10 digits: 4 of the series, 6 of the number."),
    (PaperKind.BIRTH_CERTIFICATE, PaperFault.SHAPE): _("A birth certificate is written like %(example)s."),
    (PaperKind.FOREIGN, PaperFault.SHAPE): _("The number of the foreign paper is very short."),
}


def show_former(former: FormerName) -> str:
    """A former surname, as it is told and typed: with the day until which it was borne, when known."""
    if former.until is None:
        return former.name
    return str(_("%(name)s until %(day)s")) % {"name": former.name, "day": typed_birth(former.until)}


def show_paper(paper: IdPaper) -> str:
    """A number with the day of issue, when known, as it is told and typed."""
    if paper.issued is None:
        return paper.number
    return str(_("%(number)s issued %(day)s")) % {"number": paper.number, "day": typed_birth(paper.issued)}


def show_papers(identity: Identity) -> list[str]:
    """The papers of a person in words, those with a number of their own first."""
    return [f"{PAPER_LABELS[one.kind]} {show_paper(one)}" for one in identity.id_papers] + list(identity.documents)


def doubts_about(identity: Identity) -> list[str]:
    """Sentences on numbers that do not look right: they are told, and kept as they are."""
    faults = ((paper.kind, paper_fault(paper)) for paper in identity.id_papers)
    example = {"example": "II-ЖД 123456"}
    return [str(PAPER_FAULTS[kind, fault]) % example for kind, fault in faults if fault is not None]


_SMALL_YEARS = 2
FIELD_LABELS: dict[str, Any] = {
    "surname": _("surname"),
    "given": _("given name"),
    "patronymic": _("patronymic"),
    "born": _("birth date"),
    "phones": _("telephones"),
    "addresses": _("addresses"),
    "former_names": _("former surnames"),
    "id_papers": _("numbers of papers"),
    "documents": _("other papers"),
    "notes": _("notes about contacts"),
}
MERGE_REASONS: dict[str, Any] = dict(Merge.Reason.choices)


def show_field(identity: Identity, name: str) -> list[str]:
    """What an identity says in one field, line by line; nothing where it says nothing."""
    value = getattr(identity, name)
    if name == "born":
        return [show_birth(value)] if value else []
    if name == "former_names":
        return [show_former(one) for one in value]
    if name == "id_papers":
        return [f"{PAPER_LABELS[one.kind]} {show_paper(one)}" for one in value]
    return [value] if isinstance(value, str) and value else list(value)


LIKENESS: dict[Sign, Any] = {
    Sign.PAPER: _("the same number of a paper"),
    Sign.SNILS_APART: _("another SNILS"),
    Sign.NAME: _("the same name"),
    Sign.SURNAME: _("the same surname"),
    Sign.SURNAME_HALF: _("a part of the surname agrees"),
    Sign.SURNAME_FORMER: _("a former surname agrees"),
    Sign.SURNAME_ALIKE: _("a similar surname"),
    Sign.GIVEN: _("the same given name"),
    Sign.GIVEN_ALIKE: _("a similar given name"),
    Sign.BORN: _("the same birth date"),
    Sign.BORN_SWAPPED: _("the birth date with day and month changed about"),
    Sign.BORN_CLOSE: _("nearly the same birth date"),
    Sign.BORN_MAYBE: _("may be the same birth date"),
    Sign.PHONE: _("the same telephone"),
    Sign.PHONE_END: _("the telephone ends alike"),
    Sign.SURNAME_APART: _("another surname"),
    Sign.GIVEN_APART: _("another given name"),
    Sign.PATRONYMIC_APART: _("another patronymic"),
    Sign.BORN_APART: _("another birth date"),
    Sign.BORN_LONG_APART: _("another birth date"),
}

_CODE: dict[CodeFault, Any] = {
    CodeFault.EMPTY: _("The code is empty. A code is a letter and a number, for example %(example)s."),
    CodeFault.NO_LETTER: _("“%(value)s” has no letter. A code is a letter and a number, for example %(example)s."),
    CodeFault.LETTER: _("“%(value)s” does not begin with one Russian letter. Write the code like %(example)s."),
    CodeFault.NO_NUMBER: _("“%(value)s” has no number. A code is a letter and a number, for example %(example)s."),
    CodeFault.NUMBER: _("“%(value)s” is not one letter and one whole number. Write the code like %(example)s."),
}

NO_SUCH_ROLE = _("Choose what this person is to the family from the list.")
NO_SUCH_LETTER = _("The letter of a code is one capital letter of the Russian alphabet.")


def code_sentence(refusal: BadCode) -> str:
    """Why a text is no code, with the text."""
    return str(_CODE[refusal.fault]) % {"value": refusal.value[:40], "example": "С24"}


def age_said(age: AgeSpan) -> str:
    """An age in words: months before the second birthday, years from then on, no more exactly than it is known."""
    if age.is_exact and age.youngest.years < _SMALL_YEARS:
        months = age.youngest.months_lived
        return ngettext("%(n)d month", "%(n)d months", months) % {"n": months}
    if age.is_about:
        return ngettext("about %(n)d year", "about %(n)d years", age.middle) % {"n": age.middle}
    years = ngettext("%(n)d year", "%(n)d years", age.oldest.years) % {"n": age.oldest.years}
    return years if age.years is not None else f"{age.youngest.years}–{years}"


def family_name(identity: Identity) -> str:
    """A family called by one of its people, for those who may know the name; nothing when no name is known."""
    if not identity.surname:
        return identity.full_name
    is_russian = (get_language() or "ru").startswith("ru")
    surname = of_the_family(identity.surname) if is_russian else identity.surname
    return pgettext("by surname", "Family %(surname)s") % {"surname": surname}
