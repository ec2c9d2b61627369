"""What came of it as blocks: the answer, the table, the quality of the data, the form in depth, a study, the people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from opora.evidence import queries, words
from opora.evidence.queries.depth import ItemNamed
from opora.evidence.queries.depth import depth as read_depth
from opora.evidence.queries.served import served
from opora.evidence.rules.outcomes import ProgramOutcome
from opora.evidence.words import depth as depth_words
from opora.programs.queries import list_programs
from opora.reports import depth as depth_tables
from opora.reports import served as served_tables
from opora.reports.blocks.work import Asked, Drawn, nothing, to_choose
from opora.reports.model import Block, Column, Heading, Points, Table, Text
from opora.reports.outcomes import ROWS_ON_PAPER, figures, findings, outcome_table, statistics, verdicts
from opora.reports.rules.changes import Kept
from opora.reports.studies import answers


def outcomes(asked: Asked) -> Drawn:
    """The answer of each program by itself: verdicts, figures, statistics, limits; no single case."""
    blocks: list[Block] = []
    kept: list[Kept] = []
    found = _programs(asked)
    common = _common_limits(found)
    for one in found:
        blocks += [Heading(one.name, 3), *verdicts(one), *figures(one), statistics(one)]
        if own := [said for said in words.caveats(one) if said not in common]:
            blocks += [Heading(_("Limits of this result"), 3), Points(own, "quiet")]
        kept += _kept(asked, one)
    if common:
        blocks += [Heading(_("Limits of all these results"), 3), Points(common, "quiet")]
    return Drawn(blocks, kept) if blocks else _no_case()


def table(asked: Asked) -> Drawn:
    """The outcome table case by case, under codes; so many rows as fit into a report."""
    blocks: list[Block] = []
    for one in _programs(asked, rows=ROWS_ON_PAPER):
        blocks.append(outcome_table(one, one.rows))
        if len(one.rows) < one.closed:
            left = words.number(one.closed - len(one.rows))
            blocks.append(Text(_("%(cases)s more cases stand in the workbook.") % {"cases": left}, "quiet"))
    return Drawn(blocks) if blocks else _no_case()


def quality(asked: Asked) -> Drawn:
    """What weakens the figures: what is missing, what looks unlikely, what the design cannot tell."""
    found = _programs(asked)
    if not found:
        return _no_case()
    common = _common_limits(found)
    # The measure is the same for all programs, and is told once.
    blocks: list[Block] = [_slots([(slot.label, slot.text) for slot in words.measure()])]
    for one in found:
        own = [said for said in words.caveats(one) if said not in common]
        blocks += [Heading(one.name, 3), *findings(one, level=4), Points(own, "quiet")]
    if common:
        blocks += [Heading(_("Limits of all these results"), 3), Points(common, "quiet")]
    return Drawn(blocks)


def depth(asked: Asked) -> Drawn:
    """The form item by item, of one section or of all: how often weak at entry and exit, solved, new."""
    program = asked.program
    if program is None:
        return to_choose(_("Choose a program: forms of two programs are never put together."))
    found = read_depth(actor=asked.actor, cohort=asked.cohort, program=program)
    if not found.items:
        return nothing(_("No closed case of this period has a form with single items."))
    section = str(asked.options.get("section") or "")
    items = [one for one in found.items if not section or _section_of(found.names, one.place) == section]
    shown = replace(found, items=items)
    whole = depth_tables.item_table(shown)
    about = _("Closed: %(closed)s; with an entry form: %(forms)s; with an exit form too: %(pairs)s.") % {
        "closed": words.number(found.closed),
        "forms": words.number(found.forms),
        "pairs": words.number(found.pairs),
    }
    return Drawn([Text(about), whole, Points(depth_words.how_counted(), "quiet")])


def study(asked: Asked) -> Drawn:
    """A registered hypothesis with its answer, part by part."""
    number = str(asked.options.get("study") or "")
    if not number.isdecimal():
        return to_choose(_("Choose a registered hypothesis."))
    return Drawn(answers(actor=asked.actor, hypothesis_id=int(number)))


def people(asked: Asked) -> Drawn:
    """Whom the house helped: families and people, each counted once."""
    found = served(
        actor=asked.actor,
        start=asked.first,
        end=min(asked.last, asked.on),
        program_ids=asked.program_ids,
        department_ids=asked.department_ids,
    )
    whole = found.whole
    told = [(_("families"), whole.families), (_("adults"), whole.adults), (_("children"), whole.children)]
    kept = [Kept(asked.key(f"people.{code}"), title, words.number(n), n) for code, (title, n) in _coded(told)]
    blocks: list[Block] = []
    for one in served_tables.tables(found):
        blocks += [Heading(one.name, 3), replace(one, in_text=False)]
    return Drawn([*blocks, Points(served_tables.counting_rules(found), "quiet")], kept)


def _coded(told: list[tuple[str, int]]) -> Iterable[tuple[str, tuple[str, int]]]:
    return zip(("families", "adults", "children"), told, strict=True)


def _programs(asked: Asked, *, rows: int = 0) -> list[ProgramOutcome]:
    """The programs that closed a case in the period, each by itself: never pooled (Q-12)."""
    programs = list_programs(actor=asked.actor)
    found = queries.outcomes(actor=asked.actor, cohort=asked.cohort, limit=rows, programs=programs)
    return [one for one in found.programs if one.closed]


def _common_limits(found: Sequence[ProgramOutcome]) -> list[str]:
    """What limits the result of every program in the same words, to be said once; of one program nothing is common."""
    told = [words.caveats(one) for one in found]
    return [said for said in told[0] if all(said in other for other in told)] if len(told) > 1 else []


def _kept(asked: Asked, one: ProgramOutcome) -> Iterable[Kept]:
    by_code = {line.code: line for line in words.lines(one)}
    values = {
        "closed": float(one.closed),
        "paired": float(one.paired),
        "improved": one.improved.share,
        "hodges_lehmann": None,
        "children": one.children.kept.share,
    }
    for code, value in values.items():
        if line := by_code.get(code):
            title = f"{line.label} ({one.name})"
            yield Kept(f"outcome.{code}@p{one.program_id}", title, line.value, value, line.note)


def _section_of(names: Mapping[int, ItemNamed], place: int) -> str:
    item = names.get(place)
    return item.code.partition(".")[0] if item is not None else ""


def _slots(rows: list[tuple[str, str]]) -> Block:
    return Table(_("Definition"), [Column(_("Part")), Column(_("Meaning"))], rows, in_text=True)


def _no_case() -> Drawn:
    return nothing(_("No case was closed in this period."))
