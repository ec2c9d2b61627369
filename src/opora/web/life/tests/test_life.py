"""The life of a family: human words, newest first, by kind, by word; corrected, voided, put off where it is read."""

from datetime import timedelta

import pytest
from django.urls import reverse

from opora.access.rules import Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.correspondence.tests.factories import office, sent
from opora.intake import actions as intake
from opora.intake.models import ContactRecord, Visit
from opora.life.queries import life_of
from opora.plans.tests.factories import Walk, make_walk
from opora.web.intake.tests.test_signals import signed_in, text_of

pytestmark = pytest.mark.django_db


def call(walk: Walk, notes: str, days_ago: int = 0) -> ContactRecord:
    return intake.record_contact(
        actor=walk.manager,
        route_id=walk.route.pk,
        kind="phone",
        party="mother",
        result="reached",
        notes=notes,
        on=today() - timedelta(days=days_ago),
    )


def page_of(walk: Walk, **asked: str) -> str:
    return text_of(signed_in(walk.manager).get(reverse("life:case", args=[walk.case.pk]), asked))


def panel_of(walk: Walk, **asked: str) -> str:
    address = reverse("life:case", args=[walk.case.pk])
    return text_of(signed_in(walk.manager).get(address, asked, headers={"HX-Request": "true"}))


def test_the_life_speaks_human_words_and_no_numbers_of_records() -> None:
    walk = make_walk()
    contact = call(walk, "Придёт в пятницу")
    page = panel_of(walk)
    assert "Звонок маме" in page and "Придёт в пятницу" in page and "Сотрудник" in page
    assert f"№ {contact.pk}" not in page and "(а)" not in page and f"пут{'и'} №" not in page


def test_the_newest_stands_first_six_at_a_time_and_the_rest_is_one_touch_away() -> None:
    walk = make_walk()
    for days in range(9):
        call(walk, f"Разговор {days} дней назад", days)
    page = panel_of(walk)
    assert page.index("Разговор 0") < page.index("Разговор 5") and "Разговор 6" not in page
    assert "Разговор 6" in panel_of(walk, before="6") and "before=6" in page


def test_it_is_filtered_by_kind_and_searched_by_words_that_travel_in_no_address() -> None:
    walk = make_walk()
    call(walk, "Ёлка у бабушки")
    intake.record_observation(actor=walk.manager, route_id=walk.route.pk, text="Дети во дворе", on=today())
    assert "Ёлка" in page_of(walk, kind="meetings") and "Ёлка" not in page_of(walk, kind="letters")
    address = reverse("life:case", args=[walk.case.pk])
    found = text_of(signed_in(walk.manager).post(address, {"words": "елка"}))
    assert "Ёлка" in found and "Дети во дворе" not in found


def test_reading_is_a_line_in_the_journal_and_strangers_find_nothing() -> None:
    walk = make_walk()
    page_of(walk)
    assert JournalEntry.objects.filter(verb="life.read", case_id=walk.case.pk, actor_id=walk.manager.user_id).exists()
    for stranger in (walk.stranger, walk.volunteer, worker(Role.ANALYST)):
        assert signed_in(stranger).get(reverse("life:case", args=[walk.case.pk])).status_code == 404


def test_the_panel_asks_few_questions(django_assert_max_num_queries) -> None:
    walk = make_walk()
    for days in range(5):
        call(walk, f"Разговор {days}", days)
    with django_assert_max_num_queries(5):
        life = life_of(actor=walk.manager, case_id=walk.case.pk, on=today())
    assert len(life.lines) == 6


def test_a_record_is_corrected_where_it_is_read_and_says_what_stood_there() -> None:
    walk = make_walk()
    contact = call(walk, "Придёт в пятницу")
    client = signed_in(walk.manager)
    address = reverse("life:mend", args=["contact", contact.pk])
    assert "Придёт в пятницу" in text_of(client.get(address))
    client.post(address, {"day": "today", "party": "mother", "result": "reached", "notes": "Придёт в субботу"})
    page = page_of(walk)
    assert "Придёт в субботу" in page and "Придёт в пятницу" in page.split("<del>")[1]


def test_a_voided_record_is_struck_through_with_its_reason() -> None:
    walk = make_walk()
    contact = call(walk, "Не та семья")
    client = signed_in(walk.manager)
    address = reverse("life:void", args=["contact", contact.pk])
    assert client.post(address, {"reason": ""}).status_code == 422
    client.post(address, {"reason": "Записала не туда"})
    page = page_of(walk)
    assert "is-voided" in page and "Записала не туда" in page


def test_a_letter_to_an_office_is_voided_where_it_is_read() -> None:
    walk = make_walk()
    letter = sent(walk.manager, office(), case_id=walk.case.pk)
    client = signed_in(walk.manager)
    address = reverse("life:void", args=["official", letter.pk])
    assert address in panel_of(walk)
    assert client.get(address).status_code == 200
    client.post(address, {"reason": "Ушло не туда"})
    assert "Ушло не туда" in page_of(walk)


def test_a_visit_ahead_is_put_off_cancelled_or_found_empty_from_the_life() -> None:
    walk = make_walk()
    visit = intake.plan_visit(
        actor=walk.manager, route_id=walk.route.pk, visitor_ids=[walk.manager.user_id], on=today()
    )
    client = signed_in(walk.manager)
    assert reverse("life:put_off", args=[visit.pk]) in page_of(walk)
    tomorrow = today() + timedelta(days=1)
    client.post(reverse("life:put_off", args=[visit.pk]), {"to_on": tomorrow.isoformat(), "at": "10:30"})
    visit.refresh_from_db()
    assert visit.planned_on == tomorrow
    assert client.post(reverse("life:missed", args=[visit.pk]), {}).status_code == 422, "its day has not come"
    client.post(reverse("life:cancel", args=[visit.pk]), {"reason": "Ребёнок заболел"})
    assert Visit.objects.get().not_held == "cancelled" and "Ребёнок заболел" in page_of(walk)


def test_the_answer_to_a_letter_is_noted_with_one_touch() -> None:
    walk = make_walk()
    letter = intake.record_contact(
        actor=walk.manager,
        route_id=walk.route.pk,
        kind="letter",
        party="organisation",
        result="sent",
        whom="школа № 14",
        answer_due_on=today() + timedelta(days=9),
        on=today(),
    )
    address = reverse("life:answered", args=[letter.pk])
    assert "школа № 14" in page_of(walk) and address in page_of(walk)
    signed_in(walk.manager).post(address)
    letter.refresh_from_db()
    assert letter.answered_on == today() and address not in page_of(walk)
