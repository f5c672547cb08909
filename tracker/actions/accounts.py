"""Passwords of officials, kept as argon2id hashes with their parameters. They guard the dialog, not the file.

64 MiB and one lane, as many passes as take a fifth of a second on this machine, never less than OWASP asks for
(reliability of logins). Imports domain and store; argon2 only when a password is set or asked for.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

from tracker.actions.acting import Act, Said, acting
from tracker.domain import rights
from tracker.domain.errors import Refused
from tracker.domain.officials import Account
from tracker.store import officials, records

if TYPE_CHECKING:
    from argon2 import PasswordHasher

    from tracker.domain.officials import Actor, OfficialId
    from tracker.store import Changes, Store

MEMORY_KIB = 64 * 1024
LANES = 1
FEWEST_PASSES, MOST_PASSES = 2, 12
SECONDS = 0.2
"""How long a look at a password may take: unnoticed by who knows it, slow for who guesses."""
SHORTEST = 8
LONGEST = 1_000
"""Characters of a password; a longer one is a file that slipped in."""


def set_password(
    store: Store, actor: Actor, official: OfficialId, password: str | None, **said: Unpack[Said]
) -> Changes:
    """Set an official's password, or take it away (None): one's own, or any as head of the office or administrator.

    While anybody has a password, head or an administrator has one, too: whoever acts without one is shut out.
    Raises Refused "account.nobody_governs", "account.password_length", "rights.settings".
    """
    hashed = None if password is None else _hashed(password)
    with acting(store, actor, "account.set", said) as act:
        if act.official(official).id != act.who:
            rights.keep_settings(act.office(), act.who, act.on)
        _keep_a_key(act, official, given=hashed is not None)
        made = records.find(store, Account, official) or Account(id=official, password_hash=None)
        act.save(replace(made, password_hash=hashed, undone=False))
    return act.done


def password_holds(store: Store, official: OfficialId, password: str) -> bool:
    """Whether this is the official's password. False where the official has none."""
    account = officials.account(store, official)
    return account is not None and account.password_hash is not None and matches(account.password_hash, password)


def matches(password_hash: str, password: str) -> bool:
    """Whether the password is the one that was hashed. Asks no store: a thread may do it."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    if len(password) > LONGEST:
        return False
    try:
        return PasswordHasher().verify(password_hash, _composed(password))
    except (VerificationError, InvalidHashError):
        return False


def _keep_a_key(act: Act, official: OfficialId, *, given: bool) -> None:
    """Somebody who may set passwords is let in after the change, or nobody needs a password."""
    before = officials.with_password(act.store)
    after = before | {official} if given else before - {official}
    office = act.office(None, *after)
    if after and not any(rights.governs(office, each, act.on) for each in after):
        raise Refused("account.nobody_governs", field="password")


def _hashed(password: str) -> str:
    if not SHORTEST <= len(password) <= LONGEST:
        raise Refused("account.password_length", field="password", shortest=SHORTEST, longest=LONGEST)
    return _hasher().hash(_composed(password))


def _composed(password: str) -> str:
    """The same letters however the keyboard composes them."""
    from unicodedata import normalize

    return normalize("NFC", password)


def _hasher() -> PasswordHasher:
    """A hasher with as many passes as take SECONDS here."""
    from time import perf_counter

    from argon2 import PasswordHasher

    begun = perf_counter()
    PasswordHasher(time_cost=1, memory_cost=MEMORY_KIB, parallelism=LANES).hash("a password of usual length")
    passes = int(SECONDS / max(perf_counter() - begun, 0.001))
    cost = min(max(passes, FEWEST_PASSES), MOST_PASSES)
    return PasswordHasher(time_cost=cost, memory_cost=MEMORY_KIB, parallelism=LANES)
