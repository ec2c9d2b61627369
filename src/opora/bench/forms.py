"""Filled and scored forms to draw from: scoring a hundred thousand anew would measure only ourselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from opora.assessments.models import Assessment
from opora.demo.rules.forms import FAMILY, Answers, Course, fill_forms
from opora.demo.rules.lives import InventedLife
from opora.families.rules import RegisteredFamily
from opora.instruments.rules import Definition, Score, score

_VARIANTS = 60
_AGES = (9, 6, 4, 2, 12)


@dataclass(frozen=True, slots=True)
class _Form:
    point: str
    answers: Answers
    comments: Mapping[str, str]
    score: Score


class Pool:
    """Courses of forms by number of children, each with entry and exit."""

    def __init__(self, definition: Definition, *, seed: int, today: date) -> None:
        self.definition = definition
        rng = Random(seed)  # noqa: S311  (chance for figures, not for secrets)
        self._courses = {
            children: [self._course(rng, children, today) for _variant in range(_VARIANTS)]
            for children in range(1, len(_AGES) + 1)
        }

    def _course(self, rng: Random, children: int, today: date) -> list[_Form]:
        course = Course(
            opened_on=today - timedelta(days=400),
            closed_on=today - timedelta(days=10),
            today=today,
            hardship=rng.betavariate(2.2, 3.2),
            progress=rng.betavariate(2.4, 2),
            has_entry=True,
            has_exit=True,
        )
        ages = _AGES[:children]
        known = {f"c{number}": age for number, age in enumerate(ages)}
        return [
            _Form(form.point, form.answers, form.comments, score(self.definition, form.answers, known))
            for form in fill_forms(rng, self.definition, course, adults=1, ages=ages)
            if form.point != "review"
        ]

    def forms_of(
        self, case_id: int, life: InventedLife, family: RegisteredFamily, version_id: int, assessor_id: int
    ) -> Iterator[Assessment]:
        """An entry for nearly every case, an exit for most closed ones."""
        subjects = {FAMILY: FAMILY, "a0": str(family.parent_id)}
        subjects |= {f"c{number}": str(child_id) for number, child_id in enumerate(family.child_ids)}
        for form in self._courses[len(family.child_ids)][case_id % _VARIANTS]:
            missing = case_id % 20 == 0 or (form.point == "exit" and (life.closed_on is None or case_id % 7 == 0))
            on = life.opened_on if form.point == "entry" else life.closed_on
            if on is not None and not missing:
                yield Assessment(
                    case_id=case_id,
                    point=form.point,
                    status=Assessment.Status.APPROVED,
                    version_id=version_id,
                    on=on,
                    assessor_id=assessor_id,
                    answers={
                        code: {subjects[subject]: value for subject, value in rated.items()}
                        for code, rated in form.answers.items()
                    },
                    comments=dict(form.comments),
                    **_frozen(form.score),
                )


def _frozen(found: Score) -> dict[str, Any]:
    return {
        "ratings": list(found.ratings),
        "weak": found.total,
        "rated": found.rated,
        "applicable": found.applicable,
        "critical": len(found.critical),
        "strengths": len(found.strengths),
        "sections_weak": found.sections,
        "sections_priority": len(found.priority_sections),
        "weak_by_section": list(found.weak_by_section),
        "rated_by_section": list(found.rated_by_section),
    }
