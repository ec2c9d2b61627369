"""What is next: the likely step, what it still lacks line by line, and the other steps in the order of how likely."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.functional import Promise

from opora.access.rules import Actor
from opora.process.queries import Lack, OptionView, RouteFile
from opora.web.family_page.ways import Way, may_go, way_of
from opora.web.shell.taking_along import DECIDED, NEXT, going_along, may_go_along

_OUTLINED = 2
_TAKES_DAYS = {"visit_report", "vote_minutes", "referral_confirmed"}
"""What is only begun by its first form and comes to its end on another day."""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to do: what, a word beside it, and the one button that leads into its form.

    `there_url` notes that the paper is there already; `at_once` says that one goes into the form with the step before,
    `is_begun` that its form is under way, `is_last` that such a form comes to its end by this.
    """

    title: str
    detail: str = ""
    label: str | Promise = ""
    url: str = ""
    icon: str = ""
    is_sent: bool = False
    is_late: bool = False
    there_url: str = ""
    there_label: str | Promise = ""
    at_once: bool = False
    is_last: bool = False
    is_begun: bool = False


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
    def leads_into(self) -> str:
        """The form that the step just taken was taken for; empty where nothing follows from it at once."""
        return next((need.url for need in (*self.needs, *self.also) if need.at_once and need.url), "")

    @property
    def leads_on(self) -> str:
        """The form of the first thing lacking that nobody has begun; empty where there is none."""
        lacking = (one for one in (*self.needs, *self.also) if not (one.is_sent or one.is_begun))
        return next((need.url for need in lacking if need.url), "")

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
    ends = _ends(found, likely, rest, asked)
    return NextStep(
        likely=likely,
        needs=tuple(_need(actor, found, lack, begun or {}, ends) for lack in asked),
        also=tuple(
            _need(actor, found, lack, begun or {}, ends)
            for lack in (*_unanswered(rest, asked), *(_waited_for(rest, asked) if likely is None else ()))
        ),
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


def _waited_for(rest: Sequence[OptionView], asked: Sequence[Lack]) -> list[Lack]:
    """Where no step is the likely one: the papers that each of them waits for beside what all lack."""
    known = {lack.id for lack in asked}
    papers = {
        lack.id: lack
        for one in rest
        for lack in one.lacks
        if one.kind != "loop" and one.is_yours and lack.kind == "document" and lack.id not in known
    }
    return list(papers.values())


def _ends(
    found: RouteFile, likely: OptionView | None, rest: Sequence[OptionView], asked: Sequence[Lack]
) -> dict[str, tuple[str, ...]]:
    """By what is lacking: the steps that its form offers to take along, or to go on to what is lacking next.

    A step goes along that lacks nothing else and asks nothing; one that asks more is led to, unless it is of danger.
    With the answers of the criteria goes the step that is possible anyhow, or the page of the one they may decide on.
    """
    has_case = found.route.case is not None and found.route.case.closed_on is None
    ends: dict[str, tuple[str, ...]] = {}
    for one in [likely] if likely is not None else rest:
        if len(one.lacks) == 1 and one.kind != "danger" and one.lacks[0].kind in {"document", "facts"}:
            if one.is_decided and not may_go_along(one, has_case=has_case):
                continue
            # Where no step is the likely one, each that waits for this alone may be what happened.
            before = ends.get(one.lacks[0].id, ())
            ends[one.lacks[0].id] = tuple(dict.fromkeys((*before, DECIDED if one.is_decided else one.action)))
    for lack in (*asked, *_unanswered(rest, asked)):
        if lack.kind != "facts":
            continue
        steps = [likely] if likely is not None and likely.allowed and may_go_along(likely, has_case=has_case) else []
        steps += [one for one in rest if one.lacks == (lack,)][:1]
        if steps:
            ends.setdefault(lack.id, tuple(one.action for one in steps))
    if len(asked) > 1:
        for lack in asked:
            ends.setdefault(lack.id, (NEXT,))
    return ends


def _have(found: RouteFile, likely: OptionView) -> tuple[str, ...]:
    """What the likely step needs and has: its papers and the tasks of the stage."""
    lacking = {lack.id for lack in likely.lacks}
    titles = {line.paper.kind: line.title for line in found.papers if line.serves}
    papers = [titles.get(kind, kind) for kind in likely.documents if kind not in lacking]
    return (*papers, *(words for key, words, done in found.tasks if done and key not in lacking))


def _need(
    actor: Actor,
    found: RouteFile,
    lack: Lack,
    begun: Mapping[str, Need],
    ends: Mapping[str, tuple[str, ...]] | None = None,
) -> Need:
    way = way_of(lack)
    detail = "" if lack.kind in {"document", "task"} else lack.sentence.removeprefix(f"{lack.title}: ")
    route, steps = found.route, (ends or {}).get(lack.id, ())
    if lack.kind == "document" and (known := begun.get(lack.id)) is not None:
        last = () if steps == (NEXT,) else steps
        url = _along(known.url, route.pk, last) if known.is_last else known.url
        there = _along(known.there_url, route.pk, last) or _there(found, lack, way, steps)
        return replace(known, title=lack.title, url=url, there_url=there, is_begun=True)
    if way is None or not may_go(actor, way):
        return Need(lack.title, detail)
    if lack.kind == "task":
        url = reverse(way.name, args=[route.pk, lack.id])
        return Need(lack.title, detail, way.label, url, way.icon, is_sent=True)
    url = way.url(route_id=route.pk, case_id=route.case_id)
    # What is printed or signed next is not left for something else; what takes days is not at its end yet.
    if lack.id not in _TAKES_DAYS and (way.comes_back or steps != (NEXT,)):
        url = _along(url, route.pk, steps)
    there = _there(found, lack, way, steps)
    return Need(lack.title, detail, way.label if url else "", url, way.icon, there_url=there, at_once=way.at_once)


def _along(url: str, route_id: int, steps: Sequence[str]) -> str:
    """The address of a form with the steps that it offers; none where there is no form."""
    for step in steps if url else ():
        url = going_along(url, route_id, step)
    return url


def _there(found: RouteFile, lack: Lack, way: Way | None, steps: Sequence[str]) -> str:
    """Where one notes that a paper is there already; nothing for what comes to be only by being recorded here."""
    if way is None or not way.on_paper or not found.may_work:
        return ""
    return _along(f"{reverse('process:file_paper', args=[found.route.pk])}?kind={lack.id}", found.route.pk, steps)


def _other(
    actor: Actor, found: RouteFile, one: OptionView, asked: Sequence[Lack], begun: Mapping[str, Need]
) -> OtherStep:
    own = [lack for lack in one.lacks if lack.kind != "role" and lack not in asked]
    return OtherStep(one, tuple(_need(actor, found, lack, begun) for lack in own))
