"""Pages about people: codes for everybody in the case, names only when opened, nothing about strangers."""

import re
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases.models import CaseChild
from opora.cases.tests import factories
from opora.common.dates import today
from opora.families import actions, queries
from opora.families.models import FamilyMember, Merge, Person, Placement
from opora.families.rules import Identity

pytestmark = pytest.mark.django_db
ANNA = Identity(
    surname="Ёлкина", given="Анна", birth_date=date(1994, 3, 12), phones=("+7 921 123-45-67",), notes="после шести"
)


@pytest.fixture(autouse=True)
def in_english(settings):
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


@pytest.fixture
def scene():
    return factories.scene()


@pytest.fixture
def mother(scene):
    actions.update_identity(actor=SYSTEM, person=scene.home.client, identity=ANNA)
    return scene.home.client


def browser(who) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(factories.User.objects.get(pk=who.user_id))
    return client


def text(response) -> str:
    return response.content.decode()


def at(scene, rest="") -> str:
    return f"/cases/{scene.case.pk}/people/{rest}"


def openings(person) -> int:
    return JournalEntry.objects.filter(verb="families.identity_opened", person_id=person.pk).count()


def newcomer(**typed):
    return {"surname": "", "given": "", "patronymic": "", "phones": "", "code": "", **typed}


def test_the_panel_shows_codes_and_no_names(scene, mother):
    page = text(browser(scene.case_manager).get(at(scene)))
    assert mother.code in page and scene.home.children[0].code in page
    assert "лкина" not in page
    assert "<html" in page
    assert openings(mother) == 0
    part = text(browser(scene.case_manager).get(at(scene), headers={"HX-Request": "true"}))
    assert "<html" not in part and mother.code in part


def test_names_are_shown_on_request_and_each_is_in_the_journal(scene, mother):
    client = browser(scene.case_manager)
    assert client.get(at(scene, "names/")).status_code == 405
    page = text(client.post(at(scene, "names/")))
    assert "Ёлкина Анна" in page
    assert openings(mother) == 1
    assert openings(scene.home.children[0]) == 0


def test_a_person_is_opened_with_a_line_in_the_journal_and_no_name_in_title_or_address(scene, mother):
    response = browser(scene.case_manager).get(at(scene, f"{mother.pk}/"))
    page = text(response)
    assert "Ёлкина Анна" in page and "921" in page and "после шести" in page
    title = page[page.index("<title>") : page.index("</title>")]
    assert mother.code in title and "лкина" not in title
    assert openings(mother) == 1
    assert response.headers["Cache-Control"] == "no-store"


def test_pages_take_few_queries(scene, mother, django_assert_max_num_queries):
    client = browser(scene.case_manager)
    child = scene.home.children[0]
    for address in ("", f"{mother.pk}/", f"{child.pk}/", f"{child.pk}/placement/", "add/", f"{mother.pk}/edit/"):
        client.get(at(scene, address))
        with django_assert_max_num_queries(15):
            assert client.get(at(scene, address)).status_code == 200


def test_an_adult_is_added_and_the_code_follows_the_surname(scene):
    client = browser(scene.case_manager)
    answer = client.post(at(scene, "add/"), newcomer(surname="Щукина", given="Вера", role_in_family="relative"))
    assert (answer.status_code, answer.headers["Location"]) == (302, at(scene))
    person = Person.objects.get(code_letter="Щ")
    assert person.memberships.get().role == "relative"
    assert not CaseChild.objects.filter(person=person).exists()


def test_a_child_comes_to_the_case_with_where_it_lives(scene):
    client = browser(scene.case_manager)
    sent = newcomer(given="Пётр", birth_date="09.05.2016", kind="relatives", placed_on="01.02.2020", sex="m")
    assert client.post(at(scene, "add-child/"), sent).status_code == 302
    child = Person.objects.get(code_letter="П")
    assert child.sex == "m" and child.memberships.get().role == "child"
    assert scene.case.children.filter(person=child).exists()
    assert (child.placements.get().kind, child.placements.get().from_on) == ("relatives", date(2020, 2, 1))
    assert "relatives" in text(client.get(at(scene)))


