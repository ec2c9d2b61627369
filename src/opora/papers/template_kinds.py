"""Every kind of Word template: what it is called, which document it makes, and what a template of the kind may name.

The rooms that write the documents fill them in; here stands only what an organization's own template may ask for, so
that one check serves all. A code is for ever: templates are kept under it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from opora.papers.rules.letters import SAMPLE

CASES: Final = ("genitive", "dative", "accusative", "instrumental", "prepositional")
"""The cases a sentence may need, beside the nominative."""


def _declined(name: str, words: str) -> dict[str, str]:
    """A name or a post as a template may ask for it: as it is, and in each case."""
    return {name: words} | {f"{name}_{case}": words for case in CASES}


_SIGNATORY: Final = {**_declined("post", "Директор"), **_declined("name", "Иванова Анна Петровна")}
_OFFICE: Final[Mapping[str, Any]] = {
    **{name: SAMPLE[name] for name in ("number", "day", "program", "department", "worker", "case_number")},
    "organization": SAMPLE["organization"],
    "signatory": _SIGNATORY,
}
OFFICIAL: Final[Mapping[str, Any]] = {
    **_OFFICE,
    "addressee": {
        "organization": "Отдел опеки",
        **_declined("post", "Начальник отдела"),
        **_declined("name", "Петров Пётр Петрович"),
    },
    "subject": "О чём письмо",
    "text": ["Абзац письма"],
    "people": [
        {
            **_declined("name", "Имя & фамилия <образец>"),
            "code": "С1",
            "reason": "о ком письмо",
            "birth_date": "01.01.1990",
            "address": "Адрес",
            "phone": "Телефон",
            "documents": "Документ",
        }
    ],
    "basis": "согласие на передачу сведений",
    "answer_until": "24.12.2026",
    "their_number": "12-34",
    "their_day": "20.11.2026",
}
COMPOSED: Final[Mapping[str, Any]] = {
    **_OFFICE,
    "title": "Название документа",
    "person": SAMPLE["person"],
    "facts": [{"name": "Что", "value": "сколько"}],
    "sections": [{"title": "Раздел", "lines": ["Строка"]}],
}
AGREEMENT: Final[Mapping[str, Any]] = {
    **_OFFICE,
    "partner": {"name": "Отдел опеки", "area": "Район", "contacts": "Телефон"},
    "scope": ["О чём договорились"],
    "until": "24.12.2027",
}


@dataclass(frozen=True, slots=True)
class TemplateKind:
    """A kind of template: its words, the document it makes, what it may name, the file it begins as."""

    title: str | Promise
    document: str
    fields: Mapping[str, Any]
    shipped: str


def _official(title: str | Promise, document: str, shipped: str) -> TemplateKind:
    return TemplateKind(title, document, OFFICIAL, shipped)


def _composed(title: str | Promise, document: str) -> TemplateKind:
    return TemplateKind(title, document, COMPOSED, "document")


KINDS: Final[Mapping[str, TemplateKind]] = {
    "application": TemplateKind(pgettext_lazy("letter", "application"), "D-01", SAMPLE, "application"),
    "stay": TemplateKind(pgettext_lazy("letter", "contract of stay"), "D-02", SAMPLE, "stay"),
    "consent": TemplateKind(pgettext_lazy("letter", "consent to data processing"), "D-03", SAMPLE, "consent"),
    "support": TemplateKind(pgettext_lazy("letter", "support contract"), "D-04", SAMPLE, "support"),
    "plan": _composed(pgettext_lazy("template", "plan of work with a family"), "D-05"),
    "legal_plan": _composed(pgettext_lazy("template", "legal plan"), "D-06"),
    "applications": _composed(pgettext_lazy("template", "plan of applications to other organizations"), "D-07"),
    "skills": _composed(pgettext_lazy("template", "plan of household skills, daily routine"), "D-08"),
    "social_map": _composed(pgettext_lazy("template", "social map"), "D-09"),
    "assessment": _composed(pgettext_lazy("template", "assessment form"), "D-10"),
    "risks": _composed(pgettext_lazy("template", "risks and resources"), "D-11"),
    "visit": _composed(pgettext_lazy("template", "report of a first visit"), "D-12"),
    "analytic": _composed(pgettext_lazy("template", "analytic report"), "D-13"),
    "minutes": _composed(pgettext_lazy("template", "minutes of votes and councils"), "D-14"),
    "request": _official(pgettext_lazy("template", "request"), "D-15", "request"),
    "petition": _official(pgettext_lazy("template", "petition"), "D-15", "petition"),
    "certificate": _official(pgettext_lazy("template", "certificate"), "D-15", "certificate"),
    "voucher": _official(pgettext_lazy("template", "request for a kindergarten place"), "D-15", "voucher"),
    "information": _official(pgettext_lazy("template", "information for an authority"), "D-15", "information"),
    "letter": _official(pgettext_lazy("template", "letter of another kind"), "D-15", "letter"),
    "agreement": TemplateKind(pgettext_lazy("template", "agreement with an authority"), "D-16", AGREEMENT, "agreement"),
    "aid_act": _composed(pgettext_lazy("template", "act of help, certificate for goods"), "D-17"),
    "notice": _composed(pgettext_lazy("template", "notice of high risk"), "D-18"),
    "history": _composed(pgettext_lazy("template", "history of a child"), "D-19"),
    "criteria": _composed(pgettext_lazy("template", "criteria of need"), "D-20"),
    "tables": _composed(pgettext_lazy("template", "analytic tables"), "D-21"),
    "progress": _composed(pgettext_lazy("template", "sheet of progress for the family"), "D-22"),
    "journals": _composed(pgettext_lazy("template", "journals"), "D-23"),
}
