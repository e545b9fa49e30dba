"""Compares tally's answers, as --format ndjson writes them, with the cases of sixty.py."""
import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor


# ------------------------------------------------------------------ asking

def run(binary, cases):
    """Runs some cases as one script in a folder of its own; what each said, or None where not each was answered."""
    with tempfile.TemporaryDirectory() as folder:
        files = {"script.tally": "\n".join(c["script"] for c in cases) + "\n"}
        for case in cases:
            files.update(case["expected"].get("files", {}))
        for name, text in files.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
                f.write(text)
        got = subprocess.run([binary, "run", "script.tally", "--format", "ndjson"], cwd=folder, text=True,
                             stdin=subprocess.DEVNULL, capture_output=True, timeout=600)
    lines = [l for l in got.stdout.splitlines() if l.startswith("{")]
    said = {"answer": None, "errors": re.findall(r"error (T\d+)", got.stderr), "passed": got.returncode == 0,
            "text": got.stdout, "message": got.stderr}
    if len(cases) > 1:
        whole = got.returncode == 0 and len(lines) == len(cases)
        return [dict(said, answer=json.loads(l), text=l) for l in lines] if whole else None
    return [dict(said, answer=json.loads(lines[-1]) if lines and got.returncode == 0 else None)]


def ask(binary, cases, disputed):
    """In batches, for a process is dear; a batch with a case that is not answered is asked one by one."""
    alone = lambda case: "\n" in case["script"] or case["shape"] in ("E", "X", "S")
    batches = []
    for case in cases:
        if not batches or alone(case) or alone(batches[-1][0]) or len(batches[-1]) == 16:
            batches.append([])
        batches[-1].append(case)
    answer = lambda batch: run(binary, batch) or [got for case in batch for got in run(binary, [case])]
    binary = os.path.abspath(binary)
    with ThreadPoolExecutor(2) as pool:
        return verdict(cases, [got for some in pool.map(answer, batches) for got in some], disputed)


def read(path, cases, disputed):
    with open(path, encoding="utf-8") as f:
        got = {g["script"]: g for g in map(json.loads, f)}
    missing = {"answer": None, "errors": [], "passed": False, "text": "", "message": "no answer was collected"}
    return verdict(cases, [dict(missing, **got.get(c["script"], {})) for c in cases], disputed)


def verdict(cases, got, disputed):
    bad = 0
    for case, answer in zip(cases, got):
        faults = SHAPES[case["shape"]](case["expected"], answer) if usable(case, answer) else [
            "refused: " + " ".join(answer["message"].split())[:200]]
        reason = disputed.get(case["number"])
        if faults and reason and usable(case, answer):
            print("%s is disputed: %s" % (case["number"], reason))
            continue
        if reason and not faults:
            faults = ["is disputed no more: take it off the list"]
        if faults:
            bad += 1
            print("%s: %s" % (case["number"], case["script"].replace("\n", " ; ")))
            for fault in faults[:4]:
                print("    " + fault)
    print("%d cases, %d with a difference" % (len(cases), bad))
    return 1 if bad else 0


def usable(case, got):
    return case["shape"] in ("E", "X", "S") or got["answer"] is not None


# ------------------------------------------------------------------ cells

def flat(cell):
    """A cell of a row as the oracle writes it: a figure is four values; a difference, which has no
    base of its own, is its two ends."""
    if isinstance(cell, dict) and set(cell) == {"low", "high"}:
        return [cell["low"], cell["high"]]
    if isinstance(cell, dict) and "low" in cell:
        return [cell["low"], cell["high"], cell["unknown"], cell["base"]]
    if isinstance(cell, dict):
        return ["unknown"]
    if isinstance(cell, list):
        return cell
    return ["" if cell is None else cell]


def same(want, got):
    if want == "*":
        return True
    numbers = isinstance(want, (int, float)) and isinstance(got, (int, float))
    return abs(want - got) <= 1e-9 * max(1, abs(want), abs(got)) if numbers else want == got


