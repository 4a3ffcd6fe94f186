"""Writes the tables of scoring/METHOD.md anew from tests/data/method.yaml."""

from tests.method.rows import PAGE, page

PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
