"""A form kept and sent, or kept by two devices, at one moment: no sentence is lost and nothing stands twice."""

from collections.abc import Callable
from typing import Any

import pytest

from opora.drafts import actions
from opora.drafts.models import FormDraft
from opora.families.sealing import opened
from opora.intake.tests.factories import registrar

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]
WORDS = {"notes": ["Печь дымит"]}


def test_a_form_kept_by_two_devices_and_sent_at_one_moment_stands_once_and_is_gone_when_sent(
    at_once: Callable[..., list[Any]],
) -> None:
    form: dict[str, Any] = {"actor": registrar(), "form": "life:route_record", "subject": "route_id=1"}
    more = {"address": "/paths/1/call/", "title": "Звонок"}
    first, second = at_once(
        lambda: actions.keep_draft(**form, **more, typed=WORDS, revision=0),
        lambda: actions.keep_draft(**form, **more, typed={"notes": ["Обещали переложить"]}, revision=0),
    )
    assert [isinstance(one, actions.DraftConflict) for one in (first, second)].count(True) == 1
    kept = second if isinstance(first, actions.DraftConflict) else first
    assert opened(FormDraft.objects.get(), "words")["typed"] == kept.typed
    changed, _sent = at_once(
        lambda: actions.keep_draft(**form, **more, typed=WORDS, revision=kept.revision),
        lambda: actions.end_draft(**form),
    )
    # Kept late, what was sent is not begun anew; kept before, it is gone with the sending.
    assert isinstance(changed, actions.DraftConflict) or changed.typed == WORDS
    assert not FormDraft.objects.exists()
    assert actions.keep_draft(**form, **more, typed=WORDS).typed == WORDS
