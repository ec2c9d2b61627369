"""Figures put together of pieces: what was counted already and still holds is kept, the rest is asked for at once."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from opora.common.two_at_a_time import is_quicker, two_at_a_time
from opora.indicators.queries import counting, stored
from opora.indicators.queries.kept import keep, known
from opora.indicators.queries.statements import PATHS, Asked, Reach, are_many, facts_of, narrowed_by
from opora.indicators.rules import Day, Period, Sums
from opora.indicators.rules.packing import Pieces
from opora.indicators.rules.pieces import NEWEST, Piece, added, cut
from opora.indicators.rules.pieces import within as within_period

Rows = dict[tuple[int, str], Sums]
Mark = Callable[[Asked, Period], Hashable]
_Missing = tuple[str, tuple[Period, ...]]
_Wanted = list[tuple[str, Sequence[int]]]
_Told = dict[str, dict[int, Pieces]]
STRETCHES = 3
"""Missing days in more stretches than these are asked for with all that lies between."""

MUCH = 20
"""With so many measures over many days a second connection to the database is worth being opened."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A question, the pieces it is made of, and under which keys these are kept."""

    asked: Asked
    pieces: Sequence[Period]
    keys: Sequence[Hashable]

    @property
    def is_state(self) -> bool:
        """Whether each period is asked for by itself, and the pieces are the periods."""
        return self.asked.measure.day is Day.STATE

    @property
    def whole(self) -> Hashable:
        """What the sums of all periods are kept under."""
        return (tuple(self.asked.periods), tuple(self.keys))


def count_all(reach: Reach, asked: Mapping[str, Asked], mark: Mark) -> dict[str, Rows]:
    """What each of these comes to, by place of its period and by group; only what is not kept is counted."""
    cuts = {name: cut_up(reach, one, mark) for name, one in asked.items()}
    done: dict[str, Rows] = {name: rows for name, one in cuts.items() if (rows := known(one.whole)) is not None}
    left = {name: one for name, one in cuts.items() if name not in done}
    for name, counted in count_pieces(reach, left).items():
        done[name] = _rows(cuts[name], counted)
        keep(cuts[name].whole, done[name])
    return {name: done[name] for name in asked}


def cut_up(reach: Reach, asked: Asked, mark: Mark) -> Cut:
    """The pieces of a question. Facts are cut into days that follow each other, and of one family not so finely."""
    if asked.measure.day is Day.STATE:
        pieces = list(asked.periods)
    else:
        pieces = cut(asked.periods, newest=NEWEST if asked.family_id is None else 0)
    what = (asked.measure.code, *narrowed_by(asked), reach)
    hangs_on_today = asked.by_fields or "%(as_of)s" in facts_of(asked)
    # Of a state it is told of the first period alone how many families these are.
    is_first = [asked.measure.day is not Day.STATE or not place for place in range(len(pieces))]
    keys = [
        (what, one.first, one.last, one.as_of if hangs_on_today else None, first, mark(asked, one))
        for one, first in zip(pieces, is_first, strict=True)
    ]
    return Cut(asked, pieces, keys)


def count_pieces(reach: Reach, cuts: Mapping[str, Cut]) -> dict[str, list[Pieces]]:
    """Each piece of these: as it is kept in memory, as it was put by at night, or counted now."""
    found = {name: [known(key) for key in one.keys] for name, one in cuts.items()}
    if reach is None:
        _take_out(cuts, found)
    missing: dict[_Missing, _Wanted] = defaultdict(list)
    for name, one in cuts.items():
        gaps = [place for place, piece in enumerate(found[name]) if piece is None]
        for span in _asked_at_once(gaps, is_state=one.is_state):
            families = (counting.NONE if span[0] else counting.FIRST) if one.is_state else counting.EACH
            missing[families, tuple(one.pieces[place] for place in span)].append((name, span))
    for wanted, told in _ask(reach, cuts, missing):
        for name, span in wanted:
            for number, place in enumerate(span):
                found[name][place] = made = told[name].get(number, {})
                keep(cuts[name].keys[place], made)
    return found


def _ask(reach: Reach, cuts: Mapping[str, Cut], missing: Mapping[_Missing, _Wanted]) -> Iterable[tuple[_Wanted, _Told]]:
    """What misses, question by question. Much is asked two at a time: all that rests on paths apart from all else."""
    is_much = sum(len(wanted) for (_families, days), wanted in missing.items() if are_many(days)) >= MUCH
    parts: list[tuple[_Missing, _Wanted]] = []
    for (families, days), wanted in missing.items():
        of_paths = [one for one in wanted if PATHS in cuts[one[0]].asked.measure.base]
        of_else = [one for one in wanted if one not in of_paths]
        is_apart = is_much and of_paths and of_else and are_many(days) and is_quicker()
        parts += [((families, days), one) for one in ([of_paths, of_else] if is_apart else [wanted])]

    def asked(families: str, days: Sequence[Period], wanted: _Wanted) -> _Told:
        return counting.ask(reach, {name: cuts[name].asked for name, _span in wanted}, days, families)

    works = [partial(asked, families, days, wanted) for (families, days), wanted in parts]
    told = two_at_a_time(works) if is_much else [work() for work in works]
    return [(wanted, found) for (_days, wanted), found in zip(parts, told, strict=True)]


def _take_out(cuts: Mapping[str, Cut], found: Mapping[str, list[Pieces]]) -> None:
    """What is not in memory, but was put by."""
    wanted = {
        stored.name_of(one.asked, key): (name, place)
        for name, one in cuts.items()
        if stored.is_stored(one.asked)
        for place, key in enumerate(one.keys)
        if found[name][place] is None
    }
    for key, pieces in stored.taken_out(wanted).items():
        name, place = wanted[key]
        found[name][place] = pieces
        keep(cuts[name].keys[place], pieces)


def _asked_at_once(places: Sequence[int], *, is_state: bool) -> list[Sequence[int]]:
    """Missing pieces beside each other are asked for together; if these are many, all that lies between is, too.

    Of a state each piece is a period by itself, so that whatever misses is one question.
    """
    if is_state:
        return [places] if places else []
    found: list[list[int]] = []
    for place in places:
        if found and found[-1][-1] == place - 1:
            found[-1].append(place)
        else:
            found.append([place])
    return list(found) if len(found) <= STRETCHES else [range(places[0], places[-1] + 1)]


def _rows(one: Cut, counted: Sequence[Pieces]) -> Rows:
    found: Rows = {}
    for place, period in enumerate(one.asked.periods):
        places: Iterable[int] = (place,) if one.is_state else within_period(one.pieces, period)
        by_group: dict[str, list[Piece]] = defaultdict(list)
        for at in places:
            for group, piece in counted[at].items():
                by_group[group].append(piece)
        for group, told in by_group.items():
            yes_first = not one.asked.measure.is_share
            found[place, group] = added(told, yes_first=yes_first, with_families=not place)
    return found
