"""Addresses of this front room."""

from django.urls import path

from opora.web.papers.views import consents, destroying, files, histories, letters, notices, panel, templates

app_name = "papers"
urlpatterns = [
    path("routes/<int:route_id>/papers/", panel.show_panel, name="panel"),
    path("routes/<int:route_id>/papers/attach/", files.attach, name="attach"),
    path("routes/<int:route_id>/papers/consent/", consents.new_consent, name="new_consent"),
    path("routes/<int:route_id>/papers/letter/", letters.new_letter, name="new_letter"),
    path("routes/<int:route_id>/papers/notice/", notices.new_notice, name="new_notice"),
    path("routes/<int:route_id>/papers/history/", histories.new_history, name="new_history"),
    path("routes/<int:route_id>/papers/disclosures/", notices.list_disclosures, name="disclosures"),
    path("routes/<int:route_id>/papers/destroy/", destroying.destroy, name="destroy"),
    path("papers/terms/", destroying.list_terms, name="terms"),
    path("papers/terms/<int:term_id>/extend/", destroying.extend, name="extend"),
    path("papers/acts/<int:act_id>/", destroying.show_act, name="act"),
    path("papers/acts/<int:act_id>/journal/", destroying.export_journal, name="act_journal"),
    path("papers/files/<int:file_id>/", files.show_file, name="file"),
    path("papers/files/<int:file_id>/content/", files.hand_out, name="content"),
    path("papers/consents/<int:consent_id>/", consents.show_consent, name="consent"),
    path("papers/consents/<int:consent_id>/withdraw/", consents.withdraw, name="withdraw"),
    path("papers/letters/<int:letter_id>/", letters.show_letter, name="letter"),
    path("papers/notices/<int:notice_id>/", notices.show_notice, name="notice"),
    path("papers/histories/<int:history_id>/", histories.show_history, name="history"),
    path("papers/templates/", templates.list_templates, name="templates"),
    path("papers/templates/<slug:kind>/", templates.hand_out, name="template"),
]
