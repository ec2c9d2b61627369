"""The answer of a program in a sentence, and three figures in plain words: what a reader takes home.

Names of methods and p stay with the statistics; here stands what they mean.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from opora.evidence.rules.outcomes import ProgramOutcome
from opora.evidence.rules.verdict import Answer, Because, Verdict, needed_pairs
from opora.evidence.words.numbers import number, percent
from opora.evidence.words.people import no_children_then

# "Once in so many": round numbers that people can picture.
_ROUND = (10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20)
_MONTH = 30.44
_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Plain:
    """A figure in plain words: the figure, what it counts, what limits it."""

    value: str
    label: str
    note: str = ""


def short_verdict(found: Verdict) -> str:
    """The verdict in a word or two, for a line among others."""
    return {
        Answer.AGREE: pgettext("verdict", "agree"),
        Answer.DISAGREE: pgettext("verdict", "do not agree"),
        Answer.NOT_ENOUGH: pgettext("verdict", "not enough data"),
        Answer.NOT_JUDGED: pgettext("verdict", "cannot be judged"),
    }[found.answer]


def answer(outcome: ProgramOutcome) -> str:
    """Have families got on better? One sentence."""
    fewer = _fewer(outcome)
    sentences = {
        Because.IMPROVED: _("It seems so: %(fewer)s"),
        Because.WORSENED: _("No: families left with more weak sides than they came with"),
        Because.FEW_IMPROVED: _("Not for most: %(fewer)s"),
        Because.PARTLY_IMPROVED: _("For some, so far: %(fewer)s"),
        Because.NOTHING_TO_FALL: _("This cannot be judged: the families had hardly any weak side at entry"),
        Because.NO_SHIFT: _("Not to be seen so far: %(fewer)s"),
        Because.NOT_DISTINCT: _("Not to be seen so far: %(fewer)s"),
        Because.NO_PAIRS: _("Cannot be told yet: no family was assessed both at entry and at exit"),
        Because.PARTS_LACK_DATA: _("Cannot be told yet: none of the programs has enough data by itself"),
        Because.TOO_FEW: _("Cannot be told yet: %(measured)s, at least %(needed)s are needed"),
        Because.MOSTLY_MISSING: _("Cannot be told yet: most families were not assessed at exit"),
    }
    return sentences[outcome.verdict.because] % {
        "fewer": fewer,
        "measured": _measured(outcome),
        "needed": number(needed_pairs()),
    }


def why(outcome: ProgramOutcome) -> str:
    """What the answer rests on, and what it does not tell."""
    chance = _chance(outcome.test.p_two_sided)
    sentences = {
        Because.IMPROVED: _(
            "If the support changed nothing, so clear a difference would come up no more often than once in %(times)s. "
            "But there is nobody to compare with: how these families would have lived without help, we do not know."
        ),
        Because.WORSENED: _(
            "By chance alone this would come up no more often than once in %(times)s. It is worth looking at these "
            "families one by one."
        ),
        Because.FEW_IMPROVED: _(
            "That these families got on better is hardly by chance, but most of the others stayed as they were."
        ),
        Because.PARTLY_IMPROVED: _(
            "That these families got on better is hardly by chance. Whether most do, more families will show."
        ),
        Because.NOTHING_TO_FALL: _(
            "Where there is no weak side, none can become fewer. Check whether the entry forms were filled in to the "
            "end."
        ),
        Because.NO_SHIFT: _("The change is too small to speak of: less than one weak side for most families."),
        Because.NOT_DISTINCT: _(
            "Such a difference comes up by chance too. More families will make the answer clearer."
        ),
        Because.NO_PAIRS: _("Without the second assessment nobody knows what has changed."),
        Because.PARTS_LACK_DATA: _(
            "Other families in another work do not make up for what is missing in each program."
        ),
        Because.TOO_FEW: _("With so few families chance alone could give any picture."),
        Because.MOSTLY_MISSING: _("Those assessed are the smaller part and cannot speak for all."),
    }
    return sentences[outcome.verdict.because] % {"times": chance}


def in_a_line(outcome: ProgramOutcome) -> str:
    """The same as a line among other programs."""
    if outcome.verdict.because in (Because.NO_PAIRS, Because.TOO_FEW):
        return _("%(measured)s, at least %(needed)s are needed") % {
            "measured": _measured(outcome),
            "needed": number(needed_pairs()),
        }
    fewer = _fewer(outcome)
    return fewer[:1].upper() + fewer[1:]


def plain_figures(outcome: ProgramOutcome, *, usual_days: int | None) -> list[Plain]:
    """How much changed, where the children live, how long the work takes; only what is known."""
    return [one for one in (_shift(outcome), _children(outcome), _length(usual_days)) if one is not None]


def _fewer(outcome: ProgramOutcome) -> str:
    n, total = outcome.improved.n, outcome.paired
    return ngettext(
        "fewer weak sides in %(n)s family of %(total)s", "fewer weak sides in %(n)s families of %(total)s", n
    ) % {"n": number(n), "total": number(total)}


def _measured(outcome: ProgramOutcome) -> str:
    return ngettext(
        "%(n)s family was assessed at entry and at exit",
        "%(n)s families were assessed at entry and at exit",
        outcome.paired,
    ) % {"n": number(outcome.paired)}


def _chance(p: float | None) -> str:
    times = next((times for times in _ROUND if p is not None and p * times <= 1), _ROUND[-1])
    return f"{times:,}".replace(",", _NO_BREAK)


def _shift(outcome: ProgramOutcome) -> Plain | None:
    shift = outcome.shift
    if shift.estimate is None:
        return None
    size = number(abs(shift.estimate))
    if shift.estimate > 0:
        value = _("%(size)s fewer") % {"size": size}
    elif shift.estimate < 0:
        value = _("%(size)s more") % {"size": size}
    else:
        value = _("no change")
    note = ""
    if shift.interval is not None and shift.confidence is not None:
        note = _("with a reliability of %(confidence)s: from %(low)s to %(high)s") % {
            "confidence": percent(shift.confidence, 0),
            "low": number(shift.interval[0]),
            "high": number(shift.interval[1]),
        }
    return Plain(value, _("weak sides in an ordinary family"), note)


def _children(outcome: ProgramOutcome) -> Plain | None:
    children = outcome.children
    if not children.known:
        return None
    value = ngettext("%(n)s of %(total)s child", "%(n)s of %(total)s children", children.children) % {
        "n": number(children.kept.n),
        "total": number(children.children),
    }
    apart = children.known - children.kept.n - children.with_relatives
    unknown = children.children - children.known
    notes = [
        _("with relatives: %(n)s") % {"n": number(children.with_relatives)} if children.with_relatives else "",
        _("elsewhere: %(n)s") % {"n": number(apart)} if apart else "",
        _("not recorded: %(n)s") % {"n": number(unknown)} if unknown else "",
        *no_children_then(outcome),
    ]
    return Plain(
        value, _("live in their own family when the case is closed"), ", ".join(note for note in notes if note)
    )


def _length(usual_days: int | None) -> Plain | None:
    if usual_days is None:
        return None
    months = round(usual_days / _MONTH)
    if months < 1:
        value = ngettext("%(days)s day", "%(days)s days", usual_days) % {"days": number(usual_days)}
    else:
        value = ngettext("%(n)s month", "%(n)s months", months) % {"n": number(months)}
    return Plain(value, _("the work with a family usually takes"), _("half of the cases were closed sooner"))
