"""What a scenario expects, held against its replay; what is not met is a value with a sentence, never an exception."""

from collections.abc import Iterator, Sequence

from procedure.errors import Place
from procedure.hearing import uncounted
from procedure.law import Law
from procedure.outcomes import Outcome, Status
from procedure.scenario import Expectation, Scenario
from procedure.values import frozen
from procedure.verdict import CaseState, Finding, Heard, Lapse, Phrase, Report, Verdict
from procedure.words import Speaker, speaker

SHOWS = {
    Outcome.VOID: frozenset((Status.VOID,)),
    Outcome.UNLAWFUL: frozenset((Status.BROKEN, Status.VOID)),
    Outcome.CONTESTED: frozenset((Status.BROKEN, Status.VOID)),
    Outcome.DISPUTED: frozenset((Status.BROKEN, Status.VOID)),
    Outcome.UNDETERMINED: frozenset((Status.UNKNOWN,)),
    Outcome.IRREGULAR: frozenset((Status.IRREGULAR,)),
}
"""What a finding under a norm must hold for an outcome to rest on it; of other outcomes it is enough that it heard."""


@frozen
class Failure:
    """An expectation that the replay does not meet."""

    about: str
    expected: str
    found: str
    because: str
    place: Place

    def __str__(self) -> str:
        what = f"expected {self.expected}, found {self.found} (expected because {self.because})"
        return f"{self.place}: {self.about}: {what}"


def check(scenario: Scenario, report: Report) -> tuple[Failure, ...]:
    """Everything that a scenario expects and its report does not give, in the order of the scenario."""
    told = uncounted(scenario.country.law, scenario.acts)
    return tuple(
        Failure(about, expected, found, each.because, each.place)
        for each in scenario.expect
        for about, expected, found in _unmet(scenario, report, told, each)
    )


Unmet = Iterator[tuple[str, str, str]]

Uncounted = frozenset[tuple[str, str]]
"""The answers that are told and not counted."""


def _unmet(scenario: Scenario, report: Report, told: Uncounted, each: Expectation) -> Unmet:
    law = scenario.country.law
    if each.lapse:
        yield from _of_lapse(law, report, each)
    elif each.act:
        yield from _of_act(scenario, report, told, each)
    if each.state:
        yield from _of_state(scenario, report, each)


# acts


def _of_act(scenario: Scenario, report: Report, told: Uncounted, each: Expectation) -> Unmet:
    assert each.act is not None
    try:
        verdict = report.verdict(scenario.act(each.act).id)
    except KeyError:
        yield each.act, "a verdict", "no act with this id, or several of this kind"
        return
    outcomes = ", also ".join(outcome.value for outcome in (verdict.outcome, *verdict.also))
    if each.outcome and verdict.outcome.value != each.outcome:
        yield each.act, each.outcome, outcomes
    if each.working and verdict.working.value != each.working:
        yield each.act, f"{each.working} on the working readings", f"{verdict.working.value} on them"
    if each.also and each.also not in {outcome.value for outcome in verdict.outcomes}:
        yield each.act, f"also {each.also}", outcomes
    yield from _under(scenario, verdict, told, each)
    for what, text in (("repair", each.repair), ("margin", each.margin)):
        if text:
            phrases, said = _phrases(scenario, verdict, told, each.under, what), speaker(report)
            if not any(_says(phrase, text, said) for phrase in phrases):
                found = "; ".join(f"“{said.say(phrase)}” ({phrase.key})" for phrase in phrases) or "none"
                yield each.act, f"the {what} “{text}”", found


def _under(scenario: Scenario, verdict: Verdict, told: Uncounted, each: Expectation) -> Unmet:
    """Whether the outcome rests on the norm named."""
    law = scenario.country.law
    norm = law.resolve(each.under) if each.under else None
    if norm is None:
        return
    wanted = SHOWS.get(Outcome(each.outcome)) if each.outcome else None
    if wanted is None:
        if norm.id not in verdict.heard:
            yield verdict.act, f"that {law.cite(norm.id)} hears it", f"heard by {_cited(law, verdict.heard)}"
        return
    resting = [finding.norm for finding in verdict.findings if {one.status for one in _heard(finding, told)} & wanted]
    if norm.id not in resting:
        shown = " or ".join(sorted(status.value for status in wanted))
        yield verdict.act, f"{law.cite(norm.id)} {shown}", f"{shown}: {_cited(law, tuple(dict.fromkeys(resting)))}"


