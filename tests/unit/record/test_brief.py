from memcon.core.dates import PartialDate
from memcon.core.record import Brief, Line
from memcon.record import brief
from memcon.testing import document
from tests.unit.ferries import collection
from tests.unit.record.test_build import COPY, OWN, WIRE
from tests.unit.trace.test_derivations import with_credit


def told() -> Brief:
    """The brief of a wire, its copy and another agency's report."""
    return brief(collection([WIRE, COPY, OWN]).record)


def lines(section: str, of: Brief) -> tuple[Line, ...]:
    """The lines of one section; none if there is no such section."""
    return next((one.lines for one in of.sections if one.title == section), ())


def test_what_several_attest_comes_first() -> None:
    """The first section of statements holds what two independent origins say, and nothing is told twice."""
    made = told()
    first = next(one for one in made.sections if one.lines[0].status is None)
    assert first.title == "Attested by more than one independent origin"
    assert [line.lead for line in first.lines] == ["Marit Halvey"]
    texts = [line.text for section in made.sections for line in section.lines]
    assert len(texts) == len(set(texts))


def test_then_speaker_by_speaker() -> None:
    """What only one account has stands under its speaker, with its one witness."""
    made = brief(collection([document("“It was late,” Ilka Brandt said. Later she said the boat was gone.")]).record)
    assert {line.lead for line in lines("Ilka Brandt", made)} == {"Ilka Brandt"}
    assert len(lines("Ilka Brandt", made)) == 2


def test_who_speaks_once_stands_with_others() -> None:
    """What only one account has of somebody who says nothing else stands among others, with its one witness."""
    line = next(one for one in lines("Others, once each", told()) if one.lead == "Pell Arrano")
    assert line.text == "called the delay “a small comedy with a large bill.”"
    assert line.support is not None
    assert (line.support.least, line.support.documents) == (1, 2)


def test_what_nobody_is_named_for() -> None:
    """Quotations without a speaker come last, with a note."""
    made = brief(collection([document("“It was late indeed.” The end of it.")]).record)
    assert made.sections[-1].title == "Quoted, but no speaker named"
    assert "No report names the speaker." in made.sections[-1].lines[0].notes


def test_other_wordings_are_noted() -> None:
    """A shorter version of the same words is told once, with how many wordings there are."""
    long = "“Nobody is to blame for it, and everybody is sorry,” Marit Halvey said."
    short = "The harbour was sorry: “nobody is to blame for it, and everybody,” Halvey said."
    made = brief(collection([with_credit(long, "(AP)"), with_credit(short, "(AFP)")]).record)
    (section,) = made.sections
    assert [note for line in section.lines for note in line.notes] == ["Told in 2 wordings."]


def test_every_line_opens_a_passage() -> None:
    """No line of the brief is without anchors."""
    assert all(line.anchors for section in told().sections for line in section.lines)


def test_the_cut_is_told() -> None:
    """A brief as of a date names it, and the reports that the cut left out for want of a date."""
    made = brief(collection([]).record, as_of=PartialDate("2031-05-04"), undated=[COPY.id])
    assert (made.as_of, made.undated, made.sections) == (PartialDate("2031-05-04"), (COPY.id,), ())
