"""A library of any number of passages: how fast its index answers, whether exactly, what it costs, and plainer ways."""

import gc
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random
from shutil import which
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter, process_time, sleep, thread_time

from tests.benchmarks.corpus import pick, reports, vocabulary, words_in
from tests.benchmarks.harness import Budget, MeasureError, Options, Outcome, Spread
from tests.benchmarks.processes import ROOT
from tourview.report import Report, fold
from tourview.search import parse
from tourview.search.index import Draft, Index, Stamp
from tourview.search.pinyin import spoken

_QUERIES = 200
_SEED = 7
_BATCH = 50
"""Reports put in together."""
_SLOW_ROUNDS = 40
"""Queries that the slower ways are asked."""
_MUCH = 100_000
"""Passages from which on an index is held to be better than a scan, and to its size."""
_ROUNDS = 3
"""How often each query is asked: the best of them counts, for the rest is the machine's other work."""
_BIG = 1_000_000
_FRESH = """
import sys; from pathlib import Path; from time import process_time; from tourview.search.index import Index
began = process_time(); index = Index(Path(sys.argv[1])); index.search("园区"); first = process_time() - began
for query in sys.argv[2:]: index.search(query)
kept = open("/proc/self/status").read().partition("VmHWM:")[2].split()[0]
print(first * 1000, int(kept) / 1024)
"""
"""Prints the milliseconds of CPU to open an index and answer, and the most memory in MiB that the process has had."""
Corpus = list[Report]
Wanted = tuple[str, list[list[str]], list[str]]
"""A query as typed; its words, of which one of each group must be there; and those that must not be."""


def search(options: Options) -> Sequence[Outcome]:
    """The index built, asked 200 queries, held against a plain scan, and compared with plainer ways."""
    with TemporaryDirectory(prefix="tourview-benchmark-") as folder:
        corpus = list(reports(options.size))
        passages = [fold(report.text[slice(*each.own_span)]) for report in corpus for each in report.sections]
        place = Path(folder, "index.db")
        with closing(Index(place)) as index:
            outcomes = _built(index, corpus, place)
            queries = list(_queries(passages))
            outcomes += _asked(index, queries, passages, folder)
            outcomes.append(_exact(index, queries, passages))
            outcomes += [_waiting(index, queries), _adding(index, corpus[0]), _completing(index)]
        return [*outcomes, *_fresh(place, [typed for typed, _groups, _excluded in queries])]


def _built(index: Index, corpus: Corpus, place: Path) -> list[Outcome]:
    """Put all reports in, and see how long it takes and how much room."""
    began, busy = perf_counter(), process_time()
    for first in range(0, len(corpus), _BATCH):
        index.put_all(_draft(number, corpus[number]) for number in range(first, min(first + _BATCH, len(corpus))))
    index.tidy()
    elapsed, busy = perf_counter() - began, process_time() - busy
    status = index.status()
    size = sum(file.stat().st_size for file in place.parent.glob("index.db") if file.exists())
    text = sum(len(report.text.encode()) for report in corpus)
    beyond = (max(size, status.bytes) - text) / status.passages
    detail = f"{status.bytes / 1e6:.0f} MB for {text / 1e6:.0f} MB of text in UTF-8"
    much = status.passages >= _MUCH
    rate = f"{status.passages} in {elapsed:.1f} s, {busy:.1f} s of CPU"
    return [
        Outcome(
            "passages built a second of CPU", _one(status.passages / busy), "/s", rate, Budget(3000, at_least=True)
        ),
        Outcome(
            "bytes a passage beyond its text",
            _one(beyond),
            "B",
            detail,
            Budget(450) if much else None,
        ),
    ]


def _draft(number: int, report: Report) -> Draft:
    return Draft(Path(f"/library/{number:06}.txt"), Stamp(1, 1), str(number), report)


def _queries(passages: Sequence[str]) -> Iterator[Wanted]:
    """A mix of what people type, from the words of the library and from anywhere in its text."""
    chance = Random(_SEED)
    words = [word for word in vocabulary() if not set(word) & set('“”（）：-"@|. ')]
    frequent = [word for word in words[:300] if len(word) > 1 and not word.isascii()]
    pinyin = ("zhaoshang", "yuanqu", "fazhan", "xiangmu", "jizhi", "chanye")
    makers: list[Callable[[], Wanted]] = [
        lambda: _single(chance.choice(pick(chance, words))),
        lambda: _single(words_in(chance.choice(passages), chance, 1)),
        lambda: _single(pick(chance, frequent)),
        lambda: _single(words_in(chance.choice(passages), chance, 2)),
        lambda: _single(words_in(chance.choice(passages), chance, chance.randint(3, 6))),
        lambda: _all_of(pick(chance, frequent), pick(chance, words)),
        lambda: _phrase(words_in(chance.choice(passages), chance, 4)),
        lambda: _without(pick(chance, frequent), pick(chance, words)),
        lambda: _either(pick(chance, words), pick(chance, words)),
        lambda: _single(chance.choice(("park", "GDP", "art", "smart", "one", "5g", "app", "ai"))),
        lambda: _single(chance.choice(pinyin)),
    ]
    for number in range(_QUERIES):
        yield makers[number % len(makers)]()


