"""The examples in the docstrings of statute run and are right."""

import doctest
import importlib
import pkgutil

import pytest

import gongkai.statute

MODULES = [
    found.name
    for found in pkgutil.walk_packages(gongkai.statute.__path__, "gongkai.statute.")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_a_module_are_right(name):
    results = doctest.testmod(importlib.import_module(name))

    assert results.failed == 0


def test_examples_are_found():
    module = importlib.import_module("gongkai.statute.calendar.working_days")

    assert doctest.testmod(module).attempted > 0
