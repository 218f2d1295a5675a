"""Engagements with how an account judges them: how one went, of what sort it was, since when there was none like it.

In: the acts of a document. Out: the same acts, engagements with the roles `outcome`, `description` and `precedent`.

A verdict belongs to the engagement it is told of: the one its clause names, else the one before it in the same or the
previous sentence, if the clause refers to it or to whoever took part ("the talks", "it", "the two sides"). What refers
to none is dropped.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from memcon.annotate.acts.assessments.adjectives import find_adjectives
from memcon.annotate.acts.assessments.outcomes import find_outcomes
from memcon.annotate.acts.assessments.precedents import find_precedents
from memcon.annotate.acts.assessments.verdicts import Verdict, is_engagement, is_side, types
from memcon.annotate.acts.cast import Cast
from memcon.annotate.acts.setting import joined, span
from memcon.annotate.tree import Tree
from memcon.core.act import Act, ActRole, Argument
from memcon.core.anchor import Anchor
from memcon.core.dates import PartialDate
from memcon.core.terms.acts import TYPES
from memcon.core.times import Interval

_ANY = frozenset(TYPES["engagement"])
_OVER = frozenset({"held", "historical"})
"""Statuses of engagements that can have gone well or badly."""
_UNTOLD = frozenset({"denied", "refused", "cancelled"})
_DEFINITE = frozenset("the this that these those both their his her its our your".split())
_PRONOUNS = frozenset({"it", "this", "that", "these", "which"})
_OWN = ("nsubj", "nsubj:pass", "expl")
_BEFORE = frozenset({"since", "over"})  # "has made progress since 2018" is about more than an engagement
_ASIDE = frozenset({"acl", "acl:relcl", "appos", "advcl", "parataxis"})
_ALONE = frozenset({"state", "organisation"})
_BETWEEN = frozenset({"between", "with", "among", "of"})
_ABOUT = frozenset({"on", "over", "towards", "toward"})
_STANDING = frozenset("have has 've is are am 'm 're been".split())
_LEAD = 4  # sentences with which a report begins, headline included
_LONG_AGO = 60  # days before the report from which what a clause dates is no engagement of its news


def judged(acts: Sequence[Act], cast: Cast) -> tuple[Act, ...]:
    """The acts; engagements with what their document says of them, sorted among their arguments."""
    engagements = {cast.tree.at(act.trigger.start): act for act in acts if act.kind == "engagement"}
    over = {n: act for n, act in engagements.items() if act.status in _OVER}
    told = {n: act for n, act in engagements.items() if act.status not in _UNTOLD}
    found = defaultdict[Anchor, set[Argument]](set)
    search = _Search(cast, over)
    for verdict in _verdicts(cast.tree) if over else ():
        if not _denied(cast, verdict) and (n := search.of(verdict)) is not None:
            found[over[n].trigger].add(_argument(cast, verdict))
    for anchor, n in find_precedents(cast, told):
        found[told[n].trigger].add(Argument("precedent", anchor))
    return tuple(
        replace(act, arguments=tuple(sorted({*act.arguments, *found[act.trigger]})))
        if act.kind == "engagement" and act.trigger in found
        else act
        for act in acts
    )


def _argument(cast: Cast, verdict: Verdict) -> Argument:
    role: ActRole = "outcome" if verdict.value else "description"
    words = _in_full(cast, verdict)
    anchor = cast.document.anchor(cast.tree.starts[words.start], cast.tree.ends[words.stop - 1])
    return Argument(role, anchor, judged=verdict.value)


def _verdicts(tree: Tree) -> tuple[Verdict, ...]:
    """Every outcome and description, in reading order; of two of a sort that overlap, the longer."""
    found = sorted((*find_outcomes(tree), *find_adjectives(tree)), key=lambda one: (-len(one.words), one.words.start))
    kept = list[Verdict]()
    for one in found:
        if not any(bool(one.value) == bool(other.value) and _overlap(one.words, other.words) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: (one.words.start, one.words.stop, one.value)))


def _overlap(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _in_full(cast: Cast, verdict: Verdict) -> range:
    """Its words, with what it is about: "made progress on the quota", not "made progress on Tuesday"."""
    tree, end = cast.tree, verdict.words.stop
    if verdict.value and end < tree.sentence(verdict.verb).stop and tree.lower[end] in _ABOUT:
        head = tree.heads[end]
        thing = tree.upos[head] in {"NOUN", "PROPN"} and head not in cast.times and not is_engagement(tree, head)
        if head > end and thing:
            return range(verdict.words.start, span(tree, head)[1])
    return verdict.words


def _denied(cast: Cast, verdict: Verdict) -> bool:
    """Whether somebody is said to deny it, or only to hope or to think so."""
    statement = cast.contents.get(verdict.verb)
    return statement is not None and (statement.polarity == "negative" or statement.type == "belief")


class _Search:
    """Which of some engagements, by their triggers, is meant."""

    def __init__(self, cast: Cast, acts: Mapping[int, Act]) -> None:
        self._cast = cast
        self._tree = cast.tree
        self._acts = acts

    def of(self, verdict: Verdict) -> int | None:
        """The trigger of the engagement that a verdict is told of; None if it is told of none."""
        found = None if self._loose(verdict.verb) else self._meant(verdict)
        return found if found is not None and self._fits(verdict, self._acts[found]) else None

    def _meant(self, verdict: Verdict) -> int | None:
        tree, about = self._tree, verdict.about
        if (beside := self._joined_to(verdict.verb)) is not None:
            return beside
        inside = self._below(verdict.verb, _ASIDE - {"advcl"}) if about is None else self._part_of(about)
        named = self._nearest(verdict, inside)
        if named is not None or about is None:
            return None if named is None else self._referred(named)
        if is_engagement(tree, about):
            around = self._around(about)
            return around if around is not None or not self._points(about) else self._before(about)
        if tree.lower[about] in _PRONOUNS:
            return self._before(about)
        return self._of_party(verdict, about)

    def _joined_to(self, verb: int) -> int | None:
        """The engagement that a verb of the same subject tells before: "met and parted without a deal"."""
        tree = self._tree
        for child, head in tree.climb(verb):
            own = tree.child(child, *_OWN) is not None or tree.child(child, "cc") is None
            if tree.relations[child] != "conj" or own:
                return None
            if head in self._acts:
                return head
        return None

    def _of_party(self, verdict: Verdict, about: int) -> int | None:
        """The engagement in which those took part of whom it is said that they, say, made progress."""
        names = {self._cast.mentions[n].name for n in (about, *joined(self._tree, about)) if n in self._cast.mentions}
        shared = is_side(self._tree, about) or len(names) > 1
        inside = self._nearest(verdict, self._below(verdict.verb))
        if inside is not None and (shared or names & set(self._acts[inside].parties)):
            return inside
        mention = self._cast.mentions.get(about)
        if not shared and (mention is None or mention.type in _ALONE):
            return None
        near = self._before(verdict.words.start)
        statement = self._cast.contents.get(about)
        if self._tree.lower[about] == "we" and statement is not None and statement.speaker is not None:
            took_part = near is not None and statement.speaker.name in self._acts[near].parties
            return near if took_part else None  # a company's "we" took part in no talks
        if is_side(self._tree, about):
            return self._first(verdict) if near is None else near
        beside = near is not None and near in self._tree.sentence(about)  # "he made progress" alone may be of anything
        return near if near is not None and beside and names & set(self._acts[near].parties) else None

    def _first(self, verdict: Verdict) -> int | None:
        """The engagement with which a report begins, of what its sides are told to have done there: "made progress".

        What they "have made" or "are making" may be of longer standing.
        """
        tree = self._tree
        if {tree.lower[n] for n in tree.children[verdict.verb]} & _STANDING:
            return None
        begin = next((n for n in sorted(self._acts) if len(self._acts[n].parties) > 1), None)
        return begin if begin is not None and tree.sentences[begin] < _LEAD and begin < verdict.verb else None

    def _below(self, word: int, aside: Collection[str] = _ASIDE) -> list[int]:
        """The triggers in a word's phrase or clause, without the clauses beside it."""
        return [n for n in self._tree.below(word, {*aside, "conj"}) if n in self._acts]

    def _part_of(self, noun: int) -> list[int]:
        """The triggers that a noun phrase tells: "the second day of talks"; not "the welcome during the visit"."""
        tree = self._tree
        if noun in self._acts:
            return [noun]
        inner = self._below(noun)
        return [n for n in inner if tree.case(n) in _BETWEEN or not is_engagement(tree, noun)]

    def _nearest(self, verdict: Verdict, triggers: Sequence[int]) -> int | None:
        return min(triggers, key=lambda n: (abs(n - verdict.verb), n), default=None)

    def _around(self, noun: int) -> int | None:
        """The engagement that has another name of it beside it: "met for a frank talk", "the visit included talks"."""
        tree = self._tree
        head = tree.heads[noun]
        if self._points(noun) or tree.relations[noun].partition(":")[0] not in {"obl", "obj"}:
            return None
        if head in self._acts:
            return head
        subject = tree.subject(head)
        named = [] if subject is None else self._below(subject)
        return self._referred(named[0]) if named else None

    def _before(self, word: int) -> int | None:
        """The last engagement before a word in its sentence or the one before it, with parties if one has some."""
        sentence = self._tree.sentence(word)
        previous = self._tree.sentence(sentence.start - 1) if sentence.start else sentence
        wanted = types(self._tree, word)
        for words in (sentence, previous):
            inside = [n for n in self._acts if n in words and n < word and self._acts[n].type in (wanted or _ANY)]
            with_parties = [n for n in inside if self._acts[n].parties]
            if inside:
                return max(with_parties or inside)
        return None

    def _referred(self, trigger: int) -> int:
        """What "the talks" refer to: an engagement told just before with its parties, else themselves."""
        act = self._acts[trigger]
        if act.parties or not self._points(trigger):
            return trigger
        before = self._before(trigger)
        if before is None or not self._acts[before].parties:
            return trigger
        return before

    def _points(self, noun: int) -> bool:
        """Whether a noun means something told before: "the talks", "it was a frank talk"; not "the talks with"."""
        tree = self._tree
        if any(self._tells(n) for n in tree.children[noun]):
            return False
        if any(tree.lower[n] in _DEFINITE for n in tree.children[noun]):
            return True
        subject = tree.child(noun, "nsubj") if tree.child(noun, "cop") is not None else None
        if tree.relations[noun] == "xcomp":
            subject = tree.child(tree.heads[noun], "obj")
        return subject is not None and (tree.lower[subject] in _PRONOUNS or is_side(tree, subject))

    def _tells(self, n: int) -> bool:
        """Whether what hangs on a noun says by itself which engagement it means."""
        relation = self._tree.relations[n]
        named = relation == "nmod" and self._tree.case(n) in _BETWEEN
        return named or relation in {"acl", "acl:relcl"} or (relation == "compound" and self._tree.upos[n] == "PROPN")

    def _loose(self, verb: int) -> bool:
        """Whether the tree joins a verb to another without a word between that joins them: a guess at best."""
        tree = self._tree
        own = tree.child(verb, "cc", *_OWN) is not None or any(tree.relations[n] == "cop" for n in tree.children[verb])
        return tree.relations[verb] == "conj" and tree.upos[verb] == "VERB" and not own

    def _fits(self, verdict: Verdict, act: Act) -> bool:
        """Whether a clause has no time of its own that makes it one about other days."""
        published = None if act.status == "historical" else self._cast.document.published
        for n in self._tree.below(verdict.verb, _ASIDE | {"conj"}):
            time = self._cast.times.get(n)
            if time is not None and (self._tree.case(n) in _BEFORE or _long_ago(time.interval, published)):
                return False
        return True


def _long_ago(interval: Interval | None, published: PartialDate | None) -> bool:
    if interval is None or interval.last is None or published is None:
        return False
    return (published.bounds()[0] - interval.last.bounds()[1]).days > _LONG_AGO
