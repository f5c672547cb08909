"""The number of the newest migration, apart from the tables' text: opening a file asks for no more."""

VERSION = 1
