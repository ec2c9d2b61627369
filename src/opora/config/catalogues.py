"""One dictionary of sentences for all rooms, though each keeps a catalogue of its own.

Django means to lay catalogues with the same plural forms together, but compares a function with a function's code:
each of our eighty stays apart, and every sentence of every page is looked for in all of them in turn.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import trans_real


def lay_together(languages: Iterable[str]) -> None:
    """Lay neighbouring catalogues that count alike into one; what was found first is found still."""
    for language in languages:
        known: Any = trans_real.translation(language)._catalog  # type: ignore[attr-defined]
        catalogues: list[dict[Any, str]] = []
        plurals: list[Any] = []
        for sentences, plural in zip(known._catalogs, known._plurals, strict=True):
            if plurals and plurals[-1].__code__ == plural.__code__:
                catalogues[-1] = {**sentences, **catalogues[-1]}
            else:
                catalogues.append(sentences)
                plurals.append(plural)
        known._catalogs, known._plurals = catalogues, plurals
