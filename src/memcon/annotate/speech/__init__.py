"""Who said what: the words that attribute, and the statements made of them.

cues          the words that attribute: reporting verbs, "according to", "is confident"
sources       whose words a cue attributes
contents      which words those are
attributions  each cue with both
speeches      the utterances: which attribution each quotation belongs to, and what is told without marks
chain         through what an utterance came, to whom, where and in what form it was made
statements    all of it put together
"""

from memcon.annotate.speech.statements import find_chains, find_statements

__all__ = ["find_chains", "find_statements"]
