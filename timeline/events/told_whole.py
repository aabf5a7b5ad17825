"""What a title needs beside the words of its own clause: the games, who foretells or claims it, the land, the total."""

from schemas import Expression
from timeline.events.drafts import Draft
from timeline.events.fields.claims import as_claim
from timeline.events.fields.completed import as_forecast
from timeline.events.fields.forecasters import is_long_forecast, with_forecaster
from timeline.events.fields.lands import with_land
from timeline.events.fields.totals import as_total
from timeline.events.fields.turns import turned_plain
from timeline.events.fields.weather import as_weather_forecast
from timeline.events.opinions import goes_on_expecting
from timeline.events.story import Story
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
    title = turned_plain(title)
    if is_long_forecast(draft.type, draft.time.granularity):
        foretold = with_forecaster(title, story, index)
        if foretold is None:
            return Refusal("background", "a forecast of nobody who is named")
        title = foretold
    title = as_weather_forecast(with_land(title, story), draft.type, draft.status)
    title = as_total(title, draft.type, expression, draft.time, story, index)
    draft.title = as_claim(title, draft.type, story, index, draft.clause.atoms[-1].end)
    return draft
