"""Chữ ký số on an issued report: PAdES (baseline B-B) by pyHanko, an extra that is not installed by default.

The key is a PKCS#12 file or stands on a PKCS#11 token, as the certificates of the Government's cipher committee do.
The signature is appended: what was issued stays byte for byte in front of it, so `report check` still knows the paper.
There is no network: no time stamp is asked for and no list of revoked certificates is fetched; the certificates that
come with the key go into the file.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any

from tracker.domain.errors import Refused, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FIELD = "ChuKySo"
EXTRA = 'pip install "pyHanko[pkcs11]~=0.38"'
"""What installs the extra, behind the Python of .venv and -m."""


@dataclass(frozen=True)
class KeyFile:
    """A key with its certificate in a PKCS#12 file (.p12, .pfx)."""

    path: Path
    password: str = field(repr=False)


@dataclass(frozen=True)
class Token:
    """A key on a token or card, reached through the library (.dll, .so) of its maker."""

    library: Path
    pin: str = field(repr=False)
    label: str = ""
    """Of the certificate; "" where there is one only."""
    name: str = ""
    """Of the token itself; "" where one only is plugged in."""


def installed() -> bool:
    """Whether the extra is there."""
    return find_spec("pyhanko") is not None


def not_installed() -> Unavailable:
    """That the extra is not there, and how to get it."""
    return Unavailable("signing.not_installed", command=f"{sys.executable} -m {EXTRA}")


def sign(data: bytes, key: KeyFile | Token, *, place: str = "", reason: str = "") -> bytes:
    """The file with a signature behind it.

    Raises Unavailable signing.not_installed, signing.no_library; Refused signing.key_unreadable (the file is no key, or
    its password is wrong), signing.which_token (none is plugged in, or several), signing.token (it has no such key, or
    refuses the PIN), signing.not_a_pdf, signing.signed_already (a second signature of ours).
    """
    if not installed():
        raise not_installed()
    with _signer(key) as signer:
        return _signed(data, signer, place, reason)


def _signed(data: bytes, signer: Any, place: str, reason: str) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfReadError
    from pyhanko.sign import fields, signers

    try:
        file = IncrementalPdfFileWriter(BytesIO(data))
        if any(name == FIELD for name, *_ in fields.enumerate_sig_fields(file.prev)):
            raise Refused("signing.signed_already", field="file")
    except PdfReadError as error:
        raise Refused("signing.not_a_pdf", field="file") from error
    about = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        location=place or None,
        reason=reason or None,
    )
    signed = signers.sign_pdf(file, about, signer=signer)
    return bytes(signed.getbuffer())


@contextmanager
def _signer(key: KeyFile | Token) -> Iterator[Any]:
    if isinstance(key, KeyFile):
        yield _of_file(key)
    else:
        with _of_token(key) as signer:
            yield signer


def _of_file(key: KeyFile) -> Any:
    from pyhanko.sign.signers import SimpleSigner

    try:
        return SimpleSigner.load_pkcs12_data(
            key.path.read_bytes(), other_certs=[], passphrase=key.password.encode("utf-8")
        )
    except (OSError, ValueError) as error:
        raise Refused("signing.key_unreadable", field="key", file=key.path.name) from error


@contextmanager
def _of_token(key: Token) -> Iterator[Any]:
    try:
        import pkcs11
        from pyhanko.sign.pkcs11 import PKCS11Signer
    except ImportError as error:
        raise not_installed() from error
    if not key.library.is_file():
        raise Unavailable("signing.no_library", field="library", file=str(key.library))
    try:
        token = _plugged_in(pkcs11.lib(str(key.library)).get_tokens(), key)
        with token.open(user_pin=key.pin) as session:
            yield PKCS11Signer(session, cert_label=key.label or None)
    except pkcs11.PKCS11Error as error:
        raise Refused("signing.token", field="pin", library=key.library.name, error=type(error).__name__) from error


def _plugged_in(tokens: Iterable[Any], key: Token) -> Any:
    """The one token that is meant: a library also lists slots whose token was never set up."""
    from pkcs11 import TokenFlag

    ready = [token for token in tokens if TokenFlag.TOKEN_INITIALIZED in token.flags]
    meant = [token for token in ready if key.name in ("", token.label)]
    if len(meant) != 1:
        names = [token.label for token in ready]
        raise Refused("signing.which_token", field="token", library=key.library.name, count=len(names), names=names)
    return meant[0]
