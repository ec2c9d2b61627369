"""What studies say in plain words: steps, slots, parts, what is lacking; never that anything is proved (X-14)."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from opora.evidence import words
from opora.evidence.rules.outcomes import ProgramOutcome
from opora.evidence.rules.verdict import Because, Verdict
from opora.studies.models import Hypothesis
from opora.studies.rules.judging import Regression, fell_by, is_testable, regression

STEPS: Mapping[str, object] = {
    "what": pgettext_lazy("study", "What do we want to know"),
    "outcome": pgettext_lazy("study", "Which social result"),
    "intervention": pgettext_lazy("study", "What exactly do we do"),
    "hypothesis": pgettext_lazy("study", "What do we suppose"),
    "instrument": pgettext_lazy("study", "How is it measured"),
    "indicators": pgettext_lazy("study", "Which figures we look at"),
}
SLOTS: Mapping[str, object] = {
    "social_result": gettext_lazy("Social result"),
    "intervention": gettext_lazy("Intervention"),
    "hypothesis": gettext_lazy("Hypothesis"),
    "use": gettext_lazy("What the analysis is for"),
    "measured": gettext_lazy("What is measured"),
    "instrument": gettext_lazy("With what"),
    "scale": gettext_lazy("Scale"),
    "success": gettext_lazy("When it counts as success"),
    "second": gettext_lazy("Second measure of success"),
}
PARTS: Mapping[str, object] = {
    "wellbeing": gettext_lazy("the family’s well-being improved: fewer weak sides"),
    "children": gettext_lazy("the child is kept in the family"),
}
INDICATORS: Mapping[str, object] = {
    "IND-30": gettext_lazy("families with fewer weak sides"),
    "IND-31": gettext_lazy("by how many weak sides fewer"),
    "IND-32": gettext_lazy("families with at least one problem solved"),
    "IND-33": gettext_lazy("sections that need a solution"),
    "IND-35": gettext_lazy("what is missing in the data"),
    "IND-20": gettext_lazy("children in their own family"),
}
_OTHER: Mapping[str, object] = {
    "question": gettext_lazy("Question"),
    "program": gettext_lazy("Program"),
    "parts": gettext_lazy("Parts of the hypothesis"),
    "indicators": gettext_lazy("Figures"),
}
USUAL_RHO: Sequence[float] = (0.5, 0.7, 0.9)


def is_missing(name: str) -> str:
    """That a field is lacking, and on which step it is asked."""
    from opora.studies.rules.hypothesis import STEPS as ORDER
    from opora.studies.rules.hypothesis import step_of

    title = SLOTS.get(name) or _OTHER[name]
    return _("Step %(n)s: “%(title)s” is not said yet.") % {"n": ORDER.index(step_of(name)) + 1, "title": title}


def usual_slots() -> dict[str, str]:
    """The slots as the source document words them; whoever asks something else says it in other words."""
    return {
        "social_result": _("the family’s situation in life is better by at least one indicator"),
        "intervention": _("comprehensive support"),
        "hypothesis": _(
            "Thanks to comprehensive support families’ well-being has improved and the child is kept in the family."
        ),
        "use": _("to improve our work with the families who receive comprehensive help"),
        "measured": _("the family’s well-being: the number of weak sides"),
        "instrument": _("the unified assessment form, filled in"),
        "scale": _("sections that need a solution, from 1 to 8; the sum of weak sides"),
        "success": _(
            "entry and exit compared: success is at least one weak side fewer, its degree is how many weak sides fewer"
        ),
        "second": _("at least one problem is solved"),
    }


def answer(verdict: Verdict) -> str:
    """The answer on one part: the data agree, disagree, are not enough, or there is nothing to test it by."""
    if verdict.because is Because.NO_PLACEMENT:
        return _("not testable: placement not recorded")
    if not is_testable(verdict):
        return _("not testable: nothing recorded")
    return words.verdict(verdict)


def reason(part: str, verdict: Verdict, outcome: ProgramOutcome, least: int) -> str:
    """Why the part was answered so, with its figures."""
    if part == "children":
        return words.children_reason(outcome)
    said = words.verdict_reason(outcome)
    if least <= 1:
        return said
    fell = fell_by(outcome, least)
    more = _("At least %(least)s weak sides fewer: %(part)s (%(interval)s).") % {
        "least": words.number(least),
        "part": words.part(fell.n, fell.total),
        "interval": words.percent_interval(fell.interval),
    }
    return f"{more} {said}"


def before(hypothesis: Hypothesis) -> str:
    """What may have been known when the hypothesis was written down (standards 4, caveat 7)."""
    if not hypothesis.closed_then:
        return _("When it was registered no case of the period was closed: the data could not suggest it.")
    return _(
        "When it was registered, cases of the period closed already: %(cases)s. Whoever had seen their outcomes may "
        "have taken the hypothesis from them; then the same data do not test it."
    ) % {"cases": words.number(hypothesis.closed_then)}


def regressions(outcome: ProgramOutcome, usual: float) -> list[tuple[str, Regression]]:
    """How much of the mean fall would be expected without help, for several assumptions."""
    if outcome.entry.mean is None or outcome.change.mean is None:
        return []
    entry, change = outcome.entry.mean, outcome.change.mean
    found = [regression(entry=entry, change=change, usual=usual, rho=rho) for rho in USUAL_RHO]
    return [(words.number(one.rho, 2), one) for one in found]


def remains(one: Regression) -> str:
    """What is left of the fall after that."""
    if one.remains <= 0:
        return _("nothing is left of the change")
    return _("about %(n)s weak sides fewer are left") % {"n": words.number(one.remains)}
