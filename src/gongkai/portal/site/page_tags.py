"""The page tags (网页标签) of government websites, in their order and spelling.

国办发〔2017〕47号, annex: site tags on every page, column tags on pages of a column,
article tags on pages with content. An empty tag counts as a missing one, so a tag
without content is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils import timezone

from gongkai.organs.models import Organ

OGI_COLUMN = "政府信息公开"


@dataclass(frozen=True)
class Column:
    """A column (栏目) of the site; ``type`` is its kind in the words of the annex."""

    name: str
    description: str = ""
    keywords: str = ""
    type: str = "信息公开"


@dataclass(frozen=True)
class Article:
    """What the tags of a page with content say of it."""

    title: str
    disclosed_on: date | None
    source: str
    keywords: str = ""
    author: str = ""
    description: str = ""
    published_at: datetime | None = None

    @property
    def published(self) -> str:
        """Since when the public has it, to the minute where that is known.

        A record of paper times keeps the day only, as does a day that was set.
        """
        if self.disclosed_on is None:
            return ""
        at = timezone.localtime(self.published_at) if self.published_at else None
        if at is None or at.date() != self.disclosed_on:
            return f"{self.disclosed_on:%Y-%m-%d} 00:00"
        return f"{at:%Y-%m-%d %H:%M}"


@dataclass(frozen=True)
class PageTags:
    """All the tags of one page."""

    site_name: str
    site_domain: str
    site_id_code: str = ""
    column: Column | None = None
    article: Article | None = None
    url: str = ""

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield name and content of the tags that have content."""
        return (pair for pair in self._all() if pair[1])

    def _all(self) -> Iterator[tuple[str, str]]:
        yield "SiteName", self.site_name
        yield "SiteDomain", self.site_domain
        yield "SiteIDCode", self.site_id_code
        if self.column:
            yield "ColumnName", self.column.name
            yield "ColumnDescription", self.column.description
            yield "ColumnKeywords", self.column.keywords
            yield "ColumnType", self.column.type
        if self.article:
            yield from _article_tags(self.article, self.url)


def _article_tags(article: Article, url: str) -> Iterator[tuple[str, str]]:
    yield "ArticleTitle", article.title
    yield "PubDate", article.published
    yield "ContentSource", article.source
    yield "Keywords", article.keywords
    yield "Author", article.author
    yield "Description", article.description
    yield "Url", url


def site_domain(request: HttpRequest, organ: Organ | None) -> str:
    """Return the domain that the organ names as its site's, else the one asked."""
    named = urlsplit(organ.website).hostname if organ and organ.website else None
    return named or request.get_host()
