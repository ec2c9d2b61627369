"""The only way the directory and the referrals change."""

from opora.partners.actions.directory import keep_partner
from opora.partners.actions.exchange import export_directory, import_directory
from opora.partners.actions.onward import confirm, read_onward, refer

__all__ = ["confirm", "export_directory", "import_directory", "keep_partner", "read_onward", "refer"]
