"""Which results may be named of a family: those its plan aims at first, then those of the models of its program."""

from collections.abc import Iterator

from opora.access.rules import Actor
from opora.common.language import said
from opora.logic.queries import concepts, models_of
from opora.logic.rules import Concept
from opora.process.queries import Place
from opora.programs.models import Program
from opora.results import policies
from opora.results.queries.reached import READ


def offer_results(*, actor: Actor, place: Place) -> list[tuple[str, list[tuple[str, str]]]]:
    """The results of the models of this family's program, column by column, then all others; each once."""
    hidden, known = policies.hidden(actor, place), concepts()
    left = {code: one for code, one in known.items() if code not in hidden and one.is_of_families}
    groups = [
        (title, [(one.code, said(one.title)) for one in found])
        for title, codes in columns_of(place)
        if (found := list(_taken(left, codes)))
    ]
    rest = sorted((said(one.title), one.code) for one in left.values())
    return [*groups, *([(str(policies.OTHERS), [(code, title) for title, code in rest])] if rest else [])]


def columns_of(place: Place) -> list[tuple[str, list[str]]]:
    """The outcome columns of the models by which this family's program works, with their outcomes in order."""
    program = program_of(place)
    found: dict[str, list[str]] = {}
    for published in models_of(program=program) if program is not None else ():
        for level in published.model.levels:
            if level.is_outcome:
                codes = [one.concept for one in published.model.nodes if one.level == level.code and one.concept]
                found.setdefault(said(level.title), []).extend(dict.fromkeys(codes))
    return list(found.items())


def program_of(place: Place) -> Program | None:
    """In which program the family is accompanied."""
    if place.route is not None:
        return place.route.program
    return place.case.program if place.case is not None else None


def _taken(left: dict[str, Concept], codes: list[str]) -> Iterator[Concept]:
    for code in codes:
        if (one := left.pop(code, None)) is not None:
            yield one


def nameable(*, actor: Actor) -> list[tuple[str, str]]:
    """Every outcome of families by which a list over many of them may be narrowed, by its words."""
    hidden = policies.untold(actor, READ)
    found = [one for one in concepts().values() if one.is_of_families and one.code not in hidden]
    return sorted(((one.code, said(one.title)) for one in found), key=lambda pair: pair[1])
