"""What the law on file says otherwise on one day than on another."""

from datetime import date

from attrs import frozen

from procedure.law import Law, Norm, Version, term_text


@frozen
class Change:
    """How a norm differs between two days: new, repealed, or reworded, term by term; and the act that changed it."""

    norm: str
    cite: str
    what: str
    before: str
    after: str
    terms: tuple[tuple[str, str, str], ...]
    by: tuple[str, ...]


def law_diff(law: Law, first: date, second: date) -> tuple[Change, ...]:
    """The norms that differ between two days, in the order of the statute book."""
    found = (_change(law, norm, norm.in_force(first), norm.in_force(second)) for norm in law.norms.values())
    return tuple(change for change in found if change is not None)


def _change(law: Law, norm: Norm, old: Version | None, new: Version | None) -> Change | None:
    if old is new or (old is None and new is None):
        return None
    what = "new" if old is None else "no longer in force" if new is None else "changed"
    before, after = _terms(old), _terms(new)
    terms = tuple(
        (name, before.get(name, ""), after.get(name, ""))
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name)
    )
    between = [
        each.amended_by
        for each in norm.versions
        if each.amended_by and (old is None or each.since > old.since) and (new is None or each.since <= new.since)
    ]
    return Change(norm.id, law.cite(norm.id), what, _says(old), _says(new), terms, tuple(between))


def _terms(version: Version | None) -> dict[str, str]:
    return {name: term_text(term) for name, term in version.terms.items()} if version else {}


def _says(version: Version | None) -> str:
    return version.says.get("en", "") if version else ""
