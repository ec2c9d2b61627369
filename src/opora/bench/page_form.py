"""The form of a page as a browser would send it; read by path, so it knows nothing of the house (see probe.py)."""

import re
from html.parser import HTMLParser


class Form(HTMLParser):
    """The last posted form of a page with what it would send as it stands, and every panel the page asks for itself."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self.choices: dict[str, list[str]] = {}
        self.panels: list[str] = []
        self._select = ""
        self._is_inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if given.get("hx-get") and "load" in given.get("hx-trigger", ""):
            self.panels.append(given["hx-get"])
        if tag == "form":
            self._is_inside = given.get("method", "").lower() == "post"
        if not self._is_inside:
            return
        name = given.get("name", "")
        if tag == "input" and name:
            self._input(name, given)
        elif tag == "textarea" and name:
            self.values.setdefault(name, [""])
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and given.get("value"):
            self.choices.setdefault(self._select, []).append(given["value"])
            if "selected" in given:
                self.values[self._select] = [given["value"]]

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        elif tag == "form":
            self._is_inside = False

    def _input(self, name: str, given: dict[str, str]) -> None:
        kind = given.get("type", "text")
        if kind in {"radio", "checkbox"}:
            if kind == "radio":
                self.choices.setdefault(name, []).append(given.get("value", "on"))
            if "checked" in given:
                self.values.setdefault(name, []).append(given.get("value", "on"))
        elif kind not in {"submit", "button", "file", "image"}:
            self.values.setdefault(name, [given.get("value", "")])


def field_of(name: str) -> str:
    """The field of a name such as ``child-0-surname``; only the first of several rows is filled in."""
    return "" if re.search(r"-[1-9]\d*-", name) else name.rsplit("-", 1)[-1]


def errors_of(page: str) -> str:
    """What a refused form complains of, without the page around it."""
    found = re.findall(r'<p class="error">(.*?)</p>|<li><a href="#[^"]*">(.*?)</a></li>', page, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", " ".join(map(" ".join, found))).split())
