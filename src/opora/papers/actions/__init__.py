"""Everything that changes papers: each verb checks, writes, journals and files its paper in one transaction."""

from opora.papers.actions.consents import read_consent, record_consent, withdraw_consent
from opora.papers.actions.files import OpenedFile, add_file, open_file

__all__ = ["OpenedFile", "add_file", "open_file", "read_consent", "record_consent", "withdraw_consent"]
