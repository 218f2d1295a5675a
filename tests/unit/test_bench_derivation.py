"""The benchmark of derivations: what it makes is what it says, and its scorer counts as a reader would."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from bench.derivation import exchange, shaping
from bench.derivation.__main__ import main
from bench.derivation.collection import KINDS, Collection, Document, Edge, collect, digest, generate
from bench.derivation.crowd import COPIES, WAYS, Crowd, crowd
from bench.derivation.growth import grown, run
from bench.derivation.methods import METHODS, MissingLibraryError, traced
from bench.derivation.page import Outcome, Setting, markdown, table
from bench.derivation.plan import MADE, plans
from bench.derivation.reporter import account, events, news, reporters
from bench.derivation.scoring import Answer, Found, Result, components, edge_f1, score
from bench.derivation.sources import Parent, parents
from bench.derivation.spinning import spin
from bench.derivation.text import Body, all_sentences, plain, shared, shingles, words
from bench.derivation.thesaurus import inflected, thesaurus
from bench.derivation.translating import translate
from memcon import language
from memcon.core.dates import PartialDate

PAIRS = 56  # two collections in each part
SEEDS = range(4)


@pytest.fixture(scope="module")
def texts() -> tuple[Parent, ...]:
    """The project's own texts."""
    return parents(None)


@pytest.fixture(scope="module")
def collections() -> tuple[Collection, ...]:
    """Both parts of a small benchmark."""
    made = generate(None, pairs=PAIRS, seed=7)
    return (*made["dev"], *made["test"])


def bodies(texts: tuple[Parent, ...]) -> Iterator[tuple[Body, Random]]:
    """Each text with chance of its own."""
    for number, text in enumerate(texts):
        yield text.body, Random(number)


def test_the_same_seed_gives_the_same_bytes(collections: tuple[Collection, ...]) -> None:
    """Another process with another hash seed makes the same; another seed makes something else."""
    code = f"""
from bench.derivation.collection import digest, generate
made = generate(None, pairs={PAIRS}, seed=7)
print(digest((*made["dev"], *made["test"])))"""
    environment = {**os.environ, "PYTHONHASHSEED": "3"}
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], env=environment, cwd=root, capture_output=True, check=True)
    assert digest(collections) == done.stdout.decode().strip()
    assert digest(collections) != digest(generate(None, pairs=PAIRS, seed=8)["dev"])


def test_either_part_is_the_same_alone(collections: tuple[Collection, ...]) -> None:
    """The test part does not depend on whether dev was made."""
    assert generate(None, pairs=PAIRS, seed=7, parts=["test"])["test"] == collections[2:]


def test_the_parts_share_no_text(texts: tuple[Parent, ...]) -> None:
    """Both parts have texts of both sorts of forms, and no text is in both."""
    dev, test = ([one for one in texts if one.part == part] for part in ("dev", "test"))
    assert len(dev) > 8
    assert len(test) > 8
    assert not {one.body for one in dev} & {one.body for one in test}


def test_parents_are_clean(texts: tuple[Parent, ...]) -> None:
    """No mark-up of the examples is left, no dateline, and every paragraph ends as a sentence does."""
    for text in texts:
        assert not any(mark in paragraph for paragraph in text.body for mark in ("[date{", "[time{", "[[")), text.name
        assert text.body[0][0] in "“\"'" or text.body[0][0].isalnum()
        assert len(words(text.body)) >= 100


def test_a_copy_has_all_sentences(texts: tuple[Parent, ...]) -> None:
    """Every sentence of the parent stands in a copy, up to quotation marks and white space."""
    for body, chance in bodies(texts):
        assert words(shaping.copy(body, chance)) == words(body)


def test_an_abridgement_is_in_order(texts: tuple[Parent, ...]) -> None:
    """The words of an abridgement stand in its parent in that order, and it begins as the parent does."""
    for body, chance in bodies(texts):
        short = shaping.abridge(body, chance)
        rest = iter(words(body))
        assert all(word in rest for word in words(short))
        assert words(short)[:3] == words(body)[:3]
        assert len(words(short)) < 0.85 * len(words(body))


