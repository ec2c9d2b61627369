"""The pages of outcomes: golden figures in sight, cases behind them, files to take away."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.utils.html import strip_tags
from openpyxl import load_workbook

from opora.access.actions import add_person
from opora.access.models import Department, User
from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices
from opora.programs.models import Program
from opora.registry import actions as registry

pytestmark = pytest.mark.django_db
REGISTRY = Path(registry.__file__).parent.parent / "data" / "registry.xlsx"


@pytest.fixture
def practice() -> None:
    publish_practice(actor=SYSTEM, folder=shipped_practices()["support_and_shelter"])


@pytest.fixture
def ten_cases(practice: None) -> None:
    registry.import_registry(actor=SYSTEM, data=REGISTRY.read_bytes(), on=date(2026, 11, 24))


def signed_in(role: str, *, department: str | None = None) -> Client:
    place = Department.objects.get(name=department).pk if department else None
    user = add_person(
        actor=SYSTEM,
        name="Юлия Ким",
        email=f"{role}@opora.example",
        grants=[(role, place)],
        password="семь-синих-птиц-летят",
    )
    client = Client()
    client.force_login(User.objects.get(pk=getattr(user, "pk", user)))
    return client


def words_of(page: bytes) -> str:
    return re.sub(r"\s+", " ", strip_tags(page.decode())).replace("\u00a0", " ")


def test_analyst_sees_both_golden_tables_and_no_link_to_a_case(ten_cases: None) -> None:
    page = signed_in(Role.ANALYST).get("/outcomes/").content
    text = words_of(page)
    for golden in ("20,5", "0,0625", "5 из 5", "47,8", "данных недостаточно", "17/2021лд", "В4,П26,П27,П28"):
        assert golden in text
    assert "/cases/" not in page.decode().split('class="main"')[1].replace("/cases/?", "")


def test_head_reaches_the_case_behind_a_number(ten_cases: None) -> None:
    page = signed_in(Role.HEAD).get("/outcomes/").content.decode()
    assert re.search(r'href="/cases/\d+/">17/2021лд', page)


def test_nothing_is_pooled_unless_asked(ten_cases: None) -> None:
    client = signed_in(Role.ANALYST)
    assert "Программы вместе" not in words_of(client.get("/outcomes/").content)
    text = words_of(client.get("/outcomes/?pooled=on").content)
    assert "Программы вместе" in text
    assert "Комплексное сопровождение" in text
    assert "8,5" in text


def test_period_chooses_by_the_day_of_closing(ten_cases: None) -> None:
    text = words_of(signed_in(Role.ANALYST).get("/outcomes/?from_on=2022-09-01").content)
    assert "17/2021лд" in text
    assert "18/2021 лд" not in text


def test_period_that_ends_before_it_begins_is_said(ten_cases: None) -> None:
    text = words_of(signed_in(Role.ANALYST).get("/outcomes/?from_on=2022-09-01&to_on=2021-01-01").content)
    assert "Период заканчивается раньше, чем начинается" in text


@pytest.mark.parametrize(("show", "cases"), [("closed", 5), ("improved", 5), ("paired", 5)])
def test_figure_leads_to_its_cases(ten_cases: None, show: str, cases: int) -> None:
    program = Program.objects.get(layout="support").pk
    page = signed_in(Role.ANALYST).get(f"/outcomes/{program}/cases/?show={show}").content.decode()
    assert page.count("1 ЕФО МР") == cases


def test_finding_leads_to_its_cases(ten_cases: None) -> None:
    client = signed_in(Role.HEAD)
    page = client.get("/outcomes/").content.decode()
    links = re.findall(r'href="(/outcomes/\d+/cases/\?show=[^"]+)"', page)
    assert len(links) > 12
    for link in set(links):
        assert client.get(link.replace("&amp;", "&")).status_code == 200


def test_figure_that_does_not_exist_is_not_found(ten_cases: None) -> None:
    program = Program.objects.get(layout="support").pk
    assert signed_in(Role.ANALYST).get(f"/outcomes/{program}/cases/?show=nothing").status_code == 404


def test_coordinator_sees_only_the_own_department(ten_cases: None) -> None:
    text = words_of(signed_in(Role.COORDINATOR, department="1 ЕФО КЦ").get("/outcomes/").content)
    assert "Кризисный центр" in text
    assert "17/2021лд" not in text


@pytest.mark.parametrize(
    ("kind", "begins"), [("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf"), ("pdf", b"%PDF"), ("donors", b"%PDF")]
)
def test_report_is_taken_away_under_a_name_without_names(ten_cases: None, kind: str, begins: bytes) -> None:
    answer = signed_in(Role.ANALYST).get(f"/outcomes/export/{kind}/")
    assert answer.content.startswith(begins)
    name = "results" if kind == "donors" else "outcomes-internal"
    assert re.search(
        rf'filename="opora-{name}-\d{{4}}-\d{{2}}-\d{{2}}\.(xlsx|csv|pdf)"', answer.headers["Content-Disposition"]
    )
    assert JournalEntry.objects.filter(verb="evidence.exported").count() == 1


def test_empty_house_is_told_what_to_do(practice: None) -> None:
    text = words_of(signed_in(Role.HEAD).get("/outcomes/").content)
    assert "Закрытых случаев пока нет" in text


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.ADMINISTRATOR, Role.PSYCHOLOGIST])
def test_for_everybody_else_there_is_no_such_page(ten_cases: None, role: str) -> None:
    assert signed_in(role).get("/outcomes/").status_code == 404


def test_the_answer_stands_first_and_all_it_rests_on_is_folded_by_program(ten_cases: None) -> None:
    page = signed_in(Role.ANALYST).get("/outcomes/").content.decode()
    text = words_of(page.encode())
    assert "Становится ли семьям легче?" in text and "Пока не сказать: оценено 5 семей" in text
    folds = re.findall(r'<details class="fold program" id="program-(\d+)">', page)
    assert len(folds) == 2, "each program by itself, closed"
    first = page.index('<details class="fold program"')
    for below in ('class="outcomes"', "Уилкоксон", 'class="findings"'):
        assert page.index(below) > first
    assert page.index("слабых сторон у обычной семьи") < first
    assert "на 20,5 меньше" in text


def test_a_page_of_the_table_is_unfolded(ten_cases: None) -> None:
    page = signed_in(Role.ANALYST).get("/outcomes/?page=2").content.decode()
    assert re.search(r'<details class="fold program" id="program-\d+" open>', page)


def test_one_program_is_asked_for_and_no_other_is_mixed_in(ten_cases: None) -> None:
    shelter = Program.objects.get(layout="shelter")
    text = words_of(signed_in(Role.ANALYST).get(f"/outcomes/?program={shelter.pk}").content)
    assert f"{shelter.name} · случаи" in text and "17/2021лд" not in text


def test_whom_we_helped_is_told_with_its_rules_and_taken_away_by_who_may(ten_cases: None) -> None:
    analyst = signed_in(Role.ANALYST)
    asked = {"from_on": "01.01.2022", "to_on": "31.12.2022"}
    text = words_of(analyst.get("/outcomes/served/", asked).content)
    # Of the ten cases eight touch 2022; the five of support have 1, 1, 4, 1 and 4 children, three shelter ones 1 each.
    assert "Кому мы помогли" in text and "с 01.01.2022 по 31.12.2022" in text
    assert re.search(r"семьи 8 ", text) and re.search(r"дети 14 ", text)
    assert "каждый раз" not in text and "Как это посчитано" in text
    answer = analyst.get("/outcomes/served/export/", asked)
    book = load_workbook(io.BytesIO(answer.content))
    assert "Семьи и люди" in book.sheetnames and book["Семьи и люди"]["B2"].value == 8
    summary = " ".join(str(cell.value) for row in book.worksheets[0] for cell in row if cell.value)
    assert "Данные на" in summary and "посчитаны один раз" in summary
    assert JournalEntry.objects.get(verb="evidence.served_exported").data["families"] == 8


def test_a_case_manager_may_read_whom_we_helped_and_not_take_it_away(ten_cases: None) -> None:
    manager = signed_in(Role.CASE_MANAGER, department="1 ЕФО МР")
    assert manager.get("/outcomes/served/").status_code == 200
    assert manager.get("/outcomes/served/export/").status_code == 404


def test_the_ten_cases_have_no_items_and_the_page_says_so(ten_cases: None) -> None:
    """Their forms are totals only: nothing is made up, and how long the cases took is told all the same."""
    text = words_of(signed_in(Role.ANALYST).get("/outcomes/form/").content)
    assert "Форм по показателям пока нет" in text and "До закрытия случая" in text
    assert "Половина семей пришла к этому за" in text
