"""Whether everybody can use a page: axe at a desk in light and dark and in the hand, large targets, no side scroll."""

from functools import cache
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
from playwright.sync_api import Page

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
MARK = """
  document.querySelectorAll('[data-fresh-look]').forEach((part) => part.removeAttribute('data-fresh-look'));
  fresh.forEach((look) => window.looksShown.get(look).setAttribute('data-fresh-look', ''));
"""
ORDER = "async ([fresh, options]) => {" + MARK + SAY + " return say(await axe.run(document, options)); }"
# What nobody saw at the desk and somebody sees in the hand: only this is new to the question about order.
SEEN = """
  const seen = (part) => part.checkVisibility({visibilityProperty: true});
  window.seenAtDesk = new Set([...document.body.querySelectorAll('*')].filter(seen));
"""
NEW_IN_HAND = (
    "async ([fresh, structure, colors]) => {"
    + MARK
    + SAY
    + """
  const isNew = (part) => part && part.checkVisibility({visibilityProperty: true}) && !window.seenAtDesk.has(part);
  const parts = [...document.body.querySelectorAll('*')].filter((part) => isNew(part) && !isNew(part.parentElement));
  return [
    ...(parts.length ? say(await axe.run({include: parts}, structure)) : []),
    ...(fresh.length ? say(await axe.run(document, colors)) : []),
  ];
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
UNFOLD = "document.querySelectorAll('details:not(.menu)').forEach((part) => { part.open = true });"
# To ask for the colors that are there already would draw the page anew.
PREPARE = (
    "() => { if (typeof axe === 'undefined') return null;"
    + ONLY_FRESH
    + UNFOLD
    + SEEN
    + "return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light' }"
)
# The looks, and with them what is seen at one glance: each question to the browser passes through three programs.
GLANCE = f"""(smallest) => {{
  const looks = ({LOOKS_SHOWN})();
  const small = ({walk.TARGETS.strip()})(smallest);
  return {{looks, small, aside: {walk.ASIDE}}};
}}"""


# What differs in the dark and in the hand is asked again: in the dark the colors, in the hand the colors and the order
# of what was not seen at the desk. Of parts that look alike one is asked about its colors, whatever page it stands on:
# which text stands on which ground does not depend on how often it is there. A telephone shows the same parts in the
# same dark colors as a desk, so it is not asked about them again.
Scheme = Literal["light", "dark"]


@cache
def axe() -> str:
    """What asks. A browser that looks at many pages has it brought along with each (`add_init_script`)."""
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    """Everything that keeps somebody from using the page that is open, folded parts included."""
    found = _endless(page)
    present: Scheme | None = page.evaluate(PREPARE)
    if present is None:
        page.evaluate(axe())
        present = page.evaluate(PREPARE)
    if present == "dark":
        page.emulate_media(color_scheme="light")
    found += _at_a_glance(page, "desktop", ORDER, ALL)
    page.emulate_media(color_scheme="dark")
    if fresh := _fresh(page.evaluate(LOOKS_SHOWN)):
        found += _said("desktop, dark", fresh, page.evaluate(ORDER, [fresh, COLORS]))
    page.set_viewport_size(walk.PHONE)
    page.emulate_media(color_scheme="light")
    return found + _at_a_glance(page, "phone", NEW_IN_HAND, STRUCTURE, COLORS)


def _endless(page: Page) -> list[str]:
    """Whether nobody would scroll to the end of the page as it opens; it is left at a desk."""
    found = []
    for name, size in (("phone", walk.PHONE), ("desktop", walk.DESKTOP)):
        if page.viewport_size != size:
            page.set_viewport_size(size)
        height: int = page.evaluate("document.documentElement.scrollHeight")
        if height > ENDLESS:
            found.append(f"{name}: {height} pixels high")
    return found


def _at_a_glance(page: Page, name: str, question: str, *options: dict[str, Any]) -> list[str]:
    """What is wrong in the light: asked of axe, and what is too small or too wide."""
    seen = page.evaluate(GLANCE, walk.SMALLEST)
    fresh = _fresh(seen["looks"])
    found = _said(f"{name}, light", fresh, page.evaluate(question, [fresh, *options]))
    found += [f"{name}: too small: {part}" for part in seen["small"]]
    if seen["aside"]:
        found.append(f"{name}: scrolls sideways by {seen['aside']} pixels")
    return found


_proved: set[str] = set()


def _fresh(shown: list[str]) -> list[str]:
    """The looks whose colors were not proved before, on whatever page."""
    return [look for look in shown if look not in _proved]


def _said(where: str, fresh: list[str], said: list[str]) -> list[str]:
    """What axe said of it; where it has nothing against the colors, these looks are proved."""
    if not any(one.startswith("color-contrast:") for one in said):
        _proved.update(fresh)
    return [f"{where}: {one}" for one in said]