def test_a_reordering_keeps_the_sentences(texts: tuple[Parent, ...]) -> None:
    """The same sentences in another order."""
    for body, chance in bodies(texts):
        other = shaping.reorder(body, chance)
        assert sorted(words(other)) == sorted(words(body))
        assert words(other) != words(body)


def test_a_spun_text_shares_few_runs_and_most_numbers(texts: tuple[Parent, ...]) -> None:
    """On average under 15 % of a parent's runs of three words are left, and nine in ten of its numbers and names."""
    left, kept, total = [], 0, 0
    for body, chance in bodies(texts):
        spun = spin(body, chance)
        assert len(spun) == len(body)
        left.append(shared(body, spun, width=3))
        numbers = [word for word in words(body) if word[0].isdigit()]
        kept += sum(number in set(words(spun)) for number in numbers)
        total += len(numbers)
    assert sum(left) / len(left) < 0.15
    assert max(left) < 0.25
    assert kept > 0.9 * total


def test_a_translation_is_neither_a_copy_nor_another_text(texts: tuple[Parent, ...]) -> None:
    """Few runs of five words are left, half of the words are, and weekdays get the day of the month."""
    left, same = [], []
    for body, chance in bodies(texts):
        there = translate(body, chance, published=date(2031, 5, 16))
        left.append(shared(body, there, width=5))
        same.append(len(set(words(body)) & set(words(there))) / len(set(words(body))))
    assert sum(left) / len(left) < 0.25
    assert sum(same) / len(same) > 0.5
    many = (
        translate(("They met on Monday in Brenna.",), Random(seed), published=date(2031, 5, 16)) for seed in range(9)
    )
    assert any("Monday (12)" in one[0] for one in many)


def test_a_desk_leaves_quotations_alone() -> None:
    """What stands between quotation marks is not reworded."""
    body = (
        "The minister said the plan is important.",
        "“We will announce the plan today, and it is important,” she said.",
    )
    for seed in SEEDS:
        assert "We will announce the plan today, and it is important" in " ".join(shaping.rewrite(body, Random(seed)))


def test_a_merge_takes_from_both(texts: tuple[Parent, ...]) -> None:
    """The larger part of a merge is the first's, and whole sentences of the second are in it."""
    first, second = texts[0].body, texts[-1].body
    for seed in SEEDS:
        merged = set(all_sentences(shaping.merge(first, second, Random(seed))))
        assert len(merged & set(all_sentences(first))) >= 3
        assert len(merged & set(all_sentences(second))) >= 2


def test_a_pasted_readout_stands_in_a_text_of_its_own(texts: tuple[Parent, ...]) -> None:
    """Most of the readout's words and all of the host's are there."""
    host, readout = texts[0].body, next(one.body for one in texts if one.genre == "statement")
    for seed in SEEDS:
        pasted = shaping.paste(host, readout, Random(seed))
        assert set(host) <= set(pasted)
        assert shared(readout, pasted, width=5) > 0.5


def test_an_update_has_a_new_lead(texts: tuple[Parent, ...]) -> None:
    """The old lead is its second paragraph, and what was to come is past."""
    body = ("Orrin is to meet Marn next week.", *texts[0].body)
    assert shaping.update(body, "More is known.", Random(1))[:2] == ("More is known.", "Orrin met Marn this week.")


def test_reporters_share_facts_and_no_sentence() -> None:
    """Two accounts of one event have names and remarks in common, next to no other runs of five words, and no slots."""
    for seed in SEEDS:
        chance = Random(seed)
        one, other = events(chance, "test", 2)
        left, right, *_ = reporters(chance, "test")
        first, second = (account(one, each, chance, quoting=3) for each in (left, right))
        assert not set(all_sentences(first)) & set(all_sentences(second))
        assert one.words["a"] in " ".join(first)
        told = [paragraph for paragraph in second if not any(remark in paragraph for remark in one.said)]
        assert shared(first, told, width=5) < 0.1
        assert one.words["a"] not in news(other, chance, "test")
        assert not any("{" in paragraph or "QUOTE" in paragraph for paragraph in (*first, *second))


