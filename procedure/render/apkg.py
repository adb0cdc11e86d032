"""The questions of a lesson as a deck for Anki: its collection, an SQLite file of schema 11, in a zip file."""

import hashlib
import html
import json
import re
import sqlite3
from collections.abc import Mapping

from procedure.lesson import Drawn
from procedure.lessons.play import LETTERS
from procedure.lessons.pools import Prepared
from procedure.render.zipped import zipped

SCHEMA = """
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
  ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
  models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
  ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL,
  odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
  ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
  type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
"""

FIELDS = ("Question", "Choices", "Answer", "Why")
FRONT = "{{Question}}<br><br>{{Choices}}"
BACK = "{{FrontSide}}<hr id=answer><b>{{Answer}}</b><br><br>{{Why}}"
STYLE = ".card { font-family: sans-serif; font-size: 20px; text-align: left; }"
SINCE = 1_577_836_800
"""The moment that stands in the deck for every time, since the library has no clock: 1 January 2020."""

_MATHS = re.compile(r"\\(?=[(\[])")


def apkg(prepared: Prepared, seed: int) -> bytes:
    """The deck of one draw; the same lesson, language and draw give the same bytes on one version of SQLite."""
    title = prepared.desk.speak.of(prepared.lesson.title)
    key = f"{prepared.report.jurisdiction} {title} {prepared.desk.speak.language}"
    deck, model = _number(f"deck {key}"), _number(f"model {key}")
    collection = sqlite3.connect(":memory:")
    collection.executescript(SCHEMA)
    collection.execute("INSERT INTO col VALUES (1,?,?,?,11,0,0,0,?,?,?,?,'{}')", _settings(deck, model, title))
    for spot, drawn in enumerate(prepared.drawn(seed), 1):
        fields = [_field(text) for text in _texts(drawn)]
        note = _number(f"note {key} {drawn.pool.id}")
        guid = hashlib.sha256(f"{key} {drawn.pool.id}".encode()).hexdigest()[:16]
        row = (note, guid, model, SINCE, "\x1f".join(fields), fields[0], _sum(fields[0]))
        collection.execute("INSERT INTO notes VALUES (?,?,?,?,-1,'',?,?,?,0,'')", row)
        card = (note + 1, note, deck, SINCE, spot)
        collection.execute("INSERT INTO cards VALUES (?,?,?,0,?,-1,0,0,?,0,0,0,0,0,0,0,0,'')", card)
    collection.commit()
    collection.execute("VACUUM")
    content = collection.serialize()
    collection.close()
    return zipped({"collection.anki2": content, "media": b"{}"})


def _texts(drawn: Drawn) -> tuple[str, str, str, str]:
    pool = drawn.pool
    choices = "\n".join(f"{letter}. {each.text}" for letter, each in zip(LETTERS, drawn.choices, strict=False))
    answer = pool.right.text if pool.free else f"{LETTERS[drawn.right]}. {pool.right.text}"
    wrong = [f"{LETTERS[spot]}. {each.why}" for spot, each in enumerate(drawn.choices) if each.why]
    return f"{pool.story}\n\n{pool.prompt}", choices, answer, "\n".join([*pool.explanation, *wrong])


def _field(text: str) -> str:
    """Text as HTML in which nothing has a meaning: no tag, no sound, no formula, no end of the field."""
    told = html.escape(text.replace("\x1f", " "))
    told = _MATHS.sub("\\\\\u200b", told)
    return told.replace("[", "&#91;").replace("{", "&#123;").replace("\n", "<br>")


def _number(text: str) -> int:
    """A number that names a deck, a model or a note: thirteen digits, like the milliseconds that Anki uses."""
    return 10**12 + int.from_bytes(hashlib.sha256(text.encode()).digest()[:5]) * 2 % (9 * 10**12)


def _sum(text: str) -> int:
    """The sum that Anki keeps of the first field, without its tags."""
    return int(hashlib.sha1(re.sub(r"<[^>]*>", "", text).encode(), usedforsecurity=False).hexdigest()[:8], 16)


def _settings(deck: int, model: int, title: str) -> tuple[int, int, int, str, str, str, str]:
    conf = {"curDeck": deck, "activeDecks": [deck], "nextPos": 1, "sortType": "noteFld", "newSpread": 0}
    new = {"delays": [1, 10], "ints": [1, 4, 7], "initialFactor": 2500, "order": 0, "perDay": 20, "bury": False}
    lapse = {"delays": [10], "mult": 0, "minInt": 1, "leechFails": 8, "leechAction": 0}
    review = {"perDay": 100, "ease4": 1.3, "fuzz": 0, "ivlFct": 1, "maxIvl": 36500, "bury": False}
    options = {"id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": True, "timer": 0}
    dconf = {"1": {**options, "replayq": True, "dyn": False, "new": new, "lapse": lapse, "rev": review}}
    models = {str(model): _model(model, deck, title)}
    decks = {"1": _deck(1, "Default"), str(deck): _deck(deck, title)}
    return SINCE, SINCE * 1000, SINCE * 1000, *(json.dumps(each) for each in (conf, models, decks, dconf))  # type: ignore[return-value]


def _deck(id: int, name: str) -> Mapping[str, object]:
    today = {each: [0, 0] for each in ("newToday", "revToday", "lrnToday", "timeToday")}
    return {"id": id, "name": name.replace("::", ": "), "mod": SINCE, "usn": -1, "desc": "", "dyn": 0, "conf": 1} | {
        "collapsed": False,
        "extendNew": 10,
        "extendRev": 50,
        **today,
    }


def _model(id: int, deck: int, title: str) -> Mapping[str, object]:
    fields = [
        {"name": name, "ord": spot, "sticky": False, "rtl": False, "font": "Arial", "size": 20, "media": []}
        for spot, name in enumerate(FIELDS)
    ]
    card = {"name": "Card 1", "ord": 0, "qfmt": FRONT, "afmt": BACK, "bqfmt": "", "bafmt": "", "did": None}
    return {
        "id": id,
        "name": title,
        "type": 0,
        "mod": SINCE,
        "usn": -1,
        "sortf": 0,
        "did": deck,
        "tmpls": [card],
        "flds": fields,
        "css": STYLE,
        "latexPre": "",
        "latexPost": "",
        "tags": [],
        "vers": [],
        "req": [[0, "any", [0, 1]]],
    }
