"""What becomes of the mentions of one event, and that no order of arrival changes it."""

import subprocess
import sys
import time
from datetime import date, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from mentions import article, article_id, cases, mention

from schemas import order_of
from timeline.events.identity import event_id
from timeline.events.merging.merge import merge

PLAN = "《临江市促进氢能产业发展若干措施》发布"


def one(events, articles):
    merged = merge(events, articles)
    assert len(merged) == 1, [event.title for event in merged]
    return merged[0]


def test_all_evidence_the_earliest_published_first_and_its_id():
    events = [
        mention("滨江低空经济峰会", "2023-06-12", article="late"),
        mention("滨江低空经济峰会举行", "2023-06-12", article="early", at=40),
        mention("滨江低空经济峰会", "2023-06-12", article="early", at=7),
    ]
    merged = one(events, [article("late", "2023-06-14"), article("early", "2023-06-13")])
    assert [(evidence.article, evidence.start_char) for evidence in merged.evidence] == [
        (article_id("early"), 7),
        (article_id("early"), 40),
        (article_id("late"), 0),
    ]
    assert merged.id == events[2].id


def test_the_most_exact_date_leads_and_a_coarser_one_is_no_disagreement():
    events = [
        mention("滨江低空经济峰会", "2023-06", article="a"),
        mention("滨江低空经济峰会", "2023-06", article="b"),
        mention("滨江低空经济峰会", "2023-06-12", article="c"),
    ]
    merged = one(events, [article(name) for name in "abc"])
    assert (merged.begin, merged.until, merged.granularity, merged.edtf) == (
        date(2023, 6, 12),
        date(2023, 6, 13),
        "day",
        "2023-06-12",
    )
    assert merged.other_dates == ()


def test_a_range_of_days_leads_over_its_first_day():
    events = [
        mention("2023南湾数字生态大会", "2023-09-01", article="a"),
        mention("2023南湾数字生态大会", "2023-09-01/2023-09-03", article="b"),
    ]
    merged = one(events, [article("a"), article("b")])
    assert (merged.edtf, merged.other_dates) == ("2023-09-01/2023-09-03", ())


def test_a_day_leads_over_a_range_of_years_that_names_an_edition():
    heading = mention("云桥工程奖揭晓", "2022-01-01/2023-12-31", type="award", quote="云桥工程奖揭晓", suffix="\n")
    heading = heading.model_copy(update={"granularity": "year"})
    told = mention("云桥工程奖在海西揭晓", "2023-12-10", at=8, type="award")
    merged = one([heading, told], [article("a")])
    assert (str(merged.begin), merged.other_dates) == ("2023-12-10", ())


def test_articles_of_one_text_are_one_voice_and_the_other_date_is_kept():
    """June by one article, July by two of one text, both by a fourth: two voices each, and June was told last."""
    told = [("a", "2023-06"), ("b", "2023-07"), ("b2", "2023-07"), ("c", "2023-06"), ("c", "2023-07")]
    events = [
        mention(PLAN, when, article=name, type="publication", at=place) for place, (name, when) in enumerate(told)
    ]
    articles = [
        article("a", "2023-09-03"),
        article("b", "2023-07-28", voice="b"),
        article("b2", "2023-07-29", voice="b"),
        article("c", "2023-08-26"),
    ]
    merged = one(events, articles)
    assert merged.edtf == "2023-06"
    assert [(other.edtf, other.reason) for other in merged.other_dates] == [("2023-07", "disagreement")]
    assert {evidence.article for evidence in merged.other_dates[0].evidence} == {
        article_id(name) for name in ("b", "b2", "c")
    }
    assert "articles disagree on the date" in merged.doubts
    assert len(merged.evidence) == 5


def test_without_the_voice_the_two_copies_would_win():
    told = [("a", "2023-06"), ("b", "2023-07"), ("b2", "2023-07")]
    events = [mention(PLAN, when, article=name, type="publication") for name, when in told]
    assert one(events, [article(name) for name in ("a", "b", "b2")]).edtf == "2023-07"


def test_of_two_dates_with_equal_voices_the_more_exact_leads_then_the_later_published():
    day_and_month = [
        mention(PLAN, "2023-06", article="late", type="publication"),
        mention(PLAN, "2023-07-03", article="early", type="publication"),
    ]
    articles = [article("early", "2023-07-05"), article("late", "2023-09-01")]
    assert one(day_and_month, articles).edtf == "2023-07-03"
    two_months = [
        mention(PLAN, "2023-06", article="late", type="publication"),
        mention(PLAN, "2023-07", article="early", type="publication"),
    ]
    assert one(two_months, articles).edtf == "2023-06"


