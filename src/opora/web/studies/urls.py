"""Addresses of studies."""

from django.urls import path

from opora.web.studies import drafts, views

app_name = "studies"
urlpatterns = [
    path("studies/", views.list_studies, name="list"),
    path("studies/new/", drafts.begin, name="new"),
    path("studies/decisions/", views.list_decisions, name="decisions"),
    path("studies/decisions/<int:decision_id>/effect/", views.tell_effect, name="effect"),
    path("studies/drafts/<int:analysis_id>/register/", drafts.register, name="register"),
    path("studies/drafts/<int:analysis_id>/drop/", drafts.drop, name="drop"),
    path("studies/drafts/<int:analysis_id>/<slug:step>/", drafts.show_step, name="step"),
    path("studies/<int:hypothesis_id>/", views.show_study, name="study"),
    path("studies/<int:hypothesis_id>/open/", views.open_data, name="open"),
    path("studies/<int:hypothesis_id>/decide/", views.decide, name="decide"),
]
