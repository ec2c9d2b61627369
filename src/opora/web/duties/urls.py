"""Addresses of this front room."""

from django.urls import path

from opora.web.duties.views import passing_on, standing_in, unowned, work

app_name = "duties"
urlpatterns = [
    path("duties/", work.list_colleagues, name="colleagues"),
    path("duties/unowned/", unowned.show_unowned, name="unowned"),
    path("duties/unowned/<slug:kind>/<int:key>/", unowned.assign, name="assign"),
    path("people/<int:user_id>/duties/", work.show_work, name="work"),
    path("people/<int:user_id>/duties/pass-on/", passing_on.pass_on, name="pass_on"),
    path("people/<int:user_id>/duties/pass-on/call-off/", passing_on.call_off, name="call_off"),
    path("people/<int:user_id>/duties/substitute/", standing_in.name_substitute, name="substitute"),
    path(
        "people/<int:user_id>/duties/substitute/<int:substitution_id>/end/",
        standing_in.end_substitution,
        name="end_substitution",
    ),
]
