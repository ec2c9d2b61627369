"""When a signal may be handed to another program."""

from opora.pathways.rules.definition import Definition


def may_be_handed(definition: Definition, stage: str, *, has_case: bool) -> bool:
    """Say whether a path at this stage stands where it began and has no case: nobody has taken it into work (S4-03)."""
    return stage == definition.start and not has_case
