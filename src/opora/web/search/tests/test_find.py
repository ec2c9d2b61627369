"""One search everywhere: everything in one answer, forgiving, within one's sight, and no name in an address."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from opora.access.rules import Actor, Role
from opora.audit.models import JournalEntry
from opora.cases.models import Case
from opora.cases.tests.factories import department, worker
from opora.correspondence.actions import record_incoming
from opora.correspondence.tests.factories import office, sent
from opora.finding.queries import find
from opora.intake.tests.factories import make_referral, registrar
from opora.papers.actions import write_letter
from opora.papers.tests.factories import colleague, path_of_family
from opora.partners.actions import keep_partner
from opora.partners.models import Partner
from opora.plans.tests.factories import make_walk
from opora.process.models import Route, RouteMember
from opora.process.tests.factories import BEGAN
from opora.reminders.tests.factories import life

pytestmark = pytest.mark.django_db


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(pk=actor.user_id))
    return client


def typed(client: Client, text: str) -> str:
    """The answer while one types."""
    return client.post("/search/", {"q": text}, headers={"HX-Request": "true"}).content.decode()


@pytest.mark.parametrize(
    "text", ["Заповедниковой", "запов", "pfgjdtlybrjdf", "Zapovednikova", "555-01-99", "07.07.91", "Ефросинье"]
)
def test_a_family_is_found_however_it_is_typed(text: str) -> None:
    found = life()
    if text.startswith("07"):
        text = f"Заповедниковой {text}"
    assert f'href="/cases/{found.case.pk}/"' in typed(client_of(found.scene.case_manager), text)


def test_of_a_common_name_no_more_are_looked_for_than_are_shown() -> None:
    recent, old, ended = life(), life(), life()
    day = recent.case.opened_on
    Case.objects.filter(pk=old.case.pk).update(opened_on=day - timedelta(days=1_500))
    Case.objects.filter(pk=ended.case.pk).update(closed_on=day)
    head = worker(Role.HEAD)
    found = [(one.key, one.is_ended) for one in find(actor=head, text="Заповедникова", on=day) if one.kind == "case"]
    assert found == [(recent.case.pk, False), (old.case.pk, False), (ended.case.pk, True)]
    own = [one.key for one in find(actor=old.scene.case_manager, text="Заповедникова", on=day) if one.kind == "case"]
    assert own == [old.case.pk]
    with CaptureQueriesContext(connection) as asked:
        assert find(actor=head, text="Заповедникова", limit=1, on=day)[0].key == recent.case.pk
    [question] = [one["sql"] for one in asked.captured_queries if "f_kind" in one["sql"]]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF) {question}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    rested = [line for line in plan.splitlines() if "families_searchindex" in line and "never executed" in line]
    assert len(rested) == 3, "of four parts only the first was asked for"


def test_a_case_a_code_and_a_partner_are_found_in_one_answer() -> None:
    found = life()
    client = client_of(found.scene.case_manager)
    n, year = found.case.number.removesuffix("лд").split("/")
    for text in (found.case.number, f"{n} {year}", f"{n}-{year[2:]}", found.home.client.code):
        assert f'href="/cases/{found.case.pk}/"' in typed(client, text), text
    Partner.objects.update(search_text="центр вместе")
    shown = typed(client, "центру вместе")
    assert "/partners/" in shown and "Партнёры" in shown


def test_a_family_is_called_by_its_name_for_its_team_and_each_look_is_in_the_journal() -> None:
    found = life()
    shown = typed(client_of(found.scene.case_manager), found.case.number)
    assert "Семья Заповедниковых" in shown and found.home.client.code in shown and found.case.number in shown
    assert JournalEntry.objects.filter(verb="families.identity_opened", case_id=found.case.pk).count() == 1
    typed(client_of(found.scene.case_manager), found.case.number[:3])
    assert JournalEntry.objects.filter(verb="families.identity_opened", case_id=found.case.pk).count() == 1


def test_a_signal_is_found_by_its_number_and_by_what_was_told_with_it() -> None:
    actor = registrar()
    client = client_of(actor)
    signal = make_referral(told={"surname": "Ветрова", "given": "Анна", "phone": "+7 900 111-22-33"})
    for text in ("Ветровой", "dtnhjdf", "Vetrova", "111-22-33", f"№ {signal.pk}"):
        assert f'href="/signals/{signal.pk}/"' in typed(client, text), text


def test_a_signal_is_over_when_its_path_is_and_not_when_somebody_went_there() -> None:
    client = client_of(registrar())
    signal = make_referral(told={"surname": "Ветрова"})
    type(signal).objects.filter(pk=signal.pk).update(outcome="visit", decided_on=BEGAN)
    assert "завершено" not in typed(client, "Ветрова")
    type(signal.route).objects.filter(pk=signal.route_id).update(ended_on=BEGAN)
    assert "завершено" in typed(client, "Ветрова")


def test_a_signal_tells_the_name_of_its_family_to_whoever_may_know_it_and_the_look_is_in_the_journal() -> None:
    found = life()
    signal = make_referral()
    Route.objects.filter(pk=signal.route_id).update(family=found.home.family)
    stranger = worker(Role.SPECIALIST, department())
    RouteMember.objects.create(route_id=signal.route_id, user_id=stranger.user_id, from_on=BEGAN)
    shown = typed(client_of(stranger), f"№ {signal.pk}")
    assert f'href="/signals/{signal.pk}/"' in shown and "Заповедников" not in shown
    assert not JournalEntry.objects.filter(verb="families.identity_opened", actor_id=stranger.user_id).exists()
    head = worker(Role.HEAD)
    client = client_of(head)
    assert "Семья Заповедниковых" in typed(client, f"№ {signal.pk}")
    line = JournalEntry.objects.filter(verb="families.identity_opened", actor_id=head.user_id)
    assert [one.case_id for one in line] == [found.case.pk]
    with CaptureQueriesContext(connection) as questions:
        typed(client, f"№ {signal.pk}")
    assert len(questions) <= 5, [query["sql"][:80] for query in questions]


@pytest.mark.parametrize("text", ["приюту «Тёплый дом»", "Приют Теплого", "ghb.n", "Priyut", "теплым приютом"])
def test_a_partner_is_found_by_endings_by_a_wrong_layout_and_in_latin_letters(text: str) -> None:
    actor = registrar()
    entry = {"name": "Приют «Тёплый дом»", "kind": "crisis", "services": "Ночлег", "contacts": "12-34-56"}
    partner = keep_partner(actor=worker(Role.HEAD), entry=entry, on=BEGAN)
    assert f'href="/partners/{partner.pk}/"' in typed(client_of(actor), text), text


def test_a_letter_is_found_by_its_number() -> None:
    route, home = path_of_family()
    reader = colleague()
    letter = write_letter(actor=reader, route_id=route.pk, kind="support", person_id=home.client.pk, on=BEGAN)
    shown = typed(client_of(reader), letter.number)
    assert f'href="/papers/letters/{letter.pk}/"' in shown and letter.number in shown


def test_a_letter_to_or_from_an_office_is_found_by_our_number_and_by_theirs() -> None:
    walk = make_walk()
    out = sent(walk.manager, office(), route_id=walk.route.pk, basis="law", on=BEGAN)
    came = record_incoming(
        actor=walk.manager,
        route_id=walk.route.pk,
        kind="information",
        partner_id=office().pk,
        subject="О гражданах",
        on=BEGAN,
        their_number="01-15/284-ОП",
    )
    client = client_of(walk.manager)
    n, year = out.number.split("/")
    for text, letter in ((f"{n} {year}", out), (f"№ {n}-{year[2:]}", out), ("01-15/284-оп", came)):
        shown = typed(client, text)
        assert f'href="/letters/{letter.pk}/"' in shown and office().name in shown, text
    stranger = worker(Role.COORDINATOR, department())
    assert f"/letters/{out.pk}/" not in typed(client_of(stranger), out.number)


def test_nobody_finds_what_he_may_not_see() -> None:
    found = life()
    stranger = client_of(worker(Role.COORDINATOR, department()))
    for text in ("Заповедникова", found.case.number, found.home.client.code, "555-01-99"):
        assert f"/cases/{found.case.pk}/" not in typed(stranger, text)
    for role in (Role.VOLUNTEER, Role.ANALYST, Role.ADMINISTRATOR):
        assert client_of(worker(role)).get("/search/").status_code == 404


def test_a_name_never_stands_in_an_address_and_an_empty_answer_says_what_to_try() -> None:
    found = life()
    client = client_of(found.scene.case_manager)
    answer = client.post("/search/", {"q": "Заповедникова"})
    assert answer.status_code == 302 and "find=" in answer["Location"] and "%D0" not in answer["Location"]
    assert f"/cases/{found.case.pk}/" in client.get(answer["Location"]).content.decode()
    shown = typed(client, "Нетакойфамилии")
    assert "Ничего не найдено" in shown and "state=all" in shown and "15/2026" in shown


def test_an_answer_asks_few_questions() -> None:
    found = life()
    client = client_of(found.scene.case_manager)
    typed(client, "Заповедникова")
    for text in ("Заповедниковой", "15 2026"):
        with CaptureQueriesContext(connection) as questions:
            typed(client, text)
        assert len(questions) <= 5, [query["sql"][:80] for query in questions]


def test_every_page_has_the_search_for_those_who_work_with_families() -> None:
    assert 'id="find-everywhere"' in client_of(worker(Role.SPECIALIST)).get("/").content.decode()
    assert 'id="find-everywhere"' not in client_of(worker(Role.VOLUNTEER)).get("/").content.decode()
