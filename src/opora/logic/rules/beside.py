"""A logic model held against the rest of its practice."""

from __future__ import annotations

from collections.abc import Collection

from opora.logic.rules.model import LogicModel
from opora.logic.rules.problem import Problem, unknown


def problems_beside(
    model: LogicModel,
    *,
    models: Collection[str],
    services: Collection[str] | None = None,
    process: str | None = None,
    stages: Collection[str] = (),
) -> list[Problem]:
    """What the model names that its practice does not have: services, places of the process, other models.

    A practice without a catalogue or without a process has nothing to be held against.
    """
    found: list[Problem] = []
    for node in model.nodes:
        if node.model and node.model not in models:
            found.append(unknown("node", node.code, node.model, models))
        if services is not None:
            found += [
                unknown("node", node.code, code, services) for code in node.evidence.services if code not in services
            ]
    if model.process and process is not None:
        if model.process != process:
            found.append(unknown("model", model.code, model.process, [process]))
        else:
            named = [("node", one.code, one.stage) for one in model.nodes if one.stage]
            named += [("assumption", one.code, stage) for one in model.assumptions for stage in one.stages]
            found += [unknown(part, code, stage, stages) for part, code, stage in named if stage not in stages]
    return found
