"""One side of a comparison: fills a new home with its own checkout's code and asks for pages, turn by turn.

Run as a file, by the environment of the checkout that is measured and with that checkout's rooms on the path, so that
this one text measures an older state of the house too. It therefore knows no address that a later state may have
moved without asking for it first, follows the panels of a page as a browser would, and fills forms in by reading them.

The other checkout has a room of this name with its own files in it, of an older state, so whatever this text imported
from beside itself would come from there: what stands beside it is read by its path (``page_form.py``, ``deeds.py``,
``spent.py``, and the pages in ``pages.toml``).

It is spoken to by lines of JSON: ``{"grow": 2000}``, ``{"turn": "search", "number": 3}``, ``{"peak": true}``.
"""

import json
import os
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from random import Random
from runpy import run_path
from typing import IO, Any
from urllib.parse import urlencode

FORM = "application/x-www-form-urlencoded"
TRIES = 12
"""So many pages of a kind are asked for in one turn."""
MEASURED = tomllib.loads(Path(__file__).with_name("pages.toml").read_text(encoding="utf-8"))
FORM_OF, DEEDS, SPENT = (
    run_path(str(Path(__file__).with_name(name))) for name in ("page_form.py", "deeds.py", "spent.py")
)


def _first_of(table: str) -> list[int]:
    """The number of the first row of a table; nothing where none is named."""
    from django.apps import apps

    return list(apps.get_model(table).objects.order_by("pk").values_list("pk", flat=True)[:1]) if table else []


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
        deeds = DEEDS["Deeds"](self, FORM_OF)
        self.turns = {
            "opening a case": deeds.open_a_case,
            "page of a family": self.family,
            "answer of the search": deeds.search,
            "outcomes after a change": deeds.outcomes_after_a_change,
            "assessment form": lambda rng: self.page(
                self.filler.head, f"/cases/{rng.choice(self.cases)}/assessments/review/"
            ),
            **self._pages(deeds),
            "path of a family": self.path,
            "step on a path": deeds.step,
        }

    def _vacuum(self) -> None:
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")

    def _pages(self, deeds: Any) -> dict[str, Callable[[Random], object]]:
        """The pages of the list that this state of the house has."""
        from django.urls import NoReverseMatch, reverse

        who = {"head": self.filler.head, "manager": self.filler.managers[0], "coordinator": self.filler.coordinator}
        found: dict[str, Callable[[Random], object]] = {}
        for page in MEASURED["pages"]:
            with suppress(NoReverseMatch, LookupError):
                args = page.get("args", ()) or _first_of(page.get("of", ""))
                path = page.get("path") or reverse(page["address"], args=args) + page.get("query", "")
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
            found["indicators after a step"] = deeds.indicators_after_a_step
            found["indicators of the night"] = deeds.indicators_of_the_night
        return found

    def _page_of(self, user_id: int, address: str, _rng: Random, *, is_whole: bool = False) -> None:
        (self.whole_page if is_whole else self.page)(user_id, address)

    def _count_months(self) -> None:
        """What the jobs of a night and of the day put together, where the house has them."""
        works: tuple[tuple[str, str, dict[str, Any]], ...] = (
            ("process", "put_counts_together", {"on": self.today}),
            ("attention", "keep_places", {"on": self.today}),
            ("duties", "look_for_adrift", {}),
            ("results", "settle_results", {"most": 10**9}),
            ("indicators", "put_figures_by", {"on": self.today}),
        )
        for room, name, how in works:
            with suppress(ImportError, AttributeError):
                getattr(import_module(f"opora.{room}.actions"), name)(**how)

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
        with self.counted():
            if sent is None:
                return client.get(address, headers=headers)
            return client.post(address, headers=headers, **how)

    @contextmanager
    def counted(self) -> Iterator[None]:
        """What happens within is what the house does."""
        from django.db import connection

        database, noted = SPENT["database"](), len(connection.queries_log)
        worked = SPENT["worked"](database)
        started, spent = time.perf_counter(), time.process_time()
        yield
        self.cpu += time.process_time() - spent
        self.wall += time.perf_counter() - started
        self.cpu += SPENT["worked"](database) - worked
        self.queries += len(connection.queries_log) - noted

    def page(self, user_id: int, address: str) -> str:
        return self.text(self.ask(user_id, address), address)

    def text(self, answer: Any, address: str) -> str:
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code} instead of 200")
        return str(answer.content.decode())

    def whole_page(self, user_id: int, address: str) -> None:
        """A page with every panel it asks for by itself."""
        for panel in FORM_OF["Form"](self.page(user_id, address)).panels:
            answer = self.ask(user_id, panel, panel=True)
            if answer.status_code not in {200, 204}:
                raise RuntimeError(f"{panel} answered {answer.status_code}")

    def family(self, rng: Random) -> None:
        """The page of a family whose work goes on."""
        self.whole_page(self.filler.head, f"/cases/{rng.choice(self.walking)}/")

    def path(self, rng: Random) -> None:
        """The path of a family whose work goes on."""
        self.page(self.filler.head, f"/routes/{rng.choice(self.routes)}/")

    def _counted_anew(self, user_id: int, path: str, _rng: Random) -> None:
        """A page of a table whose figures nobody has asked for since the last change."""
        from opora.pivot.queries import reading

        reading._KEPT.forget()
        self.page(user_id, path)


def _house() -> Side:
    """The house of a home that was made for this and goes with it: its tables are laid as in any new home."""
    from opora.config import ground

    ground.set_up_django()
    ground.prepare(practice=False)
    return Side()


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


def _answer(side: Side, asked: dict[str, Any]) -> dict[str, Any]:
    if "grow" in asked:
        side.grow(int(asked["grow"]))
        return {"turns": list(side.turns)}
    if "turn" in asked:
        return _turn(side, asked["turn"], int(asked["number"]))
    if "table" in asked:
        from opora.bench.bare import table_beside_ours

        return table_beside_ours(side.filler)
    if "figures" in asked:
        from opora.bench.bare_figures import figures_beside_ours

        return figures_beside_ours(side.today)
    if "tables" in asked:
        from opora.bench.bare_tables import tables_beside_ours

        return tables_beside_ours(side.today)
    if "study" in asked:
        from opora.bench.study import INVENTED, study_beside_ours

        side.filler.grow_to(min(INVENTED, int(asked["study"])), lambda *_said: None)
        return study_beside_ours(side.filler, int(asked["study"]))
    if "shelf" in asked:
        from opora.bench.shelf import compare

        return compare(on=side.today)
    if "rows" in asked:
        from opora.bench.workbook import imported

        return imported(int(asked["rows"]))
    return {"peak": SPENT["peak"]()}


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
