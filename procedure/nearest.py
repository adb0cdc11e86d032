"""A hint at the right name for one that is not known."""

from collections.abc import Iterable

from procedure.characters import named, strange

LISTED = 24
MOST_NAMES = 1000


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint at the right name: the nearest known one, or the whole list when it is short."""
    from difflib import get_close_matches

    names = sorted(known)
    folded = {other.casefold(): other for other in names[:MOST_NAMES]}
    close = get_close_matches(name.casefold()[:80], folded, n=1, cutoff=0.6)
    if close:
        right = folded[close[0]]
        letter = strange(name, right)
        return f"did you mean '{right}'?" + (
            f" The letter '{letter}' written here is {named(letter)}." if letter else ""
        )
    if not names:
        return ""
    if len(names) <= LISTED:
        return "known: " + ", ".join(names)
    some = get_close_matches(name.casefold()[:80], folded, n=5, cutoff=0.1) or names[:5]
    return f"{len(names)} are known, such as: " + ", ".join(folded.get(each, each) for each in some)
