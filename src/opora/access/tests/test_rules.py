"""The table of abilities and the rules about roles."""

import pytest

from opora.access.rules import (
    ABILITIES,
    ROLES,
    SYSTEM,
    Actor,
    Role,
    Scope,
    can,
    departments,
    hash_token,
    scope,
    second_factor_required,
    tidy_grants,
)


def _actor(*grants: tuple[str, int | None]) -> Actor:
    return Actor(1, "Сотрудник", frozenset(grants))


def test_every_row_of_the_table_names_known_roles():
    assert all(set(reach) <= set(ROLES) for reach in ABILITIES.values())


@pytest.mark.parametrize("ability", ["case.read", "identity.read", "case.open", "case.change", "assessment.write"])
@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.METHODOLOGIST, Role.ANALYST, Role.VOLUNTEER])
def test_who_keeps_accounts_counts_or_helps_out_sees_no_family(role, ability):
    assert scope(_actor((role, None)), ability) is Scope.NONE


def test_a_methodologist_changes_the_method_and_sees_all_figures_but_keeps_no_house():
    writer = _actor((Role.METHODOLOGIST, None))
    assert scope(writer, "practice.manage") is scope(writer, "outcomes.read") is Scope.ALL
    assert not any(can(writer, one) for one in ("organization.manage", "people.manage", "journal.read", "data.destroy"))


def test_a_coordinator_of_one_department_does_not_coordinate_another():
    actor = _actor((Role.COORDINATOR, 1), (Role.CASE_MANAGER, 2))
    assert scope(actor, "case.read") is Scope.DEPARTMENT
    assert departments(actor, "case.read") == {1}
    assert departments(actor, "case.open") == {1, 2}


def test_a_coordinator_of_the_whole_organization_reaches_everything():
    assert scope(_actor((Role.COORDINATOR, None)), "case.read") is Scope.ALL


def test_nobody_without_a_role_can_do_anything():
    assert not any(can(_actor(), ability) for ability in ABILITIES)


def test_the_system_can_do_everything():
    assert all(scope(SYSTEM, ability) is Scope.ALL for ability in ABILITIES)


def test_the_whole_organization_swallows_a_department():
    grants = [(Role.COORDINATOR, None), (Role.COORDINATOR, 3), (Role.CASE_MANAGER, 3)]
    assert tidy_grants(grants) == {(Role.COORDINATOR, None), (Role.CASE_MANAGER, 3)}


def test_a_head_is_head_of_the_whole_organization():
    assert tidy_grants([(Role.HEAD, 3)]) == {(Role.HEAD, None)}


def test_a_role_nobody_declared_is_refused():
    with pytest.raises(ValueError, match="owner"):
        tidy_grants([("owner", None)])


@pytest.mark.parametrize(
    ("policy", "role", "required"),
    [
        ("optional", Role.HEAD, False),
        ("leaders", Role.HEAD, True),
        ("leaders", Role.ADMINISTRATOR, True),
        ("leaders", Role.COORDINATOR, True),
        ("leaders", Role.CASE_MANAGER, False),
        ("leaders", Role.ANALYST, False),
        ("everybody", Role.VOLUNTEER, True),
    ],
)
def test_whom_the_organization_asks_for_a_second_factor(policy, role, required):
    assert second_factor_required(policy, [role]) is required


def test_the_kept_hash_does_not_contain_the_secret():
    assert "secret" not in hash_token("secret")
    assert len(hash_token("secret")) == 64
