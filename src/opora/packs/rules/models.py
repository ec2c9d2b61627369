"""The logic models of a practice, read from their files and held against the rest of the folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from opora.catalogue.rules import Catalogue
from opora.common.findings import Finding, Place
from opora.common.findings import mark as _
from opora.common.toml_text import Notes
from opora.logic.rules import MODELS, Concept, LogicModel, problems_beside, read_model, tell_problems
from opora.packs.rules.practice import PRACTICE_FILE, Practice


def read_models(
    files: Mapping[str, str], practice: Practice, catalogue: Catalogue | None, concepts: Mapping[str, Concept]
) -> tuple[tuple[LogicModel, ...], list[Finding]]:
    """The logic models of the practice, held against its services, its process and each other."""
    models: dict[str, LogicModel] = {}
    findings: list[Finding] = []
    for path in sorted(path for path in files if path.startswith(MODELS) and path.endswith(".toml")):
        model, found = read_model(files[path], path, concepts)
        findings += found
        if model is not None:
            models[path] = model
    body = practice.process or {}
    stages = [name for part in ("stages", "exits") for name in body.get(part, {})]
    for path, model in models.items():
        notes = Notes(path, files[path])
        beside = problems_beside(
            model,
            models={one.code for one in models.values()},
            services=None if catalogue is None else {one.code for one in catalogue.services},
            process=str(body["code"]) if "code" in body else None,
            stages=stages,
        )
        tell_problems(beside, notes)
        findings += notes.findings
    codes = Counter(one.code for one in models.values())
    twice = Notes(PRACTICE_FILE)
    for code in (code for code, times in codes.items() if times > 1):
        twice.add(
            Place(_("logic model %(name)s"), code),
            _("Two files of the folder “models” hold this model."),
            _("Each may stand only once: rename or remove one of them."),
        )
    return tuple(models.values()), [*findings, *twice.findings]
