"""What signals leave beside their sealed words: marks by which they are found, which go whole."""

from django.utils.translation import gettext_lazy as _

from opora.families.told_words import Told

TOLD = (Told("intake.SignalMark", "tokens", _("search marks of signals"), route="referral__route", whole=True),)
