"""Acts of help are numbered in one row of a year, whoever gives the help."""

import secrets
from collections.abc import Sequence

from opora.audit import actions as audit
from opora.goods.models import Issue

_WAITING = "~"


def unnumbered() -> str:
    """What stands in the place of a number until the last step, where it is given: nobody ever sees it."""
    return f"{_WAITING}{secrets.token_hex(8)}"


def give_number(issue: Issue) -> None:
    """The next number of the year; whoever asks at the same moment waits for this transaction, so it is asked last."""
    issue.act_number = f"{audit.next_number('aid_act', issue.given_on.year)}/{issue.given_on.year}"
    issue.save(update_fields=["act_number"])


def give_numbers(issues: Sequence[Issue]) -> None:
    """Numbers that follow each other for acts of one day, in their order."""
    if issues:
        year = issues[0].given_on.year
        for issue, number in zip(issues, audit.next_numbers("aid_act", year, count=len(issues)), strict=True):
            issue.act_number = f"{number}/{year}"
        Issue.objects.bulk_update(issues, ["act_number"])
