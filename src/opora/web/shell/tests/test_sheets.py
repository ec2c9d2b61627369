"""Any list goes to a workbook as filtered, by the reader's rights, with a line in the journal; nothing in it runs."""

import io
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from opora.access.models import User
from opora.access.rules import SYSTEM, Actor, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import close_case, household, open_case, scene, worker
from opora.intake.tests.factories import make_referral
from opora.partners.models import Partner
from opora.process.models import Route
from opora.reports.actions import export_list
from opora.reports.model import Column, Table
from opora.reports.workbook import LONGEST_CELL
from opora.web.shell.sheets import XLSX

pytestmark = pytest.mark.django_db

# Every list of the product that has a page of its own, by the person whose list it is.
LISTS = {
    "cases:list": Role.HEAD,
    "intake:list": Role.HEAD,
    "intake:contacts": Role.HEAD,
    "process:work": Role.HEAD,
    "plans:tasks": Role.CASE_MANAGER,
    "partners:list": Role.HEAD,
    "partners:unconfirmed": Role.HEAD,
    "groups:list": Role.HEAD,
    "correspondence:list": Role.HEAD,
    "volunteers:list": Role.HEAD,
    "voice:list": Role.HEAD,
    "voice:channels": Role.HEAD,
    "correspondence:agreements": Role.HEAD,
    "correspondence:meetings": Role.HEAD,
    "councils:waiting": Role.HEAD,
    "reminders:list": Role.HEAD,
    "journal:entries": Role.HEAD,
    "access:people": Role.ADMINISTRATOR,
    "registry:start": Role.HEAD,
    "attention:list": Role.HEAD,
    "papers:terms": Role.HEAD,
    "duties:colleagues": Role.HEAD,
    "cases:voided": Role.HEAD,
}


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def rows_of(answer: Any) -> list[tuple[Any, ...]]:
    assert answer.status_code == 200 and answer.headers["Content-Type"] == XLSX
    return list(load_workbook(io.BytesIO(answer.content)).worksheets[1].iter_rows(values_only=True))


@pytest.mark.parametrize(("name", "role"), LISTS.items())
def test_every_list_is_taken_away_by_one_mechanism_and_noted(name: str, role: Role) -> None:
    client = signed_in(worker(role))
    rows = rows_of(client.get(reverse(name), {"as": "xlsx"}))
    assert rows and all(rows[0])
    line = JournalEntry.objects.get(verb="audit.list_exported")
    assert line.data["list"] and line.data["rows"] == len(rows) - 1


def test_the_lists_of_one_case_and_of_one_stage_are_taken_away_too() -> None:
    place = scene()
    head = signed_in(worker(Role.HEAD))
    forms = rows_of(head.get(reverse("assessments:list", args=[place.case.pk]), {"as": "xlsx"}))
    assert "as=xlsx" not in head.get(reverse("assessments:list", args=[place.case.pk])).content.decode()
    assert len(forms) == 1 and len(forms[0]) == 5
    route = Route.objects.get(pk=make_referral().route_id)
    address = reverse("process:stage", args=[route.version.code, route.stage])
    rows = rows_of(head.get(address, {"as": "xlsx", "program": route.program_id}))
    assert route.pk in {row[0] for row in rows[1:]}
    assert "as=xlsx" in head.get(address, {"program": route.program_id}).content.decode()


def test_a_list_is_taken_away_as_it_is_filtered_and_as_far_as_its_reader_sees() -> None:
    place = scene()
    close_case(place)
    for number in ("7/2021лд", "8/2021лд"):
        open_case(place.department, place.program, household(1), place.case_manager, number=number, on=date(2021, 7, 1))
    elsewhere = scene()
    manager = signed_in(place.case_manager)
    every = rows_of(manager.get(reverse("cases:list"), {"as": "xlsx", "state": "all"}))
    assert {row[0] for row in every[1:]} == {place.case.number, "7/2021лд", "8/2021лд"}
    assert {row[0] for row in rows_of(manager.get(reverse("cases:list"), {"as": "xlsx"}))[1:]} == {
        "7/2021лд",
        "8/2021лд",
    }
    assert {row[0] for row in rows_of(manager.get(reverse("cases:list"), {"as": "xlsx", "q": "8/2021"}))[1:]} == {
        "8/2021лд"
    }
    head = rows_of(signed_in(worker(Role.HEAD)).get(reverse("cases:list"), {"as": "xlsx"}))
    assert elsewhere.case.number in {row[0] for row in head}
    # Days are days, and what is not known stays empty.
    assert every[1][5].date() == date(2021, 7, 1) and every[1][6] is None
    assert "as=xlsx" in manager.get(reverse("cases:list"), {"state": "all"}).content.decode()


def test_a_page_whose_list_is_longer_is_taken_away_whole() -> None:
    for number in range(60):
        Partner.objects.create(name=f"Помощь {number}", kind="charity", services="еда", contacts="тел.")
    assert len(rows_of(signed_in(worker(Role.HEAD)).get(reverse("partners:list"), {"as": "xlsx"}))) == 61


def test_formulas_and_control_characters_are_nothing_but_text() -> None:
    wild = ["=HYPERLINK(1)", "+1", "@SUM(A1)", "\x07bell\x00", "=1\n+2", "ы" * (LONGEST_CELL + 5)]
    content = export_list(actor=SYSTEM, table=Table("Список", [Column("Что")], [(text,) for text in wild]))
    cells = [row[0] for row in load_workbook(io.BytesIO(content)).worksheets[1].iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells[:3]] == wild[:3]
    assert cells[5].value.endswith("…") and len(cells[5].value) == LONGEST_CELL


def test_who_may_not_see_a_list_takes_nothing_away() -> None:
    volunteer = signed_in(worker(Role.VOLUNTEER))
    assert volunteer.get(reverse("cases:list"), {"as": "xlsx"}).status_code == 404
    assert not JournalEntry.objects.filter(verb="audit.list_exported").exists()