def alike(want, got):
    return len(want) <= len(got) and all(same(w, g) for w, g in zip(want, got))


def differs(name, want, got):
    return [] if same(want, got) else ["%s is %s, oracle %s" % (name, got, want)]


# ------------------------------------------------------------------ shapes

def a_figure(want, got):
    out = []
    for name in ("low", "high", "unknown", "base", "of_known"):
        if name in want:
            out += differs(name, want[name], got.get(name))
    if "of" in want:
        out += differs("known", want["known"], got.get("known"))
    return out


def figure(want, got):
    out = a_figure(want, got["answer"])
    if "reasons" in want:
        out += differs("reasons", want["reasons"], got["answer"].get("reasons"))
    return out


def rows(want, got):
    answer, out = got["answer"], []
    if "rows" not in answer:
        return ["no rows but a %s" % answer.get("kind")]
    have = [[v for cell in row for v in flat(cell)] for row in answer["rows"]]
    wanted = want["rows"]
    if want.get("some"):
        have = [r for r in have if r[0] in [w[0] for w in wanted]]
    if "columns" in want:
        out += differs("columns", want["columns"], [c["name"] for c in answer["columns"]])
    if "possible_more" in want:
        out += differs("possible_more", want["possible_more"], answer["possible_more"])
    if "total" in want:
        total = [v for cell in answer.get("total") or [] for v in flat(cell)]
        out += [] if alike(want["total"], total) else ["total %s, oracle %s" % (total, want["total"])]
    for key, n in want.get("known", {}).items():
        cell = next((r for r in answer["rows"] if r[0] == key), [None, {}])[1]
        out += differs("known of " + key, n, cell.get("known"))
    if not want.get("ordered"):
        text = lambda r: json.dumps([round(v, 9) if isinstance(v, float) and v != int(v) else
                                     int(v) if isinstance(v, float) else v for v in r])
        have, wanted = sorted(have, key=text), sorted(wanted, key=text)
    if len(have) != len(wanted):
        return out + ["%d rows, oracle %d" % (len(have), len(wanted))]
    return out + ["row %s, oracle %s" % (h, w) for h, w in zip(have, wanted) if not alike(w, h)]


def comparison(want, got):
    """A comparison without groups: its two figures, the difference and the percent change."""
    answer = got["answer"]
    if answer.get("kind") != "comparison" and "rows" in answer:
        cells = [c for c in answer["rows"][0] if isinstance(c, dict)]
        answer = dict(zip(("a", "b", "difference", "change"), cells))
    out = [f"{n}: {x}" for n in ("a", "b") for x in a_figure(want[n], answer.get(n) or {})]
    if "of" in want:
        out += differs("base of the difference", want["of"], (answer.get("difference") or {}).get("base"))
    for name in ("difference", "change") if "change" in want else ("difference",):
        cell = answer.get(name) or {}
        out += differs(name, want[name], want[name] if all(
            same(w, cell.get(e)) for w, e in zip(want[name], ("low", "high"))) else cell)
    return out


def changes(want, got):
    """The three by three, and which counties changed; the diagonal names none."""
    words, cells, out = ("yes", "no", "unknown"), {}, []
    for cell in got["answer"].get("cells", []):
        cells[cell["from"], cell["to"]] = cell
    for i, before in enumerate(words):
        for k, after in enumerate(words):
            cell, name = cells.get((before, after), {}), "%s to %s" % (before, after)
            out += differs(name, want["cells"][i][k], cell.get("count"))
            if before != after:
                listed = sorted(r["key"] for r in cell.get("rows", []))
                out += differs("names of " + name, want["named"].get("%s>%s" % (before, after), []), listed)
    return out + differs("base", sum(map(sum, want["cells"])), got["answer"].get("base"))


