import io
import zipfile
from datetime import date

import pypdfium2
import pytest
from django.core.files.base import ContentFile

from factories.notices import (
    ADDRESS,
    NAME,
    SEARCH,
    add_step,
    approved_notice,
    case_with_applicant,
    director_of,
    finished_notice,
)
from factories.remedies import RemedyCaseFactory
from gongkai.casework.models import Applicant, CaseFile, CaseFileKind
from gongkai.casework.notices import (
    approve_notice,
    draft_notice,
    fill_notice,
    finish_notice,
    record_delivery,
    send_notice,
    withdraw_notice,
)
from gongkai.documents.fonts import find_fonts
from gongkai.exchange.notices import archive_case, archive_file_name
from gongkai.statute.errors import GongkaiError

DAY = date(2025, 8, 1)


def no_fonts() -> bool:
    try:
        find_fonts()
    except GongkaiError:
        return True
    return False


pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(no_fonts(), reason="本机没有中文字体，PDF不能生成"),
]


@pytest.fixture
def case():
    case = case_with_applicant(number="2025-0007")
    add_step(case, "amendment_requested", date(2021, 6, 3), note="未写明年度")
    notice = approved_notice(case, DAY)
    delivery = send_notice(
        notice=notice, way="counter", sent_on=DAY, tracking_number="", actor=None
    )
    record_delivery(
        delivery=delivery, received_on=DAY, signed_by="本人签收", actor=None
    )
    add_file(case, "申请表.txt", b"form", "form.txt")
    return case


def add_file(case, title, content, name):
    return CaseFile.objects.create(
        disclosure_request=case,
        kind=CaseFileKind.SUBMITTED,
        title=title,
        file=ContentFile(content, name=name),
    )


def opened(case):
    return zipfile.ZipFile(io.BytesIO(archive_case(case)))


def words(content: bytes) -> str:
    pages = pypdfium2.PdfDocument(content)
    texts = (page.get_textpage().get_text_range() for page in pages)
    return "".join("".join(texts).split())


NOTICE = "文书/01云教公开告〔2025〕1号政府信息公开告知书（政府信息不存在）.pdf"


def test_archive_holds_index_record_notices_and_originals(case):
    archive = opened(case)

    assert archive.namelist() == [
        "目录.pdf",
        "办理记录.pdf",
        NOTICE,
        "材料/01申请表.txt",
    ]
    assert archive.read("材料/01申请表.txt") == b"form"
    assert f"{NAME}：" in words(archive.read(NOTICE))


def test_index_names_every_document(case):
    archive = opened(case)

    index = words(archive.read("目录.pdf"))
    assert [name for name in archive.namelist()[1:] if name not in index] == []


def test_record_tells_steps_approval_delivery_and_journal(case):
    record = words(opened(case).read("办理记录.pdf"))

    for told in (
        NAME,
        ADDRESS,
        "2021-06-03告知补正",
        "未写明年度",
        "同意",
        "本人签收",
        "起草文书",
        "批准文书",
        "登记送达",
    ):
        assert told in record


def test_record_numbers_the_tables_that_it_has(case):
    document = pypdfium2.PdfDocument(opened(case).read("办理记录.pdf"))

    assert [item.get_title() for item in document.get_toc()] == [
        "一、办理步骤",
        "二、文书审批",
        "三、送达",
        "四、操作留痕",
    ]


def test_draft_is_not_archived(case):
    draft_notice(disclosure_request=case, kind="receipt", actor=None)
    finished_notice(case)

    assert [name for name in opened(case).namelist() if "文书/" in name] == [NOTICE]


def test_title_of_a_file_does_not_lead_out_of_the_archive(case):
    add_file(case, "../../etc/暗号.txt", b"x", "y.txt")

    assert opened(case).namelist()[-1] == "材料/02....etc暗号.txt"


def test_lost_original_is_named(case):
    file = add_file(case, "身份证明", b"x", "z.txt")
    file.file.storage.delete(file.file.name)

    with pytest.raises(GongkaiError, match="“身份证明”的原件读不到"):
        archive_case(case)


def test_case_with_a_character_that_no_font_has_is_archived_all_the_same(case):
    Applicant.objects.filter(disclosure_request=case).update(name="乔\ue000禾")

    assert "乔〓禾" in words(opened(case).read("办理记录.pdf"))


def test_long_address_breaks_inside_its_cell(case):
    address = "a" * 90 + "@example.com"
    Applicant.objects.filter(disclosure_request=case).update(email=address)

    page = pypdfium2.PdfDocument(opened(case).read("办理记录.pdf"))[0]

    boxes = [
        page.get_textpage().get_charbox(at)
        for at in range(page.get_textpage().count_chars())
    ]
    assert max(right for _, _, right, _ in boxes) <= (210 - 26) * 72 / 25.4


def test_file_name_tells_the_case(case):
    assert archive_file_name(case) == "2025-0007依申请公开案卷.zip"


def test_whole_case_is_in_its_archive(case):
    """Three notices, one revoking another, two originals, a void number, a remedy."""
    first = case.notices.get()
    second = draft_notice(
        disclosure_request=case,
        kind="none",
        supersedes=first,
        supersede_reason="检索范围写错",
        actor=None,
    )
    fill_notice(notice=second, elements=SEARCH, actor=None)
    finish_notice(notice=second, dated_on=DAY, actor=None)
    director = director_of(case.organ)
    approve_notice(notice=second, is_approved=True, actor=director)
    withdraw_notice(notice=second, reason="日期写错", actor=director)
    finish_notice(notice=second, dated_on=DAY, actor=None)
    approve_notice(notice=second, is_approved=True, actor=director)
    receipt = draft_notice(disclosure_request=case, kind="receipt", actor=None)
    finish_notice(notice=receipt, dated_on=DAY, actor=None)
    add_file(case, "身份证明.pdf", b"%PDF-1", "b.pdf")
    RemedyCaseFactory(organ=case.organ, disclosure_request=case, decision=first)

    archive = opened(case)

    record = words(archive.read("办理记录.pdf"))
    assert archive.namelist() == [
        "目录.pdf",
        "办理记录.pdf",
        NOTICE,
        NOTICE.replace("/01", "/02").replace("1号", "3号"),
        "文书/032025-0007政府信息公开申请登记回执.pdf",
        "材料/01申请表.txt",
        "材料/02身份证明.pdf",
    ]
    assert archive.read("材料/02身份证明.pdf") == b"%PDF-1"
    assert [
        told
        for told in ("云教公开告〔2025〕2号", "日期写错", "行政复议", "退回起草")
        if told not in record
    ] == []
    assert archive.testzip() is None
