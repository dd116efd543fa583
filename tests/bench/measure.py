#!/usr/bin/env python3
"""Run peers, floors and (when named) our own program side by side, in turn, and report ratios.

    make && make data                     first, once
    measure.py [--suites open,save,undo,arrange,scene,read,write,png,svg,pdf,layout,measures,frames,start] [--sizes 50,200,2000,10000]
               [--rounds 5] [--limit 60] [--js DIR] [--ours ours.json] [--out build/results.json]

In each round every tool of an operation runs once, one after the other (A B C A B C ...), so a slow
minute of a shared machine hits all of them; ratios are taken inside a round and the median is shown.
"cpu" is user + system seconds of the whole process tree that was waited for; "wall" is elapsed time;
"x floor" is the ratio of cpu to the floor's cpu. On a busy machine trust cpu and the ratios.
Rows marked "inner" are what a program says about one part of itself, in milliseconds.

--js DIR    a folder with node_modules of the JavaScript peers (README.md says which)
--ours      a JSON file, operation -> command list, e.g. {"png": ["../build/app", "export", "{dir}/map.xml",
            "{out}.png"]}; it joins every operation it names as the tool "ours".
"""
import argparse
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
B = os.environ.get("BENCH_BUILD", os.path.join(HERE, "build"))
PEERS = os.path.join(HERE, "peers")
median = statistics.median


def once(argv, limit, env=None):
    """One run: dict with wall, cpu, peak MB, exit code, inner figures; or None when not to be had."""
    if not (os.access(os.path.join(B, argv[0]), os.X_OK) if "/" in argv[0] else shutil.which(argv[0])):
        return None
    with tempfile.TemporaryFile() as log:
        t = time.perf_counter()
        p = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.DEVNULL,
                             env=env, start_new_session=True, cwd=B)
        late = False
        while True:
            pid, st, ru = os.wait4(p.pid, os.WNOHANG)
            if pid:
                break
            if time.perf_counter() - t > limit and not late:
                late = True
                os.killpg(p.pid, signal.SIGKILL)          # the group of the process started above
            time.sleep(0.0005 if time.perf_counter() - t < 1 else 0.02)
        wall = time.perf_counter() - t
        p.returncode = os.waitstatus_to_exitcode(st)
        log.seek(0)
        inner = {}
        for line in log.read().decode("utf-8", "replace").splitlines():
            w = line.split()
            if len(w) == 3 and w[0] == "inner":
                inner[w[1]] = float(w[2])
    return {"wall": wall, "cpu": ru.ru_utime + ru.ru_stime, "mb": ru.ru_maxrss / 1024.0,
            "rc": p.returncode, "late": late, "inner": inner}


