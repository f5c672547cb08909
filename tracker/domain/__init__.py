"""What is true in any office: people, units, tasks, states, calendar, lateness, Vietnamese text.

Plain dataclasses and functions. Imports only the standard library; no Qt, no SQL, no file, no clock (dates come in).
"""
