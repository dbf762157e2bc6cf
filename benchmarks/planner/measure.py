#!/usr/bin/env python3
"""Solves the reference instances with ./shirube and has the judge look at every plan; one line a run into a CSV file.

Usage: measure.py FOLDER [--work 20,120] [--only r2000] [--out quality.csv]
FOLDER keeps the generated instances and the plans; runs that the CSV file already has are left out. CPU seconds are those of the
whole process: start, reading, solving, the product's own check, writing.
"""
import argparse, csv, hashlib, json, os, subprocess, sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIELDS = ["instance", "tasks", "work", "cpu_seconds", "peak_mb", "judge_cpu_seconds", "objective", "hard_missed", "dropped",
          "errors", "certificate_bound", "stored_bound", "cp_sat_bound", "best_objective", "naive_objective", "naive_hard_missed"]


def cpu(command, **more):
    """Runs a command; its output, CPU seconds with all its children, and the largest memory in MB."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **more) as process:
        text = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return text, process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


def instance(folder, reference):
    file = folder / (reference["name"] + ".json")
    if not file.exists():
        subprocess.run([sys.executable, HERE / "gen_roadmap.py", *reference["args"].split(), "--out", file], check=True)
    if hashlib.sha256(file.read_bytes()).hexdigest() != reference["sha256"]:
        sys.exit(f"{file} is not the reference instance: delete it, and use the Python that reference.json was made with")
    return file


def measured(folder, reference, work, shirube):
    problem = instance(folder, reference)
    plan = folder / f"{reference['name']}-{work}.plan.json"
    text, code, seconds, peak = cpu([shirube, "roadmap", "solve", problem, "--out", plan, "--work", str(work), "--lang", "en"])
    if code != 0:
        sys.exit(f"shirube ended with {code}: {text}")
    text, code, judging, _ = cpu([sys.executable, HERE / "validate.py", problem, plan, "--bound-iterations", "0"])
    verdict = json.loads(text)
    return {
        "instance": reference["name"], "tasks": reference["args"].split()[1], "work": work, "cpu_seconds": f"{seconds:.1f}",
        "peak_mb": peak, "judge_cpu_seconds": f"{judging:.1f}", "objective": verdict["objective"],
        "hard_missed": verdict["hard_deadlines_missed"], "dropped": verdict["dropped"], "errors": len(verdict["errors"]),
        "certificate_bound": verdict["lower_bounds"]["certificate"], "stored_bound": reference["verified_lower_bound"],
        "cp_sat_bound": reference["cp_sat_lower_bound"] or "", "best_objective": reference["best_objective"],
        "naive_objective": reference["naive_objective"], "naive_hard_missed": reference["naive_hard_missed"],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--work", default="20,120")
    parser.add_argument("--only", default="", help="instances whose names begin so")
    parser.add_argument("--out", type=Path, default=HERE / "quality.csv")
    parser.add_argument("--shirube", default=str(HERE.parent.parent / "shirube"))
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    rows = list(csv.DictReader(arguments.out.open(encoding="utf-8"))) if arguments.out.exists() else []
    there = {(row["instance"], row["work"]) for row in rows}
    for reference in json.loads((HERE / "reference.json").read_text(encoding="utf-8"))["instances"]:
        for work in arguments.work.split(","):
            if reference["name"].startswith(arguments.only) and (reference["name"], work) not in there:
                row = measured(arguments.folder, reference, work, arguments.shirube)
                print(row, flush=True)
                rows.append({key: str(value) for key, value in row.items()})
                rows.sort(key=lambda it: (int(it["tasks"]), it["instance"], int(it["work"])))
                with arguments.out.open("w", encoding="utf-8", newline="") as out:
                    writer = csv.DictWriter(out, FIELDS, lineterminator="\n")
                    writer.writeheader()
                    writer.writerows(rows)


main()
