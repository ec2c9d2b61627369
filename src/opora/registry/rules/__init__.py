"""How a registry workbook is understood: pure functions from cells to rows, problems and warnings."""
