"""How pages are asked where something lies: what was found once is known from then on."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from playwright.sync_api import Page

from tests.journeys.desk import Desk, visit
from tests.journeys.steps import days_ago, open_case

SUPPORT, SHELTER, EXPECTED, CLOSED, DUE, MERGED = "support", "shelter", "expected", "closed", "due", "merged"
"""The kinds of cases a page is shown with: at work, living in the centre, expected there, closed, to be followed up,
with a child who stood in two records."""
GONE, UNITED, JOINED = "gone", "united", "joined"
"""A child who left the family, two families that were one, two signals of one family."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How a page is reached: who opens it (none: a stranger), with which case, what stands after the address."""

    who: str | None = "head"
    case: str = SUPPORT
    query: str = ""
    kind: str = ""
    status: int = 200


def remembered(find: Callable[..., Any]) -> Callable[..., Any]:
    """Find something once: what was made for one page serves all others that are looked at in this product."""

    @wraps(find)
    def found(self: "Asking", *asked: Any) -> Any:
        key = (find.__name__, *asked)
        if key not in self.known:
            self.known[key] = find(self, *asked)
        return self.known[key]

    return found


class Asking:
    """Asks the pages of this product what is there."""

    def __init__(self, desk: Desk, known: dict[tuple[Any, ...], Any]) -> None:
        self.desk = desk
        self.known = known
        self.page = desk.open("head")
        self.admin = desk.open("admin", "/people/")

    @remembered
    def case(self, kind: str) -> int:
        """A case of this kind; whoever is expected in the centre is registered now."""
        if kind == EXPECTED:
            return open_case(self.page, on=days_ago(1), department="1 ЕФО КЦ", manager="Нина Котова")
        if kind == DUE:
            return self._first("/cases/?state=all&due=on", r'"/cases/(\d+)/"')
        visit(self.page, "/cases/?state=" + ("closed" if kind == CLOSED else "open"))
        rows = self.page.locator("tr").filter(has=self.page.locator("th a"))
        mark = {SHELTER: "Кризисный центр", SUPPORT: "Комплексное сопровождение"}.get(kind, "")
        links = rows.filter(has_text=mark).locator("th a")
        # The demonstration's own families came first; later ones were only opened by other journeys.
        return min(int(re.findall(r"\d+", link.get_attribute("href") or "")[0]) for link in links.all())

    @remembered
    def route(self, case: int) -> int:
        """The path of the case."""
        answer = self.page.request.get(f"/cases/{case}/path/")
        return int(re.findall(r"\d+", answer.url.partition("/routes/")[2])[0])

    @remembered
    def child(self, case: int) -> int:
        visit(self.page, f"/cases/{case}/people/")
        link = self.page.locator("li", has_text="ребёнок").locator("a").first.get_attribute("href")
        return int(re.findall(r"\d+", link or "")[1])

    def _slug(self, path: str, pattern: str) -> str:
        return re.findall(pattern, self._text(path))[0]

    @remembered
    def _code(self, case: int) -> str:
        """The code of a child of this case."""
        visit(self.page, f"/cases/{case}/people/")
        child = self.page.locator("li", has_text="ребёнок").locator("a").first
        return child.inner_text().strip()

    @remembered
    def _first(self, path: str, pattern: str) -> int:
        found = re.search(pattern, self._text(path)) or re.search(pattern, self._whole_text(path))
        assert found, f"{path} leads nowhere like {pattern}"
        return int(found.group(1))

    def _text(self, path: str) -> str:
        """What a page is sent with: it need not be drawn to be read."""
        answer = self._reader(path).request.get(path)
        assert answer.ok, f"{path}: {answer.status}"
        return answer.text()

    def _whole_text(self, path: str) -> str:
        """What stands there with the parts that the page asks for by itself."""
        page = self._reader(path)
        visit(page, path)
        return page.content()

    def _reader(self, path: str) -> Page:
        return self.admin if path.startswith(("/people/", "/departments/")) else self.page