@pytest.mark.parametrize(
    ("phrase", "part", "form", "expected"),
    [
        ("say", "verbs", "past", "said"),
        ("carry", "verbs", "past", "carried"),
        ("agree to", "verbs", "ing", "agreeing to"),
        ("take", "verbs", "participle", "taken"),
        ("press", "verbs", "s", "presses"),
        ("state of affairs", "nouns", "s", "states of affairs"),
        ("party", "nouns", "s", "parties"),
        ("talks", "nouns", "s", "talks"),
        ("new", "adjectives", "", "new"),
    ],
)
def test_words_are_inflected(phrase: str, part: str, form: str, expected: str) -> None:
    """Regular and irregular forms, of the word in a phrase that bears them."""
    assert inflected(phrase, part, form) == expected  # type: ignore[arg-type]


def test_swaps_keep_form_and_capital() -> None:
    """A past tense gives past tenses, a capital a capital, and an unknown word itself."""
    book = thesaurus()
    assert len(book.readings) > 1000
    assert {book.swap("Announced", Random(seed), sense="right") for seed in range(9)} <= {"Made known", "Declared"}
    assert book.swap("Zzyzx", Random(1)) == "Zzyzx"
    assert {book.swap("support", Random(seed), before="to", sense="right") for seed in range(9)} == {
        "back",
        "stand behind",
    }


def test_no_word_stands_for_itself() -> None:
    """Every word of the thesaurus has others to stand for it, none of them itself."""
    for readings in thesaurus().readings.values():
        for reading in readings:
            assert len({*reading.right, *reading.other}) == len(reading.right) + len(reading.other)


def test_edges_and_families_are_sound(collections: tuple[Collection, ...]) -> None:
    """Edges join documents of the collection, of every sort there is one, and families partition the documents."""
    for one in collections:
        ids = [each.id for each in one.documents]
        assert len(set(ids)) == len(ids)
        assert {edge.child for edge in one.edges} | {edge.parent for edge in one.edges} <= set(ids)
        assert {edge.made for edge in one.edges} == set(MADE)
        assert all(edge.kind == KINDS[edge.made] and edge.child != edge.parent for edge in one.edges)
        assert set(one.families) == set(ids)
        assert set(one.families.values()) <= set(ids)
        for edge in one.edges:
            if edge.made not in {"merge", "readout"}:
                assert one.families[edge.child] == one.families[edge.parent]
            elif edge.made == "readout":
                assert one.families[edge.child] == edge.child
        assert not {frozenset(pair[:2]) for pair in one.apart} & {frozenset((e.child, e.parent)) for e in one.edges}


def test_children_are_younger(collections: tuple[Collection, ...]) -> None:
    """A child is written after its parent, and no stated time says otherwise."""
    stated = 0
    for one in collections:
        documents = {each.id: each for each in one.documents}
        for edge in one.edges:
            assert one.order[edge.parent] < one.order[edge.child]
            child, parent = documents[edge.child].published, documents[edge.parent].published
            if child and parent:
                stated += 1
                later, earlier = PartialDate(child), PartialDate(parent)
                assert later.compatible(earlier) or earlier.not_after(later)
            if edge.made == "update":
                assert documents[edge.child].outlet == documents[edge.parent].outlet
    assert stated


def test_texts_arrive_with_what_sites_put_around_them(collections: tuple[Collection, ...]) -> None:
    """Some documents have furniture, some a dateline, some state no time, and ids tell nothing of how they came to be."""
    documents = [each for one in collections for each in one.documents]
    assert any("newsletter" in each.text for each in documents)
    assert any(f"({each.outlet})" in each.text for each in documents)
    assert {each.published is None for each in documents} == {True, False}
    assert {len(each.published) for each in documents if each.published} == {10, 20}
    children = [int(edge.child[-2:]) for one in collections for edge in one.edges]
    assert min(children) < 3


