"""The words of services for pages and lists."""

from opora.catalogue import words as catalogue
from opora.common.choices import offered
from opora.services.models import Provision

STATES = offered(*Provision.State)
PLACES = offered(*Provision.Where)
FORMATS = tuple(catalogue.FORMATS.items())
PROVIDERS = tuple(catalogue.PROVIDERS.items())
MODES = catalogue.MODES
