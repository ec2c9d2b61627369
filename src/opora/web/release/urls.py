"""Addresses of the release desk."""

from django.urls import path

from opora.web.release import deciding, preparing, views

app_name = "release"
urlpatterns = [
    path("releases/", views.list_releases, name="list"),
    path("releases/new/", preparing.choose, name="new"),
    path("releases/new/<slug:table>/", preparing.prepare, name="prepare"),
    path("releases/limits/", views.set_limits, name="limits"),
    path("releases/<int:release_id>/", views.show_release, name="one"),
    path("releases/<int:release_id>/let-go/", deciding.let_go, name="let_go"),
    path("releases/<int:release_id>/send-back/", deciding.send_back, name="send_back"),
    path("releases/<int:release_id>/withdraw/", deciding.withdraw, name="withdraw"),
    path("releases/<int:release_id>/call-back/", deciding.call_back, name="call_back"),
    path("releases/<int:release_id>/file/<slug:kind>/", views.take_file, name="file"),
]
