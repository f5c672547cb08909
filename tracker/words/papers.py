"""Sentences of what leaves the office on paper (tracker.papers)."""

SENTENCES: dict[str, str] = {
    "signing.not_installed": (
        "Digital signing is not installed. Where there is a network, run once: {command}; then start the program again."
    ),
    "signing.key_unreadable": (
        "{file} could not be opened as a key: check that it is a .p12 or .pfx file, and the password."
    ),
    "signing.no_library": (
        "{file} is not there: choose the library (.dll) that was installed with the token's software."
    ),
    "signing.which_token": (
        "{count} tokens are reached through {library} ({names}): plug in just the one to sign with, or name it."
    ),
    "signing.token": "The token behind {library} did not sign ({error}): check the PIN and the certificate's name.",
    "signing.not_a_pdf": "The file is not a whole PDF, so it was not signed: save the report again.",
    "signing.signed_already": "The file is signed already: sign the report as it was issued.",
}
