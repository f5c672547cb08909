"""`task list`: measured from process start, so it loads nothing but the query and what prints it."""

from __future__ import annotations
