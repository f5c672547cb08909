"""The short code of the journal's hash at the foot of every page. Pure.

81 bits of the SHA-256 in 17 characters and one check character, out of an alphabet without vowels and without D, W and
Y: a Vietnamese keyboard would compose those while the code is typed (design.md §5). The check is ISO 7064's hybrid
system (modulus 29 over 28 characters): it notices every single wrong character and nearly every pair of neighbours
exchanged.
"""

from __future__ import annotations

ALPHABET = "0123456789BCFGHJKLMNPQRSTVXZ"
BITS = 81
LENGTH = 17
GROUP = 3


def code_of(sha256: str) -> str:
    """The 18 characters for a SHA-256 given as 64 hexadecimal digits: its first 81 bits and the check character.

    Raises ValueError if it is not such a hash (a bug, not a user's fault).
    """
    if len(sha256) != 64:
        raise ValueError("a SHA-256 has 64 hexadecimal digits")
    number = int(sha256, 16) >> (256 - BITS)
    digits: list[str] = []
    for _ in range(LENGTH):
        number, digit = divmod(number, len(ALPHABET))
        digits.append(ALPHABET[digit])
    text = "".join(reversed(digits))
    return text + check_of(text)


def check_of(text: str) -> str:
    """The check character that follows the characters of `text`."""
    base = len(ALPHABET)
    carried = base
    for character in text:
        carried = (carried + ALPHABET.index(character)) % base or base
        carried = carried * 2 % (base + 1)
    return ALPHABET[(1 - carried) % base]


def grouped(code: str) -> str:
    """The code as it is printed: groups of three, easy to read aloud and to find again."""
    return " ".join(groups(code))


def groups(code: str) -> list[str]:
    """The groups of three of a code, or of what was typed for one."""
    return [code[start : start + GROUP] for start in range(0, len(code), GROUP)]


def prefix_of(code: str) -> str:
    """The hexadecimal digits with which every hash of this code begins."""
    number = 0
    for character in code[:LENGTH]:
        number = number * len(ALPHABET) + ALPHABET.index(character)
    return f"{number >> (BITS % 4):0{BITS // 4}x}"


def typed(text: str) -> str | None:
    """The code that somebody typed, case, spaces and hyphens ignored; None where a character or the check is wrong."""
    code = "".join(text.upper().replace("-", " ").split())
    fits = len(code) == LENGTH + 1 and all(character in ALPHABET for character in code)
    return code if fits and check_of(code[:-1]) == code[-1] else None