def _single(word: str) -> Wanted:
    return word, [[word]], []


def _all_of(one: str, other: str) -> Wanted:
    return f"{one} {other}", [[one], [other]], []


def _phrase(words: str) -> Wanted:
    return f'"{words}"', [[words]], []


def _without(one: str, other: str) -> Wanted:
    return (f"{one} -{other}", [[one]], [other]) if one != other else _single(one)


def _either(one: str, other: str) -> Wanted:
    return f"{one} OR {other}", [[one, other]], []


def _asked(index: Index, queries: Sequence[Wanted], passages: Sequence[str], folder: str) -> list[Outcome]:
    """The best fifty for each query by the index, and the same queries put to plainer ways beside it."""
    joined = "\n".join(passages)
    trigrams = _trigrams(passages, Path(folder, "trigrams.db"))
    ours, scan, plainer, grep = list[float](), list[float](), list[float](), list[float]()
    file = Path(folder, "text.txt")
    file.write_text("\n".join(passage.replace("\n", " ") for passage in passages), "utf-8")
    for turn in range(_ROUNDS):
        for number, (typed, groups, excluded) in enumerate(queries):
            words = [fold(word) for group in (*groups, excluded) for word in group]
            ours.append(_timed(partial(index.search, typed)))
            scan.append(_timed(partial(_each, partial(_places, joined), words)))
            if not turn and number < _SLOW_ROUNDS:
                plainer.append(_timed(partial(_each, partial(_by_trigrams, trigrams), words)))
                if which("rg"):
                    grep.append(_waited(partial(_each, partial(_by_grep, file), words)))
    trigrams.close()
    ours, scan = _best(ours, len(queries)), _best(scan, len(queries))
    limit = 15 if len(passages) >= _BIG else 5
    much = len(passages) >= _MUCH
    told = f"of CPU; p50 {median(ours):.3g}, p95 {_percentile(ours, 95):.3g}, p99 {_percentile(ours, 99):.3g} ms"
    found = [
        Outcome("a query, 95 of 100 within", _one(_percentile(ours, 95)), "ms", told, Budget(limit)),
        _against(ours, scan, "str.find over the joined text", Budget(0.2) if much else None),
        _against(ours, plainer, "FTS5 trigram, scan below three characters"),
    ]
    if grep:
        found.append(_against(ours, grep, "ripgrep"))
    return found


def _best(times: Sequence[float], count: int) -> list[float]:
    """The least time of each of so many queries that were asked in rounds."""
    return [min(times[number::count]) for number in range(count)]


def _each(ask: Callable[[str], object], words: Sequence[str]) -> None:
    for word in words:
        ask(word)


def _against(ours: Sequence[float], other: Sequence[float], name: str, budget: Budget | None = None) -> Outcome:
    high, low = _percentile(ours, 95), _percentile(other, 95)
    return Outcome("p95 beside a plainer way", _one(high / low), "×", f"{high:.3g} ms : {low:.3g} ms {name}", budget)


def _places(text: str, word: str) -> list[int]:
    found = []
    at = text.find(word)
    while at >= 0:
        found.append(at)
        at = text.find(word, at + len(word))
    return found


