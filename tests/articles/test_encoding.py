"""Bytes in any of the usual encodings become the text that was written."""

import pytest

from timeline.articles.encoding import decode

SIMPLIFIED = "第三届水运论坛5月18日在临江开幕，为期三天。市交通局负责人表示，港口吞吐量将达到3亿吨。"
TRADITIONAL = "第三屆水運論壇5月18日在港都開幕，為期三天。市府表示，港口貨運量將達到3億噸，這是歷來最多的一年。"
JAPANESE = "第三回の水運フォーラムは5月18日に開幕し、三日間にわたって行われる。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-32"),
        (SIMPLIFIED, "gbk"),
        (SIMPLIFIED + "㐀𠀀", "gb18030"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "gb18030"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "shift_jis"),
    ],
)
def test_nothing_declared(text: str, encoding: str) -> None:
    data = (text * 3 + " 2024-05-18\n").encode(encoding)
    assert decode(data) == text * 3 + " 2024-05-18\n"


@pytest.mark.parametrize(("name", "encoding"), [("gb2312", "gb18030"), ("GBK", "gb18030"), ("big5", "big5hkscs")])
def test_declared_encodings_are_read_as_their_supersets(name: str, encoding: str) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={name}"><p>朱镕基、喆</p>'
    if encoding == "big5hkscs":
        page = page.replace("朱镕基、喆", "堃、喆")
    assert decode(page.encode(encoding)) == page


def test_a_wrong_declaration_gives_way_to_utf8() -> None:
    page = f"<meta charset=gb2312><p>{SIMPLIFIED}</p>"
    assert decode(page.encode()) == page


def test_a_cut_or_damaged_byte_costs_no_other() -> None:
    assert decode((SIMPLIFIED * 10).encode()[:-1]).startswith(SIMPLIFIED * 9)
    damaged = (SIMPLIFIED * 10).encode()
    damaged = damaged[:90] + b"\xff" + damaged[90:]
    assert decode(damaged).replace("\ufffd", "") == SIMPLIFIED * 10
    assert decode(b"<meta charset=gbk>" + (SIMPLIFIED * 10).encode("gbk")[:-1]).count("\ufffd") <= 1


def test_line_ends_are_one_sign() -> None:
    assert decode("一\r\n二\r三\n".encode()) == "一\n二\n三\n"
