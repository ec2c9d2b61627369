"""Pages of duties: what hangs on a colleague, passing it on, and what is nobody's."""
