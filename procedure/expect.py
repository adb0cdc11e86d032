"""What a scenario expects, held against its replay."""

from collections.abc import Iterator

from attrs import frozen

from procedure.errors import Place
from procedure.scenario import Expectation, Scenario
from procedure.verdict import Phrase, Report, Status, Verdict
from procedure.words import Speaker, speaker


@frozen
class Failure:
    """An expectation that the replay does not meet."""

    about: str
    expected: str
    found: str
    because: str
    place: Place

    def __str__(self) -> str:
        return f"{self.place}: {self.about}: expected {self.expected}, found {self.found} (expected because {self.because})"


def check(scenario: Scenario, report: Report) -> tuple[Failure, ...]:
    """The expectations of a scenario that its report does not meet, in the order of the file."""
    speak = speaker(report)
    return tuple(failure for each in scenario.expect for failure in _failures(each, scenario, report, speak))


def _failures(each: Expectation, scenario: Scenario, report: Report, speak: Speaker) -> Iterator[Failure]:
    if each.act is not None:
        yield from _of_act(each, scenario, report, speak)
    if each.lapse is not None and not any(lapse.norm == each.lapse and lapse.shown for lapse in report.lapses):
        seen = ", ".join(sorted({lapse.norm for lapse in report.lapses if lapse.shown})) or "none"
        yield Failure("lapses", each.lapse, seen, each.because, each.place)
    if each.state is not None:
        yield from _of_state(each, scenario, report)


def _of_act(each: Expectation, scenario: Scenario, report: Report, speak: Speaker) -> Iterator[Failure]:
    assert each.act is not None
    about = each.act
    named = [verdict for verdict in report.verdicts if about in (verdict.act, verdict.done.kind)]
    exact = [verdict for verdict in named if verdict.act == about] or named
    if len(exact) != 1:
        yield Failure(about, "one act of that name", f"{len(exact)}", each.because, each.place)
        return
    verdict = exact[0]
    if each.outcome is not None and verdict.outcome.value != each.outcome:
        yield Failure(about, each.outcome, verdict.outcome.value, each.because, each.place)
    if each.working is not None and verdict.working.value != each.working:
        yield Failure(about, f"{each.working} on the working readings", verdict.working.value, each.because, each.place)
    if each.also is not None and each.also not in {other.value for other in verdict.outcomes}:
        found = ", ".join(sorted(other.value for other in verdict.outcomes))
        yield Failure(about, f"also {each.also}", found, each.because, each.place)
    if each.under is not None:
        yield from _under(each, scenario, verdict)
    phrases = [opinion.heard for finding in verdict.findings for opinion in finding.opinions]
    for wanted, told in ((each.repair, [h.repair for h in phrases]), (each.margin, [h.margin for h in phrases])):
        if wanted is not None and not any(_says(phrase, wanted, speak) for phrase in told if phrase):
            found = "; ".join(speak.say(phrase) for phrase in told if phrase) or "nothing"
            yield Failure(about, wanted, found, each.because, each.place)


def _says(phrase: Phrase, wanted: str, speak: Speaker) -> bool:
    return phrase.key == wanted or wanted in speak.say(phrase)


def _under(each: Expectation, scenario: Scenario, verdict: Verdict) -> Iterator[Failure]:
    """The norm named decides: it is broken where a breach is expected, unknown where nothing can be said, else heard."""
    assert each.under is not None and each.act is not None
    norm = scenario.country.law.resolve(each.under)
    name = norm.id if norm else each.under
    wanted = {
        "unlawful": {Status.BROKEN, Status.VOID},
        "void": {Status.VOID},
        "contested": {Status.BROKEN, Status.VOID},
        "disputed": {Status.BROKEN, Status.VOID},
        "undetermined": {Status.UNKNOWN},
        "irregular": {Status.IRREGULAR},
    }.get(each.outcome or "", set(Status))
    found = [finding.norm for finding in verdict.findings if finding.statuses & wanted]
    if name not in found:
        yield Failure(each.act, f"{each.outcome or 'heard'} under {name}", ", ".join(found) or "none", each.because, each.place)


def _of_state(each: Expectation, scenario: Scenario, report: Report) -> Iterator[Failure]:
    assert each.state is not None
    procedure, state = each.state
    name, _, case = procedure.partition("/")
    machine = scenario.country.procedure(name)
    found = [told.states for told in report.states if told.procedure == name and told.case == case]
    sentences = {machine.states[one].value for states in found for one in states} | {one for states in found for one in states}
    if state not in sentences or len(sentences) > 2:
        yield Failure(f"the state of {procedure}", state, ", ".join(sorted(map(str, sentences))), each.because, each.place)
