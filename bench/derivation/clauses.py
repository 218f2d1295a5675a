"""Sentences turned round by small rules: what stood behind comes first, what was active becomes passive.

Each rule is a function of a sentence and chance, gives the sentence changed, or as it was where the rule does not fit.
Both a desk and a translation change sentences so; how often is for them to say.
"""

import re
from collections.abc import Callable
from random import Random

from bench.derivation.text import joined, opened

Rule = Callable[[str, Random], str]

_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WHEN = re.compile(
    rf"^(?P<main>[^“”\"]+?),? (?P<when>(?:on )?(?:{_DAYS})(?: (?:morning|afternoon|evening))?|today|yesterday"
    rf"|(?:on|in) (?:{_MONTHS})(?: \d{{1,2}})?(?:, \d{{4}})?|last (?:week|month|year)|this (?:week|month|year))"
    r"(?P<rest>(?: [^“”\"]*)?[.])$"
)
_SUBORDINATE = re.compile(
    r"^(?P<main>[^“”\"]+?), "
    r"(?P<sub>(?:while|after|as|because|before|although|since|when|including|noting|adding) [^“”\"]+)\.$"
)
_LEADING = re.compile(
    r"^(?P<sub>(?:While|After|As|Because|Before|Although|Since|When|In|During|At|Following) [^,“”\"]{8,}), "
    r"(?P<main>[^“”\"]+)\.$"
)
_SAID_AFTER = re.compile(
    r"^(?P<content>[^“”\"]+), (?P<who>[^,“”\"]{3,60}?) (?P<cue>said|added|noted|stressed|announced)\.$"
)
_SAID_BEFORE = re.compile(
    r"^(?P<who>[^,“”\"]{3,70}?) (?P<cue>said|added|noted|announced) that (?P<content>[^“”\"]+)\.$"
)
_QUOTE_FIRST = re.compile(
    r"^[“\"](?P<quote>[^“”\"]+?),?[”\"],? (?P<who>[^“”\"]{2,60}?) (?P<cue>said|added|says)(?P<rest>[^“”\"]*)\.$"
)
_QUOTE_LAST = re.compile(
    r"^(?P<who>[^“”\"]{2,80}?) (?P<cue>said|added|says)(?:,|:) [“\"](?P<quote>[^“”\"]+?)\.?[”\"]\.?$"
)
_ACCORDING = re.compile(r"^According to (?P<who>[^,]+), (?P<main>.+)\.$")
_ACCORDING_LAST = re.compile(r"^(?P<main>[^“”\"]+), according to (?P<who>[^,“”\"]+)\.$")
_ACTIVE = re.compile(
    r"^(?P<who>(?:The |Both |Two )?[A-Z]?[\w.’'-]+(?: [A-Z][\w.’'-]+| [a-z]+){0,4}?) "
    r"(?P<verb>discussed|condemned|welcomed|reviewed|signed|announced|reaffirmed|highlighted|raised|rejected|accepted|approved"
    r"|launched|imposed|lifted|emphasized|underscored|stressed|reiterated|released|published|suspended|postponed"
    r"|proposed|described) "
    r"(?P<object>(?:the|a|an|their|its|his|her|this|these|several|recent|ongoing) [^,;“”\"]{5,90}?)"
    r"(?P<rest>(?:,| and (?:agreed|discussed|also|expressed|reaffirmed)| to (?:discuss|address|help)| during | at the "
    r"| with )[^“”\"]*)?\.$"
)
_GENITIVE = re.compile(
    r"(?<![\w’'])(?P<owner>(?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})[’']s (?P<thing>(?:[a-z-]+ ){0,2}[a-z-]+)"
    r"(?= (?:in|on|to|of|for|and|with|by|at|from|is|are|was|were|has|had|have|will|would|that|as|said)\b|[,.;])"
)
_AND = re.compile(r"^(?P<first>.{40,}?), and (?P<second>(?:he|she|they|it|the|that|its|a|an) [^“”\"]{25,})$")
_WHICH = re.compile(
    r"^(?P<first>[^“”\"]{30,}?), (?:which|who) (?P<second>(?:is|are|was|were|has|have|had|will|would) [^,“”\"]{12,})\.$"
)
_PAIR = re.compile(
    r"(?P<verb>discuss(?:ed)?|on|strengthen|promote|support|of|for|address) "
    r"(?P<one>(?:the )?[a-z]+(?: [a-z]+)?) and (?P<two>(?:the )?[a-z]+(?: [a-z]+)?)(?=[,.;])"
)


