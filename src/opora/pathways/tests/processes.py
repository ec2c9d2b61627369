"""The shipped processes as plain values, and a small one of which tests may spoil a copy."""

import copy
import tomllib
from pathlib import Path
from typing import Any

import opora

SHIPPED = sorted((Path(opora.__file__).parent / "packs" / "practices").glob("*/process.toml"))


def shipped(code: str = "family_help") -> dict[str, Any]:
    """A fresh copy of a shipped process."""
    (path,) = (path for path in SHIPPED if path.parent.name == code)
    return tomllib.loads(path.read_text("utf-8"))


def words(text: str) -> dict[str, str]:
    return {"ru": text, "en": text}


_SMALL: dict[str, Any] = {
    "code": "small",
    "title": words("Small"),
    "start": "signal",
    "case_start": "work",
    "roles": {
        "intake": {"title": words("Intake"), "access": ["coordinator"]},
        "manager": {"title": words("Manager"), "access": ["case_manager", "coordinator"]},
    },
    "documents": {"report": words("Report"), "minutes": words("Minutes")},
    "fields": {"side": {"title": words("Side"), "kind": "choice", "choices": {"family": words("Family")}}},
    "stages": {
        "signal": {"title": words("Signal"), "role": "intake", "days": 2, "at": [0, 0]},
        "vote": {"title": words("Vote"), "role": "manager", "days": 5, "at": [1, 0]},
        "work": {"title": words("Work"), "role": "manager", "at": [2, 0], "tasks": {"papers": words("Papers")}},
    },
    "exits": {
        "rejected": {"title": words("Rejected"), "kind": "refused", "at": [1, 1]},
        "closed": {"title": words("Closed"), "kind": "success", "at": [3, 0], "case_reason": "goals_achieved"},
        "declined": {"title": words("Declined"), "kind": "declined", "at": [3, 1], "case_reason": "family_declined"},
    },
    "criteria": {
        "need": {
            "title": words("Criteria"),
            "facts": {
                "is_child": {"title": words("A child"), "values": [True, False]},
                "risk": {"title": words("Risk"), "values": ["low", "high"]},
            },
            "rows": [
                {"when": {"is_child": False}, "then": "not_fits", "why": words("No child")},
                {"when": {"risk": "low"}, "then": "not_fits", "why": words("No risk")},
                {"when": {"risk": "high", "is_child": True}, "then": "fits", "why": words("Fits")},
            ],
        }
    },
    "actions": {
        "study": {"title": words("Study"), "from": "signal", "to": "vote", "documents": ["report"], "facts": "need"},
        "open": {
            "title": words("Open"),
            "from": "vote",
            "to": "work",
            "documents": ["minutes"],
            "criteria": {"need": ["fits"]},
            "effect": "open_case",
        },
        "reject": {"title": words("Reject"), "from": "vote", "to": "rejected", "reason": True},
        "again": {"title": words("Again"), "from": "work", "to": "work", "documents": ["report"], "kind": "loop"},
        "close": {"title": words("Close"), "from": "work", "to": "closed", "effect": "close_case"},
        "refuse": {
            "title": words("Refuse"),
            "from": "*",
            "except": ["signal"],
            "to": "declined",
            "effect": "close_case",
            "fields": ["side"],
            "reason": True,
            "roles": ["manager"],
        },
    },
}


def small() -> dict[str, Any]:
    return copy.deepcopy(_SMALL)
