"""Tables of the process: the paths of families, their steps and papers, and what every record of the work is."""

from opora.process.models.records import Amended, Amendment, Standing, Voidable, WorkRecord
from opora.process.models.routes import (
    Paper,
    Route,
    RouteFlow,
    RouteMember,
    RouteStanding,
    RouteStep,
    StandingRoutes,
)

__all__ = [
    "Amended",
    "Amendment",
    "Paper",
    "Route",
    "RouteFlow",
    "RouteMember",
    "RouteStanding",
    "RouteStep",
    "Standing",
    "StandingRoutes",
    "Voidable",
    "WorkRecord",
]
