"""What the form in depth tells, in plain words: shares with their families, and what must not be read out of them."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from opora.common.language import said
from opora.evidence.queries.item_help import HelpSeen
from opora.evidence.rules.depth import ItemFigures
from opora.evidence.rules.depth_help import FEW, Beside, HelpedItem
from opora.evidence.rules.depth_time import Curve
from opora.evidence.rules.shares import Share
from opora.evidence.words.numbers import days, number, percent, percent_interval


def of_families(share: Share) -> str:
    """«3 из 10»; a dash where nobody could be asked."""
    if not share.total:
        return "–"
    return _("%(n)s of %(total)s") % {"n": number(share.n), "total": number(share.total)}


def with_interval(share: Share) -> str:
    """«3 из 10 · 30 % (от 6,7 до 65,2 %)»."""
    if not share.total:
        return "–"
    return f"{of_families(share)} · {percent(share.share)} ({percent_interval(share.interval)})"


def help_said(one: HelpSeen) -> str:
    """«Беседа психолога: получили 9 семей, решилось у 7 (95 % интервал от 40 до 97,2 %)»."""
    spoken = ngettext(
        "%(service)s: %(total)s family received it, solved in %(n)s (95 %% interval %(interval)s)",
        "%(service)s: %(total)s families received it, solved in %(n)s (95 %% interval %(interval)s)",
        one.given,
    )
    told = spoken % {
        "service": said(one.service),
        "n": number(one.solved),
        "total": number(one.given),
        "interval": percent_interval(one.interval),
    }
    return f"{told}; {_without(one)}"


def _without(one: HelpSeen) -> str:
    """The other side of the comparison, and what may be said of both."""
    if not one.others:
        return _("there was no family without it to compare with")
    beside = {"n": number(one.others_solved), "total": number(one.others), "said": beside_said(one.beside)}
    return _("without it in %(n)s of %(total)s: %(said)s") % beside


def item_remarks(one: ItemFigures) -> list[str]:
    """What is to be noticed at an item; nothing where there is nothing."""
    said = []
    if one.is_stubborn:
        said.append(pgettext("item", "hardly moves"))
    if one.is_clear:
        better = one.solved.n > one.new.n
        said.append(
            pgettext("item", "more solved than new") if better else pgettext("item", "more came new than was solved")
        )
    if one.entry.n and one.solved.total < FEW:
        said.append(few())
    if one.lost:
        said.append(_("not rated at exit: %(n)s") % {"n": number(one.lost)})
    return said


def few() -> str:
    """That there are too few families to say anything."""
    return _("few data")


def beside(one: HelpedItem) -> str:
    """What may be said of a service beside an item."""
    return beside_said(one.said)


def beside_said(code: Beside) -> str:
    """The same of what was kept of it."""
    return {
        Beside.MORE: _("solved more often where it was given"),
        Beside.LESS: _("solved less often where it was given"),
        Beside.NOT_SEEN: _("no difference to be seen"),
        Beside.FEW: few(),
    }[code]


def median(found: Curve | None) -> str:
    """Within how many days half of the families have come so far, with its interval."""
    if found is None:
        return "–"
    if found.median is None:
        return _("less than half have come so far")
    if found.low is None:
        return days(found.median)
    if found.high is None:
        return _("%(days)s (95%% interval: from %(low)s on, its end is not known yet)") % {
            "days": days(found.median),
            "low": number(found.low),
        }
    return _("%(days)s (95%% interval: from %(low)s to %(high)s)") % {
        "days": days(found.median),
        "low": number(found.low),
        "high": number(found.high),
    }


def how_counted() -> list[str]:
    """The rules of counting, beside the figures."""
    return [
        _("Closed cases of the program with an entry form that has items; social palliative ones are not among them."),
        _("What was not rated is unknown: neither weak nor fine, and in no figure, above or below the line."),
        _(
            "Solved: weak at entry and not weak at exit, out of those weak at entry and rated again. New: the other "
            "way around. Who has no exit form is not counted as unsolved."
        ),
        _("Intervals of shares are exact (Clopper–Pearson, 95%), each by itself."),
        _(
            "“More solved than new” is an exact McNemar test, held against all items of the form at once (Holm). An "
            "item hardly moves when even the upper end of its interval lies below a half, with at least ten families."
        ),
        _(
            "Weak together: both items weak in a family at entry, of the families in which both were rated; marked "
            "when more often than by chance, false alarms among the marked held to 5% (Benjamini–Hochberg)."
        ),
        _(
            "A service counts if it was given between entry and exit, on the case or on its path, however often. It is "
            "compared when at least %(few)s families stand on either side, and all comparisons are held against each "
            "other (Benjamini–Hochberg)."
        )
        % {"few": number(FEW)},
        _(
            "Waiting (Kaplan–Meier): all cases opened in the period, those still open count for as long as they are "
            "known. An improvement is noticed at an assessment, so it came on that day at the latest."
        ),
    ]


def depth_caveats() -> list[str]:
    """What must not be read out of services beside items."""
    return [
        _(
            "This compares families, not services: help goes to whoever has it harder, and who stays longer receives "
            "more. A difference is a reason to look, not an effect of the service."
        ),
        _("There is no group to compare with, and families come at their worst: part of it would pass anyway."),
        _("The form is filled in by the specialist who helps the family."),
    ]
