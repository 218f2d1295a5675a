"""Utterances: which attribution each quotation belongs to, and what is attributed without quotation marks.

In: the quotations of a document and its attributions. Out: `Speech`es in reading order.

Method: a quotation belongs to the cue beside it (“…,” she said); else to the nearest cue in whose clause it stands, as
the tree has it; else to the cue to which the model links it; else to the last cue before it in its sentence. A weak cue
leaves it to a stronger one above ("she said they agreed to “…”"). A quotation that nothing attributes goes on from the
one right before it, or is whose sentence stands right before it ("She laughed. “Never.”").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from memcon.annotate.quotations import Quotation
from memcon.annotate.speech.attributions import Attributed, governs
from memcon.annotate.speech.contents import Range
from memcon.annotate.tree import Tree
from memcon.core.annotation import StatementKind

_SURE = 0.5  # the model's score from which a cue that no vocabulary knows makes an indirect statement
_BESIDE = 3  # words between a quotation and the cue beside it that belong to neither cue nor speaker: "however"
_COVERED = 0.5  # share of a quotation that the model must see as content
_ABOVE = 8  # cues inside cues
_BEFORE = 40  # code points before a quotation that tell whether it is a sentence of its own
_BREAKS_OFF = frozenset("but and while though although which who as because yet or nor whereas when if".split())
_EMPTY = frozenset("nothing anything something everything it this that so more much little one".split())
"""Words that stand for a content which the sentence does not tell."""
_DASH = re.compile(r"[^\S\n]*[—–―][^\S\n]*(?=[^\W\d_])")
_COMMA = frozenset({",", "?", "!", "…"})


@dataclass(frozen=True, slots=True)
class Speech:
    """One utterance, quoted or not.

    Attributes:
        content: Code points, in reading order.
        quoted: Those in quotation marks, with their marks.
        attributed: By what; None if by nothing.
        follows: Number of the speech it goes on from, if it has no cue of its own.
        beside: Number of the word for whoever the sentence beside it is about, if it has neither.
    """

    content: tuple[Range, ...]
    quoted: tuple[Range, ...]
    kind: StatementKind
    attributed: Attributed | None
    follows: int | None = None
    beside: int | None = None


def find_speeches(
    tree: Tree, quotations: Sequence[Quotation], attributions: Sequence[Attributed], paragraphs: Sequence[int]
) -> tuple[Speech, ...]:
    """The utterances of a document.

    Args:
        quotations: All of the document; only those that somebody utters make speeches.
        paragraphs: For each word the number of its paragraph.
    """
    finder = _Finder(tree, attributions, paragraphs)
    spoken = [quotation for quotation in quotations if quotation.kind == "statement"]
    named = [part for quotation in quotations if quotation.kind != "statement" for part in quotation.parts]
    return tuple(finder.all(spoken, named))


class _Finder:
    def __init__(self, tree: Tree, attributions: Sequence[Attributed], paragraphs: Sequence[int]) -> None:
        self._tree = tree
        self._paragraphs = paragraphs
        self._by_head = {one.cue.head: one for one in attributions}
        self._in_sentence: dict[int, list[Attributed]] = {}
        self._claiming: dict[int, list[Attributed]] = {}
        for one in attributions:
            self._in_sentence.setdefault(tree.sentences[one.cue.head], []).append(one)
            for start, end in one.content:
                for sentence in {tree.sentences[n] for n in tree.inside(start, end)}:
                    self._claiming.setdefault(sentence, []).append(one)

    def all(self, quotations: Sequence[Quotation], named: Sequence[Range]) -> Iterator[Speech]:
        """Every utterance.

        Args:
            quotations: Those that somebody utters.
            named: Code points of names and headings in quotation marks, which nobody utters.
        """
        direct: list[tuple[Quotation, Attributed | None]] = []
        mixed: dict[int, list[Quotation]] = {}
        loose: list[Quotation] = []
        for quotation in quotations:
            found = None if _DASH.match(self._tree.text, quotation.end) else self._governing(quotation)
            if self._kind(quotation) == "direct":
                direct.append((quotation, found))
            elif found is not None:
                mixed.setdefault(found.cue.head, []).append(quotation)
            else:
                loose.append(quotation)
        made = [Speech(q.parts, q.parts, "direct", found) for q, found in direct]
        made += [Speech(q.parts, q.parts, "mixed", None) for q in loose]
        made += [self._mixed(self._by_head[head], own) for head, own in mixed.items()]
        used = {speech.attributed.cue.head for speech in made if speech.attributed is not None}
        taken = {n for part in named for n in self._tree.inside(*part)}
        taken.update(n for speech in made for part in speech.content for n in self._tree.inside(*part))
        made += self._indirect(used, taken)
        made.sort(key=lambda one: (one.content, one.kind))
        yield from self._continued(made)

    # -- quotations

    def _kind(self, quotation: Quotation) -> StatementKind:
        """Whether a quotation is a sentence of its own, or the report's sentence runs through it."""
        text = self._tree.text
        opening = text[quotation.start + 1 : quotation.start + 6].lstrip("‘'“\"[(…. ")
        before = text[max(0, quotation.start - _BEFORE) : quotation.start].rstrip(" \t\u00a0")[-1:]
        return "direct" if opening[:1].isupper() and (not before or before in '\n,:;—–.!?”"»’') else "mixed"

    def _governing(self, quotation: Quotation) -> Attributed | None:
        tree = self._tree
        words = [n for part in quotation.parts for n in tree.inside(*part) if tree.forms[n][0].isalnum()]
        if not words:
            return None
        first = [n for n in words if tree.sentences[n] == tree.sentences[words[0]]]
        last = [n for n in words if tree.sentences[n] == tree.sentences[words[-1]]]
        found = (
            self._beside(quotation)
            or self._above(last, set(words))
            or self._above(first, set(words))
            or self._claimed(quotation, set(words))
            or self._before(quotation)
        )
        return self._stronger(found) if found is not None else None

    def _comma(self, quotation: Quotation) -> bool:
        """Whether a quotation ends as one does that the sentence goes on after."""
        text = self._tree.text
        return text[quotation.end - 2 : quotation.end - 1] in _COMMA or text[quotation.end : quotation.end + 1] == ","

    def _beside(self, quotation: Quotation) -> Attributed | None:
        """The cue right behind a quotation, with its source: “…,” said Halvey · “…,” the visiting minister said."""
        tree, comma = self._tree, self._comma(quotation)
        last = tree.at(quotation.end)
        after = next((n for n in range(last, len(tree)) if tree.forms[n][0].isalnum()), None)
        if after is None or tree.lower[after] in _BREAKS_OFF or not (comma or self._kind(quotation) == "direct"):
            return None
        if self._paragraphs[after] != self._paragraphs[max(0, last - 1)]:
            return None
        for one in self._in_sentence.get(tree.sentences[after], ()):
            if one.cue.head < after or one.source is None or one.cue.preposition:
                continue
            begins = min(tree.below(one.source)[0], one.cue.head, tree.at(one.cue.start))
            own = any(start >= max(tree.starts[one.cue.head], quotation.end) for start, _ in one.content)
            if after <= begins <= after + _BESIDE and (comma or not own):
                return one
        return None

    def _above(self, words: Sequence[int], inside: set[int]) -> Attributed | None:
        """The nearest cue in whose clause some words of a quotation stand."""
        tree = self._tree
        top = next((n for n in words if tree.heads[n] not in inside or tree.heads[n] == n), words[0])
        if (aside := self._aside(top, inside)) is not None:
            return aside
        for child, head in tree.climb(top):
            one = self._by_head.get(head)
            if one is not None and head not in inside and not one.idle and governs(tree, child):
                return one
            if head not in inside and (aside := self._aside(head, inside)) is not None:
                return aside
        return None

    def _aside(self, word: int, inside: set[int]) -> Attributed | None:
        """A cue with its speaker that hangs loosely on a word: "She is, he insists, “late”", "in her words"."""
        for n in self._tree.children[word]:
            one = self._by_head.get(n)
            if one is None or n in inside or one.source is None:
                continue
            loose = self._tree.relations[n] == "parataxis" or self._tree.case(n) == "in"
            if loose and (not one.sure or all(self._tree.at(start) < n for start, _ in one.content)):
                return one
        return None

    def _claimed(self, quotation: Quotation, inside: set[int]) -> Attributed | None:
        """The cue to which the model links a quotation: in its sentence, or beside a quotation that is one itself."""
        tree = self._tree
        edges = (min(inside), max(inside))
        best: tuple[float, Attributed] | None = None
        for sentence in sorted({tree.sentences[n] for n in inside}):
            for one in self._claiming.get(sentence, ()):
                if one.cue.seen is None or one.idle:
                    continue
                near = min(abs(tree.sentences[one.cue.head] - tree.sentences[n]) for n in edges)
                paragraph = self._paragraphs[one.cue.head] in {self._paragraphs[n] for n in edges}
                fits = near == 0 or (near == 1 and self._kind(quotation) == "direct")
                if paragraph and fits and _covered(quotation, one) and (best is None or one.cue.seen.score > best[0]):
                    best = one.cue.seen.score, one
        return best[1] if best is not None else None

    def _before(self, quotation: Quotation) -> Attributed | None:
        """The last cue before a quotation in its sentence; a weak one for want of others."""
        tree = self._tree
        first = tree.at(quotation.start)
        beside = self._in_sentence.get(tree.sentences[first], ()) if first < len(tree) else ()
        before = [one for one in beside if one.cue.head < first and one.cue.listed and not one.idle]
        strong = [one for one in before if not one.cue.weak and one.source is not None]
        return next(reversed(strong or before), None)

    def _stronger(self, one: Attributed) -> Attributed:
        """The nearest cue above a weak one that is not weak; else itself."""
        at = one
        for _ in range(_ABOVE):
            if not at.cue.weak and at.cue.listed and at.source is not None:
                return at
            above = self._by_head.get(at.cue.head if at.under is None else at.under.head)
            if above is None or above is at:
                return one
            at = above
        return one

    def _mixed(self, attributed: Attributed, own: Sequence[Quotation]) -> Speech:
        """The clause that a cue attributes, drawn out to the quotations in it."""
        quoted = tuple(part for quotation in own for part in quotation.parts)
        ranges = sorted({*attributed.content, *quoted})
        merged: list[tuple[int, int]] = []
        for start, end in ranges:
            if merged and start <= merged[-1][1] + 1 and "\n" not in self._tree.text[merged[-1][1] : start]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        near = [r for r in merged if any(r[0] < stop and begin < r[1] for begin, stop in quoted)]
        return Speech(tuple(near), quoted, "mixed", attributed)

    def _told_by_another(self, one: Attributed) -> bool:
        """Whether what a cue attributes is part of what another does: "she said they agreed", "according to"."""
        if one.cue.preposition:
            beside = self._in_sentence[self._tree.sentences[one.cue.head]]
            return any(other.source is not None and other.content and not other.cue.preposition for other in beside)
        above = self._by_head.get(one.under.head) if one.under is not None else None
        return above is not None and one.cue.weak and above.source is not None and bool(above.content)

    def _tells(self, content: Sequence[Range]) -> bool:
        """Whether a content is more than a word that stands for one."""
        words = [self._tree.lower[n] for part in content for n in self._tree.inside(*part)]
        return len(words) > 1 or not set(words) <= _EMPTY

    # -- what goes on from another, and what is not quoted

    def _indirect(self, used: set[int], taken: set[int]) -> Iterator[Speech]:
        """What is attributed in other words: by a cue that no quotation used, and nothing of which is taken."""
        for one in self._by_head.values():
            if one.cue.head in used or one.source is None or not one.content:
                continue
            if self._told_by_another(one):
                continue
            seen = one.cue.seen
            told = one.cue.listed and (one.sure or not (one.cue.weak or one.cue.noun or one.under is not None))
            if not (told or (one.sure and seen is not None and seen.score >= _SURE)):
                continue
            content = tuple(part for part in one.content if taken.isdisjoint(self._tree.inside(*part)))
            if content and self._tells(content):
                yield Speech(content, (), "indirect", one)

    def _continued(self, made: Sequence[Speech]) -> Iterator[Speech]:
        """The speeches; one that nothing attributes goes on from another, or is whose sentence stands beside it."""
        last: int | None = None
        for number, speech in enumerate(made):
            alone = speech.attributed is None
            signed = self._signed(speech) if alone else None
            goes_on = alone and speech.kind == "direct" and last is not None and self._goes_on(made[last], speech)
            follows = last if goes_on and signed is None else None
            acts = self._acts(speech) if alone and speech.kind == "direct" and not goes_on else None
            beside = signed if signed is not None else acts
            yield replace(speech, follows=follows, beside=beside)
            if speech.quoted:
                last = None if alone and follows is None and beside is None else number

    def _signed(self, speech: Speech) -> int | None:
        """Whose name stands behind a quotation after a dash: “Ice is ice.” — Ilka Brandt, a pilot."""
        tree = self._tree
        match = _DASH.match(tree.text, speech.content[-1][1])
        if match is None or (name := tree.at(match.end())) >= len(tree):
            return None
        same = self._paragraphs[name] == self._paragraphs[max(name - 1, 0)]
        return name if same and tree.starts[name] == match.end() else None

    def _acts(self, speech: Speech) -> int | None:
        """Who is the subject of the sentence before a quotation: "She laughed. “Never.”"."""
        tree = self._tree
        first = tree.at(speech.content[0][0])
        if not 0 < first < len(tree):
            return None
        before = first - 1
        near = self._paragraphs[first] - self._paragraphs[before]
        whole = tree.text[speech.content[-1][1] : speech.content[-1][1] + 2].strip(" ")[:1] in {"", "\n"}
        if near > 1 or (near == 1 and not whole):
            return None
        root = next((n for n in tree.sentence(before) if tree.heads[n] == n), None)
        return tree.subject(root) if root is not None else None

    def _goes_on(self, before: Speech, speech: Speech) -> bool:
        """Whether a quotation that is a sentence by itself goes on from one in its paragraph or right before it."""
        tree = self._tree
        one, other = tree.at(before.content[-1][0]), tree.at(speech.content[0][0])
        if one >= len(tree) or other >= len(tree):
            return False
        between = [
            a for s in range(tree.sentences[one] + 1, tree.sentences[other])
            for a in self._in_sentence.get(s, ()) if a.source is not None
        ]  # fmt: skip
        same = self._paragraphs[one] == self._paragraphs[other]
        near = tree.sentences[other] - tree.sentences[max(tree.at(before.content[-1][1]) - 1, 0)] <= 1
        return not between and (same or near)


def _covered(quotation: Quotation, one: Attributed) -> bool:
    """Whether the model sees most of a quotation as content of a cue."""
    inside = sum(
        max(0, min(end, stop) - max(start, begin)) for start, end in one.content for begin, stop in quotation.parts
    )
    return inside >= _COVERED * sum(stop - begin for begin, stop in quotation.parts)
