"""The tables of what is on its way to a record."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Intention(models.Model):
    """Something a person sent, carried out once: whoever sends the very same again gets the first answer."""

    # Tells who sent what from which page; keyed, so that nothing typed can be guessed from it.
    mark = models.CharField(_("mark"), max_length=64, unique=True)
    address = models.CharField(_("where the answer stands"), max_length=300)
    word = models.CharField(_("what was said"), max_length=500, blank=True)
    made_at = models.DateTimeField(_("made at"), db_index=True)

    class Meta:
        verbose_name = _("intention")
        verbose_name_plural = _("intentions")
