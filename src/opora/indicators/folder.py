"""The indicators of a practice folder. Most have none: for them the room is not raised."""

from pathlib import Path

from opora.access.rules import Actor
from opora.common.findings import Finding
from opora.indicators import FILE


def publish_folder(*, actor: Actor, folder: Path, is_offered: bool = False) -> None:
    """Publish the indicators of a practice folder, all or none; a folder without any changes nothing."""
    if (folder / FILE).is_file():
        from opora.indicators import actions

        actions.publish_folder(actor=actor, folder=folder, is_offered=is_offered)


def check_folder(*, folder: Path) -> tuple[Finding, ...]:
    """What must be mended in the indicators of a practice folder; nothing where it has none."""
    if not (folder / FILE).is_file():
        return ()
    from opora.indicators import queries

    return queries.check_folder(folder=folder)
