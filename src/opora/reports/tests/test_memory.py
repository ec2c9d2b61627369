"""What sets a paper or draws a picture is begun for it and gone with it: nothing of it stays in the web server."""

import sys

import pytest

from opora.reports import pdf
from opora.reports.drawing import TEMPLATE, as_png
from opora.reports.tests.test_renderings import REPORT
from opora.reports.typesetting import NotSetError, typeset

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>'


def test_papers_and_pictures_leave_no_typesetter_here() -> None:
    assert pdf.render(REPORT).startswith(b"%PDF-")
    assert as_png(SVG).startswith(b"\x89PNG")
    assert "typst" not in sys.modules


def test_what_it_refuses_is_told_in_its_own_words() -> None:
    with pytest.raises(NotSetError, match="SVG"):
        typeset(TEMPLATE, {"svg": "no picture", "width": "16"}, format="png")