def test_a_postponed_event_takes_the_new_date_and_keeps_the_old():
    events = [
        mention("2023滨江马拉松", "2023-04-16", article="a", type="competition", status="scheduled"),
        mention("2023滨江马拉松", "2023-04-16", article="b", type="competition", status="scheduled"),
        mention(
            "2023滨江马拉松延期举行",
            "2023-05-21",
            article="c",
            type="competition",
            status="postponed",
            postponed_from="2023-04-16",
        ),
    ]
    articles = [article("a", "2023-03-01"), article("b", "2023-03-05"), article("c", "2023-04-10")]
    merged = one(events, articles)
    assert (merged.edtf, merged.status) == ("2023-05-21", "postponed")
    assert [(other.edtf, other.reason, len(other.evidence)) for other in merged.other_dates] == [
        ("2023-04-16", "postponed", 3)
    ]


def test_a_postponement_without_the_old_date_finds_it_in_the_older_article():
    events = [
        mention("2023滨江马拉松", "2023-04-16", article="a", type="competition", status="scheduled"),
        mention("2023滨江马拉松", "2023-05-21", article="b", type="competition", status="postponed"),
    ]
    merged = one(events, [article("a", "2023-03-01"), article("b", "2023-04-10")])
    assert (merged.edtf, merged.other_dates[0].edtf, merged.other_dates[0].reason) == (
        "2023-05-21",
        "2023-04-16",
        "postponed",
    )


def test_the_latest_published_tells_the_status():
    events = [
        mention("2023滨江马拉松", "2023-04-16", article="late", type="competition", status="cancelled"),
        mention("2023滨江马拉松", "2023-04-16", article="early", type="competition", status="scheduled"),
    ]
    assert one(events, [article("late", "2023-04-10"), article("early", "2023-03-01")]).status == "cancelled"


def test_places_participants_figures_and_names_are_joined():
    events = [
        mention(
            "滨江低空经济峰会",
            "2023-06-12",
            article="a",
            places=["临江会展中心"],
            hosts=["临江市政府"],
            aliases=["低空峰会"],
        ),
        mention(
            "滨江低空经济峰会", "2023-06-12", article="b", places=["临江", "滨江厅"], hosts=["临江市政府", "省交通厅"]
        ),
    ]
    merged = one(events, [article("a", "2023-06-12"), article("b", "2023-06-13")])
    assert [place.name for place in merged.places] == ["临江会展中心", "滨江厅"]
    assert [who.name for who in merged.participants] == ["临江市政府", "省交通厅"]
    assert merged.aliases == ("低空峰会",)


def test_the_title_that_names_the_event_leads():
    events = [
        mention("氢能产业联盟成立", "2023-05-10", article="a", type="founding"),
        mention("“临江氢能产业联盟”成立", "2023-05-10", article="b", type="founding"),
    ]
    assert one(events, [article("a"), article("b")]).title == "“临江氢能产业联盟”成立"


def test_the_heading_that_an_editor_wrote_leads_over_the_sentence_under_it():
    heading = mention("青岭铁路全线开通", "2022-06-03", quote="青岭铁路今天全线开通", suffix="\n", type="launch")
    told = mention("青岭铁路云桥至石湖段建成通车", "2022-06-03", at=11, type="construction")
    merged = one([told, heading], [article("a")])
    assert merged.title == "青岭铁路全线开通"
    assert len(merged.evidence) == 2


def test_a_heading_leads_neither_over_a_figure_nor_over_a_name_with_its_year():
    heading = mention(
        "海西造船产量超300万载重吨", "2022-05", suffix="\n", type="statistic", quote="5月海西造船产量超300万载重吨"
    )
    told = mention("海西造船产量达312.5万载重吨", "2022-05", at=9, type="statistic")
    assert one([heading, told], [article("a")]).title == told.title
    heading = mention("云桥读书节主场活动在石湖举行", "2022", suffix="\n", quote="2022年云桥读书节主场活动在石湖举行")
    told = mention("2022年云桥读书节主场活动在海西石湖举行", "2022-06-03", at=20)
    assert one([heading, told], [article("a")]).title == told.title


