"""XML as workbooks hold it: elements are called by their names, and nothing that a file declares is followed."""

import zipfile
from collections.abc import Callable
from xml.parsers import expat

from opora.registry.rules.issues import Unreadable

Attributes = dict[str, str]


def parse(
    archive: zipfile.ZipFile,
    part: str,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] = lambda _name: None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Read a part of an archive through handlers of its elements."""
    parser = parser_of(start, end, text)
    with archive.open(part) as stream:
        parser.ParseFile(stream)


def parser_of(
    start: Callable[[str, Attributes], None], end: Callable[[str], None], text: Callable[[str], None] | None
) -> expat.XMLParserType:
    """A parser that calls elements by their names without prefixes and accepts no document type."""

    def refuse(*_declared: object) -> None:
        raise Unreadable("file_is_damaged")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse

    def first(name: str, attributes: Attributes) -> None:
        """The root says whether names bear a prefix; most files have none, and then nothing stands in between."""
        prefixed = ":" in name
        parser.StartElementHandler = (lambda one, has: start(one.rpartition(":")[2], has)) if prefixed else start
        parser.EndElementHandler = (lambda one: end(one.rpartition(":")[2])) if prefixed else end
        parser.StartElementHandler(name, attributes)

    parser.StartElementHandler = first
    if text is not None:
        parser.CharacterDataHandler = text
    return parser
