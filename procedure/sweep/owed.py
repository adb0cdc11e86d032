"""The lapses of a variant in full, as a report tells them: the log's own, save under duties that a change touches."""

from collections.abc import Sequence

from procedure.lapses import lapse_of, together
from procedure.sweep.bench import Change
from procedure.sweep.ends import Ends, Running
from procedure.verdict import Lapse


def owed(ends: Ends, changes: Sequence[Change], base: Sequence[Lapse]) -> tuple[Lapse, ...]:
    """The duties not seen done in time, in order; `base` are those of the log itself."""
    docket = ends.court.docket
    ends.lapses(changes)  # so that what each duty reads is known, by which worlds are told to be alike
    anew = {(each.duty.norm.id, each.duty.acts[0]) for each in ends.touched(changes)}
    held: list[tuple[Lapse, tuple[tuple[str, str], ...]]] = []
    for owing in ends.owing:
        duty, seen = owing.duty, dict[tuple[int, int], list[Running]]()
        if (duty.norm.id, duty.acts[0]) not in anew:
            continue
        kinds, procedures = frozenset(owing.reads.kinds), frozenset({duty.procedure.name})
        for number in ends.counted:
            line, change = ends.lines[number], changes[number]
            alike = id(change), line.sign(kinds, line.bench.numbers, procedures)
            if alike not in seen:
                seen[alike] = list(ends.running(owing, line, change))
            for case, after, asked in seen[alike]:
                lapse = lapse_of(docket, duty, ends.until, ends.apart, case, after, asked)
                if lapse is not None:
                    held.append((lapse, tuple(sorted(line.fixed.items()))))
    found = {each.key: each for each in base if (each.norm, each.act) not in anew}
    found |= {each.key: each for each in together(held, len(ends.counted))}
    return tuple(found[key] for key in sorted(found))
