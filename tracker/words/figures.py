"""Sentences of the figures (tracker.figures) and of lists (tracker.store.listing)."""

SENTENCES: dict[str, str] = {
    "figures.identity": "The figures of {name} do not add up ({came} came, {total} in total, {became} told by their "
    "state), so none are shown: run “journal verify” to learn which record differs.",
    "figures.rows": "The rows by official do not add up to {name} (figure {figure}), so none are shown: run “journal "
    "verify” to learn which record differs.",
    "list.class_unknown": "“{value}” is no deadline class: write one of {known}.",
    "list.sort_unknown": "A list cannot be sorted by “{key}”: write one of {known}, with “-” before it for the other "
    "way round.",
    "list.state_unknown": "“{value}” is no state of a task: write one of {known}.",
    "figures.no_head": "{name} has no head on {day}, whose report this would be: appoint one, or name the signer.",
}
