"""Addresses of the chain."""

from django.urls import path

from opora.web.chain.views import arrows, boxes, family, model

app_name = "chain"
urlpatterns = [
    path("chain/", model.list_models, name="list"),
    path("chain/<slug:code>/", model.show_model, name="model"),
    path("chain/<slug:code>/arrows/<slug:start>/<slug:end>/", arrows.show_arrow, name="arrow"),
    path("chain/<slug:code>/arrows/<slug:start>/<slug:end>/families/", arrows.show_families, name="families"),
    path("chain/<slug:code>/boxes/<slug:node>/", boxes.show_box, name="box"),
    path("chain/<slug:code>/boxes/<slug:node>/target/", boxes.set_target, name="target"),
    path("chain/<slug:code>/family/<int:case_id>/", family.show_family, name="family"),
    path("cases/<int:case_id>/chain/", family.show_family, name="case"),
]
