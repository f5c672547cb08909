"""Installed as a package: `tracker` finds its own files and does what main.py does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.resource import resource

ROOT = Path(__file__).resolve().parent.parent
PARTS = (
    "tracker",
    "resources",
    "setup.cfg",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "MANIFEST.in",
    "main.py",
)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package installed from a wheel that was built from a copy of the tree."""
    source = tmp_path_factory.mktemp("source")
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source / name)
    wheels = tmp_path_factory.mktemp("wheels")
    pip("wheel", "--no-build-isolation", "--no-deps", "--wheel-dir", str(wheels), str(source))
    target = tmp_path_factory.mktemp("installed")
    pip("install", "--no-deps", "--no-compile", "--target", str(target), *map(str, wheels.glob("*.whl")))
    return target


def pip(*arguments: str) -> None:
    done = subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments], capture_output=True)
    assert done.returncode == 0, (done.stdout + done.stderr).decode("utf-8", "replace")


def run(installed: Path, cwd: Path, *arguments: str) -> str:
    """What a Python that sees the installed package, and no checkout, prints."""
    environment = os.environ | {"PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, *arguments], cwd=cwd, env=environment, capture_output=True)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("utf-8")


def test_every_resource_is_installed(installed: Path, tmp_path: Path) -> None:
    resources = ROOT / "resources"
    names = [path.relative_to(resources).as_posix() for path in resources.rglob("*") if path.is_file()]
    code = "import sys; from tracker.resource import resource; print(*map(resource, sys.argv[1:]), sep='\\n')"
    found = run(installed, tmp_path, "-c", code, *names).splitlines()
    assert found == [str(installed / "tracker" / "resources" / name) for name in names]


def test_a_resource_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError, match=r"resources/fonts/none\.ttf"):
        resource("fonts/none.ttf")


def test_the_command_is_the_one_of_the_checkout(installed: Path, tmp_path: Path) -> None:
    command = str(next((installed / "bin").glob("tracker*"))) if os.name != "nt" else "-m"
    arguments = [command, "--help"] if command != "-m" else ["-m", "tracker", "--help"]
    told = run(installed, tmp_path, *arguments)
    assert told == run(installed, tmp_path, "-m", "tracker", "--help")
    assert told == run(ROOT, tmp_path, str(ROOT / "main.py"), "--help")
    assert "task list" in told


def test_licences_come_along(installed: Path) -> None:
    found = {path.name for path in installed.rglob("licenses/**/*") if path.is_file()}
    assert {"LICENSE", "LICENSE-LiberationSerif.txt"} <= found
