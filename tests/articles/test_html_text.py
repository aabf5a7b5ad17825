"""HTML becomes the lines that a reader sees, whatever it is made of."""

import time

import pytest

from timeline.articles.html_text import html_lines

SENTENCES = "".join(f"<p>第三届水运论坛第{n}天的会议在临江举行，代表们讨论了航道的养护。</p>" for n in range(4))
LINES = [f"第三届水运论坛第{n}天的会议在临江举行，代表们讨论了航道的养护。" for n in range(4)]


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>论坛<b>5月18日</b>开幕。</p><p>为期<span>三天</span>。</p>", ["论坛5月18日开幕。", "为期三天。"]),
        ("论坛开幕。<br>为期三天。<br/><br/>地点在临江。", ["论坛开幕。", "为期三天。", "地点在临江。"]),
        ("前<p>中</p>后<div>末</div>", ["前", "中", "后", "末"]),
        ("<p>第一行\n  接着第一行</p><p>The forum\n opens.</p>", ["第一行接着第一行", "The forum opens."]),
        ("<p>\u3000\u3000开幕\xa0\xa0三天\u200b</p><p>\t</p>", ["开幕 三天"]),
        ("<ul><li>一<ul><li>一之一</li></ul></li><li>二</li></ul>", ["一", "一之一", "二"]),
        ("<dl><dt>时间</dt><dd>5月18日</dd></dl>", ["时间", "5月18日"]),
        ("<pre>第一\n  第二\n</pre>", ["第一", "第二"]),
        (
            "<table><tr><th>日期</th><th>活动</th></tr><tr><td>5月18日</td><td><p>开幕</p><p>合影</p></td></tr></table>",
            ["日期\t活动", "5月18日\t开幕 合影"],
        ),
        ("<table><tr><td>左<table><tr><td>甲</td><td>乙</td></tr></table></td><td>右</td></tr></table>",
         ["左", "甲\t乙", "右"]),
        ("<table><tr><td>空</td><td></td></tr></table>", ["空"]),
        ("<p>甲</p><p style='display : none'>乙</p><p hidden>丙</p><p style='display:block'>丁</p>", ["甲", "丁"]),
        ("<p>甲<script>x</script>乙<style>y</style></p><noscript>丙</noscript>", ["甲乙"]),
        ("<ruby>临<rp>(</rp><rt>lín</rt><rp>)</rp></ruby>江", ["临江"]),
        ("<p>甲</p><!-- 乙 --><?php echo 1 ?><p>丙</p>", ["甲", "丙"]),
        ("<p>甲&#1;乙&#11;丙&#xFFFE;&#xE000;丁\x0b戊\ufffe</p>", ["甲乙丙丁戊"]),
        ("<p>&#20020;&#x6c5f;&amp;&nbsp;&#99999999;</p>", ["临江&"]),
        ("<p>甲\ue000乙\ue001丙</p>", ["甲乙丙"]),
        ("", []),
        ("<>", ["<>"]),
    ],
)  # fmt: skip
def test_lines(html: str, wanted: list[str]) -> None:
    assert html_lines(html) == wanted


@pytest.mark.parametrize(
    "furniture",
    [
        '<div class="share-bar">分享到微信</div>',
        '<div class="relatedNews"><p>另一场论坛也开幕了，为期五天。</p></div>',
        '<section id="post-comments"><p>写得真好。</p></section>',
        '<div class="article-copyright">版权归作者</div>',
        '<figure><img src="a"><figcaption>现场</figcaption>王五</figure>',
        '<div class="photo"><img src="a"><p>会场外景。</p></div>',
        '<span class="img_descr">会场外景</span>',
        '<a class="header-anchor" href="#a">#</a>',
    ],
)
def test_what_stands_beside_an_article_is_left_out(furniture: str) -> None:
    assert html_lines(f"<div>{SENTENCES}{furniture}</div>") == LINES


@pytest.mark.parametrize(
    "wrapper",
    [
        '<div class="share">',
        '<div id="comments">',
        '<div class="related-content">',
        '<div class="photo"><img>',
        "<figure>",
    ],
)
def test_a_page_wrapped_into_a_name_of_furniture_keeps_its_text(wrapper: str) -> None:
    tag = wrapper[1:].split()[0].rstrip(">")
    assert html_lines(f"{wrapper}{SENTENCES}</{tag}>") == LINES


@pytest.mark.parametrize("name", ["TRS_Editor", "shareholders", "advance", "anchorWithStickyNavbar", "headline"])
def test_a_name_that_only_holds_one_of_furniture_is_text(name: str) -> None:
    heading = f'<h2 class="{name}">小标题</h2>'
    assert html_lines(heading + SENTENCES) == ["小标题", *LINES]


@pytest.mark.parametrize(
    "unit",
    [
        '<div class="share">字',
        "字<script></script>",
        "<table><tr><td>字",
        '<p class="comment">字</p>',
        "<p>字</p>",
        "<b>字",
    ],
)
def test_time_grows_with_the_length(unit: str) -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        html_lines(unit * count)
        return time.process_time() - start

    seconds(100)
    assert seconds(20_000) < 30 * seconds(2_000) + 0.3
