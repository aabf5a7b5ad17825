"""Run every benchmark on what it writes itself."""

from tests.benchmarks import events, exporters, expressions, merging

for benchmark in (expressions, events, merging, exporters):
    benchmark.main()
