"""What was written wrong of a stay is put right or taken back: former words stay, beds and figures follow."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases import actions as cases
from opora.cases.tests.factories import close_case, department, worker
from opora.common.dates import today
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.families.sealing import opened
from opora.process.models import Amendment
from opora.stays import actions, queries
from opora.stays.actions import Admitted, Asked
from opora.stays.models import (
    Admission,
    Bed,
    BedUse,
    Departure,
    Lodger,
    NightAway,
    Readiness,
    RoutineMark,
    Shelter,
    SkillLevel,
)
from opora.stays.rules import Berth
from opora.stays.tests.factories import CAME, UNTIL, House, admit, another_family, berths, house

pytestmark = pytest.mark.django_db
ON = CAME + timedelta(days=9)
DAY = timedelta(days=1)


@pytest.fixture
def place() -> House:
    return house()


def count(place: House, day: date, last: date | None = None) -> queries.PlaceFigures:
    found = queries.figures(actor=SYSTEM, first=day, last=last or day, today=max(ON, last or day))
    return next(one for one in found.places if one.name == place.shelter.name)


def said(place: House, **changed: Any) -> Admitted:
    told = {
        "from_on": CAME,
        "planned_until": UNTIL,
        "berths": berths(place.people, place.beds),
        "reason": "violence",
    }
    return Admitted(**{**told, **changed})


def correct(place: House, admission: Admission, **changed: Any) -> Admission:
    return actions.correct_admission(
        actor=place.scene.coordinator,
        admission_id=admission.pk,
        admitted=said(place, **changed),
        why="Записали не то",
        on=ON,
    )


def void(place: House, admission: Admission, **more: Any) -> Admission:
    return actions.void_admission(
        actor=place.scene.coordinator, admission_id=admission.pk, **{"reason": "Не та семья", "on": ON, **more}
    )


def another_centre(place: House) -> Shelter:
    other = actions.add_shelter(
        actor=SYSTEM, name="Другой центр", department_id=place.scene.department.pk, on=date(2026, 1, 1)
    )
    actions.add_room(actor=SYSTEM, shelter_id=other.pk, name="Комната 7", beds=3, on=date(2026, 1, 1))
    return other


def former(record: Any) -> list[tuple[str, str, str]]:
    found = Amendment.objects.filter(source=record.amended_as)
    return [(one.kind, opened(one, "reason"), opened(one, "before").get("text", "")) for one in found]


class TestAnAdmissionPutRight:
    def test_the_day_moves_the_nights_the_beds_and_the_stay(self, place: House) -> None:
        admission = admit(place)
        correct(place, admission, from_on=CAME + 2 * DAY)
        assert place.scene.case.stays.get().from_on == CAME + 2 * DAY
        assert count(place, CAME, ON).bed_nights == 3 * 8
        assert set(Lodger.objects.values_list("from_on", flat=True)) == {CAME + 2 * DAY}
        free, until = place.beds[0].pk, CAME + 2 * DAY
        actions.block_bed(actor=SYSTEM, bed_id=free, from_on=CAME, until=until, why="Ремонт", on=ON)
        [(kind, why, was)] = former(admission)
        assert (kind, why) == ("corrected", "Записали не то")
        assert place.scene.home.client.code in was and "Комната 1" in was

    def test_another_bed_frees_the_one_that_was_written(self, place: House) -> None:
        admission = admit(place)
        correct(place, admission, berths=berths(place.people, place.beds[3:]))
        assert count(place, CAME, ON).bed_nights == 3 * 10
        admit(place, another_family(place), beds=place.beds[:3])
        with pytest.raises(Invalid):
            correct(place, admission)

    def test_two_of_the_family_were_written_into_each_others_beds(self, place: House) -> None:
        admission, (first, second, third) = admit(place), place.beds[:3]
        mother, child, other = place.people
        correct(place, admission, berths=[Berth(mother, second.pk), Berth(child, first.pk), Berth(other, third.pk)])
        assert BedUse.objects.get(lodger__person=mother).bed_id == second.pk

    def test_who_never_came_goes_with_the_nights_and_who_was_forgotten_comes(self, place: House) -> None:
        admission = admit(place)
        child = Lodger.objects.get(person=place.people[2])
        actions.note_away(
            actor=place.scene.case_manager,
            admission_id=admission.pk,
            lodger_ids=[child.pk],
            from_on=CAME + DAY,
            back_on=CAME + 2 * DAY,
            note="У бабушки",
            on=ON,
        )
        correct(place, admission, berths=berths(place.people[:2], place.beds))
        assert (count(place, CAME).children, count(place, CAME).taken) == (1, 2)
        assert "У бабушки" in former(admission)[0][2], "the words of the night stay"
        correct(place, admission)
        assert (count(place, CAME).children, count(place, CAME).taken) == (2, 3)

    def test_a_later_move_stays_as_it_is(self, place: House) -> None:
        admission, moved = admit(place), CAME + 4 * DAY
        actions.move(
            actor=place.scene.case_manager,
            admission_id=admission.pk,
            berths=berths(place.people, place.beds[3:]),
            on=moved,
        )
        mother, *children = place.people
        correct(place, admission, from_on=CAME + DAY, berths=[Berth(mother, place.beds[0].pk), *map(Berth, children)])
        assert count(place, CAME, ON).bed_nights == 3 + 6 * 3, "only the mother had a bed before they moved"
        with pytest.raises(Invalid) as refused:
            correct(place, admission, from_on=moved + DAY)
        assert list(refused.value.fields) == ["on"]

    def test_it_was_in_another_centre(self, place: House) -> None:
        admission, other = admit(place), another_centre(place)
        beds = list(Bed.objects.filter(room__shelter=other))
        elsewhere = said(place, berths=berths(place.people, beds), shelter_id=other.pk)
        about = {"admission_id": admission.pk, "why": "Не тот центр", "on": ON}
        with pytest.raises(NotFound):
            strange = actions.add_shelter(actor=SYSTEM, name="Чужой", department_id=department().pk, on=CAME)
            wrong = said(place, shelter_id=strange.pk)
            actions.correct_admission(actor=place.scene.coordinator, admitted=wrong, **about)
        with pytest.raises(Invalid) as refused:
            wrong = said(place, shelter_id=other.pk)
            actions.correct_admission(actor=place.scene.coordinator, admitted=wrong, **about)
        assert list(refused.value.fields) == ["people"], "beds of the place where the family was not"
        actions.correct_admission(actor=place.scene.coordinator, admitted=elsewhere, **about)
        found = {
            one.name: (one.taken, one.bed_nights)
            for one in queries.figures(actor=SYSTEM, first=CAME, last=ON, today=ON).places
        }
        assert (found[place.shelter.name], found[other.name]) == ((0, 0), (3, 3 * 10))
        [(kind, why, was)] = former(admission)
        assert (kind, why) == ("corrected", "Не тот центр") and place.shelter.name in was
        admit(place, another_family(place))
        with pytest.raises(Invalid):
            admit(House(place.scene, other), another_family(place), beds=beds)

    def test_after_a_move_nobody_knows_where_in_another_centre_it_slept(self, place: House) -> None:
        admission, other = admit(place), another_centre(place)
        actions.move(
            actor=place.scene.case_manager,
            admission_id=admission.pk,
            berths=berths(place.people, place.beds[3:]),
            on=CAME + DAY,
        )
        with pytest.raises(Conflict):
            correct(
                place,
                admission,
                berths=berths(place.people, list(Bed.objects.filter(room__shelter=other))),
                shelter_id=other.pk,
            )

    def test_of_a_family_that_has_left_too(self, place: House) -> None:
        admission, left = admit(place), CAME + 5 * DAY
        cases.end_stay(actor=place.scene.case_manager, case_id=place.scene.case.pk, on=left)
        close_case(place.scene, on=left)
        correct(place, admission, from_on=CAME + DAY, berths=berths(place.people, place.beds[3:]))
        assert count(place, CAME, ON).bed_nights == 3 * 4
        assert place.scene.case.follow_ups.get().due_on == date(2026, 9, 7), "the exit is where it was"

    @pytest.mark.parametrize(
        ("changed", "field"),
        [
            ({}, ""),
            ({"reason": ""}, "reason"),
            ({"berths": []}, "people"),
            ({"from_on": date(2026, 2, 1)}, "on"),
            ({"planned_until": CAME}, "planned_until"),
        ],
    )
    def test_what_is_wrong_is_said_beside_its_field(self, place: House, changed: dict[str, Any], field: str) -> None:
        admission = admit(place)
        with pytest.raises(Invalid) as refused:
            correct(place, admission, **changed)
        assert set(refused.value.fields) == {field} and not former(admission)

    def test_a_reason_is_asked_and_only_of_whoever_may(self, place: House) -> None:
        admission = admit(place)
        told = {"admission_id": admission.pk, "admitted": said(place, reason="no_home"), "on": ON}
        with pytest.raises(Invalid) as refused:
            actions.correct_admission(actor=place.scene.coordinator, why=" ", **told)
        assert list(refused.value.fields) == ["why"]
        with pytest.raises(Refused):
            actions.correct_admission(actor=place.scene.case_manager, why="Ошибка", **told)
        with pytest.raises(NotFound):
            actions.correct_admission(actor=worker(Role.COORDINATOR, department()), why="Ошибка", **told)
        own = {**told, "on": today()}
        actions.correct_admission(actor=place.scene.case_manager, why="Ошибка", **own)


class TestAnAdmissionVoided:
    def test_it_counts_nowhere_and_its_beds_are_free_for_every_night(self, place: House) -> None:
        admission = admit(place)
        void(place, admission)
        found = count(place, CAME, ON)
        assert (found.taken, found.families, found.women, found.bed_nights, found.admitted) == (0, 0, 0, 0, 0)
        board = queries.board_of(actor=SYSTEM, shelter_id=place.shelter.pk, day=CAME, today=ON)
        assert (board.families, board.arriving, board.counts["free"]) == ((), (), 6)
        later = queries.board_of(actor=SYSTEM, shelter_id=place.shelter.pk, day=ON, today=ON)
        assert later.arriving == (), "and it is awaited by nobody"
        assert not place.scene.case.stays.exists()
        admit(place, another_family(place))
        [(kind, why, was)] = former(admission)
        assert (kind, why) == ("voided", "Не та семья") and "Комната 1" in was
        verbs = JournalEntry.objects.filter(case_id=place.scene.case.pk).values_list("verb", flat=True)
        assert {"cases.stay_voided", "process.record_voided"} <= set(verbs)

    def test_the_family_may_come_after_it(self, place: House) -> None:
        void(place, admit(place))
        made = admit(place, on=CAME + DAY)
        assert count(place, CAME, ON).admitted == 1
        _case, rows, unplaced = queries.list_admissions(actor=place.scene.case_manager, case_id=place.scene.case.pk)
        assert [row.voided_on is None for row in rows] == [True, False] and rows[0].pk == made.pk and not unplaced

    def test_what_it_waited_for_it_waits_for_again(self, place: House) -> None:
        waiting = actions.wait_for_place(
            actor=place.scene.case_manager, case_id=place.scene.case.pk, asked=Asked("days", 3), on=CAME
        )
        admission = admit(place)
        void(place, admission)
        waiting.refresh_from_db()
        assert (waiting.answer, waiting.answered_on) == ("", None)

    def test_the_look_back_goes_with_it_and_that_of_the_exit_before_comes_back(self, place: House) -> None:
        admit(place)
        cases.end_stay(actor=place.scene.case_manager, case_id=place.scene.case.pk, on=CAME + 2 * DAY)
        again = admit(place, on=CAME + 4 * DAY)
        due = place.scene.case.follow_ups.filter(cancelled_at=None)
        assert not due.exists()
        void(place, again)
        assert due.get().due_on == date(2026, 9, 4)
        void(place, Admission.objects.get())
        assert not due.exists()

    def test_with_a_longer_stay_agreed_and_a_reason_that_stays_readable(self, place: House) -> None:
        admission = admit(place)
        actions.extend_at_once(
            actor=place.scene.coordinator, admission_id=admission.pk, until=UNTIL + 9 * DAY, reason="Суд", on=ON
        )
        void(place, admission)
        assert "Суд" in former(admission)[0][2] and not BedUse.objects.exists()

    def test_once_and_nothing_is_done_to_it_any_more(self, place: House) -> None:
        admission = admit(place)
        void(place, admission)
        with pytest.raises(Conflict):
            void(place, admission)
        for attempt in (
            lambda: actions.mark_routine(
                actor=place.scene.case_manager, admission_id=admission.pk, mark="kept", on=CAME
            ),
            lambda: actions.add_issue(actor=place.scene.case_manager, admission_id=admission.pk, title="А", on=ON),
        ):
            with pytest.raises(NotFound):
                attempt()
        file = queries.file_of_admission(actor=place.scene.coordinator, admission_id=admission.pk, on=ON)
        assert file.is_voided and not file.is_expected and not (file.may_change or file.may_note or file.may_tell)
        assert [one.why for one in file.mended.was[admission.amended_as]] == ["Не та семья"]


class TestNightsAway:
    def away(self, place: House, admission: Admission) -> NightAway:
        (made,) = actions.note_away(
            actor=place.scene.case_manager,
            admission_id=admission.pk,
            lodger_ids=[Lodger.objects.get(person=place.people[0]).pk],
            from_on=CAME + DAY,
            back_on=CAME + 3 * DAY,
            note="К сестре",
            on=ON,
        )
        return made

    def test_put_right_and_the_former_words_stay(self, place: House) -> None:
        made = self.away(place, admit(place))
        told = {"actor": place.scene.coordinator, "away_id": made.pk, "reason": "Не те дни", "on": ON}
        actions.correct_away(**told, from_on=CAME + DAY, back_on=CAME + 2 * DAY, note="К маме")
        made.refresh_from_db()
        assert (made.back_on, made.note_text) == (CAME + 2 * DAY, "К маме")
        assert "К сестре" in former(made)[0][2]
        with pytest.raises(Invalid) as refused:
            actions.correct_away(**told, from_on=CAME - DAY, back_on=CAME - DAY)
        assert set(refused.value.fields) == {"from_on", "back_on"}

    def test_voided_the_night_may_be_noted_anew(self, place: House) -> None:
        admission = admit(place)
        made = self.away(place, admission)
        actions.void_away(actor=place.scene.coordinator, away_id=made.pk, reason="Ночевала здесь", on=ON)
        board = queries.board_of(actor=SYSTEM, shelter_id=place.shelter.pk, day=CAME + DAY, today=ON)
        assert board.away == ()
        again = self.away(place, admission)
        file = queries.file_of_admission(actor=place.scene.coordinator, admission_id=admission.pk, on=ON)
        assert [one.pk for one in file.nights_away] == [again.pk, made.pk], "a past night is told, a void one too"

    def test_a_night_that_was_meant_and_did_not_come_because_the_family_left_stays_readable(self, place: House) -> None:
        made = self.away(place, admit(place))
        cases.end_stay(actor=place.scene.case_manager, case_id=place.scene.case.pk, on=CAME + DAY)
        kept = NightAway.every.get(pk=made.pk)
        assert kept.voided_on is not None and kept.note_text == "К сестре"


class TestLongerStays:
    def longer(self, place: House, admission: Admission, days: int) -> Any:
        return actions.extend_at_once(
            actor=place.scene.coordinator, admission_id=admission.pk, until=UNTIL + days * DAY, reason="Суд", on=ON
        )

    def test_put_right_the_beds_are_held_as_long_as_is_agreed(self, place: House) -> None:
        admission = admit(place)
        ask = self.longer(place, admission, 20)
        told = {"actor": place.scene.coordinator, "ask_id": ask.pk, "why": "Суд", "on": ON}
        actions.correct_extension(**told, until=UNTIL + 2 * DAY, reason="Описка")
        assert set(BedUse.objects.values_list("held_until", flat=True)) == {UNTIL + 2 * DAY}
        assert place.scene.case.stays.get().planned_until == UNTIL + 2 * DAY
        assert "Суд" in former(ask)[0][2]
        with pytest.raises(Invalid):
            actions.correct_extension(**told, until=UNTIL, reason="Описка")

    def test_voided_the_end_agreed_before_stands_and_only_the_newest_goes(self, place: House) -> None:
        admission = admit(place)
        first, second = self.longer(place, admission, 5), self.longer(place, admission, 9)
        told = {"actor": place.scene.coordinator, "reason": "Не просили", "on": ON}
        with pytest.raises(Conflict):
            actions.void_extension(ask_id=first.pk, **told)
        actions.void_extension(ask_id=second.pk, **told)
        assert place.scene.case.stays.get().planned_until == UNTIL + 5 * DAY
        actions.void_extension(ask_id=first.pk, **told)
        assert set(BedUse.objects.values_list("held_until", flat=True)) == {UNTIL}
        other = another_family(place)
        actions.expect(
            actor=other.case_manager,
            case_id=other.case.pk,
            shelter_id=place.shelter.pk,
            berths=berths([other.home.client.pk, *other.home.child_ids], place.beds),
            reason="respite",
            from_on=UNTIL,
            on=ON,
        )

    def test_who_asked_takes_the_question_back_and_not_the_answer(self, place: House) -> None:
        admission = admit(place)
        manager = place.scene.case_manager
        told = {"actor": manager, "admission_id": admission.pk, "until": UNTIL + DAY, "reason": "Суд", "on": today()}
        ask = actions.ask_extension(**told)
        actions.void_extension(actor=manager, ask_id=ask.pk, reason="Рано", on=today())
        again = actions.ask_extension(**told)
        actions.decide_extension(actor=place.scene.coordinator, admission_id=admission.pk, agrees=True, on=today())
        with pytest.raises(Refused):
            actions.void_extension(actor=manager, ask_id=again.pk, reason="Рано", on=today())


class TestTheWayOut:
    def leave(self, place: House, admission: Admission, on: date) -> Departure:
        return actions.depart(
            actor=place.scene.case_manager,
            admission_id=admission.pk,
            destination="own_home",
            children="all",
            note="Мама встретит",
            on=on,
        )

    def test_the_day_of_leaving_put_right_moves_nights_beds_and_the_look_back(self, place: House) -> None:
        admission = admit(place)
        gone = self.leave(place, admission, CAME + 5 * DAY)
        told = {"actor": place.scene.coordinator, "departure_id": gone.pk, "reason": "Ошибка в дне", "on": ON}
        actions.correct_departure(**told, left_on=CAME + 3 * DAY, destination="rented", children="all")
        assert count(place, CAME, ON).bed_nights == 3 * 3
        assert place.scene.case.follow_ups.get(cancelled_at=None).due_on == date(2026, 9, 5)
        assert admission.departure.destination == "rented" and "Мама встретит" in former(gone)[0][2]
        admit(place, another_family(place), on=CAME + 3 * DAY)
        with pytest.raises(Conflict):
            actions.correct_departure(**told, left_on=CAME + 4 * DAY, destination="rented", children="all")
        with pytest.raises(Invalid) as refused:
            actions.correct_departure(**told, left_on=ON + DAY, destination="rented", children="all")
        assert list(refused.value.fields) == ["left_on"]

    def test_a_family_that_has_not_left_has_its_beds_again(self, place: House) -> None:
        admission = admit(place)
        gone = self.leave(place, admission, CAME + 5 * DAY)
        actions.void_departure(actor=place.scene.coordinator, departure_id=gone.pk, reason="Осталась", on=ON)
        assert (count(place, ON).taken, count(place, CAME, ON).left) == (3, 0)
        assert set(BedUse.objects.values_list("held_until", "released_on")) == {(UNTIL, None)}
        assert not place.scene.case.follow_ups.filter(cancelled_at=None).exists()
        self.leave(place, admission, ON)
        assert count(place, CAME, ON).left == 1

    def test_unless_somebody_has_one_of_them_since(self, place: House) -> None:
        admission = admit(place)
        gone = self.leave(place, admission, CAME + 5 * DAY)
        admit(place, another_family(place), on=CAME + 6 * DAY)
        with pytest.raises(Conflict):
            actions.void_departure(actor=place.scene.coordinator, departure_id=gone.pk, reason="Осталась", on=ON)
        assert place.scene.case.stays.get().left_on == CAME + 5 * DAY

    def test_agreed_days_and_questions(self, place: House) -> None:
        admission, manager = admit(place), place.scene.case_manager
        first = actions.agree_exit(actor=manager, admission_id=admission.pk, exit_on=UNTIL, on=CAME)
        second = actions.agree_exit(actor=manager, admission_id=admission.pk, exit_on=UNTIL + DAY, on=CAME)
        issue = actions.add_issue(actor=manager, admission_id=admission.pk, title="Найти жильё", on=CAME)
        lead = place.scene.coordinator
        actions.void_exit_day(actor=lead, exit_day_id=second.pk, reason="Не договорились", on=ON)
        actions.correct_exit_day(actor=lead, exit_day_id=first.pk, exit_on=UNTIL - DAY, reason="Описка", on=ON)
        actions.correct_issue(
            actor=lead, issue_id=issue.pk, title="Найти комнату", whose="partner", reason="Описка", on=ON
        )
        found = queries.exit_of(admission, actor=lead, on=ON)
        assert found.agreed is not None and found.agreed.exit_on == UNTIL - DAY
        assert [one.title_text for one in found.issues] == ["Найти комнату"]
        assert "Найти жильё" in former(issue)[0][2]
        actions.void_issue(actor=lead, issue_id=issue.pk, reason="Не нужно", on=ON)
        found = queries.exit_of(admission, actor=lead, on=ON)
        assert found.issues == () and {one.pk for one in found.voided} == {second.pk, issue.pk}
        assert self.leave(place, admission, ON).open_issues == 0


class TestWhatIsNotedAnew:
    """What stands in the place of something keeps what stood there, with its words."""

    def test_marks_of_the_routine_readiness_the_day_and_skills(self, place: House) -> None:
        admission, manager = admit(place), place.scene.case_manager
        about = {"actor": manager, "admission_id": admission.pk}
        for mark, note in (("not", "Проспали"), ("kept", "")):
            actions.mark_routine(**about, mark=mark, note=note, on=ON)
        for is_done, note in ((False, "Боится"), (True, "Готова")):
            actions.note_readiness(**about, kind="psychological", is_done=is_done, note=note, on=ON)
        for what in ("Завтрак", "Ужин"):
            actions.write_routine(**about, slots=[(time(8), None, what)], on=ON)
        line = None
        for trainer in ("Анна", "Ольга"):
            line = actions.plan_skill(
                **about, person_id=place.people[0], skill="cooking", trainer=trainer, entry=0, on=ON
            )
        assert line is not None
        mark, ready, level = RoutineMark.objects.get(), Readiness.objects.get(), SkillLevel.objects.get()
        assert "Проспали" in former(mark)[0][2] and "Боится" in former(ready)[0][2]
        assert "Анна" in former(line)[0][2] and len(former(level)) == 1
        routine = queries.routine_of(admission, actor=manager, on=ON)
        assert [one.text for one in routine.mended.gone["stays.routineslot"]] == ["08:00 Завтрак"]

    def test_a_preparation_is_taken_back_by_its_author_on_the_day_and_later_by_who_leads(self, place: House) -> None:
        admission, manager, lead = admit(place), place.scene.case_manager, place.scene.coordinator
        about = {"actor": manager, "admission_id": admission.pk, "is_done": True, "on": ON}
        mind = actions.note_readiness(**about, kind="psychological", note="Готова")
        future = actions.note_readiness(**about, kind="future", note="Своя комната")
        with pytest.raises(Refused):
            actions.void_readiness(actor=manager, readiness_id=mind.pk, reason="Не та семья", on=ON + DAY)
        with pytest.raises(Invalid):
            actions.void_readiness(actor=lead, readiness_id=mind.pk, reason=" ", on=ON + DAY)
        actions.void_readiness(actor=lead, readiness_id=mind.pk, reason="Не та семья", on=ON + DAY)
        actions.void_readiness(actor=manager, readiness_id=future.pk, reason="Не спрашивали", on=ON)
        left = queries.exit_of(admission, actor=lead, on=ON)
        assert all(line.record is None for line in left.readiness) and left.is_prepared
        gone = left.mended.gone["stays.readiness"]
        assert [(one.why, one.text.split("; ")[-1]) for one in gone] == [
            ("Не спрашивали", "Своя комната"),
            ("Не та семья", "Готова"),
        ]

    def test_a_mark_and_a_rating_are_taken_back(self, place: House) -> None:
        admission, manager, lead = admit(place), place.scene.case_manager, place.scene.coordinator
        about = {"actor": manager, "admission_id": admission.pk}
        mark = actions.mark_routine(**about, mark="kept", note="Ровно", on=ON)
        line = actions.plan_skill(**about, person_id=place.people[0], skill="cooking", entry=1, on=ON)
        with pytest.raises(Conflict):
            actions.void_skill(actor=manager, line_id=line.pk, reason="Не то", on=ON)
        with pytest.raises(Refused):
            actions.void_mark(actor=manager, mark_id=mark.pk, reason="Не тот день", on=ON)
        actions.void_mark(actor=lead, mark_id=mark.pk, reason="Не тот день", on=ON)
        actions.void_level(actor=lead, level_id=line.levels.get().pk, reason="Не смотрели", on=ON)
        actions.void_skill(actor=manager, line_id=line.pk, reason="Не то", on=ON)
        routine, skills = (
            queries.routine_of(admission, actor=lead, on=ON),
            queries.skills_of(admission, actor=lead, on=ON),
        )
        assert (routine.marks, skills.rows) == ((), ())
        [taken] = routine.mended.gone["stays.routinemark"]
        assert taken.why == "Не тот день" and "Ровно" in taken.text
        assert [one.why for one in skills.mended.gone["stays.skilllevel"]] == ["Не смотрели"]


class TestAStayWithoutBeds:
    """Recorded before anybody kept beds: its days are put right, or it is taken back."""

    def begin(self, place: House) -> int:
        told = {"actor": SYSTEM, "case_id": place.scene.case.pk}
        return int(cases.start_stay(**told, planned_until=UNTIL, on=CAME).pk)

    def test_its_days_are_put_right(self, place: House) -> None:
        stay_id = self.begin(place)
        told = {"actor": place.scene.coordinator, "stay_id": stay_id, "on": ON}
        actions.correct_stay(**told, from_on=CAME + DAY, left_on=CAME + 3 * DAY, reason="Описка")
        stay = place.scene.case.stays.get()
        assert (stay.from_on, stay.planned_until, stay.left_on) == (CAME + DAY, None, CAME + 3 * DAY)
        assert place.scene.case.follow_ups.get(cancelled_at=None).due_on == date(2026, 9, 5)
        mended = queries.unplaced_mended(actor=place.scene.coordinator, case_id=place.scene.case.pk, stay_ids=[stay_id])
        assert [(one.why, one.former_on) for one in mended.was[stay_id]] == [("Описка", CAME)]
        with pytest.raises(Refused):
            actions.correct_stay(**{**told, "actor": place.scene.case_manager}, from_on=CAME, reason="Описка")

    def test_that_never_was_goes_and_stays_readable(self, place: House) -> None:
        stay_id = self.begin(place)
        told = {"actor": place.scene.coordinator, "stay_id": stay_id, "on": ON}
        with pytest.raises(Invalid):
            actions.void_stay(**told, reason=" ")
        actions.void_stay(**told, reason="Не та семья")
        assert not place.scene.case.stays.exists()
        assert queries.figures(actor=SYSTEM, first=CAME, last=ON, today=ON).without_place == 0
        mended = queries.unplaced_mended(actor=place.scene.coordinator, case_id=place.scene.case.pk, stay_ids=[])
        assert [(one.why, one.former_on) for one in mended.gone] == [("Не та семья", CAME)]
        with pytest.raises(NotFound):
            actions.void_stay(**told, reason="Ещё раз")

    def test_with_beds_it_is_mended_by_its_admission(self, place: House) -> None:
        admission = admit(place)
        with pytest.raises(Conflict):
            actions.void_stay(actor=place.scene.coordinator, stay_id=admission.stay_id, reason="Не та семья", on=ON)
