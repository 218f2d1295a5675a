"""The dependency trees of a document, asked by number of word.

In: a reading. Out: a `Tree`, which answers what hangs on a word, which words belong to it, who is its subject.
A sentence has at most a few hundred words, since the language model reads no more at a time, so each answer is quick.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator

from memcon.core.reading import Reading
from memcon.core.terms import terms

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
_IN_PHRASE = frozenset({"compound", "nmod:poss", "nmod", "nmod:desc", "flat", "amod", "det", "nummod"})
_SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "acl", "parataxis"})
"""Relations across which a verb without a subject has that of the verb it hangs on: "met Marn and said", "left,
saying"."""


class Tree:
    """The words of a document and how they hang together.

    Attributes:
        text: The document's.
        starts, ends: Code points of each word.
        lower: Each word in small letters, apostrophes straight.
        heads, relations, upos, sentences: As in the reading.
        lemmas: Likewise, but for forms that are known to be another verb's: "began" is not of "beg".
        children: The words that hang on each word, in reading order.
    """

    def __init__(self, text: str, reading: Reading) -> None:
        words = reading.words
        self.text = text
        self.starts = [word.anchor.start for word in words]
        self.ends = [word.anchor.end for word in words]
        self.forms = [text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]
        self.lower = [form.casefold().replace("’", "'") for form in self.forms]
        self.heads = [word.head for word in words]
        self.relations = [word.relation for word in words]
        self.upos = [word.upos for word in words]
        self.lemmas = [_lemma(word.lemma.casefold(), form) for word, form in zip(words, self.lower, strict=True)]
        self.sentences = [word.sentence for word in words]
        self.children: list[list[int]] = [[] for _ in words]
        for number, head in enumerate(self.heads):
            if head != number:
                self.children[head].append(number)

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, place: int) -> int:
        """The first word that begins at a code point or after it."""
        return bisect_left(self.starts, place)

    def sentence(self, word: int) -> range:
        """The words of the sentence that a word stands in."""
        number = self.sentences[word]
        return range(bisect_left(self.sentences, number), bisect_left(self.sentences, number + 1))

    def inside(self, start: int, end: int) -> range:
        """The words that begin within a range of code points."""
        return range(self.at(start), self.at(end))

    def top(self, words: range) -> int:
        """Of some words, the one on which the others hang: the first, punctuation aside, whose head is outside."""
        outer = [n for n in words if self.heads[n] not in words or self.heads[n] == n]
        return next((n for n in outer if self.forms[n][0].isalnum()), words.start)

    def child(self, word: int, *relations: str) -> int | None:
        """The first word that hangs on a word by one of these relations."""
        return next((n for n in self.children[word] if self.relations[n] in relations), None)

    def case(self, word: int) -> str:
        """The preposition before a word, in small letters; empty if none."""
        found = self.child(word, "case")
        return "" if found is None or found > word else self.lower[found]

    def phrase_head(self, word: int) -> int:
        """The head of the noun phrase in which a word stands before it."""
        while self.heads[word] > word and self.relations[word] in _IN_PHRASE:
            word = self.heads[word]
        return word

    def below(self, word: int, without: Collection[str] = ()) -> list[int]:
        """The words of a word's subtree, sorted, leaving out what hangs on the word itself by some relations."""
        found = [word]
        open_ = [n for n in self.children[word] if self.relations[n] not in without]
        while open_:
            number = open_.pop()
            found.append(number)
            open_ += self.children[number]
        return sorted(found)

    def climb(self, word: int) -> Iterator[tuple[int, int]]:
        """The pairs of child and head from a word up to the root of its sentence."""
        for _ in range(len(self.starts)):
            head = self.heads[word]
            if head == word:
                return
            yield word, head
            word = head

    def subject(self, word: int) -> int | None:
        """The subject of a verb, its own or that of a verb it shares one with; of a passive, whomever "by" names."""
        for _ in range(6):  # chains of verbs that share a subject are short
            if self.child(word, "aux:pass") is not None:
                return next((n for n in self.children[word] if self.case(n) == "by" and n > word), None)
            subjects = (n for n in self.children[word] if self.relations[n] in _SUBJECTS and self.upos[n] != "DET")
            found = next(filter(self.bare, subjects), None)
            if found is not None:
                return self._who(found, word)
            head = self.heads[word]
            if head == word or self.relations[word].partition(":")[0] not in _SHARES_SUBJECT:
                return None
            if self.upos[head] in {"NOUN", "PROPN", "PRON"} and self.child(head, "cop") is None:
                return head if self.relations[word].startswith("acl") else None
            parted = self.parted(word)
            word = head if parted is None else parted
        return None

    def bare(self, word: int) -> bool:
        """Whether no preposition stands before a phrase, so that it can be a subject, whatever its relation."""
        first = self.below(word, {"punct", "appos", "acl:relcl", "conj"})[0]
        before = first if self.relations[first] == "case" else first - 1
        return before < 0 or before > word or self.upos[before] != "ADP" or self.relations[before] != "case"

    def parted(self, word: int) -> int | None:
        """The "have" of a perfect far from its participle, taken for a verb: "she had in a call urged them"."""
        return next(
            (
                n for n in self.children[self.heads[word]]
                if n < word and self.lemmas[n] == "have" and self.child(n, "nsubj") is not None
                and self.child(n, "obj", "ccomp", "xcomp") is None and self.upos[word] == "VERB"
            ),
            None,
        )  # fmt: skip

    def _who(self, subject: int, verb: int) -> int:
        """The word a relative pronoun stands for; of "sources close to her" the first; else the subject itself."""
        inner = self.child(subject, "nsubj")
        if inner is not None and self.upos[subject] == "NOUN" and self.child(subject, "cop") is None:
            return inner
        if self.lower[subject] in {"who", "which", "that"} and self.relations[verb] == "acl:relcl":
            head = self.heads[verb]
            before = next((n for n in range(subject - 1, -1, -1) if self.upos[n] != "PUNCT"), head)
            across = any(self.upos[n] == "VERB" and self.heads[n] != head for n in range(head + 1, before))
            named = self.lower[subject] == "who" and self.upos[before] == "PROPN"  # "met Orrin, who left"
            return before if across and named else head
        return subject

    def negated(self, word: int) -> bool:
        """Whether a verb is denied: "did not say", "never said", "no one said", "refused to say"."""
        for n in self.children[word]:
            if self.lower[n] in {"not", "n't", "never", "neither", "nor"} and self.relations[n] != "conj":
                return True
            if self.relations[n] in _SUBJECTS and (
                self.lower[n] in {"nobody", "none", "neither"}
                or any(self.lower[m] in {"no", "neither"} and self.relations[m] == "det" for m in self.children[n])
                or (n > 0 and self.lower[n - 1] == "no" and self.heads[n - 1] == n)
            ):
                return True
        return False


def _lemma(lemma: str, form: str) -> str:
    known = terms("verbs")["forms"].get(form, lemma)
    return lemma if lemma == form else known
