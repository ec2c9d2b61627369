"""A logic model with its figures: every box and assumption of it, in few questions however large the model is."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from opora.access.rules import Actor
from opora.chain.queries.tallies import Tallies, Tally, asked_of_all, read_tallies
from opora.chain.rules import holds, lacking_of, recorded_of, state_of, trend, why_no_figure
from opora.families.queries.merges import other_family
from opora.indicators.models import OutsideFigure, Target
from opora.indicators.queries import Compared, newest_outside, read_together, targets_on
from opora.indicators.rules import EXTERNAL, Period, is_met
from opora.logic.queries import Published, model_in_force, seen_by
from opora.logic.rules import Assumption, Concept, Evidence, Node
from opora.results.queries import untold
from opora.results.rules import RESTRICTED


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator that shows a box: computed here, or entered from outside with its source, or not defined here."""

    code: str
    compared: Compared | None = None
    outside: OutsideFigure | None = None
    target: Target | None = None

    @property
    def value(self) -> float | int | None:
        if self.compared is not None:
            return self.compared.now.value
        return None if self.outside is None else float(self.outside.value)

    @property
    def is_met(self) -> bool | None:
        """Whether the target is reached; None without a target or without a figure."""
        if self.target is None:
            return None
        return is_met(self.value, float(self.target.value), at_least=self.target.way == "at_least")

    @property
    def n(self) -> float | int | None:
        """Of how many: the denominator of a share or of a middle, else the families behind the figure."""
        if self.compared is None:
            return None
        now = self.compared.now
        return now.denominator if now.denominator is not None else now.families

    @property
    def unknown(self) -> float | int | None:
        return None if self.compared is None else self.compared.now.unknown

    @property
    def trend(self) -> int | None:
        """Whether it rose or fell against the period of the same length right before."""
        return None if self.compared is None else trend(self.value, self.compared.before.value)


@dataclass(frozen=True, slots=True)
class Standing:
    """How something stands: by what it is seen, its figures, the code of why there is none, whether targets hold."""

    kind: str
    state: str
    measured: tuple[Measured, ...]
    reason: str
    holds: bool | None
    tally: Tally | None = None
    # What the tally is to reach, where no indicator tells of the box.
    target: Target | None = None

    @property
    def first(self) -> Measured | None:
        """The figure told first: the first of its indicators of which something can be said."""
        return _first(self.kind, self.measured)


@dataclass(frozen=True, slots=True)
class BoxStanding:
    """A box of the model and how it stands."""

    node: Node
    standing: Standing


@dataclass(frozen=True, slots=True)
class AssumptionStanding:
    """An assumption of the model and how it stands; `failed` says for how many families it did not hold."""

    assumption: Assumption
    standing: Standing
    failed: Tally


@dataclass(frozen=True, slots=True)
class Chain:
    """A model as it stands in a period."""

    published: Published
    period: Period
    boxes: tuple[BoxStanding, ...]
    assumptions: tuple[AssumptionStanding, ...]


