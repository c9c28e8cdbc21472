"""审核单: the trail of an item's review as a form on paper (条例第十七条).

Who looked at what, when, with which opinion; the checksum names the very content.
"""

from collections.abc import Iterator, Sequence

from django.utils import timezone

from gongkai.documents.prose import printable
from gongkai.documents.word.package import new_document, to_bytes
from gongkai.documents.word.ruled import add_ruled
from gongkai.documents.word.text import add_heading, add_title
from gongkai.exchange.notices.sheets import Sheet, SheetTable, set_sheet
from gongkai.publishing.content import content_of
from gongkai.publishing.models import Item, ReviewEntry
from gongkai.publishing.selectors.review import standing_of
from gongkai.publishing.selectors.stages import stage_times
from gongkai.statute.articles import in_chinese
from gongkai.statute.errors import GongkaiError
from gongkai.statute.review import ReviewAct, ReviewLevel

TITLE = "政府信息公开审核单"


def review_sheet_name(item: Item, suffix: str) -> str:
    """Return the name that a person would give the file."""
    kept = "".join(mark for mark in item.number if mark not in '\\/:*?"<>| ')
    return f"{kept}审核单{suffix}"


def render_review_sheet(item: Item, suffix: str) -> bytes:
    """Return the form as .docx or .pdf; the same trail gives the same bytes.

    Raises ``GongkaiError`` for an item that was never submitted.
    """
    entries = list(
        item.review_entries.select_related("account", "instead_of").order_by("position")
    )
    if not entries:
        raise GongkaiError("这条信息还没有提交审核，没有审核单。请先提交审核。")
    sheet = _sheet(item, entries)
    made_on = timezone.localdate(entries[-1].at)
    if suffix == ".pdf":
        return set_sheet(sheet, made_on=made_on)
    document = new_document(title=TITLE, author=item.organ.name)
    add_title(document, sheet.title_lines)
    add_ruled(document, (1, 4), (), [_printed(fact) for fact in sheet.facts])
    for at, table in enumerate((one for one in sheet.tables if one.rows), start=1):
        add_heading(document, f"{in_chinese(at)}、{table.caption}", after_table=True)
        add_ruled(
            document, table.columns, table.head, [_printed(row) for row in table.rows]
        )
    return to_bytes(document, made_on=made_on)


def _sheet(item: Item, entries: list[ReviewEntry]) -> Sheet:
    return Sheet(
        title_lines=(TITLE,),
        organ=item.organ.name,
        facts=list(_facts(item, entries)),
        tables=(_opinions(entries), _findings(item), _files(item)),
    )


def _facts(item: Item, entries: list[ReviewEntry]) -> Iterator[tuple[str, str]]:
    standing = standing_of(item)
    yield "机关", item.organ.name
    yield "标题", item.title
    yield "索引号", item.number
    yield "公开目录", str(item.category)
    yield "责任股室", str(item.office or "")
    yield "发文字号", item.document_number
    yield "成文日期", str(item.formed_on)
    yield "公开属性", str(item.get_attribute_display())
    yield "起草人", _name(item.author) if item.author else ""
    yield "审核状态", standing.state.label
    yield "送审稿校验", standing.content or entries[-1].content
    if standing.content and content_of(item).fingerprint != standing.content:
        yield "说明", "送审以后内容有改动，本单只对校验所指的内容有效。"


def _opinions(entries: list[ReviewEntry]) -> SheetTable:
    times = stage_times(entries)
    return SheetTable(
        "审核经过",
        (9, 9, 10, 8, 16, 9),
        ("事项", "办理人", "时间", "用时", "意见", "校验"),
        [
            (
                _act(entry),
                _who(entry),
                f"{timezone.localtime(entry.at):%Y-%m-%d %H:%M}",
                time.text if time else "",
                _opinion(entry),
                entry.content[:8],
            )
            for entry, time in zip(entries, times, strict=True)
        ],
    )


def _findings(item: Item) -> SheetTable:
    found = item.findings.filter(is_current=True).select_related(
        "settled_by", "attachment"
    )
    return SheetTable(
        "内容检查",
        (12, 12, 10, 14, 9),
        ("发现", "位置", "处理", "理由", "处理人"),
        [
            (
                one.masked,
                "，".join(str(part) for part in (one.attachment, one.place) if part),
                str(one.get_settlement_display()),
                one.reason,
                _name(one.settled_by) if one.settled_by else "",
            )
            for one in found
        ],
    )


def _files(item: Item) -> SheetTable:
    return SheetTable(
        "附件",
        (20, 40),
        ("名称", "校验"),
        [(file["title"], file["sha256"]) for file in content_of(item).files],
    )


def _act(entry: ReviewEntry) -> str:
    label = ReviewAct(entry.act).label
    return f"{ReviewLevel(entry.level).label}：{label}" if entry.level else label


def _who(entry: ReviewEntry) -> str:
    name = _name(entry.account) if entry.account else "程序"
    return f"{name}（代{entry.instead_of}）" if entry.instead_of else name


def _name(account: object) -> str:
    full = getattr(account, "get_full_name", lambda: "")()
    return str(full or account)


def _opinion(entry: ReviewEntry) -> str:
    default = "同意" if entry.act == ReviewAct.APPROVED.value else ""
    marks = [f"标出：{mark}" for mark in entry.marks]
    return "；".join(part for part in (entry.reason or default, *marks) if part)


def _printed(row: Sequence[str]) -> list[str]:
    return [printable(text) for text in row]