def test_who_came_while_somebody_typed_is_told_before_one_more_is_added(scene):
    client = browser(scene.case_manager)
    page = text(client.get(at(scene, "add-child/")))
    seen = re.search(r'name="revision" value="(\d+)"', page)[1]
    sent = newcomer(given="Пётр", revision=seen)
    assert client.post(at(scene, "add-child/"), sent).status_code == 302
    second = newcomer(given="Мария", revision=seen)
    refused = client.post(at(scene, "add-child/"), second)
    assert refused.status_code == 422
    assert f"added to this family: {Person.objects.get(code_letter='П').code}" in text(refused)
    assert 'value="Мария"' in text(refused)
    again = re.search(r'name="revision" value="(\d+)"', text(refused))[1]
    assert client.post(at(scene, "add-child/"), {**second, "revision": again}).status_code == 302


def test_a_changed_surname_stays_among_the_former_and_numbers_of_papers_are_doubted_aloud(scene):
    client, person = browser(scene.case_manager), scene.home.client
    actions.update_identity(actor=SYSTEM, person=person, identity=ANNA)
    typed = {"surname": "Сосенко", "given": "Анна", "revision": person.revision, "is_renamed": "on"}
    typed |= {"snils": "112-233-445 96", "passport": "4010123456 от 12.03.2015", "former_names": "Петрова до 2012"}
    answer = client.post(at(scene, f"{person.pk}/edit/"), typed, follow=True)
    page = text(answer)
    assert "formerly Ёлкина, Петрова until 2012" in page
    assert "112-233-445 96" in page and "4010 123456 issued 12.03.2015" in page
    assert "one digit is wrong" in page
    assert 'value="112-233-445 96"' in text(client.get(at(scene, f"{person.pk}/edit/")))
    asked = {"given": "Мария", "snils": "11223344596"}
    assert "the same number of a paper" in text(client.post(at(scene, "known/"), asked))


def test_a_birth_known_only_to_the_year_is_kept_and_shown_as_such(scene):
    client = browser(scene.case_manager)
    client.post(at(scene, "add-child/"), newcomer(given="Пётр", birth_date="около 2016"))
    child = Person.objects.get(code_letter="П")
    page = text(client.get(at(scene, f"{child.pk}/")))
    assert "about the year 2016" in page
    assert re.search(r"about \d+ years old", page)
    assert 'value="about 2016"' in text(client.get(at(scene, f"{child.pk}/edit/")))


def test_a_child_cannot_live_anywhere_before_it_was_born(scene):
    sent = newcomer(given="Пётр", birth_date="09.05.2016", kind="relatives", placed_on="01.02.2010")
    answer = browser(scene.case_manager).post(at(scene, "add-child/"), sent)
    assert answer.status_code == 422
    assert 'href="#id_placed_on"' in text(answer) and "before the child was born" in text(answer)
    assert not Person.objects.filter(code_letter="П").exists()