def test_says_why_mentions_were_merged():
    events = [mention(PLAN, "2023-06", article=name, type="publication") for name in "ab"]
    merged = one(events, [article("a", "2023-07-01"), article("b", "2023-07-02")])
    assert [row.reason for row in merged.explanations if row.field == "merge"] == [
        f"{PLAN} (a.md) = {PLAN} (b.md): same title"
    ]


def test_the_part_finds_its_whole():
    whole = mention("2023南湾数字生态大会", "2023-09-01/2023-09-03", article="a")
    part = mention("2023南湾数字生态大会闭幕式", "2023-09-03", article="b", type="ceremony", part_of="南湾数字生态大会")
    merged = merge([part, whole], [article("a"), article("b")])
    assert [event.part_of.id for event in merged if event.part_of] == [whole.id]


def test_ids_stay_unique_when_two_events_of_a_sentence_were_given_one():
    events = [mention("甲计划发布", "2023-09-01"), mention("乙联盟成立", "2023-09-01")]
    merged = merge([event.model_copy(update={"id": event_id("x", 0, 1)}) for event in events], [article("a")])
    assert len({event.id for event in merged}) == 2


def test_a_month_that_two_days_share_does_not_join_them():
    events = [
        mention("临江港务集团安全例会", "2023-06-05", article="a"),
        mention("临江港务集团安全例会", "2023-06-19", article="b"),
        mention("临江港务集团安全例会", "2023-06", article="c"),
    ]
    merged = merge(events, [article(name) for name in "abc"])
    assert sorted(event.edtf for event in merged) == ["2023-06-05", "2023-06-19"]


def _pool():
    """Mentions of many cases, in three articles, among them conflicts, near-misses and disagreements."""
    sides = [case[side] for case in cases("merge_pairs.jsonl") for side in ("one", "other")]
    return [mention(**{**side, "article": "abc"[place % 3], "at": place * 50}) for place, side in enumerate(sides)]


POOL = _pool()
ARTICLES = [article("a", "2023-09-01"), article("b", "2023-09-02", voice="b"), article("c", "2023-09-02", voice="b")]


@settings(deadline=None, max_examples=60)
@given(st.permutations(POOL), st.permutations(ARTICLES), st.integers(0, len(POOL)))
def test_no_order_of_events_or_articles_changes_the_result(events, articles, count):
    some = [event for event in events if POOL.index(event) < count]
    expected = merge(POOL[:count], ARTICLES)
    assert merge(some, articles) == expected
    assert expected == sorted(expected, key=order_of)


@settings(deadline=None, max_examples=60)
@given(st.sets(st.sampled_from(range(len(POOL)))))
def test_nothing_is_lost_and_nothing_is_told_twice(chosen):
    given_events = [POOL[place] for place in sorted(chosen)]
    merged = merge(given_events, ARTICLES)
    cited = [(evidence.article, evidence.start_char) for event in merged for evidence in event.evidence]
    assert sorted(cited) == sorted((event.evidence[0].article, event.evidence[0].start_char) for event in given_events)
    assert {event.id for event in merged} <= {event.id for event in given_events}


def test_times_of_day_are_parts_of_their_day():
    events = [
        mention("滨江低空经济峰会", "2023-06-12", article="a"),
        mention("滨江低空经济峰会", "2023-06-12T14:00", article="b"),
    ]
    assert one(events, [article("a"), article("b")]).begin == datetime(2023, 6, 12, 14)


def test_days_of_a_range_are_days_of_one_event():
    events = [
        mention("2023南湾数字生态大会", "2023-09-01", article="a"),
        mention("2023南湾数字生态大会", "2023-09-03", article="a", at=60),
        mention("2023南湾数字生态大会", "2023-09-01/2023-09-03", article="b"),
    ]
    merged = one(events, [article("a"), article("b")])
    assert (merged.edtf, merged.other_dates) == ("2023-09-01/2023-09-03", ())


def test_names_that_differ_in_the_width_of_their_brackets_are_one():
    events = [
        mention(
            "滨江低空经济峰会", "2023-06-12", article="a", hosts=["滨江（集团）有限公司"], places=["会展中心（北）"]
        ),
        mention("滨江低空经济峰会", "2023-06-12", article="b", hosts=["滨江(集团)有限公司"], places=["会展中心(北)"]),
    ]
    merged = one(events, [article("a", "2023-06-12"), article("b", "2023-06-13")])
    assert [who.name for who in merged.participants] == ["滨江（集团）有限公司"]
    assert [place.name for place in merged.places] == ["会展中心（北）"]


