"""The fingerprint of a report as it was taken: another figure, day or author would give another one."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any


def fingerprint(content: Mapping[str, Any], *, author: str, on: date) -> str:
    """SHA-256 over everything the report says, who took it and on which day."""
    body = json.dumps([content, author, on.isoformat()], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(body.encode()).hexdigest()
