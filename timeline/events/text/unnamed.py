"""Documents, speeches and activities of which only the kind is told: 发布年度报告, 出台一系列措施."""

import re

_UNNAMED = re.compile(
    r"(?:出台|印发|发布|公布|下发|制定|推出)(?:改革|工作|具体|相关的?|有关|新的?|一系列|多项|系列|若干|最新|新一轮|年度|统计|监测|监管|研究|评估|调查|司法|指导|政策)*(?:实施|行动|工作|专项)?"
    r"(?:方案|意见|办法|通知|规划|计划|措施|规定|细则|政策|政策措施|清单|数据|消息|公告|通告|公示|纪录片|视频|图片|说明|情况说明|情况通报"
    r"|解释|报告|结果|动态|举措|名单|榜单|简报|公报|(?:通知|意见|文件)(?:予以|加以)?(?:推广|部署|要求|明确|规范|实施|施行))$"
    r"|(?:形成|通过|作出)(?:一份|一项|有关|相关)?(?:决议|决定)$|^[^在席会]{2,24}发表(?:讲话|演讲|声明|文章|署名文章|谈话)$"
    r"|^各地(?:各部门|区各部门)?(?:积极|集中|广泛|组织|纷纷)*(?:开展|推出|举办|举行)[^“《、]*活动"
    r"|^[^《“]{0,8}(?:情况通报|(?:研究|调查|统计)(?:结果|数据)(?:显示)?|报告显示)(?:发布|公布)$"
    r"|^[“《]?(?:行动|实施|工作|总体|专项)?(?:方案|意见|办法|规划|计划|措施|细则|通知)[”》]?(?:发布|印发|出台|公布|下发)$"
)


def unnamed(plain: str) -> bool:
    """Whether a statement in simplified characters tells of a document by its kind alone.

    Args:
        plain: the statement.
    """
    return _UNNAMED.search(plain) is not None


_BRACKETLESS = re.compile(r"[一-鿿“”A-Za-z]{4,20}(?:方案|计划|条例|办法|规划|纲要|指南)(?:发布|印发|出台|公布)")


def tells_document(plain: str) -> bool:
    """Whether a title in simplified characters is that of a document out whose name stands without brackets.

    Args:
        plain: the title: 低空经济新赛道行动方案发布.
    """
    return _BRACKETLESS.fullmatch(plain) is not None


_BODIES = re.compile(r"^(?:[两二三四五六七八九十\d]+(?:部门|部委|国)|双方|有关部门|相关部门)(?![一-鿿]{0,2}《)")


def counts_bodies(plain: str) -> bool:
    """Whether a headline only counts who does what it tells: 两部门启动专项行动.

    Args:
        plain: the headline in simplified characters.
    """
    return _BODIES.search(plain) is not None
