"""The pages of the import: a person walks from a file to its result, with mistakes on the way."""

import io
from datetime import date

import openpyxl
import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile

from opora.access.rules import Role
from opora.cases.models import Case
from opora.cases.tests import factories
from opora.registry import actions
from opora.registry.actions import carrying_out
from opora.registry.models import ImportRun
from opora.registry.tests.workbooks import SUPPORT_TITLES, line, table, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(db):
    home = factories.department("1 ЕФО МР")
    return {"home": home, "support": factories.program(home), "shelter": factories.program(layout="shelter")}


@pytest.fixture
def head(house):
    return factories.worker(Role.HEAD)


@pytest.fixture
def reader(client, head):
    client.force_login(get_user_model().objects.get(pk=head.user_id))
    return client


def text_of(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def upload(reader, data, name="реестр.xlsx"):
    return reader.post("/registry/", {"file": SimpleUploadedFile(name, data)})


def uploaded(reader, *rows):
    response = upload(reader, workbook({"Лист1": table(*rows)}))
    assert response.status_code == 302
    return response.headers["Location"]


def sheet_of(response, name):
    assert response.status_code == 200
    return [list(row) for row in openpyxl.load_workbook(io.BytesIO(response.content))[name].values]


def test_the_way_from_a_file_to_its_result(reader):
    place = uploaded(reader, line(), line(number="18/2021лд", closed_on=date(2020, 1, 1)))
    page = text_of(reader.get(place))
    assert "17/2021лд" in page
    assert "01.01.2020" in page
    assert not Case.objects.exists()
    response = reader.post(f"{place}confirm/", follow=True)
    page = text_of(response)
    assert "Загружен 1 случай." in page
    assert "18/2021лд" in page
    assert Case.objects.count() == 1
    assert "выполнена" in text_of(reader.get("/registry/"))


def test_a_file_that_is_no_workbook_is_answered_with_a_sentence(reader):
    assert "Это текстовый файл" in text_of(upload(reader, b"a;b;c\n1;2;3"), 422)
    assert "Файл пустой" in text_of(upload(reader, b""), 422)
    assert "Выберите файл" in text_of(reader.post("/registry/", {}), 422)
    assert not ImportRun.objects.exists()


def test_a_file_beyond_the_limit_is_answered_with_a_sentence(reader, monkeypatch):
    monkeypatch.setattr(actions, "LARGEST_FILE", 1_000)
    response = reader.post("/registry/", {"other": "x" * 2_000})
    assert "15 МБ" in text_of(response, 422)


def test_rows_are_filtered_and_turned(reader):
    good = [line(number=f"{n}/2021лд", parent=f"К{n}", children=f"Б{n}") for n in range(1, 61)]
    place = uploaded(reader, *good, line(number="99/2021лд", entry=-1, change=None))
    page = text_of(reader.get(place))
    assert "1–50 из 61" in page
    assert "99/2021лд" not in page
    assert "99/2021лд" in text_of(reader.get(place, {"page": "2"}))
    for show in ("rejected", "problems"):
        page = text_of(reader.get(place, {"show": show}))
        assert "99/2021лд" in page
        assert ">1/2021лд" not in page
    assert "Таких строк нет" in text_of(reader.get(place, {"show": "changed"}))
    assert reader.get(place, {"page": "nonsense", "show": "nonsense"}).status_code == 200


def test_the_program_is_asked_for_only_where_it_does_not_follow(reader, house):
    place = uploaded(reader, line())
    assert 'name="program"' not in text_of(reader.get(place))
    place = uploaded(reader, line(department="Отдел помощи"))
    assert 'name="program"' in text_of(reader.get(place))
    response = reader.post(f"{place}program/", {"program": house["shelter"].pk}, follow=True)
    assert house["shelter"].name in text_of(response)
    reader.post(f"{place}confirm/")
    assert Case.objects.get().program == house["shelter"]


TWO_CLOSINGS = {**SUPPORT_TITLES, "closed_on": "Закрыт", "signed_on": "дата закрытия договора"}


def with_two_closings(*rows):
    return workbook({"Лист1": table(*([*row, date(2023, 1, 1)] for row in rows), titles=TWO_CLOSINGS)})


def test_which_of_two_columns_is_meant_is_chosen_on_a_page_and_remembered(reader):
    place = upload(reader, with_two_closings(line())).headers["Location"]
    page = text_of(reader.get(place))
    assert "«Закрыт», столбец G: 18.09.2022" in page
    assert "«дата закрытия договора», столбец K: 01.01.2023" in page
    assert "checked" not in page
    assert "ждёт выбора столбцов" in text_of(reader.get("/registry/"))
    assert "Выберите столбец" in text_of(reader.post(f"{place}columns/", {}), 422)
    reader.post(f"{place}confirm/")
    assert not Case.objects.exists()
    page = text_of(reader.post(f"{place}columns/", {"column-0": "G"}, follow=True))
    assert "18.09.2022" in page
    # No row is remarked on, and yet it stays said how the file was read.
    page = text_of(reader.post(f"{place}confirm/", follow=True))
    assert "так выбрано" in page and "Все строки приняты без замечаний" in page
    assert Case.objects.get().closed_on == date(2022, 9, 18)
    again = upload(reader, with_two_closings(line(), line(number="18/2021лд", parent="К1", children="К2")))
    page = text_of(reader.get(again.headers["Location"]))
    assert "так выбрано" in page
    page = text_of(reader.post(f"{again.headers['Location']}ask/", follow=True))
    assert "Какие столбцы читать?" in page


def test_a_column_that_only_sounds_like_it_can_be_left_out(reader):
    titles = {**SUPPORT_TITLES, "closed_on": "Плановая дата закрытия"}
    data = workbook({"Лист1": table(line(exit=None, change=None), titles=titles)})
    place = upload(reader, data).headers["Location"]
    reader.post(f"{place}columns/", {"column-0": "none"})
    reader.post(f"{place}confirm/")
    assert Case.objects.get().closed_on is None


def test_an_upload_that_asks_can_be_set_aside(reader):
    place = upload(reader, with_two_closings(line())).headers["Location"]
    assert "Загрузка отменена" in text_of(reader.post(f"{place}discard/", follow=True))


def test_what_an_emptied_cell_means_is_asked(reader):
    place = uploaded(reader, line())
    reader.post(f"{place}confirm/")
    emptied = line(closed_on=None, exit=None, change=None)
    place = uploaded(reader, emptied)
    page = text_of(reader.get(place))
    assert "В 2 ячейках таблицы пусто" in page
    reader.post(f"{place}confirm/")
    assert Case.objects.get().closed_on == date(2022, 9, 18)
    place = uploaded(reader, emptied)
    page = text_of(reader.post(f"{place}emptied/", {"emptied": "erase"}, follow=True))
    assert "<del>18.09.2022</del>" in page
    reader.post(f"{place}confirm/")
    assert Case.objects.get().closed_on is None


def test_an_upload_can_be_set_aside(reader):
    place = uploaded(reader, line())
    assert "Загрузка отменена" in text_of(reader.post(f"{place}discard/", follow=True))
    assert "ничего не записано" in text_of(reader.get(place))
    assert reader.post(f"{place}confirm/").status_code == 302
    assert not Case.objects.exists()


def test_progress_is_shown_until_the_work_is_done(reader, monkeypatch):
    monkeypatch.setattr(carrying_out, "AT_ONCE", 0)
    place = uploaded(reader, line())
    page = text_of(reader.post(f"{place}confirm/", follow=True))
    assert 'http-equiv="refresh"' in page
    fragment = text_of(reader.get(place, {"wait": "1"}, headers={"HX-Request": "true"}))
    assert "<html" not in fragment
    actions.carry_out_run(run_id=ImportRun.objects.get().pk, on=date(2026, 11, 24))
    response = reader.get(place, {"wait": "1"}, headers={"HX-Request": "true"})
    assert response.headers["HX-Refresh"] == "true"
    assert "Все строки приняты" in text_of(reader.get(place))


def test_rejected_rows_come_back_ready_to_be_corrected(reader):
    place = uploaded(reader, line(), line(number="18/2021лд", entry="=1+1", children="=HYPERLINK(1)", change=None))
    rows = sheet_of(reader.get(f"{place}remarks.xlsx"), "Не принято")
    titles, rejected = rows
    assert rejected[titles.index("№ ДЕЛА")] == "18/2021лд"
    assert rejected[titles.index("ДАТА начало случая")].date() == date(2021, 6, 18)
    assert rejected[titles.index("Строка")] == 3
    rejected[titles.index("число слабых сторон, вход")] = 20
    rejected[titles.index("Шифр,реб")] = "С25"
    corrected = upload(reader, workbook({"Исправлено": [titles, [_plain(cell) for cell in rejected]]}))
    reader.post(f"{corrected.headers['Location']}confirm/")
    assert Case.objects.get().number == "18/2021лд"


def _plain(cell):
    return cell.date() if hasattr(cell, "date") else cell


def test_the_empty_workbook_is_one_the_import_reads(reader):
    response = reader.get("/registry/blank.xlsx")
    assert sheet_of(response, "Кризисный центр")[0][0] == "№/№"
    place = upload(reader, response.content).headers["Location"]
    assert "В таблице нет строк" in text_of(reader.get(place))


def test_the_import_of_somebody_else_does_not_exist(client, reader, house):
    place = uploaded(reader, line())
    other = factories.worker(Role.COORDINATOR, house["home"])
    client.force_login(get_user_model().objects.get(pk=other.user_id))
    for address in (place, f"{place}remarks.xlsx"):
        assert client.get(address).status_code == 404
    for step in ("confirm", "discard", "program", "columns", "ask", "emptied"):
        assert client.post(f"{place}{step}/").status_code == 404
    assert not Case.objects.exists()


def test_a_page_asks_the_database_little(reader, django_assert_max_num_queries):
    good = [line(number=f"{n}/2021лд", parent=f"К{n}", children=f"Б{n}") for n in range(1, 61)]
    place = uploaded(reader, *good)
    with django_assert_max_num_queries(15):
        reader.get(place)
    with django_assert_max_num_queries(15):
        reader.get("/registry/")
