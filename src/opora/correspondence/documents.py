"""The 23 documents that the practices name: what each is for, and on which page it is made or filed (6.2).

Kinds of templates stand in `papers.template_kinds`; a page is named by its address, with the place of the address it
fills from a family, or none.
"""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

FAMILY, PATH, NOWHERE = "case_id", "route_id", ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its number, its name, what it is for, the page where it is made, and of whom that page speaks."""

    code: str
    title: str | Promise
    purpose: str | Promise
    page: str
    of: str = PATH


def _document(code: str, title: str | Promise, purpose: str | Promise, page: str, of: str = PATH) -> Document:
    return Document(code, title, purpose, page, of)


DOCUMENTS: Final = (
    _document(
        "D-01",
        pgettext_lazy("document", "Application"),
        pgettext_lazy("document", "The family asks for help: the work begins with it."),
        "papers:new_letter",
    ),
    _document(
        "D-02",
        pgettext_lazy("document", "Contract of stay"),
        pgettext_lazy("document", "A family moves into the centre: rights, duties, the term."),
        "papers:new_letter",
    ),
    _document(
        "D-03",
        pgettext_lazy("document", "Consents"),
        pgettext_lazy("document", "Each purpose is a paper of its own: data, a child’s data, sharing, publication."),
        "papers:new_letter",
    ),
    _document(
        "D-04",
        pgettext_lazy("document", "Support contract"),
        pgettext_lazy("document", "The family and the organization agree to work together."),
        "papers:new_letter",
    ),
    _document(
        "D-05",
        pgettext_lazy("document", "Individual plan"),
        pgettext_lazy("document", "Goals in the family’s words and who does what by when."),
        "plans:panel",
    ),
    _document(
        "D-06",
        pgettext_lazy("document", "Legal plan"),
        pgettext_lazy("document", "The way out of a legal difficulty: hearings, papers, who helps."),
        "plans:panel",
    ),
    _document(
        "D-07",
        pgettext_lazy("document", "Plan of applications"),
        pgettext_lazy("document", "To which offices one turns, for what, who asks, what came of it."),
        "correspondence:route",
    ),
    _document(
        "D-08",
        pgettext_lazy("document", "Household skills and daily routine"),
        pgettext_lazy("document", "What a mother learns in the centre and how the day of a child goes."),
        "stays:case",
        FAMILY,
    ),
    _document(
        "D-09",
        pgettext_lazy("document", "Social map"),
        pgettext_lazy("document", "Who stands around the family, and which ties hold."),
        "life:route",
    ),
    _document(
        "D-10",
        pgettext_lazy("document", "Assessment form"),
        pgettext_lazy("document", "How the family fares at entry, review, exit and six months later."),
        "assessments:list",
        FAMILY,
    ),
    _document(
        "D-11",
        pgettext_lazy("document", "Risks and resources"),
        pgettext_lazy("document", "What threatens the children, and what the family can lean on."),
        "intake:new_risks",
    ),
    _document(
        "D-12",
        pgettext_lazy("document", "Report of the first visit"),
        pgettext_lazy("document", "What was seen at home; approved by the coordinator."),
        "intake:panel",
    ),
    _document(
        "D-13",
        pgettext_lazy("document", "Analytic report"),
        pgettext_lazy("document", "Put before the panel and frozen from then on."),
        "intake:write_report",
    ),
    _document(
        "D-14",
        pgettext_lazy("document", "Minutes of votes and councils"),
        pgettext_lazy("document", "Who decided what, and why."),
        "councils:panel",
    ),
    _document(
        "D-15",
        pgettext_lazy("document", "Request, petition, certificate, kindergarten place"),
        pgettext_lazy("document", "Help from other offices: numbered, sent, answered."),
        "correspondence:route_new",
    ),
    _document(
        "D-16",
        pgettext_lazy("document", "Agreement with an authority"),
        pgettext_lazy("document", "What was agreed and until when."),
        "correspondence:agreements",
        NOWHERE,
    ),
    _document(
        "D-17",
        pgettext_lazy("document", "Act of help, certificate for goods"),
        pgettext_lazy("document", "What was given to the family."),
        "intake:new_aid",
    ),
    _document(
        "D-18",
        pgettext_lazy("document", "Notice of high risk"),
        pgettext_lazy("document", "To the guardianship authority or the police, within a day."),
        "papers:new_notice",
    ),
    _document(
        "D-19",
        pgettext_lazy("document", "History of a child"),
        pgettext_lazy("document", "Goes with the child into a foster family; written into the log of what was told."),
        "papers:new_history",
    ),
    _document(
        "D-20",
        pgettext_lazy("document", "Criteria of need"),
        pgettext_lazy("document", "By which rules a family is taken in."),
        "intake:screening",
    ),
    _document(
        "D-21",
        pgettext_lazy("document", "Analytic tables"),
        pgettext_lazy("document", "Entry, exit and six months later, case by case."),
        "evidence:outcomes",
        NOWHERE,
    ),
    _document(
        "D-22",
        pgettext_lazy("document", "Report and sheet of progress"),
        pgettext_lazy("document", "For partners the figures, for the family its own way."),
        "assessments:profile",
        FAMILY,
    ),
    _document(
        "D-23",
        pgettext_lazy("document", "Journals"),
        pgettext_lazy("document", "Consultations, signals, letters out and in; each can be taken away as a workbook."),
        "correspondence:list",
        NOWHERE,
    ),
)
