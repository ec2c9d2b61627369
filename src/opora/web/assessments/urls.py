"""Addresses of this front room."""

from django.urls import path, register_converter

from opora.assessments.rules import POINTS
from opora.web.assessments.views import deciding, drafting, filling, listing, showing, trying


class PointConverter:
    """One of the points at which a form is filled in."""

    regex = "|".join(POINTS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(PointConverter, "point")

app_name = "assessments"
urlpatterns = [
    path("cases/<int:case_id>/assessments/", listing.show_list, name="list"),
    path("cases/<int:case_id>/assessments/profile/", listing.show_profile, name="profile"),
    path("cases/<int:case_id>/assessments/blank/", showing.show_blank, name="blank"),
    path("cases/<int:case_id>/assessments/<point:point>/", filling.fill_in, name="fill_in"),
    path("cases/<int:case_id>/assessments/<point:point>/draft/", drafting.keep_draft, name="draft"),
    path("cases/<int:case_id>/assessments/<point:point>/discard/", drafting.discard_draft, name="discard"),
    path("instruments/of/<str:code>/draft/try/", trying.try_out, name="try_out"),
    path("assessments/<int:assessment_id>/", showing.show_assessment, name="show"),
    path("assessments/<int:assessment_id>/correct/", filling.correct, name="correct"),
    path("assessments/<int:assessment_id>/correct/draft/", drafting.keep_correction, name="correct_draft"),
    path("assessments/<int:assessment_id>/correct/discard/", drafting.discard_correction, name="correct_discard"),
    path("assessments/<int:assessment_id>/approve/", deciding.approve, name="approve"),
    path("assessments/<int:assessment_id>/return/", deciding.return_for_rework, name="return"),
]
