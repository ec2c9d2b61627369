"""What is wrong with a letter template, paragraph by paragraph, found by reading it and not by trying it out.

A template may name fields, ask “if” and repeat “for”; it may not count, multiply or call. So filling it takes no longer
than its own length and the family's children make it, and every fault can say in which paragraph it stands.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from jinja2 import nodes
from jinja2.exceptions import TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from opora.papers.rules.letters import Fault

DEEPEST: Final = 2
MOST_PARAGRAPHS: Final = 5_000
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
_TAG: Final = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)
_PREFIX: Final = re.compile(r"^(?:[-+]|(?:tr|tc|p|r)(?=\s))?\s*")
_TYPED: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " "})
_MAY: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem,
    nodes.If, nodes.For, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Concat,
    nodes.Add, nodes.Filter, nodes.Test, nodes.Tuple, nodes.List,
)  # fmt: skip
_FILTERS: Final = frozenset(
    ("upper", "lower", "capitalize", "title", "trim", "default", "d", "join", "length", "count", "first", "last")
)
_ENDS: Final = {"endif": "if", "endfor": "for"}


@dataclass(slots=True)
class _Open:
    """An “if” or a “for” that waits for its end, and what its name stands for."""

    kind: str
    paragraph: str
    tag: str
    names: dict[str, Any] = field(default_factory=dict)


def faults_of(template: bytes, sample: Mapping[str, Any]) -> list[Fault]:
    """Everything to mend in a template; `sample` holds an example for each field."""
    try:
        parts = _parts(template)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, ValueError, EOFError, NotImplementedError):
        return [Fault("unreadable")]
    reader = _Reader(sample)
    for paragraphs in parts:
        if len(paragraphs) > MOST_PARAGRAPHS:
            return [Fault("too_large")]
        for text in paragraphs:
            reader.read(text)
        reader.end()
    return list(dict.fromkeys(reader.faults))


def paragraphs_of(document: bytes) -> list[str]:
    """The paragraphs of a Word file as plain text."""
    return [text for part in _parts(document) for text in part]


def _parts(template: bytes) -> list[list[str]]:
    """The paragraphs of each part of a Word file, as plain text."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        names = [name for name in archive.namelist() if _PARTS.fullmatch(name)]
        trees = [etree.fromstring(archive.read(name), parser) for name in names]
    return [[_text(one) for one in tree.iter(f"{_W}p")] for tree in trees]


def _text(paragraph: etree._Element) -> str:
    words = []
    for one in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):
        if next(one.iterancestors(f"{_W}p")) is paragraph:
            words.append((one.text or "") if one.tag == f"{_W}t" else " ")
    return "".join(words)


