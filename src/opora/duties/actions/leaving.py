"""Whoever leaves leaves nothing behind."""

from typing import Any

from django.utils.translation import gettext as _

from opora.common.errors import Refused
from opora.duties.queries import count_left


def refuse_to_leave_work(*, user_ids: list[int], **_news: Any) -> None:
    """An account is about to be closed: not while work hangs on it."""
    for user_id in user_ids:
        if count := count_left(user_id=user_id):
            raise Refused(
                _("Work still hangs on this person: %(count)s in all. Pass it on first, then close access.")
                % {"count": count}
            )
