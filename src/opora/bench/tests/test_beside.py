"""What the comparison of two checkouts reads from pages and says of its figures."""

from pathlib import Path

import pytest

from opora.bench.beside import Pair, compare
from opora.bench.page_form import Form
from opora.common.errors import Refused

PAGE = """
<form method="get"><input name="q" value="no"></form>
<section hx-get="/cases/1/people/" hx-trigger="load"></section><a hx-get="/later/" hx-trigger="click"></a>
<form method="post">
  <input type="hidden" name="token" value="abc"><input name="number"><textarea name="reason"></textarea>
  <input type="radio" name="kind" value="mother"><input type="radio" name="kind" value="father" checked>
  <input type="checkbox" name="child" value="7" checked><input type="checkbox" name="child" value="8" checked>
  <select name="program"><option value="">-</option><option value="3">A</option></select>
  <input type="file" name="photo"><button name="go" value="1">Send</button>
</form>
"""


def test_a_form_would_send_what_stands_in_it_and_says_what_may_be_chosen():
    form = Form(PAGE)

    assert form.values == {"token": ["abc"], "number": [""], "reason": [""], "kind": ["father"], "child": ["7", "8"]}
    assert form.choices == {"kind": ["mother", "father"], "program": ["3"]}


def test_panels_that_load_by_themselves_belong_to_the_page():
    assert Form(PAGE).panels == ["/cases/1/people/"]


def test_a_line_shows_medians_of_ratios_and_how_far_they_spread():
    line = Pair("search", cpu=[0.5, 0.4, 0.9], wall=[0.6, 0.7, 0.8], queries=(5, 9), seconds=(0.01, 0.02)).line()

    assert "search" in line
    assert "0.50 (0.40 to 0.90)" in line
    assert "0.70" in line
    assert line.endswith("10.0    20.0 ms")


def test_a_folder_that_is_no_checkout_is_refused(tmp_path: Path):
    with pytest.raises(Refused, match="no checkout"):
        list(compare(tmp_path, cases=1, only=[], say=lambda *_said: None))
