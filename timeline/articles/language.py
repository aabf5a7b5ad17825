"""The language of an article by its signs: enough to tell Chinese in both scripts from English and Japanese."""

_SAMPLE = 800
_TRADITIONAL = frozenset(
    "這個國為時來們對會發動說產種後過現實體當點從業學還經濟與關電開間樣變條問題見東車長門馬區總報務員場記聞週號應該認議論讓"
    "語請調談證計設許評試詞詢詳課資費買賣質購貿賽進運達遠選際陽隊階隨難雲電靈響頁項順須預領頭顯風飛飯館驗體龍團圖園圓報場"
)
_SIMPLIFIED = frozenset(
    "这个国为时来们对会发动说产种后过现实体当点从业学还经济与关电开间样变条问题见东车长门马区总报务员场记闻周号应该认议论让"
    "语请调谈证计设许评试词询详课资费买卖质购贸赛进运达远选际阳队阶随难云电灵响页项顺须预领头显风飞饭馆验体龙团图园圆报场"
)
_ONLY_TRADITIONAL = _TRADITIONAL - _SIMPLIFIED
_ONLY_SIMPLIFIED = _SIMPLIFIED - _TRADITIONAL


def language_of(text: str) -> str:
    """``zh``, ``zh-Hant``, ``ja``, ``en``, or ``ko``, by the first 800 signs; ``zh`` where nothing tells."""
    han = kana = latin = hangul = traditional = simplified = 0
    for sign in text[:_SAMPLE]:
        if "\u4e00" <= sign <= "\u9fff":
            han += 1
            traditional += sign in _ONLY_TRADITIONAL
            simplified += sign in _ONLY_SIMPLIFIED
        elif "\u3041" <= sign <= "\u30fa":
            kana += 1
        elif "\uac00" <= sign <= "\ud7a3":
            hangul += 1
        elif sign.isascii() and sign.isalpha():
            latin += 1
    if hangul > han + kana and hangul * 5 > latin:
        return "ko"
    if kana * 10 > han + kana and kana * 5 > latin // 5:
        return "ja"
    if han == 0 or latin > han * 8:
        return "en" if latin else "zh"
    return "zh-Hant" if traditional > simplified else "zh"
