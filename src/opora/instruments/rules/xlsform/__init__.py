"""Forms as XLSForm workbooks, out and in."""

from opora.instruments.rules.xlsform.reading import XlsReading, read_xlsform
from opora.instruments.rules.xlsform.sheets import ASSUMED, KEPT, LEFT, RowTold
from opora.instruments.rules.xlsform.writing import xlsform_of

__all__ = ["ASSUMED", "KEPT", "LEFT", "RowTold", "XlsReading", "read_xlsform", "xlsform_of"]
