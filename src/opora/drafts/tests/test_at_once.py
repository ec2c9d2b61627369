"""A form kept and sent, or kept by two devices, at one moment: no sentence is lost and nothing stands twice."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError
from threading import Event
from typing import Any

import pytest
from django.db import connection, transaction

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


class Sending:
    """The form of one page is being sent by one thread, while another carries what the page kept on its way."""

    def __init__(self) -> None:
        self.form: dict[str, Any] = {
            "actor": registrar(),
            "form": "life:route_record",
            "subject": "route_id=1",
            "token": "t" * 22,
        }
        self.pool = ThreadPoolExecutor(2)
        self.is_written, self.may_end = Event(), Event()

    def send(self, *, refuse: bool = False) -> Future[None]:
        def carry_out() -> None:
            try:
                with transaction.atomic():
                    actions.end_draft(**self.form)
                    self.is_written.set()
                    assert self.may_end.wait(10)
                    transaction.set_rollback(refuse)
            finally:
                connection.close()

        return self.pool.submit(carry_out)

    def keep(self) -> Future[Any]:
        def carry_out() -> Any:
            try:
                return actions.keep_draft(
                    **self.form, address="/paths/1/call/", title="Звонок", typed=WORDS, revision=0
                )
            finally:
                connection.close()

        return self.pool.submit(carry_out)


@pytest.mark.parametrize("refuse", [False, True], ids=["the form is carried out", "the form is refused"])
def test_what_a_page_kept_first_while_its_form_is_sent_begins_nothing_unless_the_form_is_refused(refuse: bool) -> None:
    at = Sending()
    sending = at.send(refuse=refuse)
    assert at.is_written.wait(10)
    keeping = at.keep()
    with pytest.raises(TimeoutError):
        keeping.result(0.3)
    at.may_end.set()
    sending.result(10)
    if refuse:
        assert keeping.result(10).typed == WORDS, "nothing typed is lost with a refusal"
        assert FormDraft.objects.count() == 1
    else:
        with pytest.raises(actions.FormSent):
            keeping.result(10)
        assert not FormDraft.objects.exists()


def test_what_a_page_kept_just_before_and_long_after_its_form_was_sent_stays_no_longer() -> None:
    at = Sending()
    at.may_end.set()
    assert at.keep().result(10).typed == WORDS
    at.send().result(10)
    assert not FormDraft.objects.exists()
    with pytest.raises(actions.FormSent):
        at.keep().result(10)
    at.form["token"] = "u" * 22
    assert at.keep().result(10).typed == WORDS, "the form opened anew is another one"
