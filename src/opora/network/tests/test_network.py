"""The people around a family: dated maps, talks, three generations; sealed, in sight of the team alone."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import connection

from opora.access.rules import Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import worker
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.families.actions import name_people
from opora.life.queries import life_of, scope_of_place, standings_of
from opora.network import actions
from opora.network.actions import MemberEntry, NeedEntry
from opora.network.models import NetworkMember, NetworkRecord, NetworkTie
from opora.network.queries import circle_of, genogram_of, needs_of, network_of, ties_of_families
from opora.network.rules import parents_of
from opora.partners.models import Partner
from opora.plans.tests.factories import Walk, make_walk
from opora.process.queries import Place, place_of, recordable
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db
LATER = BEGAN + timedelta(days=90)


def add(walk: Walk, name: str = "Тамара Ильинична", kind: str = "relative", **entry: Any) -> NetworkMember:
    return actions.keep_member(
        actor=walk.manager, route_id=walk.route.pk, entry=MemberEntry(kind=kind, name=name, **entry), on=BEGAN
    )


def tie(walk: Walk, member: NetworkMember, kind: str, *, on: Any = BEGAN, **more: Any) -> NetworkRecord:
    return actions.set_tie(actor=walk.manager, member_id=member.pk, kind=kind, on=on, **more)


def seen(walk: Walk) -> Any:
    return network_of(actor=walk.manager, place=place_of(actor=walk.manager, case_id=walk.case.pk), on=LATER)


def test_a_tie_of_another_day_makes_a_new_map_and_leaves_the_former_as_it_was() -> None:
    walk = make_walk()
    granny, father = add(walk), add(walk, "Олег", "partner")
    tie(walk, granny, "broken")
    tie(walk, father, "stressful", strength=3)
    tie(walk, granny, "supportive", on=LATER, agreed="Звонит по воскресеньям")
    found = seen(walk)
    assert [one.record.on for one in found.maps] == [LATER, BEGAN]
    assert {one.tie.kind for one in found.maps[1].ties} == {"broken", "stressful"}
    assert {one.tie.kind for one in found.maps[0].ties} == {"supportive", "stressful"}
    change = found.change(found.maps[1], found.maps[0])
    assert (change.restored, change.supportive_then, change.supportive_now) == ((granny.pk,), 0, 1)


def test_what_the_parent_confirmed_is_no_more_confirmed_when_it_changes() -> None:
    walk = make_walk()
    granny = add(walk)
    drawn = tie(walk, granny, "broken")
    actions.confirm_map(actor=walk.manager, record_id=drawn.pk, on=BEGAN)
    tie(walk, granny, "mixed")
    assert NetworkRecord.objects.get().confirmed_on is None
    with pytest.raises(Invalid):
        actions.confirm_map(actor=walk.manager, record_id=drawn.pk, on=BEGAN - timedelta(days=1))


def test_a_tie_taken_off_stays_on_the_former_map() -> None:
    walk = make_walk()
    granny = add(walk)
    tie(walk, granny, "supportive")
    tie(walk, granny, "", on=LATER)
    assert [len(one.ties) for one in seen(walk).maps] == [0, 1]
    with pytest.raises(Conflict):
        tie(walk, granny, "mixed", on=BEGAN + timedelta(days=3))


@pytest.mark.parametrize(
    "wrong", [{"kind": "warm"}, {"kind": "mixed", "strength": 4}, {"kind": "mixed", "direction": "up"}]
)
def test_a_tie_nobody_knows_is_not_drawn(wrong: dict[str, Any]) -> None:
    walk = make_walk()
    granny = add(walk)
    with pytest.raises(Invalid):
        actions.set_tie(actor=walk.manager, member_id=granny.pk, on=BEGAN, **wrong)


def test_names_and_agreements_lie_sealed() -> None:
    walk = make_walk()
    granny = add(walk, note="Пьёт по праздникам")
    tie(walk, granny, "mixed", agreed="Не спорить при детях")
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, note FROM network_networkmember")
        lying = b"".join(bytes(one) for one in cursor.fetchone())
        cursor.execute("SELECT agreed FROM network_networktie")
        lying += bytes(cursor.fetchone()[0])
    for word in ("Тамара", "Пьёт", "спорить"):
        assert word.encode() not in lying
    assert (granny.name_text, NetworkTie.objects.get().agreed_text) == ("Тамара Ильинична", "Не спорить при детях")


def test_strangers_find_nobody_and_change_nothing() -> None:
    walk = make_walk()
    granny = add(walk)
    for stranger in (walk.stranger, walk.volunteer, worker(Role.ANALYST)):
        with pytest.raises((NotFound, Refused)):
            actions.set_tie(actor=stranger, member_id=granny.pk, kind="mixed", on=BEGAN)
        with pytest.raises((NotFound, Refused)):
            actions.read_network(actor=stranger, case_id=walk.case.pk, on=BEGAN)
    assert ties_of_families(actor=walk.volunteer) == []


def test_the_grandmother_is_drawn_and_becomes_no_client() -> None:
    walk = make_walk()
    mother, child = walk.home.client, walk.home.child_ids[0]
    granny = actions.add_relative(
        actor=walk.manager,
        case_id=walk.case.pk,
        of=f"p{mother.pk}",
        relation="mother",
        entry=MemberEntry(kind="relative", name="Тамара", born_in=1950, died_in=2011),
        on=BEGAN,
    )
    actions.add_relative(
        actor=walk.manager,
        case_id=walk.case.pk,
        of=f"p{mother.pk}",
        relation="partner",
        entry=MemberEntry(kind="partner", name="Олег", sex="m"),
        state="divorced",
        on=BEGAN,
    )
    place = place_of(actor=walk.manager, case_id=walk.case.pk)
    family = name_people(actor=walk.manager, family_id=place.family_id, on=BEGAN)
    tree = genogram_of(actor=walk.manager, place=place, family=family)
    parents = parents_of(tree.links)
    assert parents[f"p{mother.pk}"] == (f"m{granny.pk}",) and parents[f"p{child}"] == (f"p{mother.pk}",)
    assert [link.state for link in tree.links if link.kind == "couple"] == ["divorced"]
    assert granny.is_dead and granny.sex == "f" and granny.pk not in {one.person_id for one in family.people}


def test_nobody_has_three_parents_nor_is_the_parent_of_a_parent() -> None:
    walk = make_walk()
    mother = f"p{walk.home.client.pk}"
    where: dict[str, Any] = {"actor": walk.manager, "case_id": walk.case.pk, "on": BEGAN}
    names = [add(walk, name) for name in ("Первая", "Вторая", "Третья")]
    for one in names[:2]:
        actions.keep_kin(**where, kind="parent", one=f"m{one.pk}", other=mother)
    with pytest.raises(Conflict):
        actions.keep_kin(**where, kind="parent", one=f"m{names[2].pk}", other=mother)
    with pytest.raises(Invalid):
        actions.keep_kin(**where, kind="parent", one=mother, other=f"m{names[0].pk}")
    with pytest.raises(Invalid):
        actions.keep_kin(**where, kind="couple", one=mother, other=mother)
    again = actions.keep_kin(**where, kind="couple", one=mother, other=f"m{names[2].pk}", state="married")
    same = actions.keep_kin(**where, kind="couple", one=f"m{names[2].pk}", other=mother, state="divorced")
    assert again.pk == same.pk and same.state == "divorced"


def test_guardians_stand_beside_the_parents_by_birth_and_how_two_get_on_is_one_line_that_changes() -> None:
    walk = make_walk()
    child = f"p{walk.home.children[0].pk}"
    mother = f"p{walk.home.client.pk}"
    where: dict[str, Any] = {"actor": walk.manager, "case_id": walk.case.pk, "on": BEGAN}
    father, aunt, uncle, other = (add(walk, name) for name in ("Отец", "Тётя", "Дядя", "Чужая"))
    actions.keep_kin(**where, kind="parent", one=f"m{father.pk}", other=child)
    for one in (aunt, uncle):
        actions.keep_kin(**where, kind="parent", one=f"m{one.pk}", other=child, state="foster")
    with pytest.raises(Conflict):
        actions.keep_kin(**where, kind="parent", one=f"m{other.pk}", other=child, state="foster")
    with pytest.raises(Invalid):
        actions.keep_kin(**where, kind="bond", one=mother, other=f"m{aunt.pk}", state="married")
    first = actions.keep_kin(**where, kind="bond", one=mother, other=f"m{aunt.pk}", state="conflict")
    again = actions.keep_kin(**where, kind="bond", one=f"m{aunt.pk}", other=mother, state="close")
    assert first.pk == again.pk and again.state == "close"
    place = place_of(actor=walk.manager, case_id=walk.case.pk)
    family = name_people(actor=walk.manager, family_id=place.family_id, on=BEGAN)
    tree = genogram_of(actor=walk.manager, place=place, family=family)
    assert parents_of(tree.links)[child] == (f"m{father.pk}", mother)
    assert {link.one for link in tree.links if link.state == "foster"} == {f"m{aunt.pk}", f"m{uncle.pk}"}


def test_who_stands_on_a_map_is_not_simply_taken_off() -> None:
    walk = make_walk()
    granny, wrong = add(walk), add(walk, "Ошибка")
    tie(walk, granny, "mixed")
    with pytest.raises(Conflict):
        actions.void_member(actor=worker(Role.HEAD), member_id=granny.pk, on=BEGAN)
    actions.void_member(actor=worker(Role.HEAD), member_id=wrong.pk, on=BEGAN)
    assert [one.pk for one in NetworkMember.objects.all()] == [granny.pk]


def test_a_talk_and_a_map_stand_in_the_life_and_are_taken_back_there() -> None:
    walk = make_walk()
    granny = add(walk)
    tie(walk, granny, "supportive")
    talk = actions.record_mediation(
        actor=walk.manager,
        case_id=walk.case.pk,
        member_id=granny.pk,
        text="Возьмёт детей на выходные",
        next_step="Позвонить в пятницу",
        next_on=LATER,
        on=BEGAN,
    )
    told = {
        line.told.title: line for line in life_of(actor=walk.manager, case_id=walk.case.pk, limit=20, on=LATER).lines
    }
    assert told["Разговор с окружением: Тамара Ильинична"].told.text == "Возьмёт детей на выходные"
    assert "Карта социальных контактов" in told
    head = worker(Role.HEAD)
    actions.correct_mediation(
        actor=head, record_id=talk.pk, member_id=granny.pk, text="Возьмёт младшего", on=BEGAN, today=LATER
    )
    actions.void_record(actor=head, record_id=talk.pk, reason="Не та семья", on=LATER)
    assert seen(walk).talks == ()
    with pytest.raises(Invalid):
        actions.record_mediation(actor=walk.manager, case_id=walk.case.pk, member_id=None, text="", on=BEGAN)


def test_the_list_counts_ties_from_the_first_map_to_the_newest() -> None:
    walk, lonely = make_walk(), make_walk()
    granny, uncle = add(walk), add(walk, "Дядя Костя")
    tie(walk, granny, "broken")
    tie(walk, granny, "supportive", on=LATER)
    tie(walk, uncle, "supportive", on=LATER)
    tie(lonely, add(lonely, "Сосед"), "stressful")
    head = worker(Role.HEAD)
    found = {one.case_id: one for one in ties_of_families(actor=head)}
    assert len(found[walk.case.pk].compared.restored) == 1 and found[walk.case.pk].compared.change == 2
    assert [one.case_id for one in ties_of_families(actor=head, ask="alone")] == [lonely.case.pk]
    assert [one.case_id for one in ties_of_families(actor=head, ask="strained")] == [lonely.case.pk]
    assert len(ties_of_families(actor=head, ask="unconfirmed")) == 2
    assert ties_of_families(actor=head, ask="talks") == []


def test_every_look_and_change_is_journaled() -> None:
    walk = make_walk()
    tie(walk, add(walk), "mixed")
    actions.read_network(actor=walk.manager, case_id=walk.case.pk, on=LATER)
    verbs = [line.verb for line in JournalEntry.objects.filter(verb__startswith="network.").order_by("pk")]
    assert verbs == ["network.member_kept", "network.tie_set", "network.read"]


def test_what_must_be_asked_of_others_stands_with_who_helps_and_the_circle_is_each_once() -> None:
    walk = make_walk()
    clinic = Partner.objects.create(
        name="Поликлиника № 4", kind="health", services="Врачи", contacts="+7 495 000-00-00"
    )
    where = {"actor": walk.manager, "route_id": walk.route.pk, "on": BEGAN}
    with pytest.raises(Invalid) as told:
        actions.keep_need(entry=NeedEntry(text=" ", outside="x", partner_id=0), **where)
    assert set(told.value.fields) == {"text", "outside", "partner_id"}
    first = actions.keep_need(entry=NeedEntry("Прививки", partner_id=clinic.pk, contact="Старшая сестра"), **where)
    actions.keep_need(entry=NeedEntry("Логопед", outside="yes", partner_id=clinic.pk), **where)
    actions.keep_need(entry=NeedEntry("Режим дня", outside="no"), **where)
    unclear = actions.keep_need(entry=NeedEntry("Пособие"), **where)
    assert (first.outside, unclear.outside) == ("yes", "")
    place = place_of(actor=walk.manager, case_id=walk.case.pk)
    (helps,) = circle_of(needs_of(actor=walk.manager, place=place))
    assert (helps.partner, helps.contacts, set(helps.needs)) == (clinic, ("Старшая сестра",), {"Прививки", "Логопед"})
    standing = standings_of(scope=scope_of_place(place), on=BEGAN)["network"]
    assert standing.told.title == "Партнёры: Поликлиника № 4"
    for one in needs_of(actor=walk.manager, place=place)[:]:
        entry = NeedEntry(one.said, outside=one.outside, partner_id=one.partner_id, result="obtained")
        actions.keep_need(actor=walk.manager, need_id=one.pk, entry=entry, on=LATER)
    assert not circle_of(needs_of(actor=walk.manager, place=place))[0].is_open
    assert "network" not in standings_of(scope=scope_of_place(place), on=LATER)
    with pytest.raises(NotFound):
        actions.void_need(actor=worker(Role.SPECIALIST), need_id=first.pk, on=LATER)
    actions.void_need(actor=walk.manager, need_id=first.pk, on=LATER)
    assert len(needs_of(actor=walk.manager, place=place)) == 3


def test_what_a_colleague_took_off_meanwhile_does_not_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    walk = make_walk()
    where = {"actor": walk.manager, "route_id": walk.route.pk, "on": BEGAN}
    need = actions.keep_need(entry=NeedEntry("Прививки"), **where)
    aunt = actions.keep_member(entry=MemberEntry(kind="relative", name="Тётя Вера"), **where)

    def taken_off_while_waited_for(**keys: Any) -> Place:
        for record in (need, aunt):
            type(record).objects.filter(pk=record.pk).update(voided_on=BEGAN)
        return recordable(**keys)

    monkeypatch.setattr("opora.network.actions.holding.recordable", taken_off_while_waited_for)
    told = {"actor": walk.manager, "on": LATER}
    for again in (
        partial(actions.keep_need, need_id=need.pk, entry=NeedEntry("Прививки", result="obtained"), **told),
        partial(actions.keep_member, member_id=aunt.pk, entry=MemberEntry(kind="relative", name="Вера"), **told),
    ):
        with pytest.raises(NotFound):
            again()
