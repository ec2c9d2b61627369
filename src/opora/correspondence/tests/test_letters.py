"""A letter is prepared, shown, numbered, sent, answered; it tells no more than it must, and says to whom it told."""

from datetime import timedelta

import pytest

from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.correspondence import actions, queries
from opora.correspondence.actions import Named
from opora.correspondence.models import OfficialLetter, RememberedCases
from opora.correspondence.queries import LetterFilters
from opora.correspondence.queries.remembered import NAME, POST
from opora.correspondence.tests.factories import office, prepared, sent
from opora.families.actions import seal_identities
from opora.families.rules import Identity
from opora.papers.actions import record_consent
from opora.papers.models import Disclosure
from opora.papers.tests.factories import PDF
from opora.plans.tests.factories import Walk, make_walk
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db
MOTHER = Identity(surname="Шевчук", given="Ольга", patronymic="Ильинична", addresses=("Тайная улица, 5",))


@pytest.fixture
def walk() -> Walk:
    made = make_walk()
    seal_identities(actor=SYSTEM, identities={made.home.client.pk: MOTHER})
    return made


def about(walk: Walk, **more: object) -> OfficialLetter:
    named = [Named(walk.home.client.pk, "about")]
    given = {"basis": "law", "people": named, "route_id": walk.route.pk, "on": BEGAN, **more}
    return prepared(walk.manager, office(), **given)


def test_a_letter_names_whom_it_must_in_the_case_its_sentence_needs_and_tells_nothing_else(walk: Walk) -> None:
    shown = actions.preview_letter(actor=walk.manager, letter_id=about(walk).pk)
    said = "\n".join(shown.lines)
    assert "Шевчук Ольги Ильиничны" in said and "Начальнику отдела Петровой Анне Львовне" in said
    assert "Тайная улица" not in said and "Основание" in said
    assert {(one.kind, one.words, one.case) for one in shown.cases} >= {
        (NAME, "Шевчук Ольга Ильинична", "genitive"),
        (POST, "Начальник отдела", "dative"),
    }


def test_an_address_stands_in_it_only_where_somebody_chose_it(walk: Walk) -> None:
    letter = about(walk, people=[Named(walk.home.client.pk, "about", ("address",))])
    assert "Тайная улица, 5" in "\n".join(actions.preview_letter(actor=walk.manager, letter_id=letter.pk).lines)


def test_a_corrected_case_is_kept_sealed_and_stands_in_the_next_letter_too(walk: Walk) -> None:
    corrected = {(NAME, "Шевчук Ольга Ильинична"): {"genitive": "Шевчуковой Ольги Ильиничны"}}
    actions.remember_cases(actor=walk.manager, letter_id=about(walk).pk, corrected=corrected)
    again = about(walk, kind="voucher")
    shown = actions.preview_letter(actor=walk.manager, letter_id=again.pk)
    assert "Шевчуковой Ольги Ильиничны" in "\n".join(shown.lines)
    assert "Шевчук".encode() not in bytes(RememberedCases.objects.get().forms)


def test_numbers_run_through_the_year_and_a_file_is_kept(walk: Walk) -> None:
    first, second = (actions.register_letter(actor=walk.manager, letter_id=about(walk).pk) for _time in range(2))
    assert [one.number for one in (first, second)] == [f"1/{BEGAN.year}", f"2/{BEGAN.year}"]
    assert actions.open_file(actor=walk.manager, letter_id=first.pk).content[:2] == b"PK"
    with pytest.raises(Conflict):
        actions.register_letter(actor=walk.manager, letter_id=first.pk)


def test_nobody_is_named_without_a_reason_a_ground_and_consent_where_consent_is_the_ground(walk: Walk) -> None:
    with pytest.raises(Invalid) as refusal:
        about(walk, basis="")
    assert "basis" in refusal.value.fields
    with pytest.raises(Invalid):
        about(walk, people=[Named(walk.home.client.pk, "because")])
    with pytest.raises(Invalid):
        about(walk, people=[Named(make_walk().home.client.pk, "about")])
    with pytest.raises(Invalid):
        about(walk, basis="consent")
    record_consent(
        actor=walk.manager, route_id=walk.route.pk, person_id=walk.home.client.pk, purpose="sharing", on=BEGAN
    )
    assert about(walk, basis="consent").basis == "consent"


def test_what_was_told_of_whom_to_whom_and_why_is_written_down_when_the_letter_goes(walk: Walk) -> None:
    letter = about(walk)
    actions.register_letter(actor=walk.manager, letter_id=letter.pk)
    assert not Disclosure.objects.exists(), "nothing has left the house yet"
    actions.send_letter(actor=walk.manager, letter_id=letter.pk, on=BEGAN)
    told = Disclosure.objects.get()
    assert (told.about, told.basis, told.route_id) == ([walk.home.client.code], "law", walk.route.pk)


