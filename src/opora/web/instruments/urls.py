"""Addresses of this front room."""

from django.urls import path, register_converter

from opora.common.toml_table import CODE
from opora.web.instruments.views import bringing, drafting, items, parts, programs, reading, taking

app_name = "instruments"


class CodeConverter:
    """The code of a form, a section or an item: 4.1."""

    regex = CODE.pattern

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(CodeConverter, "form_code")
_FORM = "instruments/of/<form_code:code>/"
_DRAFT = f"{_FORM}draft/"
_LEVEL = f"{_DRAFT}answers/<int:value>/"
_SECTION = f"{_DRAFT}sections/<form_code:section>/"
_ITEM = f"{_DRAFT}items/<form_code:item>/"
urlpatterns = [
    path("instruments/", reading.list_forms, name="list"),
    path("instruments/new/", drafting.begin_new, name="new"),
    path("instruments/bring/", bringing.bring, name="bring"),
    path("instruments/bring/in/", bringing.bring_in, name="bring_in"),
    path(_FORM, reading.show_form, name="form"),
    path(f"{_FORM}versions/<int:number>/", reading.show_version, name="version"),
    path(f"{_FORM}versions/<int:number>/toml/", taking.take_version, name="toml"),
    path(f"{_FORM}versions/<int:number>/xlsform/", taking.take_xlsform, name="xlsform"),
    path(f"{_FORM}programs/", programs.choose_programs, name="programs"),
    path(_DRAFT, drafting.show_draft, name="draft"),
    path(f"{_DRAFT}toml/", taking.take_draft, name="draft_toml"),
    path(f"{_DRAFT}begin/", drafting.begin, name="begin"),
    path(f"{_DRAFT}head/", parts.change_head, name="head"),
    path(f"{_DRAFT}scale/", parts.change_scale, name="scale"),
    path(f"{_DRAFT}answers/add/", parts.add_level, name="add_level"),
    path(_LEVEL, parts.change_level, name="level"),
    path(f"{_LEVEL}remove/", parts.remove_level, name="remove_level"),
    path(f"{_LEVEL}shift/", parts.shift_level, name="shift_level"),
    path(f"{_DRAFT}sections/add/", parts.add_section, name="add_section"),
    path(_SECTION, parts.change_section, name="section"),
    path(f"{_SECTION}remove/", parts.remove_section, name="remove_section"),
    path(f"{_SECTION}shift/", parts.shift_section, name="shift_section"),
    path(f"{_SECTION}items/add/", items.add_item, name="add_item"),
    path(_ITEM, items.change_item, name="item"),
    path(f"{_ITEM}remove/", items.remove_item, name="remove_item"),
    path(f"{_ITEM}shift/", items.shift_item, name="shift_item"),
    path(f"{_DRAFT}publish/", drafting.publish, name="publish"),
    path(f"{_DRAFT}give-up/", drafting.give_up, name="give_up"),
    path(f"{_DRAFT}take-back/", drafting.take_back, name="take_back"),
]
