"""A model that is not there yet, from nothing or as a copy; a model taken away as a file, and brought as one."""

from pathlib import PurePosixPath
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.bilingual import Text
from opora.common.errors import Invalid
from opora.common.language import said
from opora.logic import actions, queries
from opora.logic.rules import LogicModel, copy_of, free_code, new_model, read_as_far, written
from opora.programs.queries import list_programs
from opora.web.logic.draft_page import draft_of, home
from opora.web.logic.forms.parts import BringForm, NewForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.toml_files import toml_answer, toml_brought

# The columns with which a model from nothing begins; each can be renamed, moved, removed.
COLUMNS = {
    "activity": Text("Что делаем", "What we do"),
    "output": Text("Что получила семья", "What the family received"),
    "short": Text("Краткосрочные результаты", "Short-term results"),
    "mid": Text("Среднесрочные результаты", "Medium-term results"),
    "long": Text("Долгосрочные результаты", "Long-term results"),
}


def begin_new(request: HttpRequest) -> HttpResponse:
    """A new model: only a draft until it is published."""
    actor = actor_of(request)
    known = {one.code: one.model for one in queries.models_in_force()}
    form = NewForm(
        given(request),
        models=[(code, said(model.title)) for code, model in known.items()],
        programs=[(one.code, one.name) for one in list_programs(actor=actor)],
        initial={"code": free_code(queries.codes_taken(), "model_"), "like": request.GET.get("like", "")},
    )

    def made(typed: dict[str, Any]) -> LogicModel:
        like = known.get(typed["like"])
        if like is None:
            return new_model(typed["code"], form.title(), COLUMNS)
        return copy_of(like, typed["code"], form.title())

    return form_page(
        request,
        form,
        lambda typed: actions.begin_model(actor=actor, model=made(typed), programs=typed["programs"]),
        template="logic/new.html",
        done=_("The model is begun. Add boxes and connect them."),
        back=reverse("logic:list"),
        to=lambda draft: home(draft.code),
        context={"heading": _("New logic model"), "button": _("Begin the model")},
    )


def bring(request: HttpRequest) -> HttpResponse:
    """A model that comes as a file becomes a draft, which shows what it changes and what is to be mended."""
    actor = actor_of(request)
    form = BringForm(given(request), request.FILES or None)
    return form_page(
        request,
        form,
        lambda typed: actions.bring_model(actor=actor, model=_brought(typed["file"])),
        template="logic/new.html",
        done=_("The model is a draft now. Look it through and publish it."),
        back=reverse("logic:list"),
        to=lambda draft: home(draft.code),
        context={"heading": _("Bring a model"), "button": _("Bring it as a draft")},
    )


def _brought(file: Any) -> LogicModel:
    """The model of a file. Raises Invalid with everything by which its parts could not be told apart."""
    text = toml_brought(
        file,
        lambda path: path.suffix == ".toml" and path.parent.name == "models",
        _("The folder has no models: they lie in “models” as TOML files."),
    )
    model, findings = read_as_far(text, PurePosixPath(file.name).name, queries.concepts())
    if model is None:
        raise Invalid({"file": " ".join(one.text(_) for one in findings)})
    return model


def take_version(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """A version as the file of a practice folder."""
    return _taken(queries.version(actor=actor_of(request), code=code, number=number).model)


def take_draft(request: HttpRequest, code: str) -> HttpResponse:
    """The draft as such a file, finished or not."""
    return _taken(draft_of(request, code).model)


def _taken(model: LogicModel) -> HttpResponse:
    return toml_answer(f"{model.code}.toml", written(model, queries.shared_concepts()))
