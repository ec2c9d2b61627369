"""What families said: marked without names, beside the figure it speaks of, in a report only while a consent holds."""

import json
from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation

from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import worker
from opora.common.errors import Invalid, NotFound
from opora.families import actions as families
from opora.families.rules import Identity
from opora.logic.actions import publish_model
from opora.logic.queries import models_in_force
from opora.logic.tests.shipped import shipped_models
from opora.papers.actions import record_consent, withdraw_consent
from opora.papers.models import Consent
from opora.plans.tests.factories import Walk, make_walk
from opora.process.tests.factories import BEGAN
from opora.reports import actions as reports
from opora.reports import queries as reading
from opora.reports.actions.blocks import Content
from opora.reports.actions.composing import About
from opora.voice import actions, queries
from opora.voice.models import FamilyQuote
from opora.voice.rules.quoting import names_in
from opora.web.intake.tests.test_signals import signed_in

pytestmark = pytest.mark.django_db
WORDS = "Мы снова ужинаем вместе, и никто не кричит"


def said(walk: Walk, text: str = WORDS, concept: str = "wellbeing_better") -> FamilyQuote:
    return actions.keep_quote(
        actor=walk.manager,
        route_id=walk.route.pk,
        person_id=walk.home.client.pk,
        text=text,
        concept=concept,
        said_on=BEGAN,
        on=BEGAN,
    )


def agreed(walk: Walk) -> Consent:
    return record_consent(
        actor=walk.manager, route_id=walk.route.pk, person_id=walk.home.client.pk, purpose="publication", on=BEGAN
    )


def test_a_name_of_the_family_is_not_quoted_in_whatever_case() -> None:
    walk = make_walk()
    person = walk.home.client
    families.seal_identities(actor=SYSTEM, identities={person.pk: Identity(surname="Ветрова", given="Ольга")})
    with translation.override("ru"), pytest.raises(Invalid) as wrong:
        said(walk, "Спасибо, что помогли нам с Ольгой")
    assert "Ольгой" in str(wrong.value.fields["text"])
    assert said(walk).pk


def test_names_are_found_by_their_beginning() -> None:
    names = ["Ветрова Ольга Ильинична"]
    assert names_in("Ольгу и Ветрову знают все. Ольха цветёт.", names) == ["Ольгу", "Ветрову"]
    assert names_in("Мы справились сами.", names) == []


def test_words_lie_sealed_and_reading_them_is_journaled() -> None:
    walk = make_walk()
    quote = said(walk)
    assert WORDS.encode() not in bytes(FamilyQuote.objects.get(pk=quote.pk).text)
    _place, quotes, _candidates = actions.read_quotes(actor=walk.manager, route_id=walk.route.pk, on=BEGAN)
    assert [one.text for one in quotes] == [WORDS]
    assert JournalEntry.objects.filter(verb="voice.quotes_read").exists()


def test_they_stand_beside_the_figure_they_speak_of_and_no_other() -> None:
    walk = make_walk()
    said(walk)
    head = worker(Role.HEAD)
    assert [one.text for one in actions.read_beside(actor=head, indicator="IND-30", on=BEGAN)] == [WORDS]
    assert actions.read_beside(actor=head, indicator="IND-20", on=BEGAN) == []
    assert actions.read_beside(actor=worker(Role.VOLUNTEER), indicator="IND-30", on=BEGAN) == []
    actions.take_back_quote(actor=walk.manager, quote_id=FamilyQuote.objects.get().pk, on=BEGAN)
    assert actions.read_beside(actor=head, indicator="IND-30", on=BEGAN) == []


def test_they_stand_beside_the_box_of_the_outcome_they_speak_of() -> None:
    """Also where no indicator tells of the outcome; for whoever reads no outcomes there is nothing to read."""
    for code in ("support_and_shelter", "outcome_chain"):
        publish_model(actor=SYSTEM, practice="trial", model=shipped_models()[code], programs=[])
    walk = make_walk()
    quote = said(walk)
    concept = FamilyQuote.objects.get(pk=quote.pk).concept
    models = models_in_force()
    box, model = next((node, one) for one in models for node in one.model.nodes if node.concept == concept)
    other = next(node for node in model.model.nodes if node.concept not in ("", concept))
    head, volunteer = (signed_in(worker(role)) for role in (Role.HEAD, Role.VOLUNTEER))
    page = reverse("logic:node", args=[model.code, box.code])
    assert WORDS in head.get(page).content.decode()
    assert WORDS not in head.get(reverse("logic:node", args=[model.code, other.code])).content.decode()
    assert WORDS not in volunteer.get(page).content.decode()
    entry = JournalEntry.objects.get(verb="voice.quotes_of_outcome")
    assert entry.data == {"count": 1, "what": concept}


def test_a_report_quotes_only_while_a_consent_holds_and_a_taken_one_is_marked() -> None:
    walk = make_walk()
    quote = said(walk)
    assert queries.quotes_to_publish(actor=SYSTEM, on=BEGAN) == [], "the mark alone lets nothing out"
    consent = agreed(walk)
    report = reports.begin(actor=SYSTEM, about=About("Отчёт", date(2026, 1, 1), date(2026, 12, 31)), on=BEGAN)
    content = Content(heading="Голоса", options={"quotes": [str(quote.pk)]})
    reports.add_block(actor=SYSTEM, report_id=report.pk, kind="quotes", content=content)
    assert WORDS in str(reading.compose(actor=SYSTEM, report=report, on=BEGAN).report.blocks)
    taken = reports.take(actor=SYSTEM, report_id=report.pk, on=BEGAN)
    assert WORDS not in json.dumps(taken.content, ensure_ascii=False), "the words stay where they lie sealed"
    assert WORDS in str(reading.show_taken(actor=SYSTEM, taken=taken, on=BEGAN).blocks)
    assert reading.words_gone(taken=taken, on=BEGAN) == 0
    reports.open_taken(actor=SYSTEM, taken_id=taken.pk, on=BEGAN)
    reports.export_taken(actor=SYSTEM, taken_id=taken.pk, kind="docx", on=BEGAN)
    read = JournalEntry.objects.filter(verb="reports.quotes_read")
    assert [one.data["count"] for one in read] == [1, 1], "on the page and in the file"

    withdraw_consent(actor=walk.manager, consent_id=consent.pk, on=BEGAN)
    assert WORDS not in str(reading.compose(actor=SYSTEM, report=report, on=BEGAN).report.blocks)
    with translation.override("ru"):
        shown = str(reading.show_taken(actor=SYSTEM, taken=taken, on=BEGAN).blocks)
    assert WORDS not in shown and "Согласие на публикацию больше не действует" in shown
    assert reading.words_gone(taken=taken, on=BEGAN) == 1
    reports.open_taken(actor=SYSTEM, taken_id=taken.pk, on=BEGAN)
    assert read.count() == 2, "nobody reads words that are gone"


def test_whoever_chooses_words_for_a_report_reads_them_and_once_a_look_that_is_noted() -> None:
    walk = make_walk()
    said(walk)
    assert actions.read_publishable(actor=walk.manager, on=BEGAN) == []
    agreed(walk)
    for _look in range(2):
        assert [one.text for one in actions.read_publishable(actor=walk.manager, on=BEGAN)] == [WORDS]
    assert [one.data["count"] for one in JournalEntry.objects.filter(verb="voice.publishable_read")] == [1]


def test_who_does_not_see_the_family_takes_nothing_back() -> None:
    quote = said(make_walk())
    with pytest.raises(NotFound):
        actions.take_back_quote(actor=worker(Role.SPECIALIST), quote_id=quote.pk, on=BEGAN)
