"""Run every benchmark on text written here."""

import sys

from tests.benchmarks import expressions, pipeline

sys.exit(max(expressions.main(), pipeline.main()))