def card(want, got):
    entries = {e["name"]: e["value"] for e in got["answer"].get("entries", [])}
    out = []
    for name, value in want["entries"].items():
        out += differs(name, value, "unknown" if isinstance(entries.get(name), dict) else entries.get(name))
    for year, (yes, no, unknown) in want.get("by_year", {}).items():
        said = [e for e in got["answer"]["entries"] if year in e["name"] or year in e["label"]]
        text = json.dumps(said).replace(",", "")
        for n in (yes, no, unknown):
            out += [] if str(n) in text else ["%s does not say %d: %s" % (year, n, text[:200])]
    return out


def funnel(want, got):
    out = a_figure(want, got["answer"])
    for step, have in zip(want.get("steps", []), got["answer"].get("steps", [])):
        out += differs("step", step, [have[k] for k in ("condition", "kept", "dropped", "aside")])
    return out


def verdicts(want, got):
    return differs("counts", want["verdicts"], got["answer"].get("counts"))


def mapped(want, got):
    """A map of a set: its rows are the certain members, and its layers count all."""
    answer = got["answer"]
    layers = {l["side"]: l["count"] for l in answer.get("picture", {}).get("layers", [])}
    return (differs("matched", want["certain"], answer.get("matched")) + differs("layers", want, layers)
            + differs("possible_more", want["possible"], answer.get("possible_more")))


def says(want, got):
    if not got["passed"]:
        return ["refused: " + " ".join(got["message"].split())[:200]]
    return ["does not say %s" % w for w in want["says"] if w not in got["text"]]


def refusal(want, got):
    if got["passed"]:
        return ["answered, oracle refuses with " + " or ".join(want["codes"])]
    fits = any(e.startswith(c) and e != "T299" for e in got["errors"] for c in want["codes"])
    return [] if fits else ["refused with %s, oracle with %s" % (got["errors"], want["codes"])]


def passing(want, got):
    return differs("passed", want["passed"], got["passed"])


SHAPES = {"F": figure, "G": rows, "R": rows, "C": comparison, "T": changes, "K": card, "P": funnel,
          "V": verdicts, "M": mapped, "S": says, "E": refusal, "X": passing}


# ------------------------------------------------------------------ self-test

def made(shape, want):
    """An answer that says what is expected, for the shapes whose form is plain; a row as one cell."""
    if shape == "F":
        return dict(want)
    return {"rows": [[list(r)] for r in want["rows"]], "total": [list(want.get("total", []))],
            "possible_more": want.get("possible_more", 0), "columns": [{"name": n} for n in want.get("columns", [])]}


def self_test(cases):
    """Each case takes its own answer, and no answer of which one number or name was changed."""
    planted = 0
    for case in cases:
        want, judge = case["expected"], SHAPES[case["shape"]]
        if judge not in (figure, rows) or {"known", "some", "reasons"} & set(want):
            continue
        assert not judge(want, {"answer": made(case["shape"], want)}), case["script"]
        for spoilt in spoil(want):
            planted += 1
            assert judge(want, {"answer": made(case["shape"], spoilt)}), (case["script"], spoilt)
    print("the judge finds %d of %d planted faults" % (planted, planted))


def spoil(want):
    """What is expected with one thing wrong, many times."""
    other = lambda v: v + 1 if isinstance(v, (int, float)) else 7 if v is None else "?"
    for name in ("low", "high", "unknown", "base", "of_known", "possible_more"):
        if name in want:
            yield dict(want, **{name: other(want[name])})
    for i, v in enumerate(want.get("total", [])):
        if v != "*":
            yield dict(want, total=want["total"][:i] + [other(v)] + want["total"][i + 1:])
    rows = want.get("rows", [])
    for i in sorted({0, len(rows) // 2, len(rows) - 1}) if rows else []:
        yield dict(want, rows=rows[:i] + rows[i + 1:])
        for j, v in enumerate(rows[i]):
            if v != "*":
                yield dict(want, rows=rows[:i] + [rows[i][:j] + [other(v)] + rows[i][j + 1:]] + rows[i + 1:])
