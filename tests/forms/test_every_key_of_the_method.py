"""Whatever a file of the method can say of a process, a form or a model, its editor in the browser can say too.

The keys are those for which the readers of the files ask; what an editor offers is what comes of its forms when all of
them are filled in. A key that only a file could change is told here by name, or this test fails.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import pytest
from django import forms as django_forms

from opora.common.bilingual import Text
from opora.common.toml_table import Table
from opora.common.toml_text import Notes, parse_toml
from opora.common.toml_writing import write_toml
from opora.instruments.rules import read_form
from opora.instruments.rules.editing import new_form
from opora.logic import rules as logic
from opora.packs.queries import shipped_practices
from opora.pathways.rules import Definition, parse, reading
from opora.web.instruments import forms as instruments
from opora.web.logic.forms import boxes, parts
from opora.web.process.editing.forms import FORMS, HeadForm
from opora.web.process.editing.rows import RowForm
from opora.web.process.editing.tables import FactForm

# What stands in an editor of its own: parts are added and removed, not typed into the part above.
PARTS: Mapping[str, set[str]] = {
    "process": {"roles", "fields", "assumptions", "stages", "exits", "criteria", "actions", "results"},
    "table": {"facts", "rows"},
    "head": {"scale", "section"},
    "scale": {"level"},
    "section": {"item"},
    "model": {"level", "band", "row", "legend", "node", "arrow", "assumption", "concept"},
}
# The honest exceptions. An editor gives codes and places, never twice; which line of a source document a part stands
# for, and how it prints an arrow, is said by whoever read that document; which process leads a program stands with the
# program in its practice, and so does the outcome that goals of plans name.
GIVEN = {"code", "version", "position", "value"}
PRINTED = {"source", "glyph", "confidence"}
OF_THE_PRACTICE = {"programs", "outcome"}
BY_FILE_ALONE = GIVEN | PRINTED | OF_THE_PRACTICE


def filled_in(form: Any, **chosen: Any) -> Any:
    """The form sent with everything filled in: other words in each language, all that may be chosen."""
    form.data = {name: answer(name, field) for name, field in form.fields.items() if name != "revision"} | chosen
    form.is_bound = True
    assert form.is_valid(), form.errors
    return form


def answer(name: str, field: Any) -> Any:
    if isinstance(field, django_forms.MultipleChoiceField):
        return choices_of(field)
    if isinstance(field, django_forms.ChoiceField):
        return choices_of(field)[-1]
    if isinstance(field, django_forms.BooleanField):
        return True
    if isinstance(field, django_forms.IntegerField):
        return 3
    words = "in English" if name.endswith("_en") or "_en_" in name else "по-русски"
    is_long = isinstance(field.widget, django_forms.Textarea)
    return f"{words}\n{words} 2" if is_long else words


def choices_of(field: Any) -> list[Any]:
    flat = [one for value, label in field.choices for one in (label if isinstance(label, list) else [(value, label)])]
    return [value for value, _label in flat if value != ""]


def asked_of(monkeypatch: pytest.MonkeyPatch, reader: Any, kind: Any) -> Mapping[str, set[str]]:
    """For which keys a reader asks, by the kind of part; filled while something is read."""
    asked: dict[str, set[str]] = defaultdict(set)
    finish = reader.finish

    def noted(part: Any) -> None:
        asked[kind(part)] |= getattr(part, "_asked", None) or part.asked
        finish(part)

    monkeypatch.setattr(reader, "finish", noted)
    return asked


def assert_all_said(asked: Mapping[str, set[str]], said: Mapping[str, Any]) -> None:
    for kind, keys in asked.items():
        left = keys - PARTS.get(kind, set()) - BY_FILE_ALONE - set(said[kind])
        assert not left, f"of a {kind} only a file can say: {', '.join(sorted(left))}"
        for key, value in said[kind].items():
            assert_in_both_languages(f"{kind}.{key}", value)


def assert_in_both_languages(where: str, value: Any) -> None:
    if isinstance(value, list):
        for one in value:
            assert_in_both_languages(where, one)
    elif isinstance(value, Mapping) and set(value) & {"ru", "en"}:
        assert value.get("ru") and value.get("en") and value["ru"] != value["en"], f"{where} is said in one language"
    elif isinstance(value, Mapping):
        for one in value.values():
            assert_in_both_languages(where, one)


def shipped_process() -> Definition:
    """A process with a part of every kind."""
    text = (shipped_practices()["family_help"] / "process.toml").read_text(encoding="utf-8")
    body = parse_toml(Notes("process.toml"), text)
    assert body is not None
    return parse(body)


def kind_in_process(part: Any) -> str:
    kind, name = part.where.part, part.where.name
    return {True: "fact", False: kind}["." in name] if "," not in name else "row"


CHOSEN: Mapping[str, Mapping[str, Any]] = {
    "action": {"kind": "loop", "facts": "need"},
    "field": {"kind": "choice"},
    "exit": {"case_reason": "goals_achieved"},
}


def test_nothing_of_a_process_is_changed_by_a_file_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = asked_of(monkeypatch, reading._Part, kind_in_process)
    made = shipped_process()
    said = {
        part: filled_in(form(None, definition=made), **CHOSEN.get(part, {})).said(None) for part, form in FORMS.items()
    }
    documents = said.pop("document")
    said["process"] = {**filled_in(HeadForm(None, definition=made)).said(None), "documents": documents}
    table = next(iter(made.criteria))
    said["row"] = filled_in(RowForm(None, definition=made, table=table)).said(None)
    said["fact"] = filled_in(FactForm(None, definition=made), kind="listed").said(None)
    assert set(asked) == set(said)
    assert_all_said(asked, said)


KINDS_OF_FORM = {
    "head of the form": "head",
    "scale": "scale",
    "answer %(name)s of the scale": "level",
    "section %(name)s": "section",
    "item %(name)s": "item",
}


def test_nothing_of_a_form_is_changed_by_a_file_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = asked_of(monkeypatch, Table, lambda table: KINDS_OF_FORM[table.place.kind])
    levels = [(value, f"Ответ {value}") for value in range(3)]
    limits = filled_in(instruments.ScaleForm(None, levels=levels)).cleaned_data
    answers = [words for _value, words in levels]
    new = instruments.ItemForm(None, answers=answers, sections=[], gone=[("1.9", "Прежний")], is_published=False)
    known = instruments.ItemForm(None, answers=answers, sections=[], gone=[], is_published=True)
    said = {
        "head": filled_in(instruments.HeadForm(None)).typed(),
        "scale": {name: limits[name] for name in ("weak_from", "critical_from")},
        "level": filled_in(instruments.LevelForm(None)).typed(),
        "section": filled_in(instruments.SectionForm(None)).typed(),
        "item": {**filled_in(new).typed(None), **filled_in(known).typed(None)},
    }
    scale = {**said["scale"], "level": [{**said["level"], "value": value} for value, _words in levels]}
    form = new_form("own", {"ru": "Своя"}, scale)
    read_form({**form, "section": [{**said["section"], "code": "1", "item": [{**said["item"], "code": "1.1"}]}]})
    assert set(asked) == set(said)
    assert_all_said(asked, said)


def test_nothing_of_a_model_is_changed_by_a_file_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = asked_of(monkeypatch, Table, lambda table: kind_of_model(table.place.kind))
    bare = logic.LogicModel(
        "own",
        Text(""),
        (logic.Level("short", "short", Text("Скоро")),),
        (logic.Node("n1", "short", Text("Итог")),),
        bands=(logic.Band("b1", Text("Полоса")),),
        rows=(logic.Row("r1", Text("Строка")),),
        legend=(logic.LegendItem("k1", Text("Знак")),),
    )
    stages = [("visit", "Визит")]
    named = {name: [("x1", "Имя")] for name in ("indicators", "items", "records", "documents", "services")}
    made = {
        part: filled_in(form(None, model=bare, **({"named": named} if part == "concept" else {}))).typed(None)
        for part, form in parts.FORMS.items()
    }
    head = filled_in(parts.HeadForm(None, programs=[("p", "Программа")], processes=[("q", "Процесс")]))
    box = boxes.BoxForm(
        None, model=bare, concepts={"own1": made["concept"]}, models=[("m", "Другая")], stages=stages, named=named
    )
    arrow = filled_in(boxes.NewArrowForm(None, model=bare, node=logic.Node("n2", "short", Text("")))).typed()
    assumption = filled_in(boxes.AssumptionForm(None, model=bare, stages=stages, named=named)).typed(None)
    model = logic.LogicModel(
        "own",
        head.title(),
        (made["level"],),
        (filled_in(box).typed(None),),
        about=head.about(),
        process="q",
        bands=(made["band"],),
        rows=(made["row"],),
        legend=(made["legend"],),
        arrows=(arrow,),
        assumptions=(assumption,),
        concepts=(made["concept"],),
    )
    written = logic.written(model, {})
    logic.read_model(write_toml(written), "own.toml")
    said = {kind: written[kind][0] for kind in asked if kind != "model"}
    said["model"] = {key: value for key, value in written.items() if key not in PARTS["model"]}
    assert set(asked) == {"model", *logic.LISTS, "node", "arrow", "assumption"}
    assert_all_said(asked, said)


def kind_of_model(place: str) -> str:
    """By the words of the place; the tables of a model are called as its parts are."""
    return next(kind for kind, words in logic.PLACE_WORDS.items() if re.fullmatch(re.escape(words), place))
