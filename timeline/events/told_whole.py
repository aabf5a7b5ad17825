"""What a title needs beside the words of its own clause: the games, who foretells or claims it, the land, the total."""

from dataclasses import replace

from schemas import Expression
from timeline.events.drafts import Draft
from timeline.events.fields.claims import as_claim
from timeline.events.fields.completed import as_forecast
from timeline.events.fields.forecasters import is_long_forecast, with_forecaster
from timeline.events.fields.foretold import foretold
from timeline.events.fields.lands import with_land
from timeline.events.fields.named import Title
from timeline.events.fields.shorten import LONGEST
from timeline.events.fields.totals import as_total
from timeline.events.fields.turns import turned_plain
from timeline.events.fields.weather import as_weather_forecast
from timeline.events.opinions import goes_on_expecting
from timeline.events.story import Story
from timeline.events.text.names import visible
from timeline.events.text.outcomes import Clause, Refusal


def told_whole(
    draft: Draft, expression: Expression, clause: Clause, lead: str, story: Story, index: int
) -> Draft | Refusal:
    """A draft whose title is understood without its article; a refusal where a forecast is nobody's.

    Args:
        draft: the draft, with the title that its clause gave.
        expression: its date.
        clause: the clause that tells it.
        lead: the clause in front of that one.
        story: its article.
        index: the number of its sentence.
    """
    title = as_forecast(draft.title, draft.type, lead, clause, foreseen=goes_on_expecting(draft, story))
    title = _without_year(_as_foretold(turned_plain(title), draft, clause, story, index), draft)
    if is_long_forecast(draft.type, draft.time.granularity):
        forecast = with_forecaster(title, story, index)
        if forecast is None:
            return Refusal("background", "a forecast of nobody who is named")
        title = forecast
    title = as_weather_forecast(with_land(title, story), draft.type, draft.status)
    title = as_total(title, draft.type, expression, draft.time, story, index)
    draft.title = as_claim(title, draft.type, story, index, draft.clause.atoms[-1].end)
    return draft


def _as_foretold(title: Title, draft: Draft, clause: Clause, story: Story, index: int) -> Title:
    """A figure of a year that is over by now, which somebody only foretold: 某机构预计全球销量超过1210万辆."""
    over = draft.type in _FIGURES and draft.status == "happened" and draft.time.granularity in _LONG
    if not over or title.name is not None or "预计" in title.text or "预期" in title.text:
        return title
    if foretold((*clause.frame, *clause.atoms)) is None:
        return title
    told = with_forecaster(replace(title, text=f"预计{title.text}"), story, index)
    return told if told is not None and visible(told.text) <= LONGEST else title


_FIGURES = frozenset(["statistic", "market"])
_LONG = frozenset(["year", "half", "quarter", "month"])


def _without_year(title: Title, draft: Draft) -> Title:
    """A title without the year in front that is its own date."""
    year = f"{draft.time.begin.year}年"
    rest = title.text.removeprefix(year)
    own = draft.time.granularity == "year" and rest != title.text and title.name is None and len(rest) >= _LEAST
    return replace(title, text=rest) if own else title


_LEAST = 8
