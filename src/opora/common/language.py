"""In which language the reader reads: the one place that asks for it."""

from django.utils.translation import get_language

from opora.common.bilingual import Text


def spoken() -> str:
    """The reader's language, "ru" or "en"; Russian where nobody reads, as in the night's work."""
    return "en" if (get_language() or "ru").startswith("en") else "ru"


def said(text: Text) -> str:
    """A methodologist's words in the language of the reader; Russian where they were not written in another."""
    return text.say(spoken())
