"""Each kind of live block as the parts of a report it comes to; what cannot be shown says why, in words."""

from collections.abc import Callable, Mapping
from typing import Final

from opora.reports.blocks.chain import assumptions, model, picture
from opora.reports.blocks.figures import indicator, indicators, services
from opora.reports.blocks.outcomes import depth, outcomes, people, quality, study, table
from opora.reports.blocks.tables import results, saved
from opora.reports.blocks.told import events, practice, published, quotes, steps, text
from opora.reports.blocks.work import Asked, Drawn

BUILDERS: Final[Mapping[str, Callable[[Asked], Drawn]]] = {
    "text": text,
    "indicators": indicators,
    "indicator": indicator,
    "model": model,
    "picture": picture,
    "assumptions": assumptions,
    "outcomes": outcomes,
    "table": table,
    "quality": quality,
    "depth": depth,
    "study": study,
    "results": results,
    "saved": saved,
    "services": services,
    "people": people,
    "events": events,
    "published": published,
    "practice": practice,
    "steps": steps,
    "quotes": quotes,
}

__all__ = ["BUILDERS", "Asked", "Drawn"]
