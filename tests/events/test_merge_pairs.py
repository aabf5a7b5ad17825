"""Which two mentions are one event: the cases of merge_pairs.jsonl."""

import pytest
from mentions import article, cases, mention

from timeline.events.merging.merge import merge


@pytest.mark.parametrize("case", cases("merge_pairs.jsonl"), ids=lambda case: case["name"])
def test_pair(case):
    one = mention(**{"article": "a"} | case["one"])
    other = mention(**{"article": "b"} | case["other"])
    merged = merge([one, other], [article("a"), article("b", "2022-09-04")])
    assert len(merged) == (1 if case["same"] else 2), [event.explanations for event in merged]
    assert {evidence.article for event in merged for evidence in event.evidence} == {
        evidence.article for event in (one, other) for evidence in event.evidence
    }