def test_somebody_known_by_code_only_needs_no_name(scene):
    before = Person.objects.count()
    assert browser(scene.case_manager).post(at(scene, "add-child/"), newcomer()).status_code == 302
    assert Person.objects.count() == before + 1


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"phones": "8 921 000-00-00"}, "surname or a given name"),
        ({"surname": "Щука1"}, "letters, spaces and hyphens"),
        ({"surname": "Щука", "birth_date": "31.02.2015"}, "not a date"),
        ({"surname": "Щука", "birth_date": "01.01.2100"}, "later than today"),
        ({"surname": "Щука", "phones": "нет"}, "5 to 15 digits"),
        ({"surname": "Щука", "code": "сорок"}, "begin with one Russian letter"),
        ({"surname": "Щука", "role_in_family": ""}, "required"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(scene, sent, told):
    before = Person.objects.count()
    sent = newcomer(role_in_family="mother", given="Вероника", notes="по вечерам") | sent
    if "phones" in sent and sent["phones"].startswith("8"):
        sent["given"] = ""
    answer = browser(scene.case_manager).post(at(scene, "add/"), sent)
    assert answer.status_code == 422
    page = text(answer)
    assert told in page
    assert "по вечерам" in page
    assert Person.objects.count() == before


def test_somebody_known_is_noticed_before_a_second_record_is_made(scene, mother):
    client = browser(scene.case_manager)
    sent = newcomer(surname="елкина", given="анна", role_in_family="mother")
    before = Person.objects.count()
    answer = client.post(at(scene, "add/"), sent)
    assert answer.status_code == 422
    assert mother.code in text(answer) and "in this family" in text(answer)
    assert Person.objects.count() == before
    assert client.post(at(scene, "add/"), sent | {"is_different": "on"}).status_code == 302
    assert Person.objects.count() == before + 1


def test_of_a_match_in_a_strangers_case_only_its_existence_is_told(mother):
    other = factories.scene()
    sent = newcomer(surname="Ёлкина", given="Анна", role_in_family="mother")
    for address in ("add/", "known/"):
        page = text(browser(other.case_manager).post(at(other, address), sent))
        assert "in a case that you do not see" in page
        assert f">{mother.code}<" not in page
        assert f"/{mother.pk}/" not in page


def test_suggestions_come_while_typing(scene, mother):
    client = browser(scene.case_manager)
    part = text(client.post(at(scene, "known/"), newcomer(phones="89211234567"), headers={"HX-Request": "true"}))
    assert mother.code in part and "the same telephone" in part and "<html" not in part
    assert text(client.post(at(scene, "known/"), newcomer(surname="Сосенко", given="Яна"))).strip() == ""
    edited = newcomer(phones="89211234567", person=str(mother.pk))
    assert text(client.post(at(scene, "known/"), edited)).strip() == ""


def test_somebody_known_from_another_case_of_mine_joins_instead_of_being_entered_twice(scene, mother):
    home = factories.household()
    factories.open_case(
        scene.department, factories.program(scene.department), home, scene.case_manager, on=factories.OPENED
    )
    mine = JournalEntry.objects.filter(family_id=home.family.pk, case_id__isnull=False).latest("id").case_id
    client = browser(scene.case_manager)
    sent = newcomer(surname="Ёлкина", given="Анна", role_in_family="relative")
    page = text(client.post(f"/cases/{mine}/people/add/", sent))
    assert f'value="{mother.pk}"' in page
    before = Person.objects.count()
    assert client.post(f"/cases/{mine}/people/add/", sent | {"known": mother.pk}).status_code == 302
    assert Person.objects.count() == before
    assert FamilyMember.objects.get(family=home.family, person=mother).role == "relative"


def test_a_guessed_number_brings_no_stranger_into_the_family(mother):
    other = factories.scene()
    sent = newcomer(role_in_family="mother", known=str(mother.pk))
    assert browser(other.case_manager).post(at(other, "add/"), sent).status_code == 404


def test_an_identity_is_edited(scene, mother):
    client = browser(scene.case_manager)
    page = text(client.get(at(scene, f"{mother.pk}/edit/")))
    assert 'value="Ёлкина"' in page and "+7 921 123-45-67" in page
    mother.refresh_from_db()
    sent = newcomer(surname="Сосенко", given="Анна", sex="f", revision=mother.revision)
    assert client.post(at(scene, f"{mother.pk}/edit/"), sent).status_code == 302
    assert list(queries.search_people(actor=SYSTEM, text="сосенко")) == [mother.pk]


def test_two_who_edit_at_once_see_both_versions(scene, mother):
    client = browser(scene.case_manager)
    mother.refresh_from_db()
    seen = mother.revision
    actions.update_identity(actor=SYSTEM, person=mother, identity=Identity(surname="Берёзкина"))
    sent = newcomer(surname="Сосенко", revision=seen)
    answer = client.post(at(scene, f"{mother.pk}/edit/"), sent)
    assert answer.status_code == 422
    page = text(answer)
    assert "Берёзкина" in page and 'value="Сосенко"' in page
    assert client.post(at(scene, f"{mother.pk}/edit/"), sent | {"revision": seen + 1}).status_code == 302


def test_where_a_child_lives_is_recorded_corrected_and_withdrawn(scene):
    client = browser(scene.case_manager)
    child = scene.home.children[0]
    address = at(scene, f"{child.pk}/placement/")
    assert client.post(address, {"kind": "hospital", "from_on": "2022-03-01"}).status_code == 302
    assert client.post(address, {"kind": "institution", "from_on": "01.03.2022"}).status_code == 302
    page = text(client.get(address))
    assert "Institution" in page and "does not count since" in page
    kept = Placement.objects.get(voided_at__isnull=True)
    assert "institution" in text(client.get(f"{address}{kept.pk}/withdraw/"))
    assert client.post(f"{address}{kept.pk}/withdraw/").status_code == 302
    assert not Placement.objects.filter(voided_at__isnull=True).exists()
    assert client.get(f"{address}{kept.pk}/withdraw/").status_code == 404
    answer = client.post(address, {"kind": "hospital", "from_on": "01.01.2100"})
    assert (answer.status_code, "not come yet" in text(answer)) == (422, True)


def test_a_role_is_changed_and_ended(scene):
    client = browser(scene.case_manager)
    person = scene.home.client
    address = at(scene, f"{person.pk}/role/")
    assert "At present: mother" in text(client.get(address))
    assert client.post(address, {"role": "guardian", "on": today().isoformat()}).status_code == 302
    leaving = at(scene, f"{person.pk}/leave/")
    assert client.post(leaving, {"why": "moved", "day": "01.01.2021"}).status_code == 422
    assert client.post(leaving, {"why": "moved", "day": today().isoformat()}).status_code == 302
    assert "No longer in the family" in text(client.get(at(scene)))


def test_a_destroyed_identity_is_a_calm_word_on_the_page(scene, mother):
    actions.destroy_identity(actor=SYSTEM, person_id=mother.pk)
    client = browser(scene.case_manager)
    page = text(client.get(at(scene, f"{mother.pk}/")))
    assert "destroyed for good" in page
    assert client.get(at(scene)).status_code == 200


PLACES = [
    "",
    "names/",
    "add/",
    "add-child/",
    "known/",
    "{adult}/",
    "{adult}/edit/",
    "{adult}/role/",
    "{child}/placement/",
]


@pytest.mark.parametrize("place", PLACES)
def test_strangers_analysts_and_administrators_find_nothing(place, scene, mother):
    address = at(scene, place.format(adult=mother.pk, child=scene.home.children[0].pk))
    others = [factories.scene().case_manager, factories.scene().coordinator]
    others += [factories.worker(role) for role in (Role.ANALYST, Role.ADMINISTRATOR, Role.VOLUNTEER)]
    for who in others:
        client = browser(who)
        for answer in (client.get(address), client.post(address, newcomer(surname="Щука"))):
            assert answer.status_code in (404, 405)
            assert mother.code not in text(answer)


@pytest.mark.parametrize("place", ["add/", "known/", "{adult}/edit/", "{adult}/role/"])
def test_a_psychologist_of_the_team_reads_and_does_not_change(place, scene, mother):
    from opora.cases import actions as cases

    psychologist = factories.worker(Role.PSYCHOLOGIST, scene.department)
    cases.add_team_member(
        actor=SYSTEM, case_id=scene.case.pk, user_id=psychologist.user_id, part="psychologist", on=factories.OPENED
    )
    client = browser(psychologist)
    assert client.get(at(scene)).status_code == 200
    assert client.get(at(scene, f"{mother.pk}/")).status_code == 200
    assert client.get(at(scene, f"{scene.home.children[0].pk}/placement/")).status_code == 200
    address = at(scene, place.format(adult=mother.pk))
    assert client.get(address).status_code in (404, 405)
    assert client.post(address, newcomer(surname="Щука")).status_code == 404
    assert "Add a child" not in text(client.get(at(scene)))


def test_people_of_another_family_are_not_found_through_ones_own_case(scene):
    other = factories.household()
    client = browser(scene.case_manager)
    for place in (f"{other.client.pk}/", f"{other.client.pk}/edit/", f"{other.children[0].pk}/placement/"):
        assert client.get(at(scene, place)).status_code == 404
    assert client.get(at(scene, f"{scene.home.client.pk}/placement/")).status_code == 404


def test_two_records_are_found_looked_at_brought_together_and_taken_apart(scene):
    other = factories.household(children=1, letter="Ж")
    factories.open_case(scene.department, scene.program, other, scene.case_manager)
    kept, gone = scene.home.client, other.client
    actions.update_identity(actor=SYSTEM, person=kept, identity=ANNA)
    known = Identity(surname="Сосенко", given="Анна", birth_date=ANNA.birth_date, phones=("8 900 555-10-20",))
    actions.update_identity(actor=SYSTEM, person=gone, identity=known)
    client = browser(scene.coordinator)
    found = text(client.get(at(scene, f"{kept.pk}/same/")))
    assert f'href="{at(scene, f"{kept.pk}/same/{gone.pk}/")}"' in found and gone.code in found
    sent = client.post(at(scene, f"{kept.pk}/same/"), {"code": gone.code.lower()})
    assert sent.headers["Location"] == at(scene, f"{kept.pk}/same/{gone.pk}/")
    page = client.get(sent.headers["Location"])
    assert "Сосенко" in text(page) and "Ёлкина" in text(page)
    choice = {"surname": "both", "phones": "both", "reason": "twice", "with_families": "on"}
    choice |= {"revisions": page.context["form"]["revisions"].value()}
    after = text(client.post(sent.headers["Location"], choice, follow=True))
    assert "formerly Сосенко" in after and f"{gone.code} was brought together" in after
    assert "8 900 555-10-20" in after
    merge = Merge.objects.get()
    assert merge.gone_family_id == other.family.pk
    asked = client.get(at(scene, f"{kept.pk}/merges/{merge.pk}/undo/"))
    assert "Take the two records apart?" in text(asked)
    back = text(client.post(at(scene, f"{kept.pk}/merges/{merge.pk}/undo/"), follow=True))
    assert "formerly" not in back and "8 900 555-10-20" not in back
    assert Person.objects.get(pk=gone.pk).merged_into_id is None


def test_who_does_not_answer_for_the_department_sees_no_way_to_bring_records_together(scene):
    person = scene.home.client
    client = browser(scene.case_manager)
    assert "/same/" not in text(client.get(at(scene, f"{person.pk}/")))
    for page in (f"{person.pk}/same/", f"{person.pk}/same/{scene.home.children[0].pk}/"):
        assert client.get(at(scene, page)).status_code == 404
    stranger = factories.scene()
    answer = browser(scene.coordinator).post(at(scene, f"{person.pk}/same/"), {"code": stranger.home.client.code})
    assert answer.status_code == 422
    assert "You see nobody with this code" in text(answer)


def test_where_all_children_live_is_recorded_on_one_page_and_what_did_not_change_is_left(scene) -> None:
    client = browser(scene.coordinator)
    children = list(CaseChild.objects.filter(case=scene.case).order_by("pk").values_list("person_id", flat=True))
    homes = {f"home_{pk}": "institution" for pk in children} | {"from_on": today().isoformat()}
    for _twice in range(2):
        assert client.post(at(scene, "homes/"), homes).status_code == 302
    assert {one.child_id for one in Placement.objects.filter(kind="institution", voided_at=None)} == set(children)
    first = children[0]
    client.post(at(scene, "homes/"), homes | {f"home_{first}": "relatives"})
    assert Placement.objects.get(child_id=first, voided_at=None, from_on=today()).kind == "relatives"
    assert browser(factories.worker(Role.ANALYST)).get(at(scene, "homes/")).status_code == 404
