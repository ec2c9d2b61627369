"""Reading attention: which families need a look and why, those put aside, what the organization says of the signs."""

from opora.attention.queries.aside import AsideLine, put_aside
from opora.attention.queries.known import Known, known_of
from opora.attention.queries.looks import Looks, who_needs_a_look
from opora.attention.queries.settings import settings

__all__ = ["AsideLine", "Known", "Looks", "known_of", "put_aside", "settings", "who_needs_a_look"]
