"""What is measured, how, and when it counts as success: a figure never travels without it (S3-67 to S3-76)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


@dataclass(frozen=True, slots=True)
class Slot:
    """One line of the definition: a label and what stands there."""

    label: str
    text: str


def measure() -> tuple[Slot, ...]:
    """The definition of the measure, as the program states it (requirements 4.4)."""
    return (
        Slot(
            pgettext("measure", "Social result"),
            _("the family's situation in life is better by at least one indicator"),
        ),
        Slot(
            pgettext("measure", "Hypothesis"),
            _("thanks to the support the family's well-being has improved and the child is kept in the family"),
        ),
        Slot(pgettext("measure", "What is measured"), _("the family's well-being: the number of weak sides (S)")),
        Slot(
            pgettext("measure", "With what"),
            _(
                "the unified assessment form, filled in at entry and at exit; of each case the first approved entry is "
                "compared with the last approved exit by the same form"
            ),
        ),
        Slot(
            pgettext("measure", "Scale"),
            _("S counts the items rated as weak; beside it K counts the sections that need a solution, out of 8"),
        ),
        Slot(
            pgettext("measure", "Change"),
            _("entry minus exit: a positive number means fewer weak sides"),
        ),
        Slot(
            pgettext("measure", "Success"),
            _("at least one weak side fewer; the degree of success is how many fewer"),
        ),
        Slot(
            pgettext("measure", "Second measure"),
            _("at least one problem solved: an item weak at entry is not weak at exit"),
        ),
        Slot(
            pgettext("measure", "Who is counted"),
            _("cases closed in the period; a case without an exit assessment is shown, not counted as a failure"),
        ),
        Slot(
            pgettext("measure", "Children"),
            _(
                "each child is counted once, however many cases name it: by the last closing of the period, by its "
                "role in the family and its age on that day; who had come of age, left or died is told apart"
            ),
        ),
    )
