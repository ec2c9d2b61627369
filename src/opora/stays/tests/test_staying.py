"""A family comes, moves, is away for a night, stays longer and leaves; its beds follow."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opora.access.rules import SYSTEM
from opora.cases import actions as cases
from opora.cases.tests import factories as case_factories
from opora.common.errors import Conflict, Invalid, Refused
from opora.families import actions as families
from opora.stays import actions, queries
from opora.stays.models import BedUse, Lodger
from opora.stays.rules import Berth
from opora.stays.tests.factories import CAME, UNTIL, admit, another_family, berths, house

pytestmark = pytest.mark.django_db


def count(place, day, *, last=None, today=None):
    found = queries.figures(actor=SYSTEM, first=day, last=last or day, today=today or last or day)
    return next(one for one in found.places if one.name == place.shelter.name)


class TestComing:
    def test_the_stay_begins_and_everybody_has_a_bed(self):
        place = house()
        admission = admit(place)
        assert (admission.stay.from_on, admission.stay.planned_until) == (CAME, UNTIL)
        found = count(place, CAME)
        assert (found.beds, found.taken, found.free) == (6, 3, 3)
        assert (found.families, found.women, found.children, found.bed_nights, found.admitted) == (1, 1, 2, 3, 1)

    def test_above_capacity_only_with_a_reason(self):
        place = house(2)
        people = place.people
        wanted = [*berths(people[:2], place.beds), Berth(people[2], None, is_extra=True)]
        said = {
            "actor": place.scene.case_manager,
            "case_id": place.scene.case.pk,
            "shelter_id": place.shelter.pk,
            "berths": wanted,
            "reason": "no_home",
            "on": CAME,
        }
        with pytest.raises(Invalid) as refused:
            actions.admit(**said)
        assert "over_capacity" in refused.value.fields
        assert not place.scene.case.stays.exists(), "nothing is kept of what was refused"
        made = actions.admit(**said, over_capacity="Ночь, больше негде")
        assert made.over_capacity_text == "Ночь, больше негде"
        found = count(place, CAME)
        assert (found.taken, found.free, found.over, found.bed_nights) == (2, 0, 1, 3)

    def test_a_taken_bed_is_given_to_nobody_else(self):
        place = house()
        admit(place)
        other = another_family(place)
        with pytest.raises(Invalid) as refused:
            admit(place, other, on=CAME + timedelta(days=3))
        assert "people" in refused.value.fields
        admit(place, other, beds=place.beds[3:], on=CAME + timedelta(days=3))
        assert count(place, CAME + timedelta(days=3)).taken == 5

    def test_who_has_not_left_keeps_the_bed_though_the_agreed_day_is_past(self):
        place = house()
        admit(place)
        with pytest.raises(Invalid):
            admit(place, another_family(place), on=UNTIL + timedelta(days=5), until=None)

    def test_everything_wrong_is_said_at_once(self):
        place = house()
        stranger = case_factories.household(1)
        with pytest.raises(Invalid) as refused:
            actions.admit(
                actor=place.scene.case_manager,
                case_id=place.scene.case.pk,
                shelter_id=place.shelter.pk,
                berths=[Berth(stranger.client.pk, place.beds[0].pk)],
                reason="",
                on=CAME,
            )
        assert {"people", "reason"} <= refused.value.fields.keys()

    def test_a_family_of_any_program_may_live_in_a_named_place_and_its_work_goes_on_after_it(self):
        place = house(layout="support")
        admit(place)
        cases.end_stay(actor=place.scene.case_manager, case_id=place.scene.case.pk, on=UNTIL)
        assert not place.scene.case.follow_ups.exists(), "leaving a shelter is no exit of this program"
        case_factories.close_case(place.scene, on=UNTIL + timedelta(days=30))
        assert place.scene.case.follow_ups.get().due_on == date(2026, 11, 1)

    def test_a_partners_shelter_is_a_place_too(self):
        place = house(layout="support")
        there = actions.add_shelter(actor=SYSTEM, name="Приют у реки", kind="partner", on=CAME)
        made = actions.admit(
            actor=place.scene.case_manager,
            case_id=place.scene.case.pk,
            shelter_id=there.pk,
            berths=[Berth(place.people[0])],
            reason="no_home",
            on=CAME,
        )
        assert made.shelter.kind == "partner"


class TestExpected:
    def expect(self, place, scene, from_on, beds, until=None):
        people = [scene.home.client.pk, *scene.home.child_ids]
        return actions.expect(
            actor=scene.case_manager,
            case_id=scene.case.pk,
            shelter_id=place.shelter.pk,
            berths=berths(people, beds),
            reason="respite",
            planned_until=until,
            from_on=from_on,
            on=CAME,
        )

    def test_beds_are_kept_and_become_its_own_when_it_comes(self):
        place = house()
        made = self.expect(place, place.scene, CAME + timedelta(days=5), place.beds)
        assert count(place, CAME).taken == 0
        with pytest.raises(Invalid):
            admit(place, another_family(place))
        arrived = actions.arrive(actor=place.scene.case_manager, admission_id=made.pk, on=CAME + timedelta(days=6))
        assert arrived.stay.from_on == CAME + timedelta(days=6)
        assert count(place, CAME + timedelta(days=6)).taken == 3

    def test_after_the_agreed_end_of_one_the_bed_is_kept_for_the_next_and_no_extension_takes_it_away(self):
        place = house()
        admission = admit(place)
        other = another_family(place)
        self.expect(place, other, UNTIL, place.beds)
        with pytest.raises(Conflict):
            actions.extend_at_once(
                actor=place.scene.coordinator,
                admission_id=admission.pk,
                until=UNTIL + timedelta(days=7),
                reason="Жильё не готово",
                on=UNTIL - timedelta(days=3),
            )
        admission.stay.refresh_from_db()
        assert admission.stay.planned_until == UNTIL

    def test_nobody_moves_in_while_the_former_family_is_still_there(self):
        place = house()
        admit(place)
        other = another_family(place)
        made = self.expect(place, other, UNTIL, place.beds)
        with pytest.raises(Conflict):
            actions.arrive(actor=other.case_manager, admission_id=made.pk, on=UNTIL)
        cases.end_stay(actor=place.scene.case_manager, case_id=place.scene.case.pk, on=UNTIL + timedelta(days=2))
        actions.arrive(actor=other.case_manager, admission_id=made.pk, on=UNTIL + timedelta(days=2))
        assert count(place, UNTIL + timedelta(days=1), today=UNTIL + timedelta(days=3)).families == 1
        assert count(place, UNTIL + timedelta(days=2), today=UNTIL + timedelta(days=3)).taken == 2

    def test_called_off_the_beds_are_free_again(self):
        place = house()
        made = self.expect(place, place.scene, CAME + timedelta(days=5), place.beds)
        actions.call_off(actor=place.scene.case_manager, admission_id=made.pk, on=CAME)
        admit(place, another_family(place))
        assert not BedUse.objects.filter(kind="expected").exists()


class TestDuring:
    def test_the_stay_is_made_longer_after_a_yes(self):
        place = house()
        admission = admit(place)
        longer = UNTIL + timedelta(days=14)
        ask = actions.ask_extension(
            actor=place.scene.case_manager, admission_id=admission.pk, until=longer, reason="Суд", on=UNTIL
        )
        with pytest.raises(Refused):
            actions.decide_extension(actor=place.scene.case_manager, admission_id=admission.pk, agrees=True, on=UNTIL)
        decided = actions.decide_extension(
            actor=place.scene.coordinator, admission_id=admission.pk, agrees=True, on=UNTIL
        )
        assert decided.pk == ask.pk and decided.extension.new_until == longer
        assert set(BedUse.objects.values_list("held_until", flat=True)) == {longer}

    def test_a_no_wants_a_reason_and_changes_nothing(self):
        place = house()
        admission = admit(place)
        actions.ask_extension(
            actor=place.scene.case_manager,
            admission_id=admission.pk,
            until=UNTIL + timedelta(days=9),
            reason="Суд",
            on=CAME,
        )
        said = {"actor": place.scene.coordinator, "admission_id": admission.pk, "agrees": False, "on": CAME}
        with pytest.raises(Invalid):
            actions.decide_extension(**said)
        assert actions.decide_extension(**said, refusal="Квартира готова").refusal_text == "Квартира готова"
        assert set(BedUse.objects.values_list("held_until", flat=True)) == {UNTIL}

    def test_a_family_moves_between_rooms_without_leaving(self):
        place = house()
        admission = admit(place)
        day = CAME + timedelta(days=4)
        actions.move(
            actor=place.scene.case_manager,
            admission_id=admission.pk,
            berths=berths(place.people, place.beds[3:]),
            on=day,
        )
        assert place.scene.case.stays.get().left_on is None
        board = queries.board_of(actor=SYSTEM, shelter_id=place.shelter.pk, day=day, today=day)
        assert [room.free for room in board.rooms] == [3, 0]
        assert count(place, CAME, last=day).bed_nights == 15, "no night is lost or counted twice"

    def test_two_of_a_family_change_beds_with_each_other(self):
        place = house()
        admission = admit(place)
        first, second = place.beds[:2]
        actions.move(
            actor=place.scene.case_manager,
            admission_id=admission.pk,
            berths=[Berth(place.people[0], second.pk), Berth(place.people[1], first.pk)],
            on=CAME + timedelta(days=1),
        )
        present = BedUse.objects.filter(released_on=None, lodger__person=place.people[0])
        assert present.get().bed_id == second.pk

    def test_the_mother_is_away_for_a_night_and_keeps_the_bed(self):
        place = house()
        admission = admit(place)
        mother = Lodger.objects.get(person=place.people[0])
        night = CAME + timedelta(days=2)
        said = {"actor": place.scene.case_manager, "admission_id": admission.pk, "lodger_ids": [mother.pk]}
        actions.note_away(**said, from_on=night, back_on=night + timedelta(days=1), on=night)
        board = queries.board_of(actor=SYSTEM, shelter_id=place.shelter.pk, day=night, today=night)
        assert len(board.away) == 1 and board.counts["free"] == 3
        with pytest.raises(Conflict):
            actions.note_away(**said, from_on=night, back_on=night + timedelta(days=2), on=night)

    def test_a_child_born_during_the_stay_lives_there_from_that_day(self):
        place = house()
        admission = admit(place)
        day = CAME + timedelta(days=10)
        child = families.add_person(actor=SYSTEM, family=place.scene.home.family, role="child", letter="С", on=day)
        actions.add_lodger(
            actor=place.scene.case_manager,
            admission_id=admission.pk,
            berth=Berth(child.pk),
            was_born=True,
            on=day,
        )
        assert count(place, day - timedelta(days=1), today=day).children == 2
        assert (count(place, day).children, count(place, day).bed_nights) == (3, 3), "it sleeps with its mother"

    def test_one_leaves_and_the_others_stay(self):
        place = house()
        admission = admit(place)
        child = Lodger.objects.get(person=place.people[2])
        day = CAME + timedelta(days=3)
        actions.take_leave(actor=place.scene.case_manager, admission_id=admission.pk, lodger_id=child.pk, on=day)
        assert (count(place, day).children, count(place, day).taken) == (1, 2)


class TestLeaving:
    def test_the_day_of_leaving_is_no_night(self):
        place = house()
        admit(place)
        left = CAME + timedelta(days=2)
        cases.end_stay(actor=place.scene.case_manager, case_id=place.scene.case.pk, on=left)
        assert count(place, CAME, last=UNTIL).bed_nights == 6
        assert (count(place, left).families, count(place, left).left) == (0, 1)
        admit(place, another_family(place), on=left)

    def test_closing_the_case_ends_the_stay_and_frees_the_beds(self):
        place = house()
        admit(place)
        left = CAME + timedelta(days=20)
        case_factories.close_case(place.scene, on=left)
        assert count(place, left).taken == 0
        assert set(Lodger.objects.values_list("left_on", flat=True)) == {left}
        assert place.scene.case.follow_ups.get().due_on == date(2026, 9, 22), "six months after the exit"

    def test_a_wrong_closing_day_set_right_moves_the_nights(self):
        place = house()
        admit(place)
        case_factories.close_case(place.scene, on=CAME + timedelta(days=20))
        cases.correct_closing(
            actor=place.scene.coordinator,
            case_id=place.scene.case.pk,
            reason="goals_achieved",
            closed_on=CAME + timedelta(days=18),
            why="Ошибка в дате",
            on=CAME + timedelta(days=21),
        )
        assert count(place, CAME, last=UNTIL).bed_nights == 18 * 3

    def test_a_case_opened_by_mistake_counts_nowhere_and_holds_no_bed(self):
        place = house()
        admit(place)
        cases.void_case(actor=place.scene.coordinator, case_id=place.scene.case.pk, reason="Двойник", on=CAME)
        found = count(place, CAME)
        assert (found.taken, found.families, found.bed_nights, found.admitted) == (0, 0, 0, 0)
        admit(place, another_family(place))


class TestBeds:
    def test_a_bed_is_blocked_for_repair_without_a_guest(self):
        place = house()
        bed = place.beds[0]
        use = actions.block_bed(
            actor=place.scene.coordinator, bed_id=bed.pk, from_on=CAME, until=UNTIL, why="Ремонт", on=CAME
        )
        found = count(place, CAME)
        assert (found.beds, found.taken, found.free, found.blocked) == (5, 0, 5, 1)
        with pytest.raises(Invalid):
            admit(place)
        actions.unblock_bed(actor=place.scene.coordinator, use_id=use.pk, on=CAME + timedelta(days=1))
        admit(place, on=CAME + timedelta(days=1))

    def test_a_taken_bed_cannot_be_blocked_or_taken_away(self):
        place = house()
        admit(place)
        bed = place.beds[0]
        with pytest.raises(Conflict):
            actions.block_bed(
                actor=place.scene.coordinator, bed_id=bed.pk, from_on=CAME + timedelta(days=1), why="Ремонт", on=CAME
            )
        with pytest.raises(Conflict):
            actions.remove_bed(actor=place.scene.coordinator, bed_id=bed.pk, on=CAME)

    def test_a_stay_of_earlier_years_gets_its_place_afterwards(self):
        place = house()
        stay = cases.start_stay(actor=SYSTEM, case_id=place.scene.case.pk, planned_until=UNTIL, on=date(2026, 2, 20))
        assert queries.figures(actor=SYSTEM, first=CAME, last=CAME, today=CAME).without_place == 1
        actions.settle(
            actor=place.scene.case_manager,
            case_id=place.scene.case.pk,
            stay_id=stay.pk,
            shelter_id=place.shelter.pk,
            berths=berths(place.people, place.beds),
            reason="no_home",
            on=CAME,
        )
        assert count(place, date(2026, 2, 20), last=CAME).bed_nights == 11 * 3


class TestSeveralPlaces:
    def test_each_counts_its_own_and_twenty_are_asked_no_more_questions_than_one(self):
        places = [house(3), house(2, 3, layout="here")]
        for place in places:
            admit(place)
        leaving = places[1]
        actions.block_bed(
            actor=places[0].scene.coordinator, bed_id=places[0].beds[-1].pk, from_on=UNTIL, why="Ремонт", on=CAME
        )
        admit(leaving, another_family(leaving), beds=leaving.beds[3:], on=CAME + timedelta(days=2))
        days = {"first": CAME, "last": CAME + timedelta(days=9), "today": CAME + timedelta(days=9)}

        def asked(actor):
            with CaptureQueriesContext(connection) as questions:
                found = queries.figures(actor=actor, **days)
            return found.places, len(questions)

        together, number = asked(SYSTEM)
        alone = [asked(place.scene.coordinator) for place in places]
        assert sorted(together, key=str) == sorted((found for (found,), _number in alone), key=str)
        assert {(one.families, one.admitted) for one in together} == {(1, 1), (2, 2)}
        assert {number} == {number for _found, number in alone} and number <= 6
