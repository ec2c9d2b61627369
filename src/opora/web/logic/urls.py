"""Addresses of this front room."""

from django.urls import path

from opora.web.logic.views import boxes, drafting, reading, register, rows

app_name = "logic"
_DRAFT = "logic/of/<slug:code>/draft/"
_BOX = f"{_DRAFT}boxes/<slug:node>/"
urlpatterns = [
    path("logic/", reading.list_models, name="list"),
    path("logic/outcomes/", register.list_outcomes, name="outcomes"),
    path("logic/assumptions/", register.list_assumptions, name="assumptions"),
    path("logic/of/<slug:code>/", reading.show_model, name="model"),
    path("logic/of/<slug:code>/versions/<int:number>/", reading.show_version, name="version"),
    path("logic/of/<slug:code>/boxes/<slug:node>/", reading.show_node, name="node"),
    path(_DRAFT, drafting.show_draft, name="draft"),
    path(f"{_DRAFT}begin/", drafting.begin, name="begin"),
    path(f"{_DRAFT}add/", boxes.add_box, name="add_box"),
    path(_BOX, boxes.change_box, name="box"),
    path(f"{_BOX}remove/", boxes.remove_box, name="remove_box"),
    path(f"{_BOX}shift/", boxes.shift_box, name="shift_box"),
    path(f"{_BOX}connect/", boxes.connect, name="connect"),
    path(f"{_BOX}disconnect/", boxes.disconnect, name="disconnect"),
    path(f"{_DRAFT}assumptions/add/", rows.add_assumption, name="add_assumption"),
    path(f"{_DRAFT}assumptions/of/<slug:assumption>/", rows.change_assumption, name="assumption"),
    path(f"{_DRAFT}assumptions/of/<slug:assumption>/remove/", rows.remove_assumption, name="remove_assumption"),
    path(f"{_DRAFT}rows/add/", rows.add_row, name="add_row"),
    path(f"{_DRAFT}rows/of/<slug:row>/", rows.change_row, name="row"),
    path(f"{_DRAFT}rows/of/<slug:row>/remove/", rows.remove_row, name="remove_row"),
    path(f"{_DRAFT}publish/", drafting.publish, name="publish"),
    path(f"{_DRAFT}give-up/", drafting.give_up, name="give_up"),
    path(f"{_DRAFT}take-back/", drafting.take_back, name="take_back"),
]
