"""A procedure as a Mermaid state diagram."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from procedure.jurisdiction import ActKind
from procedure.machine import Procedure, State
from procedure.render.labels import Label, heading, labels, letter, letters, sentence, stays_anywhere
from procedure.render.plan import Entry, Plan, plan
from procedure.words import Speaker

BREAK = "<br/>"
_PLAIN = frozenset(" ,.()/-'’?!+=–")


def mermaid(procedure: Procedure, acts: Mapping[str, ActKind], speak: Speaker) -> str:
    """A procedure as `stateDiagram-v2`; what is not drawn as an arrow is told in the state that it concerns."""
    return "\n".join(_Text(procedure, labels(procedure, acts, speak), plan(procedure), speak).lines()) + "\n"


@frozen
class _Text:
    procedure: Procedure
    labels: tuple[Label, ...]
    plan: Plan
    speak: Speaker

    def lines(self) -> Iterator[str]:
        yield "stateDiagram-v2"
        yield f"    accTitle: {escaped(heading(self.procedure, self.speak))}"
        for index, state in enumerate(self.procedure.states):
            words = sentence(self.procedure, state, self.speak)
            yield f"    {_name(index)} : {escaped(f'{letter(index)}. {words}')}"
            for told in self._told(state):
                yield f"    {_name(index)} : {escaped(told)}"
        yield f"    [*] --> {_name(0)}"
        for arrow in self.plan.arrows:
            ends = f"{_name(self._index(arrow.source))} --> {_name(self._index(arrow.target))}"
            found = dict.fromkeys(self.labels[step] for step in arrow.steps)
            yield f"    {ends} : {BREAK.join(escaped(_words(label)) for label in found)}"
        for state in self.procedure.final:
            yield f"    {_name(self._index(state))} --> [*]"
        steps = zip(self.labels, self.procedure.steps, strict=True)
        anywhere = dict.fromkeys(label for label, step in steps if stays_anywhere(self.procedure, step))
        if anywhere:
            yield f"    note right of {_name(0)}"
            yield f"        {escaped(self.speak.tell('diagram.anywhere'))}"
            yield from (f"        {escaped(_words(label))}" for label in anywhere)
            yield "    end note"

    def _told(self, state: State) -> Iterator[str]:
        """The acts that leave a state as it is, and those that lead to it from states of which no arrow tells."""
        for label in dict.fromkeys(self.labels[step] for step in self.plan.stays.get(state, ())):
            yield self.speak.tell("diagram.text.also", act=_words(label))
        for entry in self.plan.entries.get(state, ()):
            yield self._entry(entry, _words(self.labels[entry.step]))

    def _entry(self, entry: Entry, act: str) -> str:
        if entry.everywhere:
            return self.speak.tell("diagram.text.any_other", act=act)
        sources = letters([self._index(source) for source in entry.sources])
        return self.speak.tell("diagram.text.from", sources=sources, act=act)

    def _index(self, state: State) -> int:
        return list(self.procedure.states).index(state)


def _name(index: int) -> str:
    return f"s{letter(index)}"


def _words(label: Label) -> str:
    return f"{label.text} ({label.citations})" if label.cites else label.text


def escaped(text: str) -> str:
    """Text that Mermaid shows as it is: all but letters, digits and a few marks as entities by number."""
    return "".join(each if each.isalnum() or each in _PLAIN else f"#{ord(each)};" for each in text)