def read_chain(
    *,
    actor: Actor,
    code: str,
    period: Period,
    program_id: int | None = None,
    family_code: str = "",
    tells_health: bool = True,
) -> Chain:
    """The model in force with its figures; of one family when its code is given. Raises Refused, NotFound, Invalid.

    ``tells_health`` is given up where others, who may not read of illnesses, will see the answer.
    """
    published = model_in_force(code=code)
    model = published.model
    rules = [(one.node, one.evidence, one.concept, model.is_result(one.node)) for one in seen_by(model)]
    named = {name for _node, evidence, _concept, _is in rules for name in evidence.indicators}
    named |= {name for one in model.assumptions for name in one.evidence.indicators}
    family_id = other_family(actor=actor, code=family_code, but=0) if family_code else None
    programs = () if program_id is None else (program_id,)
    compared, counts = read_together(
        actor=actor,
        codes=named,
        period=period,
        program_ids=programs,
        family_id=family_id,
        tells_some=tells_health,
        beside=asked_of_all(period, programs) if family_id is None else {},
    )
    # A target and an outside figure speak of many families, never of one.
    targets = {} if family_id else targets_on(actor=actor, day=period.last, program_id=program_id)
    outside = {} if family_id or not named & set(EXTERNAL) else newest_outside(actor=actor, day=period.last)

    def measured(codes: Iterable[str]) -> tuple[Measured, ...]:
        return tuple(Measured(one, compared.get(one), outside.get(one), targets.get(one)) for one in codes)

    hidden = untold(actor=actor) if tells_health else RESTRICTED
    told = [concept for _node, _evidence, concept, _is in rules if concept is not None and concept.is_of_families]
    concepts = {one.code for one in told} - hidden
    recorded = {node.code: recorded_of(model, node) for node, _evidence, _concept, _is in rules}
    tallies = read_tallies(
        actor=actor,
        practice=published.practice,
        model=published.code,
        services={code for _node, evidence, _concept, _is in rules for code in evidence.services},
        concepts=concepts,
        records={kind for kinds in recorded.values() for kind in kinds},
        period=period,
        program_id=program_id,
        family_id=family_id,
        counts=counts,
    )
    return Chain(
        published,
        period,
        tuple(
            BoxStanding(
                node,
                _standing(
                    evidence,
                    measured(evidence.indicators),
                    is_result=is_result,
                    tally=_tally(
                        tallies,
                        evidence,
                        concept if concept and concept.code in concepts else None,
                        recorded[node.code],
                    ),
                    is_of_house=bool(recorded[node.code]),
                    target=targets.get(box_of(published.code, node.code)),
                ),
            )
            for node, evidence, concept, is_result in rules
        ),
        tuple(
            _assumption(one, measured(one.evidence.indicators), tallies.of_assumption(one.code))
            for one in model.assumptions
        ),
    )


def _assumption(one: Assumption, measured: tuple[Measured, ...], failed: Tally) -> AssumptionStanding:
    """Where nobody said that it failed there is no figure: silence is no word that it holds."""
    told = failed if failed.families else None
    standing = _standing(one.evidence, measured, is_result=True, tally=told)
    if told is None and standing.first is None:
        standing = replace(standing, reason="no_failure")
    return AssumptionStanding(one, standing, failed)


def _tally(tallies: Tallies, evidence: Evidence, concept: Concept | None, recorded: Collection[str]) -> Tally | None:
    """Who reached its outcome, else what was given where the box names services, else its papers and records.

    What others know is not counted.
    """
    if evidence.kind in ("", "external", "not_yet"):
        return None
    if concept is not None:
        return tallies.of_concept(concept.code)
    if evidence.services:
        return tallies.of_services(evidence.services)
    return tallies.of_records(recorded) if recorded else None


def _standing(
    evidence: Evidence,
    measured: tuple[Measured, ...],
    *,
    is_result: bool,
    tally: Tally | None = None,
    is_of_house: bool = False,
    target: Target | None = None,
) -> Standing:
    first = _first(evidence.kind, measured)
    aimed_at = target if tally is not None and (first is None or first.value is None) else None
    reason = why_no_figure(
        evidence.kind,
        is_result=is_result,
        names_indicators=first is not None,
        is_defined=first is not None and first.value is not None,
    )
    if first is None and (tally is not None or is_of_house):
        # Papers and records that nobody can tell of one program or family belong to the whole house.
        reason = "" if tally is not None else "whole_house"
    if first is None and tally is None and reason.startswith("no_indicator"):
        reason = lacking_of(evidence) or reason
    met = holds([*(one.is_met for one in measured), _is_met(aimed_at, tally)])
    return Standing(evidence.kind, state_of(evidence.kind), measured, reason, met, tally, aimed_at)


def _is_met(target: Target | None, tally: Tally | None) -> bool | None:
    if target is None or tally is None:
        return None
    return is_met(tally.told, float(target.value), at_least=target.way == "at_least")


def box_of(model: str, node: str) -> str:
    """How a target names a box."""
    return f"{model}/{node}"


def _first(kind: str, measured: tuple[Measured, ...]) -> Measured | None:
    """What outside sources know is told by them alone: a figure of our own stands beside it, never in its place."""
    telling = [one for one in measured if one.code in EXTERNAL] if kind == "external" else measured
    return next((one for one in telling if one.value is not None), next(iter(telling), None))