def test_information_for_an_authority_goes_only_with_the_word_of_those_who_sign(walk: Walk) -> None:
    letter = about(walk, kind="information", basis="request")
    actions.register_letter(actor=walk.manager, letter_id=letter.pk)
    with pytest.raises(Refused):
        actions.send_letter(actor=walk.manager, letter_id=letter.pk, on=BEGAN)
    with pytest.raises(Refused):
        actions.approve_letter(actor=walk.manager, letter_id=letter.pk, on=BEGAN)
    actions.approve_letter(actor=worker(Role.HEAD), letter_id=letter.pk, on=BEGAN)
    assert actions.send_letter(actor=walk.manager, letter_id=letter.pk, on=BEGAN).sent_on == BEGAN


def test_an_answer_is_a_letter_in_with_its_paper_and_says_what_came_of_ours(walk: Walk) -> None:
    letter = sent(walk.manager, office(), route_id=walk.route.pk, on=BEGAN, answer_days=10)
    assert letter.answer_due_on is not None
    late = LetterFilters(state="late")
    after = letter.answer_due_on + timedelta(days=1)
    assert [one.id for one in queries.letters(actor=walk.manager, filters=late, on=after)[0]] == [letter.pk]
    answer = actions.record_answer(
        actor=walk.manager, letter_id=letter.pk, result="part", their_number="12-34", data=PDF, name="a.pdf", on=after
    )
    letter.refresh_from_db()
    assert (letter.result, letter.closed_on, answer.number, answer.direction) == (
        "part",
        after,
        f"1/{after.year}",
        "in",
    )
    assert actions.open_file(actor=walk.manager, letter_id=answer.pk).content == PDF
    assert queries.letters(actor=walk.manager, filters=late, on=after)[0] == []
    actions.void_letter(actor=walk.manager, letter_id=answer.pk, reason="Не наш", on=today())
    letter.refresh_from_db()
    assert letter.result == "", "what was answered by mistake waits again"


def test_a_letter_in_waits_for_ours_until_we_say_that_we_answered(walk: Walk) -> None:
    came = actions.record_incoming(
        actor=walk.manager, route_id=walk.route.pk, kind="request", partner_id=office().pk, subject="Как живёт семья?",
        answer_due_on=BEGAN + timedelta(days=10), on=BEGAN,
    )  # fmt: skip
    after = BEGAN + timedelta(days=11)

    def waiting(state: str) -> list[int]:
        return [one.id for one in queries.letters(actor=walk.manager, filters=LetterFilters(state=state), on=after)[0]]

    assert waiting("owed") == waiting("late") == [came.pk] and waiting("awaited") == []
    with pytest.raises(Invalid):
        actions.note_reply(actor=walk.manager, letter_id=came.pk, on=BEGAN - timedelta(days=1))
    actions.note_reply(actor=walk.manager, letter_id=came.pk, on=after)
    assert waiting("owed") == waiting("late") == []
    with pytest.raises(Conflict):
        actions.note_reply(actor=walk.manager, letter_id=came.pk, on=after)


def test_nobody_waits_for_an_answer_to_a_certificate(walk: Walk) -> None:
    letter = sent(walk.manager, office(), kind="certificate", route_id=walk.route.pk, on=BEGAN)
    assert not letter.awaits_answer
    assert queries.letters(actor=walk.manager, filters=LetterFilters(state="awaited"), on=BEGAN)[0] == []
    assert sent(walk.manager, office(), route_id=walk.route.pk, on=BEGAN).awaits_answer


def test_working_days_are_counted_by_the_calendar_and_never_past_its_end(walk: Walk) -> None:
    letter = about(walk, on=BEGAN, answer_days=3, answer_unit="working")
    assert letter.answer_due_on is not None and letter.answer_due_on >= BEGAN + timedelta(days=3)
    with pytest.raises(Invalid) as refusal:
        about(walk, on=BEGAN, answer_days=365, answer_unit="working")
    assert set(refusal.value.fields) == {"answer_days"}


def test_a_stranger_sees_neither_the_letter_nor_its_line(walk: Walk) -> None:
    letter = about(walk)
    stranger = worker(Role.CASE_MANAGER)
    with pytest.raises(NotFound):
        actions.read_letter(actor=stranger, letter_id=letter.pk)
    assert queries.letters(actor=stranger, filters=LetterFilters(), on=BEGAN)[0] == []


def test_a_letter_about_no_family_is_kept_by_those_who_keep_partners() -> None:
    manager = worker(Role.CASE_MANAGER)
    letter = sent(manager, office(), kind="letter")
    assert queries.letters(actor=worker(Role.SPECIALIST), filters=LetterFilters(), on=letter.on)[0][0].id == letter.pk
    with pytest.raises(Refused):
        prepared(worker(Role.SPECIALIST), office("Другой отдел"))


def test_who_signs_is_remembered_for_the_office(walk: Walk) -> None:
    letter = about(walk)
    assert queries.last_addressee(actor=walk.manager, partner_id=letter.partner_id) == {
        "post": "Начальник отдела",
        "name": "Петрова Анна Львовна",
    }
