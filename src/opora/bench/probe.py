"""One side of a comparison: fills a new home with its own checkout's code and asks for pages, turn by turn.

Run as a file, by the environment of the checkout that is measured and with that checkout's rooms on the path, so that
this one text measures an older state of the house too. It therefore knows no address that a later state may have
moved without asking for it first, follows the panels of a page as a browser would, and fills forms in by reading them.

It is one file: the other checkout has a room of this name with its own files in it, of an older state, so whatever this
text imported from beside itself would come from there. What it only reads, the pages, stands in ``pages.toml``.

It is spoken to by lines of JSON: ``{"grow": 2000}``, ``{"turn": "search", "number": 3}``, ``{"peak": true}``.
"""

import json
import os
import re
import resource
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from typing import IO, Any
from urllib.parse import urlencode

FORM = "application/x-www-form-urlencoded"
TRIES = 12
"""So many pages of a kind are asked for in one turn."""
# A thousand cases have no surname that fills a list, these beginnings of names do. Lines cost time of their own: a
# list of 3 beside one of 25 would measure how full they are.
FILLING = ("Але", "Ива", "Ник", "Вла")
BIG_ENOUGH = 10_000
MEASURED = tomllib.loads(Path(__file__).with_name("pages.toml").read_text(encoding="utf-8"))


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


