"""One report, three renderings: what stands in the object stands in the file."""

import io
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import openpyxl
import pytest
from django.utils.translation import override
from docx import Document
from pypdf import PdfReader

from opora.reports import flat, pdf, word, workbook
from opora.reports.model import Column, Figure, Figures, Heading, Picture, Points, Report, Table, Text, shown

TABLE = Table(
    name="Кризисный центр: 2021/2022",
    columns=[
        Column("шифр, род."),
        Column("ДАТА начало случая", "day"),
        Column("вход", "count"),
        Column("выход", "count"),
        Column("динамика", "count", difference=(2, 3)),
    ],
    rows=[["З19", date(2021, 8, 17), 12, 11, 1], ["М35", None, 10, None, None]],
    total=["Итого", None, 12, 11, 1],
)
REPORT = Report(
    title="Результаты программы",
    subtitle="Кризисный центр",
    facts=[("Период", "весь срок")],
    blocks=[
        Heading("Итог"),
        Text("Данные согласуются с гипотезой."),
        Text("Осторожно: мало случаев.", "warning"),
        Figures([Figure("Стало меньше слабых сторон", "5 из 5", "47,8–100 %")]),
        TABLE,
        Points(["Нет группы сравнения."]),
        Picture(
            '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>', "Вход"
        ),
    ],
    made_on=date(2026, 11, 24),
    flat=TABLE,
    confidential="Для внутреннего пользования",
    footer="Опора",
)


def test_pdf_carries_every_word_of_the_report() -> None:
    pages = PdfReader(io.BytesIO(pdf.render(REPORT))).pages
    text = " ".join(page.extract_text() for page in pages).replace("\n", " ")
    for words in (
        "Результаты программы",
        "Данные согласуются с гипотезой.",
        "З19",
        "17.08.2021",
        "5 из 5",
        "47,8–100 %",
    ):
        assert words in text, words
    assert "Для внутреннего пользования" in text


def _tagged(node: object) -> Iterator[tuple[str, str]]:
    """Every structure tag of a PDF with its alternative text, from the top."""
    part = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(part, list):
        for one in part:
            yield from _tagged(one)
    elif isinstance(part, dict):
        if "/S" in part:
            yield str(part["/S"]), str(part.get("/Alt", ""))
        yield from _tagged(part.get("/K", []))


def test_no_rendering_lies_in_a_folder_on_its_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere/at/all")
    assert pdf.render(REPORT) and workbook.render(REPORT, summary="Итог") and flat.render(REPORT)


def test_pdf_can_be_read_aloud() -> None:
    """PDF/UA-1 by its own word; the title is the first heading, none is skipped, the picture is told in words."""
    blocks = [Heading("Сразу мелкий заголовок", 2), *REPORT.blocks, Heading("Ниже", 2)]
    content = pdf.render(replace(REPORT, blocks=blocks))
    root = PdfReader(io.BytesIO(content)).trailer["/Root"]
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert root["/Lang"] == "ru"
    with override("en"):
        assert PdfReader(io.BytesIO(pdf.render(REPORT))).trailer["/Root"]["/Lang"] == "en"
    tags = list(_tagged(root["/StructTreeRoot"]["/K"]))
    assert [tag for tag, _alt in tags if tag[:2] == "/H" and tag[2:].isdigit()] == ["/H1", "/H2", "/H2", "/H3"]
    assert [alt for tag, alt in tags if tag == "/Figure"] == ["Вход"]
    assert {"/Table", "/TH", "/TD"} <= {tag for tag, _alt in tags}


def test_pdf_parts_no_word_at_the_end_of_a_line() -> None:
    note = "Незасвидетельствованные противопоказания перераспределяются " * 12
    content = pdf.render(replace(REPORT, blocks=[Text(note), Text(note, "warning"), Points([note])]))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    assert not {"\u00ad", "\ufffe"} & set(text)
    assert text.count("перераспределяются") == 36


def test_pdf_uses_the_products_own_font() -> None:
    fonts = pdf.render(REPORT)
    assert b"GolosText" in fonts


def test_workbook_keeps_values_and_live_formulas() -> None:
    content = workbook.render(REPORT, summary="Сводка")
    formulas = openpyxl.load_workbook(io.BytesIO(content))
    assert formulas.sheetnames == ["Сводка", "Кризисный центр 2021 2022"]
    sheet = formulas["Кризисный центр 2021 2022"]
    assert [cell.value for cell in sheet[1]] == [column.title for column in TABLE.columns]
    assert sheet["E2"].value == "=C2-D2"
    assert [sheet[f"{letter}4"].value for letter in "CDE"] == [
        '=SUMPRODUCT(C2:C3*(D2:D3<>""))',
        '=SUMPRODUCT(D2:D3*(C2:C3<>""))',
        "=SUM(E2:E3)",
    ]
    assert sheet["E3"].value is None
    values = openpyxl.load_workbook(io.BytesIO(content), data_only=True)["Кризисный центр 2021 2022"]
    assert [cell.value for cell in values[2]][2:] == [12, 11, 1]
    assert values["B2"].value.date() == date(2021, 8, 17)


def test_workbook_summary_says_what_the_page_says() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.render(REPORT, summary="Сводка")))["Сводка"]
    said = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert {"Результаты программы", "Данные согласуются с гипотезой.", "5 из 5", "Для внутреннего пользования"} <= said


@pytest.mark.parametrize("evil", ["=HYPERLINK(1)", "+1", "@SUM(A1)", "-2+3"])
def test_text_is_never_run_as_a_formula(evil: str) -> None:
    table = Table("т", [Column("а")], [[evil]])
    report = Report("т", "", [], [table], date(2026, 1, 1), flat=table)
    assert f"'{evil}" in flat.render(report).decode("utf-8-sig")
    content = workbook.render(report, summary="Сводка")
    assert openpyxl.load_workbook(io.BytesIO(content))["т"]["A2"].data_type == "s"


