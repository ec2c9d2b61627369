"""The 23 documents: each has a page or a template, and what is composed holds what was recorded."""

import io
from datetime import timedelta

import pytest
from django.urls import get_resolver
from docx import Document as WordFile

from opora.access.rules import Role
from opora.cases.tests.factories import worker
from opora.common.dates import show_day
from opora.common.errors import NotFound
from opora.correspondence import actions
from opora.correspondence.documents import DOCUMENTS
from opora.correspondence.models import Agreement
from opora.correspondence.queries.composing import is_composed
from opora.correspondence.tests.factories import office, prepared, sent
from opora.papers.actions import add_template
from opora.papers.queries import template_bytes
from opora.papers.rules.letters import check
from opora.papers.template_kinds import KINDS, OFFICIAL
from opora.papers.tests.test_letters import refused, word_file
from opora.plans.tests.factories import Walk, make_walk
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db


def test_all_twenty_three_are_there_each_with_a_template_that_may_be_replaced() -> None:
    assert [one.code for one in DOCUMENTS] == [f"D-{n:02}" for n in range(1, 24)]
    assert {one.code for one in DOCUMENTS} == {kind.document for kind in KINDS.values()}
    spaces = set(get_resolver().namespace_dict)
    assert {one.page.split(":")[0] for one in DOCUMENTS} <= spaces


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_shipped_template_passes_the_check_it_asks_of_others(kind: str) -> None:
    check(template_bytes(kind, None), (), KINDS[kind].fields)


@pytest.mark.parametrize("kind", sorted(filter(is_composed, KINDS)))
def test_every_composed_document_is_filled_from_a_case(kind: str) -> None:
    walk = make_walk()
    sent(walk.manager, office(), route_id=walk.route.pk, on=BEGAN)
    data = actions.produce_document(actor=walk.manager, case_id=walk.case.pk, kind=kind, on=BEGAN)
    said = "\n".join(paragraph.text for paragraph in WordFile(io.BytesIO(data)).paragraphs)
    assert walk.case.number in said and "{" not in said
    assert kind not in ("applications", "journals") or "Отдел опеки" in said


def agreed(**more: object) -> Agreement:
    given = {"number": "7/С", "scope": "Обмен сведениями о семьях", "signed_on": BEGAN, "on": BEGAN, **more}
    return actions.keep_agreement(actor=worker(Role.HEAD), partner_id=office().pk, **given)


def made(walk: Walk, kind: str) -> str:
    """The words of a document of this kind, made where people make it."""
    if KINDS[kind].fields is OFFICIAL:
        letter = prepared(walk.manager, office(), kind=kind, route_id=walk.route.pk, on=BEGAN)
        data = actions.preview_letter(actor=walk.manager, letter_id=letter.pk).content
    elif kind == "agreement":
        data = actions.produce_agreement(actor=walk.manager, agreement_id=agreed().pk)
    else:
        data = actions.produce_document(actor=walk.manager, case_id=walk.case.pk, kind=kind, on=BEGAN)
    return "\n".join(paragraph.text for paragraph in WordFile(io.BytesIO(data)).paragraphs)


def test_every_document_is_made_and_the_organization_may_replace_the_template_of_each() -> None:
    walk, head = make_walk(), worker(Role.HEAD)
    for kind in KINDS:
        assert "{" not in made(walk, kind), kind
        add_template(actor=head, kind=kind, data=word_file("Наш образец, {{ worker }}"))
        assert made(walk, kind) == f"Наш образец, {walk.manager.name}", kind


def test_an_agreement_is_printed_with_both_sides_and_its_term() -> None:
    until = BEGAN + timedelta(days=300)
    told = actions.produce_agreement(actor=worker(Role.HEAD), agreement_id=agreed(until_on=until).pk)
    said = "\n".join(paragraph.text for paragraph in WordFile(io.BytesIO(told)).paragraphs)
    assert all(words in said for words in ("№ 7/С", office().name, "Обмен сведениями о семьях", show_day(until)))
    assert "письмом" not in said, "it ends on its day"
    with pytest.raises(NotFound):
        actions.produce_agreement(actor=worker(Role.VOLUNTEER), agreement_id=agreed().pk)


def test_a_stranger_gets_no_document() -> None:
    with pytest.raises(NotFound):
        actions.produce_document(actor=worker(Role.SPECIALIST), case_id=make_walk().case.pk, kind="journals", on=BEGAN)


def _runs(*texts: str) -> bytes:
    """A paragraph as Word saves it after a correction: its text in several runs."""
    document, kept = WordFile(), io.BytesIO()
    paragraph = document.add_paragraph()
    for text in texts:
        paragraph.add_run(text)
    document.save(kept)
    return kept.getvalue()


def test_a_tag_that_word_split_and_curled_still_fills() -> None:
    add_template(actor=worker(Role.HEAD), kind="request", data=_runs("Номер {", "{ num", "ber }", "}"))
    add_template(actor=worker(Role.HEAD), kind="request", data=word_file("{% if people == “да” %}да{% endif %}"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Номер {{ number }", "Номер"),
        ("Номер { { number } }", "Номер"),
        ("Кому {{ addressee.post_dativ }}", "post_dativ"),
        ("Кому {{ addressee—post }}", "addressee"),
        ("Люди {% for one in people %} {{ one.name_dative }}", "people"),
        ("Имя {{ «name» }}", "name"),
    ],
)
@pytest.mark.parametrize("kind", ["request", "agreement"])
def test_a_broken_tag_is_named_with_its_paragraph(kind: str, text: str, said: str) -> None:
    (sentence, *_more) = refused(text, kind=kind)
    assert said in sentence and text.split(" ")[0] in sentence
