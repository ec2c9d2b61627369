"""Rules of services: who may give one, what is planned against what was held, how hours are counted."""

from opora.services.rules.giving import may_give
from opora.services.rules.planned import Standing, standing_of

__all__ = ["Standing", "may_give", "standing_of"]
