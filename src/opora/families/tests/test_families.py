"""Roles and placements: dated, corrected with a trace; families known by codes, many at a time."""

from datetime import date, timedelta

import pytest

from opora.access.rules import SYSTEM
from opora.audit.models import JournalEntry
from opora.common import news
from opora.common.errors import Invalid, NotFound
from opora.families import actions, queries
from opora.families.models import CodeCounter, Family, FamilyMember, Person, Placement
from opora.families.rules import CodedFamily, Identity, RegistrationNote, parse_code

pytestmark = pytest.mark.django_db
ON = date(2026, 3, 1)


@pytest.fixture
def family(window, manager):
    family = actions.create_family(actor=SYSTEM)
    window.show(manager, case_id=1, family_id=family.pk)
    return family


@pytest.fixture
def child(family):
    petya = Identity(surname="Ёлкин", given="Пётр", birth_date=date(2016, 5, 9))
    return actions.add_person(actor=SYSTEM, family=family, role="child", identity=petya)


@pytest.fixture
def told(monkeypatch):
    heard = []
    monkeypatch.setitem(news._listeners, "families.changed", (lambda case_ids: heard.append(case_ids),))
    return heard


def coded(parent, *children):
    return CodedFamily(parse_code(parent), tuple(map(parse_code, children)))


def test_the_family_of_a_case_has_adults_children_ages_and_places(
    family, child, manager, django_assert_max_num_queries
):
    mother = actions.add_person(actor=SYSTEM, family=family, role="mother")
    actions.record_placement(actor=manager, child=child, kind="relatives", from_on=date(2025, 1, 1), case_ids=[1])
    with django_assert_max_num_queries(6):
        shown = queries.family_of_case(actor=manager, case_id=1, on=ON)
    assert [person.code for person in shown.adults] == [mother.code]
    [line] = shown.children
    assert (line.age.years, line.placement.kind, line.current.role) == (9, "relatives", "child")
    assert shown.adults[0].age is None and shown.adults[0].is_caregiver
    assert shown.may_change and shown.may_read_names and shown.may_place


def test_a_role_ends_and_stays_on_record(family, manager, told):
    father = actions.add_person(actor=SYSTEM, family=family, role="father", from_on=date(2025, 1, 1))
    [member] = father.memberships.all()
    with pytest.raises(Invalid):
        actions.end_member(actor=manager, member_id=member.pk, case_id=1, on=date(2024, 12, 31))
    with pytest.raises(Invalid):
        actions.add_member(actor=manager, family=family, person=father, role="relative", case_id=1)
    actions.end_member(actor=manager, member_id=member.pk, case_id=1, on=date(2026, 1, 1))
    actions.end_member(actor=manager, member_id=member.pk, case_id=1, on=date(2026, 2, 2))
    with pytest.raises(Invalid):
        actions.add_member(actor=manager, family=family, person=father, role="relative", case_id=1, from_on=None)
    actions.add_member(
        actor=manager, family=family, person=father, role="relative", case_id=1, from_on=date(2026, 1, 1)
    )
    [line] = queries.family_of_case(actor=manager, case_id=1, on=ON).people
    assert [(past.role, past.to_on) for past in line.memberships] == [("father", date(2026, 1, 1)), ("relative", None)]
    assert JournalEntry.objects.filter(verb__startswith="families.role_").count() == 2
    assert told == [[1], [1]]


def test_a_role_changes_in_one_step(family, child, manager):
    grandmother = actions.add_person(actor=SYSTEM, family=family, role="relative")
    actions.change_role(actor=manager, case_id=1, person_id=grandmother.pk, role="guardian", on=ON)
    with pytest.raises(Invalid):
        actions.change_role(actor=manager, case_id=1, person_id=grandmother.pk, role="guardian", on=ON)
    actions.change_role(actor=manager, case_id=1, person_id=child.pk, role=None, on=ON)
    shown = queries.family_of_case(actor=manager, case_id=1, on=ON)
    assert [person.current.role for person in shown.adults] == ["guardian"]
    assert [person.code for person in shown.former] == [child.code]


