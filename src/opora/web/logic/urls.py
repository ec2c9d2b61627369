"""Addresses of this front room."""

from django.urls import path

from opora.web.logic.views import assumptions, boxes, drafting, making, parts, reading, register

app_name = "logic"
_DRAFT = "logic/of/<slug:code>/draft/"
_BOX = f"{_DRAFT}boxes/<slug:node>/"
_PART = f"{_DRAFT}parts/<slug:part>/of/<slug:which>/"
urlpatterns = [
    path("logic/", reading.list_models, name="list"),
    path("logic/outcomes/", register.list_outcomes, name="outcomes"),
    path("logic/assumptions/", register.list_assumptions, name="assumptions"),
    path("logic/new/", making.begin_new, name="new"),
    path("logic/bring/", making.bring, name="bring"),
    path("logic/of/<slug:code>/", reading.show_model, name="model"),
    path("logic/of/<slug:code>/versions/<int:number>/", reading.show_version, name="version"),
    path("logic/of/<slug:code>/versions/<int:number>/toml/", making.take_version, name="toml"),
    path("logic/of/<slug:code>/boxes/<slug:node>/", reading.show_node, name="node"),
    path(_DRAFT, drafting.show_draft, name="draft"),
    path(f"{_DRAFT}begin/", drafting.begin, name="begin"),
    path(f"{_DRAFT}add/", boxes.add_box, name="add_box"),
    path(_BOX, boxes.change_box, name="box"),
    path(f"{_BOX}remove/", boxes.remove_box, name="remove_box"),
    path(f"{_BOX}shift/", boxes.shift_box, name="shift_box"),
    path(f"{_BOX}connect/", boxes.connect, name="connect"),
    path(f"{_BOX}arrows/<slug:end>/", boxes.change_arrow, name="arrow"),
    path(f"{_BOX}disconnect/", boxes.disconnect, name="disconnect"),
    path(f"{_DRAFT}assumptions/add/", assumptions.add_assumption, name="add_assumption"),
    path(f"{_DRAFT}assumptions/of/<slug:assumption>/", assumptions.change_assumption, name="assumption"),
    path(f"{_DRAFT}assumptions/of/<slug:assumption>/remove/", assumptions.remove_assumption, name="remove_assumption"),
    path(f"{_DRAFT}head/", parts.change_head, name="head"),
    path(f"{_DRAFT}parts/<slug:part>/add/", parts.add_part, name="add_part"),
    path(_PART, parts.change_part, name="part"),
    path(f"{_PART}remove/", parts.remove_part, name="remove_part"),
    path(f"{_PART}shift/", parts.shift_part, name="shift_part"),
    path(f"{_DRAFT}toml/", making.take_draft, name="draft_toml"),
    path(f"{_DRAFT}publish/", drafting.publish, name="publish"),
    path(f"{_DRAFT}give-up/", drafting.give_up, name="give_up"),
    path(f"{_DRAFT}take-back/", drafting.take_back, name="take_back"),
]
