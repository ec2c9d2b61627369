"""The secret of a code app at rest, and the picture that carries it to a phone. Pure functions."""

import base64
from collections.abc import Iterable

import qrcode
from cryptography.fernet import Fernet, MultiFernet

from opora.common.envelope import derived

_PURPOSE = b"opora second factor"
_QUIET_ZONE = 3


def keyring(secrets: Iterable[str]) -> MultiFernet:
    """Keys drawn from the installation's secrets: the first seals, all of them open, so a secret can be changed."""
    return MultiFernet([Fernet(_derive(secret)) for secret in secrets])


def seal(text: str, secrets: Iterable[str]) -> str:
    """The text as it may lie in the database."""
    return keyring(secrets).encrypt(text.encode()).decode()


def unseal(sealed: str, secrets: Iterable[str]) -> str:
    """The text again; ``cryptography.fernet.InvalidToken`` when it was sealed elsewhere or altered."""
    return keyring(secrets).decrypt(sealed.encode()).decode()


def draw_qr(text: str, title: str) -> str:
    """The text as a QR code in SVG: one path, no style, so that a strict content policy lets it through."""
    code = qrcode.QRCode(border=_QUIET_ZONE, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    code.make(fit=True)
    matrix = code.get_matrix()
    size = len(matrix)
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark)
    return (
        f'<svg class="qr" role="img" aria-label="{title}" viewBox="0 0 {size} {size}" width="220" height="220" '
        f'shape-rendering="crispEdges"><rect width="{size}" height="{size}" fill="#fff"/>'
        f'<path d="{path}" fill="#000"/></svg>'
    )


def _derive(secret: str) -> bytes:
    """A key for this purpose only, as this cipher wants it written."""
    return base64.urlsafe_b64encode(derived(secret.encode(), _PURPOSE))
