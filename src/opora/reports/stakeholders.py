"""The report on a registered hypothesis for interested people: plain words, no single case, no small group (X-13)."""

from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.evidence import words as evidence
from opora.evidence.rules.outcomes import ProgramOutcome
from opora.reports.disclosure import LEAST, LEAST_FOR_SHARES, may_show_group, may_show_share
from opora.reports.donors import TELLS_OF_EACH
from opora.reports.model import Block, Column, Heading, Points, Report, Table, Text
from opora.reports.outcomes import organization_fact
from opora.studies import queries, words
from opora.studies.models import Hypothesis


def build(*, actor: Actor, found: Hypothesis, made_on: date, confidential: str) -> Report:
    """What was asked, what was done, what the data answer and what not; cells of small groups stay empty, in words."""
    result = queries.result_of(actor=actor, hypothesis=found)
    outcome, slots = result.outcome, found.content["slots"]
    blocks: list[Block] = [
        Heading(_("What we wanted to know"), 2),
        Text(found.content["question"]),
        Heading(_("What we do"), 2),
        Text(capfirst(slots["intervention"])),
        Heading(_("What we supposed before we looked"), 2),
        Text(capfirst(slots["hypothesis"])),
        Heading(_("How it is measured"), 2),
        Text(f"{capfirst(slots['measured'])}. {capfirst(slots['success'])}."),
        Heading(_("What the data say"), 2),
        Table(
            _("Answer"),
            [Column(_("Part")), Column(_("Answer")), Column(_("On how many cases"))],
            [(str(words.PARTS[part]), words.answer(verdict), _cases(outcome)) for part, verdict in result.parts],
            in_text=True,
        ),
        _table(outcome),
        Heading(_("What must not be read out of it"), 2),
        Points(_limits(outcome)),
        *_changed(actor, found),
        Text(_hidden(), "quiet"),
    ]
    return Report(
        title=_("What we learned: %(program)s") % {"program": found.program.name},
        subtitle=_("Hypothesis No. %(number)s, written down before the data were shown") % {"number": found.number},
        facts=[*organization_fact(), (_("Figures taken on"), date_format(made_on, "F Y"))],
        blocks=blocks,
        made_on=made_on,
        confidential=confidential,
        footer="Опора",
    )


def _cases(outcome: ProgramOutcome) -> str:
    return evidence.number(outcome.paired) if may_show_group(outcome.paired) else _suppressed()


def _table(outcome: ProgramOutcome) -> Table:
    """Four figures, each shown only where its group and its rest are large enough."""
    shares = [
        (_("Families with fewer weak sides"), outcome.improved.n, outcome.paired),
        (_("Families with at least one problem solved"), outcome.items.any_solved.n, outcome.items.any_solved.total),
        (_("Children in their own family"), outcome.children.kept.n, outcome.children.known),
    ]
    rows = [
        (title, evidence.part(part, whole) if may_show_share(part, whole) else _suppressed())
        for title, part, whole in shares
    ]
    typical = outcome.shift.estimate is not None and outcome.paired >= LEAST_FOR_SHARES
    told = evidence.number(outcome.shift.estimate) if typical else _suppressed()
    return Table(
        _("Figures"),
        [Column(_("Figure")), Column(_("Value"))],
        [*rows, (_("Typical change in weak sides"), told)],
        in_text=True,
    )


def _limits(outcome: ProgramOutcome) -> list[str]:
    """The limits without those that count few families, and the findings by title where none tells of each family."""
    few = {evidence.missing_caveat(outcome)} if outcome.paired < outcome.closed else set()
    if not may_show_group(outcome.palliative.closed):
        few |= {evidence.palliative_caveat(outcome)}
    told = [one for one in outcome.findings if outcome.paired >= LEAST_FOR_SHARES or one.code not in TELLS_OF_EACH]
    return [
        *(line for line in evidence.caveats(outcome) if line not in few),
        *(evidence.finding_title(one) for one in told),
    ]


def _changed(actor: Actor, found: Hypothesis) -> list[Block]:
    decisions = list(queries.decisions(actor=actor, hypothesis_id=found.pk))
    return [Heading(_("What we change"), 2), Points([one.change for one in decisions])] if decisions else []


def _suppressed() -> str:
    return _("not shown: the group is too small")


def _hidden() -> str:
    return _(
        "To protect the families, groups of fewer than %(least)s cases and shares in groups of fewer than %(shares)s "
        "are left out; there is no single case, no code and no exact day here."
    ) % {"least": LEAST, "shares": LEAST_FOR_SHARES}
