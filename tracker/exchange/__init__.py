"""Excel and CSV in and out: reads into plain rows with problems, writes plain rows. Imports only tracker.domain.

A foreign file is parsed in a child process (tracker.exchange.reader); here it is only started and its answer taken.
`read`, `write_xlsx`, `write_csv`, `write_json` and `write_problems` are what other rooms use, with the types of
tracker.exchange.rows.
"""

from tracker.exchange.reading import read

__all__ = ["read"]
