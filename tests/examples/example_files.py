"""Reading the example data as plain files."""

import csv
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from gongkai.publishing.models import Channel
from gongkai.statute.calendar import WorkingDays

EXAMPLES = Path(__file__).parents[2] / "examples"
SUIPING, YUNXI = "suiping-2021", "yunxi-2021"
BOTH = pytest.mark.parametrize("folder", [SUIPING, YUNXI])
DAYS = WorkingDays.load_all()
SEPARATOR = "；"
WEBSITE = Channel.GOVERNMENT_WEBSITE.label

LAYOUT = {
    "organs": "机关全称,简称,层级,上级机关代码,主色,办公地址,办公时间,联系电话,传真,"
    "电子邮箱,网站,网站标识码,ICP备案号,公安备案号,收费金额小数位（万元）",
    "offices": "编号,股室名称,职责,联系电话,政府信息公开工作机构,排序,备注",
    "people": "编号,姓名,职务,股室,办公电话,在岗,角色,备注",
    "leadership": "编号,姓名,职务,组内职务,分工,任职起,任职止,备注",
    "categories": "目录编码,目录名称,所属栏目,上级目录编码,公开依据,排序",
    "duties": "序号,一级事项,二级事项,公开内容（要素）,公开依据,公开时限,公开主体,"
    "公开渠道和载体,公开对象,公开方式,公开层级,公开周期,责任股室,目录编码,"
    "不适用的理由,排序,备注",
    "guides": "公开工作机构名称,信息分类,编排体系,获取方式,依申请公开办理,"
    "监督和救济,最近核对日期",
    "items": "索引号,标题,内容概述,正文,目录编码,责任股室,发文字号,来源,成文日期,"
    "公开日期,有效性,状态,公开渠道,附件,备注",
    "normative_documents": "编号,类别,标题,发文字号,制发日期,施行日期,"
    "废止（失效）日期,终止方式,索引号,备注",
    "ledger": "编号,类别,日期,事项,数量,金额（元）,结果,来源文件,责任股室,备注",
    "requests": "编号,申请人类别,申请渠道,申请内容,收到日期,承办股室,补正告知日期,"
    "征求第三方意见日期,收费通知日期,实收信息处理费（元）,办理结果,办结日期,"
    "答复文号,备注",
    "remedies": "编号,途径,复议机关（法院）,事由,所涉申请,受理（立案）日期,审结日期,"
    "结果,备注",
    "proposals": "编号,类别,届次,标题,领衔人（界别）,承办股室,交办日期,答复日期,"
    "答复公开日期,备注",
    "trainings": "编号,类别,日期,主题,参加人数,主要内容,备注",
    "problems": "编号,报告年度,类别,顺序,要点,内容,整改进展,完成日期,备注",
    "patrols": "编号,巡查日期,巡查对象,巡查人,发现问题数,巡查情况,整改完成日期,备注",
}
#: Optional columns that only one of the examples has.
MORE = {(YUNXI, "requests"): ",提交日期,获取方式,承办人"}


def read(folder, register):
    path = EXAMPLES / folder / f"{register}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def key_of(register, row):
    if register in {"organs", "guides"}:
        return (row["机关代码"],)
    return row["机关代码"], row[LAYOUT[register].split(",")[0]]


def day(text):
    return date.fromisoformat(text)


def year_of(text):
    return int(text[:4]) if text else None


def in_2021(rows, column):
    return [row for row in rows if year_of(row[column]) == 2021]


def several(text):
    return [part for part in text.split(SEPARATOR) if part]


def on_website_in_2021(folder):
    return [
        item
        for item in in_2021(read(folder, "items"), "公开日期")
        if item["状态"] == "已发布" and WEBSITE in several(item["公开渠道"])
    ]


def by_month(rows, column):
    return Counter(day(row[column]).month for row in rows)


def of_kind(folder, kind):
    return [row for row in read(folder, "ledger") if row["类别"] == kind]


def prose(folder):
    texts = (EXAMPLES / folder / "sections").glob("*.txt")
    return {path.stem: path.read_text("utf-8").strip() for path in texts}


def with_figures(text, figures):
    return re.sub(r"⟦(.+?)⟧", lambda mark: str(figures[mark[1]]), text)


def report(folder, name):
    return json.loads((EXAMPLES / folder / f"{name}.json").read_text("utf-8"))