class Side:
    """The house of this checkout and the people who ask for its pages."""

    def __init__(self) -> None:
        from django.conf import settings

        from opora.bench.actions import Filler
        from opora.common.dates import today

        settings.ALLOWED_HOSTS = ["testserver"]
        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        self.today: date = today()
        self.filler = Filler(today=self.today)
        self.turns: dict[str, Callable[[Random], object]] = {}
        self._clients: dict[int, Any] = {}
        # Wall and processor seconds of the requests alone: reading pages as a browser does is not the house's work.
        self.wall = self.cpu = 0.0
        self.queries = 0

    def grow(self, cases: int) -> None:
        from opora.cases.models import Case
        from opora.process.models import Route

        self.filler.grow_to(cases, lambda *_said: None)
        # The jobs ask large questions: without figures of what was filled in they are answered slowly.
        for work in (self._vacuum, self._count_months, self._vacuum):
            work()
        self.cases = list(Case.objects.filter(closed_on=None).order_by("pk").values_list("pk", flat=True))
        going = Route.objects.filter(ended_on=None, case__closed_on=None, stage="services").order_by("pk")
        self.walking = list(going.values_list("case_id", flat=True))
        self.routes = list(going.values_list("pk", flat=True))
        # What only some state of the house has is found by its name; the others answer with what they have.
        self.turns = {
            "opening a case": self.open_a_case,
            "page of a family": self.family,
            "answer of the search": self.search,
            "outcomes after a change": self.outcomes_after_a_change,
            "assessment form": lambda rng: self.page(
                self.filler.head, f"/cases/{rng.choice(self.cases)}/assessments/review/"
            ),
            **self._pages(),
            "path of a family": self.path,
            "step on a path": self.step,
        }

    def _vacuum(self) -> None:
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")

    def _pages(self) -> dict[str, Callable[[Random], object]]:
        """The pages of the list that this state of the house has."""
        from django.urls import NoReverseMatch, reverse

        who = {"head": self.filler.head, "manager": self.filler.managers[0], "coordinator": self.filler.coordinator}
        found: dict[str, Callable[[Random], object]] = {}
        for page in MEASURED["pages"]:
            with suppress(NoReverseMatch):
                path = page.get("path") or reverse(page["address"], args=page.get("args", ())) + page.get("query", "")
                found[page["name"]] = partial(self._page_of, who[page["who"]], path, is_whole=page.get("whole", False))
        with suppress(NoReverseMatch, ImportError):
            from opora.stays.models import Shelter

            shelter = Shelter.objects.order_by("pk").values_list("pk", flat=True).first()
            found["occupancy board"] = partial(self._page_of, who["head"], reverse("stays:board", args=[shelter]))
        with suppress(NoReverseMatch):
            for name, query in MEASURED["tables"].items():
                path = f"{reverse('pivot:make')}?{query}"
                found[name] = partial(self._page_of, who["head"], path)
                found[f"{name} counted anew"] = partial(self._counted_anew, who["head"], path)
        if "indicators" in found:
            found["indicators after a step"] = self.indicators_after_a_step
        return found

    def _page_of(self, user_id: int, address: str, _rng: Random, *, is_whole: bool = False) -> None:
        (self.whole_page if is_whole else self.page)(user_id, address)

    def _count_months(self) -> None:
        """What the jobs of a night and of the day put together, where the house has them."""
        from opora.attention import actions as attention
        from opora.duties import actions as duties
        from opora.process import actions as process

        for room, name in ((process, "put_counts_together"), (attention, "keep_places")):
            if hasattr(room, name):
                getattr(room, name)(on=self.today)
        if hasattr(duties, "look_for_adrift"):
            duties.look_for_adrift()

    def client(self, user_id: int) -> Any:
        from django.test import Client

        from opora.access.models import User

        if user_id not in self._clients:
            self._clients[user_id] = Client()
            self._clients[user_id].force_login(User.objects.get(pk=user_id))
        return self._clients[user_id]

    def ask(self, user_id: int, address: str, sent: dict[str, Any] | None = None, *, panel: bool = False) -> Any:
        """The answer to one request, and what it cost."""
        client = self.client(user_id)
        headers = {"HX-Request": "true"} if panel else {}
        # As a browser sends a form without files: not in the parts of a letter.
        how = {} if sent is None else {"data": urlencode(sent, doseq=True), "content_type": FORM}
        with self._counted():
            if sent is None:
                return client.get(address, headers=headers)
            return client.post(address, headers=headers, **how)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        """What happens within is what the house does."""
        from django.db import connection

        database, noted = _database(), len(connection.queries_log)
        worked = _worked(database)
        started, spent = time.perf_counter(), time.process_time()
        yield
        self.cpu += time.process_time() - spent
        self.wall += time.perf_counter() - started
        self.cpu += _worked(database) - worked
        self.queries += len(connection.queries_log) - noted

    def page(self, user_id: int, address: str) -> str:
        return self._text(self.ask(user_id, address), address)

    def _text(self, answer: Any, address: str) -> str:
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code} instead of 200")
        return str(answer.content.decode())

    def whole_page(self, user_id: int, address: str) -> None:
        """A page with every panel it asks for by itself."""
        for panel in Form(self.page(user_id, address)).panels:
            answer = self.ask(user_id, panel, panel=True)
            if answer.status_code not in {200, 204}:
                raise RuntimeError(f"{panel} answered {answer.status_code}")

    def family(self, rng: Random) -> None:
        """The page of a family whose work goes on."""
        self.whole_page(self.filler.head, f"/cases/{rng.choice(self.walking)}/")

    def path(self, rng: Random) -> None:
        """The path of a family whose work goes on."""
        self.page(self.filler.head, f"/routes/{rng.choice(self.routes)}/")

    def step(self, rng: Random) -> None:
        """One step on a path, which never needs to look at the paths of others."""
        from opora.access.queries import actor_of
        from opora.process import actions

        if not self.routes:
            raise RuntimeError("there are too few families for so many steps; invent some hundred more")
        actor, route_id = actor_of(user_id=self.filler.head), self.routes.pop(rng.randrange(len(self.routes)))
        with self._counted():
            actions.take_step(actor=actor, route_id=route_id, action="danger", reason="Проба", on=self.today)

    def _counted_anew(self, user_id: int, path: str, _rng: Random) -> None:
        """A page of a table whose figures nobody has asked for since the last change."""
        from opora.pivot.queries import reading

        reading._KEPT.forget()
        self.page(user_id, path)

    def indicators_after_a_step(self, rng: Random) -> None:
        """All indicators with their twelve months when a family went a step on since they were seen last."""
        spent = self.wall, self.cpu, self.queries
        self.step(rng)
        self.wall, self.cpu, self.queries = spent
        self.page(self.filler.head, "/indicators/")

    def outcomes_after_a_change(self, rng: Random) -> None:
        """The page of outcomes when a closed case came to them since it was seen last; the change is not counted."""
        from opora.cases.models import Case

        closed = Case.objects.exclude(closed_on=None).count()
        while Case.objects.exclude(closed_on=None).count() == closed:
            self.filler.grow_to(self.filler.made + 1, lambda *_said: None)
        self.page(self.filler.head, "/outcomes/")

    def search(self, rng: Random) -> None:
        """One answer of the search for a surname, as somebody gets it who types it."""
        from django.urls import NoReverseMatch, reverse

        from opora.demo.rules import names

        typed = rng.choice(names.SURNAMES if self.filler.made > BIG_ENOUGH else FILLING)
        try:
            address = reverse("search:find")
        except NoReverseMatch:
            self.page(self.filler.head, f"/cases/?q={typed}")
            return
        self._text(self.ask(self.filler.head, address, {"q": typed}, panel=True), address)

    def open_a_case(self, rng: Random) -> None:
        """A coordinator opens a case for a family that comes for the first time: the form, and sending it."""
        address = "/cases/new/?family=new"
        coordinator = self.filler.coordinator
        form = Form(self.page(coordinator, address))
        sent = dict(form.values)
        # A name nobody else has: a family that is known already would be asked about, and not be opened at once.
        surname = "".join(rng.choices("абвгдежзиклмнопрст", k=9)).capitalize()
        typed = {"on": self.today.strftime("%d.%m.%Y"), "surname": surname, "given": "Вера"}
        for name, choices in form.choices.items():
            if not any(sent.get(name, [])) and choices:
                sent[name] = [next((one for one in choices if one), "")]
        for name, values in sent.items():
            if not any(values):
                sent[name] = [typed.get(_field(name), "")]
        answer = self.ask(coordinator, address, sent)
        if answer.status_code != 302:
            raise RuntimeError(f"opening a case answered {answer.status_code}: {_errors(answer.content.decode())}")


