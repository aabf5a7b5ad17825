"""Markdown becomes what a reader sees, by the quick way and by the full parser alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.articles.html_text import html_lines
from timeline.articles.markdown_simple import simple_lines
from timeline.articles.markdown_text import _renderer, markdown_lines


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("论坛**5月18日**开幕。", ["论坛5月18日开幕。"]),
        ("**“论坛”**5月18日开幕。", ["“论坛”5月18日开幕。"]),
        ("**第一节\n**\n\n正文开始。", ["第一节", "正文开始。"]),
        ('见[公告](https://a.example/1 "公告")第*3*条。', ["见公告第3条。"]),
        ("![图](a.png)\n\n5月18日开幕。", ["5月18日开幕。"]),
        ("[![图](a.png)](https://a.example)\n\n开幕。", ["开幕。"]),
        ("第一段结束。\n第二段开始，\n还没有完。", ["第一段结束。", "第二段开始，还没有完。"]),
        ("The forum opens\non May 18, said\nthe mayor.", ["The forum opens on May 18, said the mayor."]),
        ("5月2日 广州\n5月9日 长沙\n6月7日 成都", ["5月2日 广州", "5月9日 长沙", "6月7日 成都"]),
        ("- 5月18日\n- 5月19日\n  下午", ["5月18日", "5月19日", "下午"]),
        ("1. 开幕\n2. 闭幕", ["开幕", "闭幕"]),
        ("> 引文一。\n>\n> 引文二。", ["引文一。", "引文二。"]),
        ("## 小标题 {#id}\n\n正文。", ["小标题", "正文。"]),
        ("标题\n===\n\n正文。", ["标题", "正文。"]),
        ("一。\n\n---\n\n二。", ["一。", "二。"]),
        ("| 日期 | 活动 |\n| --- | --- |\n| 5月18日 | 开幕 |", ["日期\t活动", "5月18日\t开幕"]),
        ('{{< figure src="a.jpg" >}}\n\n{% asset_img a.jpg %}\n\n::: tip\n提示。\n:::', ["提示。"]),
        ("温度 3\\*4，`code`，AT&amp;T。", ["温度 3*4，code，AT&T。"]),
        ("<!-- more -->\n\n正文[^1]。\n\n<https://a.example/2>", ["正文。", "https://a.example/2"]),
        ("    　　缩进的段落。", ["缩进的段落。"]),
        ("<p>一。</p>\n\n**二。**", ["一。", "二。"]),
        ("a_b_c 和 snake_case", ["a_b_c 和 snake_case"]),
        ("## 视频\n\n### 网站一\n\n##\n\n开幕。", ["开幕。"]),
        ("::: tip 提示\n提前到场。\n:::", ["提示", "提前到场。"]),
        ('import Map from "../map.astro";\n\n<Map day={18} />\n\n开幕。', ["开幕。"]),
        ("开幕[^1]。\n\n[^1]: 见公告。", ["开幕。", "见公告。"]),
        ("<!-- 第一行\n## 不显示\n-->\n\n开幕。<!-- more -->", ["开幕。"]),
        ('<font color="red">开幕</font>三天<br>闭幕', ["开幕三天", "闭幕"]),
        ("<center>\n\n**开幕**\n\n</center>\n\n<p align=right>组委会</p>", ["开幕", "组委会"]),
        ("写作 `<div>`。", ["写作 <div>。"]),
        ("<ClientOnly>\n  <news-header />\n</ClientOnly>\n\n开幕。", ["开幕。"]),
    ],
)
def test_markdown(text: str, wanted: list[str]) -> None:
    assert markdown_lines(text) == wanted


BLOCKS = st.sampled_from(
    [
        "论坛5月18日开幕。",
        "第二段。",
        "# 标题",
        "## 小标题",
        "- 一\n- 二",
        "> 引文。",
        "1. 一\n2. 二",
        "---",
        "*强调*在前",
        "A line.  \nAnother.",
    ]
)


@settings(max_examples=200, deadline=None)
@given(blocks=st.lists(BLOCKS, min_size=1, max_size=8))
def test_the_quick_way_and_the_full_parser_agree(blocks: list[str]) -> None:
    text = "\n\n".join(blocks)
    assert simple_lines(text) == html_lines(_renderer().render(text))


@pytest.mark.parametrize(
    "unit", ["<!--", "{{<", "![](", "[a](", "**", "# a\n", "- a\n", "> ", "|a|\n|-|\n", "`", "<div>", "~~", "\\", "a\n"]
)
def test_time_grows_with_the_length(unit: str) -> None:
    import time

    def seconds(size: int) -> float:
        """The shortest of three runs, since a machine may be busy with something else."""
        text, runs = unit * (size // len(unit)), []
        for _ in range(3):
            start = time.process_time()
            markdown_lines(text)
            runs.append(time.process_time() - start)
        return min(runs)

    seconds(1000)
    assert seconds(50_000) < 20 * seconds(5_000) + 0.2
