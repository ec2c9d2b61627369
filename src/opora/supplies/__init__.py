"""Supplies: brings the workbook of a warehouse into its stock: looks first, says row by row what it would do."""
