"""The open data folder, `tracker.store.Store`, by the name under which the modules of this room ask for it."""

from tracker.store import FILE, Store

__all__ = ["FILE", "Store"]
