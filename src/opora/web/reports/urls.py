"""Addresses of reports."""

from django.urls import path

from opora.web.reports.views import blocks, files, handed, reading, writing

app_name = "reports"
urlpatterns = [
    path("reports/", reading.list_reports, name="list"),
    path("reports/new/", writing.choose, name="new"),
    path("reports/new/<slug:preset>/", writing.begin, name="begin"),
    path("reports/<int:composed_id>/", reading.show, name="report"),
    path("reports/<int:composed_id>/about/", writing.change_about, name="about"),
    path("reports/<int:composed_id>/copy/", writing.copy, name="copy"),
    path("reports/<int:composed_id>/take/", writing.take, name="take"),
    path("reports/<int:composed_id>/away/", writing.put_away, name="away"),
    path("reports/<int:composed_id>/back/", writing.bring_back, name="back"),
    path("reports/<int:composed_id>/add/", blocks.choose, name="kinds"),
    path("reports/<int:composed_id>/add/<slug:kind>/", blocks.add, name="add"),
    path("reports/<int:composed_id>/files/<slug:kind>/", files.export, name="export"),
    path("reports/studies/<int:hypothesis_id>/", handed.show_stakeholders, name="stakeholders"),
    path("reports/studies/<int:hypothesis_id>/<slug:kind>/", handed.export_stakeholders, name="stakeholders_file"),
    path("cases/<int:case_id>/progress/", handed.show_sheet, name="case_sheet"),
    path("routes/<int:route_id>/progress/", handed.show_sheet, name="route_sheet"),
    path("cases/<int:case_id>/progress/file/", handed.export_sheet, name="case_sheet_file"),
    path("routes/<int:route_id>/progress/file/", handed.export_sheet, name="route_sheet_file"),
    path("reports/blocks/<int:block_id>/", blocks.change, name="block"),
    path("reports/blocks/<int:block_id>/move/", blocks.move, name="move"),
    path("reports/blocks/<int:block_id>/drop/", blocks.drop, name="drop"),
    path("reports/taken/<int:taken_id>/", reading.show_taken, name="taken"),
    path("reports/taken/<int:taken_id>/files/<slug:kind>/", files.export_taken, name="export_taken"),
]
