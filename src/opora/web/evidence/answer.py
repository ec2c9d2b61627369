"""The top of the page: the answer of one program on one screen."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from opora.evidence import words
from opora.evidence.rules.outcomes import ProgramOutcome
from opora.evidence.rules.verdict import Answer
from opora.pictures.gains import MOST, GainLabels, Group, gains, groups
from opora.web.shell.drawing import as_drawing

# Changes of weak sides by which many families are put together: from, to, in words.
_STEPS = ((1, 5), (6, 10))
_LAST = 11


@dataclass(frozen=True, slots=True)
class TopAnswer:
    """Sentence, reason, picture, figures, and what is missing."""

    sentence: str
    why: str
    is_enough: bool
    figures: Sequence[words.Plain]
    wide: SafeString | None
    narrow: SafeString | None
    worsened: int
    missing: str
    missing_means: str


def top_answer(outcome: ProgramOutcome, *, usual_days: int | None) -> TopAnswer:
    """What a reader takes home of this program."""
    is_enough = outcome.verdict.answer is not Answer.NOT_ENOUGH
    missing, missing_means = _missing(outcome)
    drawn = [_picture(outcome, narrow=narrow) for narrow in (False, True)] if outcome.paired else [None, None]
    return TopAnswer(
        sentence=words.answer(outcome),
        why=words.why(outcome),
        is_enough=is_enough,
        figures=words.plain_figures(outcome, usual_days=usual_days),
        wide=drawn[0],
        narrow=drawn[1],
        worsened=outcome.changes.at_most(-1),
        missing=missing,
        missing_means=missing_means,
    )


def _missing(outcome: ProgramOutcome) -> tuple[str, str]:
    """How many families were not assessed at exit, and whether the answer hangs on them."""
    if not outcome.missing_exit:
        return "", ""
    said = ngettext(
        "%(n)s of %(total)s closed family was not assessed at exit.",
        "%(n)s of %(total)s closed families were not assessed at exit.",
        outcome.missing_exit,
    ) % {"n": words.number(outcome.missing_exit), "total": words.number(outcome.closed)}
    if outcome.verdict.missing_may_turn:
        return said, _("They are not in the answer and might change it.")
    return said, _("They are not in the answer; even if all of them had fared alike, it would stay the same.")


def _picture(outcome: ProgramOutcome, *, narrow: bool) -> SafeString:
    title = _("Weak sides of each family at entry and at exit: %(program)s") % {"program": outcome.name}
    description = _("fewer in %(fewer)s, more in %(more)s, unchanged in %(same)s") % {
        "fewer": words.number(outcome.improved.n),
        "more": words.number(outcome.changes.at_most(-1)),
        "same": words.number(outcome.paired - outcome.improved.n - outcome.changes.at_most(-1)),
    }
    pairs = [(row.entry, row.exit) for row in outcome.rows if row.entry is not None and row.exit is not None]
    if len(pairs) == outcome.paired <= MOST:
        labels = GainLabels(
            entry=pgettext("picture", "at entry"),
            exit=pgettext("picture", "at exit"),
            more=pgettext("picture", "became more"),
            each=_("each line is a family, on the left those who had it hardest"),
        )
        drawn = gains(pairs, title=title, description=description, labels=labels, narrow=narrow)
    else:
        drawn = groups(_groups(outcome), title=title, description=description, narrow=narrow)
    return as_drawing(drawn)


def _groups(outcome: ProgramOutcome) -> list[Group]:
    changes = outcome.changes
    said = _("%(low)s to %(high)s fewer")
    between = [
        Group(said % {"low": low, "high": high}, changes.at_least(low) - changes.at_least(high + 1))
        for low, high in _STEPS
    ]
    return [
        Group(pgettext("picture", "became more"), changes.at_most(-1), is_worse=True),
        Group(pgettext("picture", "unchanged"), changes.at_least(0) - changes.at_least(1)),
        *between,
        Group(_("%(low)s fewer or better") % {"low": _LAST}, changes.at_least(_LAST)),
    ]
