"""What translation and spinning broke, as other reports show it.

In: documents with their annotations, derivations and parties. Out: every mark, those of the texts themselves included.

Where two passages tell the same, in the same order, and one of the two reports is clearly the more damaged by itself,
the words it has in place of the other's are marked, with the other's as suggestion: in passages of a proven derivation,
and in quotations of one speech. Two sound reports differ as they like.
Officials of one side among whom a report puts a person of another are marked where reports tell the person's side.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import chain, combinations

from memcon.core.anchor import Anchor
from memcon.core.annotation import Annotations, Damage, Mention
from memcon.core.degradation import Degradation, degradation, unsound
from memcon.core.derivation import Derivation, Passage
from memcon.core.document import Document
from memcon.core.ids import DocumentId
from memcon.core.party import Alias, Party, party_index
from memcon.core.states import folded, state_words
from memcon.core.terms import terms
from memcon.trace.fingerprints import body_words, folded_words

_SCORE = 0.7  # of 30 substitutions in one spun report 22 were damage; the others were the agency's first wording
_SIDE_SCORE = 0.8
_MOST = 3  # words on either side of a substitution; longer ones are rewriting
_LONG = 4  # letters of a word that has a sense of its own
_QUOTED = 5  # long words of a quotation below which it is like too many others
_ALIKE = 0.5  # Dice's coefficient of the long words of two quotations of one speech
_STEM = 6
_LISTED = 8  # names behind "including" that are looked at


def damage(
    documents: Mapping[DocumentId, Document],
    annotations: Mapping[DocumentId, Annotations],
    derivations: Iterable[Derivation],
    parties: Iterable[Party],
    *,
    words: Mapping[DocumentId, int],
) -> tuple[Damage, ...]:
    """All marks, sorted; what a text shows by itself wins over what others show at the same place.

    Args:
        words: How many each body has.
    """
    known = [one for each in annotations.values() for one in each.damage]
    states = {one: degradation(annotations[one].damage, words[one]) for one in documents}
    told = (passage for one in derivations if one.certain for passage in one.passages if passage.score < 1)
    found = [
        mark
        for passage in (*told, *_quotations(documents, annotations, states))
        for broken, sound in _unequal(passage, states)
        for mark in _substituted(documents, annotations, broken, sound)
    ]
    found += _sides(documents, annotations, party_index(parties))
    marked: dict[DocumentId, set[int]] = defaultdict(set)
    for one in known:
        marked[one.anchor.document].update(range(one.anchor.start, one.anchor.end))
    for one in sorted(found, key=_order):
        place = range(one.anchor.start, one.anchor.end)
        if marked[one.anchor.document].isdisjoint(place):
            marked[one.anchor.document].update(place)
            known.append(one)
    return tuple(sorted(known, key=_order))


def _unequal(passage: Passage, states: Mapping[DocumentId, Degradation]) -> Iterator[tuple[Anchor, Anchor]]:
    """The passage in the damaged report and in the sound one, if one of the two clearly is the more damaged."""
    for broken, sound in ((passage.child, passage.parent), (passage.parent, passage.child)):
        if states[broken.document].low > states[sound.document].high:
            yield broken, sound


def _substituted(
    documents: Mapping[DocumentId, Document],
    annotations: Mapping[DocumentId, Annotations],
    broken: Anchor,
    sound: Anchor,
) -> Iterator[Damage]:
    """The words of the damaged one of two passages that stand for others in the sound one."""
    left, right = (body_words(documents[one.document], annotations[one.document], one) for one in (broken, sound))
    matched = SequenceMatcher(None, left.folded, right.folded, autojunk=False)
    for kind, start, end, other, last in matched.get_opcodes():
        if kind != "replace" or max(end - start, last - other) > _MOST:
            continue
        if not _tells(left.folded[start:end]) or not _tells(right.folded[other:last]):
            continue
        meant = documents[sound.document].anchor(right.starts[other], right.ends[last - 1])
        yield Damage(
            documents[broken.document].anchor(left.starts[start], left.ends[end - 1]),
            "name" if any(right.stubborn[other:last]) else "sense",
            " ".join(documents[sound.document].passage(meant).split()),
            _SCORE,
            "Another report that tells the same, and is less damaged, has other words here.",
            (meant,),
        )


def _tells(folded: Sequence[str]) -> bool:
    """Whether there is a word with a sense of its own; figures are written in many ways, and none of them damage."""
    return any(len(word) >= _LONG for word in folded) and not any(word[0].isdigit() for word in folded)


def _quotations(
    documents: Mapping[DocumentId, Document],
    annotations: Mapping[DocumentId, Annotations],
    states: Mapping[DocumentId, Degradation],
) -> Iterator[Passage]:
    """Quotations of one speech in a damaged and in a sounder report."""
    worse = unsound(states)
    spoken = {
        anchor: stems
        for one in (sorted(annotations) if worse else ())
        for anchor in sorted(anchor for statement in annotations[one].statements for anchor in statement.quoted)
        if len(stems := _stems(documents[one], anchor)) >= _QUOTED
    }
    damaged = [anchor for anchor in spoken if anchor.document in worse]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, anchor in enumerate(damaged):
        for stem in spoken[anchor]:
            holders[stem].append(number)
    for sound, stems in spoken.items():
        shared = Counter(chain.from_iterable(holders[stem] for stem in stems if stem in holders))
        enough = _ALIKE * len(stems) / (2 - _ALIKE)  # where all of the other is shared
        for number in sorted(number for number, count in shared.items() if count >= enough):
            anchor = damaged[number]
            likeness = 2 * shared[number] / (len(stems) + len(spoken[anchor]))
            if likeness >= _ALIKE and states[anchor.document].low > states[sound.document].high:
                yield Passage(anchor, sound, likeness)


def _stems(document: Document, anchor: Anchor) -> frozenset[str]:
    """The beginnings of the longer words of a passage of the body."""
    return frozenset(word[:_STEM] for word in folded_words(document, anchor) if len(word) >= _LONG)


def _sides(
    documents: Mapping[DocumentId, Document],
    annotations: Mapping[DocumentId, Annotations],
    parties: Mapping[Alias, Party],
) -> Iterator[Damage]:
    """Officials of a state among whom are people of another only."""
    for document, each in sorted(annotations.items()):
        for n, group in enumerate(each.mentions[:-1]):
            if group.type != "group":
                continue
            people = [parties.get(Alias(document, one.name)) for one in _listed(documents[document], each.mentions, n)]
            sides = {one.side for one in people if one is not None and one.side is not None}
            state = _state(documents[document].passage(group.anchor)) if len(sides) == 1 else None
            if state is not None and state not in sides:
                (own,) = sides
                name = next(one.name for one in people if one is not None and one.side == own)
                reason = f"{name} acts for {own} in the reports; here the words say {state}."
                yield Damage(group.anchor, "side", None, _SIDE_SCORE, reason)


def _listed(document: Document, mentions: Sequence[Mention], group: int) -> Iterator[Mention]:
    """The people named right behind a group's description, as in "officials, including"."""
    before, between = _listing()
    end, pattern = mentions[group].anchor.end, before
    for one in mentions[group + 1 : group + 1 + _LISTED]:
        if one.anchor.start < end or one.kind == "pronoun":  # the state within the description, "among them"
            continue
        if one.type != "person" or one.kind != "name" or not pattern.match(document.text[end : one.anchor.start]):
            return
        yield one
        end, pattern = one.anchor.end, between


@cache
def _listing() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before the first of the people that are listed, and between two of them."""
    listed = terms("damage")["listed"]
    before, between, articles = ("|".join(map(re.escape, listed[key])) for key in ("before", "between", "articles"))
    article = rf"(?:(?:{articles})\s+)?\Z"
    return (
        re.compile(rf"\s*,?\s*(?:{before})\s+{article}"),
        re.compile(rf"\s*(?:,|(?:,\s*)?(?:{between}))\s*{article}"),
    )


def _state(words: str) -> str | None:
    """The only state that some words name."""
    parts = words.split()
    phrases = (" ".join(parts[i:j]) for i, j in combinations(range(len(parts) + 1), 2) if j - i <= _MOST)
    found = {state_words().get(folded(one)) for one in phrases if one[:1].isupper()} - {None}
    return found.pop() if len(found) == 1 else None


def _order(one: Damage) -> tuple[Anchor, str, str]:
    return one.anchor, one.kind, one.suggestion or ""
