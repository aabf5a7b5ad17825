"""Run every benchmark on what it writes itself."""

from tests.benchmarks import events, exporters, expressions, merging, reading

for benchmark in (reading, expressions, events, merging, exporters):
    benchmark.main()
