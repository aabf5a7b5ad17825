"""The examples in the documentation of merging hold."""

import doctest

import pytest

from timeline.events import identity
from timeline.events.merging import quantities, short_forms


@pytest.mark.parametrize("module", [identity, quantities, short_forms], ids=lambda module: module.__name__)
def test_examples(module):
    tried = doctest.testmod(module)
    assert tried.attempted
    assert not tried.failed
