"""Thiết lập: the office as its papers show it, calendar, limits, looks, data folder, backups; one module a part."""