def _cited(law: Law, norms: Sequence[str]) -> str:
    return ", ".join(law.cite(norm) for norm in norms) or "none"


def _heard(finding: Finding, told: Uncounted) -> Iterator[Heard]:
    """What a rule says in some cell that counts: on no answer that is excluded, by no claim that is outweighed."""
    for opinion in finding.opinions:
        if any(told.isdisjoint(cell) for cell in opinion.cells):
            yield opinion.heard


def _phrases(scenario: Scenario, verdict: Verdict, told: Uncounted, under: str | None, what: str) -> tuple[Phrase, ...]:
    """The margins or repairs that the findings hold, of the norm named where one is."""
    norm = scenario.country.law.resolve(under) if under else None
    found: dict[Phrase, None] = {}
    for finding in verdict.findings:
        if norm is None or finding.norm == norm.id:
            for heard in _heard(finding, told):
                phrase = heard.repair if what == "repair" else heard.margin
                if phrase is not None:
                    found[phrase] = None
    return tuple(found)


def _says(phrase: Phrase, text: str, said: Speaker) -> bool:
    """Whether a phrase has this key, or one that begins so, or these words in English."""
    return phrase.key.startswith(text) or text in said.say(phrase)


# lapses and states


def _of_lapse(law: Law, report: Report, each: Expectation) -> Unmet:
    assert each.lapse is not None
    norm = law.resolve(each.lapse)
    id = norm.id if norm else each.lapse
    about = f"the lapse under {law.cite(id) if norm else id}"
    wanted = each.shown is not False
    found = [lapse for lapse in report.lapses if lapse.norm == id]
    if each.act:
        found = [lapse for lapse in found if each.act in (lapse.after, lapse.act)]
    if each.case:
        found = [lapse for lapse in found if lapse.case == each.case]
    if not found:
        others = "; ".join(_lapsed(law, lapse) for lapse in report.lapses)
        yield about, "a duty not seen done in time", others or "no lapse"
    elif all(lapse.shown is not wanted for lapse in found):
        yield about, "shown" if wanted else "not shown", "; ".join(_lapsed(law, lapse) for lapse in found)


def _lapsed(law: Law, lapse: Lapse) -> str:
    shown = "shown" if lapse.shown else "not shown"
    return f"{law.cite(lapse.norm)} after {lapse.after}{f' ({lapse.case})' if lapse.case else ''}, {shown}"


def _of_state(scenario: Scenario, report: Report, each: Expectation) -> Unmet:
    """Whether every case of a procedure, or the one named, stands where it should; `A or B` where forks differ."""
    assert each.state is not None
    named, wanted = each.state
    name, _, one = named.partition("/")
    only = each.case or one or None
    found = [case for case in report.states if case.procedure == name and (only is None or case.case == only)]
    about = f"the state of {name}{f' ({only})' if only else ''}"
    if not found:
        yield about, wanted, "no such case"
    elif not all(_stands(scenario, case, wanted) for case in found):
        yield about, wanted, "; ".join(_stood(case) for case in found)


def _stands(scenario: Scenario, case: CaseState, wanted: str) -> bool:
    """Whether a case stands in the states named, by name or by sentence."""
    states = scenario.country.procedure(case.procedure).states
    names = {str(states[name].value): name for name in case.states} | {name: name for name in case.states}
    parts = [part.strip() for part in wanted.split(" or ")]
    if wanted in names:
        return len(case.states) == 1
    return all(part in names for part in parts) and {names[part] for part in parts} == set(case.states)


def _stood(case: CaseState) -> str:
    return f"{case.case or case.procedure}: {' or '.join(case.states)}"
