"""What changes in a life, in the words of a case manager: kinds, threads within them, values."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy

from opora.circumstances.rules import KINDS, ChangeKind

Text = str | Promise

KIND_LABELS: Mapping[str, Text] = {
    "housing": pgettext_lazy("change", "Where the family lives"),
    "employment": pgettext_lazy("change", "Work"),
    "income": pgettext_lazy("change", "Income a month"),
    "entitlement": pgettext_lazy("change", "Benefits and alimony"),
    "money_worry": pgettext_lazy("change", "Worry about money"),
    "education": pgettext_lazy("change", "Where the child learns"),
    "attendance": pgettext_lazy("change", "Attendance"),
    "growth": pgettext_lazy("change", "How the child gets on"),
    "basic_needs": pgettext_lazy("change", "Basic needs of the child"),
    "training": pgettext_lazy("change", "Training of the parent"),
    "health": pgettext_lazy("change", "Health problem"),
    "health_care": pgettext_lazy("change", "Care for health"),
    "legal": pgettext_lazy("change", "Court and papers"),
    "stage_of_change": pgettext_lazy("change", "Stage of change"),
    "scaling": pgettext_lazy("change", "Scale from 0 to 10"),
    "trust": pgettext_lazy("change", "Trust"),
    "emotional": pgettext_lazy("change", "Emotional state"),
    "insight": pgettext_lazy("change", "What the parent sees"),
    "skill": pgettext_lazy("change", "Skills of the parent"),
    "routine": pgettext_lazy("change", "Order of the day"),
    "punishment": pgettext_lazy("change", "Physical punishment"),
}
ITEM_LABELS: Mapping[str, Mapping[str, Text]] = {
    "entitlement": {
        "alimony": pgettext_lazy("entitlement", "alimony"),
        "child_benefit": pgettext_lazy("entitlement", "single benefit for children"),
        "single_benefit": pgettext_lazy("entitlement", "benefit of a single parent"),
        "disability": pgettext_lazy("entitlement", "disability pension"),
        "survivor": pgettext_lazy("entitlement", "survivor’s pension"),
        "maternity_capital": pgettext_lazy("entitlement", "maternity capital"),
        "subsidy": pgettext_lazy("entitlement", "subsidy for housing costs"),
        "food": pgettext_lazy("entitlement", "free meals or milk kitchen"),
        "other": pgettext_lazy("entitlement", "another payment"),
    },
    "growth": {
        "daily_tasks": pgettext_lazy("growth", "copes with daily tasks"),
        "curriculum": pgettext_lazy("growth", "keeps up with lessons"),
        "horizons": pgettext_lazy("growth", "sees and learns new things"),
    },
    "basic_needs": {
        "safety": pgettext_lazy("basic needs", "safety"),
        "hygiene": pgettext_lazy("basic needs", "hygiene"),
        "home": pgettext_lazy("basic needs", "home and household"),
    },
    "health_care": {
        "knows": pgettext_lazy("health care", "knows what matters for health"),
        "prevents": pgettext_lazy("health care", "goes to check-ups"),
        "adheres": pgettext_lazy("health care", "keeps to the treatment"),
    },
    "legal": {
        "rights_restored": pgettext_lazy("legal", "restoring parental rights"),
        "restriction_lifted": pgettext_lazy("legal", "lifting a restriction of rights"),
        "deprivation_prevented": pgettext_lazy("legal", "keeping parental rights"),
        "alimony_suit": pgettext_lazy("legal", "alimony in court"),
        "housing_suit": pgettext_lazy("legal", "right to housing"),
        "papers": pgettext_lazy("legal", "passport, registration, citizenship"),
        "other": pgettext_lazy("legal", "another matter"),
    },
    "scaling": {
        "wanted_life": pgettext_lazy("scaling", "how near the wanted life is"),
        "parenting": pgettext_lazy("scaling", "how sure one is as a parent"),
        "coping": pgettext_lazy("scaling", "how well one copes alone"),
    },
    "trust": {
        "team": pgettext_lazy("trust", "in the team"),
        "alliance": pgettext_lazy("trust", "working together"),
    },
    "insight": {
        "critical_view": pgettext_lazy("insight", "looks at the own situation critically"),
        "authorship": pgettext_lazy("insight", "answers for the own life"),
        "labor_market": pgettext_lazy("insight", "finds the way on the labor market"),
        "own_resources": pgettext_lazy("insight", "knows who around can help"),
    },
    "skill": {
        "cleaning": pgettext_lazy("skill", "cleaning"),
        "cooking": pgettext_lazy("skill", "cooking"),
        "laundry": pgettext_lazy("skill", "laundry and clothes"),
        "budget": pgettext_lazy("skill", "family budget"),
        "child_care": pgettext_lazy("skill", "care for the child"),
        "child_talk": pgettext_lazy("skill", "talking and playing with the child"),
        "calm_dispute": pgettext_lazy("skill", "arguing without a fight"),
    },
}
_PARTLY: Mapping[str, Text] = {
    "no": pgettext_lazy("partly", "no"),
    "partly": pgettext_lazy("partly", "partly"),
    "yes": pgettext_lazy("partly", "yes"),
}
VALUE_LABELS: Mapping[str, Mapping[str, Text]] = {
    "housing": {
        "none": pgettext_lazy("housing", "no home"),
        "crisis_center": pgettext_lazy("housing", "crisis center"),
        "with_relatives": pgettext_lazy("housing", "with relatives or friends"),
        "rented": pgettext_lazy("housing", "rented"),
        "social_rent": pgettext_lazy("housing", "social rent"),
        "own": pgettext_lazy("housing", "own home"),
    },
    "employment": {
        "none": pgettext_lazy("employment", "no work"),
        "looking": pgettext_lazy("employment", "looks for work"),
        "informal_risky": pgettext_lazy("employment", "informal work, with risks"),
        "informal": pgettext_lazy("employment", "informal work, no risks"),
        "parental_leave": pgettext_lazy("employment", "parental leave"),
        "part_time": pgettext_lazy("employment", "part-time work"),
        "official": pgettext_lazy("employment", "official work"),
        "pension": pgettext_lazy("employment", "pension"),
    },
    "entitlement": {
        "not_applied": pgettext_lazy("entitlement", "entitled, not applied yet"),
        "applied": pgettext_lazy("entitlement", "applied, no answer yet"),
        "granted": pgettext_lazy("entitlement", "granted"),
        "refused": pgettext_lazy("entitlement", "refused"),
        "ended": pgettext_lazy("entitlement", "ended"),
    },
    "money_worry": {
        "heavy": pgettext_lazy("money worry", "unbearable"),
        "strong": pgettext_lazy("money worry", "strong"),
        "moderate": pgettext_lazy("money worry", "moderate"),
        "light": pgettext_lazy("money worry", "light"),
        "none": pgettext_lazy("money worry", "none"),
    },
    "education": {
        "none": pgettext_lazy("education", "nowhere"),
        "waiting_list": pgettext_lazy("education", "on the waiting list"),
        "nursery": pgettext_lazy("education", "kindergarten"),
        "school": pgettext_lazy("education", "school"),
        "home_schooling": pgettext_lazy("education", "learns at home"),
        "college": pgettext_lazy("education", "college"),
        "finished": pgettext_lazy("education", "finished learning"),
    },
    "attendance": {
        "does_not": pgettext_lazy("attendance", "does not attend"),
        "rarely": pgettext_lazy("attendance", "attends rarely"),
        "misses_often": pgettext_lazy("attendance", "misses often"),
        "misses_rarely": pgettext_lazy("attendance", "misses rarely"),
        "attends": pgettext_lazy("attendance", "attends"),
    },
    "growth": _PARTLY,
    "basic_needs": _PARTLY,
    "training": {
        "none": pgettext_lazy("training", "none"),
        "studying": pgettext_lazy("training", "studying"),
        "certificate": pgettext_lazy("training", "certificate received"),
    },
    "health": {
        "suspected": pgettext_lazy("health", "suspected"),
        "examined": pgettext_lazy("health", "being examined"),
        "untreated": pgettext_lazy("health", "not treated"),
        "treated": pgettext_lazy("health", "being treated"),
        "controlled": pgettext_lazy("health", "under control"),
        "recovered": pgettext_lazy("health", "recovered"),
    },
    "health_care": _PARTLY,
    "legal": {
        "strategy": pgettext_lazy("legal", "strategy chosen"),
        "filed": pgettext_lazy("legal", "application filed"),
        "hearing": pgettext_lazy("legal", "hearing"),
        "granted": pgettext_lazy("legal", "decided in favor"),
        "refused": pgettext_lazy("legal", "decided against"),
        "appealed": pgettext_lazy("legal", "appealed"),
        "dropped": pgettext_lazy("legal", "dropped"),
    },
    "stage_of_change": {
        "precontemplation": pgettext_lazy("stage of change", "does not think of it"),
        "contemplation": pgettext_lazy("stage of change", "doubts"),
        "preparation": pgettext_lazy("stage of change", "planning"),
        "action": pgettext_lazy("stage of change", "acting"),
        "maintenance": pgettext_lazy("stage of change", "keeping it up"),
    },
    "emotional": {
        "crisis": pgettext_lazy("emotional state", "in crisis"),
        "unsteady": pgettext_lazy("emotional state", "unsteady"),
        "tense": pgettext_lazy("emotional state", "tense"),
        "fairly_steady": pgettext_lazy("emotional state", "fairly steady"),
        "steady": pgettext_lazy("emotional state", "steady"),
    },
    "insight": _PARTLY,
    "skill": {
        "cannot": pgettext_lazy("skill", "cannot yet"),
        "with_help": pgettext_lazy("skill", "with help"),
        "when_reminded": pgettext_lazy("skill", "when reminded"),
        "alone": pgettext_lazy("skill", "alone"),
    },
    "routine": {
        "not_kept": pgettext_lazy("routine", "not kept"),
        "partly_kept": pgettext_lazy("routine", "partly kept"),
        "kept": pgettext_lazy("routine", "kept"),
    },
    "punishment": {
        "more": pgettext_lazy("punishment", "more often"),
        "same": pgettext_lazy("punishment", "as before"),
        "rarer": pgettext_lazy("punishment", "more rarely"),
        "never": pgettext_lazy("punishment", "never"),
    },
}
UNKNOWN_LABEL: Text = pgettext_lazy("change", "not known any more")
RATED_LABELS: Mapping[str, Text] = {
    "client": pgettext_lazy("rating", "by the client"),
    "specialist": pgettext_lazy("rating", "by the specialist"),
}


def kind_label(kind: str) -> str:
    return str(KIND_LABELS.get(kind, kind))


def item_label(kind: str, item: str) -> str:
    """Which benefit, which skill; empty where a kind has no threads of its own."""
    return str(ITEM_LABELS.get(kind, {}).get(item, item))


def value_label(kind: str, value: str) -> str:
    """A value in words; also that nothing is known any more."""
    return str(UNKNOWN_LABEL if value == "unknown" else VALUE_LABELS.get(kind, {}).get(value, value))


def thread_label(kind: str, item: str, rated_by: str = "") -> str:
    """What is followed: the kind, which one of it, and who says it."""
    label = kind_label(kind)
    if item:
        label = gettext("%(what)s: %(which)s") % {"what": label, "which": item_label(kind, item)}
    if rated_by:
        label = gettext("%(what)s, %(how)s") % {"what": label, "how": RATED_LABELS[rated_by]}
    return label


def number_said(number: Decimal, kind: ChangeKind) -> str:
    """An amount a month in rubles, or a point on a scale."""
    whole = number == number.to_integral_value()
    told = number_format(number, decimal_pos=0 if whole else 2, force_grouping=number >= 10_000)
    if kind.is_money:
        return gettext("%(sum)s ₽ a month") % {"sum": told}
    return gettext("%(point)s of %(most)s") % {"point": told, "most": kind.most}


def said(kind: str, value: str, number: Decimal | None) -> str:
    """What a record says: a value, a number, or both."""
    parts = [value_label(kind, value)] if value else []
    if number is not None:
        parts.append(number_said(number, KINDS[kind]))
    return ", ".join(parts)


def line_said(kind: str, item: str, rated_by: str, value: str, number: str) -> str:
    """A change in one line: what, and what it is now; of what is not for everybody only what it is about."""
    label = thread_label(kind, item, rated_by)
    if kind not in KINDS:
        return label
    told = said(kind, value, Decimal(number) if number else None)
    return gettext("%(what)s: %(which)s") % {"what": label, "which": told} if told else label
