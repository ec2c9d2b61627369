"""The pages of assessments as people meet them, with and without a script."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import SYSTEM, Role
from opora.assessments import actions
from opora.assessments.models import Assessment, AssessmentDraft
from opora.assessments.rules import ImportedTotal
from opora.assessments.tests.factories import (
    LAST,
    LATER,
    OPENED,
    a_case,
    an_assessment,
    approved,
    filled,
    worker,
)
from opora.audit.models import JournalEntry
from opora.common.dates import today
from opora.families.actions import update_identity
from opora.families.rules import Identity
from opora.instruments.rules import Level

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return a_case()


def signed_in(actor):
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def page(name, *args):
    return reverse(f"assessments:{name}", args=args)


def sent(answers, **more):
    """Answers as the sheet sends them."""
    data = {f"a-{code}-{key}": str(value) for code, given in answers.items() for key, value in given.items()}
    return data | {"on": "15.06.2021", "hand_in": "1"} | more


def text_of(response):
    return " ".join(response.content.decode().split())


def test_the_sheet_asks_everybody_in_few_queries(world, django_assert_max_num_queries):
    client = signed_in(world.manager)
    with django_assert_max_num_queries(15):
        response = client.get(page("fill_in", world.case.pk, "entry"))
    text = text_of(response)
    assert text.count('<fieldset class="question') == 16 + 16 + 2 * 16
    assert world.mother.code in text
    assert "style=" not in text
    assert "onclick" not in text


def test_names_instead_of_codes_are_journaled(world, django_assert_max_num_queries):
    update_identity(actor=SYSTEM, person=world.children[0], identity=Identity(surname="Васильев", given="Пётр"))
    client = signed_in(world.manager)
    assert "Пётр" not in text_of(client.get(page("fill_in", world.case.pk, "entry")))
    with django_assert_max_num_queries(15):
        text = text_of(client.get(page("fill_in", world.case.pk, "entry") + "?names=1"))
    assert "Пётр" in text
    assert JournalEntry.objects.filter(verb="families.identity_opened").count() == 1


def test_every_page_of_a_form_says_names_in_few_queries(world, django_assert_max_num_queries):
    for one in (world.mother, *world.children):
        update_identity(actor=SYSTEM, person=one, identity=Identity(surname="Васильева", given="Пётр"))
    entry = an_assessment(world)
    client = signed_in(world.manager)
    addresses = [
        page("fill_in", world.case.pk, "review"),
        page("show", entry.pk),
        page("correct", entry.pk),
        page("blank", world.case.pk),
    ]
    for opened, address in enumerate(addresses, 1):
        # Each is the first look into the file, which costs a line of its own.
        with django_assert_max_num_queries(15), pytest.MonkeyPatch.context() as patched:
            patched.setattr("opora.cases.actions.opening.ONE_LOOK", timedelta(0))
            text = text_of(client.get(address + "?names=1"))
        assert "Пётр" in text
        assert JournalEntry.objects.filter(verb="families.identity_opened").count() == 3 * opened


def test_a_filled_sheet_is_handed_in_without_a_script(world):
    client = signed_in(world.manager)
    answers = filled(world, 3)
    response = client.post(page("fill_in", world.case.pk, "entry"), sent(answers, **{"c-1.1": "холодно"}))
    assessment = Assessment.objects.get()
    assert response.url == page("show", assessment.pk)
    assert (assessment.weak, assessment.on, assessment.comments_told) == (3, OPENED, {"1.1": "холодно"})
    assert assessment.answers == answers
    assert "холодно" in text_of(client.get(response.url))


def test_gaps_are_named_and_everything_typed_stays(world):
    client = signed_in(world.manager)
    answers = filled(world, 3)
    del answers["1.1"], answers["8.6"]
    data = sent(answers, **{"c-1.2": "моя запись"})
    response = client.post(page("fill_in", world.case.pk, "entry"), data)
    text = text_of(response)
    assert response.status_code == 422
    assert not Assessment.objects.exists()
    assert 'href="#a-1.1-family"' in text
    assert "моя запись" in text
    assert text.count(" checked") == sum(len(given) for given in answers.values())
    client.post(page("fill_in", world.case.pk, "entry"), data | {"allow_gaps": "on"})
    assert Assessment.objects.get().rated == 46


@pytest.mark.parametrize("on", ["", "вчера", "31.02.2021", (today() + timedelta(days=1)).isoformat()])
def test_a_wrong_day_is_named_and_everything_typed_stays(world, on):
    response = signed_in(world.manager).post(page("fill_in", world.case.pk, "entry"), sent(filled(world), on=on))
    assert response.status_code == 422
    assert text_of(response).count(" checked") == 64
    assert 'href="#id_on"' in text_of(response)


def test_answers_outside_the_scale_are_no_answers(world):
    answers = filled(world)
    answers["1.1"] = {"family": 7}
    response = signed_in(world.manager).post(page("fill_in", world.case.pk, "entry"), sent(answers))
    assert response.status_code == 422


def test_the_draft_is_kept_while_one_types_and_is_there_again(world):
    client = signed_in(world.manager)
    data = {"a-1.1-family": "2", "c-1.1": "не успеваю", "on": "2021-06-15", "draft_revision": "0"}
    answer = client.post(page("draft", world.case.pk, "entry"), data)
    assert json.loads(answer.content)["revision"] == 1
    text = text_of(client.get(page("fill_in", world.case.pk, "entry")))
    assert "не успеваю" in text
    assert 'value="2021-06-15"' in text
    assert text.count(" checked") == 1


def test_the_draft_of_another_window_is_not_overwritten_unseen(world):
    client = signed_in(world.manager)
    url = page("draft", world.case.pk, "entry")
    client.post(url, {"c-1.1": "телефон", "draft_revision": "0"})
    answer = client.post(url, {"c-1.1": "компьютер", "draft_revision": "0"})
    assert answer.status_code == 409
    assert AssessmentDraft.objects.get().payload_told["comments"] == {"1.1": "телефон"}
    client.post(url, {"c-1.1": "компьютер", "draft_revision": "0", "force": "1"})
    assert AssessmentDraft.objects.get().payload_told["comments"] == {"1.1": "компьютер"}


def test_the_draft_is_saved_by_a_button_too_and_thrown_away_after_asking(world):
    client = signed_in(world.manager)
    client.post(page("fill_in", world.case.pk, "entry"), {"a-1.1-family": "2", "on": "", "draft": "1"})
    assert AssessmentDraft.objects.get().payload_told["answers"] == {"1.1": {"family": 2}}
    url = page("discard", world.case.pk, "entry")
    client.get(url)
    assert AssessmentDraft.objects.exists()
    client.post(url)
    assert not AssessmentDraft.objects.exists()


def test_two_people_at_once_see_both_versions_and_choose(world):
    theirs = filled(world, 3)
    mine = filled(world, 5)
    signed_in(world.coordinator).post(page("fill_in", world.case.pk, "entry"), sent(theirs, **{"c-1.1": "её"}))
    client = signed_in(world.manager)
    response = client.post(page("fill_in", world.case.pk, "entry"), sent(mine, **{"c-1.1": "моё"}))
    text = text_of(response)
    assert response.status_code == 409
    assert world.coordinator.name in text
    assert "«моё»" in text
    assert "«её»" in text
    first = Assessment.objects.get()
    assert AssessmentDraft.objects.get().payload_told["comments"] == {"1.1": "моё"}
    data = sent(mine, merge="1", base_revision="1", draft_of="", **{"c-1.1": "моё", "pick-1.1": "theirs"})
    client.post(page("correct", first.pk), data)
    merged = Assessment.objects.get(revision=2)
    assert (merged.weak, merged.comments_told["1.1"]) == (5, "её")
    assert not AssessmentDraft.objects.exists()


def test_a_draft_overtaken_by_somebody_else_opens_as_two_versions(world):
    client = signed_in(world.manager)
    client.post(page("draft", world.case.pk, "entry"), {"a-1.1-family": "3", "c-1.1": "моё"})
    an_assessment(world).assessor  # noqa: B018
    actions.save_draft(actor=world.manager, case_id=world.case.pk, point="entry", payload={"comments": {"1.1": "моё"}})
    response = client.get(page("fill_in", world.case.pk, "entry"))
    assert "«моё»" in text_of(response)


def test_a_correction_meets_a_newer_revision(world):
    old = an_assessment(world, weak=1)
    client = signed_in(world.manager)
    client.get(page("correct", old.pk))
    actions.correct(actor=world.coordinator, assessment_id=old.pk, answers=filled(world, 4), base_revision=1, on=OPENED)
    response = client.post(page("correct", old.pk), sent(filled(world, 9), base_revision="1"))
    assert response.status_code == 409
    assert Assessment.objects.filter(revision=2).count() == 1
    assert AssessmentDraft.objects.get().assessment_id == old.pk
    assert client.get(page("correct", old.pk)).status_code == 200


def test_what_was_typed_survives_a_case_closed_meanwhile(world):
    type(world.case).objects.filter(pk=world.case.pk).update(closed_on=LATER)
    client = signed_in(world.manager)
    response = client.post(page("fill_in", world.case.pk, "entry"), sent(filled(world, 3), **{"c-1.1": "запись"}))
    assert response.status_code == 422
    assert "запись" in text_of(response)
    assert AssessmentDraft.objects.get().payload_told["comments"] == {"1.1": "запись"}


def test_hand_in_and_approve_in_one_step(world):
    data = sent(filled(world, 3), approve="1")
    signed_in(world.coordinator).post(page("fill_in", world.case.pk, "entry"), data)
    assert Assessment.objects.get().status == "approved"
    signed_in(world.manager).post(page("fill_in", world.case.pk, "review"), data | {"on": "01.07.2021"})
    assert Assessment.objects.get(point="review").status == "submitted"


def test_a_filled_form_shows_its_score_and_looking_is_journaled(world, django_assert_max_num_queries):
    entry = an_assessment(world, weak=9)
    client = signed_in(world.manager)
    with django_assert_max_num_queries(15):
        text = text_of(client.get(page("show", entry.pk)))
    assert JournalEntry.objects.filter(verb="assessments.opened", case_id=world.case.pk).count() == 1
    assert "Раздел 1" in text
    assert '<dd class="v">9</dd>' in text


def test_a_critical_safety_item_is_shouted(world):
    answers = filled(world)
    answers["2.1"] = {"family": 3}
    entry = actions.submit(actor=world.manager, case_id=world.case.pk, point="entry", answers=answers, on=OPENED)
    assert "notice late" in text_of(signed_in(world.manager).get(page("show", entry.pk)))


def test_the_coordinator_approves_and_returns(world):
    entry = an_assessment(world)
    client = signed_in(world.coordinator)
    client.post(page("approve", entry.pk) + "?revision=1")
    entry.refresh_from_db()
    assert entry.is_approved
    assert client.post(page("return", entry.pk), {"reason": ""}).status_code == 422
    client.post(page("return", entry.pk), {"reason": "Проверьте питание", "revision": "1"})
    entry.refresh_from_db()
    assert entry.is_returned
    assert "Проверьте питание" in text_of(signed_in(world.manager).get(page("correct", entry.pk)))


def test_approving_a_revision_that_was_corrected_meanwhile_is_refused(world):
    entry = an_assessment(world)
    actions.correct(actor=world.manager, assessment_id=entry.pk, answers=filled(world), base_revision=1, on=OPENED)
    assert signed_in(world.coordinator).post(page("approve", entry.pk) + "?revision=1").status_code == 409


def test_the_profile_is_a_panel_and_a_page(world, django_assert_max_num_queries):
    approved(world, weak=9)
    approved(world, "exit", weak=2, on=LAST)
    client = signed_in(world.manager)
    with django_assert_max_num_queries(15):
        panel = client.get(page("profile", world.case.pk), headers={"HX-Request": "true"})
    assert text_of(panel).startswith("<section")
    assert "<svg" in text_of(panel)
    assert "Пункт 1.3" in text_of(panel)
    assert "<html" in text_of(client.get(page("profile", world.case.pk)))


def test_totals_of_the_registry_are_shown_without_a_picture(world):
    totals = [ImportedTotal(world.case.pk, "entry", 41, OPENED), ImportedTotal(world.case.pk, "exit", 10, LAST)]
    actions.import_totals(actor=SYSTEM, totals=totals)
    client = signed_in(world.manager)
    text = text_of(client.get(page("profile", world.case.pk)))
    assert "41" in text
    assert "chart-wide" not in text
    entry = Assessment.objects.get(point="entry")
    assert client.get(page("show", entry.pk)).status_code == 200
    assert client.get(page("list", world.case.pk)).status_code == 200
    assert client.get(page("correct", entry.pk)).status_code == 403


def test_the_list_says_what_may_be_begun_and_why_not(world):
    text = text_of(signed_in(world.manager).get(page("list", world.case.pk)))
    assert page("fill_in", world.case.pk, "entry") in text
    assert page("fill_in", world.case.pk, "exit") not in text


def test_the_blank_form_is_for_paper(world):
    text = text_of(signed_in(world.manager).get(page("blank", world.case.pk)))
    assert text.count('class="box"') == 64 * 6


def test_only_the_questions_of_an_age_are_asked(world):
    first, _second = world.keys(Level.CHILD)
    text = text_of(signed_in(world.manager).get(page("fill_in", world.case.pk, "entry")))
    assert f'name="a-1.3-{first}"' in text


GET_PAGES = ["list", "profile", "blank", "fill_in"]


@pytest.mark.parametrize("name", GET_PAGES)
def test_pages_of_a_case_do_not_exist_for_others(world, name):
    url = page(name, world.case.pk, *(["entry"] if name == "fill_in" else []))
    assert signed_in(world.manager).get(url).status_code == 200
    assert signed_in(world.stranger).get(url).status_code == 404
    for role in (Role.ANALYST, Role.VOLUNTEER, Role.ADMINISTRATOR):
        assert signed_in(worker(f"{role}-{name}", role)).get(url).status_code == 404
    assert Client().get(url).status_code == 302


def test_a_filled_form_does_not_exist_for_others(world):
    entry = an_assessment(world)
    for name in ("show", "correct", "approve", "return", "correct_discard"):
        assert signed_in(world.stranger).get(page(name, entry.pk)).status_code == 404
    assert signed_in(world.manager).get(page("approve", entry.pk)).status_code == 404
    assert signed_in(world.stranger).post(page("correct_draft", entry.pk), {}).status_code in (403, 404)
