"""The organization's own fields on the page of a family: what is answered, and where the rest is filled in."""

from dataclasses import dataclass

from django.urls import reverse

from opora.common.language import said
from opora.details.queries import Line, card_of, say_answer
from opora.families.queries import NamedFamily
from opora.process.queries import Place
from opora.web.family_page.subject import Subject


@dataclass(frozen=True, slots=True)
class Details:
    """Question, of whom, answer; the page with the history; where one fills in, for whoever may."""

    said: tuple[tuple[str, str, str], ...]
    url: str
    fill_url: str


def details_of(subject: Subject, family: NamedFamily) -> Details | None:
    """Nothing where no own field is asked and none was ever answered."""
    case, route = subject.case, subject.route
    department = case.department_id if case is not None else subject.known_route.department_id
    card = card_of(subject.actor, Place(route, case, department))
    if not card.lines and not card.is_asked:
        return None
    kind, number = ("case", subject.case_id) if subject.case_id is not None else ("route", route.pk if route else None)
    if number is None:
        return None
    called = family.called()
    lines = tuple((said(one.field.title), _who(one, called), say_answer(one.field, one.answer)) for one in card.lines)
    may_fill = card.is_asked and subject.may_work and not subject.is_over
    fill = reverse(f"fields:{kind}_fill", args=[number]) if may_fill else ""
    return Details(lines, reverse(f"fields:{kind}", args=[number]), fill)


def _who(line: Line, called: dict[int, str]) -> str:
    return called.get(line.about.id, "") if line.about.kind == "person" else ""