def suite(name, n, js):
    """(operation, floor tool, {tool: argv}) for one suite and size."""
    d, o = os.path.join(B, str(n)), os.path.join(B, "out-%s-%d" % (name, n))
    b = lambda x: os.path.join(B, x)
    j = lambda op, out: ["node", os.path.join(PEERS, "js_peer.mjs"), op, d + "/map.json"] + out
    if name == "read":
        return "xmlReader", {
            "cat": ["cat", d + "/map.xml"],
            "xmlReader": [b("xmlfloor"), "reader", d + "/map.xml"],
            "SAX2": [b("xmlfloor"), "sax", d + "/map.xml"],
            "DOM": [b("xmlfloor"), "dom", d + "/map.xml"],
            "xmllint --noout": ["xmllint", "--noout", d + "/map.xml"],
            "igraph GraphML": [b("igraph_peer"), "read", d + "/map.graphml"],
            "networkx GraphML": ["/usr/bin/python3", os.path.join(PEERS, "nx_peer.py"), "read", d + "/map.graphml"],
            "graphviz nop (DOT)": ["nop", d + "/map.dot"],
            "inkscape -W (SVG)": ["inkscape", "-W", d + "/map.svg"]}
    if name == "open":                                       # the application's own format, the same bytes
        return "xmlReader", {
            "xmlReader": [b("xmlfloor"), "reader", d + "/map.rapport"],
            "SAX2": [b("xmlfloor"), "sax", d + "/map.rapport"],
            "xmllint --noout": ["xmllint", "--noout", d + "/map.rapport"],
            "igraph GraphML": [b("igraph_peer"), "read", d + "/map.graphml"]}
    if name == "save":
        return "raw+fsync", {
            "raw+fsync": [b("xmlfloor"), "raw", d + "/map.rapport", o + ".raw"],
            "xmlReader": [b("xmlfloor"), "reader", d + "/map.rapport"]}
    if name in ("undo", "scene"):
        return "cat", {"cat": ["cat", d + "/map.rapport"]}
    if name == "write":
        return "raw+fsync", {
            "dd+fsync": ["dd", "if=" + d + "/map.xml", "of=" + o + ".dd", "bs=1M", "conv=fsync", "status=none"],
            "raw+fsync": [b("xmlfloor"), "raw", d + "/map.xml", o + ".raw"],
            "xmlTextWriter+fsync": [b("xmlfloor"), "writer", d + "/map.xml", o + ".wr"],
            "tree+fsync": [b("xmlfloor"), "tree", d + "/map.xml", o + ".tree"],
            "igraph GraphML": [b("igraph_peer"), "write", d + "/map.graphml", o + ".graphml"],
            "dia load+save": ["dia", "-n", "-e", o + ".dia", d + "/map.dia"]}
    if name == "png":
        return "cairo", {
            "cairo": [b("drawfloor"), "png", d + "/map.xml", o + ".png", "4096"],
            "cairo, zlib 1": [b("drawfloor"), "pngfast", d + "/map.xml", o + "-f.png", "4096"],
            "neato -n2 line": ["neato", "-n2", "-Gsplines=line", "-Gsize=42.667,42.667!", "-Tpng", d + "/map.dot", "-o", o + "-nl.png"],
            "neato -n2 spline": ["neato", "-n2", "-Gsplines=true", "-Gsize=42.667,42.667!", "-Tpng", d + "/map.dot", "-o", o + "-ns.png"],
            "dia": ["dia", "-n", "-s", "4096x", "-e", o + "-dia.png", d + "/map.dia"],
            "inkscape (SVG)": ["inkscape", "--export-type=png", "--export-width=4096", "--export-filename=" + o + "-i.png", d + "/map.svg"],
            "rsvg-convert (SVG)": ["rsvg-convert", "-w", "4096", d + "/map.svg", "-o", o + "-r.png"]}
    if name == "svg":
        return "cairo", {
            "cairo": [b("drawfloor"), "svg", d + "/map.xml", o + ".svg"],
            "by hand": [b("drawfloor"), "svgtext", d + "/map.xml", o + "-t.svg"],
            "neato -n2 line": ["neato", "-n2", "-Gsplines=line", "-Tsvg", d + "/map.dot", "-o", o + "-nl.svg"],
            "neato -n2 spline": ["neato", "-n2", "-Gsplines=true", "-Tsvg", d + "/map.dot", "-o", o + "-ns.svg"],
            "dia": ["dia", "-n", "-e", o + "-dia.svg", d + "/map.dia"]}
    if name == "pdf":
        return "cairo", {
            "cairo": [b("drawfloor"), "pdf", d + "/map.xml", o + ".pdf"],
            "neato -n2 line": ["neato", "-n2", "-Gsplines=line", "-Tpdf", d + "/map.dot", "-o", o + "-nl.pdf"],
            "dia": ["dia", "-n", "-e", o + "-dia.pdf", d + "/map.dia"],
            "inkscape (SVG)": ["inkscape", "--export-type=pdf", "--export-filename=" + o + "-i.pdf", d + "/map.svg"],
            "rsvg-convert (SVG)": ["rsvg-convert", "-f", "pdf", d + "/map.svg", "-o", o + "-r.pdf"]}
    if name == "layout":
        gv = lambda e, *a: [e, "-Tplain", "-Gsplines=line", *a, d + "/bare.dot", "-o", "%s-%s%s.plain" % (o, e, "-prism" if a else "")]
        t = {"bare C, Barnes-Hut x300": [b("graphfloor"), "layout", d + "/map.txt", o + "-floor.pos"]}
        if n <= 2000:
            t["bare C, exact x300"] = [b("graphfloor"), "exact", d + "/map.txt", o + "-exact.pos"]
        for e in ("neato", "fdp", "sfdp", "dot"):
            if n <= 2000 or e == "sfdp":
                t["graphviz " + e] = gv(e)
        t["graphviz sfdp prism"] = gv("sfdp", "-Goverlap=prism")
        if n <= 2000:
            t["graphviz neato prism"] = gv("neato", "-Goverlap=prism")
        for a in ("fr", "kk", "drl", "graphopt", "lgl"):
            if n <= 2000 or a in ("fr", "drl", "lgl"):
                t["igraph " + a] = [b("igraph_peer"), a, d + "/map.graphml", "%s-ig-%s.pos" % (o, a)]
        if js:
            for a in ("d3", "fa2", "ngraph", "cola", "cose", "fcose", "elk-stress", "elk-layered"):
                if n <= 200 or a in ("d3", "fa2", "ngraph") or (n <= 2000 and a in ("fcose", "cose")):
                    t["js " + a] = j(a, ["%s-js-%s.pos" % (o, a)])
        return "bare C, Barnes-Hut x300", t
    if name == "arrange":                                    # no boxes overlap in any of them
        gv = lambda e: [e, "-Tplain", "-Gsplines=line", "-Goverlap=prism", d + "/bare.dot", "-o", "%s-%s.plain" % (o, e)]
        t = {"sfdp prism": gv("sfdp")}
        if n <= 200:
            t["neato prism"] = gv("neato")
        if n <= 2000:
            t["igraph kk"] = [b("igraph_peer"), "kk", d + "/map.graphml", o + "-kk.pos"]
        return "sfdp prism", t
    if name == "measures":
        t = {"bare C": [b("graphfloor"), "measures", d + "/map.txt"],
             "igraph": [b("igraph_peer"), "measures", d + "/map.graphml"]}
        if js:
            t["graphology"] = j("measures", [])
        if n <= 2000:
            t["networkx"] = ["/usr/bin/python3", os.path.join(PEERS, "nx_peer.py"), "measures", d + "/map.graphml"]
        return "bare C", t
    if name == "frames":
        return "cairo", {"cairo": [b("drawfloor"), "frames", d + "/map.xml"]}
    if name == "gtk":
        return "gtk blit", {"gtk start": [b("gtkfloor"), "start"], "gtk blit": [b("gtkfloor"), "blit", "60"],
                            "gtk surface": [b("gtkfloor"), "surface", "60"], "gtk cairo": [b("gtkfloor"), "cairo", "60"]}
    raise SystemExit("unknown suite " + name)


