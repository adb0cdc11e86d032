"""What the tests of lessons share: every shipped lesson, prepared once in each language."""

from functools import cache

from procedure import shipped
from procedure.lesson import Drawn, Pool
from procedure.lessons import Prepared, prepared
from procedure.scenario import Scenario
from procedure.scenario_files import load_scenario, scenario_from_text

NAMES = tuple(name for name in shipped.names() if "/lessons/" in name)
LANGUAGES = ("en", "ru", "kk")


@cache
def scenario(name: str) -> Scenario:
    """A shipped scenario."""
    return load_scenario(shipped.find(name))


@cache
def lesson(name: str, language: str = "en") -> Prepared:
    """A shipped lesson, ready to be given."""
    return prepared(scenario(name), language)


HOSTILE = '<script>alert(1)</script> ~=#{}:\\\\ %50% [sound:x.mp3] {{Front}} \\\\(x\\\\) // ]]> & \\" Q'
"""Text that would do something in some of the forms, as it stands between double quotes in YAML."""

HELD = '<script>alert(1)</script> ~=#{}:\\ %50% [sound:x.mp3] {{Front}} \\(x\\) // ]]> & " Q'
"""The same text as it is read."""


def hostile() -> Prepared:
    """A small lesson whose every text is hostile."""
    return prepared(scenario_from_text(SMALL.replace("TEXT", f'"{HOSTILE}"'), "hostile.yaml"))


SMALL = """\
scenario: TEXT
jurisdiction: ruritania
kind: hypothetical
about: TEXT
sources:
  author: {title: an invented case, publisher: the authors, standing: primary}
given: {deputies_in_office: 60}
acts:
  - act: elect_speaker
    date: 2030-05-07
    by: Diet
    facts:
      {candidate: A, ballot: secret, present: 60, issued: 60, found: 60, for: 30, against: 30, declared: elected}
    sources: [author]
until: 2030-05-07
expect:
  - {act: elect_speaker, is: unlawful, because: half is not more than half}
lesson:
  title: TEXT
  grades: [9]
  minutes: 20
  goals: [TEXT]
  roles: [{actor: Crown, card: TEXT}]
  steps:
    - act: elect_speaker
      minutes: 10
      story: TEXT
      questions:
        - {ask: lawful, words: TEXT}
        - {ask: free, words: TEXT, answer: TEXT}
  closing: TEXT
"""


def asked(name: str, ask: str) -> list[Pool]:
    """The questions of one kind in a shipped lesson."""
    return [pool for pool in lesson(name).pools if pool.ask == ask]


def every_draw(name: str, seeds: range) -> list[Drawn]:
    """Every question of a shipped lesson in every one of some draws."""
    return [drawn for seed in seeds for drawn in lesson(name).drawn(seed)]
