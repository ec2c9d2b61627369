"""Somebody who works by keyboard alone: Tab leads on, Enter and Space press, and the place is seen at every step."""

from typing import Any

from playwright.sync_api import Page

from tests.journeys.desk import settle

MOST = 150
"""So many presses lead through the longest page."""

# What has the focus, and what keeps somebody from seeing that it has: no ring around it or around the words that stand
# for it, no size, something that lies over it.
STAND = r"""([wanted, words]) => {
  const at = document.activeElement;
  const shown = at.closest('label') ?? at;
  const isField = at.matches('input, select, textarea');
  const own = isField ? [...(at.labels ?? [])].map((one) => one.textContent) : [at.textContent];
  const called = [at.getAttribute('aria-label') ?? '', ...own].join(' ').replace(/\s+/g, ' ').trim();
  const isRinged = (one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && outlineWidth !== '0px';
  };
  const faults = [];
  if (at !== document.body && at.tabIndex >= 0) {
    if (![at, shown, at.parentElement].some(isRinged)) faults.push('no ring');
    const box = shown.getBoundingClientRect();
    if (!box.width || !box.height) faults.push('no size');
    else {
      const into = (from, size, whole) => Math.min(Math.max(from + Math.min(size / 2, 40), 1), whole - 2);
      const top = document.elementFromPoint(into(box.x, box.width, innerWidth), into(box.y, box.height, innerHeight));
      if (top && !shown.contains(top) && !top.contains(shown) && !at.parentElement.contains(top)) {
        faults.push(`covered by ${top.outerHTML.slice(0, 80)}`);
      }
    }
  }
  return {called, faults, isThere: at.matches(wanted) && called.includes(words)};
}"""


class Keyboard:
    """The keys of a page, and where they lead."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        """One key after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, words: str) -> None:
        """Type where the focus is."""
        self.page.keyboard.type(words)

    def go(self, wanted: str, words: str = "", *, back: bool = False) -> None:
        """Tab on until the focus stands on what is wanted; wherever it comes by, it must be seen."""
        for _press in range(MOST):
            self.press("Shift+Tab" if back else "Tab")
            stand = self.stand(wanted, words)
            assert not stand["faults"], (self.page.url, stand)
            if stand["isThere"]:
                return
        raise AssertionError(f"Tab leads to no {wanted} {words} on {self.page.url}")

    def enter(self, wanted: str, words: str = "", *, leads_to: str = "") -> None:
        """Go there and press Enter; where it leads to another page, wait for it."""
        self.go(wanted, words)
        self.press("Enter")
        if leads_to:
            self.page.wait_for_url(leads_to)
        settle(self.page)

    def stands_on(self, wanted: str, words: str = "") -> bool:
        """Whether the focus is there already, and is seen."""
        stand = self.stand(wanted, words)
        return bool(stand["isThere"]) and not stand["faults"]

    def stand(self, wanted: str = "*", words: str = "") -> dict[str, Any]:
        """What has the focus: how it is called, what hides it, whether it is the wanted one."""
        found: dict[str, Any] = self.page.evaluate(STAND, [wanted, words])
        return found
