import pytest

generate = pytest.importorskip("tests.tables.generate", reason="opencc, the source of the table, is not installed")


def test_the_table_is_what_its_source_says() -> None:
    assert generate.FOLD_TABLE.read_text("utf-8") == generate.fold_table()
