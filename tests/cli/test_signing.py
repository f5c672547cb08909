"""`report sign` as a clerk types it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reports.builders import an_accountability
from tracker.cli import main
from tracker.reports import accountability, pdf

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "BC_VP.pdf"
    path.write_bytes(pdf.draw(accountability.document(an_accountability())))
    return path


@pytest.fixture
def key(tmp_path: Path) -> Path:
    from datetime import UTC, datetime, timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

    own = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Lưu Quang Thiệu")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(name, name, own.public_key(), x509.random_serial_number())
    certificate = builder.not_valid_before(now).not_valid_after(now + timedelta(days=1)).sign(own, hashes.SHA256())
    path = tmp_path / "khoa.p12"
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"k", own, certificate, None, BestAvailableEncryption(b"m")))
    return path


def test_a_signed_copy_stands_beside_the_report(
    report: Path, key: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_KEY_PASSWORD", "m")
    assert main(["report", "sign", str(report), "--key", str(key)]) == 0
    signed = report.with_name("BC_VP_da-ky.pdf")
    assert capsys.readouterr().out.strip() == str(signed)
    assert signed.read_bytes().startswith(report.read_bytes())
    assert len(signed.read_bytes()) > len(report.read_bytes())


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_wrong_password_and_a_missing_file_are_told_and_nothing_is_written(
    report: Path, key: Path, language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_KEY_PASSWORD", "other")
    before = sorted(report.parent.iterdir())
    assert main(["--lang", language, "report", "sign", str(report), "--key", str(key)]) == 1
    assert "khoa.p12" in capsys.readouterr().err
    gone = report.with_name("none.pdf")
    assert main(["--lang", language, "report", "sign", str(gone), "--key", str(key)]) == 1
    assert "none.pdf" in capsys.readouterr().err
    assert sorted(report.parent.iterdir()) == before


def test_one_key_is_named(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "sign", str(report)]) == 2
    assert "--key" in capsys.readouterr().err
