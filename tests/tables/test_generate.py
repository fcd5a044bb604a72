import pytest

generate = pytest.importorskip("tests.tables.generate", reason="opencc or pypinyin, a table's source, is not installed")


def test_the_table_of_characters_is_what_its_source_says() -> None:
    assert generate.FOLD_TABLE.read_text("utf-8") == generate.fold_table()


def test_the_table_of_syllables_is_what_its_source_says() -> None:
    assert generate.PINYIN_TABLE.read_text("utf-8") == generate.pinyin_table()
