"""The language of an article by its signs: enough to tell Chinese in both scripts from English and Japanese."""

import re

_SAMPLE = 400
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


_HAN, _KANA, _HANGUL, _LATIN = (re.compile(f"[^{signs}]+") for signs in ("一-鿿", "ぁ-ヺ", "가-힣", "A-Za-z"))
"""What is no sign of a script."""


def language_of(text: str) -> str:
    """``zh``, ``zh-Hant``, ``ja``, ``en``, or ``ko``, by the first 400 signs; ``zh`` where nothing tells."""
    sample = text[:_SAMPLE]
    han, kana = len(_HAN.sub("", sample)), len(_KANA.sub("", sample))
    hangul, latin = (0, 0) if 2 * han > len(sample) else (len(_HANGUL.sub("", sample)), len(_LATIN.sub("", sample)))
    if hangul > han + kana and hangul * 5 > latin:
        return "ko"
    if kana * 10 > han + kana and kana * 5 > latin // 5:
        return "ja"
    if han == 0 or latin > han * 8:
        return "en" if latin else "zh"
    signs = set(sample)
    return "zh-Hant" if len(signs & _ONLY_TRADITIONAL) > len(signs & _ONLY_SIMPLIFIED) else "zh"
