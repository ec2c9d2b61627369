"""How a name or a post was corrected before: found by a blind mark, so that no name lies open."""

from collections.abc import Iterable, Mapping

from opora.correspondence.models import RememberedCases
from opora.families.keyring import blind_index
from opora.families.sealing import opened

NAME, POST = "name", "post"


def mark_of(kind: str, words: str) -> bytes:
    """The blind mark of a name or a post as it is written in the nominative."""
    return blind_index().of_words(kind, words)


def cases_of(wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Mapping[str, str]]:
    """For names and posts the cases that somebody put right before; what was never corrected is left out."""
    marks = {mark_of(kind, words): (kind, words) for kind, words in wanted if words}
    found = RememberedCases.objects.filter(mark__in=list(marks))
    return {marks[bytes(one.mark)]: opened(one, "forms") for one in found}
