"""Where words begin and end."""

import unicodedata
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.language.words import LONGEST, word_ranges
from memcon.testing import marked, texts


def cut(text: str) -> list[str]:
    """The words of a text."""
    return [text[start:end] for start, end in word_ranges(text, 0, len(text))]


def check(notation: str) -> None:
    """Fail unless the words are those marked `[w:…]`."""
    marks = marked(notation)
    assert list(word_ranges(marks.text, 0, len(marks.text))) == [(one.start, one.end) for one in marks.spans]


@pytest.mark.parametrize(
    "notation",
    [
        "[w:Do][w:n't] [w:go][w:,] [w:we] [w:ca][w:n’t] [w:stay] [w:and] [w:Orrin] [w:wo][w:n't][w:.]",
        "[w:I][w:'m] [w:sure] [w:they][w:’ve] [w:gone][w:;] [w:we][w:'ll] [w:see] [w:who][w:'d] [w:know][w:.]",
        "[w:They][w:’re] [w:late][w:,] [w:she][w:’d] [w:say][w:,] [w:and] [w:it][w:’s] [w:cold][w:.]",
        "[w:IT][w:'S] [w:OVER][w:,] [w:DO][w:N'T] [w:WAIT]",
        "[w:They] [w:can][w:not] [w:leave][w:,] [w:Cannot] [w:is] [w:one]".replace("[w:Cannot]", "[w:Can][w:not]"),
        "[w:should][w:n't][w:'ve]",
    ],
)
def test_contractions(notation: str) -> None:
    """A contraction is cut where Universal Dependencies cuts it, with either apostrophe and in capitals too."""
    check(notation)


@pytest.mark.parametrize(
    "notation",
    [
        "[w:Marn][w:'s] [w:visit][w:,] [w:Orrin][w:’s] [w:reply]",
        "[w:the] [w:ministers][w:'] [w:talks][w:,] [w:the] [w:ministers][w:’] [w:talks]",
        "[w:MARN][w:'S] [w:VISIT]",
        "[w:the] [w:U.S.][w:’s] [w:offer]",
        "[w:O'Marn][w:'s] [w:house]",
        "[w:O’Dowell] [w:left] [w:L’Estria] [w:and] [w:Cap] [w:d'Orsen][w:.]",
    ],
)
def test_possessives(notation: str) -> None:
    """A possessive stands alone, with either apostrophe; an apostrophe inside a name does not cut it."""
    check(notation)


@pytest.mark.parametrize(
    "notation",
    [
        "[w:a] [w:well][w:-][w:known] [w:envoy]",
        "[w:U.S.][w:-][w:led] [w:talks]",
        "[w:in] [w:mid][w:-][w:May] [w:2031][w:–][w:32]",
        "[w:and][w:/][w:or]",
        "[w:Brenna][w:—][w:Halyard] [w:ferry] [w:--] [w:closed]",
    ],
)
def test_hyphens_and_dashes(notation: str) -> None:
    """A hyphen or dash is a word of its own."""
    check(notation)


@pytest.mark.parametrize(
    "notation",
    [
        "[w:Mr.] [w:Orrin] [w:met] [w:Dr.] [w:Venn] [w:on] [w:Sept.] [w:3] [w:at] [w:St.] [w:Halver][w:.]",
        "[w:The] [w:U.S.] [w:envoy][w:,] [w:e.g.] [w:Venn][w:,] [w:at] [w:9] [w:p.m.] [w:sharp]",
        "[w:J.] [w:K.] [w:Arrano] [w:signed][w:.]",
        "[w:Gen.] [w:Thale] [w:lives] [w:at] [w:No.] [w:4][w:.]",
        "[w:Nobody] [w:said] [w:no][w:.]",
    ],
)
def test_abbreviations_and_initials(notation: str) -> None:
    """The full stop of an abbreviation or an initial belongs to it; that of a sentence stands alone."""
    check(notation)


@pytest.mark.parametrize(
    "notation",
    [
        "[w:at] [w:4:34] [w:p.m.] [w:or] [w:10][w:pm] [w:on] [w:10/12/2031]",
        "[w:$][w:1,000] [w:€][w:3.5] [w:£][w:5.3][w:bn] [w:2.5][w:m]",
        "[w:35][w:km][w:,] [w:50][w:%][w:,] [w:1,200][w:.]",
        "[w:the] [w:21st][w:,] [w:2nd] [w:and] [w:3rd] [w:of] [w:the] [w:1990s]",
        "[w:the] [w:12th] [w:package][w:,] [w:5][w:-][w:3]",
    ],
)
def test_times_money_and_numbers(notation: str) -> None:
    """A number keeps its commas, points and colons; its currency and its unit stand apart."""
    check(notation)


