"""Reading logic models. They hold no family: everybody who works here may read what is published."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path

from django.db.models import QuerySet

from opora.access.rules import Actor
from opora.common.bilingual import Text
from opora.common.errors import NotFound
from opora.common.next_version import state_of_last, worked_on
from opora.logic import policies
from opora.logic.models import ModelDraft, ModelVersion
from opora.logic.rules import Concept, Evidence, LogicModel, Node, read_concepts
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
    """The next version as it stands now, beside the one it began from."""

    code: str
    revision: int
    base: Published
    model: LogicModel
    changed_by: str
    changed_at: datetime


def open_draft(*, actor: Actor, code: str) -> Draft:
    """The draft that is worked on; for those who may change models. Raises NotFound."""
    draft = worked_on(ModelDraft, code) if policies.may_change(actor) else None
    if draft is None:
        raise NotFound
    base, model = _published(draft.base), LogicModel.from_data(draft.body)
    return Draft(draft.code, draft.revision, base, model, draft.changed_by_name, draft.changed_at)


def state_of_draft(*, actor: Actor, code: str) -> str:
    """How the last draft of a model stands: "open", "dropped" (it may be taken back), or ""."""
    if not policies.may_change(actor):
        return ""
    newest = ModelVersion.objects.filter(code=code).order_by("-number").values_list("pk", flat=True).first()
    return state_of_last(ModelDraft, code, newest)


def concepts() -> Mapping[str, Concept]:
    """Every outcome that may be named: the shared ones, and those of the models in force."""
    known = dict(shared_concepts())
    for one in models_in_force():
        known |= {concept.code: concept for concept in one.model.concepts if concept.code not in known}
    return known


def concept_of_goal(*, outcome: str) -> Concept | None:
    """The outcome to which goals of plans lead by this code ("m12")."""
    return next((one for one in concepts().values() if one.outcome == outcome), None)


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


def _newest() -> QuerySet[ModelVersion]:
    newest = ModelVersion.objects.order_by("code", "-number").distinct("code").values("pk")
    return ModelVersion.objects.defer("text").filter(pk__in=newest).order_by("code")


def _published(one: ModelVersion) -> Published:
    return Published(one.pk, one.code, one.number, one.practice, tuple(one.programs), _parsed(one.pk, one.sha256))


@lru_cache(maxsize=64)
def _parsed(version_id: int, sha256: str) -> LogicModel:
    return LogicModel.from_data(ModelVersion.objects.get(pk=version_id, sha256=sha256).body)
