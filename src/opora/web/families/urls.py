"""Addresses of this front room. They carry numbers only: a name never stands in an address."""

from django.urls import path

from opora.web.families.views import adding, belonging, merging, merging_families, people, person, placement

app_name = "families"
urlpatterns = [
    path("cases/<int:case_id>/people/", people.show_people, name="people"),
    path("cases/<int:case_id>/people/names/", people.show_names, name="names"),
    path("cases/<int:case_id>/people/same/", merging_families.find_same, name="same_family"),
    path("cases/<int:case_id>/people/same/<int:family_id>/", merging_families.bring_together, name="together_family"),
    path("cases/<int:case_id>/people/merges/<int:union_id>/undo/", merging_families.take_apart, name="part_families"),
    path("cases/<int:case_id>/people/homes/", placement.record_all, name="homes"),
    path("cases/<int:case_id>/people/add/", adding.add_adult, name="add"),
    path("cases/<int:case_id>/people/add-child/", adding.add_child, name="add_child"),
    path("cases/<int:case_id>/people/known/", adding.look_for_known, name="known"),
    path("cases/<int:case_id>/people/<int:person_id>/", person.show_person, name="person"),
    path("cases/<int:case_id>/people/<int:person_id>/edit/", person.edit_person, name="edit"),
    path("cases/<int:case_id>/people/<int:person_id>/role/", person.change_role, name="role"),
    path("cases/<int:case_id>/people/<int:person_id>/leave/", belonging.leave, name="leave"),
    path("cases/<int:case_id>/people/<int:person_id>/return/", belonging.put_back, name="return"),
    path("cases/<int:case_id>/people/<int:person_id>/born/", belonging.born, name="born"),
    path("cases/<int:case_id>/people/<int:person_id>/same/", merging.find_same, name="same"),
    path("cases/<int:case_id>/people/<int:person_id>/same/<int:other_id>/", merging.bring_together, name="together"),
    path(
        "cases/<int:case_id>/people/<int:person_id>/merges/<int:merge_id>/undo/", merging.take_apart, name="take_apart"
    ),
    path("cases/<int:case_id>/people/<int:person_id>/placement/", placement.record, name="placement"),
    path(
        "cases/<int:case_id>/people/<int:person_id>/placement/<int:placement_id>/withdraw/",
        placement.withdraw,
        name="withdraw_placement",
    ),
]
