"""Where the program's own files are: fonts, the calendar table, translations, the guide.

Imports nothing of ours. In a checkout they lie in resources/ beside the package, once installed in tracker/resources/.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The file or folder `name` below resources/, with forward slashes: resource("fonts/LiberationSerif-Regular.ttf").

    Raises FileNotFoundError when there is none: the installation is incomplete.
    """
    for folder in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        found = folder / name
        if found.exists():
            return found
    raise FileNotFoundError(f"resources/{name}")
