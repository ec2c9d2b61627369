"""What may happen next on a path, in words: the one answer behind buttons, pages and the step itself."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Part, Role
from opora.common.language import said
from opora.pathways.queries import definition_of
from opora.pathways.rules import Decision, Definition, Option, Reason, State
from opora.pathways.rules import options as possible
from opora.pathways.words import paper_title, place_title, reason_sentence
from opora.process import policies
from opora.process.models import Paper, Route
from opora.process.queries.visible import may_change, may_work, takes_part
from opora.process.rules.withdrawn_consent import stops_step
from opora.programs.role_words import role_word

_CONSENT = _("Consent to data processing")
_CLOSES = _("While the case is open, this step is taken by whoever leads the case, or by the coordinator.")


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that a step lacks: `kind` as in `Reason`, or "withdrawn" where a withdrawn consent stands in the way.

    `id` is the paper or the task, or the table of criteria that is not answered or says no; `title` its words.
    """

    kind: str
    id: str
    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class OptionView:
    """A step as its button shows it: allowed, or with every reason why not."""

    action: str
    title: str
    to: str
    to_title: str
    allowed: bool
    lacks: tuple[Lack, ...]
    effect: str
    kind: str
    needs_reason: bool
    fields: tuple[str, ...]
    is_exit: bool
    criteria: tuple[str, ...] = ()
    decisions: dict[str, Any] = field(default_factory=dict)
    is_decided: bool = False
    documents: tuple[str, ...] = ()
    is_anywhere: bool = False

    @property
    def reasons(self) -> tuple[str, ...]:
        """Every reason why the step may not be taken now, in sentences."""
        return tuple(lack.sentence for lack in self.lacks)

    @property
    def is_ruled_out(self) -> bool:
        """Whether it was decided otherwise: what is known speaks against this step, and nothing it lacks would help."""
        return any(lack.kind == "criteria" for lack in self.lacks)

    @property
    def is_plain(self) -> bool:
        """Whether it asks nothing but its day, and can be taken back: such a step is taken where it is read."""
        asks = self.needs_reason or bool(self.fields) or bool(self.effect) or self.is_exit
        return not (asks or self.is_anywhere or self.is_decided or self.kind == "danger")

    @property
    def is_yours(self) -> bool:
        """Whether the person holds a role that takes this step."""
        return not any(lack.kind == "role" for lack in self.lacks)


def present_papers(*, route: Route) -> frozenset[str]:
    """Kinds of papers filed since the family entered its stage and not withdrawn."""
    papers = Paper.objects.filter(route=route, step_count=route.step_count, withdrawn_on=None)
    return frozenset(papers.values_list("kind", flat=True))


def options(
    *, actor: Actor, route: Route, part: Part | None = None, papers: frozenset[str] | None = None
) -> list[OptionView]:
    """Every step from the present stage; nothing for who may only read the path, nothing at its end.

    ``part`` (whether the person takes part) and ``papers`` (of this stage) spare the database what is known already.
    """
    if route.ended_on is not None:
        return []
    part = takes_part(actor=actor, route=route) if part is None else part
    if not may_work(actor=actor, route=route, part=part):
        return []
    definition = definition_of(route.version)
    papers = present_papers(route=route) if papers is None else papers
    state = State(stage=route.stage, facts=route.facts, papers=papers, done_tasks=papers)
    found = possible(definition, state, _roles(actor, route, definition, part=part))
    blocked = policies.is_blocked(route)
    bound = not _may_end(actor, route, part=part)
    lacks = {one.action: _lacks(definition, route, one, blocked=blocked, bound=bound) for one in found}
    return [
        OptionView(
            action=one.action,
            title=said(definition.actions[one.action].title),
            to=one.to,
            to_title=place_title(definition, one.to),
            allowed=one.allowed and not lacks[one.action],
            lacks=lacks[one.action],
            effect=one.effect,
            kind=one.kind,
            needs_reason=one.needs_reason,
            fields=one.fields,
            is_exit=one.to in definition.exits,
            criteria=tuple(_criteria(definition, decision) for decision in one.decisions if decision.result),
            decisions={decision.table: decision.to_data() for decision in one.decisions},
            is_decided=any(definition.criteria[decision.table].is_brought_by_papers for decision in one.decisions),
            documents=definition.actions[one.action].documents,
            is_anywhere=definition.actions[one.action].is_anywhere,
        )
        for one in found
    ]


def decided_steps(*, actor: Actor, route: Route) -> list[OptionView]:
    """The steps that minutes decided on and this person may take now, the main one first."""
    steps = [one for one in options(actor=actor, route=route) if one.is_decided and one.allowed]
    return sorted(steps, key=lambda one: one.kind != "main")


def ending_step(*, actor: Actor, route: Route) -> OptionView | None:
    """The step that ends the work because somebody declined, where this person may take it now."""
    exits = definition_of(route.version).exits
    steps = (one for one in options(actor=actor, route=route) if one.is_exit and exits[one.to].kind == "declined")
    return next((one for one in steps if one.allowed and one.is_anywhere), None)


def _may_end(actor: Actor, route: Route, *, part: Part) -> bool:
    """Whether the person may take the path to an exit: while its case is open, only who may close the case."""
    if may_change(actor=actor, route=route, part=part):
        return True
    return route.case is None or route.case.closed_on is not None


def _lacks(definition: Definition, route: Route, option: Option, *, blocked: bool, bound: bool) -> tuple[Lack, ...]:
    lacks = [_lack(definition, route.stage, reason) for reason in option.reasons]
    if bound and option.to in definition.exits and not any(lack.kind == "role" for lack in lacks):
        lacks.append(Lack("role", "", str(role_word(route.program, Role.CASE_MANAGER)), str(_CLOSES)))
    if blocked and stops_step(definition, to=option.to, kind=option.kind):
        lacks.append(Lack("withdrawn", "consent", str(_CONSENT), str(policies.WITHDRAWN)))
    return tuple(lacks)


def _lack(definition: Definition, stage: str, reason: Reason) -> Lack:
    sentence = reason_sentence(definition, stage, reason)
    if reason.kind == "role":
        who = ", ".join(said(definition.roles[role].title) for role in reason.ids)
        return Lack("role", reason.ids[0], who, sentence)
    if reason.kind in {"document", "task"}:
        return Lack(reason.kind, reason.ids[0], paper_title(definition, reason.ids[0]), sentence)
    return Lack(reason.kind, reason.table, said(definition.criteria[reason.table].title), sentence)


def _roles(actor: Actor, route: Route, definition: Definition, *, part: Part) -> frozenset[str]:
    """The roles that count here: the system has all; a role held in another department counts for its own paths."""
    if actor.is_system:
        return frozenset(access for role in definition.roles.values() for access in role.access)
    taking = ({actor.user_id} if part else set()) if isinstance(part, bool) else part
    held = [(actor.user_id, actor.grants), *((absent.user_id, absent.grants) for absent in actor.stands_for)]
    return frozenset(
        role
        for user_id, grants in held
        for role, department in grants
        if user_id in taking or department in {None, route.department_id}
    )


def _criteria(definition: Definition, decision: Decision) -> str:
    table = definition.criteria[decision.table]
    return f"{said(table.title)}: {said(decision.why)}"
