"""Excel and CSV in and out: reads into plain rows with problems, writes plain rows. Imports only tracker.domain, files.

A foreign file is parsed in a child process (tracker.exchange.reader); here it is only started and its answer taken.
The types of rows, problems and sheets are those of tracker.domain.book.
"""

from tracker.exchange.marking import write_problems
from tracker.exchange.reading import look, read
from tracker.exchange.writing import write, write_csv, write_json, write_xlsx

__all__ = ["look", "read", "write", "write_csv", "write_json", "write_problems", "write_xlsx"]
