"""Static files: hashed names in an installation, plain names while nothing was collected (tests, first start)."""

from django.conf import settings
from whitenoise.storage import CompressedManifestStaticFilesStorage


class Static(CompressedManifestStaticFilesStorage):
    """Falls back to the plain name of a file that was not collected instead of failing the page."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        if not self.hashed_files:
            return name
        return super().stored_name(name)

    def url(self, name: str | None, force: bool = False) -> str:
        if not self.hashed_files:
            return f"{settings.STATIC_URL}{name}"
        return super().url(name, force)