def test_csv_opens_in_a_russian_spreadsheet() -> None:
    lines = flat.render(REPORT).decode("utf-8-sig").split("\r\n")
    assert lines[1] == "З19;17.08.2021;12;11;1"
    assert lines[2] == "М35;;10;;"


def test_workbook_names_no_machine_and_no_outside_place() -> None:
    archive = zipfile.ZipFile(io.BytesIO(workbook.render(REPORT, summary="Сводка")))
    assert not [name for name in archive.namelist() if "externalLink" in name or "vbaProject" in name]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["КЦ"], "КЦ 2"),
        (["кц", "КЦ 2"], "КЦ 3"),
        ([], "КЦ"),
    ],
)
def test_sheet_names_never_collide(names: list[str], found: str) -> None:
    assert workbook.sheet_name("КЦ", names) == found


def test_cells_are_shown_as_people_read_them() -> None:
    assert shown(date(2021, 8, 1), "day") == "01.08.2021"
    assert shown(20.5, "decimal") == "20,5"
    assert shown(None, "count") == ""
    assert shown(0, "count") == "0"


LONG = Table(
    name="Случаи",
    columns=[
        *map(Column, ("Программа", "ОТДЕЛ", "шифр, род.", "Шифр,реб", "№ ДЕЛА")),
        *(Column(title, "day") for title in ("начало случая", "продление", "закрытие", "мониторинг через 6 месяцев")),
        *(Column(title, "count") for title in ("вход", "выход", "динамика")),
    ],
    rows=[
        [
            "Комплексное сопровождение",
            "1 ЕФО КЦ",
            "Т1234567",
            "Т1234567,Т1234568,Т1234569,Т1234570,Ш1234571",
            f"{1_000_000 + number}/2012-лд-продлённыйслучай",
            *[date(2021, 8, 17)] * 4,
            20,
            10,
            10,
        ]
        for number in range(335)
    ],
)


def runs_of(page):
    """The pieces of text on a page: where each begins, and where it ends at the very least."""
    found = []

    def take(text, matrix, place, _font, size):
        if text.strip():
            left = matrix[4] + matrix[0] * place[4]
            narrowest = 0.42 * size * len(text.strip())
            found.append((round(matrix[5] + matrix[3] * place[5]), left, left + narrowest, text.strip()))

    page.extract_text(visitor_text=take)
    return sorted(found)


def test_in_a_long_report_long_codes_wrap_and_nothing_overprints() -> None:
    report = Report("Реестр", "", [], [LONG], date(2026, 11, 24))
    pages = PdfReader(io.BytesIO(pdf.render(report))).pages
    for page in (*pages[:2], pages[-1]):
        runs = runs_of(page)
        assert all(right <= float(page.mediabox.width) for _line, _left, right, _text in runs)
        for one, other in pairwise(runs):
            assert one[0] != other[0] or one[2] <= other[1], (one, other)
    text = pages[0].extract_text().replace("\n", "")
    assert "Т1234567,Т1234568,Т1234569,Т1234570,Ш1234571" in text
    assert "17.08.2021" in text and "\u200b" not in text


@pytest.mark.parametrize("told", ["Ура 😀👍🏽!", "Имя 漢字 и ещё", "знак \x01 из чужой программы"])
def test_a_sign_that_no_font_has_keeps_no_report_from_paper(told: str) -> None:
    """PDF/UA takes no empty boxes: what cannot be set is a question mark, and every word beside it stays."""
    report = Report("Отчёт ❤️ 😀", "", [], [Heading(told, 2), Text("Слова «ёжик» → № 5", "plain")], date(2026, 1, 1))
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.render(report))).pages)
    assert told.split()[0] in text and "?" in text and "«ёжик»" in text


def test_text_from_other_programs_keeps_no_report_from_word_and_spreadsheets() -> None:
    told = "Строка\x0bиз письма\x01"
    table = Table("Лист\x0b", [Column("Кто\x02", "text")], [["знак\x03"]], None)
    report = Report("Длинно " * 60, "", [(told, told)], [Text(told, "plain"), table], date(2026, 1, 1))
    with zipfile.ZipFile(io.BytesIO(word.render(report))) as book:
        assert "Строкаиз письма" in book.read("word/document.xml").decode()
    sheets = openpyxl.load_workbook(io.BytesIO(workbook.render(report, summary="Итог")))
    assert any(str(cell.value).startswith("знак") for sheet in sheets for row in sheet.iter_rows() for cell in row)


def test_word_shows_the_pictures_of_the_report_and_tells_them_in_words() -> None:
    picture = next(block for block in REPORT.blocks if isinstance(block, Picture))
    tall = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 40"><rect width="10" height="40"/></svg>'
    found = Document(io.BytesIO(word.render(replace(REPORT, blocks=[picture, Picture(tall, "Длинная")]))))
    shapes = list(found.inline_shapes)
    assert [shape._inline.docPr.get("descr") for shape in shapes] == [picture.caption, "Длинная"]
    assert shapes[0].width.cm == pytest.approx(16, abs=0.1)
    assert shapes[1].height.cm == pytest.approx(21, abs=0.1) and shapes[1].width.cm < 6, "no page is too low for it"
    images = [part.blob for part in found.part.package.iter_parts() if part.content_type == "image/png"]
    assert all(blob.startswith(b"\x89PNG") and len(blob) > 100 for blob in images) and len(images) == 2
