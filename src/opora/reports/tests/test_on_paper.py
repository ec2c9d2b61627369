"""What a paper looks like to whoever holds it."""

import io
from datetime import date

from pypdf import PdfReader

from opora.reports import pdf
from opora.reports.model import Block, Heading, Quote, Report, Text


def paper(*blocks: Block) -> PdfReader:
    report = Report(title="Отчёт", subtitle="", facts=[], blocks=list(blocks), made_on=date(2026, 11, 24))
    return PdfReader(io.BytesIO(pdf.render(report)))


def test_parts_of_one_rank_look_alike() -> None:
    """A report of parts alone has no first part larger than the others."""
    parts: list[Block] = []
    for name in ("Первая", "Вторая", "Третья"):
        parts += [Heading(name, 2), Text("Слова")]
    sizes: dict[str, float] = {}

    def note(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        sizes[text.strip()] = round(abs(matrix[0]) * size, 1)

    paper(*parts).pages[0].extract_text(visitor_text=note)
    assert sizes["Первая"] == sizes["Вторая"] == sizes["Третья"]


def test_a_quote_ends_before_it_is_said_whose_it_is() -> None:
    told = " ".join(paper(Quote("Стало легче", "мать, 2026")).pages[0].extract_text().split())
    assert "Стало легче» мать, 2026" in told
