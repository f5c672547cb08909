"""What leaves the office on paper: the kinds of report, and how each is made from the data.

Brings store, figures and reports together, for window and terminal alike: a kind asks `tracker.figures` for the facts
of what was chosen (`asked`), `tracker.reports` says them in blocks, `making` turns those into files. No Qt: the child
process of the window works here, too. Another kind is another module of `kinds`, and nothing else.
"""
