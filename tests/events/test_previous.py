"""How a timeline follows an earlier one: ids, sequence, modified, and what is gone."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mentions import article, cases, mention

from schemas import Timeline
from timeline.events.merging.merge import merge
from timeline.events.merging.previous import GONE, revise


def timeline(events, articles):
    return Timeline(title="t", articles=tuple(articles), events=tuple(merge(events, articles)))


def only(revised):
    assert len(revised.events) == 1, [(event.title, event.status) for event in revised.events]
    return revised.events[0]


A, B, C = article("a", "2023-03-01"), article("b", "2023-03-20"), article("c", "2023-04-25")
RUN = {"type": "competition", "status": "scheduled"}
FIRST = timeline([mention("2023滨江马拉松", "2023-04-16", article="a", **RUN)], [A])


def test_what_did_not_change_keeps_id_sequence_and_modified():
    again = timeline(
        [mention("2023滨江马拉松", "2023-04-16", article=name, **RUN) for name in "ab"],
        [A, B],
    )
    event = only(revise(again, FIRST))
    assert (event.id, event.sequence, event.modified) == (FIRST.events[0].id, 0, A.published)
    assert len(event.evidence) == 2


def test_a_postponement_raises_the_sequence_and_modified():
    later = timeline(
        [
            mention("2023滨江马拉松", "2023-04-16", article="a", **RUN),
            mention("2023滨江马拉松延期", "2023-05-21", article="b", type="competition", status="postponed"),
        ],
        [A, B],
    )
    event = only(revise(later, FIRST))
    assert (event.id, event.sequence, event.modified) == (FIRST.events[0].id, 1, B.published)
    assert (event.edtf, event.status) == ("2023-05-21", "postponed")


def test_a_cancellation_raises_them_too():
    later = timeline(
        [
            mention("2023滨江马拉松", "2023-04-16", article="a", **RUN),
            mention("2023滨江马拉松取消", "2023-04-16", article="b", type="competition", status="cancelled"),
        ],
        [A, B],
    )
    event = only(revise(later, FIRST))
    assert (event.id, event.sequence, event.status) == (FIRST.events[0].id, 1, "cancelled")


def test_a_better_title_changes_modified_alone():
    later = timeline(
        [mention("2023滨江马拉松", "2023-04-16", article="a", **RUN)],
        [A, B],
    )
    old = FIRST.model_copy(update={"events": (FIRST.events[0].model_copy(update={"title": "马拉松"}),)})
    event = only(revise(later, old))
    assert (event.title, event.sequence) == ("2023滨江马拉松", 0)
    assert event.modified > A.published


def test_another_earliest_article_does_not_change_the_id():
    earlier = article("z", "2023-02-01")
    later = timeline(
        [mention("2023滨江马拉松", "2023-04-16", article=name, **RUN) for name in "az"],
        [A, earlier],
    )
    assert later.events[0].id != FIRST.events[0].id
    assert only(revise(later, FIRST)).id == FIRST.events[0].id


def test_the_same_event_told_by_other_articles_alone_is_known_by_its_likeness():
    later = timeline([mention("滨江马拉松2023举行", "2023-04-16", article="b", type="competition")], [B])
    event = only(revise(later, FIRST))
    assert (event.id, event.sequence) == (FIRST.events[0].id, 1)


def test_what_is_gone_is_cancelled_for_thirty_days_of_publication_time():
    other = mention("临江氢能产业联盟成立", "2023-03-19", article="b", type="founding")
    gone = revise(timeline([other], [B]), FIRST)
    tombstone = next(event for event in gone.events if event.id == FIRST.events[0].id)
    assert (tombstone.status, tombstone.sequence, tombstone.modified) == ("cancelled", 1, B.published)
    assert GONE in tombstone.explanations
    assert {metadata.id for metadata in gone.articles} == {A.id, B.id}
    soon = revise(timeline([other], [B, article("d", "2023-04-19")]), gone)
    assert tombstone in soon.events
    late = revise(timeline([other], [B, C]), soon)
    assert tombstone.id not in {event.id for event in late.events}


def test_what_comes_back_is_no_longer_cancelled():
    other = mention("临江氢能产业联盟成立", "2023-03-19", article="b", type="founding")
    run = mention("2023滨江马拉松", "2023-04-16", article="a", **RUN)
    gone = revise(timeline([other], [B]), FIRST)
    back = revise(timeline([other, run], [A, B]), gone)
    event = next(event for event in back.events if event.id == FIRST.events[0].id)
    assert (event.status, event.sequence, GONE in event.explanations) == ("scheduled", 2, False)
    assert event.modified > B.published


def test_the_link_to_the_whole_follows_its_id():
    whole = mention("2023南湾数字生态大会", "2023-09-01/2023-09-03", article="a")
    part = mention("2023南湾数字生态大会闭幕式", "2023-09-03", article="b", type="ceremony", part_of="南湾数字生态大会")
    old = timeline([whole], [A])
    earlier = mention("2023南湾数字生态大会", "2023-09-01/2023-09-03", article="z")
    new = revise(timeline([whole, part, earlier], [A, B, article("z", "2023-02-01")]), old)
    assert [event.part_of.id for event in new.events if event.part_of] == [old.events[0].id]


def test_without_articles_nothing_is_new_and_nothing_crashes():
    empty = Timeline(title="t")
    assert revise(empty, empty) == empty
    assert only(revise(empty, FIRST)).status == "cancelled"
    assert only(revise(FIRST, empty)).modified == datetime.fromisoformat("2023-03-01T08:00:00+08:00")


def _pool():
    sides = [case[side] for case in cases("merge_pairs.jsonl") for side in ("one", "other")]
    return [mention(**{**side, "article": "abc"[place % 3], "at": place * 50}) for place, side in enumerate(sides)]


POOL = _pool()


@settings(deadline=None, max_examples=40)
@given(st.sets(st.sampled_from(range(len(POOL)))), st.sets(st.sampled_from(range(len(POOL)))))
def test_each_id_once_each_old_event_accounted_for_and_a_second_revision_changes_nothing(before, after):
    articles = [A, B, C]
    old = revise(timeline([POOL[place] for place in sorted(before)], articles), Timeline(title="t"))
    new = timeline([POOL[place] for place in sorted(after)], articles)
    revised = revise(new, old)
    ids = [event.id for event in revised.events]
    assert len(ids) == len(set(ids))
    assert {event.id for event in old.events} <= set(ids)
    assert len(ids) >= len(new.events)
    assert revise(revised, revised) == revised
    again = revise(new, revised)
    assert [(event.id, event.sequence, event.modified) for event in again.events] == [
        (event.id, event.sequence, event.modified) for event in revised.events
    ]
    known = {event.id: event for event in old.events}
    for event in revised.events:
        if event.id in known:
            same = (event.begin, event.until, event.status, event.places[:1]) == (
                known[event.id].begin,
                known[event.id].until,
                known[event.id].status,
                known[event.id].places[:1],
            )
            assert event.sequence == known[event.id].sequence + (not same)


@pytest.mark.parametrize("name", ["id", "evidence"])
def test_a_timeline_follows_itself(name):
    assert only(revise(FIRST, FIRST)).model_copy(update={"modified": None}) == FIRST.events[0]
