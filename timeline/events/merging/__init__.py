"""Mentions in, events out: profile → candidates → conflicts, likeness → clusters → dating, headline, compose → merge.

`voices` tells near-duplicate articles, `previous` and `changes` hold a timeline against an earlier one.
"""