@pytest.mark.parametrize(
    "notation",
    [
        "[w:See] [w:https://norrow.example/a/b?c=d][w:.]",
        "[w:(][w:www.norrow.example][w:)][w:,] [w:or] [w:write] [w:to] [w:o.venn@norrow.example][w:.]",
        "[w:“][w:https://norrow.example/x][w:”]",
        "[w:@norrow_news] [w:on] [w:#talks]",
    ],
)
def test_addresses(notation: str) -> None:
    """An address is one word, without the punctuation and the quotation marks around it."""
    check(notation)


@pytest.mark.parametrize(
    "notation",
    [
        "[w:Wait][w:…] [w:what][w:...] [w:no][w:....]",
        "[w:Really][w:?][w:!]",
        "[w:“][w:Yes][w:,][w:”] [w:she] [w:said][w:.] [w:‘][w:No][w:.][w:’]",
        "[w:«][w:Non][w:»][w:,] [w:a][w:-][w:t][w:-][w:il] [w:dit]",
    ],
)
def test_ellipses_and_quotation_marks(notation: str) -> None:
    """Dots of one ellipsis are one word; quotation marks stand alone."""
    check(notation)


@pytest.mark.parametrize(
    "notation",
    [
        "[w:e\u0301te\u0301] [w:naïve] [w:I\u0307zmar]",
        "[w:em\u00adbargo] [w:a\u200db]",
        "\ufeff[w:talks]\u200b [w:fail]\u2060[w:.]",
        "[w:\U0001f469]\u200d[w:⚖]\ufe0f [w:judge]",
        "[w:会談は終わった][w:。][w:両国]",
        "[w:قالت] [w:الوزيرة]\u200f[w:.]",
        "[w:One]\r\n[w:two]\u00a0[w:three]\u2028[w:four]",
    ],
)
def test_marks_scripts_and_invisible_characters(notation: str) -> None:
    """Accents, soft hyphens and joiners stay inside their word; invisible characters between words are no words."""
    check(notation)


@given(texts())
def test_words_leave_out_nothing_that_can_be_seen(text: str) -> None:
    """Words are in order, apart, without white space, and what lies between them is white space or invisible."""
    position = 0
    for start, end in (*word_ranges(text, 0, len(text)), (len(text), len(text) + 1)):
        assert position <= start < end
        assert all(
            one.isspace() or unicodedata.category(one) == "Cf" or one in "\ufe0e\ufe0f" for one in text[position:start]
        )
        assert not any(map(str.isspace, text[start:end]))
        position = end


@given(texts(), st.data())
def test_words_of_a_zone_depend_on_the_zone_alone(text: str, data: st.DataObject) -> None:
    """What stands before and after a range does not change its words."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert [text[left:right] for left, right in word_ranges(text, start, end)] == cut(text[start:end])


def test_nothing_has_no_words() -> None:
    """An empty range, white space and invisible characters give no words."""
    assert cut("") == cut(" \r\n\t\u00a0") == cut("\u200b\u00ad\ufeff") == []


def test_a_run_without_a_break_stays_whole() -> None:
    """A run longer than any word is one range, so that who reads words can leave out all of it."""
    assert cut(f"a {'b' * (LONGEST + 1)} c") == ["a", "b" * (LONGEST + 1), "c"]
    assert cut("x" * 1_000_000) == ["x" * 1_000_000]


HOSTILE = {
    "apostrophes": "'", "curly apostrophes": "’", "apostrophes in words": "a'", "long parts": "aaa'", "capitals": "A'",
    "endings": "'s", "words with endings": "a's", "negations": "n't", "almost negations": "nnnn'", "dots": ".",
    "dotted letters": "a.", "initials": "A. ", "titles": "Mr.", "hyphens": "-", "hyphens in words": "a-", "at": "@",
    "at in words": "a@", "almost addresses": "a.b@", "web addresses": "https://", "digits": "1", "commas": "1,",
    "digits and letters": "1a", "letters": "a", "cannot": "can", "soft hyphens": "a\u00ad", "accents": "a\u0301",
    "marks alone": "\u0301", "joiners": "\u200d", "emoji": "\U0001f469\u200d", "shouts": "!?", "lines": "_",
    "white space": " ",
}  # fmt: skip


def seconds(text: str) -> float:
    """CPU time of cutting a text; the better of two runs."""
    times = []
    for _ in range(2):
        started = process_time()
        for _ in word_ranges(text, 0, len(text)):
            pass
        times.append(process_time() - started)
    return min(times)


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_length(name: str) -> None:
    """Eight times the text takes at most 24 times as long; a tenth of a second is no measurement."""
    small, large = (HOSTILE[name] * (size // len(HOSTILE[name])) for size in (16_000, 128_000))
    least = seconds(small)
    assert seconds(large) <= max(24 * least, 0.1)