def _trigrams(passages: Sequence[str], place: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(place)
    connection.execute("CREATE VIRTUAL TABLE trigrams USING fts5 (own, tokenize='trigram')")
    with connection:
        connection.executemany("INSERT INTO trigrams VALUES (?)", ((passage,) for passage in passages))
    return connection


def _by_trigrams(connection: sqlite3.Connection, word: str) -> int:
    if len(word) >= 3:
        asked, value = "SELECT own FROM trigrams WHERE trigrams MATCH ? LIMIT 256", f'"{word}"'
    else:
        asked, value = "SELECT own FROM trigrams WHERE own LIKE ? LIMIT 256", f"%{word}%"
    return len(connection.execute(asked, (value,)).fetchall())


def _by_grep(file: Path, word: str) -> bytes:
    return subprocess.run(["rg", "-F", "-m", "256", word, file], capture_output=True, check=False).stdout


def _exact(index: Index, queries: Sequence[Wanted], passages: Sequence[str]) -> Outcome:
    """How many queries the index counts as a plain scan of every passage does.

    Raises:
        MeasureError: If it is not all of them.
    """
    asked = queries if len(passages) < _BIG else queries[:: len(queries) // 20]
    for typed, groups, excluded in asked:
        expected = _scanned(passages, groups, excluded)
        found = tuple(index.count(_as_it_stands(groups, excluded)))
        if found != expected:
            raise MeasureError(f"{typed}: {found} occurrences and sections where a plain scan finds {expected}")
    return Outcome(
        "queries counted as by a plain scan", _one(len(asked)), "", f"of {len(asked)}", Budget(len(asked), True)
    )


def _as_it_stands(groups: list[list[str]], excluded: list[str]) -> str:
    """The query in quotation marks, for the scan knows no initials and one way to write a number; pinyin as it is."""
    wanted = (" OR ".join(word if spoken(fold(word)) else f'"{word}"' for word in group) for group in groups)
    return " ".join((*wanted, *(f"-{word}" if spoken(fold(word)) else f'-"{word}"' for word in excluded)))


def _scanned(passages: Sequence[str], groups: list[list[str]], excluded: list[str]) -> tuple[int, int]:
    """Occurrences and passages, by looking at each."""
    wanted = [[_counter(word) for word in dict.fromkeys(map(fold, group))] for group in groups]
    barred = [_counter(word) for word in map(fold, excluded)]
    once = list({id(count): count for group in wanted for count in group}.values())
    total = sections = 0
    for passage in passages:
        if all(any(count(passage) for count in group) for group in wanted) and not any(
            count(passage) for count in barred
        ):
            total += sum(count(passage) for count in once)
            sections += 1
    return total, sections


_counters: dict[str, Callable[[str], int]] = {}


def _counter(word: str) -> Callable[[str], int]:
    """Counts a word in a passage: as it stands, and by its sound where it is pinyin."""
    if word not in _counters:
        sound = spoken(word)
        if sound is None:
            _counters[word] = lambda passage: passage.count(word)
        else:
            _counters[word] = lambda passage: passage.count(word) + len(sound.findall(passage))
    return _counters[word]


def _waiting(index: Index, queries: Sequence[Wanted]) -> Outcome:
    """How long another thread has to wait for its turn while queries are answered."""
    done = Event()
    gaps: list[float] = []

    def tick() -> None:
        last = perf_counter()
        while not done.is_set():
            sleep(0.001)
            now = perf_counter()
            gaps.append((now - last - 0.001) * 1000)
            last = now

    thread = Thread(target=tick)
    thread.start()
    for typed, _groups, _excluded in queries:
        index.search(typed)
    done.set()
    thread.join()
    high = _percentile(gaps, 99)
    return Outcome("another thread waits, 99 of 100 turns", _one(high), "ms", f"at most {max(gaps):.3g} ms", Budget(10))


def _adding(index: Index, report: Report) -> Outcome:
    times = [_timed(partial(index.put, Path(f"/added/{number}"), Stamp(1, 1), "", report)) for number in range(5)]
    return Outcome("one report added", _spread(times), "ms", f"{len(report.sections)} sections", Budget(100))


def _completing(index: Index) -> Outcome:
    words = ("zsyz", "zhaosh", "招商", "fz", "的", "par", "园区", "gy", "jzl")
    times = [_timed(partial(index.completions, word)) for word in words]
    slowest = words[times.index(max(times))]
    return Outcome("completions, the slowest", _one(max(times)), "ms", slowest, Budget(50))


def _fresh(place: Path, queries: Sequence[str]) -> list[Outcome]:
    """A new process: the first answer, and its memory after all queries."""
    command = [sys.executable, "-c", _FRESH, str(place), *(query for query in queries if not parse(query).empty)]
    values = []
    for _run in range(3):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            raise MeasureError(done.stderr.strip().splitlines()[-1])
        values.append([float(value) for value in done.stdout.split()])
    first, kept = zip(*values, strict=True)
    return [
        Outcome("opened, and a first query answered", _spread(first), "ms", "in a new process", Budget(50)),
        Outcome("memory after all queries", _spread(kept), "MiB", "the whole process"),
    ]


def _timed(action: Callable[[], object]) -> float:
    """Milliseconds of CPU: what the machine does beside is not ours. Waiting for a disk is not in it."""
    gc.collect(0)
    start = thread_time()
    action()
    return (thread_time() - start) * 1000


def _waited(action: Callable[[], object]) -> float:
    """Milliseconds by the clock."""
    start = perf_counter()
    action()
    return (perf_counter() - start) * 1000


def _percentile(values: Sequence[float], share: int) -> float:
    return quantiles(values, n=100, method="inclusive")[share - 1]


def _one(value: float) -> Spread:
    return Spread(value, value, value, 1)


def _spread(values: Sequence[float]) -> Spread:
    return Spread(median(values), min(values), max(values), len(values))
