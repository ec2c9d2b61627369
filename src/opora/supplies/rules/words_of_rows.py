"""Words of a stock list that mean a unit or a category here."""

import re

from opora.registry.rules.titles import title_key

_UNITS = {
    "pack": ("уп", "упак", "упаковка", "пачка", "пач", "пакет", "банка", "бан", "коробка", "кор", "pack"),
    "pair": ("пар", "пара", "пары", "pair"),
    "set": ("компл", "комплект", "набор", "наб", "set"),
    "kg": ("кг", "килограмм", "kg"),
    "l": ("л", "литр", "l", "liter"),
    "piece": ("шт", "штука", "штук", "ед", "piece", "pcs"),
}
_CATEGORIES = {
    "food": ("продук", "еда", "питан", "бакале", "консерв", "food"),
    "baby": ("дляма", "малыш", "детскоепит", "подгуз", "смес", "младен", "baby"),
    "hygiene": ("гигиен", "бытхим", "бытоваяхим", "моющ", "hygiene"),
    "clothes": ("одежд", "белье", "clothes"),
    "shoes": ("обув", "shoes"),
    "stationery": ("канц", "школ", "stationery"),
    "toys": ("игруш", "книг", "toys"),
    "household": ("длядома", "хозтов", "хозяйств", "посуд", "техник", "текстил", "household"),
    "furniture": ("мебел", "furniture"),
    "medicine": ("лекар", "медик", "аптек", "medicine"),
}


def unit_of(text: str) -> str | None:
    """The unit a word means; None for a word that is none."""
    key = title_key(text)
    return next((unit for unit, words in _UNITS.items() if key in {title_key(word) for word in words}), None)


def unit_in_title(title: str) -> str:
    """The unit that stands in the title of the quantities: «Остаток, кг», «Кол-во (уп.)»; nothing where none does."""
    parts = [unit_of(part) for part in re.split(r"[,;:()\[\]/]", title)[1:]]
    return next((unit for unit in parts if unit), "")


def category_of(text: str) -> str:
    """The category a word means; other things for a word that is none of ours."""
    key = title_key(text)
    return next((code for code, words in _CATEGORIES.items() if any(key.startswith(word) for word in words)), "other")
