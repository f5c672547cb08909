"""`pictures`: the command that makes the guide's pictures, and those that are looked at after a change."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.cli import main
from tracker.cli.pictures import ORDERS, SCALES

pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)

from PySide6.QtGui import QImage


def size(picture: Path) -> tuple[int, int]:
    image = QImage(str(picture))
    return image.width(), image.height()


def test_every_scale_and_scheme_is_ordered() -> None:
    pages = {(order[0], scheme) for order in ORDERS if order[1] == "pages" for scheme in order[2:]}
    assert pages == {(scale, scheme) for scale in SCALES for scheme in ("light", "dark")}
    assert {order[2] for order in ORDERS if order[1] == "dialogs"} == {"light", "dark"}


@pytest.mark.long
def test_the_guides_pictures_are_made_without_data_and_display(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tracker.resource import resource
    from tracker.ui.picturing import GUIDE

    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["pictures", str(tmp_path / "anh"), "--guide"]) == 0
    made = {path.stem for path in (tmp_path / "anh").glob("*.png")}
    assert made == set(GUIDE)
    assert made <= {path.stem for path in resource("guide/pictures").glob("*.png")}
    assert {size(path) for path in (tmp_path / "anh").glob("*.png")} == {(1366, 768)}


@pytest.mark.long
def test_all_pictures(tmp_path: Path) -> None:
    assert main(["pictures", str(tmp_path)]) == 0
    names = {path.stem for path in tmp_path.glob("*.png")}
    for language in ("vi", "en"):
        for scheme in ("light", "dark"):
            for label in ("100", "150", "200", "910"):
                assert f"hom-nay-{language}-{scheme}-{label}" in names
            assert f"viec-extension-{language}-{scheme}-910" in names
    assert size(tmp_path / "hom-nay-vi-light-150.png") == (2049, 1152)
    assert size(tmp_path / "hom-nay-vi-light-200.png") == (2732, 1536)
    assert size(tmp_path / "hom-nay-vi-light-910.png") == (910, 512)


def test_where_no_picture_can_be_written_it_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "anh").write_text("một tệp", encoding="utf-8")
    assert main(["pictures", str(tmp_path / "anh")]) == 1
    assert str(tmp_path / "anh") in capsys.readouterr().err
