"""The cases of Russian as people call them, and the label of a name in one."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

CASES = {
    "genitive": pgettext_lazy("case of a name", "of whom"),
    "dative": pgettext_lazy("case of a name", "to whom"),
    "accusative": pgettext_lazy("case of a name", "whom"),
    "instrumental": pgettext_lazy("case of a name", "by whom"),
    "prepositional": pgettext_lazy("case of a name", "about whom"),
}


def case_said(one: Any) -> str:
    """A name or a post with the question its case answers."""
    return _("%(words)s: %(case)s?") % {"words": one.words, "case": CASES[one.case]}
