"""What has to stand beside every result, so that nobody reads more out of it than it holds (standards 4)."""

from django.utils.translation import gettext as _

from opora.evidence.rules.outcomes import ProgramOutcome
from opora.evidence.words.numbers import number, percent

FEW = 20


def caveats(outcome: ProgramOutcome) -> list[str]:
    """The limits of this result, most general first."""
    said = [
        _("There is no group to compare with: one sees how families changed, not what the support changed in them."),
        _(
            "Families come at their worst; a part of the fall would be expected without any help "
            "(regression to the mean)."
        ),
    ]
    if outcome.paired < outcome.closed:
        said.append(missing_caveat(outcome))
    if 0 < outcome.paired < FEW:
        said.append(
            _("There are few cases (%(paired)s): each family moves all the figures noticeably.")
            % {"paired": number(outcome.paired)}
        )
    if outcome.palliative.closed:
        said.append(palliative_caveat(outcome))
    return [
        *said,
        _("The form is filled in by the specialist who helps the family, which may tilt the rating."),
        _("A difference of one weak side may be within the accuracy of the rating."),
        _("Data that suggested a hypothesis cannot test it: note the hypothesis before looking at the figures."),
        _(
            "The Wilcoxon test supposes that changes lie evenly around the typical one; "
            "the sign test beside it supposes nothing."
        ),
    ]


def palliative_caveat(outcome: ProgramOutcome) -> str:
    """Why social palliative cases are counted apart, and how many there are."""
    return _(
        "Social palliative cases (%(cases)s) stand apart: such a family is accompanied until its youngest "
        "child is of age, and nobody expects its weak sides to fall. They are in no share and in no test."
    ) % {"cases": number(outcome.palliative.closed)}


def missing_caveat(outcome: ProgramOutcome) -> str:
    """How far the cases not assessed both times might move the share of improved ones, and how they began."""
    bounds = outcome.improved_bounds
    said = _(
        "Closed: %(closed)s, assessed both times: %(paired)s. If no other case had improved, the share of improved "
        "would be %(lowest)s; if all had, %(highest)s."
    ) % {
        "closed": number(outcome.closed),
        "paired": number(outcome.paired),
        "lowest": percent(bounds.lowest),
        "highest": percent(bounds.highest),
    }
    if outcome.entry.mean is None or outcome.baseline_without_exit.mean is None:
        return said
    compared = _("Weak sides at entry on average: %(paired)s with an exit assessment, %(others)s without.") % {
        "paired": number(outcome.entry.mean),
        "others": number(outcome.baseline_without_exit.mean),
    }
    return f"{said} {compared}"
