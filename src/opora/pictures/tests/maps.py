"""A small process as a picture, for the tests of the map."""

from opora.pictures.process_map import ANYWHERE, MapArrow, MapLabels, MapPicture, MapStage

LABELS = MapLabels(
    "из любого этапа", "{n} в просрочке", "{n}\u00a0дн.", "вы здесь", papers="документы:", notes="допущения:"
)
STAGES = (
    MapStage("signal", "Приём сигнала", "Специалист приёма сигналов", (0, 0), count=7, overdue=2, href="/a/"),
    MapStage("visit", "Первичный выезд в семью", "Выездной специалист", (0, 1), count=3, median_days=4.5),
    MapStage("plan", "Составление и корректировка плана с семьёй", "Кейс-менеджер", (1, 1), state="here"),
    MapStage("work", "Работа по плану", "Кейс-менеджер", (2, 1), papers=("План", "Отчёт"), notes=(1, 2)),
    MapStage("helped", "Помощь оказана", "", (1, 0), kind="exit", tone="helped", count=143),
    MapStage("declined", "Семья отказалась от работы", "", (2, 0), kind="exit", tone="declined", count=44),
)
ARROWS = (
    MapArrow("signal", "visit", "Выехать", "main", share=0.6, passed=True),
    MapArrow("signal", "helped", "Помочь один раз", share=0.4),
    MapArrow("visit", "plan", "Составить план", "main"),
    MapArrow("plan", "work", "Начать работу", "main"),
    MapArrow("work", "plan", "Пересмотреть план", "loop"),
    MapArrow("work", "helped", "Завершить"),
    MapArrow(ANYWHERE, "declined", "Отказ", "danger"),
)


def picture(stages: tuple[MapStage, ...] = STAGES, arrows: tuple[MapArrow, ...] = ARROWS) -> MapPicture:
    """The small process, with other places or arrows if asked."""
    return MapPicture(
        "Пробный процесс",
        "Четыре этапа, два исхода",
        stages,
        arrows,
        LABELS,
        ("Сигнал", "Работа"),
        ("Первое", "Второе"),
    )
