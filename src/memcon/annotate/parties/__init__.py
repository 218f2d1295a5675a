"""Who appears in a document: the words that refer, and the parties they mean.

names       how this document names states, people and bodies
runs        where a phrase that refers begins and ends
nominals    what it says: a name with a title, a description, a pronoun; of a person, a body, a state
appositions which two phrases set side by side mean one
entities    what is known of somebody so far
salience    who is on a reader's mind, for pronouns
cast        every phrase resolved to an entity, in reading order
referents   the entities as parties, each under its fullest name
"""

from memcon.annotate.parties.cast import resolve
from memcon.annotate.parties.entities import Entity
from memcon.annotate.parties.names import Names
from memcon.annotate.parties.nominals import Nominal, find_nominals
from memcon.annotate.parties.referents import Registry

__all__ = ["Entity", "Names", "Nominal", "Registry", "find_nominals", "resolve"]
