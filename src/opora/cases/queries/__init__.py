"""Reading cases: always for somebody, and what that person may not see is not there."""

from opora.cases.queries.birthdays import ComingBirthday, coming_birthdays
from opora.cases.queries.case_file import CaseFile, get_case_file, homes_at
from opora.cases.queries.case_rows import CaseRow
from opora.cases.queries.case_sight import CaseSight
from opora.cases.queries.children import children_on
from opora.cases.queries.children_then import cases_of_same_children, children_of_former_closings, children_then
from opora.cases.queries.choices import (
    closing_reasons,
    departments_of,
    follow_up_choices,
    may_take_part,
    next_free_number,
    no_exit_reasons,
    people_for,
    placement_kinds,
    programs_of,
    team_parts,
    why_no_exit,
)
from opora.cases.queries.coming_of_age import coming_of_age
from opora.cases.queries.due import cases_of_family
from opora.cases.queries.families import KnownFamily, families_of_cases, find_families, get_known_family
from opora.cases.queries.listing import CasePage, list_cases
from opora.cases.queries.opened_again import closings_undone
from opora.cases.queries.register import known_cases
from opora.cases.queries.searching import meant, meant_by_name
from opora.cases.queries.standing import standing_file
from opora.cases.queries.visible import (
    can_see,
    get_case,
    get_case_and_part,
    ids_of_same_family,
    is_member,
    visible_to,
)

__all__ = [
    "CaseFile",
    "CasePage",
    "CaseRow",
    "CaseSight",
    "ComingBirthday",
    "KnownFamily",
    "can_see",
    "cases_of_family",
    "cases_of_same_children",
    "children_of_former_closings",
    "children_on",
    "children_then",
    "closing_reasons",
    "closings_undone",
    "coming_birthdays",
    "coming_of_age",
    "departments_of",
    "families_of_cases",
    "find_families",
    "follow_up_choices",
    "get_case",
    "get_case_and_part",
    "get_case_file",
    "get_known_family",
    "homes_at",
    "ids_of_same_family",
    "is_member",
    "known_cases",
    "list_cases",
    "may_take_part",
    "meant",
    "meant_by_name",
    "next_free_number",
    "no_exit_reasons",
    "people_for",
    "placement_kinds",
    "programs_of",
    "standing_file",
    "team_parts",
    "visible_to",
    "why_no_exit",
]