def test_thousands_of_copies_take_no_square_of_time():
    events = [
        mention("临江氢能产业创新联盟成立", "2023-05-10", article=f"{place}", type="founding") for place in range(3000)
    ]
    events += [
        mention("临江氢能产业创新联盟成立大会", f"2023-05-{place % 28 + 1:02d}", at=place) for place in range(3000)
    ]
    begun = time.process_time()
    merged = merge(events, [article(f"{place}") for place in range(3000)])
    assert time.process_time() - begun < 20
    assert max(len(event.evidence) for event in merged) >= 3000


def test_a_date_told_twice_against_the_leading_one_is_told_once_and_as_exactly_as_known():
    events = [
        mention("2023滨江马拉松", "2023-04-16", article="a", type="competition", status="scheduled"),
        mention("2023滨江马拉松", "2023-04-16T07:30", article="b", type="competition", status="scheduled"),
        mention("2023滨江马拉松改期", "2023-05-21", article="c", type="competition", status="postponed"),
    ]
    merged = one(events, [article("a", "2023-03-01"), article("b", "2023-03-05"), article("c", "2023-04-10")])
    assert [(other.edtf, other.reason, len(other.evidence)) for other in merged.other_dates] == [
        ("2023-04-16T07:30", "postponed", 2)
    ]


def test_no_hash_seed_changes_the_result():
    script = (
        "import hashlib, test_merge as t\n"
        "merged = t.merge(t.POOL, t.ARTICLES)\n"
        "print(hashlib.sha256('\\n'.join(event.model_dump_json() for event in merged).encode()).hexdigest())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=Path(__file__).parent,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1


def test_a_short_name_is_spelt_out_in_other_titles():
    events = [
        mention("2023南湾数字生态大会", "2023-09-01/2023-09-03", article="a", aliases=["NDEC2023"]),
        mention("南湾数字生态大会闭幕式", "2023-09-03", article="b", type="ceremony"),
        mention("NDEC闭幕式", "2023-09-03", article="c", type="ceremony"),
    ]
    merged = merge(events, [article(name) for name in "abc"])
    assert [len(event.evidence) for event in merged] == [1, 2]


def test_a_short_name_with_two_meanings_is_left_as_it_is():
    events = [
        mention("2023南湾数字生态大会", "2023-09-01/2023-09-03", article="a", aliases=["NDEC"]),
        mention("2023北原戏剧教育大会", "2023-09-01/2023-09-03", article="b", aliases=["NDEC"]),
        mention("南湾数字生态大会闭幕式", "2023-09-03", article="c", type="ceremony"),
        mention("NDEC闭幕式", "2023-09-03", article="d", type="ceremony"),
    ]
    assert len(merge(events, [article(name) for name in "abcd"])) == 4


def test_a_closing_belongs_to_its_congress_where_no_article_says_so():
    events = [
        mention("2023南湾数字生态大会", "2023-09-01/2023-09-03", article="a"),
        mention("南湾数字生态大会闭幕式", "2023-09-03", article="b", type="ceremony"),
        mention("2022南湾数字生态大会", "2022-09-01/2022-09-03", article="c"),
    ]
    merged = merge(events, [article(name) for name in "abc"])
    closing = next(event for event in merged if event.type == "ceremony")
    assert (closing.part_of.name, closing.part_of.id) == ("2023南湾数字生态大会", events[0].id)


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.tuples(st.text(min_size=1, max_size=60), st.sampled_from(["2023", "2023-06", "2023-06-12"])), max_size=6
    )
)
def test_any_titles_merge_without_an_error_and_none_is_lost(told):
    events = [mention(title, when, at=place * 100, quote="话") for place, (title, when) in enumerate(told)]
    merged = merge(events, [article("a")])
    assert sum(len(event.evidence) for event in merged) == len(events)
    assert merge(list(reversed(events)), [article("a")]) == merged
    assert len({event.id for event in merged}) == len(merged)


def test_odd_titles_stay_apart():
    titles = ["\x00", "\u3000", "\u2028…", "1" * 5000, "会" * 5000]
    events = [mention(title, "2023-06-12", at=place, quote="话", summary="") for place, title in enumerate(titles)]
    assert len(merge(events, [article("a")])) == len(titles)
