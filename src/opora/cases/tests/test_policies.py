"""Which role may do what with a case, by relation: in its team, in its department, elsewhere."""

import pytest

from opora.access.rules import SYSTEM, Actor, Role
from opora.cases import policies
from opora.cases.models import Case
from opora.cases.rules.lifecycle import Problem
from opora.common.errors import Conflict, Invalid, Refused

HERE, THERE = 1, 2
CASE = Case(department_id=HERE)


def somebody(role: str, department_id: int | None = HERE) -> Actor:
    return Actor(user_id=7, name="", grants=frozenset({(role, department_id)}))


@pytest.mark.parametrize(
    ("role", "department_id", "is_member", "change", "follow_up"),
    [
        (Role.HEAD, None, False, True, True),
        (Role.COORDINATOR, HERE, False, True, True),
        (Role.COORDINATOR, None, False, True, True),
        (Role.COORDINATOR, THERE, False, False, False),
        (Role.COORDINATOR, THERE, True, True, True),
        (Role.CASE_MANAGER, HERE, True, True, True),
        (Role.CASE_MANAGER, HERE, False, False, False),
        (Role.SPECIALIST, HERE, True, False, True),
        (Role.SPECIALIST, HERE, False, False, False),
        (Role.PSYCHOLOGIST, HERE, True, False, True),
        (Role.ANALYST, None, True, False, False),
        (Role.VOLUNTEER, HERE, True, False, False),
        (Role.ADMINISTRATOR, None, True, False, False),
    ],
)
def test_who_changes_a_case_and_who_follows_up(
    role: str, department_id: int | None, is_member: bool, change: bool, follow_up: bool
) -> None:
    actor = somebody(role, department_id)
    assert policies.can_change(actor, CASE, is_member=is_member) is change
    assert policies.can_follow_up(actor, CASE, is_member=is_member) is follow_up
    for allowed, check in ((change, policies.check_can_change), (follow_up, policies.check_can_follow_up)):
        if allowed:
            check(actor, CASE, is_member=is_member)
        else:
            with pytest.raises(Refused):
                check(actor, CASE, is_member=is_member)


@pytest.mark.parametrize(
    ("role", "department_id", "opens", "imports"),
    [
        (Role.HEAD, None, True, True),
        (Role.COORDINATOR, HERE, True, True),
        (Role.COORDINATOR, THERE, False, False),
        (Role.CASE_MANAGER, HERE, True, False),
        (Role.CASE_MANAGER, THERE, False, False),
        (Role.SPECIALIST, HERE, False, False),
        (Role.ANALYST, None, False, False),
        (Role.ADMINISTRATOR, None, False, False),
    ],
)
def test_who_opens_and_who_imports(role: str, department_id: int | None, opens: bool, imports: bool) -> None:
    actor = somebody(role, department_id)
    assert policies.can_open(actor, department_id=HERE) is opens
    if imports:
        policies.check_can_import(actor, department_ids=[HERE])
    else:
        with pytest.raises(Refused):
            policies.check_can_import(actor, department_ids=[HERE])


def test_the_command_line_may_do_everything() -> None:
    policies.check_can_open(SYSTEM, department_id=HERE)
    policies.check_can_change(SYSTEM, CASE, is_member=False)


def test_every_problem_has_a_sentence() -> None:
    assert set(policies.SENTENCES) == set(Problem)


def test_what_others_did_is_a_conflict_and_what_was_typed_is_invalid() -> None:
    policies.refuse([])
    with pytest.raises(Conflict):
        policies.refuse([Problem.BEFORE_OPENING, Problem.ALREADY_CLOSED])
    with pytest.raises(Invalid) as refusal:
        policies.refuse([Problem.BEFORE_OPENING, Problem.SUMMARY_MISSING])
    assert set(refusal.value.fields) == {"on", "summary"}


def test_an_old_page_is_told_apart_from_a_fresh_one() -> None:
    policies.check_revision(Case(revision=3), 3)
    policies.check_revision(Case(revision=3), None)
    with pytest.raises(Conflict):
        policies.check_revision(Case(revision=3), 2)
