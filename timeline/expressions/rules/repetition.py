"""Repetitions: 每周三, 每月15日, 每天上午9点至11点, 隔周."""

from collections.abc import Mapping
from typing import Any

from timeline.expressions import calendars
from timeline.expressions.meaning import Meaning, Point, Repetition
from timeline.expressions.names import Frequency
from timeline.expressions.tagger import Rule
from timeline.expressions.units import SEASON_MONTHS

Said = Mapping[str, Any]

_EVERY = "(?:每逢|逢|每)(?:一?个)?"
_WEEK = "(?:周|星期|礼拜)"
_TO = "(?:-+|~+|至|到)"
_HOURS = (
    "的?{hour}(?:点钟?|时|:)整?(?:{quarter_hour}|{minute}分?)?"
    f"(?:{_TO}{{last_part}}?{{last_hour}}(?:点钟?|时|:)整?(?:{{last_quarter_hour}}|{{last_minute}}分?)?)?"
)
_OPEN_HOURS = (
    "(?:的?{part})?的?{hour}(?:点钟?|时|:)整?(?:{quarter_hour}|{minute}分?)?"
    f"{_TO}{{last_part}}?{{last_hour}}(?:点钟?|时|:)整?(?:{{last_quarter_hour}}|{{last_minute}}分?)?"
)
"""9:00-18:00: from one hour to another."""

_CLOCK = f"(?:的?{{part}})?(?:{_HOURS})?"
_HAPPENS = "(?=都|就|会|发|巡|检|更新|进行|播|轮|[一两][次班趟轮]|[，。；、！？,;!?]|$)"
"""What stands behind 每小时 where it tells how often, and not how much an hour."""

_UNCOUNTED = (
    "(?!(?:[-~至到][0-9一二三四五六七八九十])?(?:[次个期条篇节场封例趟班款集小轮份百千万位家测检问换十两]|更(?!新)))"
)
"""每周一次 and 每周三场 count, and name no weekday."""


def _point(said: Said, prefix: str = "") -> Point:
    """The fields of a point that slots of the same names say, after a prefix."""
    fields = {
        name: said[prefix + name]
        for name in ("month", "day", "weekday", "week", "part", "hour")
        if prefix + name in said
    }
    if "hour" in fields:
        fields["minute"] = said.get(f"{prefix}quarter_hour", said.get(f"{prefix}minute"))
    return Point(**fields)


def _every(frequency: Frequency, said: Said, **fixed: Any) -> Repetition:
    at, last = _point({**said, **fixed}), _point(said, "last_")
    more = tuple(
        Point(**{field: said[f"{place}_{field}"]})
        for place in ("second", "third")
        for field in ("month", "day", "weekday")
        if f"{place}_{field}" in said
    )
    return Repetition(frequency, 1, at, last if last != Point() else None, more)


def _each(said: Said) -> Meaning | None:
    frequency, size = said.get("calendar_frequency") or said["frequency"]
    count = said.get("n", 1)
    return Repetition(frequency, size * count) if count else None


def _every_other(said: Said) -> Meaning | None:
    """每隔三天 is every three days, 隔天 and 每隔一天 every other day."""
    frequency, size = said["frequency"]
    count = said.get("n", 1)
    return Repetition(frequency, size * count if count > 1 or size > 1 else 2) if count else None


def _on_workdays(said: Said) -> Meaning:
    repetition = _every("WEEKLY", said, weekday=1)
    repetition.last = Point(weekday=5)
    return repetition


def _on_weekends(said: Said) -> Meaning:
    repetition = _every("WEEKLY", said)
    repetition.at.weekend = True
    return repetition


def _on_festival(said: Said) -> Meaning:
    """Every year on the day that the Gregorian calendar fixes; every year, where the day is lunar."""
    kind, *arguments = said["festival"].rule.split()
    if kind == "solar":
        month, day = arguments[0].split("-")
        return _every("YEARLY", said, month=int(month), day=int(day))
    if kind == "weekday" and len(arguments) == 3:
        month, weekday, nth = arguments
        return _every("YEARLY", said, month=int(month), weekday=calendars.WEEKDAYS.index(weekday) + 1, week=int(nth))
    return Repetition("YEARLY")


