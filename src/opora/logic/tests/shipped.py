"""The shipped models, read from their folders once."""

from functools import cache

from opora.logic.rules import LogicModel
from opora.packs.queries import check_practice, shipped_practices


@cache
def shipped_models() -> dict[str, LogicModel]:
    """All of them by code."""
    readings = [check_practice(folder=folder) for folder in shipped_practices().values()]
    return {model.code: model for one in readings if one.practice is not None for model in one.practice.models}


def at(model: LogicModel, level: str) -> list[str]:
    """The codes of the boxes of one column."""
    return [node.code for node in model.nodes if node.level == level]
