"""A prepared table and a kept one as a page draws them."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from opora.indicators.words import plain_number
from opora.release import words
from opora.release.queries import Prepared, Shown
from opora.release.rules import Reason

PREVIEW = 60
SHORT = {
    Reason.SMALL: "1",
    Reason.GROUP: "2",
    Reason.BESIDE: "3",
    Reason.EARLIER: "4",
}
TAGS = {"waiting": "warn", "released": "ok", "sent_back": "late", "withdrawn": "plain", "recalled": "late"}


def grid(prepared: Prepared) -> dict[str, Any]:
    """The table that would leave the house; a hidden number says by a small mark why."""
    rows = [[_cell(one) for one in row] for row in prepared.rows[:PREVIEW]]
    return _table(prepared.heads, rows, len(prepared.rows))


def kept_grid(content: Mapping[str, Any]) -> dict[str, Any]:
    """The table as it was kept; why a number is hidden is said of none."""
    rows = [[_kept(value) for value in row] for row in content["rows"][:PREVIEW]]
    return _table(content["columns"], rows, len(content["rows"]))


def _table(heads: Any, rows: list[list[dict[str, Any]]], whole: int) -> dict[str, Any]:
    heads = [str(one) for one in heads]
    return {
        "heads": heads,
        "is_text": all(isinstance(one["value"], str) for row in rows for one in row) and len(heads) > 2,
        "rows": [
            {
                "label": row[0]["text"],
                "cells": [{**one, "head": head} for head, one in zip(heads[1:], row[1:], strict=True)],
            }
            for row in rows
        ],
        "more": max(0, whole - len(rows)),
    }


def _cell(one: Shown) -> dict[str, Any]:
    if one.reason is not None:
        return {"text": words.hidden_sign(), "mark": SHORT[one.reason], "why": words.REASONS[one.reason], "value": None}
    return _kept(one.value) if not (one.is_share and one.value is None) else {"text": "–", "value": None}


def _kept(value: Any) -> dict[str, Any]:
    if value is None:
        return {"text": words.hidden_sign(), "value": None, "is_hidden": True}
    return {"text": value if isinstance(value, str) else plain_number(value), "value": value}


def reasons(prepared: Prepared) -> list[dict[str, Any]]:
    """Why numbers are hidden, with the marks and how many."""
    return [{"mark": SHORT[why], "text": words.REASONS[why], "count": count} for why, count in prepared.reasons.items()]


def what_is_hidden(prepared: Prepared) -> str:
    """In one sentence."""
    if prepared.asked.table == "rows":
        if prepared.left_out:
            return _("%(count)s cases are left out: nobody is like them.") % {"count": prepared.left_out}
        return _("No case had to be left out.")
    if not prepared.hidden:
        return _("Nothing had to be hidden: every group is large enough.")
    return _("Hidden: %(hidden)s. Nobody can compute them from the totals or from what left the house before.") % {
        "hidden": prepared.hidden
    }
