"""Sessions as Django keeps them in the database; every page reads one, so that it is read as plain text of SQL."""

from typing import Any

from django.contrib.sessions.backends import db
from django.utils import timezone

from opora.common.planning import ask_known

_READ = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """The same sessions, cookies and times."""

    def _get_session_from_db(self) -> Any:
        found = ask_known(_READ, [self.session_key, timezone.now()])
        if not found:
            self._session_key = None
            return None
        return self.model(session_key=self.session_key or "", session_data=found[0][0])
