"""What looks at every page sees what is wrong with one: else all other journeys would prove nothing."""

import pytest
from playwright.sync_api import Browser

from tests.journeys import audit
from tests.journeys.audit import faults

pytestmark = pytest.mark.journey

STYLE = """
  @media (max-width: 500px) {{ .hand {{ display: block }} .pale-in-hand {{ color: #ccc }} }}
  @media (min-width: 501px) {{ .hand {{ display: none }} }}
  @media (prefers-color-scheme: dark) {{ body {{ background: #000; color: #fff }} .dim {{ color: #333 }} }}
  .pale {{ color: #bbb; background: #fff }} input {{ min-height: 30px }} {more}
"""
PAGE = """<!doctype html><html lang="ru"><head><title>Страница</title>
<meta name="viewport" content="width=device-width">
<style>{style}</style></head><body><main><h1>Заголовок</h1>{parts}</main></body></html>"""
WRONG = """
  <p class="pale">бледно</p><p class="dim">темно</p><p class="pale-in-hand">бледно в руке</p>
  <details><summary style="min-height: 30px; display: block">Ещё</summary><input id="folded"></details>
  <div class="hand"><img src="data:,"></div>
  <div id="anew"><form data-autosubmit hx-target="#anew"><input name="q" type="search" aria-label="Найти"></form></div>
  <button style="width: 10px; height: 10px; padding: 0">×</button><div style="width: 700px">широко</div>
"""


def _looked_at(chromium: Browser, monkeypatch: pytest.MonkeyPatch, *pages: str, more: str = "") -> list[str]:
    """What is wrong with the last of some pages, all looked at one after the other."""
    monkeypatch.setattr(audit, "_proved", set())
    monkeypatch.setattr(audit, "_asked", set())
    page = chromium.new_page()
    try:
        for parts in pages:
            page.set_content(PAGE.format(style=STYLE.format(more=more), parts=parts))
            found = faults(page)
        return found
    finally:
        page.close()


@pytest.mark.parametrize("before", [0, 1, 2], ids=["at a desk", "first in the hand", "first in the dark"])
def test_everything_that_is_wrong_is_seen(chromium: Browser, monkeypatch: pytest.MonkeyPatch, before: int) -> None:
    """However the page before was left: a page opens in the last look of the one before."""
    pages = ["<p>Хорошо</p>"] * before + [WRONG]
    found = "\n".join(_looked_at(chromium, monkeypatch, *pages))
    first = "phone" if before == 1 else "desktop"
    for place, word in (
        (f"{first}, light: color-contrast", "бледно<"),
        ("desktop, dark: color-contrast", "темно"),
        ("phone, light: color-contrast", "бледно в руке"),
        (f"{first}, light: label", 'id="folded"'),
        ("phone, light: image-alt", "<img"),
        (f"{first}: a late answer", ": q"),
        ("desktop: too small", "<button"),
        ("phone: too small", "<button"),
        ("phone: scrolls sideways", "pixels"),
    ):
        assert [line for line in found.splitlines() if line.startswith(place) and word in line], f"{place}\n{found}"
    assert "pixels high" not in found


def test_a_page_without_end_is_refused_and_a_good_one_is_not(
    chromium: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _looked_at(chromium, monkeypatch, "<p>Хорошо</p>") == []
    [endless] = _looked_at(chromium, monkeypatch, "<p class='hand'>Длинно</p>", more=".hand { height: 30000px }")
    assert endless.startswith("phone: 30")


ROW = '<li><label for="a{0}">{1}</label><input id="a{0}"></li>'
ROWS = "<ul>" + "".join(ROW.format(n, f"Ребёнок {n}") for n in range(9)) + "</ul>"
TABLE = "<table><thead><tr><th>Имя</th></tr></thead><tbody>{}</tbody></table>"
LINES = "".join(f'<tr><td><a href="/{n}" style="padding: 9px">{n}</a></td></tr>' for n in range(9))
HIDDEN = '<div style="{}"><p><span>Тихо</span><img src="data:,"></p></div>'


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        # The same row without words, without its label, with a label that leads nowhere.
        (ROWS.replace("Ребёнок 7", " "), "label"),
        (ROWS.replace('<label for="a7">Ребёнок 7</label>', ""), "label"),
        (ROWS.replace('for="a7"', 'for="b7"'), "label"),
        (ROWS.replace('id="a7"', 'id="a6"').replace('for="a7"', 'for="a6"'), "stands twice: #a6"),
        (ROWS.replace('id="a7"', 'id="a7" aria-checked="maybe"'), "aria-allowed-attr"),
        # What is sound in its list is none without it, or hidden from those who hear a page.
        (ROWS.replace("<ul>", "<div>").replace("</ul>", "</div>"), "listitem"),
        (ROWS.replace("<ul>", '<ul aria-hidden="true">'), "aria-hidden-focus"),
        (TABLE.format(LINES.replace(">7<", "> <")), "link-name"),
        (HIDDEN.format(""), "image-alt"),
        (
            f'<div style="height: 50px; overflow: auto">{HIDDEN.format("display: none")}{"<p>Да</p>" * 9}</div>',
            "scrollable-region",
        ),
        ("<h4>Мелко</h4>" + ROWS, "heading-order"),
    ],
)
def test_of_parts_built_alike_one_is_asked_and_what_is_built_otherwise_too(
    chromium: Browser, monkeypatch: pytest.MonkeyPatch, wrong: str, word: str
) -> None:
    sound = ROWS + TABLE.format(LINES) + HIDDEN.format("display: none") + "<p>Да</p>" * 9
    assert _looked_at(chromium, monkeypatch, sound, sound) == []
    found = _looked_at(chromium, monkeypatch, sound, wrong)
    assert [line for line in found if word in line], found


def test_a_fault_is_found_again_on_the_next_page(chromium: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = ROWS.replace("Ребёнок 7", " ")
    assert [line for line in _looked_at(chromium, monkeypatch, wrong, wrong, wrong) if "label" in line]
