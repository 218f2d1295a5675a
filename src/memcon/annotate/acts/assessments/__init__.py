"""How a report judges an engagement.

verdicts    what is said of one: the words of `core/terms/assessments.toml`, and whether it came about
outcomes    how it went, by what came of it and by what its sides did
adjectives  of what sort it was
precedents  since when there was none like it
assess      which engagement it is said of
"""

from memcon.annotate.acts.assessments.assess import judged

__all__ = ["judged"]