class _Reader:
    def __init__(self, sample: Mapping[str, Any]) -> None:
        self.sample, self.faults, self.open = sample, list[Fault](), list[_Open]()
        self.environment = SandboxedEnvironment()

    def read(self, text: str) -> None:
        shown = text.strip()[:80]
        left = _TAG.sub("", text)
        if "{" in left or "}" in left:
            self.faults.append(Fault("bracket", shown))
        for tag in _TAG.findall(text):
            self._tag(tag, shown)

    def end(self) -> None:
        self.faults += [Fault("unclosed", one.paragraph, one.tag) for one in self.open]
        self.open = []

    def _tag(self, tag: str, paragraph: str) -> None:
        inside = _PREFIX.sub("", tag[2:-2].translate(_TYPED)).rstrip(" -+\t\n")
        if tag.startswith("{#"):
            return
        if tag.startswith("{{"):
            parsed, told = self._parsed("{{ " + inside + " }}", tag, paragraph), len(self.faults)
            self._judge(parsed, tag, paragraph)
            if parsed is not None and len(self.faults) == told and parsed.find(nodes.Name) is None:
                # «{{ “number” }}»: in quotes the name of a field is a word like any other, and would be printed.
                self.faults.append(Fault("syntax", paragraph, tag))
            return
        word, _space, rest = inside.partition(" ")
        if word in ("colspan", "cellbg"):
            self._judge(self._parsed("{{ " + rest + " }}", tag, paragraph), tag, paragraph)
        elif word in _ENDS:
            self._close(_ENDS[word], tag, paragraph)
        elif word in ("elif", "else"):
            self._turn(word, rest, tag, paragraph)
        elif word in ("if", "for"):
            parsed = self._parsed("{% " + inside + " %}{% end" + word + " %}", tag, paragraph)
            self._judge(parsed, tag, paragraph)
            self.open.append(_Open(word, paragraph, tag, self._names(parsed)))
            if sum(one.kind == "for" for one in self.open) > DEEPEST:
                self.faults.append(Fault("too_much", paragraph, tag))
        elif word not in ("vm", "hm"):
            self.faults.append(Fault("too_much", paragraph, tag))

    def _close(self, kind: str, tag: str, paragraph: str) -> None:
        if self.open and self.open[-1].kind == kind:
            self.open.pop()
        else:
            self.faults.append(Fault("closes_nothing", paragraph, tag))

    def _turn(self, word: str, rest: str, tag: str, paragraph: str) -> None:
        if not self.open:
            self.faults.append(Fault("closes_nothing", paragraph, tag))
        elif word == "elif":
            self._judge(self._parsed("{% if " + rest + " %}{% endif %}", tag, paragraph), tag, paragraph)

    def _parsed(self, source: str, tag: str, paragraph: str) -> nodes.Template | None:
        try:
            return self.environment.parse(source)
        except TemplateError:
            self.faults.append(Fault("syntax", paragraph, tag))
            return None

    def _judge(self, tree: nodes.Template | None, tag: str, paragraph: str) -> None:
        """A tag may do no more than a letter needs, and name only what there is."""
        if tree is None:
            return
        found = [tree, *tree.find_all(nodes.Node)]
        is_too_much = any(
            not isinstance(one, _MAY) or (isinstance(one, nodes.Filter) and one.name not in _FILTERS) for one in found
        )
        if is_too_much:
            self.faults.append(Fault("too_much", paragraph, tag))
        own = self._names(tree)
        for name in _outermost(tree):
            self._resolve(name, own, paragraph)

    def _names(self, tree: nodes.Template | None) -> dict[str, Any]:
        """What a “for” calls the one at hand."""
        loops = list(tree.find_all(nodes.For)) if tree is not None else []
        if not loops:
            return {}
        try:
            many = self._value(loops[0].iter, {})
        except KeyError:
            many = None  # told already
        target = loops[0].target
        name = target.name if isinstance(target, nodes.Name) else "loop"
        return {"loop": None, name: many[0] if isinstance(many, list) and many else None}

    def _known(self) -> dict[str, Any]:
        known = dict(self.sample)
        for one in self.open:
            known |= one.names
        return known

    def _value(self, node: nodes.Node, own: Mapping[str, Any]) -> Any:
        """The example behind a field; KeyError with its name where there is none."""
        if isinstance(node, nodes.Name):
            known = self._known() | dict(own)
            if node.name not in known:
                raise KeyError(node.name)
            return known[node.name]
        if isinstance(node, nodes.Getattr | nodes.Getitem):
            key = node.attr if isinstance(node, nodes.Getattr) else getattr(node.arg, "value", None)
            holder = self._value(node.node, own)
            if isinstance(holder, Mapping):
                if key not in holder:
                    raise KeyError(key)
                return holder[key]
            if isinstance(holder, list) and isinstance(key, int):
                return holder[0]
            if holder is not None:
                raise KeyError(key)
        return None

    def _resolve(self, node: nodes.Node, own: Mapping[str, Any], paragraph: str) -> None:
        try:
            self._value(node, own)
        except KeyError as unknown:
            self.faults.append(Fault("unknown", paragraph, str(unknown.args[0])))


def _outermost(node: nodes.Node) -> Iterator[nodes.Node]:
    """Every field as it is named, the whole of “person.name” and not its parts."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Getattr | nodes.Getitem):
            yield child
        elif isinstance(child, nodes.Name):
            if child.ctx == "load":
                yield child
        else:
            yield from _outermost(child)
