"""Of whom own fields ask, and of what kind their answers are, in words."""

from django.utils.translation import pgettext_lazy

ABOUTS = {
    "family": pgettext_lazy("own field", "the family"),
    "person": pgettext_lazy("own field", "each person of the family"),
    "case": pgettext_lazy("own field", "the case"),
    "contact": pgettext_lazy("own field", "a contact with the family"),
}
KINDS = {
    "text": pgettext_lazy("own field", "text"),
    "number": pgettext_lazy("own field", "number"),
    "day": pgettext_lazy("own field", "day"),
    "yes_no": pgettext_lazy("own field", "yes, no, not known"),
    "choice": pgettext_lazy("own field", "one of a list"),
    "several": pgettext_lazy("own field", "several of a list"),
}
