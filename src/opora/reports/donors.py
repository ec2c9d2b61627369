"""The outcome report in the form in which others may read it: no single case, no code, no exact day, no small group.

Like everything composed here it leaves the house only by two words: it is not laid beside what left before (X-13).
"""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from opora.evidence import words
from opora.evidence.queries import ProgramProfile
from opora.evidence.rules.outcomes import Outcomes, ProgramOutcome
from opora.evidence.rules.rows import Cohort
from opora.evidence.rules.signs import Sign
from opora.pictures.dumbbell import DumbbellRow, dumbbell
from opora.pictures.palette import PAPER
from opora.reports.disclosure import LEAST, LEAST_FOR_SHARES, may_show_group, may_show_share, quarter
from opora.reports.model import Block, Column, Figure, Figures, Heading, Picture, Points, Report, Table, Text
from opora.reports.outcomes import labels, organization_fact, profile_picture, wellbeing
from opora.reports.queries.showing import internal

# That all of a small group are alike is said; beside a mean it would tell what each single family has.
TELLS_OF_EACH = frozenset({Sign.EXITS_ALIKE, Sign.ENTRIES_ALIKE, Sign.FLOOR_AT_EXIT})


def build(outcomes: Outcomes, *, profiles: Mapping[int, ProgramProfile], made_on: date) -> Report:
    """The public report: sums, means and typical change of each program, with all their limits."""
    shown = [outcome for outcome in outcomes.programs if may_show_group(outcome.paired)]
    blocks: list[Block] = [
        Heading(_("How it is measured"), 2),
        Table(
            name=_("Definition"),
            columns=[Column(_("Part")), Column(_("Meaning"))],
            rows=[(slot.label, slot.text) for slot in words.measure()],
            in_text=True,
        ),
        Heading(_("Result"), 2),
        _table(outcomes),
    ]
    with_means = [outcome for outcome in shown if _may_show_means(outcome)]
    if with_means:
        blocks.append(Picture(_means(with_means), _("Mean number of weak sides at entry and at exit")))
    for outcome in shown:
        blocks += _program(outcome, profiles.get(outcome.program_id or 0))
    blocks.append(
        Text(
            _(
                "To protect the families, groups of fewer than %(least)s cases, shares in groups of fewer than ten, "
                "single cases, codes and exact days are left out of this report."
            )
            % {"least": LEAST},
            "quiet",
        )
    )
    return Report(
        title=_("Outcomes of programs"),
        subtitle=_period(outcomes.cohort),
        facts=[*organization_fact(), (_("Figures taken on"), date_format(made_on, "j E Y"))],
        blocks=blocks,
        made_on=made_on,
        confidential=internal(),
        footer="Опора",
    )


def _period(cohort: Cohort) -> str:
    if cohort.closed_from and cohort.closed_to:
        return _("cases closed from quarter %(start)s to quarter %(end)s") % {
            "start": quarter(cohort.closed_from),
            "end": quarter(cohort.closed_to),
        }
    if cohort.closed_from:
        return _("cases closed from quarter %(start)s on") % {"start": quarter(cohort.closed_from)}
    if cohort.closed_to:
        return _("cases closed up to quarter %(end)s") % {"end": quarter(cohort.closed_to)}
    return _("all closed cases")


def _table(outcomes: Outcomes) -> Table:
    left_out = _("fewer than %(least)s") % {"least": LEAST}
    rows = []
    for outcome in outcomes.programs:
        if may_show_group(outcome.paired):
            rows.append(
                (
                    outcome.name,
                    words.number(outcome.paired),
                    *_mean_cells(outcome),
                    words.number(outcome.shift.estimate),
                    _improved(outcome),
                )
            )
        else:
            rows.append((outcome.name, left_out, "–", "–", "–", "–"))
    return Table(
        name=_("Result"),
        columns=[
            Column(_("Program")),
            Column(_("Cases assessed both times")),
            Column(_("Weak sides at entry, mean")),
            Column(_("Weak sides at exit, mean")),
            Column(_("Typical change")),
            Column(_("At least one weak side fewer")),
        ],
        rows=rows,
        in_text=True,
    )


def _mean_cells(outcome: ProgramOutcome) -> tuple[str, str]:
    if _may_show_means(outcome):
        return words.number(outcome.entry.mean), words.number(outcome.exit.mean)
    left_out = _("not published: the group is too small")
    return left_out, left_out


def _may_show_means(outcome: ProgramOutcome) -> bool:
    """Whether the means may stand beside the findings, which are never left out."""
    return outcome.paired >= LEAST_FOR_SHARES or not any(found.code in TELLS_OF_EACH for found in outcome.findings)


def _improved(outcome: ProgramOutcome) -> str:
    if may_show_share(outcome.improved.n, outcome.paired):
        return f"{words.part(outcome.improved.n, outcome.paired)} ({words.percent(outcome.improved.share)})"
    return _("not published: the group is too small")


def _means(shown: list[ProgramOutcome]) -> str:
    rows = [
        DumbbellRow(outcome.name, round(outcome.entry.mean or 0, 1), round(outcome.exit.mean or 0, 1))
        for outcome in shown
    ]
    return dumbbell(
        rows,
        title=_("Mean number of weak sides at entry and at exit"),
        description=_("One line for each program."),
        labels=labels(),
        palette=PAPER,
    )


def _program(outcome: ProgramOutcome, profile: ProgramProfile | None) -> Iterable[Block]:
    yield Heading(outcome.name)
    yield Text(wellbeing(outcome))
    if outcome.verdict.missing_may_turn:
        yield Text(_("Some families were not assessed at exit; with them the answer might be another."), "warning")
    yield Figures(_figures(outcome))
    if profile is not None and profile.n >= LEAST_FOR_SHARES:
        caption = _("Weak sides by section, mean of %(cases)s cases") % {"cases": words.number(profile.n)}
        yield Picture(profile_picture(outcome, profile, palette=PAPER), caption)
    if outcome.findings:
        yield Heading(_("What to know about these data"), 2)
        yield Points([words.finding_title(finding) for finding in outcome.findings])
    yield Heading(_("Limits of this result"), 2)
    yield Points(_limits(outcome), "quiet")


def _figures(outcome: ProgramOutcome) -> list[Figure]:
    """The least p of five cases says that all five improved, so p is kept back together with their share."""
    shift = outcome.shift
    figures = [
        Figure(_("Cases assessed both times"), words.number(outcome.paired)),
        Figure(
            _("Typical change (Hodges–Lehmann)"),
            words.number(shift.estimate),
            _("interval %(interval)s, its true coverage is %(confidence)s")
            % {"interval": words.interval(shift.interval), "confidence": words.percent(shift.confidence, 2)}
            if shift.interval and outcome.paired >= LEAST_FOR_SHARES
            else "",
        ),
    ]
    if may_show_share(outcome.improved.n, outcome.paired):
        label = _("Wilcoxon signed-rank test, two-sided p")
        figures.append(Figure(label, words.p_value(outcome.test.p_two_sided)))
    return figures


def _limits(outcome: ProgramOutcome) -> list[str]:
    """The caveats without those that count the unmeasured or the palliative cases, where these are few."""
    said = words.caveats(outcome)
    if not may_show_group(outcome.palliative.closed):
        said = [line for line in said if line != words.palliative_caveat(outcome)]
    may_count = may_show_share(outcome.paired, outcome.closed) and may_show_share(outcome.improved.n, outcome.paired)
    if outcome.closed == outcome.paired or may_count:
        return said
    return [line for line in said if line != words.missing_caveat(outcome)]
