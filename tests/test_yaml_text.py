"""Files that are not YAML of the accepted kind: each planted fault is told with its place, its code and a way out."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from procedure.errors import Diagnostic, FileError
from procedure.yaml_text import DEEPEST, LARGEST_FILE, MOST_NODES, Node, decode, parse, read
from tests.tiny import planted


def faults(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(FileError) as caught:
        parse(text, "x.yaml")
    return caught.value.diagnostics


# What is accepted


def test_every_scalar_is_text() -> None:
    text = 'a: 18:00\nb: 54.10\nc: yes\nd: null\ne: ~\nf: 0x1F\ng: 2023-03-19\nh: 1e3\ni: "x"\nj:\n'
    written = ["18:00", "54.10", "yes", "null", "~", "0x1F", "2023-03-19", "1e3", "x", ""]
    assert list(parse(text, "x").plain().values()) == written


def test_nodes_remember_their_place() -> None:
    root = parse("acts:\n  - act: dissolve\n    by: {ä: Мәжіліс, list: [1, 2]}\n", "x")
    act = (root.get("acts") or root).items
    assert act is not None
    by = act[0].get("by")
    assert by is not None
    assert (act[0].line, act[0].column) == (2, 5)
    assert (by.line, by.column) == (3, 9)
    listed = by.get("list")
    assert listed is not None and listed.items is not None
    assert [(item.line, item.column) for item in listed.items] == [(3, 29), (3, 32)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("\ufeffa: 1", {"a": "1"}),
        ("# first\n---\na: 1\n...\n", {"a": "1"}),
        ("a: 1\r\nb: 2\r\n", {"a": "1", "b": "2"}),
        ("a: 1\rb: 2\r", {"a": "1", "b": "2"}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ("a: >-\n  one\n  two\n", {"a": "one two"}),
        ("a: 'it''s'", {"a": "it's"}),
        ('a: "<<"\n"<<": b', {"a": "<<", "<<": "b"}),
        ("a: one # two", {"a": "one"}),
        ("a: 'one\n\n  two'", {"a": "one\ntwo"}),
        ('"a\\tb": c', {"a\tb": "c"}),
    ],
)
def test_plain_yaml_is_read(text: str, value: object) -> None:
    assert parse(text, "x").plain() == value


def test_two_ways_to_write_a_letter_are_one() -> None:
    assert parse("Ma\u0308jilis: a", "x").plain() == {"Mäjilis": "a"}
    assert [each.code for each in faults("Ma\u0308jilis: a\nMäjilis: b")] == ["PR105"]


def test_values_may_be_in_any_script() -> None:
    text = "kk: Мәжіліс төрағасы Ғ. Қ\nzh: 議会\nar: البرلمان\nemoji: 😀\n"
    assert parse(text, "x").plain()["kk"] == "Мәжіліс төрағасы Ғ. Қ"


# Planted faults; § marks the place


@pytest.mark.parametrize(
    ("text", "code", "message", "help"),
    [
        # nothing there
        ("§", "PR102", "the file is empty", "key: value"),
        ("§  \n\t\n", "PR102", "the file is empty", "key: value"),
        ("§# only\n# comments\n", "PR102", "nothing but comments", "key: value"),
        ("§---\n", "PR102", "nothing but comments", "key: value"),
        # quotes
        ("a: §'one\nb: 2\n", "PR103", "the quote that opens here is never closed", "closing quote"),
        ('a: 1\nb: §"two', "PR103", "the quote that opens here is never closed", "closing quote"),
        ("a: §'one\n---\nb: 1'\n", "PR103", "the quote that opens here is never closed", "closing quote"),
        ("a: 'it'§s'", "PR103", "the text goes on after its closing quote", "twice"),
        ('a: "say "§no" here"', "PR103", "the text goes on after its closing quote", "twice"),
        ('a: "\\§q"', "PR103", "a backslash before 'q' means nothing", "single quotes"),
        ('a: "\\x§4"', "PR103", "this backslash needs 2 hexadecimal digits", "single quotes"),
        ('a: "\\u§12"', "PR103", "this backslash needs 4 hexadecimal digits", "single quotes"),
        ('a: 1\nb: "§\\U00110000"', "PR103", "\\U00110000 is not a character", "single quotes"),
        ('b: "\\U0001F600 §\\UFFFFFFFF"', "PR103", "\\UFFFFFFFF is not a character", "single quotes"),
        # colons
        ("a: b§: c", "PR103", "a second key begins inside a value", "quotes"),
        ("a: 'b' §: c", "PR103", "a second key begins inside a value", "quotes"),
        ("what: Court§: the list stands", "PR103", "a second key begins inside a value", "quotes"),
        ("a: 1\n §b: 2", "PR103", "does not line up with the line above", "column of the other keys"),
        ("act\n§date: 2023-01-19", "PR103", "does not line up with the line above", "end the line above with a colon"),
        ("acts:\n  - a: 1\n§and so on\n", "PR103", "neither a key nor part of a value", "key: value"),
        ("a: >\n§x\n", "PR103", "neither a key nor part of a value", "key: value"),
        ("§" + "k" * 1100 + ": 1", "PR103", "a key is longer than 1,024 characters", "shorten"),
        # indentation
        ("a:\n  b: 1\n §c: 2", "PR103", "does not line up with the lines above", "same column"),
        ("- a\n§b: 1", "PR103", "does not line up with the lines above", "same column"),
        ("a: 1\n§- b", "PR103", "does not line up with the lines above", "same column"),
        ("acts:\n  - act: x\n   §date: y", "PR103", "does not line up with the line", "column"),
        ("a: |\n     x\n  §y", "PR103", "does not line up with the lines above", "same column"),
        ("§\ta: 1", "PR103", "a tab stands where only spaces may stand", "indent with spaces"),
        ("a:\n§\tb: 1", "PR103", "a tab stands where only spaces may stand", "indent with spaces"),
        # brackets
        ("a: §[1, 2", "PR103", "the list that begins here with [ is never closed", "]"),
        ("a: §{b: 1", "PR103", "the group of keys that begins here with { is never closed", "}"),
        ("a: [1, 2\nb§: 3\n", "PR103", "a comma or ] is missing in the list that begins with [ in line 1", "quotes"),
        ("a: {b: 'c' §'d'}", "PR103", "a comma or } is missing in the group of keys", "quotes"),
        ("a: §]", "PR103", "']' cannot stand here", "quotes"),
        ("§}", "PR103", "'}' cannot stand here", "quotes"),
        ("a: [§,]", "PR103", "',' cannot stand here", "remove it"),
        # what a value cannot begin with
        ("a: §@x", "PR103", "a value cannot begin with '@'", "quotes"),
        ("a: §`x`", "PR103", "a value cannot begin with '`'", "quotes"),
        ("a: §%x", "PR103", "a value cannot begin with '%'", "quotes"),
        ("a: §- b", "PR103", "an item of a list cannot begin here", "a line of its own"),
        ("a: §? b", "PR103", "a value cannot begin with '? '", "quotes"),
        ("a: |§x\n  y", "PR103", "the text under | or > is not well formed", "indent"),
        ("a: >§0\n  y", "PR103", "the text under | or > is not well formed", "indent"),
        # keys
        ("§[a, b]: 1", "PR104", "a key must be text", "quotes"),
        ("§{a: b}: 1", "PR104", "a key must be text", "quotes"),
        ("? §- a\n: 1", "PR104", "a key must be text", "quotes"),
        ("a: 1\n§: 2", "PR104", "a key is missing before the colon", "write the key"),
        ("§'': 2", "PR104", "a key is missing before the colon", "write the key"),
        ("a: 1\nb: 2\n§a: 3", "PR105", "the key 'a' stands twice", "first in line 1"),
        ("a: {b: 1, §b: 1}", "PR105", "the key 'b' stands twice", "first in line 1"),
        ('a: 1\n§"a": 3', "PR105", "the key 'a' stands twice", "keep one"),
        # what YAML has and these files do not
        ("a: §&x 1", "PR106", "anchors (&x) are not accepted", "write the value out"),
        ("a: §&x", "PR106", "anchors (&x) are not accepted", "write the value out"),
        ("a: §*x", "PR106", "aliases (*x) are not accepted", "write the value out"),
        ("§*x : 1", "PR106", "aliases (*x) are not accepted", "write the value out"),
        ("a: §* x", "PR106", "a value cannot begin with & or *", "quotes"),
        ("a: §&", "PR106", "a value cannot begin with & or *", "quotes"),
        ("a: §!!str 5", "PR106", "tags (!…) are not accepted", "read as text"),
        ("a: §!x {b: c}", "PR106", "tags (!…) are not accepted", "read as text"),
        ("a: §!e!x y", "PR106", "tags (!…) are not accepted", "read as text"),
        ("a: §! 5", "PR106", "tags (!…) are not accepted", "read as text"),
        ("a: §!!python/object/apply:os.system [ls]", "PR106", "tags (!…) are not accepted", "read as text"),
        ("§<<: {a: 1}", "PR106", "merge keys (<<) are not accepted", "write the value out"),
        ("§%YAML 1.2\n---\na: 1", "PR106", "directives", "remove the line"),
        ("# x\n§%YAML 1.1\n---\na: 1", "PR106", "directives", "remove the line"),
        ("§%TAG ! tag:x,2000:\n---\na: 1", "PR106", "directives", "remove the line"),
        ("§%YAML 9.9\n---\na: 1", "PR106", "directives", "remove the line"),
        ("§%FOO\na: 1", "PR106", "directives", "remove the line"),
        ("a: 1\n§---\nb: 2", "PR107", "a second document begins in this file", "---"),
        ("a: 1\n§---\n---\n", "PR107", "a second document begins in this file", "---"),
        ("a: 1\n...\n§b: 2", "PR107", "a second document begins in this file", "one document"),
        ("a: 1\n... §b: 2", "PR103", "the file goes on after its value has ended", "one value a file"),
        ("[a] §b", "PR103", "the file goes on after its value has ended", "one value a file"),
        # characters
        ("a: x§\x07y", "PR109", "the character U+0007 is not accepted", "remove the character"),
        ("a: 1\nb: §\x1b[31mred", "PR109", "the character U+001B is not accepted", "remove the character"),
        ("a: x§\x00y", "PR109", "the character U+0000 is not accepted", "UTF-16"),
        ("a: x§\x85y", "PR109", "the character U+0085 is not accepted", "remove the character"),
        ("a: x§\u2028y", "PR109", "U+2028 LINE SEPARATOR", "remove the character"),
        ("a: x§\ufeffy", "PR109", "U+FEFF", "remove the character"),
        ("by: §\u202etnediserP", "PR109", "U+202E RIGHT-TO-LEFT OVERRIDE", "remove the character"),
        ("by: x§\u2066y", "PR109", "U+2066", "remove the character"),
        ("a: x§\ud800y", "PR109", "U+D800", "remove the character"),
        ("a: x§\uffff", "PR109", "U+FFFF", "remove the character"),
        ('a: §"x\\0y"', "PR109", "the text holds the character U+0000", "escape sequence"),
        ('a: §"\\e[31m"', "PR109", "the text holds the character U+001B", "escape sequence"),
        ('a: §"\\uD800"', "PR109", "the text holds the character U+D800", "escape sequence"),
        ('a: §"\\u202E"', "PR109", "U+202E RIGHT-TO-LEFT OVERRIDE", "escape sequence"),
    ],
)
def test_a_planted_fault_is_told_in_its_place(text: str, code: str, message: str, help: str) -> None:
    text, line, column = planted(text)
    found = faults(text)
    assert [(each.place.line, each.place.column, each.code) for each in found] == [(line, column, code)]
    assert message in found[0].message
    assert help in found[0].help
    assert found[0].place.file == "x.yaml"
    str(found[0]).encode()


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    for ends in ("\n", "\r\n", "\r"):
        fault = faults(ends.join(["a: 1", "b: 2", "", "c: @x"]))[0]
        assert (fault.place.line, fault.place.column, fault.source) == (4, 4, "c: @x")


def test_columns_count_letters_and_not_bytes() -> None:
    fault = faults("{Мәжіліс: 議会 😀, b: @x}")[0]
    assert fault.place.column == 20
    assert str(fault).splitlines()[2] == "   | " + " " * 22 + "^"


def test_all_faults_of_a_file_come_in_one_pass_sorted_by_place() -> None:
    text = """\
