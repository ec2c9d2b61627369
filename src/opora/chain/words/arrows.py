"""An arrow in words: what the records say of two boxes, how sure that is, and what it does not say (X-14)."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from opora.chain.queries import ArrowAnswer
from opora.chain.rules import Told
from opora.evidence.words.numbers import number, percent, percent_interval

PART_TITLES: Mapping[str, str | Promise] = {
    "both": pgettext_lazy("arrow", "the first, then the next"),
    "open": pgettext_lazy("arrow", "the first; the next not yet"),
    "only_first": pgettext_lazy("arrow", "the first alone"),
    "earlier": pgettext_lazy("arrow", "the next before the first"),
    "without": pgettext_lazy("arrow", "the next without the first"),
    "neither": pgettext_lazy("arrow", "neither of them"),
}
_REASONS: Mapping[str, str | Promise] = {
    "no_days": gettext_lazy("The period has no days yet."),
    "health": gettext_lazy("It tells of health; you do not read of health everywhere you work."),
    "outside": gettext_lazy("It is known from outside and not family by family."),
    "not_followed": gettext_lazy("No record tells family by family, on a day of its own, that it was reached."),
    "nobody": gettext_lazy("No family was in work in this period."),
    "nobody_first": gettext_lazy("No family in work in this period has the first one on record."),
    "first_open": gettext_lazy(
        "All families that reached the first one are still in work; what follows is not known yet."
    ),
    "nobody_else": gettext_lazy("There is nobody to compare with: of all others nothing is known yet."),
    "few": gettext_lazy(
        "There are fewer than five families on one side: one more would turn the answer round. Nothing is compared."
    ),
}


def why_silent(answer: ArrowAnswer) -> str:
    """Why an arrow says nothing, or compares nothing; empty where it does."""
    code = answer.told.reason if answer.told is not None else answer.reason
    return str(_REASONS[code]) if code else ""


def first_said(told: Told) -> str:
    """How many of those that reached the first box reached the next."""
    side = told.first
    return ngettext(
        "Of %(known)s family that reached the first one, %(n)s reached the next on that day or later: %(share)s"
        " (95 %% interval %(interval)s).",
        "Of %(known)s families that reached the first one, %(n)s reached the next on that day or later: %(share)s"
        " (95 %% interval %(interval)s).",
        side.known,
    ) % _side(side.n, side.known, side.share, side.interval)


def against_said(told: Told) -> str:
    """How many of the others reached it."""
    side = told.against
    return ngettext(
        "Of %(known)s family without the first one, %(n)s reached the next: %(share)s (95 %% interval %(interval)s).",
        "Of %(known)s families without the first one, %(n)s reached the next: %(share)s (95 %% interval %(interval)s).",
        side.known,
    ) % _side(side.n, side.known, side.share, side.interval)


def _side(n: int, known: int, share: float | None, interval: tuple[float, float] | None) -> dict[str, str]:
    return {
        "known": number(known),
        "n": number(n),
        "share": percent(share, 0),
        "interval": percent_interval(interval) if interval is None else _range(interval),
    }


def _range(interval: tuple[float, float]) -> str:
    return f"{number(interval[0] * 100, 0)}–{percent(interval[1], 0)}"


def difference_said(told: Told) -> str:
    """The difference of both, in points, and between what it lies."""
    if told.difference is None or told.interval is None:
        return ""
    low, high = told.interval
    said = _("The difference is %(points)s percentage points; it lies between %(low)s and %(high)s.") % {
        "points": _signed(told.difference),
        "low": _signed(low),
        "high": _signed(high),
    }
    if low <= 0 <= high:
        none = _("No difference at all lies in it too.")
        return f"{said} {none}"
    return said


def _signed(share: float) -> str:
    points = number(abs(share) * 100, 0)
    return f"−{points}" if share < 0 and points != "0" else f"+{points}" if points != "0" else points


def days_said(told: Told) -> str:
    """How long it took, in the middle."""
    if told.counts.days is None:
        return ""
    whole = round(told.counts.days)
    if whole == 0:
        return _("Half of them reached the next on the same day.")
    return ngettext(
        "Half of them reached the next within %(days)s day.",
        "Half of them reached the next within %(days)s days.",
        whole,
    ) % {"days": number(whole)}


def unknown_said(told: Told) -> str:
    """Of whom nothing can be said yet."""
    if not told.first.unknown and not told.against.unknown:
        return ""
    return _(
        "Not known yet: %(first)s of those with the first one and %(other)s of those without it are still in work and"
        " have not reached the next. They are neither yes nor no."
    ) % {"first": number(told.first.unknown), "other": number(told.against.unknown)}


def earlier_said(told: Told) -> str:
    """Who reached them the other way round."""
    if not told.counts.earlier:
        return ""
    return ngettext(
        "%(n)s family reached the next before the first; it is left out of the comparison.",
        "%(n)s families reached the next before the first; they are left out of the comparison.",
        told.counts.earlier,
    ) % {"n": number(told.counts.earlier)}


def cautions() -> list[str]:
    """What the figures of an arrow do not say, whatever they are."""
    return [
        _("This is an order in time, not a cause: families with and without the first one may have differed before."),
        _("What nobody wrote down counts as not reached once the work is over; “not recorded” may still be so."),
        _("Many arrows are asked at once: a few will look clear by chance."),
    ]
