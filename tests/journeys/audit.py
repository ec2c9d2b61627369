"""Whether everybody can use a page: axe at a desk in light and dark and in the hand, large targets, no side scroll."""

from functools import cache
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

from opora.web.shell.tests import browser as walk
from tests.journeys.kinds import KINDS, TAKE_OUT

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
  const shown = fresh.map((look) => window.looksShown.get(look));
  shown.forEach((part) => part.setAttribute('data-fresh-look', ''));
"""
COLORS_OF = "async ([fresh, colors]) => {" + MARK + SAY + " return say(await axe.run(document, colors)); }"
ORDER_OF = (
    "async ([fresh, asked, all, structure, colors]) => {"
    + MARK
    + SAY
    + f"""
  const known = new Set(asked), {{kinds, parts, keys}} = window.glance;
  const fresher = parts && parts.filter((part) => !known.has(keys.get(part)));
  if (parts && !fresher.length && !shown.length) return [];
  const putBack = ({TAKE_OUT})(kinds, (key) => parts || known.has(key), [...(fresher ?? []), ...shown]);
  try {{
    if (!parts) return say(await axe.run(document, all));
    return [
      ...(fresher.length ? say(await axe.run({{include: fresher}}, structure)) : []),
      ...(shown.length ? say(await axe.run(document, colors)) : []),
    ];
  }} finally {{
    putBack();
  }}
}}"""
)
# One part for each look on the page.
LOOKS_SHOWN = """(seen) => {
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
    if (!says || !(seen ? seen.has(part) : part.checkVisibility({visibilityProperty: true}))) continue;
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
UNFOLD = """() => {
  const folded = [...document.querySelectorAll('details:not(.menu):not([open])')];
  folded.forEach((part) => { part.open = true });
  window.unfolded = [...(window.unfolded ?? []), ...folded];
}"""
HEIGHT = "document.documentElement.scrollHeight"
OPEN = f"""() => {{
  if (typeof axe === 'undefined') return null;
  {ONLY_FRESH}
  const height = {HEIGHT};
  ({UNFOLD})();
  return {{height, dark: matchMedia('(prefers-color-scheme: dark)').matches}};
}}"""
# A list that is filtered while one types is drawn anew beside the words, never with them: what was typed until a late
# answer came would be lost.
TYPED_OVER = """() => [...document.querySelectorAll('form[hx-target] :is([type=text], [type=search])')].filter(
  ({form}) => form.matches('[data-autosubmit], [hx-trigger*=input]')
    && document.querySelector(form.getAttribute('hx-target'))?.contains(form)).map((one) => one.name)"""
# The looks, and with them what is seen at one glance: each question to the browser passes through three programs.
GLANCE = f"""async ([smallest, isFirst]) => {{
  let height = 0;
  if (!isFirst) {{
    // What changes with the size of the window has changed before the next frame.
    await new Promise(requestAnimationFrame);
    window.unfolded.forEach((part) => {{ part.open = false }});
    height = {HEIGHT};
    ({UNFOLD})();
  }}
  const seen = new Set([...document.body.querySelectorAll('*')].filter(
    (part) => part.checkVisibility({{visibilityProperty: true}})));
  const looks = ({LOOKS_SHOWN})(seen);
  const small = ({walk.TARGETS.strip()})(smallest);
  const aside = {walk.ASIDE};
  const tell = (kinds, some) => [...new Set([...some].map((part) => kinds.keys.get(part)))];
  if (isFirst) {{
    const kinds = ({KINDS})(seen);
    window.glance = {{seen, kinds}};
    return {{height, looks, small, aside, twice: kinds.twice, over: ({TYPED_OVER})(),
      kinds: tell(kinds, kinds.free)}};
  }}
  // In the other size only what nobody saw in the first one is new to the question about order.
  const {{seen: before, kinds}} = window.glance;
  const isNew = (part) => part && seen.has(part) && !before.has(part);
  const parts = [...seen].filter((part) => isNew(part) && !isNew(part.parentElement));
  const now = ({KINDS})(seen, parts);
  window.glance = {{kinds, parts, keys: now.keys}};
  return {{height, looks, small, aside, twice: [], over: [], kinds: tell(now, parts)}};
}}"""


# What differs in the dark and in the other size is asked again: in the dark the colors, in the other size the colors
# and the order of what was not seen in the first one. Of parts that look alike one is asked about its colors, whatever
# page it stands on: which text stands on which ground does not depend on how often it is there. Of parts that are built
# alike one is asked about its order. A telephone shows the same parts in the same dark colors as a desk, so it is not
# asked about them again.


@cache
def axe() -> str:
    """What asks. A browser that looks at many pages has it brought along with each (`add_init_script`)."""
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    """Everything that keeps somebody from using the page that is open, folded parts included.

    To draw a page in another size or in the dark takes long. It is left in the last look that was asked about, and the
    next page opens in it: from the hand to the desk to the dark, from the dark at a desk to the light to the hand.
    Of a page that is half there the rest is waited for.
    """
    page.wait_for_load_state()
    if page.viewport_size not in (walk.PHONE, walk.DESKTOP):
        page.set_viewport_size(walk.DESKTOP)
    in_hand = page.viewport_size == walk.PHONE
    opened = page.evaluate(OPEN)
    if opened is None:
        page.evaluate(axe())
        opened = page.evaluate(OPEN)
    first, other = ("phone", "desktop") if in_hand else ("desktop", "phone")
    found = _endless(first, opened["height"])
    if opened["dark"]:
        if not in_hand:
            found += _in_the_dark(page)
        page.emulate_media(color_scheme="light")
    found += _at_a_glance(page, first, is_first=True)
    if not in_hand and not opened["dark"]:
        page.emulate_media(color_scheme="dark")
        found += _in_the_dark(page)
        page.emulate_media(color_scheme="light")
    page.set_viewport_size(walk.DESKTOP if in_hand else walk.PHONE)
    found += _at_a_glance(page, other, is_first=False)
    if in_hand:
        page.emulate_media(color_scheme="dark")
        found += _in_the_dark(page)
    return found


def _endless(name: str, height: int) -> list[str]:
    """Whether nobody would scroll to the end of the page as it opens."""
    return [f"{name}: {height} pixels high"] if height > ENDLESS else []


def _at_a_glance(page: Page, name: str, *, is_first: bool) -> list[str]:
    """What is wrong in the light: asked of axe, and what is too small or too wide."""
    seen = page.evaluate(GLANCE, [walk.SMALLEST, is_first])
    fresh = _fresh(seen["looks"])
    known = [kind for kind in seen["kinds"] if kind in _asked]
    said = page.evaluate(ORDER_OF, [fresh, known, ALL, STRUCTURE, COLORS])
    if not said:
        _asked.update(seen["kinds"])
    found = _endless(name, seen["height"]) + _said(f"{name}, light", fresh, said)
    found += [f"{name}: too small: {part}" for part in seen["small"]]
    found += [f"{name}: stands twice: #{one}" for one in seen["twice"]]
    found += [f"{name}: a late answer is drawn over what is typed: {one}" for one in seen["over"]]
    if seen["aside"]:
        found.append(f"{name}: scrolls sideways by {seen['aside']} pixels")
    return found


def _in_the_dark(page: Page) -> list[str]:
    """What is wrong with the colors at a desk in the dark."""
    fresh = _fresh(page.evaluate(LOOKS_SHOWN))
    return _said("desktop, dark", fresh, page.evaluate(COLORS_OF, [fresh, COLORS])) if fresh else []


_proved: set[str] = set()
_asked: set[str] = set()


def _fresh(shown: list[str]) -> list[str]:
    """The looks whose colors were not proved before, on whatever page."""
    return [look for look in shown if look not in _proved]


def _said(where: str, fresh: list[str], said: list[str]) -> list[str]:
    """What axe said of it; where it has nothing against the colors, these looks are proved."""
    if not any(one.startswith("color-contrast:") for one in said):
        _proved.update(fresh)
    return [f"{where}: {one}" for one in said]
