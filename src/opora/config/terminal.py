"""Words for the person at the terminal, in the language of the installation."""


def words(sentence: str, **facts: object) -> str:
    """The sentence in the installation's language with its facts filled in; in English before that is known.

    The database speaks before Django is set up, for example when tests begin.
    """
    # Every command speaks through here; one that only lists its options needs no Django for it.
    from django.conf import settings
    from django.core.exceptions import AppRegistryNotReady, ImproperlyConfigured
    from django.utils.translation import gettext

    try:
        translated = gettext(sentence) if settings.configured else sentence
    except (AppRegistryNotReady, ImproperlyConfigured):
        translated = sentence
    return translated % facts if facts else translated
