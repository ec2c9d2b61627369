"""The pages of tables: made, kept, run again, looked behind, taken away; and nothing that is not in sight."""

import io
import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils.html import strip_tags
from openpyxl import load_workbook

from opora.access.actions import add_person
from opora.access.models import User
from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases.models import Case
from opora.common.dates import today
from opora.common.kept import Kept
from opora.details.tests.factories import a_field
from opora.evidence.actions import refresh_facts
from opora.evidence.tests import world
from opora.pivot.models import SavedTable, TableVersion

pytestmark = pytest.mark.django_db
HOME = "subject=children_home&rows=home&kind=share&period=last_year"


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("opora.pivot.queries.reading._KEPT", Kept(0))


@pytest.fixture
def two_closed() -> list[Case]:
    """Two cases closed on the first day of last year's last month: one child at home, one of whom nobody knows."""
    day = date(today().year - 1, 12, 1)
    days = {"opened_on": day - timedelta(days=200), "closed_on": day}
    cases = [
        world.case("17/2026", parent="И3", homes=("own_family",), **days),
        world.case("18/2026", homes=("unknown",), **days),
    ]
    refresh_facts(case_ids=[one.pk for one in cases])
    return cases


def signed_in(role: str, department_id: int | None = None) -> Client:
    user = add_person(
        actor=SYSTEM,
        name="Юлия Ким",
        email=f"{role}{department_id or ''}@opora.example",
        grants=[(role, department_id)],
        password="семь-синих-птиц-летят",
    )
    client = Client()
    client.force_login(User.objects.get(pk=getattr(user, "pk", user)))
    return client


def text_of(response) -> str:
    return re.sub(r"\s+", " ", strip_tags(response.content.decode().replace("<", " <"))).replace("\u00a0", " ")


def test_a_table_says_what_is_known_and_of_how_many(two_closed: list[Case]) -> None:
    """A share stands beside its denominator; of whom nothing is known stands apart (X-06)."""
    text = text_of(signed_in(Role.ANALYST).get(f"/tables/new/?{HOME}"))
    assert "Кровная семья 100 % 1 из 1" in text
    assert "Всего 100 % 1 из 1; неизвестно: 1" in text and "Неизвестно: 1." in text
    assert "а не что причина — помощь" in text


def test_a_choice_that_makes_no_table_says_why(two_closed: list[Case]) -> None:
    client = signed_in(Role.ANALYST)
    same = text_of(client.get("/tables/new/?subject=cases&rows=program&columns=program"))
    assert "В строках и столбцах одно и то же." in same and "Сохранить под названием" not in same
    months = text_of(client.get("/tables/new/?subject=cases&rows=month&day=in_work"))
    assert "То, что длится, не относится к одному дню" in months
    assert client.get("/tables/new/?subject=secrets").status_code == 200
    assert "Медиана" not in text_of(client.get("/tables/new/?subject=signals&rows=channel&kind=median"))
    other = text_of(client.get("/tables/new/?subject=signals&rows=home&was=children_home"))
    assert "Так по строкам" not in other, "who chooses another subject begins with rows that it has"


@pytest.mark.parametrize(
    "typed",
    [
        "subject=people&kind=1",
        "subject=cases&rows=program&only_manager=%00",
        "subject=cases&rows=month&only_month=0001-01-01&only_quarter=2026-9",
        "subject=cases&rows=year&only_year=x&program=%00&first=0001-01-01&period=days&table=%D9%A1",
    ],
)
def test_an_address_typed_by_hand_breaks_no_table(typed: str) -> None:
    client = signed_in(Role.HEAD)
    assert client.get(f"/tables/new/?{typed}").status_code == 200
    assert client.get(f"/tables/cases/?{typed}&row=%00").status_code == 404


def test_behind_a_cell_stand_its_cases_by_code(two_closed: list[Case]) -> None:
    client = signed_in(Role.HEAD)
    cases = text_of(client.get(f"/tables/cases/?{HOME}&row=own_family"))
    assert "17/2026 И3" in cases and "18/2026" not in cases
    assert "18/2026" in text_of(client.get(f"/tables/cases/?{HOME}&row=&part=unknown"))
    assert JournalEntry.objects.filter(verb="pivot.cases_read").count() == 2
    assert client.get(f"/tables/cases/?{HOME}&part=maybe").status_code == 404
    assert client.get("/tables/cases/?subject=cases&rows=program&columns=program").status_code == 404
    elsewhere = signed_in(Role.CASE_MANAGER, world.department("Другой отдел").pk)
    assert "17/2026" not in text_of(elsewhere.get(f"/tables/cases/?{HOME}"))
    assert "Здесь нечего считать" in text_of(elsewhere.get(f"/tables/new/?{HOME}"))


def test_a_table_is_kept_changed_put_away_and_brought_back(two_closed: list[Case]) -> None:
    client = signed_in(Role.HEAD)
    client.post(f"/tables/keep/?{HOME}", {"title": "Дети дома", "is_shared": "on"})
    table = SavedTable.objects.get()
    page = f"/tables/{table.pk}/"
    assert "Дети дома" in text_of(client.get("/tables/")) and "Кровная семья 100 %" in text_of(client.get(page))
    earlier = date(today().year, 1, 1).replace(year=today().year - 1).isoformat()
    assert "Здесь нечего считать" in text_of(client.get(f"{page}?on={earlier}")), "last year moves along with the day"
    token = {"revision": "1", "title": "Дети у мамы", "is_shared": "on"}
    client.post(f"{page}keep/?subject=children&rows=age&day=closed&period=last_year", token)
    stale = client.post(f"{page}keep/?{HOME}", token | {"title": "Ещё раз"})
    assert stale.status_code == 422 and "Тем временем таблицу изменили" in text_of(stale)
    assert list(TableVersion.objects.values_list("number", "title")) == [(2, "Дети у мамы"), (1, "Дети дома")]
    assert "Версия 1: Дети дома" in text_of(client.get(page))
    client.post(f"{page}put-away/")
    assert client.get(page).status_code == 404
    client.post(f"{page}bring-back/")
    assert client.get(page).status_code == 200
    verbs = JournalEntry.objects.filter(verb__startswith="pivot.").order_by("id").values_list("verb", flat=True)
    kept = "pivot.table_kept"
    assert list(verbs) == [kept, kept, "pivot.table_put_away", "pivot.table_brought_back"]


