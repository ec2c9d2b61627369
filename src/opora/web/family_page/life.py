"""The life of the family as its page begins to tell it: the newest lines, as the room of the life shows them."""

from typing import Any

from opora.families.queries import NamedFamily
from opora.life.queries import PANEL, scope_of_place
from opora.life.queries import life_of as newest
from opora.process.queries import Place
from opora.web.family_page.subject import Subject
from opora.web.life.views.reading import life_context


def life_of(subject: Subject, family: NamedFamily) -> dict[str, Any]:
    """The panel of the life; who does not see the case is told of its path."""
    case = subject.case if subject.case_id is not None else None
    department_id = subject.case.department_id if subject.case is not None else subject.known_route.department_id
    place = Place(subject.route, case, department_id)
    names = {one.person_id: one.given for one in family.people if one.given != one.code}
    # Opening the page is in the journal already, and these lines are a part of it.
    life = newest(actor=subject.actor, scope=scope_of_place(place), limit=PANEL, names=names, on=subject.on)
    return life_context(life, place)
