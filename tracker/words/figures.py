"""Sentences of the figures (tracker.figures)."""

SENTENCES: dict[str, str] = {
    "figures.identity": "The figures of {name} do not add up ({came} came, {total} in total, {became} told by their "
    "state), so none are shown: run “journal verify” to learn which record differs.",
    "figures.rows": "The rows by official do not add up to {name} (figure {figure}), so none are shown: run “journal "
    "verify” to learn which record differs.",
    "figures.no_head": "{name} has no head on {day}, whose report this would be: appoint one, or name the signer.",
}
