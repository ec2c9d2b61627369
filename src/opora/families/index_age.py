"""Whether people are findable by the rules of this version. Asked at every start, so it raises nothing of the room."""

from opora.families.models import SearchIndex
from opora.families.rules import INDEX_VERSION


def is_index_old() -> bool:
    """Whether anybody's search mark was made by an older version of the rule."""
    return SearchIndex.objects.filter(version__lt=INDEX_VERSION).exists()
