"""Meetings of groups and events told in one sentence."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.families.sealing import opener
from opora.groups.models import Commitment, Mark, Session
from opora.life import words
from opora.life.queries.life_lines import Row, Told


def tell_meeting(row: Row, _names: Mapping[int, str]) -> Told:
    """Where the family was, or was expected; what it was given to do at home, and what was agreed about it."""
    states = set(row.extra.get("states") or ())
    came = Mark.State.CAME in states or not states
    table = words.MEETINGS if came else words.MISSED
    kind = row.code("kind") if came else "excused" if Mark.State.ABSENT not in states else "absent"
    parts = [str(_("Agreed: %(what)s")) % {"what": text} for text in _agreed(row)]
    if came and (homework := opener(Session, "homework")(row.sealed)):
        parts.append(pgettext("life", "At home: %(what)s") % {"what": homework})
    aside = str(words.HOMEWORK[row.code("homework")]) if row.code("homework") else ""
    return Told(str(table[kind]) % {"title": row.code("title")}, "\n".join(parts), aside, "" if came else "quiet")


def _agreed(row: Row) -> list[str]:
    """The sealed words, which stand in JSON as PostgreSQL writes bytes."""
    reads = opener(Commitment, "text")
    return [reads(bytes.fromhex(one.removeprefix("\\x"))) for one in row.extra.get("agreed") or () if one]
