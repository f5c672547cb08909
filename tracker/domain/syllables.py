"""Which words are Vietnamese syllables: how a wrongly read old font is told from a right one. Imports nothing of ours.

A syllable is onset + rime + one tone. The table is generous to rare rimes and strict where the spelling is: k, gh, ngh
stand before e, ê, i, y only; a rime that ends in a stop bears sắc or nặng; the tone stands on the right vowel.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

_ONSET_TABLE = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_ONSETS = {"", *_ONSET_TABLE.split()}

_RIME_TABLE = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
    oc oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uô uôc uôi uôm uôn uông uôt uơ up ut
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươ ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y ych yêm yên yêng yêt yêu ynh yt
"""
_RIMES = set(_RIME_TABLE.split())

_TONES = "\u0300\u0309\u0303\u0301\u0323"
_TONE_LAST = ("oa", "oe", "uy", "uê", "uơ")
"""Rimes of more than one letter whose last one may bear the tone: hoà, but xào."""
_STOPPED = ("\u0301", "\u0323")
_VOWELS = frozenset("aăâeêioôơuưy")


def without_tone(word: str) -> tuple[str, str]:
    """A lower-case word without its tones, and the tones it had."""
    if word.isascii():
        return word, ""
    parts = normalize("NFD", word)
    tones = "".join(part for part in parts if part in _TONES)
    return normalize("NFC", "".join(part for part in parts if part not in _TONES)), tones


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether a word, upper or lower case, is spelt like one Vietnamese syllable."""
    toneless, tones = without_tone(word.lower())
    if len(toneless) > 7 or len(tones) > 1:
        return False
    tone_last = word[-1:].lower() != toneless[-1:]
    splits = ((toneless[:length], toneless[length:]) for length in range(4))
    return any(onset in _ONSETS and _agree(onset, rime, tones, tone_last) for onset, rime in splits)


def has_vowel(word: str) -> bool:
    """Whether a word has a letter that can carry a tone."""
    return not _VOWELS.isdisjoint(without_tone(word.lower())[0])


def _agree(onset: str, rime: str, tones: str, tone_last: bool) -> bool:
    if rime not in _RIMES or (tone_last and len(rime) > 1 and rime not in _TONE_LAST):
        return False
    if rime.endswith(("c", "ch", "p", "t")) and tones not in _STOPPED:
        return False
    front = rime[0] in "eêiy"
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "ng") or (onset == "g" and rime[0] != "i"):
        return not front
    return onset != "qu" or rime[0] not in "uưo"
