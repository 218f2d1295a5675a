"""Stems: what the forms of a word share, and what a verb shares with its nouns.

A dictionary form would do as well, but a model gives wrong ones for a word in 25, and then “kills” and “killed” differ;
a stem need be no word, only the same for every form.
"""

from functools import lru_cache

from memcon.core.terms import terms

_INFLECTED = ("ing", "ed", "es", "s")
_DERIVED = tuple("ation ition ment ance ence ness ion ity ive ure at al er or ee ly".split())
_WHOLE = ("ss", "us", "is", "eed")  # such words end so by themselves
_VOWELS = frozenset("aeiouy")
_LEAST, _ROOT = 2, 4  # letters that must be left


@lru_cache(maxsize=1 << 16)
def stem(word: str, upos: str) -> str:
    """What the forms of a word share; a name or number is kept whole, in small letters.

    Source:
        Porter 1980, its first step, with a table of irregular verbs and every double letter made single.
    """
    small = word.casefold().removesuffix("'s").removesuffix("’s") or word.casefold()
    if upos in {"PROPN", "NUM"}:
        return small
    small = terms("verbs")["forms"].get(small, small)
    if not small.endswith(_WHOLE):
        for ending in _INFLECTED:
            rest = small.removesuffix(ending)
            if rest != small and len(rest) >= _LEAST and not _VOWELS.isdisjoint(rest):
                small = rest
                break
    return _evened(small)


@lru_cache(maxsize=1 << 16)
def root(stem: str) -> str:
    """What a verb's stem shares with that of its nouns: `nominat` and `nomination`, `announc` and `announcement`."""
    for ending in _DERIVED:
        rest = stem.removesuffix(ending)
        if rest != stem and len(rest) >= _ROOT:
            return _evened(rest)
    return stem


def _evened(word: str) -> str:
    """Without a final e, with y for a final i, and one letter for two."""
    bare = word.rstrip("e") or word
    if len(bare) > 1 and bare[-1] == "i":
        bare = f"{bare[:-1]}y"
    return bare[:-1] if len(bare) > _LEAST and bare[-1] == bare[-2] else bare
