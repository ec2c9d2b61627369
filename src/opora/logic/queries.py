"""Reading logic models. They hold no family: everybody who works here may read what is published."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path

from django.db.models import QuerySet

from opora.access.rules import Actor
from opora.catalogue.models import Service
from opora.common.bilingual import Text
from opora.common.errors import NotFound
from opora.common.findings import ERROR
from opora.common.next_version import all_worked_on, no_draft, state_of_last
from opora.logic import policies
from opora.logic.models import ModelDraft, ModelVersion
from opora.logic.rules import (
    Assumption,
    Concept,
    Evidence,
    LogicModel,
    Node,
    Problem,
    empty_model,
    problems_beside,
    problems_in,
    read_concepts,
)
from opora.pathways.queries import definition_of, latest_versions
from opora.programs.models import Program

CONCEPTS = Path(__file__).parent / "concepts.toml"


@dataclass(frozen=True, slots=True)
class Published:
    """A version of a model: whose it is, which number, and what it says."""

    id: int
    code: str
    number: int
    practice: str
    programs: tuple[str, ...]
    model: LogicModel


@dataclass(frozen=True, slots=True)
class Shown:
    """A box of a model in force that shows an outcome."""

    published: Published
    node: Node


@dataclass(frozen=True, slots=True)
class Seen:
    """What counts as reached at a box, and by what it is seen: its own words, else those of its concept."""

    node: Node
    level_kind: str
    definition: Text
    evidence: Evidence
    concept: Concept | None


@cache
def shared_concepts() -> Mapping[str, Concept]:
    """The outcomes that the shipped models share, by code (X-04)."""
    found, _findings = read_concepts(CONCEPTS.read_text(encoding="utf-8"))
    return {one.code: one for one in found}


def models_in_force() -> list[Published]:
    """The newest version of every model that was published."""
    return [_published(one) for one in _newest()]


def key_of_assumption(model: str, code: str) -> str:
    """How an assumption is named among those of all models."""
    return f"{model}:{code}"


def assumption_in_force(*, key: str) -> Assumption | None:
    """The assumption of a model in force by its name among all; None where there is none."""
    model, _colon, code = key.partition(":")
    found = (one for one in models_in_force() if one.code == model)
    return next((told for one in found for told in one.model.assumptions if told.code == code), None)


def model_in_force(*, code: str) -> Published:
    """The newest version of the model of this code, or of the source it comes from ("S1"); raises NotFound."""
    for one in models_in_force():
        if one.code == code or one.model.source.split("-")[0] == code:
            return one
    raise NotFound


def models_of(*, program: Program) -> list[Published]:
    """The models by which a program works, as they are in force."""
    return [_published(one) for one in _newest().filter(programs__contains=[program.code])]


def versions_of(*, actor: Actor, code: str) -> list[ModelVersion]:
    """Every version of a model, the newest first."""
    found = ModelVersion.objects.filter(code=code).defer("text").select_related("made_by")
    return list(found.order_by("-number"))


def version(*, actor: Actor, code: str, number: int) -> Published:
    """One version of a model, whether it is in force or not; raises NotFound."""
    found = ModelVersion.objects.filter(code=code, number=number).defer("text").first()
    if found is None:
        raise NotFound
    return _published(found)


@dataclass(frozen=True, slots=True)
class Draft:
    """The next version as it stands now, beside the one it began from; a model not there yet began from none."""

    code: str
    revision: int
    base: Published | None
    model: LogicModel
    programs: tuple[str, ...]
    changed_by: str
    changed_at: datetime

    @property
    def before(self) -> LogicModel:
        """The model as it reads without the draft."""
        return self.base.model if self.base is not None else empty_model(self.code)


def open_draft(*, actor: Actor, code: str) -> Draft:
    """The draft that is worked on; for those who may change models. Raises NotFound."""
    found = [one for one in open_drafts(actor=actor) if one.code == code]
    if not found:
        raise no_draft(ModelDraft, code) if policies.may_change(actor) else NotFound
    return found[0]


def open_drafts(*, actor: Actor) -> list[Draft]:
    """Every model that is worked on; nothing for whoever may not change models."""
    return list(map(_draft, all_worked_on(ModelDraft))) if policies.may_change(actor) else []


def drafts_of_new_models(*, actor: Actor) -> list[tuple[Draft, bool]]:
    """Models that are not there yet, and whether each is worked on; one given up last may be taken back."""
    if not policies.may_change(actor):
        return []
    newest = ModelDraft.objects.order_by("code", "-pk").distinct("code").values("pk")
    published = ModelVersion.objects.values("code")
    found = ModelDraft.objects.filter(pk__in=newest, base=None).exclude(code__in=published)
    drafts = found.exclude(state=ModelDraft.State.PUBLISHED).select_related("changed_by")
    return [(_draft(one), one.state == ModelDraft.State.OPEN) for one in drafts]


def codes_taken() -> set[str]:
    """The codes of every model that was published or begun: a code is for ever."""
    return {*ModelVersion.objects.values_list("code", flat=True), *ModelDraft.objects.values_list("code", flat=True)}


def outcomes_taken() -> set[str]:
    """The codes of every outcome that was described, in models in force and in drafts."""
    drafts = ModelDraft.objects.filter(state=ModelDraft.State.OPEN)
    return {*concepts(), *(one["code"] for draft in drafts for one in draft.body.get("concepts", ()))}


def problems_of_draft(draft: Draft) -> list[Problem]:
    """Everything to mend, by the same rules as the files of a practice: in itself, and beside what there is."""
    model = draft.model
    practice = practice_of_draft(draft)
    services = set(Service.objects.filter(practice=practice, is_current=True).values_list("code", flat=True))
    processes = latest_versions()
    process = next((one for one in processes if one.code == model.process), None)
    stages: list[str] = []
    if process is not None:
        definition = definition_of(process)
        stages = [*definition.stages, *definition.exits]
    beside = problems_beside(
        model,
        models={model.code, *ModelVersion.objects.values_list("code", flat=True)},
        services=services or None,
        process=process.code if process is not None else "" if processes else None,
        stages=stages,
    )
    return sorted([*problems_in(model), *beside], key=lambda one: one.severity != ERROR)


def practice_of_draft(draft: Draft) -> str:
    """By whose catalogue the draft is read."""
    return practice_of(draft.programs, draft.base.practice if draft.base is not None else "")


def practice_of(programs: Collection[str], former: str) -> str:
    """By whose catalogue a model is read: the former practice while a program of it stays, else the first one's."""
    found = Program.objects.filter(code__in=programs, practice__isnull=False).order_by("name")
    practices = list(found.values_list("practice__code", flat=True))
    return former if former in practices or not practices else str(practices[0])


