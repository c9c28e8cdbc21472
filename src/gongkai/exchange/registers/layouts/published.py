"""The catalogue, the guide, published items and normative documents."""

from gongkai.catalogue.models import Category, Duty, Guide
from gongkai.exchange.registers.attachments import AttachedFiles
from gongkai.exchange.registers.checklist import Checklist
from gongkai.exchange.registers.children import Labels
from gongkai.exchange.registers.kinds import Choice
from gongkai.exchange.registers.layout import Layout, columns
from gongkai.exchange.registers.layouts.house import KEY, NOTE, NUMBER, OFFICE
from gongkai.exchange.registers.references import Reference
from gongkai.publishing.models import (
    Channel,
    Item,
    LexiconWord,
    NormativeDocument,
    Release,
)
from gongkai.statute.disclosure import DeadlineKind

_CATEGORY = Reference(Category, "code", "目录编码")
_DUTY = Reference(Duty, "number", "公开事项的序号")
_ITEM = Reference(Item, "number", "索引号")
_CHANNELS = Labels(
    related_name="releases",
    model=Release,
    parent="item",
    field="channel",
    choices=tuple((channel.value, channel.label) for channel in Channel),
)

CATEGORIES = Layout(
    slug="categories",
    label="公开目录",
    model=Category,
    key=("organ", "code"),
    columns=columns(
        Category,
        ("目录编码", "code", None, "本机关内不重复，再次导入时按它认出同一条记录。"),
        ("目录名称", "name"),
        ("所属栏目", "section"),
        ("上级目录编码", "parent", _CATEGORY, "顶层目录不填。"),
        ("公开依据", "basis", None, "如“《条例》第二十条第（一）项”。"),
        ("排序", "position"),
    ),
)

GUIDES = Layout(
    slug="guides",
    label="公开指南",
    model=Guide,
    key=("organ",),
    columns=columns(
        Guide,
        ("公开工作机构名称", "work_body"),
        ("信息分类", "classification"),
        ("编排体系", "arrangement"),
        ("获取方式", "ways_to_obtain"),
        ("依申请公开办理", "how_to_apply"),
        ("监督和救济", "supervision"),
        ("最近核对日期", "reviewed_on"),
    ),
)

#: The official ten columns first (《义务教育领域基层政务公开标准目录》), then our own.
DUTIES = Layout(
    slug="duties",
    label="公开事项",
    model=Duty,
    key=KEY,
    columns=columns(
        Duty,
        ("序号", "number", None, "本机关内不重复，再次导入时按它认出同一个事项。"),
        ("一级事项", "first_level"),
        ("二级事项", "second_level"),
        ("公开内容（要素）", "content", None, "几个要素用“；”隔开。"),
        ("公开依据", "basis"),
        (
            "公开时限",
            "deadline_kind",
            Choice(tuple((kind.value, kind.wording) for kind in DeadlineKind)),
        ),
        ("公开主体", "publisher"),
        ("公开渠道和载体", "channels", Checklist()),
        ("公开对象", "audience"),
        ("公开方式", "way"),
        ("公开层级", "level"),
        ("公开周期", "cycle"),
        ("责任股室", "office", OFFICE),
        ("目录编码", "category", _CATEGORY),
        ("不适用的理由", "not_applicable"),
        ("排序", "position"),
        NOTE,
    ),
)

ITEMS = Layout(
    slug="items",
    label="公开信息",
    model=Item,
    key=KEY,
    columns=columns(
        Item,
        ("索引号", "number", None, "本机关内不重复，再次导入时按它认出同一条信息。"),
        ("标题", "title"),
        ("内容概述", "summary"),
        ("正文", "body"),
        ("目录编码", "category", _CATEGORY),
        ("责任股室", "office", OFFICE),
        ("发文字号", "document_number"),
        ("来源", "source"),
        ("成文日期", "formed_on"),
        ("公开日期", "disclosed_on", None, "已发布的信息必填。"),
        ("有效性", "validity"),
        ("状态", "status", None, "不填即“草稿”。"),
        ("公开渠道", "releases", _CHANNELS),
        ("附件", "attachments", AttachedFiles()),
        NOTE,
        optional=(("公开事项", "duty", _DUTY),),
    ),
)

NORMATIVE_DOCUMENTS = Layout(
    slug="normative_documents",
    label="规范性文件",
    model=NormativeDocument,
    key=KEY,
    columns=columns(
        NormativeDocument,
        NUMBER,
        ("类别", "kind"),
        ("标题", "title"),
        ("发文字号", "document_number"),
        ("制发日期", "issued_on"),
        ("施行日期", "effective_on"),
        ("废止（失效）日期", "ended_on"),
        ("终止方式", "ended_how"),
        ("索引号", "item", _ITEM, "公开这份文件的信息的索引号。"),
        NOTE,
    ),
)

LEXICON = Layout(
    slug="lexicon",
    label="错敏词库",
    model=LexiconWord,
    key=("organ", "word"),
    columns=columns(
        LexiconWord,
        ("词语", "word", None, "本机关内不重复，再次导入时按它认出同一条记录。"),
        ("建议写法", "suggestion", None, "不填的，提示核对。"),
        ("必须处理", "is_blocking", None, "填“是”的，要先处理才能提交审核。"),
    ),
)
