"""How the library's verdicts on real acts compare with what history says of them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from procedure.outcomes import Outcome, Status
from procedure.scenario import Scenario
from procedure.verdict import Report, Verdict
from procedure.words import speaker


@frozen
class Comparison:
    """One real act: the verdict, what history says of it, and whether the two agree."""

    log: str
    act: str
    when: str
    outcome: str
    history: str
    agreement: str
    why: str = ""


BROKEN = (Outcome.UNLAWFUL, Outcome.VOID)
OPEN = (Outcome.UNDETERMINED, Outcome.CONTESTED, Outcome.DISPUTED)


def compare(name: str, scenario: Scenario, report: Report) -> Iterator[Comparison]:
    """Every act of a real log that some norm heard."""
    say = speaker(report).say
    for verdict in report.verdicts:
        if verdict.outcome is Outcome.CONTEXT:
            continue
        history = _history(scenario, verdict)
        unknown = [
            f"{norm.norm}: {say(each.heard.shown)}"
            for norm in verdict.findings
            for each in norm.opinions
            if each.heard.status is Status.UNKNOWN
        ]
        why = "; ".join(dict.fromkeys(unknown)) if verdict.outcome is Outcome.UNDETERMINED else ""
        yield Comparison(
            name, verdict.act, verdict.done.when[:10], verdict.outcome.value, history, _agreement(verdict, history), why
        )


def _history(scenario: Scenario, verdict: Verdict) -> str:
    """The last ruling on the merits in the log; failing that, an admission or a finding; failing that, nothing."""
    last = ""
    for act in scenario.acts:
        ruling = act.ruling
        if ruling is None or ruling.on != verdict.act:
            continue
        if ruling.merits:
            last = {"upholds": "upheld on the merits", "restores": "upheld on the merits"}.get(ruling.does, "quashed")
        elif not last:
            last = "complaint dismissed, not on the merits"
    if last:
        return last
    return {"admitted": "breach admitted", "found": "breach found"}.get(verdict.done.status, "no ruling on record")


def _agreement(verdict: Verdict, history: str) -> str:
    """Agreement needs a ruling on the merits, a finding or an admission; silence and a dismissal are none."""
    if history in ("no ruling on record", "complaint dismissed, not on the merits"):
        return "nothing to agree with"
    if verdict.outcome in OPEN:
        return "the library does not decide"
    broken = verdict.outcome in BROKEN
    return "agrees" if broken is (history != "upheld on the merits") else "differs"


def page(comparisons: Sequence[Comparison]) -> str:
    """The page `docs/explanation/accuracy.md`."""
    lines = [
        "# Accuracy",
        "",
        "Every real act that some norm heard, with the verdict and with what the log on file says of it later.",
        "This page is generated: `python tools/make_accuracy.py`. A test fails when it is stale.",
        "",
        "That nobody objected is not agreement. A complaint dismissed for want of standing or time upholds nothing.",
        "What was found or admitted as a breach counts as history's word on the breach, not on who answers for it.",
        "",
        "## By log",
        "",
        "| log | acts judged | agrees | differs | the library does not decide | nothing to agree with |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    words = ("agrees", "differs", "the library does not decide", "nothing to agree with")
    for log in dict.fromkeys(each.log for each in comparisons):
        mine = Counter(each.agreement for each in comparisons if each.log == log)
        lines.append(f"| {log} | {sum(mine.values())} | " + " | ".join(str(mine[word]) for word in words) + " |")
    lines += [
        "",
        "## Where history has spoken",
        "",
        "| log | act | day | verdict | history | |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {each.log} | {each.act} | {each.when} | {each.outcome} | {each.history} | {each.agreement} |"
        for each in comparisons
        if each.agreement != "nothing to agree with"
    ]
    lines += [
        "",
        "## What the library cannot decide, and why",
        "",
        "| log | act | day | what is not known |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {each.log} | {each.act} | {each.when} | {each.why.replace('|', '/')} |" for each in comparisons if each.why
    ]
    lines += ["", "## All acts", "", "| log | act | day | verdict | history |", "|---|---|---|---|---|"]
    lines += [f"| {each.log} | {each.act} | {each.when} | {each.outcome} | {each.history} |" for each in comparisons]
    return "\n".join(lines) + "\n"
