"""The clerk's round: a sheet of open tasks, typed down the columns by keyboard, recorded all at once."""
