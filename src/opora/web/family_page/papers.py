"""The papers on the page of a family: what lacks and what ends stands on top, everything else in one line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from opora.families.queries import NamedFamily
from opora.process.queries import RouteFile
from opora.web.family_page.due import Due, due_said
from opora.web.family_page.next_step import Need, NextStep

if TYPE_CHECKING:
    from opora.papers.models import Consent


@dataclass(frozen=True, slots=True)
class Ending:
    """A consent that ends soon or has ended, with whose it is."""

    consent: "Consent"
    who: str
    due: Due


@dataclass(frozen=True, slots=True)
class Papers:
    """What the likely step lacks, the consents that end, and the titles of what is there."""

    missing: tuple[Need, ...]
    ending: list[Ending]
    there: list[str]


def papers_of(
    found: RouteFile, consents: "Sequence[Consent]", step: NextStep | None, family: NamedFamily, on: date
) -> Papers:
    """The papers of a path; ``consents`` are those that end soon or have ended."""
    wanted = {lack.title for lack in step.likely.lacks if lack.kind == "document"} if step and step.likely else set()
    missing = tuple(need for need in step.needs if need.title in wanted) if step else ()
    there = dict.fromkeys(line.title for line in found.papers if line.paper.withdrawn_on is None)
    known = family.by_id()
    ending = [
        Ending(
            one,
            known[one.person_id].given if one.person_id in known else one.person.code,
            due_said(one.valid_until, on),
        )
        for one in consents
        if one.valid_until is not None
    ]
    return Papers(missing, ending, list(there))
