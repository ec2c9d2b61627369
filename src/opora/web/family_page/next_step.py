"""What is next: the likely step, what it still lacks line by line, and the other steps in the order of how likely."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.functional import Promise

from opora.access.rules import Actor
from opora.process.queries import Lack, OptionView, RouteFile
from opora.web.family_page.ways import may_go, way_of

_OUTLINED = 2


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to do: what, a word beside it, and the one button that leads into its form."""

    title: str
    detail: str = ""
    label: str | Promise = ""
    url: str = ""
    icon: str = ""
    is_sent: bool = False
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class OtherStep:
    """A step beside the likely one, with what it lacks."""

    option: OptionView
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class NextStep:
    """The card of what is next.

    `likely` is the step to come; where no step is the main one, all that may follow stand side by side in `others`
    and `needs` are what they all lack; `also` is what the criteria of other steps ask.
    """

    likely: OptionView | None
    needs: tuple[Need, ...]
    also: tuple[Need, ...]
    waits_for: str
    have: tuple[str, ...]
    asked: int
    outlined: tuple[OptionView, ...]
    others: tuple[OtherStep, ...]
    quiet: tuple[OptionView, ...]

    @property
    def is_ready(self) -> bool:
        """Whether the likely step may be taken now."""
        return self.likely is not None and self.likely.allowed

    @property
    def has_one(self) -> bool:
        """Whether something is to be done by this person or is waited for."""
        return self.likely is not None or bool(self.needs or self.outlined or self.others)


def next_step(actor: Actor, found: RouteFile, *, begun: Mapping[str, Need] | None = None) -> NextStep:
    """What the options of the present stage come to; ``begun`` leads to forms already begun, by kind of paper."""
    steps = [one for one in found.options if not one.is_ruled_out]
    apart = [one for one in steps if (one.kind == "danger" or one.is_anywhere) and not one.is_decided]
    ways = [one for one in steps if one not in apart and (one.kind != "danger" or one.allowed)]
    likely = likely_of(ways)
    rest = [one for one in ways if one is not likely]
    lacks = _lacks(likely, rest)
    waits = next((lack.title for lack in lacks if lack.kind == "role"), "")
    asked = [lack for lack in lacks if lack.kind != "role"]
    have = _have(found, likely) if likely else ()
    # What the criteria speak for stands before what is possible anyhow.
    open_ways = sorted((one for one in rest if one.allowed), key=lambda one: not one.criteria)
    outlined = open_ways[:_OUTLINED] if len(open_ways) <= _OUTLINED else open_ways[:1]
    return NextStep(
        likely=likely,
        needs=tuple(_need(actor, found, lack, begun or {}) for lack in asked),
        also=tuple(_need(actor, found, lack, begun or {}) for lack in _unanswered(rest, asked)),
        waits_for=waits,
        have=have,
        asked=len(asked) + len(have),
        outlined=tuple(outlined),
        others=tuple(_other(actor, found, one, asked, begun or {}) for one in rest if one not in outlined),
        quiet=tuple(one for one in apart if one.is_yours),
    )


def likely_of(steps: Sequence[OptionView]) -> OptionView | None:
    """The step to come: what a panel decided, else the main one, else the only one that leads on."""
    decided = next((one for one in steps if one.is_decided and one.allowed), None)
    main = next((one for one in steps if one.kind == "main"), None)
    onward = [one for one in steps if one.kind != "loop"]
    return decided or main or (onward[0] if len(onward) == 1 else None)


def _lacks(likely: OptionView | None, rest: Sequence[OptionView]) -> list[Lack]:
    """What the likely step lacks; without one, what every step lacks that leads on."""
    if likely is not None:
        return list(likely.lacks)
    onward = [one for one in rest if one.kind != "loop"]
    return [lack for lack in onward[0].lacks if all(lack in one.lacks for one in onward)] if onward else []


def _unanswered(rest: Sequence[OptionView], asked: Sequence[Lack]) -> list[Lack]:
    """What the criteria of the other steps still ask: one line, so that nobody looks for the questions."""
    known = {lack.id for lack in asked}
    return [lack for one in rest for lack in one.lacks if lack.kind == "facts" and lack.id not in known][:1]


def _have(found: RouteFile, likely: OptionView) -> tuple[str, ...]:
    """What the likely step needs and has: its papers and the tasks of the stage."""
    lacking = {lack.id for lack in likely.lacks}
    titles = {line.paper.kind: line.title for line in found.papers if line.serves}
    papers = [titles.get(kind, kind) for kind in likely.documents if kind not in lacking]
    return (*papers, *(words for key, words, done in found.tasks if done and key not in lacking))


def _need(actor: Actor, found: RouteFile, lack: Lack, begun: Mapping[str, Need]) -> Need:
    way = way_of(lack)
    detail = "" if lack.kind in {"document", "task"} else lack.sentence.removeprefix(f"{lack.title}: ")
    if lack.kind == "document" and (known := begun.get(lack.id)) is not None:
        return replace(known, title=lack.title)
    if way is None or not may_go(actor, way):
        return Need(lack.title, detail)
    route = found.route
    if lack.kind == "task":
        url = reverse(way.name, args=[route.pk, lack.id])
        return Need(lack.title, detail, way.label, url, way.icon, is_sent=True)
    url = way.url(route_id=route.pk, case_id=route.case_id)
    return Need(lack.title, detail, way.label if url else "", url, way.icon)


def _other(
    actor: Actor, found: RouteFile, one: OptionView, asked: Sequence[Lack], begun: Mapping[str, Need]
) -> OtherStep:
    own = [lack for lack in one.lacks if lack.kind != "role" and lack not in asked]
    return OtherStep(one, tuple(_need(actor, found, lack, begun) for lack in own))
