"""The children of closed cases as they were on the day of closing, by dated role and age, for whoever counts them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection

from opora.cases.models import CaseChild
from opora.cases.rules.children_then import ChildThen, what_then
from opora.families import queries as families
from opora.families.rules import Belonging, Birth, RoleSpan, belonging_on

# reads: families_person
_TOLD = """
SELECT told.id, child.person_id, told.family_id, {closed_on}, person.identity IS NOT NULL,
       coalesce(home.placement, ''), coalesce(home.not_asked, ''), last.on, coalesce(later.placement, ''), closing.id,
       closing.reopened_on
  FROM cases_case told
  JOIN cases_casechild child ON child.case_id = told.id
  JOIN families_person person ON person.id = child.person_id
  {closing}
  LEFT JOIN cases_closingchild home ON home.closing_id = closing.id AND home.person_id = child.person_id
  LEFT JOIN LATERAL (
    SELECT contact.id, coalesce(contact.on, visit.due_on) AS on
      FROM cases_followup visit
      LEFT JOIN cases_followupcontact contact ON contact.follow_up_id = visit.id AND contact.result = 'reached'
     WHERE visit.case_id = told.id AND visit.months = 6 AND {stands}
     ORDER BY contact.id IS NULL, visit.due_on DESC, visit.id DESC, contact.on DESC, contact.id DESC LIMIT 1
  ) last ON TRUE
  LEFT JOIN cases_followupchild later ON later.contact_id = last.id AND later.person_id = child.person_id
 WHERE told.id = ANY(%(case_ids)s) AND {closed_on} IS NOT NULL AND told.voided_on IS NULL
 ORDER BY told.id, child.position, child.id
"""
_NOW = _TOLD.format(
    closed_on="told.closed_on",
    closing="LEFT JOIN cases_closing closing ON closing.case_id = told.id AND closing.reopened_on IS NULL",
    stands="visit.cancelled_at IS NULL",
)
# The look back that was due after a closing was called off on opening the case again, or had been made.
_FORMER = _TOLD.format(
    closed_on='closing."on"',
    closing="JOIN cases_closing closing ON closing.case_id = told.id AND closing.reopened_on IS NOT NULL",
    stands="""visit.due_on <= (closing."on" + INTERVAL '6 months')::date
       AND (visit.cancelled_at IS NULL OR visit.cancelled_at >= closing.reopened_on)""",
)


def children_then(case_ids: Collection[int]) -> list[ChildThen]:
    """Each child of the closed ones among these cases; who was entered by mistake is none. For counting, by the system.

    Of a child of the case of whom the family tells nothing, it is taken to be one.
    """
    return [child for _closing, _again, child in _children(_NOW, case_ids)]


def children_of_former_closings(case_ids: Collection[int]) -> list[tuple[int, date, ChildThen]]:
    """The same of each closing of these cases that was undone, with its id and the day on which it was.

    For counting, by the system.
    """
    return _children(_FORMER, case_ids)


def _children(question: str, case_ids: Collection[int]) -> list[tuple[int, Any, ChildThen]]:
    with connection.cursor() as cursor:
        cursor.execute(question, {"case_ids": list(case_ids)})
        rows = cursor.fetchall()
    births = families.births_of({person for _case, person, _family, _day, is_named, *_more in rows if is_named})
    roles = families.roles_in({row[2] for row in rows}, {row[1] for row in rows})
    told = ((closing, again, _child(row, roles.get((row[2], row[1]), ()), births)) for *row, closing, again in rows)
    return [(closing, again, child) for closing, again, child in told if child.what is not Belonging.MISTAKE]


def cases_of_same_children(case_ids: Collection[int]) -> list[int]:
    """These cases and every other one that names a child of theirs: what is told of a child is told in all of them."""
    people = CaseChild.objects.filter(case_id__in=case_ids).values("person_id")
    others = CaseChild.objects.filter(person_id__in=people).values_list("case_id", flat=True)
    return sorted({*case_ids, *others})


def _child(row: Sequence[Any], roles: Iterable[RoleSpan], births: Mapping[int, Birth]) -> ChildThen:
    case_id, person_id, _family_id, closed_on, _is_named, home, told_then, later_on, later_home = row
    born = births.get(person_id)

    def what(on: date) -> Belonging:
        now_told = belonging_on(roles, born, on) if roles else _without_roles(born, on)
        return what_then(now_told, is_birth_known=born is not None, told_then=told_then)

    is_child_later = later_on is None or what(later_on) is Belonging.CHILD
    is_told_later = later_home or not is_child_later
    return ChildThen(
        case_id,
        person_id,
        closed_on,
        what(closed_on),
        home,
        later_on if is_told_later else None,
        later_home if is_child_later else "",
    )


def _without_roles(born: Birth | None, on: date) -> Belonging:
    return belonging_on([RoleSpan("child")], born, on)
