"""The sentences for what may not happen with the people around a family."""

from django.utils.translation import gettext_lazy as _

from opora.common.errors import NotFound


def unseen() -> NotFound:
    """The one answer for a record that does not exist and for one this person may not see."""
    return NotFound(_("There is no such record about the people around the family."))
