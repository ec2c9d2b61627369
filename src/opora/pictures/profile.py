"""The eight sections of the form before and after, for one case or as sums over many."""

from collections.abc import Sequence
from dataclasses import dataclass

from opora.pictures.dumbbell import WIDE, DumbbellRow, Labels, dumbbell
from opora.pictures.palette import SCREEN, Palette


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A section: its title, weak sides at entry and at exit, of one case or on average (``None``: not measured)."""

    label: str
    entry: float | None
    exit: float | None


def section_profile(
    rows: Sequence[ProfileRow],
    *,
    title: str,
    description: str,
    labels: Labels,
    palette: Palette = SCREEN,
    narrow: bool = False,
    wide: float = WIDE,
) -> str:
    """The profile by section as one SVG element, sections in the order of the form (S3-54 to S3-61, S3-87)."""
    return dumbbell(
        [DumbbellRow(row.label, row.entry, row.exit) for row in rows],
        title=title,
        description=description,
        labels=labels,
        palette=palette,
        narrow=narrow,
        wide=wide,
    )
