"""Mentions in, events out: merge.py tells the story.

A mention becomes a `profile` (its title's pairs, works, numbers, names, and its `spans` of time, with the `other_names`
of events spelt out). `candidates` says which are worth comparing, `conflicts` and `likeness` whether two are one event,
`clusters` joins them, `compose` makes one event of a cluster (`dating` its date, `headline` its title), and `belonging`
links parts to wholes. `voices` knows near-duplicate articles; `previous` and `changes` hold a timeline against an
earlier one. The words that all this goes by are tables in ``timeline/events/data``.
"""
