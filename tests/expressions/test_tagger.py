"""The scanner and its pattern language, with a language of their own: no Chinese here."""

import pytest

from timeline.expressions.meaning import Point
from timeline.expressions.patterns import MOST_FIGURES, prefixes
from timeline.expressions.tagger import Rule, Slot, Tagger

SLOTS = {
    "month": Slot("1[0-2]|[1-9]", int, number=True),
    "day": Slot("[12][0-9]|3[01]|[1-9]", int, number=True),
    "season": Slot("spring|fall", {"spring": "SP", "fall": "FA"}.__getitem__),
}


def point(said):
    return Point(**said)


def tags(text, *rules):
    return [(find.rule, text[find.start : find.end]) for find in Tagger(rules, SLOTS, "0-9", "IVX").tag(text)]


def test_a_slot_fills_the_field_of_its_name():
    rule = Rule("month_day", "{month}m{day}d", point)
    (find,) = Tagger([rule], SLOTS, "0-9", "IVX").tag("on 9m3d")
    assert find.meaning == Point(month=9, day=3)


def test_spaces_may_stand_around_numbers():
    assert tags("9 m 3 d", Rule("month_day", "{month}m{day}d", point)) == [("month_day", "9 m 3 d")]


def test_the_longest_match_wins():
    short, long = Rule("month", "{month}m", point), Rule("month_day", "{month}m{day}d", point)
    assert tags("9m3d 9m", short, long) == [("month_day", "9m3d"), ("month", "9m")]


def test_of_equal_matches_the_earlier_row_wins():
    assert tags("9m", Rule("first", "{month}m", point), Rule("second", "{month}m", point)) == [("first", "9m")]


def test_a_row_may_decline_what_it_matches():
    never = Rule("never", "{month}m{day}d", lambda said: None)
    assert tags("9m3d", never, Rule("month", "{month}m", point)) == [("month", "9m")]


def test_a_number_is_taken_whole_or_not_at_all():
    assert tags("119m 1.9m a/9m", Rule("month", "{month}m", point)) == []


def test_figures_are_not_begun_inside():
    assert tags("19m 119m 2.19m", Rule("figures", "19m", point)) == [("figures", "19m"), ("figures", "19m")]
    assert tags("9:3012m 12m", Rule("pair", "{month}:{day}", point), Rule("twelve", "12m", point)) == [
        ("pair", "9:30"),
        ("twelve", "12m"),
    ]


def test_a_run_of_numerals_may_be_begun_inside():
    five, ten = Rule("five", "{five}m", point), Rule("ten", "XV", point)
    slots = SLOTS | {"five": Slot("V", lambda words: 5, number=True, says="month")}
    found = Tagger([five, ten], slots, "0-9", "IVX").tag("IIVm IXV XV Vm")
    assert [(find.rule, find.start) for find in found] == [("five", 2), ("ten", 6), ("ten", 9), ("five", 12)]


def test_words_are_found_by_how_they_begin():
    assert tags("last fall", Rule("season", "(?:last |this )?{season}", point)) == [("season", "last fall")]


def test_words_of_one_two_and_three_characters_are_found():
    rows = [Rule(f"row_{word}", word, point) for word in ("a", "bc", "def", "bef", "dce{month}", "g{month}h", "V-")]
    assert [words.strip() for _, words in tags("a bc def bef dce3 g3h g 12 h V- be dc d g3 V", *rows)] == [
        *("a", "bc", "def", "bef", "dce3", "g3h", "g 12 h", "V-")
    ]


def test_look_arounds_bind_a_row():
    rule = Rule("month", "(?<!x){month}m(?!n)", point)
    assert tags("9m x9m 9mn", rule) == [("month", "9m")]


def test_a_row_that_could_begin_with_anything_is_refused():
    with pytest.raises(ValueError, match="does not say with what it begins"):
        prefixes(".{month}", SLOTS, "0-9")


def test_a_look_ahead_files_a_row_where_it_tells_more_than_what_follows():
    assert prefixes("(?=[12]){month}m", SLOTS, "0-9").keys == {"#m"}
    assert prefixes("(?:(?<!x)|(?=1)){month}m", SLOTS, "0-9").keys == {"#m"}
    assert prefixes("(?=1[01]-){month}", SLOTS, "0-9").keys == {"10-", "11-"}


@pytest.mark.parametrize(
    ("pattern", "figures"),
    [
        ("{month}m", {1, 2}),
        ("(?:a{month}|{year})m", {0, 3, 4, 5}),
        ("(?<!x)(?:about)?{day}d", {1, 2}),
        ("a{month}m", set()),
        ("{many}m", {0, *range(1, MOST_FIGURES + 1)}),
    ],
)
def test_a_row_knows_how_many_figures_its_first_number_may_have(pattern, figures):
    slots = SLOTS | {
        "year": Slot("[0-9]{3,4}|1(?:[0-9]{2}){2}|V{2}|(?!9)[IX]+", int, number=True),
        "many": Slot("[0-9]+V?|V", int, number=True),
    }
    assert prefixes(pattern, slots, "0-9").figures == figures


def test_numbers_of_more_figures_than_are_told_apart_are_found():
    rule = Rule("many", "{many}m", point)
    slots = {"many": Slot("[0-9]+", lambda words: len(words), number=True, says="day")}
    (find,) = Tagger([rule], slots, "0-9", "IVX").tag("3" * 20 + "m")
    assert find.meaning == Point(day=20)


def test_a_row_with_an_unknown_slot_is_refused():
    with pytest.raises(KeyError):
        Tagger([Rule("year", "{year}y", point)], SLOTS, "0-9", "IVX")