def test_look_alikes_are_no_copies(texts: tuple[Parent, ...], collections: tuple[Collection, ...]) -> None:
    """Texts that meet share next to no wording; accounts of one event share names and quotations."""
    for plan in plans([one for one in texts if one.part == "dev"], 3, Random(1)):
        chosen = (*plan.stories, *plan.others)
        assert len({one.name for one in chosen}) == len(chosen)
        assert all(shared(one.body, other.body, width=5) < 0.12 for one in chosen for other in chosen if one != other)
    assert all(any(why == "own accounts" for *_, why in one.apart) for one in collections)


def small() -> Collection:
    """A story, its copy, a copy of the copy, an abridgement, and a story of its own; in the order of writing."""
    ids = ("story", "copy", "again", "short", "other")
    documents = tuple(Document(one, "c", one, one, None, one) for one in ids)
    edges = (
        Edge("again", "copy", "copy", "copy"),
        Edge("copy", "story", "copy", "copy"),
        Edge("short", "story", "abridgement", "abridgement"),
    )
    families = dict.fromkeys(ids, "story") | {"other": "other"}
    order = {one: rank for rank, one in enumerate(ids)}
    return Collection("c", documents, edges, families, order, (("other", "story", "one event"),), ())


def f1_of(result: Result, made: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of a row."""
    row = next(row for row in result.rows if row.made == made)
    return row.precision, row.recall, round(row.f1.value, 3)


def test_scores_by_hand() -> None:
    """Found, missed, indirect and wrong pairs give the figures that a reader counts."""
    edges = (
        Found("copy", "story", "copy"),  # right
        Found("story", "short", "rewrite"),  # found, the other way round, of another kind
        Found("again", "story"),  # indirect
        Found("short", "other"),  # wrong; the other is the younger, and nobody's child
    )
    result = score("by hand", [small()], {"c": Answer(edges)})
    assert f1_of(result, "copy") == (1, 0.5, 0.667)
    assert f1_of(result, "abridgement") == (1, 1, 1)
    assert f1_of(result, "all") == (2 / 3, 2 / 3, 0.667)
    assert result.strict.value == pytest.approx(4 / 7)
    assert (result.direction.value, result.direction.n) == (0.5, 2)
    assert result.kind is not None
    assert result.kind.value == 0.5
    assert result.indirect == 1
    assert result.linked["one event"] == (0, 1)
    assert result.families.value == pytest.approx(2 * 0.68 / 1.68)  # one family of five: precision (4 * .8 + .2) / 5


def test_a_wrong_pair_counts_against_the_younger() -> None:
    """A wrong pair lowers the precision of the way in which its younger document was made."""
    one = small()
    younger = replace(one, order={**one.order, "short": 9})
    result = score("wrong", [younger], {"c": Answer((Found("short", "other"), Found("other", "story")))})
    assert f1_of(result, "abridgement") == (0, 0, 0)
    assert f1_of(result, "all") == (0, 0, 0)
    assert result.linked["one event"] == (1, 1)
    assert result.direction.n == 0


def test_perfect_edges_score_one(collections: tuple[Collection, ...]) -> None:
    """The gold itself gets 1.0 everywhere, and joins no look-alikes; silence gets 0 and families of one."""
    gold = {
        one.name: Answer(tuple(Found(edge.child, edge.parent, edge.kind) for edge in one.edges), {**one.families})
        for one in collections
    }
    result = score("gold", collections, gold)
    scores = [*(row.f1 for row in result.rows), result.strict, result.direction, result.families, result.rand]
    assert {(one.value, one.low, one.high) for one in scores} == {(1, 1, 1)}
    assert result.kind is not None
    assert result.kind.value == 1
    assert all(linked == 0 for linked, _ in result.linked.values())
    assert result.indirect == 0
    assert edge_f1(collections, gold) == 1
    silent = score("silence", collections, {})
    assert silent.rows[-1].f1.value == 0
    assert 0 < silent.families.value < 1


def test_edges_make_families() -> None:
    """Whatever edges join is one family, named for its first member."""
    assert components("abcd", [Found("b", "a"), Found("c", "b")]) == {"a": "a", "b": "a", "c": "a", "d": "d"}


def test_predictions_of_others_are_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is exported can be predicted from and scored: the gold's edges, handed in, are all right."""
    folder, arguments = tmp_path / "made", ["--data", "", "--pairs", "14", "--method", "none"]
    main([*arguments, "--export", str(folder)])
    documents = [json.loads(line) for line in (folder / "documents.jsonl").read_text("utf-8").splitlines()]
    assert set(documents[0]) == {"id", "collection", "title", "outlet", "published", "text"}
    capsys.readouterr()
    edges, page = folder / "edges.jsonl", tmp_path / "page.md"
    main([*arguments, "--predicted", str(edges), "--json", "--write", str(page)])
    shown = json.loads(capsys.readouterr().out)
    assert shown["results"][0]["method"] == "edges"
    assert {row["f1"]["value"] for row in shown["results"][0]["rows"]} == {1}
    assert shown["setting"]["digest"] in page.read_text("utf-8")


@pytest.mark.parametrize(
    "line", ["no JSON", '["a", "b"]', '{"child": "a"}', '{"child": "story", "parent": "story"}',
             '{"child": "copy", "parent": "elsewhere"}', '{"child": "copy", "parent": "story", "kind": "theft"}'],
)  # fmt: skip
def test_a_bad_prediction_is_refused(tmp_path: Path, line: str) -> None:
    """A line that is no edge between two documents is named by its number."""
    file = tmp_path / "predicted.jsonl"
    file.write_text('{"child": "copy", "parent": "story", "directed": false}\n' + line, encoding="utf-8")
    with pytest.raises(exchange.BadPredictionError, match="line 2"):
        exchange.read(file, [small()])


def test_the_page_has_a_row_for_each_way(collections: tuple[Collection, ...]) -> None:
    """Table and page show every way of making, every method, and what is absent."""
    result = score("nobody", collections, {})
    setting = Setting("test", 7, 56, 4, 90, "the project’s own texts", digest(collections))
    outcome = Outcome(setting, (result, replace(result, method="somebody")), (), ("tfidf: not here.",))
    lines = markdown(outcome).splitlines()
    assert {line.count("|") for line in lines if line.startswith(tuple(f"| {made} " for made in MADE))} == {5}
    for shown in (markdown(outcome), table(outcome)):
        assert all(word in shown for word in (*MADE, "nobody", "somebody", "tfidf: not here.", setting.digest))


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The baselines say which library they lack."""
    monkeypatch.setattr("bench.derivation.methods.find_spec", lambda _name: None)
    for method, library in (("minhash", "datasketch"), ("tfidf", "sklearn")):
        with pytest.raises(MissingLibraryError, match=library):
            METHODS[method]((), ())


def test_memcon_finds_a_copy(texts: tuple[Parent, ...]) -> None:
    """A record made as a user would make it answers in the benchmark's ids."""
    text = "\n\n".join(texts[0].body)
    documents = (
        Document("a", "c", "First", "Halden Wire", "2031-05-16T10:00:00Z", text),
        Document("b", "c", "Second", "Quay Post", "2031-05-16T12:00:00Z", text + "\n\nFollow Quay Post on WhatsApp."),
        Document("c", "c", "Third", "Verity Echo", None, "\n\n".join(texts[-1].body)),
    )
    every, certain = traced(documents, language.load())
    assert [(one.child, one.parent, one.kind, one.directed) for one in certain.edges] == [("b", "a", "copy", True)]
    assert every.families is not None
    assert every.families["a"] == every.families["b"] != every.families["c"]


def test_a_collection_depends_on_its_name_alone(texts: tuple[Parent, ...]) -> None:
    """The same plan and chance give the same collection, documents shuffled."""
    plan = next(plans([one for one in texts if one.part == "dev"], 1, Random(1)))
    one, again = (collect(plan, "c", Random(5), ["A headline"], "dev") for _ in range(2))
    assert one == again
    assert plain(" “a”\n b ") == '"a" b'
    assert shingles(["a b c"], 2) == {("a", "b"), ("b", "c")}


@pytest.fixture(scope="module")
def many() -> Crowd:
    """A crowd with every way in it."""
    return crowd(200, 7)


def test_a_crowd_is_known(many: Crowd) -> None:
    """One report in five is derived, copies mostly, from an earlier report that shares its story; texts are as said."""
    assert len(many.documents) == len(many.annotations) == 200
    assert len(many.made) == 40
    assert set(many.made.values()) == set(WAYS)
    assert sum(way in COPIES for way in many.made.values()) > 20
    assert not any(map(many.apart, many.made))
    assert len(set(many.stories.values())) == 160
    originals = {one for one in many.documents if not any(one in pair for pair in many.made)}
    assert all(140 < len(many.documents[one].text.split()) < 470 for one in originals)
    assert all(many.annotations[one].sentences for one in many.documents)


def test_ways_leave_what_they_promise(many: Crowd) -> None:
    """A near copy shares most of its runs of five words with its parent, a spun report hardly any."""
    left: dict[str, list[float]] = {way: [] for way in WAYS}
    for (one, other), way in many.made.items():
        left[way].append(shared([many.documents[one].text], [many.documents[other].text], width=5))
    assert min(left["near copy"]) > 0.5
    assert max(left["spun"]) < 0.2


def test_crowds_share_names_and_no_more(many: Crowd) -> None:
    """A few dozen names stand in all reports, yet hardly a run of five words of two stories is the same."""
    one, other = (next(name for name, story in many.stories.items() if story == number) for number in (0, 5))
    assert shared([many.documents[one].text], [many.documents[other].text], width=5) < 0.1
    assert sum("Varnholt" in each.text for each in many.documents.values()) > 20


def test_a_crowd_is_a_function_of_its_seed(many: Crowd) -> None:
    """The same seed makes the same; without some ways, the rest is as it was."""
    assert crowd(200, 7) == many
    copies = crowd(200, 7, ways=COPIES)
    assert copies.documents.items() <= many.documents.items()
    assert copies.made == {pair: way for pair, way in many.made.items() if way in COPIES}


def test_growth_is_measured() -> None:
    """Every copy is found at a small size, nothing is wrong, and all the work is timed."""
    made = run("memcon", 100, 7)
    assert (made.documents, set(made.seconds)) == (100, {"fingerprint", "compare", "derive", "families"})
    assert {way: made.found[way] for way in COPIES} == {way: made.known[way] for way in COPIES}
    assert (made.wrong, made.mixed) == (0, 0)
    assert made.one_more is not None
    assert made.peak >= made.before > 0


def test_each_size_is_a_process() -> None:
    """Sizes are measured one by one, in their order, and shown in a table with an exponent."""
    runs = tuple(grown("memcon, copies", (40, 80), 7, step=lambda _: nullcontext()))
    assert [one.size for one in runs] == [40, 80]
    outcome = Outcome(Setting("test", 7, 0, 0, 0, "nothing", ""), (), (), (), runs)
    for shown in (markdown(outcome), table(outcome)):
        assert all(word in shown for word in ("memcon, copies", "exponent", "derive", "found, near copy", "wrong"))
        assert "found, spun" not in shown


def test_growth_without_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The baseline says which library it lacks before it starts anything."""
    monkeypatch.setattr("bench.derivation.methods.find_spec", lambda _name: None)
    with pytest.raises(MissingLibraryError, match="datasketch"):
        next(grown("MinHash-LSH, copies", (10,), 7, step=lambda _: nullcontext()))
