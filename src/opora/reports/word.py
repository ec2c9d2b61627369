"""A report as a Word file: its text with its tables and pictures, to be written on in Word."""

import io
from typing import Any

from opora.common import heavy
from opora.common.language import spoken
from opora.reports.drawing import WIDTH_CM, as_png
from opora.reports.model import Figures, Heading, Picture, Points, Quote, Report, Table, Text, laid_for, shown
from opora.reports.wordable import LONGEST_PROPERTY, wordable

_QUIET = "566469"
# What is higher would not fit a page with its words.
HIGHEST_CM = 21.0


def render(report: Report) -> bytes:
    """Headings, paragraphs, lists and tables in Word's own styles, so that its outline and a reader aloud know them."""
    # Imported where it is needed: no other page or command writes for Word.
    from docx import Document

    report = wordable(report)
    book = Document()
    properties = book.core_properties
    properties.author = ""
    properties.title = report.title[:LONGEST_PROPERTY]
    properties.comments = report.confidential[:LONGEST_PROPERTY]
    properties.language = spoken()
    if report.confidential:
        book.sections[0].header.paragraphs[0].text = report.confidential
    book.add_heading(report.title, level=0)
    if report.subtitle:
        book.add_paragraph(report.subtitle)
    for label, value in report.facts:
        line = book.add_paragraph()
        line.add_run(f"{label}: ").bold = True
        line.add_run(value)
    for block in report.blocks:
        _block(book, block)
    memory = io.BytesIO()
    book.save(memory)
    heavy.told()
    return memory.getvalue()


def _block(book: Any, block: Any) -> None:
    match block:
        case Heading(text, level):
            book.add_heading(text, level=level)
        case Text(text, tone):
            _toned(book.add_paragraph(), text, tone)
        case Points(items, tone):
            for item in items:
                _toned(book.add_paragraph(style="List Bullet"), item, tone)
        case Figures(figures):
            for figure in figures:
                line = book.add_paragraph()
                line.add_run(f"{figure.label}: {figure.value}").bold = True
                if figure.note:
                    line.add_run(f" ({figure.note})")
        case Quote(text, whose):
            book.add_paragraph(f"«{text}»", style="Quote")
            _toned(book.add_paragraph(), whose, "quiet")
        case Picture(svg, caption):
            _picture(book, svg, caption)
        case Table():
            _table(book, laid_for(block, "reading"))


def _picture(book: Any, svg: str, caption: str) -> None:
    """As dots, with its words for whoever hears the report read out, and the same words below it."""
    from docx.shared import Cm

    shape = book.add_picture(io.BytesIO(as_png(svg)), width=Cm(WIDTH_CM))
    if shape.height > Cm(HIGHEST_CM):
        shape.width, shape.height = int(shape.width * Cm(HIGHEST_CM) / shape.height), Cm(HIGHEST_CM)
    shape._inline.docPr.set("descr", caption)
    _toned(book.add_paragraph(), caption, "quiet")


def _toned(paragraph: Any, text: str, tone: str) -> None:
    from docx.shared import RGBColor

    run = paragraph.add_run(text)
    if tone == "quiet":
        run.font.color.rgb = RGBColor.from_string(_QUIET)
    elif tone == "warning":
        run.bold = True


def _table(book: Any, table: Table) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    lines = [[shown(cell, column.kind) for cell, column in zip(row, table.columns, strict=True)] for row in table.rows]
    if table.total is not None:
        lines.append([shown(cell, column.kind) for cell, column in zip(table.total, table.columns, strict=True)])
    made = book.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    for cell, column in zip(made.rows[0].cells, table.columns, strict=True):
        cell.paragraphs[0].add_run(column.title).bold = True
    # The head is repeated on each page, and a reader aloud names the columns by it.
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for line in lines:
        for cell, text in zip(made.add_row().cells, line, strict=True):
            cell.text = text
    for row in made.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(8.5)
    if table.note:
        _toned(book.add_paragraph(), table.note, "quiet")
