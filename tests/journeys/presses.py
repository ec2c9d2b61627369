"""How often somebody presses in each journey: ``pytest -p tests.journeys.presses tests/journeys/test_refusals.py``.

``--presses FILE`` keeps each press, ``--beside FILE`` tells how many there were when that file was written. What counts
as a press is said in docs/howto/develop.md. The file stands alone, so that it counts in an older checkout too.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

import pytest
from playwright.sync_api import Error, Keyboard, Locator, Page

STEP, CHOICE, ADDRESS, SHEET = "step", "choice", "address", "sheet"
"""A link or a button; an answer that is chosen or ticked; a page that the test opens by its address; an answer of an
assessment, which a digit gives as well: told apart, never added."""
DOOR = "/account/login/"
WORLD = {"open_case", "open_named_case", "make_place"}
"""What a journey does before its story begins: whoever is in it finds the family or the house there."""
LATER = {"assess_at_entry", "assess_at_exit", "plan_the_way_out", "look_back", "to_the_row_of_the_result"}
"""What a story tells since it is told to its end: no older checkout has these presses, so they stand beside nothing."""

# A box, or the label that stands for one, whether it is chosen already, and whether it belongs to an assessment.
WHAT_IT_IS = """(element) => {
  const box = element.matches('input') ? element : element.closest('label')?.control;
  return [box?.type, Boolean(box?.checked), Boolean(element.closest('[data-question]'))];
}"""


class Walk:
    """The presses of one journey, in their order."""

    def __init__(self) -> None:
        self.presses: list[tuple[str, str, str]] = []
        self.opened: WeakKeyDictionary[Page, str] = WeakKeyDictionary()

    def count(self, kind: str, page: Page, what: object, at: int | None = None) -> None:
        self.work(page)
        if not (_at(page).startswith(DOOR) or _makes_the_world()):
            self.presses.insert(len(self.presses) if at is None else at, (kind, _at(page), str(what)))

    def open(self, page: Page, came_from: str) -> None:
        """An address counts once somebody does something there: what is only looked at costs nobody a press."""
        now = _at(page)
        if now.startswith(DOOR) or now == came_from or (now == "/" and not came_from):
            self.opened.pop(page, None)
        else:
            self.opened[page] = now

    def work(self, page: Page) -> None:
        """Something is done on the page: so somebody had to come here."""
        if (came := self.opened.pop(page, None)) and not _makes_the_world():
            self.presses.append((ADDRESS, came, ""))


WALKS: dict[str, Walk] = {}
_here: list[Walk] = [Walk()]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--presses", metavar="FILE", help="keep each press of each journey here")
    parser.addoption("--beside", metavar="FILE", help="presses kept before: told beside those of now")


def pytest_configure() -> None:
    watch(pytest.MonkeyPatch())


def watch(patch: pytest.MonkeyPatch) -> Walk:
    """From now on each press is counted; gives the walk that begins here."""
    for name in ("click", "dblclick", "tap"):
        _watch(patch, Locator, name, _press)
    for name in ("check", "uncheck", "set_checked", "select_option", "set_input_files"):
        _watch(patch, Locator, name, _choose)
    for name in ("fill", "type", "press_sequentially"):
        _watch(patch, Locator, name, _type)
    for owner in (Locator, Keyboard):
        _watch(patch, owner, "press", _key)
    _watch(patch, Page, "goto", _go)
    _here[0] = Walk()
    return _here[0]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    _here[0] = walk = Walk()
    yield
    WALKS[item.nodeid] = walk


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """A line a journey: presses in all, of them answers, and what they were beside."""
    before = config.getoption("beside")
    known = json.loads(Path(before).read_text(encoding="utf-8")) if before else {}
    if kept := config.getoption("presses"):
        all_kept = {name: walk.presses for name, walk in WALKS.items()}
        Path(kept).write_text(json.dumps(all_kept, ensure_ascii=False, indent=1), encoding="utf-8")
    terminalreporter.section("presses (of them: steps, choices, addresses)")
    for name, walk in WALKS.items():
        told = line(walk.presses)
        if name in known:
            told = f"{line(known[name])} → {told}: {_all(walk.presses) / (_all(known[name]) or 1):.2f}"
        terminalreporter.line(f"{name}  {told}")


def line(presses: list[Any]) -> str:
    kinds = Counter(press[0] for press in presses)
    apart = f", beside {kinds[SHEET]} answers" if kinds[SHEET] else ""
    return f"{_all(presses)} ({kinds[STEP]}, {kinds[CHOICE]}, {kinds[ADDRESS]}{apart})"


def _all(presses: list[Any]) -> int:
    return sum(press[0] != SHEET for press in presses)


Deed = Callable[..., Any]


def _watch(
    patch: pytest.MonkeyPatch,
    owner: Any,
    name: str,
    how: Callable[[Deed, Any, tuple[Any, ...], dict[str, Any]], Any],
) -> None:
    deed = getattr(owner, name)

    @wraps(deed)
    def watched(self: Any, *given: Any, **named: Any) -> Any:
        return how(deed, self, given, named)

    patch.setattr(owner, name, watched)


def _press(deed: Deed, place: Locator, given: tuple[Any, ...], named: dict[str, Any]) -> Any:
    try:
        box, chosen, is_asked = place.evaluate(WHAT_IT_IS)
    except Error:
        box, chosen, is_asked = None, False, False
    kind = CHOICE if box in {"radio", "checkbox"} else STEP
    if box == "radio" and chosen:
        _here[0].work(place.page)
    else:
        _here[0].count(SHEET if is_asked and kind == CHOICE else kind, place.page, place)
    return deed(place, *given, **named)


def _choose(deed: Deed, place: Locator, given: tuple[Any, ...], named: dict[str, Any]) -> Any:
    """Counted if something else is chosen afterwards: what stands there already needs no hand."""
    page, was = place.page, _stands(place)
    _here[0].work(page)
    at = len(_here[0].presses)
    done = deed(place, *given, **named)
    if _stands(place) != was:
        _here[0].count(CHOICE, page, place, at)
    return done


def _stands(place: Locator) -> Any:
    return place.evaluate("(element) => [element.checked, element.value]")


def _type(deed: Deed, place: Locator, given: tuple[Any, ...], named: dict[str, Any]) -> Any:
    _here[0].work(place.page)
    return deed(place, *given, **named)


def _key(deed: Deed, place: Any, given: tuple[Any, ...], named: dict[str, Any]) -> Any:
    """Keys that send or press; those that only lead on are typing."""
    if given and given[0] in {"Enter", "Space", " "}:
        if isinstance(place, Locator):
            _here[0].count(STEP, place.page, place)
        elif not _makes_the_world():
            _here[0].presses.append((STEP, "", f"key {given[0]}"))
    return deed(place, *given, **named)


def _go(deed: Deed, page: Page, given: tuple[Any, ...], named: dict[str, Any]) -> Any:
    came_from = _at(page)
    done = deed(page, *given, **named)
    _here[0].open(page, came_from)
    return done


def _makes_the_world() -> bool:
    """Whether a journey only sets up what its story begins with."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and frame.f_code.co_name not in WORLD | LATER:
        frame = frame.f_back
    return frame is not None


def _at(page: Page) -> str:
    return urlsplit(page.url).path if page.url != "about:blank" else ""