def test_a_known_person_joins_another_family_only_when_in_sight(window, family, manager):
    stranger_child = actions.add_person(actor=SYSTEM, family=actions.create_family(actor=SYSTEM), role="child")
    with pytest.raises(NotFound):
        actions.add_member(actor=manager, family=family, person=stranger_child, role="child", case_id=1)
    other = stranger_child.memberships.get().family_id
    window.show(manager, case_id=2, family_id=other)
    actions.add_member(actor=manager, family=family, person=stranger_child, role="child", case_id=1)
    assert queries.families_of(stranger_child.pk) == {family.pk, other}


def test_somebody_who_left_is_kept_apart(family, child, manager):
    actions.end_member(actor=manager, member_id=child.memberships.get().pk, case_id=1, on=ON)
    shown = queries.family_of_case(actor=manager, case_id=1, on=ON)
    assert (shown.children, [person.code for person in shown.former]) == ([], [child.code])


def test_a_role_in_a_strangers_family_does_not_end(window, family, stranger):
    person = actions.add_person(actor=SYSTEM, family=family, role="father")
    with pytest.raises(NotFound):
        actions.end_member(actor=stranger, member_id=person.memberships.get().pk, on=ON)
    with pytest.raises(NotFound):
        actions.end_member(actor=stranger, member_id=0, on=ON)


def test_places_follow_each_other_in_any_order_of_recording(child, manager, told):
    for kind, day in [
        ("own_family", date(2024, 1, 1)),
        ("hospital", date(2025, 6, 1)),
        ("relatives", date(2024, 9, 1)),
    ]:
        actions.record_placement(actor=manager, child=child, kind=kind, from_on=day, case_ids=[1], on=ON)
    history = queries.placements(actor=manager, person_id=child.pk, case_id=1)
    assert [(period.kind, period.until_on) for period in history.periods] == [
        ("own_family", date(2024, 9, 1)),
        ("relatives", date(2025, 6, 1)),
        ("hospital", None),
    ]
    assert told == [[1]] * 3


def test_a_correction_keeps_its_trace(child, manager, told):
    day = date(2025, 6, 1)
    for kind in ("hospital", "institution", "institution"):
        actions.record_placement(actor=manager, child=child, kind=kind, from_on=day, case_ids=[1], on=ON)
    history = queries.placements(actor=manager, person_id=child.pk, case_id=1)
    assert [period.kind for period in history.periods] == ["institution"]
    assert [(entry.kind, entry.voided_on is None) for entry in history.entries] == [
        ("institution", True),
        ("hospital", False),
    ]
    verbs = JournalEntry.objects.filter(verb__startswith="families.placement").values_list("verb", flat=True)
    assert list(verbs.order_by("id")) == ["families.placement_recorded", "families.placement_corrected"]
    assert len(told) == 2


def test_an_entry_made_by_mistake_is_withdrawn_not_erased(child, manager, stranger):
    placement = actions.record_placement(
        actor=manager, child=child, kind="hospital", from_on=date(2025, 6, 1), case_ids=[1], on=ON
    )
    with pytest.raises(NotFound):
        actions.withdraw_placement(actor=stranger, placement_id=placement.pk, case_ids=[])
    for _ in range(2):
        actions.withdraw_placement(actor=manager, placement_id=placement.pk, case_ids=[1])
    history = queries.placements(actor=manager, person_id=child.pk, case_id=1)
    assert (history.periods, len(history.corrected)) == ((), 1)
    assert JournalEntry.objects.filter(verb="families.placement_withdrawn").count() == 1


@pytest.mark.parametrize(
    ("kind", "day", "field"),
    [
        ("nowhere", ON, "kind"),
        ("hospital", ON + timedelta(days=1), "from_on"),
        ("hospital", date(2016, 5, 8), "from_on"),
    ],
)
def test_a_place_that_cannot_be_true_is_refused(kind, day, field, child, manager):
    with pytest.raises(Invalid) as refusal:
        actions.record_placement(actor=manager, child=child, kind=kind, from_on=day, case_ids=[1], on=ON)
    assert list(refusal.value.fields) == [field]
    assert not Placement.objects.exists()


