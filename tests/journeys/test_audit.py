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
  <button style="width: 10px; height: 10px; padding: 0">×</button><div style="width: 700px">широко</div>
"""


def _looked_at(chromium: Browser, monkeypatch: pytest.MonkeyPatch, parts: str, more: str = "") -> list[str]:
    monkeypatch.setattr(audit, "_proved", set())
    page = chromium.new_page()
    try:
        page.set_content(PAGE.format(style=STYLE.format(more=more), parts=parts))
        return faults(page)
    finally:
        page.close()


def test_everything_that_is_wrong_is_seen(chromium: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    found = "\n".join(_looked_at(chromium, monkeypatch, WRONG))
    for place, word in (
        ("desktop, light: color-contrast", "бледно<"),
        ("desktop, dark: color-contrast", "темно"),
        ("phone, light: color-contrast", "бледно в руке"),
        ("desktop, light: label", 'id="folded"'),
        ("phone, light: image-alt", "<img"),
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
