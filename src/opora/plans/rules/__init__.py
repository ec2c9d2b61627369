"""The rules of plans: how much is reached, who answers, what a version holds, when to look again."""

from opora.plans.rules.accountable import KINDS, Accountable, parse_accountable
from opora.plans.rules.goals import THRESHOLDS, Share, share
from opora.plans.rules.readiness import Lack, TaskFacts, lacks
from opora.plans.rules.review_due import EVENT_REVIEW_DAYS, REVIEW_MONTHS, earlier_review, event_review, next_review
from opora.plans.rules.versions import (
    Change,
    Content,
    GoalText,
    Part,
    TaskText,
    compare_words,
    content_from,
    content_to_data,
    differences,
)

__all__ = [
    "EVENT_REVIEW_DAYS",
    "KINDS",
    "REVIEW_MONTHS",
    "THRESHOLDS",
    "Accountable",
    "Change",
    "Content",
    "GoalText",
    "Lack",
    "Part",
    "Share",
    "TaskFacts",
    "TaskText",
    "compare_words",
    "content_from",
    "content_to_data",
    "differences",
    "earlier_review",
    "event_review",
    "lacks",
    "next_review",
    "parse_accountable",
    "share",
]