def _in_season(said: Said) -> Meaning:
    first = SEASON_MONTHS[said["season"]]
    months = [Point(month=(first + n - 1) % 12 + 1) for n in range(3)]
    return Repetition("YEARLY", 1, months[0], None, tuple(months[1:]))


def _edge_of_year(mod: str) -> Meaning:
    first = {"START": 1, "MID": 6, "END": 11}[mod]
    return Repetition("YEARLY", 1, Point(month=first), Point(month=first + 1))


def _edge_of_month(said: Said) -> Meaning:
    """初 and 上旬 are the 1st to the 10th, 底 and 下旬 the 21st to the end."""
    part = said.get("ten_days") or {"START": 1, "MID": 2, "END": 3}[said["mod"]]
    return Repetition("MONTHLY", 1, Point(day=10 * part - 9), Point(day=31 if part == 3 else 10 * part))


RULES: tuple[Rule, ...] = (
    Rule(
        "every_weekday",
        f"{_EVERY}{_WEEK}{{weekday}}{_UNCOUNTED}"
        f"(?:{_TO}{_WEEK}?{{last_weekday}}{_UNCOUNTED}"
        f"|[、和及]?{_WEEK}?{{second_weekday}}{_UNCOUNTED}(?:[、和及]?{_WEEK}?{{third_weekday}}{_UNCOUNTED})?)?"
        f"{_CLOCK}",
        lambda said: _every("WEEKLY", said),
        (
            ("每周三", "FREQ=WEEKLY;BYDAY=WE"),
            ("逢周一", "FREQ=WEEKLY;BYDAY=MO"),
            ("每逢星期日", "FREQ=WEEKLY;BYDAY=SU"),
            ("每週六上午9點到11點", "FREQ=WEEKLY;BYDAY=SA;BYHOUR=9;BYMINUTE=0"),
            ("每周一至周五", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
            ("每周一、三、五", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
            ("每周二、五、日更新", "FREQ=WEEKLY;BYDAY=TU,FR,SU"),
            ("每周二四六", "FREQ=WEEKLY;BYDAY=TU,TH,SA"),
            ("每周六日", "FREQ=WEEKLY;BYDAY=SA,SU"),
            ("每周一到周五晚", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
            ("每周二和周四晚8点半", "FREQ=WEEKLY;BYDAY=TU,TH;BYHOUR=20;BYMINUTE=30"),
            ("每个星期天早上9点一刻", "FREQ=WEEKLY;BYDAY=SU;BYHOUR=9;BYMINUTE=15"),
        ),
    ),
    Rule(
        "weekdays_every_day",
        f"{_WEEK}{{weekday}}{_TO}{_WEEK}?{{last_weekday}}的?每[天日]{_CLOCK}",
        lambda said: _every("WEEKLY", said),
        (
            ("周一至周五每天", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
            ("星期二到星期四每天上午9点", "FREQ=WEEKLY;BYDAY=TU,WE,TH;BYHOUR=9;BYMINUTE=0"),
        ),
    ),
    Rule(
        "weekdays_open",
        f"{_WEEK}{{weekday}}{_TO}{_WEEK}?{{last_weekday}} ?{_OPEN_HOURS}",
        lambda said: _every("WEEKLY", said),
        (("周一至周五9:00-18:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0"),),
    ),
    Rule(
        "every_other_weekday",
        f"(?:隔(?={_WEEK})|隔一?个?{_WEEK}的?|[单双]周的?){_WEEK}{{weekday}}",
        lambda said: Repetition("WEEKLY", 2, Point(weekday=said["weekday"])),
        (("隔周五", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"), ("单周周三", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE")),
    ),
    Rule(
        "workday_at",
        f"(?<![个天日0-9一二三四五六七八九十两几])工作日(?:的?{{part}})?{_HOURS}",
        _on_workdays,
        (("工作日早上8点", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8;BYMINUTE=0"),),
    ),
    Rule(
        "every_weekend",
        f"(?:{_EVERY}(?:周末|双休日)|每周非工作日|每个?非工作日){_CLOCK}",
        _on_weekends,
        (
            ("每逢周末", "FREQ=WEEKLY;BYDAY=SA,SU"),
            ("每个周末九点", "FREQ=WEEKLY;BYDAY=SA,SU;BYHOUR=9;BYMINUTE=0"),
        ),
    ),
    Rule(
        "every_workday",
        f"(?:每个?工作日|每周的?工作日|工作日的?每[天日]){_CLOCK}",
        _on_workdays,
        (
            ("每个工作日的下午三点", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=15;BYMINUTE=0"),
            ("每周工作日", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ),
    ),
    Rule(
        "every_day_at",
        f"每(?:天|日|个)?的?{{part}}(?:{_HOURS})?",
        lambda said: _every("DAILY", said),
        (
            ("每天上午9点至11点", "FREQ=DAILY;BYHOUR=9;BYMINUTE=0"),
            ("每晚", "FREQ=DAILY"),
            ("每个上午八点", "FREQ=DAILY;BYHOUR=8;BYMINUTE=0"),
        ),
    ),
    Rule(
        "every_day_clock",
        f"每[天日]{_HOURS}",
        lambda said: _every("DAILY", said),
        (("每日8:30-17:00", "FREQ=DAILY;BYHOUR=8;BYMINUTE=30"), ("每天20时", "FREQ=DAILY;BYHOUR=20;BYMINUTE=0")),
    ),
    Rule(
        "every_day_of_month",
        f"每个?月的?{{day}}(?:日|号)?(?:{_TO}{{last_day}}|[、和及]{{second_day}}(?:[日号]?[、和及]{{third_day}})?)?(?:日|号){_CLOCK}",
        lambda said: _every("MONTHLY", said),
        (
            ("每月5号和20号", "FREQ=MONTHLY;BYMONTHDAY=5,20"),
            ("每月1、11、21日", "FREQ=MONTHLY;BYMONTHDAY=1,11,21"),
            ("每月15日", "FREQ=MONTHLY;BYMONTHDAY=15"),
            ("每个月五号的早上8点", "FREQ=MONTHLY;BYMONTHDAY=5;BYHOUR=8;BYMINUTE=0"),
            ("每月1日至3日", "FREQ=MONTHLY;BYMONTHDAY=1,2,3"),
        ),
    ),
    Rule(
        "every_last_day",
        f"每个?月的?最后一[天日]{_CLOCK}",
        lambda said: _every("MONTHLY", said, day=-1),
        (("每月最后一天", "FREQ=MONTHLY;BYMONTHDAY=-1"),),
    ),
    Rule(
        "every_last_day_of_year",
        f"每年的?最后一[天日]{_CLOCK}",
        lambda said: _every("YEARLY", said, month=12, day=31),
        (("每年的最后一天", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"),),
    ),
    Rule(
        "every_first_day_of_year",
        f"每年的?(?:第一[天日]|首日){_CLOCK}",
        lambda said: _every("YEARLY", said, month=1, day=1),
        (("每年第一天", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"),),
    ),
    Rule(
        "every_nth_weekday",
        f"每个?月的?第{{nth}}个?{_WEEK}{{weekday}}{_CLOCK}",
        lambda said: _every("MONTHLY", said, week=said["nth"]),
        (("每月第二个周三", "FREQ=MONTHLY;BYDAY=2WE"),),
    ),
    Rule(
        "every_last_weekday",
        f"每个?月的?最后一?个?{_WEEK}{{weekday}}{_CLOCK}",
        lambda said: _every("MONTHLY", said, week=-1),
        (("每月最后一个周五", "FREQ=MONTHLY;BYDAY=-1FR"),),
    ),
    Rule(
        "every_month_of_year",
        f"每年的?{{month}}月?份?(?:的?{{day}}[日号])?"
        f"(?:{_TO}{{last_month}}月份?(?:{{last_day}}[日号])?|[、和及]{{second_month}}月份?|(?<=[月份日号])){_CLOCK}",
        lambda said: _every("YEARLY", said),
        (
            ("每年9月", "FREQ=YEARLY;BYMONTH=9"),
            ("每年的9月3日", "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=3"),
            ("每年9月到11月", "FREQ=YEARLY;BYMONTH=9,10,11"),
            ("每年3、9月", "FREQ=YEARLY;BYMONTH=3,9"),
            ("每年三月和九月", "FREQ=YEARLY;BYMONTH=3,9"),
        ),
    ),
    Rule(
        "every_year_edge",
        "每年的?年?{mod}",
        lambda said: _edge_of_year(said["mod"]),
        (("每年年底", "FREQ=YEARLY;BYMONTH=11,12"), ("每年初", "FREQ=YEARLY;BYMONTH=1,2")),
    ),
    Rule(
        "every_month_edge",
        "每个?月(?:月?{mod}|的?{ten_days})",
        _edge_of_month,
        (
            ("每月上旬", "FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7,8,9,10"),
            ("每月初", "FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7,8,9,10"),
        ),
    ),
    Rule(
        "every_season",
        "每年的?{season}[天季]",
        _in_season,
        (("每年秋天", "FREQ=YEARLY;BYMONTH=9,10,11"), ("每年冬季", "FREQ=YEARLY;BYMONTH=12,1,2")),
    ),
    Rule(
        "every_festival",
        f"每(?:年|逢)的?{{festival}}{_CLOCK}",
        _on_festival,
        (
            ("每年春节", "FREQ=YEARLY"),
            ("每年母亲节", "FREQ=YEARLY;BYMONTH=5;BYDAY=2SU"),
            ("每逢教师节", "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=10"),
        ),
    ),
    Rule(
        "every_unit",
        "每(?:一?个|一)?{calendar_frequency}(?![度次均产供息]|[一二三四五六七八九]期)",
        _each,
        (
            ("每年", "FREQ=YEARLY"),
            ("每个星期", "FREQ=WEEKLY"),
            ("例会每周一次", "FREQ=WEEKLY"),
            ("每周2到5次", "FREQ=WEEKLY"),
            ("每半年", "FREQ=MONTHLY;INTERVAL=6"),
            ("每季度", "FREQ=MONTHLY;INTERVAL=3"),
        ),
    ),
    Rule(
        "every_short_unit",
        f"每(?:一?个|一)?{{short_frequency}}{_HAPPENS}",
        lambda said: _each({"frequency": said["short_frequency"]}),
        (("每小时都有一班", "FREQ=HOURLY"), ("每个小时", "FREQ=HOURLY"), ("每小时120公里", ""), ("每秒30帧", "")),
    ),
    Rule(
        "once_in",
        "{n}个?{frequency}一[次届度轮](?!性)",
        lambda said: _each(said) if said["n"] > 1 else None,
        (("四年一度", "FREQ=YEARLY;INTERVAL=4"), ("两周一次", "FREQ=WEEKLY;INTERVAL=2"), ("一年一度", "")),
    ),
    Rule(
        "every_few_units",
        "每{n}个?{frequency}",
        _each,
        (
            ("每两周", "FREQ=WEEKLY;INTERVAL=2"),
            ("每四年", "FREQ=YEARLY;INTERVAL=4"),
            ("每6小时", "FREQ=HOURLY;INTERVAL=6"),
        ),
    ),
    Rule(
        "every_half_hour",
        "每(?:半个?小时|半个?钟头)",
        lambda _said: Repetition("MINUTELY", 30),
        (("每半个钟头", "FREQ=MINUTELY;INTERVAL=30"),),
    ),
    Rule(
        "every_other",
        "每隔(?:{n}个?|一个)?{frequency}",
        _every_other,
        (
            ("每隔3天", "FREQ=DAILY;INTERVAL=3"),
            ("每隔一周", "FREQ=WEEKLY;INTERVAL=2"),
            ("每隔15分钟", "FREQ=MINUTELY;INTERVAL=15"),
            ("每隔200秒", "FREQ=SECONDLY;INTERVAL=200"),
        ),
    ),
    Rule(
        "every_other_week",
        "隔周(?![一二三四五六日末])",
        lambda _said: Repetition("WEEKLY", 2),
        (("隔周", "FREQ=WEEKLY;INTERVAL=2"),),
    ),
    Rule(
        "every_other_day",
        "隔[天日](?![一二三四五六七八九])",
        lambda _said: Repetition("DAILY", 2),
        (("隔天", "FREQ=DAILY;INTERVAL=2"),),
    ),
)
"""The rows."""
