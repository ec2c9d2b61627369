"""The registry room: brings the workbook an organization kept before Opora into its cases.

It reads the two source tables (comprehensive support and crisis center), says row by row what it
understood, and hands cases, families and totals to the rooms that own them. It never shows a page, never
keeps an uploaded file longer than the import needs it, and never guesses where a sentence can ask.
"""
