"""The verdict on a hypothesis and why it is so: the data agree, do not agree, or there are not enough of them."""

from django.utils.translation import gettext as _

from opora.evidence.rules.outcomes import ProgramOutcome
from opora.evidence.rules.signed_rank import smallest_possible_p
from opora.evidence.rules.verdict import Answer, Because, Verdict, needed_pairs
from opora.evidence.words.numbers import interval, number, p_equals, part, percent, percent_interval


def verdict(found: Verdict) -> str:
    """The answer itself (S3-95, X-14)."""
    answers = {
        Answer.AGREE: _("the data agree with the hypothesis"),
        Answer.DISAGREE: _("the data do not agree with the hypothesis"),
        Answer.NOT_ENOUGH: _("there are not enough data"),
        Answer.NOT_JUDGED: _("this cannot be judged"),
    }
    return answers[found.answer]


def verdict_reason(outcome: ProgramOutcome) -> str:
    """Why part one, "well-being improved", was answered so, with its figures."""
    sentences = {
        Because.IMPROVED: _(
            "Fewer weak sides at exit: %(part)s; the typical change is %(estimate)s, interval %(interval)s. By chance "
            "alone a change this consistent would be rare (%(p)s)."
        ),
        Because.FEW_IMPROVED: _(
            "Fewer weak sides at exit: %(part)s, which is rare by chance alone (%(p)s). But most families stayed as "
            "they were: the typical change is %(estimate)s, interval %(interval)s, and does not reach one weak side "
            "fewer."
        ),
        Because.PARTLY_IMPROVED: _(
            "Fewer weak sides at exit: %(part)s; the typical change is %(estimate)s, interval %(interval)s. Some "
            "families got on better, but whether the typical one has at least one weak side fewer cannot be said yet."
        ),
        Because.NOTHING_TO_FALL: _(
            "Any weak side at entry: %(could)s. Where there is none, none can become fewer, so nothing can be said of "
            "an improvement."
        ),
        Because.PARTS_LACK_DATA: _(
            "None of the programs has enough data by itself. Put together they are other families in another work, so "
            "the pool decides nothing."
        ),
        Because.WORSENED: _(
            "At exit families have more weak sides, not fewer; by chance alone this would be rare (%(p)s)."
        ),
        Because.NO_SHIFT: _(
            "The typical change is %(estimate)s; even at best, by the upper end of its interval (%(high)s), it does "
            "not reach one weak side fewer."
        ),
        Because.NOT_DISTINCT: _(
            "The typical change is %(estimate)s, but it cannot be told from chance ups and downs (%(p)s)."
        ),
        Because.NO_PAIRS: _("No closed case was assessed both at entry and at exit."),
        Because.TOO_FEW: _(
            "Fewer weak sides at exit: %(part)s. But with so few pairs (%(paired)s) no two-sided test can give "
            "less than %(smallest)s: 0.05 is out of reach, whatever the families achieved. "
            "At least %(needed)s pairs are needed."
        ),
        Because.MOSTLY_MISSING: _(
            "Not assessed both at entry and at exit: %(missing)s. Those assessed are the smaller part, so they cannot "
            "speak for all."
        ),
    }
    shift = outcome.shift
    said = sentences[outcome.verdict.because] % {
        "part": part(outcome.improved.n, outcome.paired),
        "p": p_equals(outcome.test.p_two_sided),
        "estimate": number(shift.estimate),
        "high": number(shift.interval[1] if shift.interval else None),
        "paired": number(outcome.paired),
        "smallest": p_equals(smallest_possible_p(outcome.paired)),
        "needed": number(needed_pairs()),
        "missing": part(outcome.closed - outcome.paired, outcome.closed),
        "interval": interval(shift.interval),
        "could": part(outcome.entry_weak, outcome.paired),
    }
    return f"{said} {missing_reason(outcome)}".rstrip()


def missing_reason(outcome: ProgramOutcome) -> str:
    """That those not assessed both times might turn the answer, if they might and it is not said already."""
    if not outcome.verdict.missing_may_turn or outcome.verdict.because is Because.MOSTLY_MISSING:
        return ""
    return _("Not assessed both times: %(missing)s. With them the answer might be another.") % {
        "missing": part(outcome.closed - outcome.paired, outcome.closed)
    }


def children_reason(outcome: ProgramOutcome) -> str:
    """Why part two, "the child is kept in the family", was answered so."""
    sentences = {
        Because.NO_CHILDREN: _("No child is recorded in the closed cases."),
        Because.NO_PLACEMENT: _(
            "Where the children live at closing was not recorded, so this part of the hypothesis cannot be tested."
        ),
        Because.PLACEMENT_PARTLY_KNOWN: _(
            "Where the children live at closing is known for %(known)s of %(children)s only. Unknown does not mean "
            "kept."
        ),
        Because.CHILDREN_KEPT: _(
            "In their own family at closing: %(kept)s of %(children)s children (%(share)s, interval %(interval)s)."
        ),
        Because.CHILDREN_NOT_KEPT: _(
            "Most children live apart from their own family; at closing it is kept by %(kept)s of %(children)s "
            "(%(share)s, interval %(interval)s)."
        ),
        Because.CHILDREN_OF_PARTS: _("None of the programs can tell by itself, so together they decide nothing."),
        Because.CHILDREN_UNDECIDED: _(
            "In their own family at closing: %(kept)s of %(children)s (%(share)s, interval %(interval)s); this does "
            "not show whether it is more or less than half."
        ),
    }
    children = outcome.children
    return sentences[outcome.children_verdict.because] % {
        "known": number(children.known),
        "children": number(children.children),
        "kept": number(children.kept.n),
        "share": percent(children.kept.share),
        "interval": percent_interval(children.kept.interval),
    }
