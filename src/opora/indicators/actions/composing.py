"""An indicator composed of a measure: published, by a page or by a folder, and put away."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid, NotFound
from opora.common.findings import ERROR
from opora.common.one_at_a_time import one_at_a_time
from opora.common.text import squeeze
from opora.indicators import FILE, policies
from opora.indicators.models import IndicatorDraft, IndicatorVersion
from opora.indicators.queries.composed import fields_of_figures, own_indicators, read_file
from opora.indicators.rules.composing import problems_of
from opora.indicators.rules.files import read_indicators

WRONG = {
    "code": _("Use Latin letters, digits and hyphens, 40 at most; codes of the catalogue are taken."),
    "title": _("Give the indicator a name, up to 200 letters."),
    "about": _("Up to 600 letters."),
    "measure": _("Choose from the list."),
    "filters": _("This measure cannot be narrowed so."),
    "split": _("This measure cannot be told apart so."),
    "period_rule": _("Choose from the list."),
}


@transaction.atomic
def publish_indicator(
    *,
    actor: Actor,
    code: str,
    title: str,
    about: str = "",
    measure: str,
    filters: Mapping[str, Sequence[str]],
    split: str = "",
    period_rule: str = "",
    is_new: bool = False,
) -> IndicatorVersion:
    """An indicator composed of a measure comes into force; what was said by an earlier version stays said by it.

    One that `is_new` replaces none in force: of two people who were offered the same code the second is told.
    """
    policies.check_can_set(actor)
    one_at_a_time("indicators")
    named = {name: sorted(set(codes)) for name, codes in sorted(filters.items()) if codes}
    title, about, code = squeeze(title), squeeze(about), squeeze(code)
    fields = fields_of_figures(actor=actor)
    problems = problems_of(
        code=code,
        title=title,
        about=about,
        measure=measure,
        filters=named,
        split=split,
        period_rule=period_rule,
        fields=fields,
    )
    body = json.dumps(
        [title, about, measure, named, split, *([period_rule] if period_rule else [])], ensure_ascii=False
    )
    sha256 = hashlib.sha256(body.encode()).hexdigest()
    newest = IndicatorVersion.objects.filter(code=code).order_by("-number").first()
    if newest is not None and newest.put_away_on is None and not is_seen(actor, code):
        problems["code"] = "code"
    if problems:
        raise Invalid({part: WRONG[problem] for part, problem in problems.items()})
    if newest is not None and newest.put_away_on is None:
        if newest.sha256 == sha256:
            return newest
        if is_new:
            taken = _("The indicator “%(title)s” has this code. Take another one, or put that indicator away first.")
            raise Invalid({"code": taken % {"title": newest.title}})
    made = IndicatorVersion.objects.create(
        code=code,
        number=newest.number + 1 if newest else 1,
        title=title,
        about=about,
        measure=measure,
        filters=named,
        split=split,
        period_rule=period_rule,
        sha256=sha256,
        made_by_id=actor.user_id,
    )
    audit.record(actor=actor, verb="indicators.composed", indicator=code, number=made.number)
    return made


@transaction.atomic
def publish_folder(*, actor: Actor, folder: Path, is_offered: bool = False) -> list[IndicatorVersion]:
    """Publish the indicators of a practice folder, all or none; a folder without any changes nothing.

    What is only offered, and not asked for, leaves alone what was said here once and has another version since.
    """
    file = folder / FILE
    if not file.is_file():
        return []
    found, findings = read_indicators(read_file(file))
    if errors := [one for one in findings if one.severity == ERROR]:
        raise Invalid({"": "\n".join(one.text(gettext) for one in errors)})
    made = []
    for one in found:
        newest = IndicatorVersion.objects.filter(code=one.code).order_by("-number").first()
        if newest is not None and is_offered:
            continue
        made.append(
            publish_indicator(
                actor=actor,
                code=one.code,
                title=one.title,
                about=one.about,
                measure=one.measure,
                filters=one.filters,
                split=one.split,
                period_rule=one.period_rule,
            )
        )
    return made


@transaction.atomic
def put_away(*, actor: Actor, code: str, on: date) -> None:
    """An indicator of one's own is no more in force; its versions stay."""
    policies.check_can_set(actor)
    newest = IndicatorVersion.objects.select_for_update().filter(code=code).order_by("-number").first()
    if newest is None or newest.put_away_on is not None or not is_seen(actor, code):
        raise NotFound
    newest.put_away_on = on
    newest.save(update_fields=["put_away_on"])
    for draft in IndicatorDraft.objects.select_for_update().filter(code=code, state=IndicatorDraft.State.OPEN):
        draft.save(update_fields=draft.become(draft.State.DROPPED, actor.user_id))
    audit.record(actor=actor, verb="indicators.put_away", indicator=code)


def is_seen(actor: Actor, code: str) -> bool:
    """Whether this person may know of the indicator: one by an own field for other roles is none (0038)."""
    return any(one.code == code for one in own_indicators(actor=actor))