def _field(name: str) -> str:
    """The field of a name such as ``child-0-surname``; only the first of several rows is filled in."""
    return "" if re.search(r"-[1-9]\d*-", name) else name.rsplit("-", 1)[-1]


def _errors(page: str) -> str:
    """What a refused form complains of, without the page around it."""
    found = re.findall(r'<p class="error">(.*?)</p>|<li><a href="#[^"]*">(.*?)</a></li>', page, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", " ".join(map(" ".join, found))).split())


def _house() -> Side:
    """The house of a home that was made for this and goes with it: its tables are laid as in any new home."""
    from opora.config import ground

    ground.set_up_django()
    ground.prepare(practice=False)
    return Side()


def _database() -> Any:
    """The part of the database that works for this process."""
    import psutil
    from django.db import connection

    connection.ensure_connection()
    return psutil.Process(connection.connection.info.backend_pid)


def _worked(process: Any) -> float:
    """Seconds of processor time that a process has had so far."""
    times = process.cpu_times()
    return float(times.user + times.system)


def _turn(side: Side, name: str, number: int) -> dict[str, Any]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    ask, rng = side.turns[name], Random(number)  # noqa: S311  (which pages are asked for)
    side.wall = side.cpu = 0.0
    for _request in range(TRIES):
        ask(rng)
    found = {"wall": side.wall / TRIES, "cpu": side.cpu / TRIES}
    side.queries = 0
    with CaptureQueriesContext(connection):
        ask(rng)
    return found | {"queries": side.queries}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


def _answer(side: Side, asked: dict[str, Any]) -> dict[str, Any]:
    if "grow" in asked:
        side.grow(int(asked["grow"]))
        return {"turns": list(side.turns)}
    if "turn" in asked:
        return _turn(side, asked["turn"], int(asked["number"]))
    if "table" in asked:
        from opora.bench.bare import table_beside_ours

        return table_beside_ours(side.filler)
    if "shelf" in asked:
        from opora.bench.shelf import compare

        return compare(on=side.today)
    if "rows" in asked:
        from opora.bench.workbook import imported

        return imported(int(asked["rows"]))
    return {"peak": _peak()}


def _serve(commands: IO[str], answers: IO[str]) -> None:
    side = _house()
    for line in commands:
        try:
            found = _answer(side, json.loads(line))
        except Exception as trouble:
            found = {"trouble": f"{type(trouble).__name__}: {trouble}"}
        answers.write(json.dumps(found, ensure_ascii=False) + "\n")
        answers.flush()


def main() -> None:
    # What the rooms print while they work must not lie among the answers.
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        os.dup2(2, 1)
        _serve(sys.stdin, answers)


if __name__ == "__main__":
    main()
