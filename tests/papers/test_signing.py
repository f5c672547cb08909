"""A signed report verifies with an independent tool, and what was issued stands unchanged in front of the signature."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.keys import PASSWORD
from tests.reports.builders import an_accountability
from tracker.domain.errors import Refused, Unavailable
from tracker.papers import signing
from tracker.papers.signing import KeyFile, Token
from tracker.reports import accountability, pdf

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

SOFT_TOKEN = Path("/usr/lib/softhsm/libsofthsm2.so")
needs_pdfsig = pytest.mark.skipif(not shutil.which("pdfsig"), reason="pdfsig of poppler-utils is not installed")
needs_token = pytest.mark.skipif(
    not (SOFT_TOKEN.exists() and shutil.which("softhsm2-util")),
    reason="softhsm2, a token in software, is not installed",
)


@pytest.fixture(scope="module")
def report() -> bytes:
    return pdf.draw(accountability.document(an_accountability()))


def verified(data: bytes, folder: Path) -> str:
    """What pdfsig says of a file."""
    path = folder / "signed.pdf"
    path.write_bytes(data)
    # The signer's certificate is known to nobody, so only the signature itself can hold: status 0 where it does.
    told = subprocess.run(
        ["pdfsig", "-nocert", path], capture_output=True, text=True, encoding="utf-8", check=False, env=os.environ
    )
    return told.stdout


@needs_pdfsig
def test_a_report_signed_with_a_key_file_verifies(report: bytes, key_file: Path, tmp_path: Path) -> None:
    signed = signing.sign(report, KeyFile(key_file, PASSWORD), place="Bạch Liên", reason="Ban hành")
    assert signed.startswith(report)
    told = verified(signed, tmp_path)
    assert "Signature is Valid" in told
    assert "ETSI.CAdES.detached" in told
    assert "Total document signed" in told
    assert "Lưu Quang Thiệu" in told


@needs_pdfsig
def test_a_changed_byte_is_noticed(report: bytes, key_file: Path, tmp_path: Path) -> None:
    signed = bytearray(signing.sign(report, KeyFile(key_file, PASSWORD)))
    signed[len(report) // 2] ^= 1
    assert "Signature is Valid" not in verified(bytes(signed), tmp_path)


@needs_token
@needs_pdfsig
def test_a_report_signed_on_a_token_verifies(
    report: bytes,
    identity: tuple[RSAPrivateKey, x509.Certificate],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library = a_token(identity, tmp_path, monkeypatch)
    signed = signing.sign(report, Token(library, "1234", "head"))
    assert signed.startswith(report)
    assert "Signature is Valid" in verified(signed, tmp_path)


@needs_token
def test_a_token_that_refuses_the_pin_is_told(
    report: bytes,
    identity: tuple[RSAPrivateKey, x509.Certificate],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library = a_token(identity, tmp_path, monkeypatch)
    with pytest.raises(Refused, match=r"signing\.token"):
        signing.sign(report, Token(library, "9999", "head"))
    with pytest.raises(Refused, match=r"signing\.token"):
        signing.sign(report, Token(library, "1234", "nobody"))
    with pytest.raises(Refused, match=r"signing\.which_token"):
        signing.sign(report, Token(library, "1234", "head", "another office"))


def test_a_wrong_password_no_key_and_no_file_are_refused(report: bytes, key_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.p12"
    other.write_bytes(b"not a key")
    for key in (KeyFile(key_file, "sai"), KeyFile(other, PASSWORD), KeyFile(tmp_path / "none.p12", PASSWORD)):
        with pytest.raises(Refused) as caught:
            signing.sign(report, key)
        assert (caught.value.code, caught.value.parameters["file"]) == ("signing.key_unreadable", key.path.name)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"x" * 5000])
def test_what_is_no_pdf_is_refused(data: bytes, key_file: Path) -> None:
    with pytest.raises(Refused, match=r"signing\.not_a_pdf"):
        signing.sign(data, KeyFile(key_file, PASSWORD))


def test_it_is_signed_once(report: bytes, key_file: Path) -> None:
    signed = signing.sign(report, KeyFile(key_file, PASSWORD))
    with pytest.raises(Refused, match=r"signing\.signed_already"):
        signing.sign(signed, KeyFile(key_file, PASSWORD))


def test_a_missing_library_is_named(report: bytes, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"signing\.no_library"):
        signing.sign(report, Token(tmp_path / "token.dll", "1234"))


def test_without_the_extra_it_is_told_how_to_get_it(
    report: bytes, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing, "find_spec", lambda _: None)
    with pytest.raises(Unavailable) as caught:
        signing.sign(report, KeyFile(key_file, PASSWORD))
    assert caught.value.code == "signing.not_installed"
    assert "pip install" in str(caught.value.parameters["command"])


def test_secrets_are_in_no_message() -> None:
    assert PASSWORD not in repr(KeyFile(Path("k.p12"), PASSWORD))
    assert "1234" not in repr(Token(Path("t.dll"), "1234"))


def a_token(identity: tuple[RSAPrivateKey, x509.Certificate], folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A token in software that holds the key and its certificate under the label "head"."""
    import pkcs11
    from cryptography.hazmat.primitives.serialization import Encoding
    from pkcs11.util.rsa import decode_rsa_private_key
    from pkcs11.util.x509 import decode_x509_certificate

    (folder / "tokens").mkdir()
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\n", encoding="utf-8")
    monkeypatch.setenv("SOFTHSM2_CONF", str(settings))
    library = folder / "libtoken.so"
    shutil.copy(SOFT_TOKEN, library)  # a library reads its settings once in a process: each test has its own
    subprocess.run(
        ["softhsm2-util", "--init-token", "--free", "--label", "office", "--pin", "1234", "--so-pin", "5678"],
        check=True,
        capture_output=True,
    )
    key, certificate = identity
    with pkcs11.lib(str(library)).get_token(token_label="office").open(rw=True, user_pin="1234") as session:
        private = private_key_bytes(key)
        session.create_object({**decode_rsa_private_key(private), pkcs11.Attribute.TOKEN: True, **named()})
        found = decode_x509_certificate(certificate.public_bytes(Encoding.DER))
        session.create_object({**found, pkcs11.Attribute.TOKEN: True, **named()})
    return library


def named() -> dict[object, object]:
    import pkcs11

    return {pkcs11.Attribute.LABEL: "head", pkcs11.Attribute.ID: b"1"}


def private_key_bytes(key: RSAPrivateKey) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    return key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
