"""Annotations of many documents, grouped by what they are about: parties, utterances and acts.

First version: by equal names and equal words. Scored alignment replaces it behind the same signatures.
"""

from memcon.align.acts import align_acts
from memcon.align.parties import align_parties
from memcon.align.utterances import align_utterances

__all__ = ["align_acts", "align_parties", "align_utterances"]
