"""The chain in words: how a box is seen, why it has no figure, what its figure rests on."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy

from opora.chain.queries import Measured, Standing, Tally
from opora.indicators import words
from opora.indicators.models import Target
from opora.indicators.rules import EXTERNAL

STATE_WORDS: Mapping[str, str | Promise] = {
    "computed": pgettext_lazy("chain", "computed from records"),
    "rated": pgettext_lazy("chain", "rated by a person"),
    "document": pgettext_lazy("chain", "shown by a document"),
    "external": pgettext_lazy("chain", "known from an outside source"),
    "not yet": pgettext_lazy("chain", "nothing shows it yet"),
}
REASONS: Mapping[str, str | Promise] = {
    "no_result": _("It is part of the work and no result: nothing is counted here."),
    "no_indicator_computed": _("Its records are here, but no indicator adds them up yet."),
    "no_indicator_rated": _("People rate it family by family; no indicator adds the ratings up yet."),
    "no_indicator_document": _("Documents show it family by family; no indicator counts them yet."),
    "no_indicator_external": _("It is known from an outside source; nobody has entered it yet."),
    "whole_house": _("It is counted for the whole organization only."),
    "no_failure": _("Nobody has recorded that it failed for a family; that does not say that it holds."),
    "no_indicator_not_yet": _("Nothing shows it yet."),
    "lacks_legal": _(
        "Legal steps stand in the plan of each family among its other steps, and no record says that a plan is a legal "
        "one: it would stand in the plan."
    ),
    "lacks_methods": _(
        "There is no register of ways of working here; what is done is said in the catalogue of services. It would "
        "stand beside the catalogue, with a description of each."
    ),
    "lacks_team": _(
        "Who works here and in which role stands under “People”; professions are recorded nowhere, so the team is not "
        "counted. They would stand on the page of each colleague."
    ),
    "lacks_wish": _(
        "That a family wants to take part is recorded nowhere; to which talks it came stands among the services given. "
        "It would stand where services are planned."
    ),
}
UNDEFINED = _("No indicator of this code is defined here.")
TRENDS: Mapping[int, str | Promise] = {
    1: pgettext_lazy("trend", "↑ more than in the period before"),
    0: pgettext_lazy("trend", "→ as in the period before"),
    -1: pgettext_lazy("trend", "↓ less than in the period before"),
}


def reason_of(standing: Standing) -> str:
    """Why there is no figure; empty where there is one."""
    if standing.reason != "undefined":
        return str(REASONS[standing.reason]) if standing.reason else ""
    first = standing.first
    return why(first) if first is not None else ""


def why(one: Measured) -> str:
    """Why an indicator has no figure; empty where it has one."""
    if one.value is not None:
        return ""
    if one.compared is not None:
        return words.reason(one.compared.now)
    return words.outside_reason() if one.code in EXTERNAL else str(UNDEFINED)


def title_of(one: Measured) -> str:
    """What the indicator is called."""
    if one.compared is not None:
        return words.title(one.compared.indicator)
    return words.title_of_code(one.code) if one.code in EXTERNAL else one.code


def value_of(one: Measured) -> str:
    """The unit and the figure, as people read it; a dash where there is none."""
    if one.compared is not None:
        measure = one.compared.indicator.measure
        shown = words.show(one.compared.now, measure)
        return shown if measure.is_share or one.value is None else f"{words.unit(measure)}: {shown}"
    if one.outside is None:
        return "–"
    return f"{words.plain_number(float(one.outside.value))} {one.outside.unit}".strip()


def rests_on(one: Measured) -> str:
    """Of how many, and of how many it is not known; of an outside figure its source."""
    if one.compared is not None:
        return words.rests_on(one.compared.now, one.compared.indicator.measure)
    return one.outside.source if one.outside is not None else ""


def target_of(one: Measured) -> str:
    """The target as it is read; empty where none is set."""
    if one.target is None:
        return ""
    way, value = one.target.get_way_display(), float(one.target.value)
    if one.compared is not None:
        return f"{way} {words.show_value(value, one.compared.indicator.measure)}"
    return f"{way} {words.plain_number(value)}"


def target_of_tally(standing: Standing) -> str:
    """The target of a box that no indicator tells of; empty where none is set."""
    return target_said(standing.target) if standing.target is not None else ""


def target_said(target: Target) -> str:
    """What such a box is to reach: at least, or at most, so many."""
    return f"{target.get_way_display()} {words.plain_number(float(target.value))}"


def trend_of(one: Measured) -> str:
    """How it went against the period before; empty where that cannot be said."""
    return str(TRENDS[one.trend]) if one.trend is not None else ""


def tally_of(one: Tally) -> str:
    """How often it was given and to how many families, how many of those in work reached it, or for whom it failed."""
    said = {
        "times": words.plain_number(one.times),
        "families": words.plain_number(one.families),
        "of": words.plain_number(one.of),
    }
    if one.kind == "given":
        return (
            ngettext(
                "given %(times)s time, families: %(families)s",
                "given %(times)s times, families: %(families)s",
                one.times,
            )
            % said
        )
    if one.kind == "recorded":
        return _recorded(one)
    if one.kind == "failed":
        return _failed(one)
    return (
        ngettext(
            "reached in this time: %(families)s family, of %(of)s in work",
            "reached in this time: %(families)s families, of %(of)s in work",
            one.families,
        )
        % said
    )


def value_of_tally(one: Tally) -> str:
    """What is told first of it, and what it counts: families that reached it, else how often it was given, recorded."""
    if one.kind == "reached":
        return pgettext("value of a box", "%(n)s (families)") % {"n": words.plain_number(one.families)}
    if one.kind == "given":
        return pgettext("value of a box", "%(n)s (times)") % {"n": words.plain_number(one.times)}
    return pgettext("value of a box", "%(n)s (records)") % {"n": words.plain_number(one.times)}


def tally_rests_on(one: Tally) -> str:
    """Of how many in work, or for how many families; nothing where it belongs to the whole house."""
    if one.kind == "reached":
        return pgettext("value of a box", "of %(n)s in work") % {"n": words.plain_number(one.of)}
    if not one.families and one.times:
        return ""
    return pgettext("value of a box", "families: %(n)s") % {"n": words.plain_number(one.families)}


def trend_of_tally(one: Tally) -> str:
    """How it went against as many days right before; empty where that cannot be said."""
    return str(TRENDS[one.trend]) if one.trend is not None else ""


def _recorded(one: Tally) -> str:
    """So many papers or records; what belongs to the whole house has no families behind it."""
    said = {"times": words.plain_number(one.times), "families": words.plain_number(one.families)}
    if one.times and not one.families:
        return pgettext("papers and records", "on record: %(times)s") % said
    return pgettext("papers and records", "on record: %(times)s, families: %(families)s") % said


def _failed(one: Tally) -> str:
    """For how many families in work it did not hold; that nobody said so of the others is no word on them."""
    failed = ngettext(
        "did not hold for %(families)s family, of %(of)s in work",
        "did not hold for %(families)s families, of %(of)s in work",
        one.families,
    ) % {"families": words.plain_number(one.families), "of": words.plain_number(one.of)}
    rest = one.of - one.families
    if not rest:
        return failed
    unknown = ngettext("of %(rest)s it is not known", "of %(rest)s it is not known", rest)
    return f"{failed}; {unknown % {'rest': words.plain_number(rest)}}"
