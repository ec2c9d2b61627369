from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DetailsConfig(AppConfig):
    name = "opora.details"
    verbose_name = _("details")
