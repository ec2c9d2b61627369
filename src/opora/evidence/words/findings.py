"""Findings as sentences: what was noticed, in how many cases, what it means for the figures, what to do."""

from functools import lru_cache

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from opora.evidence.rules.findings import Finding
from opora.evidence.rules.signs import Sign
from opora.evidence.words.numbers import days, number, part


def finding_title(finding: Finding) -> str:
    """The finding in a few words, for a heading."""
    titles = {
        Sign.EXITS_MISSING: _("Exit assessments are missing"),
        Sign.ENTRIES_MISSING: _("Entry assessments are missing"),
        Sign.OPENED_AGAIN: _("Cases were opened again"),
        Sign.EXITS_ALIKE: _("Exits are all alike"),
        Sign.ENTRIES_ALIKE: _("Entries are all alike"),
        Sign.NUMBERS_OUT_OF_ORDER: _("Case numbers do not follow the dates"),
        Sign.FOLLOW_UP_LATE: _("Follow-ups came late"),
        Sign.NUMBERS_SPELLED_DIFFERENTLY: _("Case numbers are spelled differently"),
        Sign.FOLLOW_UP_WITHOUT_SCORE: _("Follow-ups have no score"),
        Sign.PLACEMENT_NOT_RECORDED: _("Where the children live was not recorded"),
        Sign.TOTALS_WITHOUT_ITEMS: _("Totals without the forms behind them"),
        Sign.BASELINES_DIFFER: _("Families of the programs begin apart"),
        Sign.RATINGS_INCOMPLETE: _("Forms are filled in part only"),
        Sign.NO_SECTION_AT_ENTRY: _("Nothing to solve at entry"),
        Sign.CHANGE_WITHIN_NOISE: _("Improved by one weak side only"),
        Sign.CRITERIA_DISAGREE: _("The two measures of success disagree"),
        Sign.UNRATED_ITEMS_MOVE_TOTAL: _("Items rated only once move the total"),
        Sign.FLOOR_AT_EXIT: _("No weak side is left at exit"),
    }
    return titles[finding.code]


def finding_text(finding: Finding) -> str:
    """The whole finding with its figures (requirements 4.3, standards 4)."""
    figures = finding.figures
    said: dict[str, str] = {name: number(figure) for name, figure in figures.items()}
    said["part"] = part(finding.cases, figures.get("total", finding.cases))
    said["again"] = ngettext(
        "%(n)s case closed in this period was opened again",
        "%(n)s cases closed in this period were opened again",
        finding.cases,
    ) % {"n": number(finding.cases)}
    said["worst"] = days(figures.get("worst", 0))
    said["baselines"] = "; ".join(
        _("%(program)s: %(mean)s (cases: %(cases)s)")
        % {"program": baseline.program, "mean": number(baseline.mean), "cases": number(baseline.cases)}
        for baseline in finding.baselines
    )
    return _sentences(get_language() or "")[finding.code] % said


@lru_cache(maxsize=4)
def _sentences(_language: str) -> dict[Sign, str]:
    """Every sentence in a language, looked up in the catalogue once."""
    return _on_scores() | _on_records()


def _on_scores() -> dict[Sign, str]:
    return {
        Sign.EXITS_ALIKE: _(
            "At exit the number of weak sides is the same (%(value)s) in %(part)s. Families are rarely so alike: it "
            "may be a target, a copied value or a limit of the form. Check it against the forms."
        ),
        Sign.ENTRIES_ALIKE: _(
            "At entry the number of weak sides is the same (%(value)s) in %(part)s. Families are rarely so alike: it "
            "may be a copied value or a limit of the form. Check it against the forms."
        ),
        Sign.BASELINES_DIFFER: _(
            "Families enter in different situations, by weak sides on average: %(baselines)s. The programs must not "
            "be added up to one figure or compared directly."
        ),
        Sign.CHANGE_WITHIN_NOISE: _(
            "Of the improved cases, better by exactly one weak side: %(part)s. Rating on another day or by another "
            "specialist may make such a difference by itself."
        ),
        Sign.CRITERIA_DISAGREE: _(
            "At least one problem solved, but no fewer weak sides, or the reverse: %(part)s. In some families one "
            "problem was solved and another appeared, in others a problem was not rated again."
        ),
        Sign.UNRATED_ITEMS_MOVE_TOTAL: _(
            "A part of the change comes from items rated only once: %(part)s. The change on items rated both times "
            "is shown beside it."
        ),
        Sign.FLOOR_AT_EXIT: _(
            "No weak side is left at exit: %(part)s. Whatever improves further in these families, the form cannot show."
        ),
        Sign.NO_SECTION_AT_ENTRY: _(
            "At entry no section needed a solution: %(part)s. Check whether the form was filled in to the end, or why "
            "help was needed."
        ),
    }


def _on_records() -> dict[Sign, str]:
    return {
        Sign.EXITS_MISSING: _(
            "Closed without an exit assessment: %(part)s. They do not count as failures, but with them the result "
            "might be better or worse. Fill in the missing assessments or note why there are none."
        ),
        Sign.ENTRIES_MISSING: _(
            "Closed without an entry assessment: %(part)s. How the family changed cannot be said for them."
        ),
        Sign.OPENED_AGAIN: _(
            "%(again)s; none of these figures counts them. A report made before still counted what was closed then, so "
            "it may tell of more cases than this one."
        ),
        Sign.NUMBERS_OUT_OF_ORDER: _(
            "Opened earlier than a case with a lower number: %(part)s. Do not conclude from numbers which case came "
            "first, and check the days of opening."
        ),
        Sign.FOLLOW_UP_LATE: _(
            "Followed up later than six months after the exit: %(part)s, by up to %(worst)s. The later the visit, the "
            "harder it is to compare."
        ),
        Sign.NUMBERS_SPELLED_DIFFERENTLY: _(
            "The number is spelled otherwise than usual in the department, such as with or without a space: %(part)s. "
            "The search finds both; for a report bring them to one spelling."
        ),
        Sign.FOLLOW_UP_WITHOUT_SCORE: _(
            "Followed up, but without an assessment: %(part)s. Whether the result lasted cannot be said."
        ),
        Sign.PLACEMENT_NOT_RECORDED: _(
            "At closing it was not recorded where the children live: %(part)s (children: %(unknown)s of %(children)s). "
            "Whether the child is kept in the family cannot be tested on these data; unknown does not mean kept."
        ),
        Sign.TOTALS_WITHOUT_ITEMS: _(
            "Only totals without the forms behind them: %(part)s. Items are missing in %(without_items)s, the assessor "
            "in %(without_assessor)s, the number of sections in %(without_sections)s. Which problems were solved "
            "and how they were rated cannot be checked."
        ),
        Sign.RATINGS_INCOMPLETE: _(
            "Less than 80%% of the items were rated: %(part)s. What was not rated may hide weak sides; complete the "
            "forms."
        ),
    }
