"""Tables of the stock: places and goods, who gave them, the ledger, what families need, are promised and received."""

from opora.goods.models.appealing import Appeal
from opora.goods.models.counting import CountLine, StockCount
from opora.goods.models.donating import Donation, Purpose
from opora.goods.models.giving import Issue, IssueLine, MoneyHelp
from opora.goods.models.handing import HandOut, HandOutLine
from opora.goods.models.ledger import Lot, Movement, StockEntry
from opora.goods.models.needing import FamilyNeed
from opora.goods.models.reserving import Reservation, ReservationLine
from opora.goods.models.stocking import Category, GivingNorm, Good, Kit, KitPart, StockPlace

__all__ = [
    "Appeal",
    "Category",
    "CountLine",
    "Donation",
    "FamilyNeed",
    "GivingNorm",
    "Good",
    "HandOut",
    "HandOutLine",
    "Issue",
    "IssueLine",
    "Kit",
    "KitPart",
    "Lot",
    "MoneyHelp",
    "Movement",
    "Purpose",
    "Reservation",
    "ReservationLine",
    "StockCount",
    "StockEntry",
    "StockPlace",
]
