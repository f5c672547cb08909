"""What a person may do: one function = one permission check + one transaction + one journal entry with who, when and
why.

Imports domain and store. Every action takes the store, the actor and what it concerns, and as keywords
(tracker.actions.acting.Said) the declared day `on` (default: the actor's today), a `reason`, and a `basis` document
with its date; it returns what it changed.
"""
