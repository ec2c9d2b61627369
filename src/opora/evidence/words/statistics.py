"""The statistics of a program as lines of label, value and remark, ready for a page, a paper or a sheet."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.evidence.rules.outcomes import ProgramOutcome, Scores
from opora.evidence.rules.shares import Share, share_of
from opora.evidence.words.numbers import interval, number, p_equals, p_value, part, percent, percent_interval
from opora.evidence.words.people import no_children_then
from opora.evidence.words.reasons import reason


@dataclass(frozen=True, slots=True)
class Line:
    """A figure with its name and what to know about it; `value` is a dash when the figure does not exist."""

    code: str
    label: str
    value: str
    note: str = ""


def lines(outcome: ProgramOutcome) -> tuple[Line, ...]:
    """Every statistic of the outcome, each with its n (IND-20, IND-30 to IND-33)."""
    return (
        *_cases(outcome),
        *_change(outcome),
        *_success(outcome),
        *_tests(outcome),
        *_children(outcome),
        *_palliative(outcome),
    )


def _why(outcome: ProgramOutcome, figure: str) -> str:
    why = outcome.undefined.get(figure)
    return reason(why) if why else ""


def _cases(outcome: ProgramOutcome) -> Iterator[Line]:
    yield Line("closed", pgettext("figure", "Closed cases"), number(outcome.closed))
    yield Line("paired", _("Assessed at entry and at exit"), part(outcome.paired, outcome.closed))
    if outcome.missing_exit:
        yield Line("missing_exit", _("Without an exit assessment"), part(outcome.missing_exit, outcome.closed))
    if outcome.missing_entry:
        yield Line("missing_entry", _("Without an entry assessment"), part(outcome.missing_entry, outcome.closed))


def _change(outcome: ProgramOutcome) -> Iterator[Line]:
    yield Line("entry", _("Weak sides at entry"), _total(outcome.entry), _center(outcome.entry))
    yield Line("exit", _("Weak sides at exit"), _total(outcome.exit), _center(outcome.exit))
    change = outcome.change
    yield Line(
        "change",
        _("Fewer weak sides"),
        _total(change),
        _center(change) or _why(outcome, "change"),
    )
    if outcome.fallen_share is not None:
        yield Line("fallen_share", _("Share of all weak sides at entry"), percent(outcome.fallen_share))
    shift, note = outcome.shift, _why(outcome, "shift.interval")
    if shift.interval is not None:
        note = pgettext("figure", "interval %(interval)s, its true coverage is %(confidence)s") % {
            "interval": interval(shift.interval),
            "confidence": percent(shift.confidence, 2),
        }
    yield Line("hodges_lehmann", _("Typical change (Hodges–Lehmann)"), number(shift.estimate), note)
    sections = outcome.sections
    if sections.n:
        yield Line(
            "sections",
            _("Sections that need a solution (K), on average"),
            f"{number(sections.entry_mean)} → {number(sections.exit_mean)}",
            _("cases with sections recorded both times: %(cases)s") % {"cases": number(sections.n)},
        )
    else:
        yield Line("sections", _("Sections that need a solution (K), on average"), "–", _why(outcome, "sections"))


def _success(outcome: ProgramOutcome) -> Iterator[Line]:
    improved = outcome.improved
    yield Line(
        "improved",
        pgettext("figure", "At least one weak side fewer"),
        _share(improved.n, improved.total, improved.share),
        _why(outcome, "improved") or _likely(improved.interval),
    )
    bounds = outcome.improved_bounds
    if outcome.paired < outcome.closed and bounds.lowest is not None:
        yield Line(
            "improved_bounds",
            _("The same over all closed cases"),
            percent_interval((bounds.lowest, bounds.highest or 0.0)),
            _("if none or all of those not assessed had improved"),
        )
    items = outcome.items
    yield Line(
        "any_solved",
        _("At least one problem solved"),
        _share(items.any_solved.n, items.any_solved.total, items.any_solved.share),
        _why(outcome, "items") or _likely(items.any_solved.interval),
    )
    if items.any_solved.total:
        said = {"solved": number(items.solved), "new": number(items.new), "cases": number(items.disagreements)}
        yield Line(
            "items",
            _("Problems solved and new"),
            f"{said['solved']} / {said['new']}",
            _("cases in which the two measures of success disagree: %(cases)s") % said,
        )
    if items.both_pairs:
        yield Line("change_both", _("Mean change on items rated both times"), number(items.change_both_mean))


def _tests(outcome: ProgramOutcome) -> Iterator[Line]:
    test = outcome.test
    note = _why(outcome, "test")
    if test.method is not None:
        method = pgettext("test", "exact") if test.method == "exact" else pgettext("test", "normal approximation")
        note = _("%(method)s; one-sided %(one)s; with so many changed cases the least possible is %(least)s") % {
            "method": method,
            "one": p_equals(test.p_one_sided),
            "least": p_equals(test.smallest_possible_p),
        }
    yield Line(
        "wilcoxon", pgettext("figure", "Wilcoxon signed-rank test, two-sided p"), p_value(test.p_two_sided), note
    )
    yield Line(
        "sign_test",
        _("Sign test, two-sided p"),
        p_value(outcome.sign_test_p),
        _("cases without change: %(cases)s") % {"cases": number(test.unchanged)},
    )
    yield Line(
        "rank_biserial",
        _("Effect size (rank-biserial correlation)"),
        number(test.rank_biserial, 2),
        _("from −1, all worse, to +1, all better"),
    )


def _children(outcome: ProgramOutcome) -> Iterator[Line]:
    children = outcome.children
    label = _("Children in their own family at closing")
    if not children.known:
        yield Line("children", label, "–", " ".join([_why(outcome, "children"), *no_children_then(outcome)]))
        return
    note = _("known for %(known)s of %(children)s; with relatives: %(relatives)s") % {
        "known": number(children.known),
        "children": number(children.children),
        "relatives": number(children.with_relatives),
    }
    note = "; ".join([note, *no_children_then(outcome), _likely(children.kept.interval)])
    yield Line("children", label, _people(children.kept), note)
    later = children.kept_later
    if later.total:
        yield Line(
            "children_later",
            _("Children in their own family six months later"),
            _people(later),
            _("told of at the follow-up: %(known)s of %(children)s")
            % {"known": number(later.total), "children": number(children.children)},
        )


def _palliative(outcome: ProgramOutcome) -> Iterator[Line]:
    """Social palliative cases by themselves: in sight, and in no share of success (S4-39)."""
    apart = outcome.palliative
    if not apart.closed:
        return
    said = {
        "improved": part(apart.improved, apart.paired) if apart.paired else "–",
        "kept": _people(share_of(apart.children_kept, apart.children)) if apart.children_known else "–",
    }
    yield Line(
        "palliative",
        _("Social palliative: closed cases"),
        number(apart.closed),
        _(
            "counted apart and in no other figure; at least one weak side fewer: %(improved)s, "
            "children in their own family: %(kept)s"
        )
        % said,
    )


def _total(scores: Scores) -> str:
    return number(scores.total) if scores.n else "–"


def _center(scores: Scores) -> str:
    if not scores.n:
        return ""
    return _("mean %(mean)s, median %(median)s, from %(low)s to %(high)s") % {
        "mean": number(scores.mean),
        "median": number(scores.median),
        "low": number(scores.minimum),
        "high": number(scores.maximum),
    }


def _share(n: int, total: int, share: float | None) -> str:
    return "–" if share is None else f"{part(n, total)} ({percent(share)})"


def _people(share: Share) -> str:
    """So many of so many children, who are people and no cases."""
    return pgettext("children", "%(n)s of %(total)s (%(share)s)") % {
        "n": number(share.n),
        "total": number(share.total),
        "share": percent(share.share),
    }


def _likely(bounds: tuple[float, float] | None) -> str:
    return _("95%% interval (Clopper–Pearson): %(interval)s") % {"interval": percent_interval(bounds)}
