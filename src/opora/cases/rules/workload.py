"""How much somebody carries already, so that the next family goes to where there is room for it (S4-12)."""

from typing import NamedTuple


class Load(NamedTuple):
    """Families in somebody's hands: `open_cases`, of which `late` are past their day and `pressing` near it.

    `signals` are families on their way to a case. All counts are 0 or more; late and pressing exclude each other.
    """

    open_cases: int = 0
    signals: int = 0
    late: int = 0
    pressing: int = 0

    @property
    def families(self) -> int:
        """Everybody who waits for this person."""
        return self.open_cases + self.signals

    @property
    def weight(self) -> tuple[int, int, int]:
        """What loads are compared by: families first, then what is late, then what presses."""
        return self.families, self.late, self.pressing
