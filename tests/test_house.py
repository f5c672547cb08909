"""The house rules: who imports what, who reads the clock, style and types, no trace of a machine."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "tracker"

KEPT_IN = {
    "sqlite3": ("store",),
    "PySide6": ("ui",),
    "shiboken6": ("ui",),
    "pyqtgraph": ("ui",),
    "reportlab": ("reports",),
    "docx": ("reports",),
    "openpyxl": ("exchange",),
    "python_calamine": ("exchange",),
    "xlsxwriter": ("exchange", "reports"),
    "pyhanko": ("papers",),
    "pkcs11": ("papers",),
}
"""A library of weight, and the rooms that may name it."""

HEAVY = (*KEPT_IN, "numpy", "PIL", "lxml", "pypdfium2", "argon2", "rapidfuzz", "dateutil", "tqdm")
"""What no command may load before it needs it."""

CLOCKS = {"today", "now", "utcnow", "time", "time_ns", "monotonic", "localtime", "gmtime"}


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the package, by its path below tracker/."""
    paths = sorted(PACKAGE.rglob("*.py"))
    return {path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def room(module: str) -> str:
    return module.split("/", maxsplit=1)[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """The modules that are imported anywhere in the file, inside functions too, each with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ".", node.lineno


def run(*arguments: str) -> None:
    """Run this Python with the arguments at the root; it must succeed."""
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True)
    assert done.returncode == 0, (done.stdout + done.stderr).decode("utf-8", "replace")


def test_imports_go_downwards() -> None:
    run("-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))")


@pytest.mark.parametrize("library", KEPT_IN)
def test_a_heavy_library_has_one_room(library: str) -> None:
    elsewhere = [
        f"tracker/{module}:{line}"
        for module, tree in modules().items()
        for name, line in imported(tree)
        if name.split(".")[0] == library and room(module) not in KEPT_IN[library]
    ]
    assert elsewhere == []


def test_the_domain_needs_only_the_standard_library() -> None:
    foreign = [
        f"tracker/{module}:{line}: {name}"
        for module, tree in modules().items()
        for name, line in imported(tree)
        if room(module) == "domain"
        and not name.startswith("tracker.domain")
        and name.split(".")[0]
        not in sys.stdlib_module_names - {"os", "io", "pathlib", "shutil", "socket", "subprocess"}
    ]
    assert foreign == []


def test_only_cli_and_ui_know_what_day_it_is() -> None:
    """`today` is read by cli and ui alone; the store reads the machine's time for the journal, others no clock."""
    free = {"machine": CLOCKS, "ui": CLOCKS, "launch": CLOCKS, "store": CLOCKS - {"today"}}
    readers = [
        f"tracker/{module}:{node.lineno}: {ast.unparse(node.func)}"
        for module, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS - free.get(room(module), set())
        and ast.unparse(node.func.value) in ("date", "datetime", "time", "datetime.date", "datetime.datetime")
    ]
    assert readers == []


def test_task_list_loads_only_what_it_needs(tmp_path: Path) -> None:
    """It is measured from process start; no command loads what another one needs."""
    office = {"code": "UB", "name": "UBND", "place": "Bạch Liên", "superior": "Hồng Lam"}
    head = {"head-code": "CB01", "head-name": "Lưu Quang Thiệu", "head-title": "Chủ tịch"}
    data = ("--data", str(tmp_path / "data"))
    run("main.py", *data, "init", *(word for name, value in (office | head).items() for word in (f"--{name}", value)))
    ask = (
        "import contextlib, io, sys\n"
        "from tracker.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        "    assert main(sys.argv[1:]) == 0\n"
        f"sys.exit(' '.join({set(HEAVY) - {'sqlite3'}!r} & set(sys.modules)) or None)"
    )
    run("-c", ask, *data, "task", "list")


@pytest.mark.parametrize("check", [("check",), ("format", "--check")], ids=["check", "format"])
def test_ruff_finds_nothing(check: tuple[str, ...]) -> None:
    run("-m", "ruff", *check, ".")


def test_mypy_strict_finds_nothing() -> None:
    run("-m", "mypy")


def test_what_is_locked_is_consistent() -> None:
    run("-m", "pip", "check")


def test_the_lock_has_every_direct_dependency_once_with_hashes_and_no_address() -> None:
    import configparser

    from tracker.launch import lock

    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")

    def named(text: str) -> set[str]:
        lines = [line.split("#")[0].strip() for line in text.splitlines()]
        return {re.split(r"[ <>=~;\[]", line)[0].lower().replace("_", "-") for line in lines if line}

    running = lock.part(developing=False).decode("utf-8")
    besides = lock.part(developing=True).decode("utf-8").removeprefix(running)
    pinned = {text: {pin.split("==")[0] for pin in lock.pins(text)} for text in (running, besides)}
    assert named(settings["options"]["install_requires"]) <= pinned[running]
    assert named(settings["options.extras_require"]["dev"]) <= pinned[besides] | pinned[running]
    assert pinned[running].isdisjoint(pinned[besides])
    assert all("--hash=sha256:" in pin for pin in lock.pins(running + besides))
    assert not re.search(r"://|--(?!hash)", running + besides)


def test_every_package_of_the_tree_is_installed() -> None:
    import configparser

    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    listed = settings["options"]["packages"].split()
    there = {"tracker." + ".".join(path.parent.relative_to(PACKAGE).parts) for path in PACKAGE.rglob("*.py")}
    assert sorted(listed) == sorted({name.rstrip(".") for name in there} | {"tracker.resources"})


@cache
def texts() -> dict[str, str]:
    """Every text file that belongs to the project, by its path."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
        names = listed.decode("utf-8").split("\0")
    else:
        names = [
            path.relative_to(ROOT).as_posix()
            for path in ROOT.rglob("*")
            if not path.relative_to(ROOT).as_posix().startswith(".")
        ]
    found = {}
    for path in (ROOT / name for name in names if name):
        if path.is_file() and b"\0" not in (content := path.read_bytes()):
            found[path.relative_to(ROOT).as_posix()] = content.decode("utf-8")
    return found


def test_nothing_names_a_machine() -> None:
    """No path of the machine that something was made on."""
    own = {str(ROOT), str(Path.home())} - {"/", "/tmp"}
    paths = re.compile(
        r"/(?:root|home/\w+)/|[A-Z]:\\Users\\[a-z]|" + "|".join(re.escape(f"{path}/") for path in sorted(own))
    )
    found = [f"{name}: {match[0]}" for name, text in texts().items() for match in paths.finditer(text)]
    assert found == []


def test_lines_end_as_the_editor_settings_say() -> None:
    wrong = [name for name, text in texts().items() if "\r" in text or re.search(r"[ \t]$", text, re.MULTILINE)]
    assert wrong == []
