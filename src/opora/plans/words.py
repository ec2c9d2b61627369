"""Words of plans: sections, results of the outcome chain, the stages of change, the fields of a version."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# The eight sections of the shipped form of assessment.
SECTIONS: dict[int, Promise] = {
    1: pgettext_lazy("section", "Housing, employment, income"),
    2: pgettext_lazy("section", "Health and safety"),
    3: pgettext_lazy("section", "Self-care skills"),
    4: pgettext_lazy("section", "Education"),
    5: pgettext_lazy("section", "Identity"),
    6: pgettext_lazy("section", "Emotional development"),
    7: pgettext_lazy("section", "Family relationships"),
    8: pgettext_lazy("section", "Behaviour"),
}
# The middle and long-term results of the outcome chain (S1-70 to S1-99).
OUTCOMES: dict[str, Promise] = {
    "m1": pgettext_lazy("result", "Parental rights are restored, or their restriction is lifted"),
    "m2": pgettext_lazy("result", "The loss or restriction of parental rights is averted"),
    "m3": pgettext_lazy("result", "The family is better off"),
    "m4": pgettext_lazy("result", "The parent has a stable source of income"),
    "m5": pgettext_lazy("result", "The parent has learned to meet the child’s basic needs"),
    "m6": pgettext_lazy("result", "The parent has learned to run the household"),
    "m7": pgettext_lazy("result", "The parent does the tasks agreed on"),
    "m8": pgettext_lazy("result", "The parent draws on people around for the child’s needs"),
    "m9": pgettext_lazy("result", "The child copes with everyday tasks"),
    "m10": pgettext_lazy("result", "The child keeps up at school, special needs considered"),
    "m11": pgettext_lazy("result", "The child’s horizons widen"),
    "m12": pgettext_lazy("result", "Parent and child get on better"),
    "m13": pgettext_lazy("result", "The parent has given up physical punishment, or resorts to it less"),
    "m14": pgettext_lazy("result", "The parent takes charge of his or her own life"),
    "m15": pgettext_lazy("result", "The parent can meet the child’s emotional needs"),
    "m16": pgettext_lazy("result", "The parents look after the children’s health"),
    "m17": pgettext_lazy("result", "The parents look after their own health"),
    "m18": pgettext_lazy("result", "The parent cooperates in the plan"),
    "L1": pgettext_lazy("result", "The child lives safely in the birth family"),
    "L2": pgettext_lazy("result", "The children’s life in the family has become better"),
    "L3": pgettext_lazy("result", "The parent keeps up what has changed of his or her own accord"),
}
# How far the family is on its way to a change (S0-11); the stages follow Prochaska and DiClemente.
ACTIVITY: dict[int, Promise] = {
    1: pgettext_lazy("activity", "does not see the need for a change"),
    2: pgettext_lazy("activity", "has doubts, thinks it over"),
    3: pgettext_lazy("activity", "makes plans"),
    4: pgettext_lazy("activity", "acts"),
    5: pgettext_lazy("activity", "keeps up what has been reached"),
}
FIELDS: dict[str, Promise] = {
    "track": _("track"),
    "section": _("section"),
    "outcome": _("result"),
    "state": _("state"),
    "levels": _("levels of achievement"),
    "level_start": _("level at the start"),
    "level_now": _("level now"),
    "goal_id": _("goal"),
    "kind": _("kind"),
    "who": _("who answers"),
    "due_on": pgettext_lazy("task", "by"),
}


def section_title(section: int | None) -> str:
    """The words of a section; of none, those for goals beside the sections."""
    return str(SECTIONS[section]) if section in SECTIONS else str(pgettext_lazy("section", "Beside the sections"))


def outcome_title(outcome: str) -> str:
    """The words of a result; empty without one."""
    return str(OUTCOMES[outcome]) if outcome in OUTCOMES else ""


def activity_title(activity: int | None) -> str:
    """The words of a stage of change; empty when nobody said."""
    return str(ACTIVITY[activity]) if activity in ACTIVITY else ""
