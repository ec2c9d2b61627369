"""Addresses of this front room. Sign-in has its own list, ``account_urls``: its names belong to django-allauth."""

from django.urls import path

from opora.web.access.views import departments, joining, people, profile

app_name = "access"
urlpatterns = [
    path("account/", profile.profile, name="profile"),
    path("account/name/", profile.rename_self, name="rename_self"),
    path("people/", people.people, name="people"),
    path("people/invite/", joining.invite, name="invite"),
    path("people/invitations/<int:invitation_id>/revoke/", joining.revoke, name="revoke"),
    path("people/second-factor/", people.decide_second_factor, name="decide_second_factor"),
    path("people/<int:user_id>/", people.person, name="person"),
    path("people/<int:user_id>/roles/", people.change_roles, name="change_roles"),
    path("people/<int:user_id>/name/", people.rename, name="rename"),
    path("people/<int:user_id>/close/", people.deactivate, name="deactivate"),
    path("people/<int:user_id>/open/", people.reactivate, name="reactivate"),
    path("people/<int:user_id>/password-link/", people.password_link, name="password_link"),
    path("people/<int:user_id>/second-factor/", people.reset_second_factor, name="reset_second_factor"),
    path("roles/", departments.roles, name="roles"),
    path("departments/", departments.departments, name="departments"),
    path("departments/new/", departments.add_department, name="add_department"),
    path("departments/<int:department_id>/", departments.change_department, name="change_department"),
    path("join/<str:token>/", joining.join, name="join"),
    path("setup/<str:token>/", joining.set_up, name="setup"),
]
