"""The columns of the platform with their exact names (国办公开办函〔2019〕61号)."""

from gongkai.catalogue.models import Section
from gongkai.portal.site.page_tags import Column

GUIDE = Column(
    str(Section.GUIDE.label),
    "政府信息的分类、编排体系、获取方式和公开工作机构的联系方式。",
    "公开指南,获取方式,公开工作机构",
)
RULES = Column(
    str(Section.RULES.label),
    "政府信息公开的法规和本机关的公开制度。",
    "公开制度,政府信息公开条例",
    "政策文件",
)
CONTENT = Column(
    str(Section.CONTENT.label),
    "依照《中华人民共和国政府信息公开条例》主动公开的政府信息。",
    "主动公开,政府信息,公开目录",
)
REPORTS = Column(
    str(Section.REPORTS.label),
    "历年政府信息公开工作年度报告，可以在线查阅和下载。",
    "年度报告,政府信息公开工作年度报告",
)
APPLY = Column("依申请公开", "怎样申请公开政府信息。", "依申请公开,申请方式")
CORRECTION = Column(
    "个人信息更正",
    "与自身相关的政府信息记录不准确的，怎样要求更正。",
    "信息更正,更正申请",
)
HOME = Column("政府信息公开", "法定主动公开内容的查阅、检索和下载。", "政府信息公开")
SEARCH = Column("信息查找", "按标题、文号和索引号查找已公开的信息。", "查找,检索")
FOLLOW = Column(
    "查询办理进度", "凭申请编号和查询码查询公开申请的办理进度。", "查询进度"
)
