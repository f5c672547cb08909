"""Ba Rõ: every task of an office with one named person who answers for it."""

__version__ = "0.1.0"
