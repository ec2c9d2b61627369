"""Volunteers and donors are people of the organization: sealed names, a day of clearance, hours, tasks."""

from datetime import date
from decimal import Decimal

import pytest

from opora.access.models import User
from opora.access.rules import Role
from opora.cases.tests.factories import department, worker
from opora.common.errors import Invalid, NotFound, Refused
from opora.plans.tests.factories import make_walk
from opora.volunteers import actions, queries
from opora.volunteers.models import Helper

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 3)


def joined(name: str = "Мария Тихая", **more: object) -> Helper:
    given = {"kind": "volunteer", "name": name, "joined_on": DAY, **more}
    return actions.keep_helper(actor=worker(Role.COORDINATOR), **given)


def test_the_name_lies_sealed_and_is_found_by_any_of_its_words() -> None:
    helper = joined(contacts="+7 916 000-00-00")
    assert "Тихая".encode() not in bytes(Helper.objects.get().name)
    found = queries.helpers(actor=worker(Role.SPECIALIST), q="тихая", on=DAY)
    assert [line.id for line in found] == [helper.pk]
    assert queries.helpers(actor=worker(Role.SPECIALIST), q="громкая", on=DAY) == []


def test_who_joined_is_counted_by_the_day_volunteers_and_donors_apart() -> None:
    joined()
    joined("Завод", kind="donor")
    joined("Фонд с руками", kind="both")
    joined("Раньше", joined_on=date(2025, 3, 3))
    actor = worker(Role.HEAD)
    found = queries.joined_between(actor=actor, from_on=date(2026, 1, 1), to_on=date(2026, 12, 31))
    assert found == {"volunteer": 2, "donor": 2}


def test_hours_are_given_only_while_one_is_with_us_and_add_up() -> None:
    helper, actor = joined(left_on=date(2026, 4, 1)), worker(Role.COORDINATOR)
    for hours in ("1.5", "2"):
        actions.note_hours(actor=actor, helper_id=helper.pk, hours=Decimal(hours), what="Сборка наборов", on=DAY)
    with pytest.raises(Invalid):
        actions.note_hours(actor=actor, helper_id=helper.pk, hours=Decimal(1), what="Позже", on=date(2026, 5, 1))
    assert queries.helpers(actor=actor, on=DAY)[0].hours == Decimal("3.5")


def test_hours_put_right_or_voided_count_once_and_the_former_line_stays_readable() -> None:
    helper, actor = joined(), worker(Role.COORDINATOR)
    line = actions.note_hours(actor=actor, helper_id=helper.pk, hours=Decimal(20), what="Наборы", on=DAY)
    right = actions.correct_hours(
        actor=actor, hours_id=line.pk, hours=Decimal(2), what="Сборка наборов", on=DAY, today=DAY
    )
    assert queries.helpers(actor=actor, on=DAY)[0].hours == Decimal(2)
    lines = queries.hours_of(actor=actor, helper=helper)
    assert [(one.hours, one.is_voided) for one in lines] == [(Decimal(2), False), (Decimal(20), True)]
    with pytest.raises(NotFound):
        actions.void_hours(actor=actor, hours_id=line.pk, on=DAY)
    actions.void_hours(actor=actor, hours_id=right.pk, on=DAY)
    assert queries.helpers(actor=actor, on=DAY)[0].hours == 0


def test_the_family_of_the_hours_is_named_only_to_who_sees_it() -> None:
    walk, helper, head = make_walk(), joined(), worker(Role.HEAD)
    given = {"helper_id": helper.pk, "hours": Decimal(3), "what": "Присмотр за детьми", "on": DAY}
    with pytest.raises(Invalid) as refusal:
        actions.note_hours(actor=head, case_number="нет-такого", **given)
    assert set(refusal.value.fields) == {"case_number"}
    line = actions.note_hours(actor=head, case_number=walk.case.number, **given)
    assert queries.hours_of(actor=head, helper=helper)[0].case_number == walk.case.number
    stranger = worker(Role.SPECIALIST)
    assert [(one.case_id, one.case_number) for one in queries.hours_of(actor=stranger, helper=helper)] == [(None, "")]
    elsewhere = worker(Role.COORDINATOR, department())
    with pytest.raises(Invalid):
        actions.note_hours(actor=elsewhere, case_number=walk.case.number, **given)
    rest = {"hours": Decimal(4), "what": "Присмотр", "on": DAY, "today": DAY}
    right = actions.correct_hours(actor=elsewhere, hours_id=line.pk, **rest)
    assert right.case_id == walk.case.pk, "a family unseen in the form is not lost by correcting the hours"


def test_an_old_or_missing_clearance_is_found_among_who_helps_now() -> None:
    joined("Давно", cleared_on=date(2024, 1, 1))
    joined("Недавно", cleared_on=date(2026, 1, 1))
    joined("Никогда", kind="both")
    joined("Ушла", cleared_on=date(2020, 1, 1), left_on=DAY)
    joined("Завод", kind="donor")
    actor = worker(Role.HEAD)

    def found(state: str) -> list[str]:
        return [line.name for line in queries.helpers(actor=actor, state=state, on=DAY)]

    assert (found("older1"), found("older2"), found("older3")) == (["Давно"], ["Давно"], [])
    assert found("unchecked") == ["Никогда"]


def test_an_account_belongs_to_one_volunteer_and_tells_the_tasks() -> None:
    account = worker(Role.VOLUNTEER)
    helper = joined(user_id=account.user_id)
    assert queries.tasks_of(helper) == {"open": 0, "done": 0}
    with pytest.raises(Invalid):
        joined("Другая", user_id=account.user_id)
    assert (account.user_id, account.name) in queries.accounts(actor=worker(Role.HEAD))
    assert User.objects.filter(pk=account.user_id).exists()


def test_a_volunteer_sees_no_list_and_a_specialist_only_reads() -> None:
    with pytest.raises(NotFound):
        queries.helpers(actor=worker(Role.VOLUNTEER), on=DAY)
    with pytest.raises(Refused):
        actions.keep_helper(actor=worker(Role.SPECIALIST), kind="donor", name="Завод", joined_on=DAY)


def test_a_donor_is_entered_where_goods_come_in_and_stands_in_the_one_list() -> None:
    keeper = worker(Role.WAREHOUSE)
    donor = actions.keep_donor(actor=keeper, name="Магазин «Колосок»", giver="organization", on=DAY)
    assert [line.name for line in queries.helpers(actor=worker(Role.HEAD), kind="donor", on=DAY)] == [donor.name_text]
    with pytest.raises(Invalid):
        actions.keep_donor(actor=keeper, name="магазин  «колосок»", giver="organization", on=DAY)
    actions.keep_donor(actor=keeper, donor_id=donor.pk, name="Колосок", giver="organization", is_active=False, on=DAY)
    joined("Фонд с руками", kind="both")
    joined("Мария, волонтёр")
    assert [(one.name, one.is_active) for one in queries.donors(actor=keeper)] == [
        ("Колосок", False),
        ("Фонд с руками", True),
    ]
    with pytest.raises(NotFound):
        actions.keep_donor(actor=keeper, donor_id=joined("Олег").pk, name="Чужой", giver="person", on=DAY)
    with pytest.raises(NotFound):
        queries.donors(actor=worker(Role.ANALYST))
