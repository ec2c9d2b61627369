"""Tables that are there before anybody made one: what the source documents and the daily work ask for most."""

from collections.abc import Mapping
from typing import Final

from opora.pivot.rules.definition import Definition

READY: Final[Mapping[str, Definition]] = {
    # S3-52: services regrouped by direction, on the ground of the form.
    "direction-section": Definition("items_solved", "received_direction", "section", kind="share", period="ever"),
    "channel-decision": Definition("signals", "channel", "decision"),
    "item-program": Definition("items_weak_entry", "item", "program", kind="share", period="ever"),
    "services-month": Definition("services", "direction", "month"),
    "aid-month": Definition("aid", "kind", "month"),
    "reason-program": Definition("cases", "reason", "program", kind="records", day="closed"),
    "outcome-department": Definition("cases", "outcome", "department", kind="records", day="closed"),
}
