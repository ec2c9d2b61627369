"""A registered hypothesis as parts of a report: what was asked, what the data show, with all limits."""

from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.common.dates import show_day
from opora.common.errors import NotFound
from opora.evidence import words as evidence
from opora.reports.model import Block, Column, Heading, Points, Table, Text
from opora.reports.outcomes import findings
from opora.studies import queries, words
from opora.studies.models import Hypothesis


def answers(*, actor: Actor, hypothesis_id: int) -> list[Block]:
    """The hypothesis with its stamp and its answer; before the data were opened, that they were not."""
    try:
        found = queries.hypothesis_in_sight(actor=actor, hypothesis_id=hypothesis_id)
    except NotFound:
        return [Text(_("This hypothesis is not there."), "quiet")]
    blocks: list[Block] = [*registered(found)]
    if not queries.is_opened(found):
        return [*blocks, Text(_("The data were not opened yet."), "quiet")]
    result = queries.result_of(actor=actor, hypothesis=found)
    outcome = result.outcome
    if not result.is_whole:
        blocks.append(Text(_("Counted over the cases that you may see."), "warning"))
    rows = [
        (str(words.PARTS[part]), words.answer(verdict), words.reason(part, verdict, outcome, found.least))
        for part, verdict in result.parts
    ]
    blocks.append(
        Table(_("Answer"), [Column(_("Part")), Column(_("Answer")), Column(_("Why"))], rows, in_text=True),
    )
    lines = [(line.label, line.value, line.note) for line in evidence.lines(outcome)]
    columns = [Column(_("Figure")), Column(_("Value")), Column(_("Remark"))]
    blocks += [Table(_("Statistics"), columns, lines, in_text=True), *findings(outcome)]
    return [*blocks, Heading(_("Limits of this result"), 3), Points(evidence.caveats(outcome), "quiet")]


def registered(found: Hypothesis) -> list[Block]:
    """Question, hypothesis, and the stamp that it was written down before the data were shown."""
    stamp = _("Hypothesis No. %(number)s, registered on %(day)s by %(author)s, fingerprint %(sha256)s") % {
        "number": found.number,
        "day": show_day(found.on),
        "author": found.author_name,
        "sha256": found.sha256[:12],
    }
    slots = [(str(title), found.content["slots"].get(name, "")) for name, title in words.SLOTS.items()]
    return [
        Text(found.content["question"]),
        Table(_("Definition"), [Column(_("Part")), Column(_("Meaning"))], slots, in_text=True),
        Text(f"{stamp}. {words.before(found)}", "quiet"),
    ]
