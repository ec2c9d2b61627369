"""Whatever a page takes in, it takes in once: by the form page, or by `once` where there is nothing to ask.

A page that changes something without either would make two records of a double click.
"""

import ast
import inspect
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from tests.house.source import PACKAGE, for_each, shown, templates, tree

ONCE = {"form_page", "once"}
TAKES_IN = {"given(request)", "require_POST"}
# Pages that keep nothing new however often they are sent, each with the reason why.
NOTHING_TWICE = {
    "shell:theme": "a look of this browser",
    "access:setup": "the link works once",
    "access:join": "the link works once",
    "access:invite": "the link is shown once, by the page that answers; of one address a second invitation is refused",
    "api:make": "the token is shown once, by the page that answers; one too many is revoked",
    "access:password_link": "the link is shown once, by the page that answers; the newest one works",
    "access:second_factor": "one answer of three",
    "assessments:draft": "a draft is one, however often it is kept",
    "assessments:correct_draft": "a draft is one, however often it is kept",
    "attention:take_back": "a family is put aside or not",
    "cases:call_off_hand_over": "it is called off or not",
    "cases:take_back": "it stands again or not",
    "cases:take_back_path": "it stands again or not",
    "cases:transfer": "whatever was transferred is there already",
    "duties:assign": "whoever has it keeps it",
    "duties:call_off": "it is called off or not",
    "duties:pass_on": "what was passed on does not hang there any more",
    "duties:end_substitution": "it has ended or not",
    "families:names": "only looks",
    "families:known": "only looks",
    "intake:approve_visit": "a report is approved or not",
    "intake:freeze_report": "a report is given to the vote or not",
    "intake:known": "only looks",
    "life:answered": "an answer came or not",
    "life:undo": "a record is taken back or not",
    "plans:undo": "a task is done or not",
    "process:take_back": "the step taken back is named by its number; there is nothing twice",
    "process:finish_task": "a line of the checklist is ticked or not",
    "process:move": "whoever was carried stands there already",
    "process:withdraw_paper": "a paper is withdrawn or not",
    "search:find": "only looks",
    "cases:list": "only looks",
    "circumstances:list": "only looks",
    "results:list": "only looks",
    "groups:list": "only looks",
    "groups:session_remove": "it is on the plan or not",
    "services:log": "only looks",
    "services:several": "only looks",
    "services:stop": "it is stopped or not",
    "network:list": "only looks",
    "intake:list": "only looks",
    "assessments:try_out": "nothing is kept",
    "instruments:bring": "only looks at a file",
    "journal:entries": "only looks",
    "plans:tasks": "only looks",
    "process:work": "only looks",
    "registry:columns": "a choice is one, however often it is made",
    "registry:ask": "asking again asks the same",
    "registry:emptied": "a choice is one, however often it is made",
    "registry:confirm": "an upload is decided once",
    "registry:discard": "an upload is decided once",
    "registry:program": "a choice is one, however often it is made",
    "reminders:make_calendar": "the address is shown once; the newest one works",
}


def _views(resolver: URLResolver, spaces: tuple[str, ...] = ()) -> Iterator[tuple[str, Callable[..., Any]]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _views(entry, (*spaces, entry.namespace) if entry.namespace else spaces)
        elif isinstance(entry, URLPattern):
            view = inspect.unwrap(entry.callback)
            if view.__module__.startswith("opora.web.") and inspect.isfunction(view):
                yield ":".join((*spaces, str(entry.name))), view


@cache
def _functions(path: Path) -> dict[str, ast.FunctionDef]:
    return {node.name: node for node in tree(path).body if isinstance(node, ast.FunctionDef)}


@cache
def _imports(path: Path) -> dict[str, tuple[Path, str]]:
    """The names a module takes from other modules of the pages, with where they are made."""
    found: dict[str, tuple[Path, str]] = {}
    for node in tree(path).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("opora.web."):
            place = PACKAGE.joinpath(*(node.module or "").split(".")[1:]).with_suffix(".py")
            found |= {alias.asname or alias.name: (place, alias.name) for alias in node.names if place.exists()}
    return found


def _reached(path: Path, name: str, seen: set[tuple[Path, str]]) -> set[str]:
    """Every name that a page and whatever it calls in the pages speak of."""
    if (path, name) in seen or name not in _functions(path):
        return set()
    seen.add((path, name))
    function = _functions(path)[name]
    words = ast.unparse(function)
    spoken = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)} - {"given"}
    spoken |= {way for way in ("given(request)", "request.POST", "request.method") if way in words}
    for other in set(spoken):
        place, real = _imports(path).get(other, (path, other))
        if other not in ONCE:
            spoken |= _reached(place, real, seen)
    return spoken


VIEWS = sorted(_views(get_resolver()), key=lambda one: one[0])


@for_each(VIEWS, lambda view: view[0])
def test_what_is_sent_twice_is_carried_out_once(named: tuple[str, Callable[..., Any]]) -> None:
    name, view = named
    spoken = _reached(Path(inspect.getfile(view)), view.__name__, set())
    takes_in = bool(spoken & TAKES_IN) or {"request.POST", "request.method"} <= spoken
    if not takes_in:
        assert name not in NOTHING_TWICE, f"{name} takes nothing in any more"
    elif name in NOTHING_TWICE:
        assert not spoken & ONCE, f"{name} is carried out once by now: take it off the list"
    else:
        assert spoken & ONCE, f"{name} takes something in, but neither by form_page nor by once"


# Pages that ask for something without the form page, each with the reason why no word is lost there.
WITHOUT_DRAFT = {
    "instruments:bring": "only looks at a file",
    "journal:entries": "filters only",
    "plans:tasks": "filters only",
    "process:work": "filters only",
    "groups:families": "only looks for a family",
    "services:several": "only looks for a family",
    "access:setup": "names and passwords only",
    "access:join": "names and passwords only",
    "access:invite": "a name and an address only",
    "api:make": "a name and a day only",
    "assessments:fill_in": "the sheet keeps a draft of its own",
    "cases:transfer": "looks before it does it, and keeps its draft by itself",
    "duties:pass_on": "looks before it passes on, and keeps its draft by itself",
    "process:move": "a choice for each stage",
}


@for_each(VIEWS, lambda view: view[0])
def test_no_word_is_lost_that_a_page_asks_for(named: tuple[str, Callable[..., Any]]) -> None:
    """The form page keeps a draft of every form with room for sentences."""
    name, view = named
    spoken = _reached(Path(inspect.getfile(view)), view.__name__, set())
    if "given(request)" in spoken and "form_page" not in spoken:
        assert name in WITHOUT_DRAFT, f"{name} asks without form_page: what is typed there is lost with the connection"


GUARDED = [path for path in templates() if "data-guard" in path.read_text(encoding="utf-8")]


@for_each(GUARDED, shown)
def test_every_form_bears_its_marks(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("data-guard") <= text.count("{% form_marks %}"), "put form_marks in place of csrf_token"
