"""A note of therapy is read by its author and by whom it names: no role above, no substitute, not the system."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from opora.access.models import RoleAssignment, User
from opora.access.rules import SYSTEM, Absent, Actor, Role
from opora.audit.models import JournalEntry
from opora.cases.models import TeamMember
from opora.cases.tests.factories import worker
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.notes import actions, queries
from opora.notes.models import ConfidentialNote, NoteVersion
from opora.notes.queries import NoteFilters
from opora.plans.tests.factories import make_walk
from opora.process.models import Amendment
from opora.process.queries import place_of
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db
WORDS = "Рассказала о том, чего не говорила никому"


@pytest.fixture
def walk():
    return make_walk()


@pytest.fixture
def author(walk):
    found = worker(Role.PSYCHOLOGIST)
    TeamMember.objects.create(case=walk.case, user_id=found.user_id, part="psychologist", from_on=BEGAN)
    return found


@pytest.fixture
def note(walk, author):
    return actions.write_note(actor=author, case_id=walk.case.pk, kind="therapy", text=WORDS, on=BEGAN, today=BEGAN)


def reads(actor, note):
    try:
        return actions.open_note(actor=actor, note_id=note.pk).text == WORDS
    except NotFound:
        return False


def test_nobody_but_the_author_reads_a_note_whatever_the_role(walk, author, note):
    assert reads(author, note)
    others = [worker(role) for role in (Role.HEAD, Role.COORDINATOR, Role.ANALYST, Role.ADMINISTRATOR)]
    others += [worker(Role.COORDINATOR, walk.department), worker(Role.PSYCHOLOGIST), walk.manager, walk.volunteer]
    assert not any(reads(other, note) for other in [*others, SYSTEM])
    assert all(queries.list_notes(actor=other) == [] for other in others)
    assert JournalEntry.objects.filter(verb="notes.opened").count() == 1


def test_a_substitute_takes_no_note_over(author, note):
    stand_in = worker(Role.PSYCHOLOGIST)
    away = Absent(author.user_id, author.name, author.grants, date(2099, 1, 1))
    assert not reads(replace(stand_in, stands_for=(away,)), note)


def test_the_author_names_readers_and_takes_the_name_back(author, note):
    colleague = worker(Role.PSYCHOLOGIST)
    actions.name_readers(actor=author, note_id=note.pk, user_ids=[colleague.user_id], on=BEGAN)
    assert reads(colleague, note)
    with pytest.raises(Refused):
        actions.name_readers(actor=colleague, note_id=note.pk, user_ids=[], on=BEGAN)
    with pytest.raises(Refused):
        actions.correct_note(actor=colleague, note_id=note.pk, text="Иначе")
    actions.name_readers(actor=author, note_id=note.pk, user_ids=[], on=BEGAN)
    assert not reads(colleague, note)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.VOLUNTEER, Role.HEAD])
def test_a_coordinator_a_volunteer_and_the_head_cannot_be_named(author, note, role):
    with pytest.raises(Invalid):
        actions.name_readers(actor=author, note_id=note.pk, user_ids=[worker(role).user_id], on=BEGAN)


def test_whoever_has_no_such_role_any_more_reads_nothing(author, note):
    RoleAssignment.objects.filter(user_id=author.user_id).delete()
    assert not reads(Actor(author.user_id, author.name), note)


def test_therapy_is_written_by_a_psychologist(walk, author):
    with pytest.raises(Refused):
        actions.write_note(actor=walk.manager, case_id=walk.case.pk, kind="therapy", text=WORDS, on=BEGAN, today=BEGAN)
    with pytest.raises(Invalid):
        actions.write_note(actor=author, case_id=walk.case.pk, kind="therapy", text=" ", on=BEGAN, today=BEGAN)
    with pytest.raises(Invalid) as refused:
        ahead = BEGAN + timedelta(days=1)
        actions.write_note(actor=author, case_id=walk.case.pk, kind="therapy", text=WORDS, on=ahead, today=BEGAN)
    assert "on" in refused.value.fields, "nothing is written of a day that has not come"
    assert not ConfidentialNote.objects.exists()


def test_after_the_author_left_the_head_hands_the_note_on_unread_and_says_why(author, note):
    head, next_one = worker(Role.HEAD), worker(Role.PSYCHOLOGIST)
    given = {"actor": head, "note_id": note.pk, "user_id": next_one.user_id, "reason": "Продолжает работу", "on": BEGAN}
    with pytest.raises(Conflict):
        actions.hand_on(**given)
    User.objects.filter(pk=author.user_id).update(is_active=False)
    for wrong in ({"reason": ""}, {"user_id": head.user_id}):
        with pytest.raises(Invalid):
            actions.hand_on(**given | wrong)
    with pytest.raises(NotFound):
        actions.hand_on(**given | {"actor": next_one})
    assert [line.id for line in queries.orphaned(actor=head)] == [note.pk]
    actions.hand_on(**given)
    assert reads(next_one, note) and not reads(head, note)
    assert JournalEntry.objects.filter(verb="notes.handed_on").exists()


OTHER = "Рассказала о том, что было на самом деле"


class TestCorrecting:
    def test_the_former_words_stay_sealed_for_those_who_may_read_the_note(self, author, note):
        colleague = worker(Role.PSYCHOLOGIST)
        actions.correct_note(actor=author, note_id=note.pk, text=OTHER)
        actions.correct_note(actor=author, note_id=note.pk, text=OTHER)
        kept = NoteVersion.objects.get()
        assert WORDS.encode() not in bytes(kept.text), "sealed as the note itself"
        opened = actions.open_note(actor=author, note_id=note.pk)
        assert (opened.text, [words for _until, words in opened.former]) == (OTHER, [WORDS])
        with pytest.raises(NotFound):
            actions.open_note(actor=colleague, note_id=note.pk)
        actions.name_readers(actor=author, note_id=note.pk, user_ids=[colleague.user_id], on=BEGAN)
        assert actions.open_note(actor=colleague, note_id=note.pk).former == opened.former
        assert not Amendment.objects.exists(), "nor do they stand where the team reads what was mended"
        assert JournalEntry.objects.filter(verb="notes.corrected").count() == 1
        assert not [one for one in JournalEntry.objects.all() if WORDS in str(one.data) or OTHER in str(one.data)]

    def test_a_note_about_the_wrong_family_is_voided_by_its_author_with_a_reason(self, walk, author, note):
        colleague = worker(Role.PSYCHOLOGIST)
        actions.name_readers(actor=author, note_id=note.pk, user_ids=[colleague.user_id], on=BEGAN)
        told = {"note_id": note.pk, "on": BEGAN}
        with pytest.raises(Refused):
            actions.void_note(actor=colleague, reason="Не моя", **told)
        with pytest.raises(NotFound):
            actions.void_note(actor=worker(Role.HEAD), reason="Не моя", **told)
        with pytest.raises(Invalid):
            actions.void_note(actor=author, reason=" ", **told)
        actions.void_note(actor=author, reason="Не та семья", **told)
        assert actions.open_note(actor=author, note_id=note.pk).voided_why == "Не та семья"
        assert reads(colleague, note) and not reads(worker(Role.HEAD), note)
        (line,) = queries.list_notes(actor=author)
        assert line.voided_on == BEGAN and not ConfidentialNote.objects.exists()
        for attempt in (
            lambda: actions.void_note(actor=author, reason="Ещё раз", **told),
            lambda: actions.correct_note(actor=author, note_id=note.pk, text=OTHER),
            lambda: actions.name_readers(actor=author, note_id=note.pk, user_ids=[], on=BEGAN),
        ):
            with pytest.raises(Conflict):
                attempt()

    def test_a_voided_note_is_not_handed_on(self, author, note):
        actions.void_note(actor=author, note_id=note.pk, reason="Не та семья", on=BEGAN)
        User.objects.filter(pk=author.user_id).update(is_active=False)
        assert queries.orphaned(actor=worker(Role.HEAD)) == []


class TestLists:
    def test_a_list_is_searched_as_one_types_and_tells_nothing_of_what_a_note_says(self, walk, author, note):
        User.objects.filter(pk=author.user_id).update(name="Алёна Зимина")
        actions.write_note(actor=author, case_id=walk.case.pk, kind="health", text=OTHER, on=BEGAN, today=BEGAN)

        def found(text="", kind=""):
            return len(queries.list_notes(actor=author, filters=NoteFilters(text, kind)))

        assert [found("АЛЕНА зимина"), found("психотерап"), found(kind="health"), found("рассказала")] == [2, 1, 1, 0]
        code = walk.case.client.code
        assert [found(code.lower()), found(walk.case.number), found("Котова")] == [2, 2, 0]

    def test_it_is_turned_page_by_page_of_one_family_too(self, walk, author):
        for number in range(3):
            actions.write_note(
                actor=author, case_id=walk.case.pk, kind="health", text=f"{number}", on=BEGAN, today=BEGAN
            )
        place = place_of(actor=author, case_id=walk.case.pk)
        pages = [queries.list_notes(actor=author, place=place, skip=skip, limit=2) for skip in (0, 2)]
        assert [len(page) for page in pages] == [2, 1] and not set(pages[0]) & set(pages[1])
