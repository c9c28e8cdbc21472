import pytest

from factories.tables import headers
from gongkai.exchange.registers import LAYOUTS
from gongkai.organs.models import Organ

CONTRACT = {
    "organs": "机关全称 简称 层级 上级机关代码 主色 办公地址 办公时间 联系电话 传真 "
    "电子邮箱 网站 网站标识码 ICP备案号 公安备案号 收费金额小数位（万元）",
    "offices": "编号 股室名称 职责 联系电话 政府信息公开工作机构 排序 备注",
    "people": "编号 姓名 职务 股室 办公电话 在岗 角色 备注",
    "leadership": "编号 姓名 职务 组内职务 分工 任职起 任职止 备注",
    "categories": "目录编码 目录名称 所属栏目 上级目录编码 公开依据 排序",
    "duties": "序号 一级事项 二级事项 公开内容（要素） 公开依据 公开时限 公开主体 "
    "公开渠道和载体 公开对象 公开方式 公开层级 公开周期 责任股室 目录编码 "
    "不适用的理由 排序 备注",
    "guides": "公开工作机构名称 信息分类 编排体系 获取方式 依申请公开办理 "
    "监督和救济 最近核对日期",
    "items": "索引号 标题 内容概述 正文 目录编码 责任股室 发文字号 来源 成文日期 "
    "公开日期 有效性 状态 公开渠道 附件 备注 公开事项",
    "normative_documents": "编号 类别 标题 发文字号 制发日期 施行日期 "
    "废止（失效）日期 终止方式 索引号 备注",
    "lexicon": "词语 建议写法 必须处理",
    "ledger": "编号 类别 日期 事项 数量 金额（元） 结果 来源文件 责任股室 备注",
    "requests": "编号 申请人类别 申请渠道 申请内容 收到日期 承办股室 补正告知日期 "
    "征求第三方意见日期 收费通知日期 实收信息处理费（元） 办理结果 办结日期 "
    "答复文号 备注 提交日期 获取方式 承办人 同一来件 状态 答复期限 "
    "姓名或者名称 证件类型 证件号码 联系人 联系电话 电子邮箱 通信地址",
    "steps": "申请编号 次序 步骤 日期 对方收到日期 要求答复日期 工作日数 延至 结果 "
    "征求对象 报请保密确认 说明 提交日期",
    "corrections": "编号 申请人类别 提出方式 收到日期 要求更正的记录 更正权限 办理结果 "
    "办结日期 有权更正的机关 该机关联系方式 告知日期 告知文号 备注",
    "remedies": "编号 途径 复议机关（法院） 事由 所涉申请 受理（立案）日期 审结日期 "
    "结果 备注 本机关地位 先前的复议案件 申请（起诉）日期 复议程序 "
    "收到副本日期 提交答复日期 收到决定（裁判）日期 责令重新答复的期限 "
    "重新答复期限的单位 重新答复日期",
    "proposals": "编号 类别 届次 标题 领衔人（界别） 承办股室 交办日期 答复日期 "
    "答复公开日期 备注",
    "trainings": "编号 类别 日期 主题 参加人数 主要内容 备注",
    "problems": "编号 报告年度 类别 顺序 要点 内容 整改进展 完成日期 备注",
    "patrols": "编号 巡查日期 巡查对象 巡查人 发现问题数 巡查情况 整改完成日期 备注",
}


def test_the_registers_load_in_the_order_in_which_they_rest_on_each_other():
    assert list(LAYOUTS) == list(CONTRACT)


@pytest.mark.parametrize("slug", CONTRACT)
def test_the_columns_are_those_of_the_contract(slug):
    assert headers(slug) == ["机关代码", *CONTRACT[slug].split()]


@pytest.mark.parametrize("slug", CONTRACT)
def test_every_field_that_a_record_needs_has_a_column(slug):
    model = LAYOUTS[slug].model
    filled = {column.field for column in LAYOUTS[slug].columns}
    needed = {
        field.name
        for field in model._meta.concrete_fields  # noqa: SLF001
        if field.editable and not field.blank and not field.has_default()
    }

    assert needed - filled == set()


@pytest.mark.parametrize("slug", CONTRACT)
def test_a_required_column_is_one_that_the_model_demands(slug):
    model = LAYOUTS[slug].model
    for column in LAYOUTS[slug].columns:
        if column.required and not column.through:
            assert not model._meta.get_field(column.field).blank  # noqa: SLF001


def test_every_row_belongs_to_an_organ():
    for layout in LAYOUTS.values():
        assert layout.columns[0].header == "机关代码"
        assert layout.model is Organ or layout.key[0] in ("organ", "disclosure_request")
