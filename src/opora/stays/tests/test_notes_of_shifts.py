"""Notes of shifts are put right and taken back, of a family and of the house; what stood there stays readable."""

from datetime import time, timedelta
from typing import Any

import pytest

from opora.access.rules import Actor, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.process.models import Amendment
from opora.stays import actions, queries
from opora.stays.models import DutyNote
from opora.stays.tests.factories import House, admit, house

pytestmark = pytest.mark.django_db


def noted(place: House, *, of_family: bool = False, **told: object) -> DutyNote:
    said: dict[str, Any] = {"text": "Ссора на кухне", "shift": "day", "kind": "incident", "weight": "minor", **told}
    return actions.note_on_shift(
        actor=place.scene.case_manager,
        shelter_id=place.shelter.pk,
        case_id=place.scene.case.pk if of_family else None,
        on=today(),
        **said,
    )


def correct(place: House, note: DutyNote, **told: object) -> DutyNote:
    said: dict[str, Any] = {"text": "Громкий разговор", "shift": "day", **told}
    said.setdefault("actor", place.scene.case_manager)
    return actions.correct_duty_note(note_id=note.pk, on=today(), today=today(), **said)


def log(place: House, actor: Actor | None = None) -> queries.DutyLog:
    return queries.duty_log(
        actor=actor or place.scene.coordinator,
        shelter_id=place.shelter.pk,
        last=today(),
        today=today(),
    )


@pytest.mark.parametrize("of_family", [True, False], ids=["of a family", "of the house"])
def test_what_stood_in_a_corrected_note_stays_readable_in_the_log(of_family: bool) -> None:
    place = house()
    admit(place, on=today(), until=None)
    note = noted(place, of_family=of_family)
    correct(place, note, reason="Никто не ссорился")
    [line] = log(place).notes
    assert (line.note.text_words, line.note.kind, line.note.weight) == ("Громкий разговор", "note", "")
    [was] = line.was
    assert (was.kind, was.text, was.why) == ("corrected", "Ссора на кухне", "Никто не ссорился")


@pytest.mark.parametrize("of_family", [True, False], ids=["of a family", "of the house"])
def test_a_voided_note_counts_nowhere_and_is_read_with_its_reason(of_family: bool) -> None:
    place = house()
    admit(place, on=today(), until=None)
    note = noted(place, of_family=of_family)
    with pytest.raises(Invalid):
        actions.void_duty_note(actor=place.scene.case_manager, note_id=note.pk, on=today())
    actions.void_duty_note(actor=place.scene.case_manager, note_id=note.pk, reason="Не тот дом", on=today())
    assert not DutyNote.objects.exists()
    [line] = log(place).notes
    assert line.note.voided_on == today() and not line.may_mend and line.was[-1].why == "Не тот дом"
    with pytest.raises(Conflict):
        correct(place, note)
    told = JournalEntry.objects.filter(verb__in=["stays.duty_voided", "process.record_voided"]).get()
    assert told.case_id == (place.scene.case.pk if of_family else None)


def test_a_colleague_mends_no_note_of_another_and_the_coordinator_does_later() -> None:
    place = house()
    admit(place, on=today(), until=None)
    colleague = worker(Role.SPECIALIST, place.scene.department)
    of_house, of_family = noted(place), noted(place, of_family=True)
    assert [line.may_mend for line in log(place, colleague).notes] == [False], "of the house alone, and not to mend"
    with pytest.raises(Refused):
        correct(place, of_house, actor=colleague)
    with pytest.raises(NotFound):
        correct(place, of_family, actor=colleague)
    DutyNote.every.update(recorded_at=DutyNote.objects.first().recorded_at - timedelta(days=3))
    with pytest.raises(Refused):
        correct(place, of_house)
    correct(place, of_house, actor=place.scene.coordinator)
    correct(place, of_family, actor=place.scene.coordinator)
    assert Amendment.objects.get().source == f"stays.dutynote:{of_family.pk}"


def test_after_midnight_the_night_is_still_that_of_the_day_before() -> None:
    day, shift = queries.shift_of(today(), time(2, 15))
    assert (day, shift) == (today() - timedelta(days=1), "night")
    assert queries.shift_of(today(), time(21)) == (today(), "night")
    assert queries.shift_of(today(), time(8)) == (today(), "day")
    note = DutyNote(on=day, at=time(2, 15))
    assert queries.day_of_hour(note) == today()


def test_words_are_found_in_notes_of_any_age_and_one_looks_further_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """A note of two years ago is found; where much is found, one goes on from the day that is said."""
    place = house()
    for days in (0, 100, 101, 700):
        note = noted(place, text=f"Прорвало трубу {days}")
        DutyNote.objects.filter(pk=note.pk).update(on=today() - timedelta(days=days))
    noted(place, text="Тихая ночь")

    def looked(last: Any = None) -> queries.DutyLog:
        return queries.duty_log(
            actor=place.scene.coordinator,
            shelter_id=place.shelter.pk,
            last=last or today(),
            today=today(),
            text="ТРУБУ прорвало",
        )

    every = looked()
    assert [(today() - line.note.on).days for line in every.notes] == [0, 100, 101, 700] and not every.has_older
    monkeypatch.setattr("opora.stays.queries.duty.FOUND", 2)
    some = looked()
    assert [(today() - line.note.on).days for line in some.notes] == [0, 100] and some.has_older
    rest = looked(some.first - timedelta(days=1))
    assert [(today() - line.note.on).days for line in rest.notes] == [101, 700] and not rest.has_older
