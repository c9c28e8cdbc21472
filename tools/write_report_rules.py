"""Write docs/report-rules.md from the rules themselves."""

from pathlib import Path

from gongkai.statute.annual_report.checks import RULES

PAGE = Path(__file__).resolve().parents[1] / "docs" / "report-rules.md"

HEAD = """# 年度报告的检查规则

本页由程序生成（`python tools/write_report_rules.py`），请勿手改。
“错误”拦截发布，“提醒”请人看一眼；原表没有填的格子不参加检查，空白不等于零。

| 编号 | 程度 | 检查什么 | 依据 |
|---|---|---|---|
"""


TAIL = """
编制时另有一条：`X-TYPED`（提醒），正文里手写的数字与记录不一致。
"""


def page() -> str:
    """Return the page: a line for each rule."""
    lines = [
        f"| `{rule.id}` | {rule.severity.label} | {rule.title} | {rule.source} |\n"
        for rule in RULES
    ]
    return HEAD + "".join(lines) + TAIL


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
