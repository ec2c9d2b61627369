"""A service is planned, recorded by three touches, read by its family and in the log, and given to several at once."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from opora.access.rules import Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.services.models import PlannedService, Provision
from opora.services.tests.factories import give, plan, service, walk_with_services
from opora.web.intake.tests.test_signals import signed_in, text_of

pytestmark = pytest.mark.django_db
SHEET = {"day": "today", "state": "held", "notes": "Помогли заполнить заявление", "minutes": "40"}


def test_a_service_is_recorded_by_record_and_stands_in_the_life_and_on_the_page_of_the_family():
    walk = walk_with_services()
    client = signed_in(walk.manager)
    plan(walk, "v3", times=2, on=today())
    address = reverse("life:case_record", args=[walk.case.pk, "service"])
    sheet = text_of(client.get(address))
    assert "В плане" in sheet and "Консультации по социально-правовым вопросам" in sheet
    sent = {
        **SHEET,
        "service_id": service("v3"),
        "people_ids": [walk.home.client.pk],
        "worker_id": walk.manager.user_id,
    }
    assert client.post(address, sent).status_code == 302
    made = Provision.objects.get()
    assert (made.minutes, made.planned_id, made.provider) == (40, PlannedService.objects.get().pk, "own")
    page = text_of(client.get(reverse("services:case", args=[walk.case.pk])))
    assert "1 из 2" in page and "Помогли заполнить заявление" in page
    life = text_of(client.get(reverse("life:case", args=[walk.case.pk])))
    assert "Услуга: консультации по социально-правовым вопросам" in life
    family = text_of(client.get(reverse("cases:file", args=[walk.case.pk])))
    assert "1 услуга" in family and reverse("services:case", args=[walk.case.pk]) in family
    assert JournalEntry.objects.filter(verb="services.read", case_id=walk.case.pk).exists()


def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost():
    walk = walk_with_services()
    address = reverse("life:route_record", args=[walk.route.pk, "service"])
    sent = {**SHEET, "service_id": service("v26"), "worker_id": walk.manager.user_id}
    answer = signed_in(walk.manager).post(address, sent)
    page = text_of(answer)
    assert answer.status_code == 422
    assert "По каталогу эту услугу оказывают другие" in page and "Помогли заполнить заявление" in page


def test_a_record_is_corrected_and_voided_where_it_is_read():
    walk = walk_with_services()
    made = give(walk, on=today(), note="Первое")
    client = signed_in(walk.manager)
    mend = reverse("life:mend", args=["service", made.pk])
    assert "Первое" in text_of(client.get(mend))
    sent = {**SHEET, "service_id": service("v4"), "notes": "Второе"}
    assert client.post(mend, sent).status_code == 302
    made.refresh_from_db()
    assert made.service_id == service("v4")
    assert client.post(reverse("life:void", args=["service", made.pk]), {"reason": "Не та семья"}).status_code == 302
    assert not Provision.objects.exists()


def test_a_service_is_planned_changed_and_stopped_on_the_page():
    walk = walk_with_services()
    client = signed_in(walk.manager)
    sent = {"service_id": service("v24"), "times": "10", "until_on": (today() + timedelta(days=90)).isoformat()}
    assert client.post(reverse("services:route_plan", args=[walk.route.pk]), sent).status_code == 302
    planned = PlannedService.objects.get()
    assert client.post(reverse("services:change", args=[planned.pk]), {"times": "6"}).status_code == 302
    assert client.post(reverse("services:stop", args=[planned.pk])).status_code == 302
    planned.refresh_from_db()
    assert (planned.times, planned.ended_on) == (6, today())
    page = text_of(client.get(reverse("services:route", args=[walk.route.pk])))
    assert "0 из 6" in page and "остановлена" in page


def test_what_no_database_takes_is_left_out_of_a_search_for_families():
    walk = walk_with_services()
    client = signed_in(walk.manager)
    answer = client.post(reverse("services:several"), {"text": f"{walk.case.number}\x00"})
    assert answer.status_code == 200 and walk.case.number in text_of(answer)


def test_one_service_for_several_families_by_two_pages():
    walk = walk_with_services()
    other = walk_with_services()
    client = signed_in(worker(Role.HEAD))
    keys = [f"c{walk.case.pk}", f"c{other.case.pk}"]
    assert keys[0] in text_of(client.post(reverse("services:several"), {"text": walk.case.number, "family": keys}))
    sent = {"text": "Иванова", "family": keys, "go": "1", "csrfmiddlewaretoken": "знак"}
    onward = client.post(reverse("services:several"), sent).url
    assert onward == f"{reverse('services:several_form')}?family={keys[0]}&family={keys[1]}"
    form = text_of(client.get(onward))
    assert f"people_{keys[0]}" in form and f"people_{keys[1]}" in form
    assert all(f'name="family" value="{key}"' in form for key in keys)
    sent = {
        "family": keys,
        "service_id": service("v22"),
        "on": today().isoformat(),
        "minutes": "120",
        f"people_{keys[0]}": [walk.home.client.pk, *walk.home.child_ids],
        f"people_{keys[1]}": [other.home.client.pk],
    }
    assert client.post(reverse("services:several_form"), sent).status_code == 302
    made = list(Provision.objects.order_by("pk"))
    assert [one.people.count() for one in made] == [3, 1]
    assert made[0].together == made[1].together is not None


def test_the_log_is_narrowed_turned_summed_and_taken_along():
    walk = walk_with_services()
    give(walk, "v3", on=today(), minutes=90)
    give(walk, "v21", on=today())
    client = signed_in(worker(Role.HEAD))
    page = text_of(client.get(reverse("services:log"), {"provider": "other_program"}))
    assert "Помощь репетитора" in page and "социально-правовым" not in page.partition("<tbody>")[2]
    assert "Ничего не найдено" in text_of(client.get(reverse("services:log"), {"state": "no_show"}))
    sums = text_of(client.get(reverse("services:totals"), {"by": "service"}))
    assert "1,5" in sums
    answer = client.get(reverse("services:log"), {"as": "xlsx"})
    sheets = load_workbook(BytesIO(answer.getvalue())).worksheets
    words = [cell for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row]
    assert walk.case.number in words and JournalEntry.objects.filter(verb="services.log_read").exists()


def test_a_long_log_costs_no_more_questions(django_assert_max_num_queries):
    walk = walk_with_services()
    for _n in range(30):
        give(walk, "v3", on=today(), people_ids=[walk.home.client.pk])
    client = signed_in(worker(Role.HEAD))
    client.get(reverse("services:log"))
    with django_assert_max_num_queries(15):
        page = text_of(client.get(reverse("services:log")))
    older = page.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0]
    assert page.count("<tr>") == 26
    assert text_of(client.get(older.replace("&amp;", "&"))).count("<tr>") == 6


def test_the_door_to_help_shows_each_what_is_theirs():
    walk = walk_with_services()
    page = text_of(signed_in(walk.manager).get(reverse("services:given")))
    assert reverse("services:log") in page and 'href="/given/"' in page
    volunteer = text_of(signed_in(walk.volunteer).get(reverse("services:given")))
    assert f'href="{reverse("services:log")}"' not in volunteer
