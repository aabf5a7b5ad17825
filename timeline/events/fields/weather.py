"""Weather that is still to come, told as a forecast: 预计中东部气温回升."""

import re
from dataclasses import replace

from timeline.events.fields.named import Title
from timeline.events.fields.shorten import LONGEST
from timeline.events.text.names import visible
from timeline.events.text.script import simplified

_WEATHER = re.compile(
    r"气温|降[雨雪温水]|雨雪|暴[雨雪]|大[风雪雾]|[小中]到[大中暴]雨|高温|冷空气|寒潮|台风|沙尘|强对流|回暖|雨势|雷暴|龙卷风|天气"
)
_FORETOLD = re.compile(r"将|预计|预报|有望|可能|或|预警|应急|防汛|抗旱|警报|会商")


def as_weather_forecast(title: Title, kind: str, status: str) -> Title:
    """A title with 预计 in front, where it tells weather to come as if it were there.

    Args:
        title: the title.
        kind: the type of the event.
        status: the status of the event.
    """
    plain = simplified(title.text)
    told = status == "scheduled" and kind in ("incident", "other") and title.name is None
    if not told or not _WEATHER.search(plain) or _FORETOLD.search(plain) or visible(title.text) > LONGEST - 2:
        return title
    return replace(title, text=f"预计{title.text}")