a: &x 1
b: *x
c: {d: 1, d: 2}
<<: {e: 1}
f: !!int 5
"g\\0": "h\u202ei"
[j]: k
a: 2
l: "m
"""
    assert [(each.place.line, each.place.column, each.code) for each in faults(text)] == [
        (1, 4, "PR106"),
        (2, 4, "PR106"),
        (3, 11, "PR105"),
        (4, 1, "PR106"),
        (5, 4, "PR106"),
        (6, 1, "PR109"),
        (6, 10, "PR109"),
        (7, 1, "PR104"),
        (8, 1, "PR105"),
        (9, 4, "PR103"),
    ]


def test_a_key_given_three_times_is_told_twice() -> None:
    assert [each.place.line for each in faults("a: 1\na: 2\na: 3")] == [2, 3]


def test_each_strange_character_is_told_once() -> None:
    found = faults("a: \x07\x07\nb: \x08\nc: \x07")
    assert [(each.place.line, each.place.column) for each in found] == [(1, 4), (2, 4)]


# Bounds


@pytest.mark.parametrize(
    "text",
    [
        "[" * 3000,
        "{a: " * 3000,
        "- " * 3000,
        "".join(f"{' ' * depth}a:\n" for depth in range(2000)),
        "? " * 3000,
        "[" * 3000 + "]" * 3000,
    ],
    ids=["lists", "keys", "items", "lines", "questions", "closed"],
)
def test_deep_nesting_is_refused_and_not_followed(text: str) -> None:
    fault = faults(text)[-1]
    assert fault.code == "PR108"
    assert fault.message == f"nested more than {DEEPEST} deep"
    assert fault.help


def test_nesting_is_told_where_it_goes_too_deep() -> None:
    fault = faults("a: " + "[" * 30)[0]
    assert (fault.place.line, fault.place.column) == (1, 3 + DEEPEST)
    assert parse("a: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1), "x").entries


def test_too_many_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_NODES == 200_000
    monkeypatch.setattr("procedure.yaml_text.MOST_NODES", 2000)
    fault = faults("[" + "x," * 2005 + "]")[0]
    assert (fault.code, fault.message) == ("PR108", "more than 2,000 values")
    assert (fault.place.line, fault.place.column) == (1, 4000)
    assert fault.help == "split the file into several"


def test_too_long_a_text_is_refused() -> None:
    fault = faults("a: " + "x" * LARGEST_FILE)[0]
    assert (fault.place.line, fault.place.column, fault.code) == (1, 1, "PR108")
    assert "2,097,155 characters" in fault.message
    assert fault.help == "split the file into several"


# Files


def file_faults(path: Path | str) -> tuple[Diagnostic, ...]:
    with pytest.raises(FileError) as caught:
        read(path)
    return caught.value.diagnostics


def test_a_missing_file(tmp_path: Path) -> None:
    (fault,) = file_faults(tmp_path / "none.yaml")
    assert str(fault) == (
        f"{tmp_path}/none.yaml:1:1: error[PR101]: cannot read the file: no such file or directory\n"
        "   help: check the path; `procedure list` names the files shipped"
    )


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    (fault,) = file_faults(tmp_path)
    assert (fault.code, fault.message, fault.help) == (
        "PR101",
        "cannot read the file: it is a folder",
        "name a file in it",
    )


@pytest.mark.parametrize("name", ["a\0b.yaml", "x" * 5000, "", "\udcff.yaml"])
def test_a_path_that_no_file_can_have(name: str) -> None:
    (fault,) = file_faults(name)
    assert fault.code == "PR101"
    str(fault).encode()


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (fault,) = file_faults(tmp_path / "x.yaml")
    assert fault.message == "cannot read the file: permission denied"


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.yaml"
    path.write_bytes(b"")
    (fault,) = file_faults(path)
    assert (fault.place.file, fault.code, fault.message) == (str(path), "PR102", "the file is empty")


def test_a_byte_order_mark_is_accepted_and_not_counted(tmp_path: Path) -> None:
    path = tmp_path / "bom.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read(path).plain() == {"a": "1"}
    path.write_bytes(b"\xef\xbb\xbfa: @1\n")
    assert file_faults(path)[0].place.column == 4
    path.write_bytes(b"\xef\xbb\xbfa: \xe91\n")
    assert file_faults(path)[0].place.column == 4


def test_latin_1_is_told_at_its_first_strange_byte(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes("scenario: x\nby: «Mäjilis»\n".encode("latin-1"))
    (fault,) = file_faults(path)
    assert (fault.place.line, fault.place.column, fault.code) == (2, 5, "PR102")
    assert fault.message == "the file is not UTF-8 text: the byte 0xab cannot be read"
    assert fault.help == "save the file as UTF-8"
    assert fault.source == "by: \ufffdM\ufffdjilis\ufffd"


@pytest.mark.parametrize(("encoding", "line", "column"), [("utf-16", 1, 1), ("utf-32", 1, 1)])
def test_utf_16_is_named(tmp_path: Path, encoding: str, line: int, column: int) -> None:
    path = tmp_path / "wide.yaml"
    path.write_bytes("scenario: x\n".encode(encoding))
    (fault,) = file_faults(path)
    assert (fault.place.line, fault.place.column, fault.code) == (line, column, "PR102")
    assert fault.message == "the file is text in UTF-16 or UTF-32, not in UTF-8"
    assert fault.help == "save the file as UTF-8"


def test_utf_16_without_a_mark_shows_as_nul_bytes(tmp_path: Path) -> None:
    path = tmp_path / "wide.yaml"
    path.write_bytes("scenario: x\n".encode("utf-16-le"))
    (fault,) = file_faults(path)
    assert (fault.place.line, fault.place.column, fault.code) == (1, 2, "PR109")
    assert "UTF-16" in fault.help


def test_a_cut_letter_at_the_end_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "cut.yaml"
    path.write_bytes("a: 1\nb: Мә".encode()[:-1])
    (fault,) = file_faults(path)
    assert (fault.place.line, fault.place.column, fault.code) == (2, 5, "PR102")


def test_a_file_too_large_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE * 500)
    (fault,) = file_faults(path)
    assert (fault.code, fault.message) == ("PR108", "the file has more than the 2,097,152 bytes that are read")
    assert fault.help == "split the file into several"


def test_a_file_is_called_what_the_caller_calls_it(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a: @")
    with pytest.raises(FileError) as caught:
        read(path, "shipped/x.yaml")
    assert str(caught.value).startswith("shipped/x.yaml:1:4: ")


def test_decode_accepts_utf_8() -> None:
    assert decode("Мәжіліс".encode(), "x") == "Мәжіліс"


# Whatever the text

PIECES = st.sampled_from(
    [
        *"{}[]:,-?!&*|>'\"%@`#\\~<= \t\n\r",
        *("a", "1", "é", "ә", "議", "\u2028", "\x85", "\ufeff", "\0", "\x1b", "\ud800", "\u202e"),
        *(": ", "- ", "? ", "\n ", "\n  ", "\n- ", "---\n", "...\n", "<<: ", "&a ", "*a ", "!!str ", "!<", "!e!%41 "),
        *("%YAML 1.2\n", "%TAG ! x\n", "|\n", ">-\n", "|2\n", "\\x", "\\u", "\\U", "\\U00110000", "\r\n", '"\\ud800"'),
    ]
)


def check(text: str) -> None:
    try:
        root = parse(text, "x.yaml")
    except FileError as error:
        lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert error.diagnostics
        assert list(error.diagnostics) == sorted(error.diagnostics)
        for fault in error.diagnostics:
            assert 1 <= fault.place.line <= len(lines)
            assert 1 <= fault.place.column <= len(lines[fault.place.line - 1]) + 1
            assert fault.message and fault.help and "not valid YAML" not in fault.message
        str(error).encode()
    else:
        assert isinstance(root, Node)
        repr(root.plain()).encode()


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    check(text)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
@example('"\\U00110000"')
@example("a: |\n  \n   x\n  y")
def test_any_yaml_like_text_is_read_or_refused(text: str) -> None:
    check(text)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "x.yaml")
    except FileError as error:
        assert [fault.code for fault in error.diagnostics] == ["PR102"]
        str(error).encode()
    else:
        check(text)
