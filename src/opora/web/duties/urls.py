"""Addresses of this front room."""

from django.urls import path

from opora.web.duties.views import passing_on, unowned, work

app_name = "duties"
urlpatterns = [
    path("work/", work.list_colleagues, name="colleagues"),
    path("work/unowned/", unowned.show_unowned, name="unowned"),
    path("work/unowned/<slug:kind>/<int:key>/", unowned.assign, name="assign"),
    path("people/<int:user_id>/work/", work.show_work, name="work"),
    path("people/<int:user_id>/work/pass-on/", passing_on.pass_on, name="pass_on"),
]
