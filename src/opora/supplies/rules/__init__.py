"""How a workbook of goods is read: its columns by their words, its rows one by one."""
