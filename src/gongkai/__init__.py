"""Gongkai (公开): the open-government-information duty of an administrative organ."""

__version__ = "0.1.0"
