"""Addresses of this front room."""

from django.urls import path

from opora.web.councils.views import ballots, conferences, panel

app_name = "councils"
urlpatterns = [
    path("ballots/", panel.show_waiting, name="waiting"),
    path("routes/<int:route_id>/councils/", panel.show_panel, name="panel"),
    path("routes/<int:route_id>/ballots/new/", ballots.open_ballot, name="ballot_new"),
    path("ballots/<int:ballot_id>/", ballots.show_ballot, name="ballot"),
    path("ballots/<int:ballot_id>/conflict/", ballots.declare_conflict, name="conflict"),
    path("ballots/<int:ballot_id>/close/", ballots.close_ballot, name="close"),
    path("ballots/<int:ballot_id>/minutes/", ballots.show_minutes, name="minutes"),
    path("routes/<int:route_id>/conferences/new/", conferences.hold, name="conference_new"),
    path("conferences/<int:conference_id>/", conferences.show, name="conference"),
]
