"""Log lines that cannot carry a family's data: the place of an error, never its values."""

import logging
import traceback

from opora.common.trouble import IN_LOG, cause_of


class NamelessFormatter(logging.Formatter):
    """Writes when, how grave, where and the exception's class; leaves out arguments and exception texts."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        if record.exc_info and record.exc_info[0] is not None:
            frames = traceback.extract_tb(record.exc_info[2])
            place = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-4:]))
            cause = cause_of(record.exc_info[1])
            why = f" ({IN_LOG[cause]})" if cause else ""
            name = record.exc_info[0].__name__
            return f"{self.formatTime(record)} {record.levelname} {record.name}: {name}{why} in {place}"
        return super().format(record)
