"""Starting from a checkout: the set-up with a real .venv and pip, from two small packages instead of the network."""

from __future__ import annotations

import ast
import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import main
from tracker.launch import become, environment, lock, system
from tracker.launch.telling import SetUpError, last_line

ROOT = Path(main.__file__).parent
BASE = getattr(sys, "_base_executable", sys.executable)

CLI = """
import sys
import needed
def main(argv):
    print(needed.VERSION, *argv, sep="|")
    return 1 if "refused" in argv else 0
"""
MAIN = "import os, sys; print(os.path.basename(os.getcwd()), *sys.argv[1:], sep='|')"


def a_wheel(folder: Path, name: str, version: str, module: str) -> str:
    """Write a package of one module; returns its line of the lock."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}/__init__.py": module,
        f"{name}/QtWidgets.py": "",
        f"{name}/__main__.py": MAIN,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = (
        "".join(f"{file},sha256={_digest(text)},{len(text)}\n" for file, text in files.items()) + f"{info}/RECORD,,\n"
    )
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in (files | {f"{info}/RECORD": record}).items():
            archive.writestr(zipfile.ZipInfo(file), text)
    return f"{name}=={version} \\\n    --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


class Checkout:
    """main.py and tracker/launch/ in a folder of their own, with a program and a lock of two packages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wheels = folder.parent / "wheels"

    def fill(self) -> None:
        (self.folder / "tracker" / "cli").mkdir(parents=True)
        self.wheels.mkdir()
        shutil.copy(ROOT / "main.py", self.folder)
        shutil.copytree(
            ROOT / "tracker" / "launch",
            self.folder / "tracker" / "launch",
            ignore=shutil.ignore_patterns("__pycache__"),
        )
        shutil.copy(ROOT / "tracker" / "__init__.py", self.folder / "tracker")
        (self.folder / "tracker" / "cli" / "__init__.py").write_text(CLI, encoding="utf-8")
        self.pin(needed="1.0", pytest="9.9")

    def pin(self, *, needed: str, pytest: str) -> None:
        running = a_wheel(self.wheels, "needed", needed, f"VERSION = {needed!r}")
        running += a_wheel(self.wheels, "PySide6", "1.0", "")
        besides = a_wheel(self.wheels, "pytest", pytest, "")
        self.lock.write_bytes(lock.HEAD.encode() + running.encode() + lock.DEVELOPING + besides.encode())

    @property
    def lock(self) -> Path:
        return self.folder / "requirements.lock"

    def command(self, *arguments: str, python: str = BASE) -> list[str]:
        return [python, str(self.folder / "main.py"), *arguments]

    def environment(self) -> dict[str, str]:
        """Packages come from the folder of wheels alone; the user's own settings of pip do not count."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
        own = {
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "PIP_NO_CACHE_DIR": "1",
        }
        return kept | own

    def start(self, *arguments: str, python: str = BASE, cwd: Path | None = None) -> tuple[int, str, str]:
        """Exit status, stdout, stderr."""
        command = self.command(*arguments, python=python)
        done = subprocess.run(command, env=self.environment(), cwd=cwd or self.folder.parent, capture_output=True)
        return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")

    def python(self) -> str:
        return str(self.folder / environment.PYTHON.relative_to(ROOT))


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Checkout, tuple[int, str, str]]:
    """A checkout after its first start, and what that said."""
    checkout = Checkout(tmp_path_factory.mktemp("first") / "Ba Rõ một")
    checkout.fill()
    return checkout, checkout.start("task", "list", "hạn hai")


@pytest.fixture
def ready(first: tuple[Checkout, object], tmp_path: Path) -> Checkout:
    """A copy of the checkout that is set up, for a test of its own."""
    checkout = Checkout(tmp_path / "Ba Rõ hai")
    shutil.copytree(first[0].folder, checkout.folder, symlinks=True)
    shutil.copytree(first[0].wheels, checkout.wheels)
    return checkout


def test_the_first_start_sets_up_and_goes_on(first: tuple[Checkout, tuple[int, str, str]]) -> None:
    _, (status, out, err) = first
    assert (status, out) == (0, "1.0|task|list|hạn hai\n"), err
    assert "Tạo .venv · making .venv" in err
    assert err.splitlines()[-1].startswith("Xong sau ")


def test_the_second_start_says_nothing_of_its_own(ready: Checkout) -> None:
    assert ready.start("demo") == (0, "1.0|demo\n", "")


def test_the_exit_status_is_the_commands(ready: Checkout) -> None:
    assert ready.start("refused")[0] == 1


def test_the_own_python_goes_on_without_a_second_process(ready: Checkout) -> None:
    show = "import sys; sys.argv[0] = sys.argv.pop(1); import runpy; runpy.run_path(sys.argv[0], run_name='__main__')"
    code = f"import atexit, sys; atexit.register(lambda: print('tracker.launch' in sys.modules)); {show}"
    done = subprocess.run(
        [ready.python(), "-c", code, str(ready.folder / "main.py"), "x"], capture_output=True, cwd=ready.folder
    )
    assert done.stdout.decode().split() == ["1.0|x", "False"], done.stderr.decode()


def test_tests_install_what_developing_needs_and_run_at_the_root(ready: Checkout) -> None:
    status, out, err = ready.start("test", "--", "-k", "một hai", cwd=ready.folder.parent)
    assert (status, out) == (0, "Ba Rõ hai|-n|auto|-k|một hai\n")
    assert err.splitlines()[-1].startswith("Xong sau ")
    assert ready.start("test")[1:] == ("Ba Rõ hai|-n|auto\n", "")
    assert ready.start("bench")[1:] == ("Ba Rõ hai|-s|-p|no:xdist|tests/benchmarks\n", "")
    assert ready.start("demo") == (0, "1.0|demo\n", "")


def test_what_does_not_need_the_window_is_tested_without_its_libraries(ready: Checkout) -> None:
    next((ready.folder / ".venv").rglob("PySide6/QtWidgets.py")).write_text("import libEGL", encoding="utf-8")
    assert ready.start("test")[1] == "Ba Rõ hai|-p|no:pytest-qt|-n|auto\n"


def test_a_changed_lock_is_installed_at_the_next_start(ready: Checkout) -> None:
    ready.pin(needed="1.1", pytest="9.9")
    assert ready.start("x")[1] == "1.1|x\n"
    ready.pin(needed="1.2", pytest="9.9")
    assert ready.start("x", python=ready.python())[1] == "1.2|x\n"


def test_what_only_developing_needs_does_not_concern_a_user(ready: Checkout) -> None:
    ready.pin(needed="1.0", pytest="9.10")
    assert ready.start("x") == (0, "1.0|x\n", "")


def test_a_set_up_that_was_cut_off_is_done_again(ready: Checkout) -> None:
    shutil.rmtree(ready.folder / ".venv")
    with subprocess.Popen(
        ready.command("x"), env=ready.environment(), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as cut:
        assert cut.stderr is not None
        for line in cut.stderr:
            if b"making .venv" in line:
                cut.kill()
                break
    assert (ready.folder / ".venv" / "unfinished").exists()
    assert ready.start("x")[:2] == (0, "1.0|x\n")


def test_half_a_package_left_by_a_cut_off_set_up_is_not_used(ready: Checkout) -> None:
    (ready.folder / ".venv" / "unfinished").touch()
    next((ready.folder / ".venv").rglob("needed/__init__.py")).write_text("", encoding="utf-8")
    assert ready.start("x")[:2] == (0, "1.0|x\n")


@pytest.mark.parametrize("lost", [environment.PYTHON.relative_to(environment.VENV).as_posix(), "pyvenv.cfg"])
def test_a_venv_that_lost_a_part_is_made_anew(ready: Checkout, lost: str) -> None:
    (ready.folder / ".venv" / lost).unlink()
    assert ready.start("x")[:2] == (0, "1.0|x\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows installs another version of Python beside, not over the old one")
def test_a_venv_of_the_version_before_is_made_anew(ready: Checkout) -> None:
    """As after an upgrade of the system: bin/python still runs, now without the packages."""
    packages = next((ready.folder / ".venv" / "lib").glob("python*"))
    packages.rename(packages.with_name("python3.10"))
    stamp = ready.folder / ".venv" / "installed.lock"
    stamp.write_bytes(b"3.10\n" + stamp.read_bytes().partition(b"\n")[2])
    assert ready.start("x")[:2] == (0, "1.0|x\n")


def test_two_starts_at_once_make_one_set_up(ready: Checkout) -> None:
    shutil.rmtree(ready.folder / ".venv")
    started = [
        subprocess.Popen(ready.command("x"), env=ready.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    ended = [process.communicate() for process in started]
    assert [out.decode() for out, _ in ended] == ["1.0|x\n", "1.0|x\n"]
    assert sorted(b"making .venv" in err for _, err in ended) == [False, True]


def test_a_package_with_another_hash_is_refused_in_one_line(ready: Checkout) -> None:
    good = ready.lock.read_text(encoding="utf-8")
    ready.pin(needed="1.3", pytest="9.9")
    ready.lock.write_text(ready.lock.read_text(encoding="utf-8").replace("sha256:", "sha256:0"), encoding="utf-8")
    status, out, err = ready.start("x")
    assert (status, out) == (1, "")
    assert [line for line in err.splitlines() if "Traceback" in line] == []
    assert err.splitlines()[-1].startswith("Không cài được thư viện")
    ready.lock.write_text(good, encoding="utf-8")
    assert ready.start("x")[:2] == (0, "1.0|x\n")


def test_a_folder_that_cannot_be_written_is_named(ready: Checkout) -> None:
    shutil.rmtree(ready.folder / ".venv")
    (ready.folder / ".venv.lock").unlink()
    (ready.folder / ".venv.lock").mkdir()
    status, _, err = ready.start("x")
    assert status == 1
    assert len(err.splitlines()) == 1
    assert err.startswith(f"Không ghi được {ready.folder / '.venv.lock'}")


# What cannot be brought about here


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9))
    assert main.main() == 2
    assert "3.11" in capsys.readouterr().err
    ast.parse((ROOT / "main.py").read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("lacking", [{"venv", "ensurepip", "pip"}, {"ensurepip", "pip"}])
def test_what_debian_left_out_is_named_where_it_may_not_be_installed(
    lacking: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "has", lambda module: module not in lacking)
    monkeypatch.setattr(system, "apt_get", lambda packages: False)
    with pytest.raises(SetUpError, match=r"sudo apt-get install python3\.\d+-venv.* lacks venv"):
        system.provide_venv()


def test_another_pip_does_where_venv_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "has", lambda module: module != "ensurepip")
    monkeypatch.setattr(system, "apt_get", lambda packages: False)
    system.provide_venv()


def test_what_the_window_lacks_is_installed_or_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(system, "missing_libraries", lambda packages: ["libEGL.so.1", "libxcb-cursor.so.0"])
    monkeypatch.setattr(system, "apt_get", lambda packages: asked.append(packages))
    system.provide_libraries(Path())
    assert asked == [["libegl1", "libxcb-cursor0"]]
    assert "sudo apt-get install libegl1 libxcb-cursor0" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libbrotlidec.so.1", "libbrotli1"),
        ("libz.so.1", "zlib1g"),
    ],
)
def test_debian_names_packages_after_libraries(library: str, package: str) -> None:
    assert system.debian_package(library) == package


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves these to the user")
def test_a_library_that_is_asked_for_in_vain_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "QtGui.abi3.so").touch()
    said = (
        b"QtGui.abi3.so:\n\tlibEGL.so.1 => not found\n\tlibm.so.6 => /lib/libm.so.6 (0x0)\n\tlibEGL.so.1 => not found\n"
    )
    monkeypatch.setattr(subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 0, said))
    assert system.missing_libraries(tmp_path) == ["libEGL.so.1"]


def test_where_no_process_can_be_replaced_the_exit_status_comes_back() -> None:
    assert become([sys.executable, "-c", "raise SystemExit(3)"], replace=False) == 3


def test_the_reason_is_what_a_program_said_last() -> None:
    assert last_line("Dòng đầu\nhỏng rồi\n\n".encode()) == "hỏng rồi"
    assert last_line(b"") == "?"
