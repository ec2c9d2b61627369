"""What a practice is: its departments, programs, forms and process, and what its published version keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from opora.catalogue.rules import Catalogue
from opora.common.bilingual import Text
from opora.common.findings import Finding
from opora.instruments.rules import Definition
from opora.logic.rules import LogicModel

PRACTICE_FILE = "practice.toml"
REVIEW_MONTHS = 3
# Kept by rooms of their own, each with versions of its own.
APART = ("instruments", "files", "catalogue", "models")


@dataclass(frozen=True, slots=True)
class DepartmentPlan:
    """A department the practice needs, with the pattern of its case numbers (S3-79, S3-81)."""

    code: str
    name: str
    number_pattern: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class ProgramPlan:
    """A program of the practice: which outcome table it fills, who carries it, which form it uses.

    `review_months` says how many months after an assessment the next one is due (S4-18).
    """

    code: str
    name: Text
    layout: str
    departments: tuple[str, ...]
    instrument: str
    source: str = ""
    review_months: int = REVIEW_MONTHS


@dataclass(frozen=True, slots=True)
class OutcomePlan:
    """A result that goals of plans may lead to, in the chain of the practice (S1-70 to S1-99)."""

    code: str
    title: Text


@dataclass(frozen=True, slots=True)
class Practice:
    """A whole practice, ready to be published.

    `on_request`: it ships with the product, but only who asks for it has it. `process` is the path of its families,
    `catalogue` the services it gives them, `models` say what should come of it.
    """

    code: str
    title: Text
    about: Text
    source: str
    labels: Mapping[str, str]
    departments: tuple[DepartmentPlan, ...]
    programs: tuple[ProgramPlan, ...]
    instruments: tuple[Definition, ...]
    files: Mapping[str, str]
    on_request: bool = False
    process: Mapping[str, Any] | None = None
    outcomes: tuple[OutcomePlan, ...] = ()
    catalogue: Catalogue | None = None
    models: tuple[LogicModel, ...] = ()

    def file_of(self, form: Definition) -> str:
        """The path of a form's file inside the folder."""
        return self.files.get(form.code, PRACTICE_FILE)

    def to_data(self, forms: Mapping[str, str]) -> dict[str, Any]:
        """All that was decided about the practice as plain values, as its published version keeps it for good.

        Forms, services and logic models are kept in their own rooms and named here by their fingerprints; where their
        files lie decides nothing.
        """
        kept = {one.name: _plain(getattr(self, one.name)) for one in fields(self) if one.name not in APART}
        catalogue = self.catalogue.fingerprint if self.catalogue is not None else None
        models = {one.code: one.fingerprint for one in self.models}
        return {**kept, "instruments": dict(forms), "catalogue": catalogue, "models": models}


@dataclass(frozen=True, slots=True)
class PracticeReading:
    """What came of a folder: the practice (None when something must be mended) and all findings.

    `forms` are those that could be read, each with its path, whatever else is to be mended.
    """

    practice: Practice | None
    findings: tuple[Finding, ...]
    forms: Mapping[str, Definition] = field(default_factory=dict)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value


def says_the_same(kept: Mapping[str, Any], content: Mapping[str, Any]) -> bool:
    """Whether a kept version says what this content says; versions of before lack what was not written down then."""
    without_models = {key: content[key] for key in content if key != "models"}
    without_services = {key: without_models[key] for key in without_models if key != "catalogue"}
    return kept in (content, without_models, without_services, _as_before(without_services))


def _as_before(content: Mapping[str, Any]) -> dict[str, Any]:
    """The content as it was kept while terms and `on_request` were left out, and a missing process with them."""
    left_out = {"on_request", "outcomes"} | ({"process"} if content["process"] is None else set())
    programs = [{key: one[key] for key in one if key != "review_months"} for one in content["programs"]]
    return {**{key: content[key] for key in content if key not in left_out}, "programs": programs}
