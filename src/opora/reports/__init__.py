"""A report as one object, rendered as page, PDF, workbook, Word or CSV; the studio where it is composed of live blocks.

Figures come from the rooms of proof and from whoever recorded them; none is computed here.
"""
