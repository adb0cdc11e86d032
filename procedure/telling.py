"""What a report tells of its acts, norms, open questions and sources, so that it can be read without the files."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from procedure.hearing import VINTAGE, VINTAGES, Docket
from procedure.law import Axis, Law, Norm, in_language, term_text
from procedure.record import NAMED_VOTES, Act, Ruling
from procedure.scenario import Scenario
from procedure.verdict import (
    AnswerTold,
    AxisTold,
    CitationTold,
    ClaimTold,
    Done,
    NormTold,
    Phrase,
    SourceTold,
    Verdict,
    say,
)


def law_hash(law: Law) -> str:
    """A hash of what the law on file says in substance and in English, whatever the order of the files.

    A translation is no part of it: to add or mend one is not to change the law as it is encoded.
    """
    return law.once("hash", lambda: _hashed(law))


def _hashed(law: Law) -> str:
    lines = [
        f"{norm.id}|{version.since}|{version.until}|{[each for each in version.says.items() if each[0] == 'en']}"
        f"|{sorted((name, term_text(term)) for name, term in version.terms.items())}"
        f"|{version.text_known}|{norm.breach}|{norm.nature}|{version.running}{reach}"
        for norm in law.norms.values()
        for whole in norm.versions
        for reach, version in (("", whole), *((f"|{each.since}|{each.names}", part) for each, part in whole.apart))
    ]
    lines += [
        f"{axis.name}|{axis.bears_on}|{axis.opens}|{axis.closes}|{answer.name}|{answer.standing}|{answer.working}"
        f"|{sorted((name, term_text(term)) for name, term in answer.sets.items())}"
        for axis in law.axes.values()
        for answer in axis.answers
    ]
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def done_told(act: Act) -> Done:
    """The act as the log has it."""
    return Done(
        act.id,
        act.kind,
        act.when.iso(),
        act.by or "",
        act.what,
        ", ".join(f"{per} {name}" for per, name in act.case.items()),
        act.status,
        act.found_by,
        act.attributed_to,
        act.sanction,
        act.sources,
        tuple(
            ClaimTold(axis.name, claim.name, claim.sources, claim.name in axis.outweighed)
            for axis in act.claims
            for claim in axis.claims
        ),
        act.note,
    )


def _sources(done: Done) -> tuple[str, ...]:
    return (*done.sources, *(id for claim in done.claims for id in claim.sources))


def rulings_told(act: Act, ruling: Ruling) -> Phrase:
    """A later ruling on an act: what it does, and that a dismissal not on the merits upholds nothing."""
    key = "note.ruling" if ruling.merits else "note.ruling_not_merits"
    return say(key, act=act.id, does=ruling.does, when=act.when.iso())


def rulings_on(acts: Sequence[Act]) -> Mapping[str, Sequence[Phrase]]:
    """What is told of the rulings in a log, by the acts that they are on."""
    found: dict[str, list[Phrase]] = {}
    for act in acts:
        if act.ruling is not None:
            found.setdefault(act.ruling.on, []).append(rulings_told(act, act.ruling))
    return found


def disclosed(act: Act) -> list[Phrase]:
    """A warning where the log itself tells how somebody voted in secret."""
    if act.facts.get("ballot") == "secret" and NAMED_VOTES in act.facts:
        return [say("note.named_votes")]
    return []


def sources_told(scenario: Scenario, verdicts: Sequence[Verdict]) -> tuple[SourceTold, ...]:
    """The sources that some act of the report cites."""
    used = {id for verdict in verdicts for id in _sources(verdict.done)}
    return tuple(
        SourceTold(each.id, each.title, each.publisher, each.standing, each.url)
        for each in scenario.sources.values()
        if each.id in used
    )


def citations_told(law: Law, named: Collection[str]) -> tuple[CitationTold, ...]:
    """The claimed citations that mean a norm of the report."""
    return tuple(
        CitationTold(each.id, each.means, each.claimed_by, each.standing, each.note)
        for each in law.claimed.values()
        if each.means in named
    )


def norm_told(docket: Docket, norm: Norm, until: date) -> NormTold:
    """A norm in the version that governs the end of the report, or in its last, as an amendment has it for some."""
    version = docket.version(norm, until) or norm.last()
    version = next((each for _, part in version.apart for each in part.ways() if each.says), version)
    return NormTold(
        norm.id,
        docket.law.cite(norm.id),
        norm.title.get("en", ""),
        version.says.get("en", ""),
        version.since,
        version.text_known,
        norm.kind,
        version.sources,
        in_language(norm.not_encoded),
        version.note,
    )


def vintage_told(law: Law, name: str) -> AxisTold:
    """The question which version of a norm governs a case that was open when the norm was amended."""
    cite = law.cite(name.removeprefix(VINTAGE))
    question = f"Which version of {cite} governs a case that was open when it was amended?"
    held = "nobody on file; no transitional rule is known"
    says = ("the version under which the case was opened", "the version of the act's own day")
    answers = (AnswerTold(each, told, "argued", held) for each, told in zip(VINTAGES, says, strict=True))
    return AxisTold(name, "vintage", question, tuple(answers))


def axis_told(axis: Axis) -> AxisTold:
    """An open question with its answers and who holds them."""
    answers = tuple(
        AnswerTold(
            each.name, each.says.get("en", ""), each.standing, in_language(each.held_by), each.working, each.since
        )
        for each in axis.answers
    )
    return AxisTold(axis.name, axis.id, axis.question.get("en", ""), answers, axis.note)
