"""Vocabularies of acts: a file for each kind, `KIND.toml`, of the words that tell one.

kind        as in `memcon.core.act`
examples    sentences in the notation of examples/acts/README.md; they are tests
[tense]     what a clause makes of an act by itself: the status of what is told as `past` (empty: that of the
            predicate), `future`, `possible` or `negated`, of what is `asked` for and of what is `agreed`; "none"
            where the clause then tells no act of the kind; what is left out changes nothing
[asked]     the status that some verbs tell where what they tell is asked for: "wants them to answer the hotline"
[negated]   the status in place of another where the word that tells it is denied: "did not call off"
[usual]     what fills what for each type, and for `any` other, where the predicate says nothing else
[deeds]     `verbs` of which an auxiliary promises that a state will do it by a date
[hollow]    words by which what looks like an act of the kind is none, with examples in which what is marked is none
[answers]   verbs with which whoever is asked answers
[[predicate]]
  type        the sort of act
  sense       what the words have in common
  cameo, plover   codes in these schemes
  status      of the bare act; absent where tense decides
  verbs       lemmas, with what belongs to them: "call on", "sit down with"
  nouns       lemmas, and phrases by which the act is named; those in the plural only tell it in the plural
  adjectives  that tell it beside a copula
  roles       what fills what: by `subject`, `object`, `clause` (an infinitive, a that-clause), `possessive`, or by
              preposition
  needs       roles without which the words tell no such act
  with_words  words of which one must stand in the sentence
  statuses    those in which alone the words tell such an act
  strong      whether the words hardly ever tell anything else
[[status]]    words that tell where an act stands, as `verbs` above it, as `nouns`, as `adjectives` or
              `adverbs` beside it, or as `phrases` anywhere near it

Words around an act, of whatever kind, are in `core/terms/telling.toml`.
"""

from collections.abc import Mapping

from memcon.core.act import ActKind

TYPES: Mapping[ActKind, tuple[str, ...]] = {
    "engagement": (
        "meeting", "summit", "visit", "call", "dinner", "press-conference", "conference", "ceremony", "letter",
    ),
    "request": ("request", "demand", "invitation", "appeal"),
    "commitment": ("pledge", "agreement"),
    "position": ("support", "opposition", "concern", "view"),
    "channel": (
        "leaders", "ministers", "military", "hotline", "working-group", "mission", "intelligence", "back-channel",
        "contacts",
    ),
    "incident": (
        "military", "air-sea", "espionage", "cyber", "detention", "attack", "protest", "accident", "other",
    ),
    "measure": ("sanctions", "trade", "travel", "diplomatic", "legal", "aid", "military", "other"),
}  # fmt: skip
STATUSES: Mapping[ActKind, tuple[str, ...]] = {
    "engagement": ("held", "planned", "tentative", "postponed", "cancelled", "refused", "denied", "historical"),
    "request": ("open", "accepted", "declined", "unanswered", "withdrawn"),
    "commitment": ("offered", "agreed", "exploring", "scheduled", "done", "lapsed", "denied"),
    "position": ("stated", "unchanged", "new", "reversed"),
    "channel": ("open", "proposed", "frozen", "unanswered", "refused", "resumed"),
    "incident": ("happened", "alleged", "denied"),
    "measure": ("imposed", "planned", "tentative", "lifted", "denied"),
}
