"""Addresses of this front room."""

from django.urls import path

from opora.web.papers.views import consents, files, panel

app_name = "papers"
urlpatterns = [
    path("routes/<int:route_id>/papers/", panel.show_panel, name="panel"),
    path("routes/<int:route_id>/papers/attach/", files.attach, name="attach"),
    path("routes/<int:route_id>/papers/consent/", consents.new_consent, name="new_consent"),
    path("papers/files/<int:file_id>/", files.show_file, name="file"),
    path("papers/files/<int:file_id>/content/", files.hand_out, name="content"),
    path("papers/consents/<int:consent_id>/", consents.show_consent, name="consent"),
    path("papers/consents/<int:consent_id>/withdraw/", consents.withdraw, name="withdraw"),
]
