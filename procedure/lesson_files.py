"""The `lesson:` key of a scenario, read with every fault at its place."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from attrs import define

from procedure.characters import quoted
from procedure.forms.lessons import LESSON, QUESTION, ROLE, STEP
from procedure.jurisdiction import Jurisdiction
from procedure.lesson import ASKS, CHOICES, GRADES, MOST_ORDERED, Lesson, Question, Role, Stop, Texts
from procedure.nearest import nearest
from procedure.reader import Reader
from procedure.record import Act
from procedure.yaml_text import Node


@define
class LessonReader:
    """Reads a lesson on a log; an act is named by its id, or by its kind where only one is of that kind."""

    reader: Reader
    country: Jurisdiction | None
    acts: Sequence[Act]
    actors: Collection[str]

    def lesson(self, node: Node | None) -> Lesson | None:
        """The lesson of a scenario; none where it has no such key."""
        if node is None:
            return None
        read = self.reader
        keys = read.form(node, LESSON)
        stops = tuple(self.stop(each) for each in read.items(keys.get("steps"), "steps"))
        minutes = self.minutes(keys.get("minutes"))
        if "steps" in keys and minutes and (used := sum(stop.minutes for stop in stops)) > minutes:
            message = f"the steps take {used} minutes, and the lesson has {minutes}"
            read.note(keys["steps"], "PR206", message, "shorten a step")
        self._in_order(keys.get("steps"), stops)
        return Lesson(
            self.texts(keys.get("title"), "title"),
            tuple(self.grade(each) for each in read.items(keys.get("grades"), "grades")),
            minutes,
            tuple(self.texts(each, "a goal") for each in read.items(keys.get("goals"), "goals")),
            tuple(self.role(each) for each in read.items(keys.get("roles"), "roles")),
            stops,
            self.texts(keys.get("closing"), "closing"),
        )

    def texts(self, node: Node | None, what: str) -> Texts:
        return self.reader.languages(node, what)

    def grade(self, node: Node) -> int:
        number = self.reader.integer(node, "grades")
        if number is not None and number not in GRADES:
            message = f"grades: {number} is no grade of a school"
            self.reader.note(node, "PR206", message, f"write numbers from {GRADES[0]} to {GRADES[-1]}")
        return number or 0

    def minutes(self, node: Node | None) -> int:
        number = self.reader.integer(node, "minutes")
        if node is not None and number == 0:
            self.reader.note(node, "PR206", "minutes: a lesson takes time", "write at least 1")
        return number or 0

    def role(self, node: Node) -> Role:
        keys = self.reader.form(node, ROLE)
        name = self.reader.text(keys.get("actor"), "actor")
        if name and name not in self.actors and self.country:
            message = f"nobody called {quoted(name)} acts in {self.country.name}"
            self.reader.note(keys["actor"], "PR207", message, nearest(name, self.actors))
        return Role(name, self.texts(keys.get("card"), "card"))

    def stop(self, node: Node) -> Stop:
        keys = self.reader.form(node, STEP)
        act = self.on_record(keys.get("act"), "act")
        questions = self.reader.items(keys.get("questions"), "questions")
        return Stop(
            act or "",
            self.minutes(keys.get("minutes")),
            self.texts(keys.get("story"), "story"),
            tuple(self.question(each) for each in questions),
            node.place,
        )

    def question(self, node: Node) -> Question:
        read = self.reader
        keys = read.form(node, QUESTION)
        ask = read.choice(keys.get("ask"), "ask", ASKS)
        self._fits(node, ask, keys)
        choices = read.integer(keys.get("choices"), "choices")
        if choices is not None and choices not in CHOICES:
            message = f"choices: a question has {CHOICES[0]} to {CHOICES[-1]}"
            read.note(keys["choices"], "PR206", message, "4 is usual")
        acts = [self.on_record(each, "acts") or "" for each in read.items(keys.get("acts"), "acts")]
        return Question(
            ask,
            self.named(keys.get("act"), ask),
            tuple(acts),
            self.texts(keys.get("words"), "words"),
            self.texts(keys.get("answer"), "answer"),
            choices or 4,
            node.place,
        )

    def _fits(self, node: Node, ask: str, keys: Mapping[str, Node]) -> None:
        """A free question carries its words and its answer, an order its acts; no other question does."""
        wanted = {"free": ("words", "answer"), "order": ("acts",)}.get(ask, ())
        for key in wanted:
            if key not in keys:
                self.reader.note(node, "PR202", f"a question that asks {quoted(ask)} lacks `{key}:`", f"add `{key}: …`")
        for key in ("answer", "acts"):
            if ask and key in keys and key not in wanted:
                message = f"a question that asks {quoted(ask)} has no `{key}:`: the engine answers it"
                self.reader.note(keys[key], "PR205", message, "leave the key out, or write `ask: free`")
        if ask == "order" and "acts" in keys and keys["acts"].items is not None:
            number = len(keys["acts"].items)
            if not 2 <= number <= MOST_ORDERED:
                message = f"{number} acts are put in order; a class can order 2 to {MOST_ORDERED}"
                self.reader.note(keys["acts"], "PR206", message, f"name 2 to {MOST_ORDERED} acts")

    def on_record(self, node: Node | None, what: str) -> str | None:
        """The id of an act of the log."""
        name = self.reader.text(node, what)
        if node is None or not name:
            return None
        ids = {act.id for act in self.acts}
        kinds = Counter(act.kind for act in self.acts)
        if name in ids:
            return name
        if kinds[name] == 1:
            return next(act.id for act in self.acts if act.kind == name)
        if kinds[name] > 1:
            several = ", ".join(act.id for act in self.acts if act.kind == name)
            message = f"{kinds[name]} acts are of the kind {quoted(name)}"
            self.reader.note(node, "PR207", message, f"name one by its id: {several}")
        else:
            help = nearest(name, {*ids, *kinds}) or "name an act of this log"
            self.reader.note(node, "PR207", f"no act has the id {quoted(name)}", help)
        return None

    def named(self, node: Node | None, ask: str) -> str | None:
        """The act that a question is about; what must come next or is missing may be a kind not yet on record."""
        name = self.reader.text(node, "act")
        kinds = self.country.vocabulary.acts if self.country else {}
        if ask in ("until", "next", "missing") and name in kinds and all(act.kind != name for act in self.acts):
            return name
        return self.on_record(node, "act")

    def _in_order(self, node: Node | None, stops: Sequence[Stop]) -> None:
        """The class stops in the order of the log, at each act once."""
        spots = {act.id: spot for spot, act in enumerate(self.acts)}
        for stop, then in pairwise(stops):
            if stop.act and then.act and spots.get(then.act, 0) <= spots.get(stop.act, 0) and node is not None:
                message = f"the step at {quoted(then.act)} does not come after the one at {quoted(stop.act)}"
                place = next(each for each in node.items or [] if each.place == then.place)
                self.reader.note(place, "PR208", message, "put the steps in the order of the log")