def start_windows(env, rounds, limit):
    """Seconds until each desktop program shows a window of its own (polled every 20 ms)."""
    d = os.path.join(B, "200")
    progs = {"gtk4 empty window": [os.path.join(B, "gtkfloor"), "hold"],
             "dia, 200/600": ["dia", "-n", d + "/map.dia"],
             "inkscape, 200/600": ["inkscape", d + "/map.svg"], "tulip (empty)": ["tulip"]}
    out = {}
    for _ in range(rounds + 1):                              # the first round warms the file cache
        for name, argv in progs.items():
            if not shutil.which(argv[0]):
                continue
            t = time.perf_counter()
            p = subprocess.Popen(argv, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL, start_new_session=True, cwd=B)
            got = None
            while time.perf_counter() - t < limit and p.poll() is None:
                r = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", ".+"], env=env,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
                if r.stdout.strip():
                    got = time.perf_counter() - t
                    break
                time.sleep(0.02)
            if p.poll() is None:
                os.killpg(p.pid, signal.SIGKILL)
            p.wait()
            time.sleep(0.3)
            out.setdefault(name, []).append(got)
    return {k: [x for x in v[1:] if x] for k, v in out.items()}


def fmt(s):
    return "%.0f s" % s if s >= 100 else "%.1f s" % s if s >= 10 else "%.2f s" % s if s >= 1 else "%.0f ms" % (s * 1e3) if s >= .1 else "%.1f ms" % (s * 1e3)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--suites", default="read,write,png,svg,pdf,layout,measures,frames,gtk,start")
    ap.add_argument("--sizes", default="50,200,2000,10000")
    ap.add_argument("--rounds", type=int, default=5)
    ap.add_argument("--limit", type=float, default=60)
    ap.add_argument("--js")
    ap.add_argument("--ours")
    ap.add_argument("--out", default=os.path.join(B, "results.json"))
    a = ap.parse_args()
    ours = json.load(open(a.ours)) if a.ours else {}
    env = dict(os.environ, LC_ALL="C.UTF-8")
    if a.js:
        env["JS_PEERS"] = os.path.abspath(a.js)
    results = json.load(open(a.out)) if os.path.exists(a.out) else {}
    xvfb = None
    suites = a.suites.split(",")
    if {"gtk", "start"} & set(suites):
        r, w = os.pipe()
        xvfb = subprocess.Popen(["Xvfb", "-displayfd", str(w), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
                                pass_fds=[w], stderr=subprocess.DEVNULL)
        os.close(w)
        env["DISPLAY"] = ":" + os.read(r, 16).decode().strip()
        env["GDK_BACKEND"], env["GSK_RENDERER"] = "x11", env.get("GSK_RENDERER", "cairo")
    try:
        for s in suites:
            if s == "start":
                res = start_windows(env, min(a.rounds, 3), a.limit)
                results["start"] = {k: {"wall": v} for k, v in res.items()}
                print("\n## start: to the first window\n")
                for k, v in res.items():
                    print("| %s | %s |" % (k, fmt(median(v)) if v else "no window"))
                json.dump(results, open(a.out, "w"), indent=1)
                continue
            for n in [0] if s == "gtk" else [int(x) for x in a.sizes.split(",")]:
                floor, tools = suite(s, n, a.js)
                if s in ours:
                    f = {"dir": os.path.join(B, str(n)), "out": os.path.join(B, "out-ours-%s-%d" % (s, n)), "n": n}
                    tools["ours"] = [x.format(**f) for x in ours[s]]
                if s + " inner" in ours:
                    tools["ours, inner"] = [x.format(**f) for x in ours[s + " inner"]]
                runs, skip = {t: [] for t in tools}, {}
                for rnd in range(a.rounds + 1):              # round 0 warms up and sorts out the slow ones
                    for t, argv in tools.items():
                        if t in skip or (rnd > 1 and runs[t] and runs[t][0]["wall"] > 20) or (rnd > 2 and runs[t] and runs[t][0]["wall"] > 5):
                            continue
                        x = once(argv, a.limit, env)
                        if x is None:
                            skip[t] = "not installed"
                        elif x["late"]:
                            skip[t] = "> %d s" % a.limit
                        elif x["rc"] != 0:
                            skip[t] = "failed (exit %d)" % x["rc"]
                        elif rnd or x["wall"] > 20:
                            runs[t].append(x)
                key = "%s/%d" % (s, n)
                results[key] = {t: {"wall": [x["wall"] for x in r], "cpu": [x["cpu"] for x in r], "mb": [x["mb"] for x in r],
                                    "inner": {k: [x["inner"].get(k) for x in r] for k in (r[0]["inner"] if r else {})},
                                    "note": skip.get(t)} for t, r in runs.items()}
                base = [x["cpu"] for x in runs[floor]]
                print("\n## %s, %s\n\n| tool | wall | cpu | x floor (cpu) | peak MB | rounds | inner ms |\n|---|---:|---:|---:|---:|---:|---|" % (s, n))
                for t, r in runs.items():
                    if not r:
                        print("| %s | %s | | | | 0 | |" % (t, skip.get(t, "")))
                        continue
                    ratio = median([x["cpu"] / max(1e-4, y) for x, y in zip(r, base)]) if base else float("nan")
                    print("| %s | %s | %s | %.2f | %.0f | %d | %s |" % (
                        t, fmt(median([x["wall"] for x in r])), fmt(median([x["cpu"] for x in r])), ratio,
                        median([x["mb"] for x in r]), len(r),
                        ", ".join("%s %.3g" % (k, median([x["inner"][k] for x in r])) for k in r[0]["inner"])))
                mine = runs.get("ours")
                if mine:
                    print("\nours / tool, cpu then wall: " + "; ".join("%s %.2f %.2f" % (
                        t, median([x["cpu"] / max(1e-4, y["cpu"]) for x, y in zip(mine, r)]),
                        median([x["wall"] / max(1e-4, y["wall"]) for x, y in zip(mine, r)]))
                        for t, r in runs.items() if r and t != "ours"))
                sys.stdout.flush()
                json.dump(results, open(a.out, "w"), indent=1)
    finally:
        if xvfb:
            xvfb.terminate()
            xvfb.wait()


if __name__ == "__main__":
    main()
