"""Reading an act of help with what is told in it; the look is a line in the journal."""

from collections.abc import Mapping

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.families.sealing import opened
from opora.goods.models import Issue
from opora.goods.queries.issues import get_issue, is_in_sight


@transaction.atomic
def read_act(*, actor: Actor, issue_id: int) -> tuple[Issue, Mapping[str, str]]:
    """An act and its words: the remark, what the money was for, who decided, how it was spent.

    A worker of the warehouse sees the act he handed out, and no words.
    """
    issue = get_issue(actor=actor, issue_id=issue_id)
    words: dict[str, str] = {}
    if is_in_sight(actor=actor, issue=issue):
        words["remark"] = opened(issue, "remark")
        if money := getattr(issue, "money", None):
            words |= {name: opened(money, name) for name in ("purpose", "decision", "proof")}
    case_id = issue.case_id or (issue.route.case_id if issue.route else None)
    audit.record(actor=actor, verb="goods.act_read", case_id=case_id, number=issue.act_number, issue=issue.pk)
    return issue, words
