"""What people do in a house that is measured, beside opening pages; read by path (see probe.py)."""

from collections.abc import Mapping
from itertools import count
from random import Random
from typing import Any

# A thousand cases have no surname that fills a list, these beginnings of names do. Lines cost time of their own: a
# list of 3 beside one of 25 would measure how full they are.
FILLING = ("Але", "Ива", "Ник", "Вла")
BIG_ENOUGH = 10_000


class Deeds:
    """Deeds on a side of the comparison; `reading` is how its pages are read."""

    def __init__(self, side: Any, reading: Mapping[str, Any]) -> None:
        self.side = side
        self.reading = reading

    def step(self, rng: Random) -> None:
        """One step on a path, which never needs to look at the paths of others."""
        from opora.access.queries import actor_of
        from opora.process import actions

        if not self.side.routes:
            raise RuntimeError("there are too few families for so many steps; invent some hundred more")
        actor, routes = actor_of(user_id=self.side.filler.head), self.side.routes
        route_id = routes.pop(rng.randrange(len(routes)))
        with self.side.counted():
            actions.take_step(actor=actor, route_id=route_id, action="danger", reason="Проба", on=self.side.today)

    def indicators_after_a_step(self, rng: Random) -> None:
        """All indicators with their twelve months when a family went a step on since they were seen last."""
        spent = self.side.wall, self.side.cpu, self.side.queries
        self.step(rng)
        self.side.wall, self.side.cpu, self.side.queries = spent
        self.side.page(self.side.filler.head, "/indicators/")

    def indicators_of_the_night(self, _rng: Random) -> None:
        """All indicators in a process that begins with nothing in memory but what the night put by."""
        from opora.common.kept import Kept
        from opora.indicators.queries import kept

        kept._kept = Kept(kept._kept.most)
        self.side.page(self.side.filler.head, "/indicators/")

    def outcomes_after_a_change(self, rng: Random) -> None:
        """The page of outcomes when a closed case came to them since it was seen last; the change is not counted."""
        from opora.cases.models import Case

        # The cases that were opened before by hand took the numbers that the invented ones would have had.
        free = 2 * Case.objects.count() + 1
        self.side.filler._numbers = {layout: count(free) for layout in self.side.filler._numbers}
        closed = Case.objects.exclude(closed_on=None).count()
        while Case.objects.exclude(closed_on=None).count() == closed:
            self.side.filler.grow_to(self.side.filler.made + 1, lambda *_said: None)
        self.side.page(self.side.filler.head, "/outcomes/")

    def search(self, rng: Random) -> None:
        """One answer of the search for a surname, as somebody gets it who types it."""
        from django.urls import NoReverseMatch, reverse

        from opora.demo.rules import names

        typed = rng.choice(names.SURNAMES if self.side.filler.made > BIG_ENOUGH else FILLING)
        try:
            address = reverse("search:find")
        except NoReverseMatch:
            self.side.page(self.side.filler.head, f"/cases/?q={typed}")
            return
        self.side.text(self.side.ask(self.side.filler.head, address, {"q": typed}, panel=True), address)

    def open_a_case(self, rng: Random) -> None:
        """A coordinator opens a case for a family that comes for the first time: the form, and sending it."""
        address = "/cases/new/?family=new"
        coordinator = self.side.filler.coordinator
        form = self.reading["Form"](self.side.page(coordinator, address))
        sent = dict(form.values)
        # A name nobody else has: a family that is known already would be asked about, and not be opened at once.
        surname = "".join(rng.choices("абвгдежзиклмнопрст", k=9)).capitalize()
        typed = {"on": self.side.today.strftime("%d.%m.%Y"), "surname": surname, "given": "Вера"}
        for name, choices in form.choices.items():
            if not any(sent.get(name, [])) and choices:
                sent[name] = [next((one for one in choices if one), "")]
        for name, values in sent.items():
            if not any(values):
                sent[name] = [typed.get(self.reading["field_of"](name), "")]
        answer = self.side.ask(coordinator, address, sent)
        if answer.status_code != 302:
            wrong = self.reading["errors_of"](answer.content.decode())
            raise RuntimeError(f"opening a case answered {answer.status_code}: {wrong}")
