"""Reading the chain: models with their figures, arrows asked, one family's way along a model."""

from opora.chain.queries.arrows import (
    PARTS,
    ArrowAnswer,
    FamilyBehind,
    arrow_between,
    families_behind,
    read_arrows,
)
from opora.chain.queries.boxes import cases_of_box, counted_at
from opora.chain.queries.family import FamilyBox, FamilyChain, read_family_chain
from opora.chain.queries.standing import (
    AssumptionStanding,
    BoxStanding,
    Chain,
    Measured,
    Standing,
    box_of,
    read_chain,
)
from opora.chain.queries.tallies import Tally

__all__ = [
    "PARTS",
    "ArrowAnswer",
    "AssumptionStanding",
    "BoxStanding",
    "Chain",
    "FamilyBehind",
    "FamilyBox",
    "FamilyChain",
    "Measured",
    "Standing",
    "Tally",
    "arrow_between",
    "box_of",
    "cases_of_box",
    "counted_at",
    "families_behind",
    "read_arrows",
    "read_chain",
    "read_family_chain",
]
