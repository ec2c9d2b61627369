"""Finding practices on disk and checking them without publishing anything."""

import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path

from django.utils.translation import gettext

from opora.common.findings import Finding, Place, errors_first, has_errors
from opora.common.findings import mark as _
from opora.instruments.queries import own_forms, published_codes, published_definitions
from opora.instruments.rules import Definition, compare_versions, read_instrument
from opora.logic.queries import shared_concepts
from opora.packs import rules
from opora.programs.models import PracticeVersion

SHIPPED = Path(__file__).parent / "practices"
LARGEST_FILE = 1024 * 1024


def shipped_practices() -> dict[str, Path]:
    """The practices that come with the product: {code: folder}."""
    return {path.parent.name: path.parent for path in sorted(SHIPPED.glob(f"*/{rules.PRACTICE_FILE}"))}


def check_practice(*, folder: Path, against_published: bool = False, keep_own: bool = False) -> rules.PracticeReading:
    """Read a practice folder and tell everything that must be mended; publishes nothing, never raises.

    With `against_published` its forms are also held against the versions already published here; with `keep_own` those
    that the organization has made its own in the browser are passed over, for they will stay.
    """
    files, unreadable = _read_files(folder)
    known = {*_shipped_forms(), *(published_codes() if against_published else ())}
    reading = rules.read_practice(files, known, {finding.file for finding in unreadable}, shared_concepts())
    findings = [*unreadable, *reading.findings]
    if against_published:
        findings += _against_published(reading.forms, files, own_forms() if keep_own else frozenset())
    practice = None if has_errors(findings) else reading.practice
    return rules.PracticeReading(practice, tuple(errors_first(findings)), reading.forms)


def offered_practices() -> dict[str, Path]:
    """The shipped practices that every organization has from the start; the others wait until somebody asks."""
    return {code: folder for code, folder in shipped_practices().items() if not _is_on_request(folder)}


def asked_for_practices() -> dict[str, Path]:
    """Shipped practices that somebody asked for here, to which this release adds something.

    It comes by itself, as to those that are offered. A practice that an organization wrote under the same code was
    never published as it ships, and is left alone.
    """
    on_request = set(shipped_practices()) - set(offered_practices())
    kept: dict[str, list[PracticeVersion]] = {}
    for version in PracticeVersion.objects.filter(code__in=on_request).order_by("number"):
        kept.setdefault(version.code, []).append(version)
    return {code: shipped_practices()[code] for code, versions in kept.items() if _is_added_to(code, versions)}


def _is_added_to(code: str, versions: list[PracticeVersion]) -> bool:
    practice = check_practice(folder=shipped_practices()[code]).practice
    if practice is None or practice.instruments:
        return False
    content = practice.to_data({})
    is_as_shipped = any(rules.says_the_same(version.content, content) for version in versions)
    return is_as_shipped and versions[-1].content != content


def _is_on_request(folder: Path) -> bool:
    """Asked of the head alone: the whole practice is read when it is published."""
    try:
        return tomllib.loads((folder / rules.PRACTICE_FILE).read_text(encoding="utf-8")).get("on_request") is True
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False


def borrowed_forms(practice: rules.Practice) -> list[Definition]:
    """Shipped forms that a practice uses without having them in its folder, unless they are published here already."""
    own = {*published_codes(), *(form.code for form in practice.instruments)}
    shipped = _shipped_forms()
    codes = sorted({program.instrument for program in practice.programs} - own)
    readings = [read_instrument(shipped[code].read_text(encoding="utf-8"), code) for code in codes if code in shipped]
    return [reading.definition for reading in readings if reading.definition is not None]


def _shipped_forms() -> dict[str, Path]:
    """Forms of the shipped practices, each in a file that bears its code: any practice may use them."""
    return {path.stem: path for path in SHIPPED.glob("*/instruments/*.toml")}


def _against_published(
    forms: Mapping[str, Definition], files: Mapping[str, str], passed_over: Collection[str]
) -> list[Finding]:
    findings: list[Finding] = []
    for path, form in forms.items():
        published = published_definitions(code=form.code)
        if form.code in passed_over or any(old.to_data() == form.to_data() for old in published):
            continue
        findings += compare_versions(published, form, path, files.get(path, ""))
    return findings


def explain(findings: tuple[Finding, ...] | list[Finding]) -> list[str]:
    """Findings as sentences in the reader's language, one line each."""
    return [finding.text(gettext) for finding in findings]


def _read_files(folder: Path) -> tuple[dict[str, str], list[Finding]]:
    """The texts of the files a practice may have, and findings about those that cannot be read as text."""
    files: dict[str, str] = {}
    unreadable: list[Finding] = []
    heads = [folder / name for name in (rules.PRACTICE_FILE, rules.PROCESS_FILE, rules.SERVICES_FILE)]
    paths = [*heads, *(path for part in ("instruments", "models") for path in sorted((folder / part).glob("*.toml")))]
    for path in paths:
        name = path.relative_to(folder).as_posix()
        if not path.is_file():
            continue
        try:
            if path.stat().st_size > LARGEST_FILE:
                unreadable.append(
                    Finding(name, Place(), _("The file is larger than 1 MB."), _("A form is a short text file."))
                )
                continue
            files[name] = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            unreadable.append(
                Finding(
                    name,
                    Place(),
                    _("The file is not in the encoding UTF-8."),
                    _("Open it in a text editor and save it as UTF-8."),
                )
            )
        except OSError:
            unreadable.append(
                Finding(
                    name,
                    Place(),
                    _("The file cannot be opened."),
                    _("Check that it exists and that you may read it."),
                )
            )
    return files, unreadable
