"""A benchmark of who copied, cut, rewrote, spun or translated whom, since none exists.

    python -m bench.derivation --data DIR        makes the collections, runs every method, shows a table

    sources          clean parent texts             thesaurus        words for words, inflected
    spinning         as a synonym spinner does      translating      as a back-translation leaves a text
    shaping          copies, cuts, new orders, merges, pasted readouts, updates
    reporter         accounts of our own            dress            pages as they arrive
    plan, collection documents, edges, families     scoring          edges and families, right and wrong
    methods          memcon, MinHash-LSH, TF-IDF    public           two public collections with the same measures
    exchange         files for other methods        page             the results
    crowd            very many short reports        growth           how tracing grows with them

Everything is a function of the seed, the data and the version: the same bytes on every machine.
README.md tells how labels are made, and how another method is scored.
"""
