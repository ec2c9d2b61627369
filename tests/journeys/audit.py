"""Whether everybody can use a page: axe at a desk in light and dark and in the hand, large targets, no side scroll."""

from functools import cache
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
from playwright.sync_api import Page, ViewportSize

from opora.web.shell.tests import browser as walk

# The rules that are on need no style sheet as text, which axe would otherwise collect on every page.
ALL: dict[str, Any] = {"resultTypes": ["violations"], "preload": {"assets": ["media"]}}
COLORS: dict[str, Any] = ALL | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
# The longest page, a table of a whole form item by item, keeps it; a class of the wrong name made one of 63,000.
ENDLESS = 25_000
STRUCTURE: dict[str, Any] = ALL | {"rules": {"color-contrast": {"enabled": False}}}

SAY = """const say = (found) => found.violations.map(
  (one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);"""
# Colors are judged where a look stands that was not proved yet, in the same run as the order or in one of their own.
ONLY_FRESH = "axe.configure({rules: [{id: 'color-contrast', selector: '[data-fresh-look]'}]});"
ORDER = "async (options) => {" + SAY + " return say(await axe.run(document, options)); }"
# What nobody saw at the desk and somebody sees in the hand: only this is new to the question about order.
SEEN = """
  const seen = (part) => part.checkVisibility({visibilityProperty: true});
  window.seenAtDesk = new Set([...document.body.querySelectorAll('*')].filter(seen));
"""
NEW_IN_HAND = (
    "async (options) => {"
    + SAY
    + """
  const fresh = (part) => part && part.checkVisibility({visibilityProperty: true}) && !window.seenAtDesk.has(part);
  const parts = [...document.body.querySelectorAll('*')].filter((part) => fresh(part) && !fresh(part.parentElement));
  return parts.length ? say(await axe.run({include: parts}, options)) : [];
}"""
)
# One part for each look on the page.
LOOKS_SHOWN = """() => {
  const looks = new Map(), grounds = new Map();
  const ground = (part) => {
    if (!part) return '';
    if (!grounds.has(part)) {
      const style = getComputedStyle(part);
      const own = [style.backgroundColor, style.backgroundImage, style.opacity].join();
      // What lets the ground beneath show through unchanged is none.
      const beneath = ground(part.parentElement);
      grounds.set(part, own === 'rgba(0, 0, 0, 0),none,1' ? beneath : own + ';' + beneath);
    }
    return grounds.get(part);
  };
  for (const part of document.body.querySelectorAll('*')) {
    const says = part.matches('input, select, textarea')
      || [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!says || !part.checkVisibility({visibilityProperty: true})) continue;
    const own = getComputedStyle(part);
    // Of sizes only this matters: 24 px, or 14 pt in bold, is large and may be paler.
    const size = parseFloat(own.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && own.fontWeight >= 700);
    const names = [part, part.parentElement].map((one) => one.getAttribute('class'));
    const look = [part.localName, ...names, own.color, isLarge, ground(part)].join();
    if (!looks.has(look)) looks.set(look, part);
  }
  window.looksShown = looks;
  return [...looks.keys()];
}"""
MARK = """(fresh) => {
  document.querySelectorAll('[data-fresh-look]').forEach((part) => part.removeAttribute('data-fresh-look'));
  fresh.forEach((look) => window.looksShown.get(look).setAttribute('data-fresh-look', ''));
}"""
UNFOLD = "document.querySelectorAll('details:not(.menu)').forEach((part) => { part.open = true });"
# To ask for the colors that are there already would draw the page anew.
PREPARE = (
    "() => {"
    + ONLY_FRESH
    + UNFOLD
    + SEEN
    + "return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light' }"
)


# What differs in the dark and in the hand is asked again: in the dark the colors, in the hand the colors and the order
# of what was not seen at the desk. Of parts that look alike one is asked about its colors, whatever page it stands on:
# which text stands on which ground does not depend on how often it is there. A telephone shows the same parts in the
# same dark colors as a desk, so it is not asked about them again.
Scheme = Literal["light", "dark"]
LOOKS: tuple[tuple[str, ViewportSize, tuple[tuple[Scheme, str], ...]], ...] = (
    ("desktop", walk.DESKTOP, (("light", ORDER), ("dark", ""))),
    ("phone", walk.PHONE, (("light", NEW_IN_HAND),)),
)


@cache
def _axe() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    """Everything that keeps somebody from using the page that is open, folded parts included."""
    found = _endless(page)
    page.evaluate(_axe())
    present: Scheme = page.evaluate(PREPARE)
    for name, size, schemes in LOOKS:
        if page.viewport_size != size:
            page.set_viewport_size(size)
        for scheme, order in schemes:
            if present != scheme:
                page.emulate_media(color_scheme=scheme)
                present = scheme
            found += [f"{name}, {scheme}: {one}" for one in _said(page, order)]
        found += [f"{name}: too small: {part}" for part in walk.small_targets(page)]
        if aside := walk.overflow(page):
            found.append(f"{name}: scrolls sideways by {aside} pixels")
    return found


def _endless(page: Page) -> list[str]:
    """Whether nobody would scroll to the end of the page as it opens; it is left at a desk."""
    found = []
    for name, size in (("phone", walk.PHONE), ("desktop", walk.DESKTOP)):
        page.set_viewport_size(size)
        height: int = page.evaluate("document.documentElement.scrollHeight")
        if height > ENDLESS:
            found.append(f"{name}: {height} pixels high")
    return found


_proved: set[str] = set()


def _said(page: Page, order: str) -> list[str]:
    """What axe says of the order of the page, and of colors where a look was not proved before."""
    shown: list[str] = page.evaluate(LOOKS_SHOWN)
    fresh = [look for look in shown if look not in _proved]
    if fresh:
        page.evaluate(MARK, fresh)
    if order == ORDER:
        found: list[str] = page.evaluate(ORDER, ALL)
    else:
        found = page.evaluate(order, STRUCTURE) if order else []
        found += page.evaluate(ORDER, COLORS) if fresh else []
    if not any(one.startswith("color-contrast:") for one in found):
        _proved.update(fresh)
    return found
