"""A group is begun, a family put on its list, a meeting marked, and all of it read."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from opora.access.rules import Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.groups.models import Group, Mark
from opora.groups.tests.factories import join, make_group
from opora.plans.models import Task
from opora.plans.tests.factories import make_plan
from opora.services.models import Provision
from opora.services.tests.factories import service, walk_with_services
from opora.web.intake.tests.test_signals import signed_in, text_of

pytestmark = pytest.mark.django_db


def test_a_group_is_begun_filled_and_marked_and_the_family_has_its_service():
    walk = walk_with_services()
    client = signed_in(walk.manager)
    assert "Групп пока нет" in text_of(client.get(reverse("groups:list")))
    sent = {
        "title": "Зрелое родительство",
        "kind": "program",
        "service_id": service("v24"),
        "department_id": walk.department.pk,
        "from_on": today().isoformat(),
        "leader_ids": [walk.manager.user_id],
        "threshold": "70",
    }
    assert client.post(reverse("groups:new"), sent).status_code == 302
    group = Group.objects.get()
    days = {"on": today().isoformat(), "minutes": "90", "times": "3", "every_days": "7"}
    assert client.post(reverse("groups:session_new", args=[group.pk]), days).status_code == 302
    assert [one.on for one in group.sessions.all()] == [today() + timedelta(days=7 * n) for n in range(3)]
    address = reverse("groups:case_join", args=[walk.case.pk, group.pk])
    people = [walk.home.client.pk, *walk.home.child_ids]
    assert client.post(address, {"person_ids": people, "on": today().isoformat()}).status_code == 302
    mother, child, *_others = group.participants.all()
    sheet = reverse("groups:sheet", args=[group.sessions.first().pk])
    assert "Пришли" in text_of(client.get(sheet))
    marks = {f"mark_{mother.pk}": "came", f"mark_{child.pk}": "came", "heads": "4", "homework": "Читать вслух"}
    homes = {f"home_r{walk.route.pk}": "done"}
    assert client.post(sheet, {**marks, **homes}).status_code == 302
    assert client.post(sheet, {**marks, **homes}).status_code == 302
    made = Provision.objects.get()
    assert (made.people.count(), made.minutes) == (2, 90)
    page = text_of(client.get(reverse("groups:group", args=[group.pk])))
    assert "Читать вслух" in page and "программа пройдена" in page
    every = text_of(client.get(reverse("groups:list")))
    assert "Зрелое родительство" in every and "group-sums" not in every
    assert "group-sums" in text_of(client.get(reverse("groups:list"), {"kind": "program"})), "a part is summed up"
    assert JournalEntry.objects.filter(verb="groups.read").exists()


def test_a_journal_is_printed_and_the_list_comes_as_a_workbook():
    walk = walk_with_services()
    group, (first, _second) = make_group(walk)
    mother = join(group, walk)[0]
    Mark.objects.create(session=first, participant=mother, state="came")
    client = signed_in(walk.manager)
    assert "Журнал посещений" in text_of(client.get(reverse("groups:journal", args=[group.pk])))
    book = load_workbook(BytesIO(client.get(reverse("groups:list"), {"as": "xlsx"}).content))
    assert any("Зрелое родительство" in row for sheet in book for row in sheet.iter_rows(values_only=True))


def test_whoever_does_not_work_with_the_family_is_told_a_number_of_people_only():
    walk = walk_with_services()
    group, (first, _second) = make_group(walk)
    mother = join(group, walk)[0]
    client = signed_in(worker(Role.SPECIALIST))
    page = text_of(client.get(reverse("groups:group", args=[group.pk])))
    main = page[page.index("<main") : page.index("</main>")]
    assert f">{mother.person.code}<" not in main and "из других семей" in main
    assert client.get(reverse("groups:sheet", args=[first.pk])).status_code == 404
    assert client.get(reverse("groups:leave", args=[mother.pk])).status_code == 404


def test_an_agreement_of_a_conference_becomes_a_task():
    walk = walk_with_services()
    make_plan(route_id=walk.route.pk, on=today())
    group, (first, _second) = make_group(walk, kind="conference")
    join(group, walk)
    client = signed_in(walk.manager)
    about = f"r{walk.route.pk}"
    guest = {"about": about, "words": "Тётя Света", "has_come": "on"}
    assert client.post(reverse("groups:guest", args=[first.pk]), guest).status_code == 302
    agreed = {"about": about, "text": "Бабушка забирает из сада"}
    assert client.post(reverse("groups:agree", args=[first.pk]), agreed).status_code == 302
    page = text_of(client.get(reverse("groups:group", args=[group.pk])))
    assert "Тётя Света" in page and "Бабушка забирает из сада" in page
    commitment = first.commitments.get()
    task = {
        "title": "Забирать из сада",
        "accountable": f"member:{walk.home.client.pk}",
        "due_on": (today() + timedelta(days=9)).isoformat(),
    }
    assert client.post(reverse("groups:make_task", args=[commitment.pk]), task).status_code == 302
    assert Task.objects.get().member_id == walk.home.client.pk


def test_the_groups_of_a_family_are_reached_from_its_page_and_it_is_put_on_a_list_from_there():
    walk = walk_with_services()
    client = signed_in(walk.manager)
    home = text_of(client.get(reverse("cases:file", args=[walk.case.pk])))
    choose = reverse("groups:case_choose", args=[walk.case.pk])
    assert choose in home
    assert "Семьи пока нет ни в одном списке" in text_of(client.get(reverse("groups:case", args=[walk.case.pk])))
    assert "Сейчас нет ни одной группы" in text_of(client.get(choose))
    group, (first, _second) = make_group(walk, kind="conference")
    page = text_of(client.get(choose))
    join_url = reverse("groups:case_join", args=[walk.case.pk, group.pk])
    assert join_url in page and "Ничего не найдено" in text_of(client.get(choose, {"q": "йога"}))
    sent = {"person_ids": [walk.home.client.pk], "on": today().isoformat()}
    here = reverse("groups:case", args=[walk.case.pk])
    assert client.post(f"{join_url}?back={here}", sent).headers["Location"] == here
    about = {"about": f"r{walk.route.pk}", "words": "Тётя Света"}
    assert client.post(reverse("groups:guest", args=[first.pk]), about).status_code == 302
    guest = first.guests.get()
    page = text_of(client.get(here))
    assert "Тётя Света" in page and f'action="{reverse("life:undo", args=["guest", guest.pk])}"' in page
    change = reverse("groups:guest_change", args=[guest.pk])
    assert client.post(change, {"words": "Тётя Вера", "has_come": "on"}).status_code == 302
    assert "Тётя Вера" in text_of(client.get(here))
    assert client.post(reverse("life:void", args=["guest", guest.pk]), {"reason": "Ошибка"}).status_code == 302
    assert "Тётя" not in text_of(client.get(here))
    book = load_workbook(BytesIO(client.get(here, {"as": "xlsx"}).content))
    assert book is not None
    assert signed_in(worker(Role.SPECIALIST)).get(here).status_code == 404


def test_after_marking_it_is_said_what_was_really_recorded():
    walk = walk_with_services()
    client = signed_in(walk.manager)
    group, (first, _second) = make_group(walk)
    concert, (evening, *_more) = make_group(walk, kind="culture", service_id=None, times=1)
    said = []
    for one, session in ((group, first), (concert, evening)):
        mother, *_children = join(one, walk)
        sheet = reverse("groups:sheet", args=[session.pk])
        said.append(text_of(client.post(sheet, {f"mark_{mother.pk}": "came", "heads": "4"}, follow=True)))
    assert "Услуга этой встречи записана 1 семье" in said[0]
    assert (
        "Услуга по этой встрече не записывается" in said[1] and "записана" not in said[1].partition("<main")[0][-900:]
    )
    none = text_of(client.post(reverse("groups:sheet", args=[evening.pk]), {"heads": ""}, follow=True))
    assert "никто не пришёл" in none


def test_a_group_made_by_mistake_is_taken_away_or_voided_on_its_page():
    walk = walk_with_services()
    client = signed_in(walk.manager)
    group, _days = make_group(walk)
    address = reverse("groups:group", args=[group.pk])
    assert reverse("groups:remove", args=[group.pk]) in text_of(client.get(address))
    assert client.post(reverse("groups:remove", args=[group.pk])).status_code == 302
    assert client.get(address).status_code == 404
    group, _days = make_group(walk)
    join(group, walk)
    address, void = reverse("groups:group", args=[group.pk]), reverse("groups:void", args=[group.pk])
    assert void in text_of(client.get(address))
    assert client.post(void, {"reason": ""}).status_code == 422
    assert client.post(void, {"reason": "Записана дважды"}).status_code == 302
    page = text_of(client.get(address))
    assert "Записана дважды" in page and void not in page
    assert "Зрелое родительство" not in text_of(client.get(reverse("groups:list")))
    assert signed_in(worker(Role.SPECIALIST)).post(void, {"reason": "Нет"}).status_code == 404
