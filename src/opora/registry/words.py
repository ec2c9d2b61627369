"""The sentences of the import: every remark and refusal says what is wrong and what to do about it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from opora.common.dates import show_day
from opora.registry.rules.choices import Question
from opora.registry.rules.issues import Issue, Note

COLUMN_NAMES = {
    "department": pgettext_lazy("column", "department"),
    "parent": pgettext_lazy("column", "parent's code"),
    "children": pgettext_lazy("column", "children's codes"),
    "number": pgettext_lazy("column", "case number"),
    "opened_on": pgettext_lazy("column", "start of the case"),
    "closed_on": pgettext_lazy("column", "closing"),
    "extended_to": pgettext_lazy("column", "extension"),
    "followed_up_on": pgettext_lazy("column", "follow-up after 6 months"),
    "entry": pgettext_lazy("column", "weak sides at entry"),
    "exit": pgettext_lazy("column", "weak sides at exit"),
    "change": pgettext_lazy("column", "change"),
    "program": pgettext_lazy("column", "program"),
}

FILE_SENTENCES = {
    "file_is_empty": gettext_lazy("The file is empty. Choose the registry workbook (.xlsx)."),
    "file_too_large": gettext_lazy(
        "The file is larger than %(most)s MB. Leave only the registry sheets in it and save it again."
    ),
    "file_has_password": gettext_lazy(
        "The file is protected by a password. Remove the password in Excel and save the file again."
    ),
    "file_is_xlsb": gettext_lazy(
        "This is a binary Excel workbook (.xlsb). Open it and save it as an Excel workbook (.xlsx)."
    ),
    "file_is_ods": gettext_lazy(
        "This is a LibreOffice spreadsheet (.ods). Open it and save it as an Excel workbook (.xlsx)."
    ),
    "file_is_text": gettext_lazy(
        "This is a text file (perhaps CSV). Open it in Excel and save it as an Excel workbook (.xlsx)."
    ),
    "file_is_pdf": gettext_lazy("This is a PDF. The import needs the Excel workbook (.xlsx) itself."),
    "file_is_web_page": gettext_lazy(
        "This is a web page, not a workbook. Open it in Excel and save it as an Excel workbook (.xlsx)."
    ),
    "file_is_no_workbook": gettext_lazy("This is not an Excel workbook. Choose a file that ends in .xlsx."),
    "file_is_damaged": gettext_lazy(
        "The file is damaged and cannot be read. Open it in Excel, save it again and choose the new file."
    ),
    "file_is_hostile": gettext_lazy(
        "The file would unpack into far more than a registry holds, so it was not opened. "
        "Copy the registry sheets into a new workbook and choose that."
    ),
    "too_many_rows": gettext_lazy(
        "The file has more than %(most)s rows. Split it into several files and import them one by one."
    ),
    "no_table": gettext_lazy(
        "No registry table was found: no sheet has the column titles (department, parent's code, "
        "case number, start of the case, weak sides at entry) within its first %(within)s filled rows."
    ),
    "column_not_there": gettext_lazy(
        "The file has no column with the title that was named for %(missing)s. Check its spelling."
    ),
    "columns_missing": gettext_lazy(
        "Sheet “%(sheet)s” looks like a registry, but these columns are missing: %(missing)s. "
        "Add them or correct their titles."
    ),
}

CELL_SENTENCES = {
    "formula_without_value": gettext_lazy(
        "The cell holds a formula whose result was not saved. Open the file in Excel, save it and try again; "
        "in LibreOffice press Ctrl+Shift+F9 before saving."
    ),
    "cell_shows_error": gettext_lazy("The cell shows a formula error. Correct the formula or type the value."),
    "not_a_day": gettext_lazy("This is not a date. Type it as DD.MM.YYYY."),
    "no_such_day": gettext_lazy("There is no such day in the calendar. Check the date."),
    "day_out_of_range": gettext_lazy(
        "The date %(day)s is not credible: years from 1990 to 2099 are expected. Check the year."
    ),
    "day_in_future": gettext_lazy("The date %(day)s has not come yet (today is %(today)s). Check the date."),
    "not_a_count": gettext_lazy("This is not a number. Type how many weak sides there were, for example 20."),
    "count_is_negative": gettext_lazy("The number of weak sides cannot be negative. Type a whole number from 0 up."),
    "count_is_fraction": gettext_lazy("The number of weak sides must be whole. Check the figure."),
    "count_is_too_big": gettext_lazy(
        "So many weak sides do not occur: no more than %(most)s are expected. Check the figure."
    ),
    "not_a_code": gettext_lazy(
        "This is not a code. A code is a Russian letter and a number; part several codes by commas."
    ),
    "several_parents": gettext_lazy(
        "Several parents' codes stand here. Leave the code of the parent whose case it is."
    ),
    "no_parent_code": gettext_lazy("The parent's code is missing. Type it: a Russian letter and a number."),
    "child_is_parent": gettext_lazy(
        "The code %(found)s stands both for the parent and for a child. Correct one of them."
    ),
    "number_became_date": gettext_lazy(
        "Excel turned the case number into a date. Format the column as text and type the number again."
    ),
    "not_a_case_number": gettext_lazy(
        "This is not a case number: it must have a digit and at most %(longest)s characters."
    ),
    "not_a_name": gettext_lazy("This is not a name of a department. Type it as text."),
    "name_too_long": gettext_lazy("The name of the department is too long: at most %(longest)s characters."),
    "no_case_number": gettext_lazy("The case number is missing. Type it as in the case file."),
    "no_department": gettext_lazy("The department is missing. Type its name."),
    "no_opening_day": gettext_lazy("The date on which the case started is missing. Type it as DD.MM.YYYY."),
    "closed_before_opened": gettext_lazy(
        "The case was closed on %(day)s, before it started on %(opened)s. Check both dates."
    ),
    "extended_before_opened": gettext_lazy(
        "The stay was extended to %(day)s, before the case started on %(opened)s. Check both dates."
    ),
    "followed_up_before_opened": gettext_lazy(
        "The follow-up was on %(day)s, before the case started on %(opened)s. Check both dates."
    ),
    "followed_up_before_closed": gettext_lazy(
        "The follow-up was on %(day)s, before the case was closed on %(closed)s. Check both dates."
    ),
    "followed_up_but_open": gettext_lazy(
        "There is a follow-up on %(day)s, but no closing date. Type the closing date or remove the follow-up."
    ),
    "exit_but_open": gettext_lazy(
        "There is a number of weak sides at exit, but no closing date. Type the closing date."
    ),
    "column_not_found": gettext_lazy(
        "The sheet has no column %(missing)s; it was read without it. Check the column titles."
    ),
    "column_twice": gettext_lazy(
        "Two columns have the same meaning; “%(read)s” (column %(letter)s) was read and this one was not."
    ),
    "column_as_chosen": gettext_lazy("Read as %(missing)s, as it was chosen."),
    "row_of_words": gettext_lazy("This row says nothing of a case and was passed over."),
    "date_as_text": gettext_lazy("The date is written as text; read as %(day)s."),
    "count_as_text": gettext_lazy("The number is written as text; read as %(count)s."),
    "code_in_latin": gettext_lazy("The code %(found)s has a Latin letter; read as %(read)s."),
    "code_with_yo": gettext_lazy("Codes have no letter yo; %(found)s is read as %(read)s."),
    "code_mended": gettext_lazy("The code %(found)s is spelled unusually; read as %(read)s."),
    "code_repeated": gettext_lazy("The code %(found)s stands twice in the cell; it was read once."),
    "codes_split_otherwise": gettext_lazy("The codes are not parted by commas; read as %(read)s."),
    "no_child_code": gettext_lazy("No child's code stands here; the case is imported without children."),
    "no_entry_count": gettext_lazy(
        "The number of weak sides at entry is missing; the case has no result until it is known."
    ),
    "no_figure": gettext_lazy("Read as: no number is known. If no weak side was found, type 0."),
    "children_from_below": gettext_lazy("Children's codes were taken from the rows below (%(rows)s)."),
    "parent_from_above": gettext_lazy("The parent's code is taken from the merged cell: %(read)s."),
    "told_further": gettext_lazy(
        "The case stands in row %(row)s of sheet “%(sheet)s” too and is told further there; that row was taken."
    ),
    "department_from_above": gettext_lazy("The department is empty; taken from the row above: %(read)s."),
    "follow_up_is_planned": gettext_lazy(
        "The follow-up on %(day)s has not come yet; it is taken as planned and not as done."
    ),
    "change_differs": gettext_lazy(
        "The change does not equal entry minus exit (%(entry)s − %(exit)s); read as %(read)s."
    ),
    # What only the records can tell.
    "department_is_new": gettext_lazy("There is no such department yet; it will be added."),
    "department_unknown": gettext_lazy(
        "There is no department with this name. Check the name or ask your head to add the department."
    ),
    "department_of_others": gettext_lazy(
        "You may import cases of your own departments only. Ask the head or this department's coordinator."
    ),
    "program_unclear": gettext_lazy(
        "It does not follow from the department to which program the case belongs. Choose the program."
    ),
    "parent_changes": gettext_lazy(
        "A case with this number exists with the parent's code %(before)s; it becomes %(after)s. "
        "If this is another case, correct its number."
    ),
    "number_of_another_case": gettext_lazy(
        "Another case has this number already: its parent and its start differ. Nothing of it was changed; "
        "correct the number here."
    ),
    "case_unclear": gettext_lazy(
        "Several recorded cases may be meant by this number. Correct the parent's code or the start of the case."
    ),
    "family_came_again": gettext_lazy(
        "The family's case with this number was closed before this one started. If this is a new case, give it a "
        "number of its own; if not, correct the dates in Opora."
    ),
    "kept_contradicts": gettext_lazy(
        "The row does not fit what Opora knows of the case and the row leaves empty. Fill the empty cells in."
    ),
    "emptied_kept": gettext_lazy("The cell is empty here, and Opora knows %(before)s; that stays."),
    "code_yo_and_ye": gettext_lazy(
        "A code stands with the letter yo in one place and with ye in another, and Opora would take both for one "
        "person. If it is one person, write the code alike; if not, give one of them another code."
    ),
    "extension_without_stay": gettext_lazy(
        "There is an extension, but the case's program knows no stays; the date is left out."
    ),
    "form_says_more": gettext_lazy(
        "In Opora the form was filled in item by item and counts %(weak)s; that stays, the registry's figure is "
        "left out."
    ),
    "case_has_its_own_life": gettext_lazy(
        "A case with this number is kept in Opora itself. The registry does not change it: "
        "correct the case there or the number here."
    ),
    "child_of_another_family": gettext_lazy("The child %(found)s is known in another family too. Check the code."),
    "child_is_caregiver": gettext_lazy("The code %(found)s stands for a child here and for a parent elsewhere."),
    "parent_is_child": gettext_lazy("The code %(found)s stands for a parent here and for a child elsewhere."),
    "more_than_the_form": gettext_lazy(
        "The form of this program has %(most)s items, and the figure is larger. Check it."
    ),
}


def reason(issue: Issue) -> str:
    """The sentence of a remark about a place in the workbook."""
    if issue.code == "number_twice":
        return _number_twice(issue)
    if issue.code in FILE_SENTENCES:
        return filled(FILE_SENTENCES[issue.code], {"sheet": issue.sheet, **issue.params})
    return filled(CELL_SENTENCES[issue.code], issue.params)


def refusal(note: Note) -> str:
    """The sentence about a file that cannot be read."""
    return filled(FILE_SENTENCES[note.code], note.params)


def question(asked: Question) -> str:
    """The sentence that asks which of several columns is meant."""
    titles = ", ".join(f"«{one.title}» ({one.letter})" for one in asked.candidates)
    params = {"column": COLUMN_NAMES[asked.field], "titles": titles}
    if len(asked.candidates) == 1:
        return _("One column only perhaps holds the %(column)s: %(titles)s. Say whether it is meant.") % params
    return _("Several columns may hold the %(column)s: %(titles)s. Say which is meant.") % params


def _number_twice(issue: Issue) -> str:
    params = {**_shown(issue.params), "number": issue.value}
    if issue.params["alike"]:
        same = _("The same row stands already in row %(row)s of sheet “%(sheet)s”; it was taken once.")
        return same % params
    return (
        _(
            "Case number %(number)s stands twice in department “%(department)s” and the rows differ: see row "
            "%(row)s of sheet “%(sheet)s”. Correct the number or remove the wrong row."
        )
        % params
    )


def filled(sentence: Any, params: Mapping[str, Any]) -> str:
    """A sentence with what was found in the workbook set in."""
    return str(sentence) % _shown(params)


def _shown(params: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _show(name, value) for name, value in params.items()}


def _show(name: str, value: Any) -> Any:
    if isinstance(value, date):
        return show_day(value)
    if name == "missing":
        return ", ".join(pgettext("column", "“%(name)s”") % {"name": COLUMN_NAMES[field]} for field in value)
    return value
