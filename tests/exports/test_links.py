import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.links import web_address


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://news.example/1.html?a=1&b=2#c", "https://news.example/1.html?a=1&b=2#c"),
        ("HTTP://News.Example:8080/灯 会", "http://news.example:8080/%E7%81%AF%20%E4%BC%9A"),
        ("https://新闻.example/", "https://xn--efvy88h.example/"),
        ("https://news.example/100%", "https://news.example/100%25"),
        ("https://news.example/%E7%81%AF", "https://news.example/%E7%81%AF"),
        ('https://news.example/"><script>', "https://news.example/%22%3E%3Cscript%3E"),
        ("javascript:alert(1)", None),
        ("//news.example/1", None),
        ("https://", None),
        ("https://a b/", None),
        ("https://user:secret@news.example/1", "https://news.example/1"),
        ("https://news.example:port/", None),
        ("https://news.example/" + "a" * 2000, None),
        (None, None),
    ],
)
def test_web_address(url: str | None, address: str | None) -> None:
    assert web_address(url) == address


@given(st.text().map(lambda text: f"https://news.example/{text}"))
def test_an_address_is_ascii_without_spaces_and_stays_as_it_is(url: str) -> None:
    address = web_address(url)
    if address is not None:
        assert address.isascii()
        assert not set(address) & set(' "<>\\^`{|}\r\n')
        assert web_address(address) == address
