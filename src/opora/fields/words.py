"""Own fields in words: what one is called, and its answers."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import pgettext_lazy

from opora.common.language import said
from opora.fields.rules import Kind, OwnField

_ENDED: Final = pgettext_lazy("own field", "%(field)s (asked no more)")
_TAKEN_OUT: Final = pgettext_lazy("own field", "%(answer)s (offered no more)")
_YES_NO: Final = {"yes": pgettext_lazy("answer", "yes"), "no": pgettext_lazy("answer", "no")}


def field_title(field: OwnField) -> str:
    """As the organization calls it, and whether it is asked no more."""
    title = said(field.title)
    return title if field.ended_on is None else str(_ENDED) % {"field": title}


def answers_named(field: OwnField) -> Mapping[str, str]:
    """The known answers by their code, in the order in which it offers them; of one taken out since that it is so."""
    if field.kind is Kind.YES_NO:
        return {code: str(word) for code, word in _YES_NO.items()}
    return {
        one.code: str(_TAKEN_OUT) % {"answer": said(one.title)} if one.is_ended else said(one.title)
        for one in field.choices
    }
