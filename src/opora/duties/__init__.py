"""Duties: what hangs on a worker, passed on in one go, and work that is nobody's. Keeps no work of its own."""
