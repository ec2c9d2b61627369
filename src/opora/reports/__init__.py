"""A report as one object, rendered as page, PDF, workbook or CSV. Computes nothing of its own."""
