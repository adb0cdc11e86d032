"""Writes the page on the public names from their docstrings: `python tools/make_python_reference.py`.

It reads the source and not the live objects, so that every version of Python writes the same page.
"""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import procedure

TARGET = Path(__file__).parent.parent / "docs" / "reference" / "python.md"
HEAD = """\
# Python

The public names of the package, from their docstrings. What is not listed here may change without notice.
This page is generated: `python tools/make_python_reference.py`. A test fails when it is stale.

```python
>>> import procedure
>>> scenario = procedure.load("ruritania/bad/poll-on-the-forty-first-day")
>>> report = procedure.replay(scenario)
>>> verdict = report.verdict("poll")
>>> verdict.outcome.value, [finding.norm for finding in verdict.broken()]
('unlawful', ['ru.const.31'])
>>> procedure.check(scenario, report)
()

```

All values are frozen. A mistake in a file or in a name raises `ProcedureError`, whose `diagnostics` name the places.
What the law makes of an act is never an exception.
"""


class Unquoted(ast.NodeTransformer):
    """Types that a source has in quotes, without them."""

    def visit_arg(self, node: ast.arg) -> ast.arg:
        if node.annotation is not None:
            node.annotation = ast.Name(annotation(node.annotation))
        return node


def annotation(node: ast.expr | None) -> str:
    """A type as the source has it, without quotes around it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return "" if node is None else ast.unparse(node)


def default(node: ast.expr | None) -> str:
    """What a field is when it is not given; nothing where it must be."""
    if not isinstance(node, ast.Call):
        return "" if node is None else f"`{ast.unparse(node)}`"
    given = {each.arg: ast.unparse(each.value) for each in node.keywords if each.arg}
    if "default" in given:
        return f"`{given['default']}`"
    return f"`{given['factory']}()`" if "factory" in given else ""


def given(node: ast.expr | None) -> bool:
    """Whether a field is given by whoever makes the value; of what is not frozen no other field is told."""
    return not (
        isinstance(node, ast.Call)
        and any(each.arg == "init" and ast.unparse(each.value) == "False" for each in node.keywords)
    )


def signature(name: str, node: ast.FunctionDef) -> str:
    """How a function is called, without what it is bound to."""
    arguments = ast.unparse(Unquoted().visit(node.args)).removeprefix("self").removeprefix("cls").removeprefix(", ")
    return f"{name}({arguments}) -> {annotation(node.returns)}"


def cell(text: str) -> str:
    """Text that a table can hold."""
    return text.replace("|", "\\|")


def members(node: ast.ClassDef) -> Iterator[str]:
    """The fields of a class as a table, and its methods as a list."""
    fields = [
        each
        for each in node.body
        if isinstance(each, ast.AnnAssign)
        and not annotation(each.target).startswith("_")
        and (given(each.value) or any(ast.unparse(mark).startswith("frozen") for mark in node.decorator_list))
    ]
    if fields:
        yield from ("", "| field | type | default |", "|---|---|---|")
        for each in fields:
            kind, otherwise = cell(annotation(each.annotation)), cell(default(each.value))
            yield f"| `{ast.unparse(each.target)}` | `{kind}` | {otherwise} |"
    words = [each for each in node.body if isinstance(each, ast.Assign) and isinstance(each.value, ast.Constant)]
    if any(annotation(base) == "Enum" for base in node.bases) and words:
        yield from ("", ", ".join(f"`{ast.unparse(each.targets[0])}`" for each in words))
    methods = [each for each in node.body if isinstance(each, ast.FunctionDef) and not each.name.startswith("_")]
    told = [(each, ast.get_docstring(each)) for each in methods]
    if any(text for _, text in told):
        yield ""
    for each, text in told:
        if text:
            bare = any(annotation(mark).endswith("property") for mark in each.decorator_list)
            called = f"{each.name}: {annotation(each.returns)}" if bare else signature(each.name, each)
            yield f"* `{called}`: {' '.join(text.split())}"


def entry(name: str, thing: object) -> Iterator[str]:
    """A public name: its heading, how it is called, what it is, and what it has."""
    node = ast.parse(inspect.getsource(thing)).body[0]  # type: ignore[arg-type]
    yield from ("", f"### {name}", "")
    if isinstance(node, ast.FunctionDef):
        yield from ("```python", signature(name, node), "```", "")
    yield (inspect.getdoc(thing) or "").rstrip()
    if isinstance(node, ast.ClassDef):
        yield from members(node)


def written() -> str:
    """The page as the docstrings give it."""
    names = [(name, getattr(procedure, name)) for name in procedure.__all__ if name != "__version__"]
    errors = [each for each in names if isinstance(each[1], type) and issubclass(each[1], Exception)]
    values = [each for each in names if isinstance(each[1], type) and each not in errors]
    functions = [each for each in names if each not in errors and each not in values]
    lines = [HEAD.rstrip()]
    for title, group in (("Functions", functions), ("Values", values), ("Errors", errors)):
        lines += ["", f"## {title}"]
        for name, thing in group:
            lines += entry(name, thing)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TARGET.write_text(written(), encoding="utf-8")
