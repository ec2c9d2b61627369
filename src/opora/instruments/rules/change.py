"""What changed between two assessments on one form: the headline, the honest figure beside it, the items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from opora.instruments.rules.definition import Definition, Scoring

NOTABLE = 3  # so great a change is unlikely to be rating error alone (standards 2.3, not validated)

Ratings = Sequence[int | None]


@dataclass(frozen=True, slots=True)
class SectionChange:
    """One section at entry and exit; `change` = entry − exit, so a positive number is better."""

    code: str
    entry: int
    exit: int
    rated_both: int
    change_on_both: int

    @property
    def change(self) -> int:
        return self.entry - self.exit


@dataclass(frozen=True, slots=True)
class Change:
    """Two assessments compared. Items are listed by code in the order of the form.

    solved: weak, then rated and not weak. still: weak both times. new: rated and not weak, then weak.
    first_seen: weak at exit, not rated at entry.
    out_of_sight: weak at entry, not rated at exit (unknown is not solved).
    """

    entry: int
    exit: int
    rated_both: int
    change_on_both: int
    solved: tuple[str, ...]
    still: tuple[str, ...]
    new: tuple[str, ...]
    first_seen: tuple[str, ...]
    out_of_sight: tuple[str, ...]
    cautious: int
    sections: tuple[SectionChange, ...]

    @property
    def change(self) -> int:
        """D = S(entry) − S(exit) on all items; positive is better (S3-86)."""
        return self.entry - self.exit

    @property
    def improved(self) -> bool:
        """Headline success: at least one weak side fewer (S3-74)."""
        return self.change >= 1

    @property
    def any_solved(self) -> bool:
        """Second criterion: at least one problem solved (S3-76)."""
        return bool(self.solved)

    @property
    def notable(self) -> bool:
        return self.change >= NOTABLE


def _at(ratings: Ratings, position: int) -> int | None:
    return ratings[position] if position < len(ratings) else None


def compare(definition: Definition, entry_ratings: Ratings, exit_ratings: Ratings) -> Change:
    """Compare two arrays of ratings by position (values of the scale or None), of any two lengths.

    `cautious` is D when every item not rated at exit is taken as unchanged.
    """
    weak_from = definition.scale.weak_from
    sums = definition.scoring is Scoring.SUM_SCORES

    def points(value: int | None) -> int:
        if value is None:
            return 0
        return value if sums else int(value >= weak_from)

    solved: list[str] = []
    still: list[str] = []
    new: list[str] = []
    first_seen: list[str] = []
    out_of_sight: list[str] = []
    sections: list[SectionChange] = []
    unseen = 0
    for section in definition.sections:
        entry_sum = exit_sum = both = change_on_both = 0
        for item in section.items:
            before, after = _at(entry_ratings, item.position), _at(exit_ratings, item.position)
            entry_sum += points(before)
            exit_sum += points(after)
            if before is not None and after is not None:
                both += 1
                change_on_both += points(before) - points(after)
            elif before is not None:
                unseen += points(before)
            was, now = before is not None and before >= weak_from, after is not None and after >= weak_from
            if was and now:
                still.append(item.code)
            elif was:
                (out_of_sight if after is None else solved).append(item.code)
            elif now:
                (first_seen if before is None else new).append(item.code)
        sections.append(SectionChange(section.code, entry_sum, exit_sum, both, change_on_both))
    entry = sum(section.entry for section in sections)
    exit_ = sum(section.exit for section in sections)
    return Change(
        entry=entry,
        exit=exit_,
        rated_both=sum(section.rated_both for section in sections),
        change_on_both=sum(section.change_on_both for section in sections),
        solved=tuple(solved),
        still=tuple(still),
        new=tuple(new),
        first_seen=tuple(first_seen),
        out_of_sight=tuple(out_of_sight),
        cautious=entry - exit_ - unseen,
        sections=tuple(sections),
    )
