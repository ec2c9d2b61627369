"""What the organization says of each sign."""

from opora.attention.models import SignChoice
from opora.attention.rules import SIGNS, SignSetting


def settings() -> dict[str, SignSetting]:
    """What the organization says of each sign; what it has not touched stands as shipped."""
    chosen = {row.code: SignSetting(row.threshold, row.is_on) for row in SignChoice.objects.all()}
    return {sign.code: chosen.get(sign.code, SignSetting(sign.threshold)) for sign in SIGNS}