def test_a_table_of_ones_own_is_nobody_elses(two_closed: list[Case]) -> None:
    """Whoever may not take figures away keeps tables for himself, and changes none of the organization."""
    manager = signed_in(Role.CASE_MANAGER, two_closed[0].department_id)
    assert "Для всей организации" not in text_of(manager.get(f"/tables/keep/?{HOME}"))
    manager.post(f"/tables/keep/?{HOME}", {"title": "Моя", "is_shared": "on"})
    own = SavedTable.objects.get()
    assert not own.is_shared
    head = signed_in(Role.HEAD)
    assert head.get(f"/tables/{own.pk}/").status_code == 404
    head.post(f"/tables/keep/?{HOME}", {"title": "Общая", "is_shared": "on"})
    shared = SavedTable.objects.exclude(pk=own.pk).get()
    assert manager.get(f"/tables/{shared.pk}/").status_code == 200
    assert manager.post(f"/tables/{shared.pk}/put-away/").status_code == 404


def test_a_table_is_taken_away_with_everything_said_of_it(two_closed: list[Case]) -> None:
    client = signed_in(Role.ANALYST)
    book = load_workbook(io.BytesIO(client.get(f"/tables/new/?{HOME}&as=xlsx").content))
    rows = [[cell.value for cell in row] for sheet in book for row in sheet.rows]
    assert ["Кровная семья", 1] in rows and ["Неизвестно", None] in rows
    said = " ".join(str(cell) for row in rows for cell in row)
    assert "Неизвестное не входит ни в одну часть доли" in said and "Не для публикации" in said
    plain = client.get(f"/tables/new/?{HOME}&as=csv").content.decode("utf-8-sig")
    assert "Кровная семья;1\r\n" in plain and "период определяет: день закрытия" in plain
    assert JournalEntry.objects.filter(verb="pivot.table_exported").count() == 2


def test_the_page_asks_few_questions(two_closed, django_assert_max_num_queries) -> None:
    client = signed_in(Role.HEAD)
    client.get(f"/tables/new/?{HOME}")
    with django_assert_max_num_queries(8):
        client.get("/tables/new/?subject=cases&rows=reason&columns=program&day=closed&period=last_year&drawn=1")


def test_a_kept_table_that_nobody_can_count_any_more_is_listed_and_not_there() -> None:
    """What a later version no longer offers must not break the list of all the others."""
    SavedTable.objects.create(title="Старая", is_shared=True, data={"subject": "moons", "rows": "month", "size": 3})
    client = signed_in(Role.HEAD)
    assert "Старая" in text_of(client.get("/tables/"))
    assert client.get(f"/tables/{SavedTable.objects.get().pk}/").status_code == 404


def test_a_field_for_other_roles_gives_neither_name_nor_figures(two_closed: list[Case]) -> None:
    """Not in what is offered, not by an address, not in a file, not in the name of a table kept by it."""
    hidden = a_field(kind="yes_no", title="Закрытый вопрос", roles=[Role.HEAD])
    query = f"subject=cases&rows=field_{hidden.code}&period=ever"
    head, analyst = signed_in(Role.HEAD), signed_in(Role.ANALYST)
    head.post(f"/tables/keep/?{query}", {"title": "Закрытый вопрос по семьям", "is_shared": "on"})
    kept = SavedTable.objects.get()
    for page in (f"/tables/new/?{query}", f"/tables/new/?{query}&as=xlsx", "/tables/", f"/tables/{kept.pk}/"):
        mine = text_of(analyst.get(page))
        assert "Закрытый вопрос" not in mine and "Неизвестно" not in mine
    assert "Таблица по полю для других ролей" in text_of(analyst.get(f"/tables/{kept.pk}/?as=xlsx"))
    assert "Закрытый вопрос" not in text_of(analyst.get("/tables/new/?subject=cases&rows=program&narrow=x"))
    assert "Так по строкам" not in text_of(head.get(f"/tables/new/?{query}"))
    assert "Неизвестно 2" in text_of(head.get(f"/tables/{kept.pk}/"))
    assert "Закрытый вопрос" in text_of(head.get(f"/tables/new/?{query}&narrow=field_{hidden.code}"))
    for page in (f"/tables/cases/?{query}", f"/tables/keep/?{query}", f"/tables/{kept.pk}/keep/"):
        assert analyst.get(page).status_code == 404
    assert head.get(f"/tables/cases/?{query}&row=").status_code == 200
    head.get(f"/tables/cases/?{query}&row=&as=xlsx")
    head.get(f"/tables/{kept.pk}/?as=xlsx")
    lines = [str(one.data) for one in JournalEntry.objects.filter(verb__regex="^(pivot|audit)")]
    assert any("Семьи и случаи: своё поле" in one for one in lines)
    assert not any("Закрытый вопрос" in one for one in lines), "whoever reads the journal may not see the field"
