"""Nhật ký: what was done, when, by whom; and whether it still holds."""