def test_places_are_recorded_of_children_only_and_by_those_who_see_the_family(family, child, manager, stranger):
    mother = actions.add_person(actor=SYSTEM, family=family, role="mother")
    with pytest.raises(Invalid):
        actions.record_placement(actor=manager, child=mother, kind="other", from_on=ON, case_ids=[1], on=ON)
    with pytest.raises(NotFound):
        actions.record_placement(actor=stranger, child=child, kind="other", from_on=ON, case_ids=[1], on=ON)
    with pytest.raises(NotFound):
        queries.placements(actor=stranger, person_id=child.pk, case_id=1)


def test_the_rows_of_the_source_tables_become_families():
    rows = [
        coded("И3", "С24"),
        coded("С33", "С34", "Т8", "Т9", "С35"),
        coded("П25", "В4", "П26", "П27", "П28"),
    ]
    registered = actions.register_coded_families(actor=SYSTEM, families=rows)
    assert [len(family.child_ids) for family in registered] == [1, 4, 4]
    assert not any(family.notes for family in registered)
    codes = queries.codes([*registered[2].child_ids])
    assert [codes[pk] for pk in registered[2].child_ids] == ["В4", "П26", "П27", "П28"]
    family = Family.objects.get(pk=registered[0].family_id)
    added = [actions.add_person(actor=SYSTEM, family=family, role="child", letter=letter).code for letter in "СПВТИ"]
    assert added == ["С36", "П29", "В5", "Т10", "И4"]
    assert JournalEntry.objects.filter(verb="families.registered").count() == 3


def test_the_same_families_twice_change_nothing():
    rows = [coded("И3", "С24"), coded("М35", "Е6", "Е7")]
    first = actions.register_coded_families(actor=SYSTEM, families=rows)
    entries = JournalEntry.objects.count()
    assert actions.register_coded_families(actor=SYSTEM, families=rows) == first
    assert (Person.objects.count(), Family.objects.count(), JournalEntry.objects.count()) == (5, 2, entries)


def test_the_same_caregiver_twice_is_one_family_with_all_children():
    first, second = actions.register_coded_families(
        actor=SYSTEM, families=[coded("И3", "С24"), coded("И3", "С25", "С24", "С25")]
    )
    assert first.family_id == second.family_id
    assert len(second.child_ids) == 2
    assert FamilyMember.objects.filter(family=first.family_id).count() == 3


def test_a_child_of_another_family_is_told_of_and_joins_both():
    first, second = actions.register_coded_families(actor=SYSTEM, families=[coded("И3", "С24"), coded("М35", "С24")])
    assert first.child_ids == second.child_ids
    assert second.notes == (("С24", RegistrationNote.CHILD_OF_ANOTHER_FAMILY),)
    assert Person.objects.get(pk=first.child_ids[0]).memberships.count() == 2


def test_codes_that_stand_in_the_wrong_place_are_told_of():
    [first] = actions.register_coded_families(actor=SYSTEM, families=[coded("И3", "И3", "С24")])
    assert (len(first.child_ids), first.notes) == (1, (("И3", RegistrationNote.CHILD_IS_CAREGIVER),))
    [grown_up] = actions.register_coded_families(actor=SYSTEM, families=[coded("С24", "С50")])
    assert grown_up.notes == (("С24", RegistrationNote.PARENT_IS_CHILD),)
    assert grown_up.parent_id == first.child_ids[0]
    [confused] = actions.register_coded_families(actor=SYSTEM, families=[coded("М1", "И3")])
    assert confused.notes == (("И3", RegistrationNote.CHILD_IS_CAREGIVER),)


def test_nothing_to_register_is_no_mistake():
    assert actions.register_coded_families(actor=SYSTEM, families=[]) == []
    assert not CodeCounter.objects.exists()


def test_thousands_of_families_take_few_queries(django_assert_max_num_queries):
    rows = [coded(f"И{n}", f"С{n}", f"Т{n}") for n in range(1, 2001)]
    with django_assert_max_num_queries(25):
        registered = actions.register_coded_families(actor=SYSTEM, families=rows)
    assert len({family.family_id for family in registered}) == 2000
