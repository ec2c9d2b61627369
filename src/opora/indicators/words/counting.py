"""How each measure counts, in words: whom once, by which day, and what happens in the cases people ask about."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.fields.rules import Kind
from opora.indicators.rules import Measure

RULES = {
    "own_field": _(
        "An own field tells what was answered by the day one looks from; whom nobody asked is not known, and no “no”."
    ),
    "own_fields": _(
        "An own field tells what was answered by the day one looks from; with several answers a family stands in each "
        "of them; whom nobody asked is not known."
    ),
    "day_received": _("The day the signal came decides the period."),
    "day_given": _("The day on which it was given decides the period."),
    "day_moved_in": _("The day of moving in decides the period."),
    "day_last_night": _("Counted is the night of the last day of the period."),
    "day_nights": _("A night belongs to the day on which it begins."),
    "day_held": _("The day on which it was held decides the period."),
    "day_last": _("Counted is how it stands on the last day of the period."),
    "day_signed": _("The day of signing decides the period."),
    "day_made": _("The day of the material decides the period."),
    "day_last_count": _("Of each channel the last count up to the last day of the period is taken."),
    "day_joined": _("The day of joining decides the period."),
    "day_due": _("The day by which the task was to be done decides the period, also where it was done later."),
    "day_aided": _("The day of an act of aid decides the period, of those given while the family had no contract."),
    "day_active": _("A goal counts that was set by the end of the period and not decided before it."),
    "day_homework": _("The day of the meeting at which it was given decides the period."),
    "day_marked": _("The day that was looked at decides the period."),
    "day_until": _("The day until which it was planned, or on which it was stopped, decides the period."),
    "day_closed_letter": _("The day on which the request was closed decides the period."),
    "day_closed": _("The day of closing decides the period."),
    "day_look_back": _("The day on which the look back after six months was due decides the period."),
    "day_change": _("The day of the change decides the period."),
    "day_sent": _("The day of sending decides the period."),
    "day_map": _("The newest social map in the period is compared with the last one before it, else with the first."),
    "day_measured": _("The newest measure in the period is compared with the last one before it, else with the first."),
    "day_step": _("The day of the step decides the period."),
    "day_ended": _("The day on which the path ended decides the period."),
    "day_began": _("The day on which the path began decides the period."),
    "once_record": _("Each record counts once."),
    "once_family": _("A family counts once in the period, however many records, cases and programs it has."),
    "once_person": _("A person counts once in the period, in however many programs and however often."),
    "once_child": _("A child counts once, by the newest closing in the period, also where several cases name it."),
    "once_case": _("Each case counts by itself; of families and people the newest closing in the period counts."),
    "once_item": _("Each item counts once in each case."),
    "once_night": _("A bed for a night counts once for each person."),
    "once_family_meeting": _("A meeting with several families counts for each of them."),
    "heads": _("Who came twice is counted twice: nobody knows who they were."),
    "heads_apart": _("Who came without registration stands apart, by heads."),
    "kinds_overlap": _("An act with several things stands in each kind, so kinds do not add up."),
    "two_programs": _("Who is helped by two programs counts in each, and once in the whole: programs do not add up."),
    "two_programs_told": _(
        "Who is helped by two programs counts in the one in whose work it was told, and once in the whole."
    ),
    "two_programs_record": _("A record belongs to one program, so programs add up to the whole."),
    "whole": _("It belongs to no program: there is one figure for the whole organization."),
    "reopened": _("A case closed and opened again counts only by the closing that stood on the day one looks from."),
    "reopened_free": _("Whether a case was closed and opened again makes no difference."),
    "grown": _("Who had come of age, left the family or died by that day is no child of it and counts nowhere here."),
    "age_free": _("Coming of age makes no difference."),
    "as_on_coming": _("Whoever moved in counts as what he or she was then: who came of age since stays a child here."),
    "unknown": _("What is not known stands apart: it is in neither part of the share and never a no."),
    "not_recorded": _("What nobody recorded cannot be counted; that is no proof that there was none."),
    "unnamed": _("Aid to a family that nobody has named yet stands apart: it is not known whom it reached."),
    "taken_back": _("What was taken back or voided counts nowhere."),
    "palliative": _("Families accompanied until a child is of age are counted apart, not here."),
    "as_of": _("What happened after the day one looks from is not known yet."),
    "strictly": _("Only more than the threshold counts: exactly half is not more than 50 percent."),
    "no_answer": _("A request closed without an answer was not granted."),
    "no_answer_days": _("Requests without an answer have no number of days and are left out."),
    "time_left": _("While there is time for the answer, the letter stands apart: it is not known yet."),
    "first_learned": _("A home we learn of at the start of the work is no move."),
    "one_measure": _("With one measure nothing can be compared: such families stand apart as not known."),
    "followers_overlap": _("Who follows two channels is in both."),
    "client": _("The client of the case stands for the parent."),
    "open_now": _("It tells of cases that are open today; how it stood earlier is not kept."),
    "undecided": _("A path on which nothing is decided yet stands apart."),
    "claims": _("There is no comparison group: the figure says what changed, not that our help is the reason."),
}
UNITS = {
    "acts": pgettext_lazy("unit", "acts"),
    "agreements": pgettext_lazy("unit", "agreements"),
    "cases": pgettext_lazy("unit", "cases"),
    "children": pgettext_lazy("unit", "children"),
    "days": pgettext_lazy("unit", "days"),
    "events": pgettext_lazy("unit", "events"),
    "families": pgettext_lazy("unit", "families"),
    "followers": pgettext_lazy("unit", "followers"),
    "goals": pgettext_lazy("unit", "goals"),
    "heads": pgettext_lazy("unit", "heads"),
    "helpers": pgettext_lazy("unit", "people and organizations"),
    "items": pgettext_lazy("unit", "items"),
    "letters": pgettext_lazy("unit", "letters"),
    "meetings": pgettext_lazy("unit", "meetings"),
    "nights": pgettext_lazy("unit", "nights"),
    "parents": pgettext_lazy("unit", "parents"),
    "paths": pgettext_lazy("unit", "paths"),
    "people": pgettext_lazy("unit", "people"),
    "plans": pgettext_lazy("unit", "plans"),
    "records": pgettext_lazy("unit", "records"),
    "requests": pgettext_lazy("unit", "requests"),
    "sections": pgettext_lazy("unit", "sections"),
    "services": pgettext_lazy("unit", "services"),
    "signals": pgettext_lazy("unit", "signals"),
    "steps": pgettext_lazy("unit", "steps"),
    "tasks": pgettext_lazy("unit", "tasks"),
    "ties": pgettext_lazy("unit", "ties"),
    "times": pgettext_lazy("unit", "times"),
    "units": pgettext_lazy("unit", "units"),
    "weak_sides": pgettext_lazy("unit", "weak sides"),
}
OVER = {
    "month": _("It counts the month of the last day of the period up to that day, whatever the first day is."),
    "quarter": _("It counts the quarter of the last day of the period up to that day, whatever the first day is."),
    "year": _("It counts from the first of January up to the last day of the period, whatever the first day is."),
    "twelve_months": _("It counts the twelve months up to the last day of the period, whatever the first day is."),
    "ever": _("It counts everything up to the last day of the period, whatever the first day is."),
}
PERIOD_RULES = {
    "": pgettext_lazy("rule of the period", "the days asked for"),
    "month": pgettext_lazy("rule of the period", "the month of the last day"),
    "quarter": pgettext_lazy("rule of the period", "the quarter of the last day"),
    "year": pgettext_lazy("rule of the period", "from the first of January on"),
    "twelve_months": pgettext_lazy("rule of the period", "the twelve months up to the last day"),
    "ever": pgettext_lazy("rule of the period", "everything up to the last day"),
}
REASONS = {
    "nobody": _("There was nobody to count in this period."),
    "only_unknown": _("There are records, but of none of them is it known."),
    "nothing_measured": _("Nothing was measured in this period."),
    "whole_house": _("It is counted for the whole organization only."),
    "no_days": _("The period has no days."),
    "outside": _("It cannot be computed from records here; nobody has entered it yet."),
}


def counting_rules(measure: Measure, by: Iterable[str] = (), period_rule: str = "") -> list[str]:
    """Whom it counts once, by which day, what happens to whom people ask about; `by` are its filters and its split."""
    over = [str(OVER[period_rule])] if period_rule else []
    return [*over, *(str(RULES[code]) for code in (*measure.said, *_said_of_fields(measure, by)))]


def _said_of_fields(measure: Measure, by: Iterable[str]) -> list[str]:
    named = [one.field for code in by if (one := measure.split_named(code)) is not None and one.field is not None]
    return list(dict.fromkeys("own_fields" if one.kind is Kind.SEVERAL else "own_field" for one in named))