def state_of_draft(*, actor: Actor, code: str) -> str:
    """How the last draft of a model stands: "open", "dropped" (it may be taken back), or ""."""
    if not policies.may_change(actor):
        return ""
    newest = ModelVersion.objects.filter(code=code).order_by("-number").values_list("pk", flat=True).first()
    return state_of_last(ModelDraft, code, newest)


def concepts() -> Mapping[str, Concept]:
    """Every outcome that may be named: the shared ones, and those of the models in force, as they were said last."""
    known = dict(shared_concepts())
    for one in sorted(models_in_force(), key=lambda one: -one.id):
        known |= {concept.code: concept for concept in one.model.concepts if concept.code not in known}
    return known


def shown_in(*, concept: str, models: Iterable[Published] | None = None) -> list[Shown]:
    """Every box of the models in force that shows an outcome."""
    among = models_in_force() if models is None else models
    return [Shown(one, node) for one in among for node in one.model.nodes if concept and node.concept == concept]


def boxes_by_source() -> dict[str, list[Shown]]:
    """The boxes of the models in force, by the lines of the source documents they stand for (X-15)."""
    found: dict[str, list[Shown]] = {}
    for one in models_in_force():
        for node in one.model.nodes:
            for name in node.source.split(", ") if node.source else ():
                found.setdefault(name, []).append(Shown(one, node))
    return found


def seen_by(model: LogicModel) -> Iterator[Seen]:
    """Every box with what it means and by what it is seen, in the order of the model."""
    for node in model.nodes:
        level = model.level_of(node)
        yield Seen(
            node,
            level.kind if level is not None else "",
            model.definition_of(node),
            model.evidence_of(node),
            model.concept_of(node),
        )


def _draft(draft: ModelDraft) -> Draft:
    base = _published(draft.base) if draft.base is not None else None
    model, programs = LogicModel.from_data(draft.body), tuple(draft.programs_named)
    return Draft(draft.code, draft.revision, base, model, programs, draft.changed_by_name, draft.changed_at)


def _newest() -> QuerySet[ModelVersion]:
    newest = ModelVersion.objects.order_by("code", "-number").distinct("code").values("pk")
    return ModelVersion.objects.defer("text").filter(pk__in=newest).order_by("code")


def _published(one: ModelVersion) -> Published:
    return Published(one.pk, one.code, one.number, one.practice, tuple(one.programs), _parsed(one.pk, one.sha256))


@lru_cache(maxsize=64)
def _parsed(version_id: int, sha256: str) -> LogicModel:
    return LogicModel.from_data(ModelVersion.objects.get(pk=version_id, sha256=sha256).body)
