"""An analysis walks through its steps, is registered, its data are opened; decisions and effects are written down."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from opora.access.models import Department
from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.common.one_at_a_time import one_at_a_time
from opora.common.seen import check_seen
from opora.common.text import squeeze
from opora.evidence.rules.rows import Cohort
from opora.instruments.queries import newest_numbers
from opora.programs.queries import list_programs
from opora.studies import policies, queries, words
from opora.studies.models import Decision, DecisionEffect, FirstLook, Hypothesis, StudyDraft
from opora.studies.rules.hypothesis import MOST_LEAST, OF_STEP, PARTS, SLOTS, STEPS, Content, fingerprint, missing

_CHANGED = _("This analysis was changed in another window. Compare it and save again.")
LONGEST = 2_000


@transaction.atomic
def begin(*, actor: Actor, on: date) -> StudyDraft:
    """A new analysis at its first step."""
    policies.check_may_register(actor)
    draft = StudyDraft.objects.create(begun_by_id=actor.user_id, begun_on=on)
    audit.record(actor=actor, verb="studies.begun")
    return draft


@transaction.atomic
def keep_step(
    *, actor: Actor, draft_id: int, step: str, values: Mapping[str, Any], revision: int | None = None
) -> StudyDraft:
    """What was said on one step; the others stay as they are."""
    draft = _held(actor, draft_id)
    check_seen(draft.revision, revision, _CHANGED)
    if step not in STEPS:
        raise policies.unseen()
    told = {name: values.get(name) for name in OF_STEP[step]}
    _check(told)
    draft.values = {**draft.values, **{name: _plain(value) for name, value in told.items()}}
    draft.revision += 1
    draft.save(update_fields=["values", "revision"])
    return draft


@transaction.atomic
def drop(*, actor: Actor, draft_id: int) -> None:
    """A draft that leads nowhere; what was registered stays for good."""
    _held(actor, draft_id).delete()
    audit.record(actor=actor, verb="studies.dropped")


@transaction.atomic
def register(*, actor: Actor, draft_id: int, on: date, replaces_id: int | None = None) -> Hypothesis:
    """The hypothesis as it stands, stamped with the day, its author and its fingerprint, before the data are shown."""
    one_at_a_time("studies.register")
    draft = _held(actor, draft_id)
    values = draft.values
    if lacking := missing(values):
        raise Invalid({name: words.is_missing(name) for name in lacking})
    program = next((one for one in list_programs(actor=actor) if one.pk == int(values["program"])), None)
    if program is None:
        raise Invalid({"program": _("This program is not in use any more. Choose another one.")})
    department = Department.objects.filter(pk=values.get("department") or 0).first()
    first, last = (date.fromisoformat(day) if (day := values.get(name)) else None for name in ("from_on", "to_on"))
    content = Content(
        question=values["question"],
        program=program.name,
        department=department.name if department else "",
        from_on=values.get("from_on") or "",
        to_on=values.get("to_on") or "",
        outcome=values.get("outcome") or "",
        services=values.get("services") or (),
        slots={name: values[name] for name in SLOTS},
        parts=values["parts"],
        least=int(values.get("least") or 1),
        indicators=values["indicators"],
        instrument={
            "code": program.instrument_code,
            "version": newest_numbers(actor=actor, codes=[program.instrument_code]).get(program.instrument_code),
        },
    ).to_data()
    cohort = Cohort((program.pk,), (department.pk,) if department else (), first, last)
    made = Hypothesis.objects.create(
        number=(Hypothesis.objects.aggregate(last=Max("number"))["last"] or 0) + 1,
        program=program,
        department=department,
        closed_from=first,
        closed_to=last,
        parts=list(values["parts"]),
        least=content["least"],
        content=content,
        sha256=fingerprint(content, author=actor.name, on=on),
        closed_then=queries.closed_in(actor=actor, cohort=cohort),
        registered_by_id=actor.user_id,
        author_name=actor.name,
        on=on,
        replaces_id=replaces_id,
    )
    draft.is_done = True
    draft.save(update_fields=["is_done"])
    audit.record(actor=actor, verb="studies.registered", number=made.number, sha256=made.sha256)
    return made


@transaction.atomic
def open_data(*, actor: Actor, hypothesis_id: int, on: date) -> Hypothesis:
    """Show what the data say, for the first time; from then on everybody who may read it sees the result."""
    policies.check_may_register(actor)
    found = queries.hypothesis_in_sight(actor=actor, hypothesis_id=hypothesis_id)
    _look, is_new = FirstLook.objects.get_or_create(hypothesis=found, defaults={"by_id": actor.user_id, "on": on})
    if is_new:
        audit.record(actor=actor, verb="studies.shown", number=found.number)
    return found


@transaction.atomic
def decide(
    *, actor: Actor, hypothesis_id: int, finding: str, change: str, since: date, owner: str, on: date
) -> Decision:
    """What is changed in the practice after an analysis whose data were seen."""
    policies.check_may_register(actor)
    found = queries.hypothesis_in_sight(actor=actor, hypothesis_id=hypothesis_id)
    if not queries.is_opened(found):
        raise Conflict(_("Look at the data first: a decision follows from what was found."))
    told = {"finding": finding, "change": change, "owner": owner}
    if wrong := {name: _("Say it in a few words.") for name, text in told.items() if not squeeze(text)}:
        raise Invalid(wrong)
    made = Decision.objects.create(
        hypothesis=found,
        finding=finding.strip(),
        change=change.strip(),
        since=since,
        owner=squeeze(owner)[:200],
        by_id=actor.user_id,
        on=on,
    )
    audit.record(actor=actor, verb="studies.decided", number=found.number)
    return made


@transaction.atomic
def tell_effect(*, actor: Actor, decision_id: int, text: str, on: date) -> DecisionEffect:
    """What was seen later of a change of practice; told again, it stands beside what was told before."""
    policies.check_may_register(actor)
    decision = queries.decision_in_sight(actor=actor, decision_id=decision_id)
    if not squeeze(text):
        raise Invalid({"text": _("Say it in a few words.")})
    if on < decision.since:
        raise Invalid({"on": _("The change has not begun by this day.")})
    made = DecisionEffect.objects.create(decision=decision, text=text.strip(), by_id=actor.user_id, on=on)
    audit.record(actor=actor, verb="studies.effect", number=decision.hypothesis.number)
    return made


def _held(actor: Actor, draft_id: int) -> StudyDraft:
    found = queries.draft_in_sight(actor=actor, draft_id=draft_id)
    return StudyDraft.objects.select_for_update().get(pk=found.pk)


def _check(told: Mapping[str, Any]) -> None:
    """Whatever is wrong on a step, all at once; what is only missing may wait until the registration."""
    wrong: dict[str, Any] = {}
    first, last = told.get("from_on"), told.get("to_on")
    if first and last and first > last:
        wrong["to_on"] = _("The period ends before it begins. Change one of the two days.")
    if not set(told.get("parts") or ()) <= set(PARTS):
        wrong["parts"] = _("Choose from the list.")
    if not 1 <= int(told.get("least") or 1) <= MOST_LEAST:
        wrong["least"] = _("From 1 to %(most)s weak sides.") % {"most": MOST_LEAST}
    for name, value in told.items():
        if isinstance(value, str) and len(value) > LONGEST:
            wrong[name] = _("Shorter, please: up to %(most)s letters.") % {"most": LONGEST}
    if wrong:
        raise Invalid(wrong)


def _plain(value: Any) -> Any:
    """As it is kept: days by their ISO words, choices as lists."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value.strip()
    return list(value) if isinstance(value, list | tuple | set) else value