def day_first(sentence: str, _chance: Random) -> str:
    """An expression of time to the front."""
    if not (match := _WHEN.match(sentence)):
        return sentence
    return f"{opened(match['when'])}, {joined(match['main'])}{match['rest']}"


def subordinate_first(sentence: str, _chance: Random) -> str:
    """The clause behind the comma to the front."""
    if not (match := _SUBORDINATE.match(sentence)):
        return sentence
    return f"{opened(match['sub'])}, {joined(match['main'])}."


def subordinate_last(sentence: str, _chance: Random) -> str:
    """The clause before the comma to the end."""
    if not (match := _LEADING.match(sentence)):
        return sentence
    return f"{opened(match['main'])}, {match['sub'][:1].lower()}{match['sub'][1:]}."


def speaker_first(sentence: str, chance: Random) -> str:
    """Who says it before what is said."""
    if match := _SAID_AFTER.match(sentence):
        that = chance.choice((" that", ""))
        return f"{opened(match['who'])} {match['cue']}{that} {joined(match['content'])}."
    if match := _QUOTE_FIRST.match(sentence):
        return f"{opened(match['who'])} {match['cue']}{match['rest']}: “{match['quote']}.”"
    if match := _ACCORDING_LAST.match(sentence):
        return f"According to {match['who']}, {joined(match['main'])}."
    return sentence


def speaker_last(sentence: str, _chance: Random) -> str:
    """Who says it behind what is said."""
    if match := _SAID_BEFORE.match(sentence):
        return f"{opened(match['content'])}, {joined(match['who'])} {match['cue']}."
    if match := _QUOTE_LAST.match(sentence):
        return f"“{match['quote']},” {joined(match['who'])} {match['cue']}."
    if match := _ACCORDING.match(sentence):
        return f"{opened(match['main'])}, according to {match['who']}."
    return sentence


def indirect(sentence: str, _chance: Random) -> str:
    """A quotation without its marks, as a report of what was said."""
    match = _QUOTE_FIRST.match(sentence) or _QUOTE_LAST.match(sentence)
    if not match or re.search(r"\b(?:I|we|you|my|our|your)\b", match["quote"], re.IGNORECASE):
        return sentence
    return f"{opened(match['who'])} {match['cue']} that {joined(match['quote'])}."


def passive(sentence: str, _chance: Random) -> str:
    """What was done before who did it."""
    if not (match := _ACTIVE.match(sentence)):
        return sentence
    head = match["object"].split(" of ")[0].split(" in ")[0].split(" for ")[0].split(" to ")[0]
    many = (head.endswith("s") and not head.endswith("ss")) or " and " in match["object"]
    was = "were" if many else "was"
    return f"{opened(match['object'])} {was} {match['verb']} by {joined(match['who'])}{match['rest'] or ''}."


def of_owner(sentence: str, chance: Random) -> str:
    """The owner behind what it owns: *the decision of France* for *France’s decision*."""

    def turned(match: re.Match[str]) -> str:
        return match.group() if chance.random() < _KEPT else f"the {match['thing']} of {match['owner']}"

    return _GENITIVE.sub(turned, sentence)


def pair_turned(sentence: str, _chance: Random) -> str:
    """Two things joined by *and* in the other order."""
    return _PAIR.sub(lambda match: f"{match['verb']} {match['two']} and {match['one']}", sentence, count=1)


def broken(sentence: str, _chance: Random) -> str:
    """One sentence as two, where it has two halves."""
    if match := _AND.match(sentence):
        return f"{match['first']}. {opened(match['second'])}"
    if match := _WHICH.match(sentence):
        return f"{match['first']}. This {match['second']}."
    first, semicolon, second = sentence.partition("; ")
    return f"{first}. {opened(second)}" if semicolon and "“" not in sentence else sentence


_KEPT = 0.2  # of the genitives, when they are turned at all
