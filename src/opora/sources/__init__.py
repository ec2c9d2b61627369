"""The source documents, line by line: what each asks for, and where in the product it is recorded or computed.

The table in `table/` stands beside the code. Each line of the five documents has its id, its own words, and the pages
where it is made real; a page reads from the same table why it is there.
"""
