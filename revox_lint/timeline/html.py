"""The picture as one self-contained page: no script, nothing loaded, readable without colour.

Everything that comes from a file or the command line is escaped; the page's policy forbids
scripts and requests, should anything slip through.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from revox_lint.schedule.week import Day
from revox_lint.schedule.zones import offset_if_twice, zone_data_version
from revox_lint.timeline.model import (
    Picture,
    Sheet,
    change_notes,
    hours,
    is_night,
    local,
    reason,
    short_hours,
)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


_GENERATOR = '<meta name="generator" content="revox-lint plan">\n'


def is_page(text: str) -> bool:
    """Whether a text is a page that `render` made."""
    return text.startswith("<!doctype html>") and _GENERATOR in text[:1000]


def render(sheet: Sheet) -> str:
    """Return the page's HTML."""
    title = f"{sheet.name}: when calls are made"
    return "".join(
        [
            "<!doctype html>\n",
            '<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n',
            _GENERATOR,
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="color-scheme" content="light dark">\n',
            f"<title>{_text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n",
            *_body(sheet),
            "</main>\n</body>\n</html>\n",
        ]
    )


def _text(text: str) -> str:
    """Text from outside: escaped, and without characters that reorder or hide others."""
    from revox_lint.report.sanitize import inert

    return escape(inert(text))


def _body(sheet: Sheet) -> Iterator[str]:
    yield f"<header>\n<h1>{_text(sheet.name)}</h1>\n"
    start = local(sheet.start, "UTC")
    yield "<dl>\n"
    facts = [
        ("Called", sheet.recipient or "nobody in particular"),
        ("From", f"{start:%a %Y-%m-%d %H:%M} UTC"),
        ("Windows run on", _clock(sheet)),
        ("Your clock", sheet.author),
        ("Attempts", f"at most {sheet.schedule.attempts}"),
    ]
    for term, fact in facts:
        yield f"<div><dt>{term}</dt><dd>{_text(fact)}</dd></div>\n"
    yield "</dl>\n"
    if len(sheet.pictures) > 1:
        yield (
            f"<p>The country code leaves {sheet.zones} time zones possible. "
            f"They make {len(sheet.pictures)} different plans.</p>\n"
        )
    yield "</header>\n"
    for picture in sheet.pictures:
        yield from _picture(sheet, picture)
    yield from _assumptions(sheet)


def _clock(sheet: Sheet) -> str:
    if sheet.schedule.timezone is not None:
        return f"{sheet.schedule.timezone}, set in the definition"
    if sheet.zones == 1:
        return f"{sheet.pictures[0].zone}, from the number's country code"
    return "the recipient's clock, whichever of these it is"


def _picture(sheet: Sheet, picture: Picture) -> Iterator[str]:
    more = len(picture.zones) - 1
    name = picture.zone + (f" and {more} more" if more else "")
    yield f"<section>\n<h2>{_text(name)}</h2>\n"
    if more:
        yield f'<p class="zones">{_text(", ".join(picture.zones))}</p>\n'
    yield from _attempts(sheet, picture)
    yield '<div class="weeks">\n'
    yield from _week(f"The recipient’s clock, {picture.zone}", picture.week, theirs=True)
    yield from _week(f"Your clock, {sheet.author}", picture.author_week, theirs=False)
    yield "</div>\n</section>\n"


def _attempts(sheet: Sheet, picture: Picture) -> Iterator[str]:
    if not picture.plan.attempts:
        yield "<p>No attempt is ever made: no window opens.</p>\n"
        return
    yield '<ol class="attempts">\n'
    for attempt in picture.plan.attempts:
        theirs, ours = local(attempt.at, picture.zone), local(attempt.at, sheet.author)
        there = f"{theirs:%a %d %b %Y, %H:%M}{offset_if_twice(attempt.at, picture.zone)}"
        here = f"{ours:%a %d %b, %H:%M}{offset_if_twice(attempt.at, sheet.author)}"
        names = ["moved"] if attempt.at != attempt.due else []
        names += ["night"] if is_night(attempt.at, picture.zone) else []
        kind = f' class="{" ".join(names)}"' if names else ""
        night = " <em>at night</em>" if "night" in names else ""
        yield (
            f"<li{kind}><b>{attempt.number}</b><div><strong>{there}</strong>{night} "
            f"<span>there</span> · {here} <span>here</span>"
            f"<p>{_text(_sentence(reason(attempt, sheet, picture.plan.zone)))}</p></div></li>\n"
        )
    yield "</ol>\n"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."


def _week(title: str, week: tuple[Day, ...], *, theirs: bool) -> Iterator[str]:
    yield f'<figure>\n<figcaption>{_text(title)}</figcaption>\n<div class="week">\n'
    ticks = "".join(f'<i style="left:{hour / 24:.4%}">{hour:02}</i>' for hour in range(0, 24, 3))
    yield f'<div class="axis" aria-hidden="true">{ticks}</div>\n'
    for day in week:
        yield from _day(day, theirs=theirs)
    yield "</div>\n</figure>\n"


def _day(day: Day, *, theirs: bool) -> Iterator[str]:
    spoken = ", ".join(f"open {hours(part)}" for part in day.open) or "closed"
    written = ", ".join(short_hours(part) for part in day.open) or "closed"
    yield f'<div class="day"><div class="date">{day.date:%a %d %b}<small>{written}</small></div>'
    yield f'<div class="track" role="img" aria-label="{day.date:%A %d %B}: {spoken}">'
    for part in day.open:
        yield f'<div class="open" title="{hours(part)}"{_place(part)}></div>'
    for part in day.skipped:
        yield f'<div class="skipped" title="{hours(part)} is skipped"{_place(part)}></div>'
    for part in day.repeated:
        yield f'<div class="repeated" title="{hours(part)} comes twice"{_place(part)}></div>'
    before, lift = -1440, 0
    for minute, number in day.attempts:
        # Attempts within an hour or so of each other would hide one another.
        lift = 1 - lift if minute - before < 90 else 0
        before = minute
        night = "" if 480 <= minute < 1260 or not theirs else " night"
        clock = f"{minute // 60:02}:{minute % 60:02}"
        yield (
            f'<b class="attempt lift{lift}{night}" title="attempt {number}, {clock}" '
            f'style="left:{minute / 1440:.4%}">{number}</b>'
        )
    yield "</div>"
    for note in change_notes(day):
        yield f'<p class="change">Clocks change: {note}</p>'
    yield "</div>\n"


def _place(part: tuple[int, int]) -> str:
    start, end = part
    return f' style="left:{start / 1440:.4%};width:{(end - start) / 1440:.4%}"'


def _assumptions(sheet: Sheet) -> Iterator[str]:
    yield "<footer>\n<details>\n<summary>What is assumed where the contract is silent</summary>\n"
    yield "<ul>\n"
    for name, value, meaning, changed in sheet.assume.explain():
        mark = " (chosen)" if changed else ""
        yield f"<li><code>{name}: {_text(value)}</code>{mark}: {_text(meaning)}</li>\n"
    yield "</ul>\n</details>\n"
    yield (
        "<p>Filled blocks are open; numbers are attempts; slanted lines mark time that the clocks "
        "skip, a dotted frame time that comes twice. "
        f"Time zone data {_text(zone_data_version())}.</p>\n</footer>\n"
    )


_STYLE = """
:root{color-scheme:light dark;--ink:#1d2129;--soft:#5b6472;--line:#d5dae2;--paper:#fff;
--track:#eef1f5;--open:#2f6fb5;--mark:#12161d;--on-mark:#fff;--warn:#8a4b00;--night:#b3001b}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ee;--soft:#a3acb9;--line:#3a414c;
--paper:#14171c;--track:#242932;--open:#5b9be0;--mark:#f4f6f9;
--on-mark:#12161d;--warn:#f0b35f;--night:#ff8f8f}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);
font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:76rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.5rem;line-height:1.2;margin:0 0 .75rem;overflow-wrap:anywhere}
h2{font-size:1.15rem;margin:2rem 0 .5rem;overflow-wrap:anywhere}
dl{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:0}
dt{color:var(--soft);font-size:.8rem}dd{margin:0;overflow-wrap:anywhere}
.zones,footer,footer p{color:var(--soft);font-size:.85rem;overflow-wrap:anywhere}
.attempts{list-style:none;margin:.75rem 0 1rem;padding:0;display:grid;gap:.5rem}
.attempts li{display:flex;gap:.75rem;align-items:flex-start}
.attempts p{margin:0;color:var(--soft);font-size:.9rem}
.attempts span{color:var(--soft)}
.attempts li>b,.attempt{background:var(--mark);color:var(--on-mark);border-radius:1rem;
min-width:1.5rem;padding:0 .3rem;text-align:center;font-size:.85rem;line-height:1.5rem;
font-weight:700}
.attempts .night>b,.attempt.night{background:var(--night)}
.night em{color:var(--night);font-weight:700;font-style:normal}
.moved>b{outline:2px dashed var(--warn);outline-offset:2px}
.weeks{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,30rem),1fr));
gap:1.5rem 2rem}
figure{margin:0;min-width:0}
figcaption{font-weight:600;margin-bottom:.25rem;overflow-wrap:anywhere}
.axis{position:relative;height:1.2rem;margin-left:7.5rem;color:var(--soft);font-size:.75rem}
.axis i{position:absolute;font-style:normal;transform:translateX(-50%)}
.axis i:first-child{transform:none}
.day{display:grid;grid-template-columns:7.5rem 1fr;align-items:center;margin-bottom:.35rem}
.date{font-size:.9rem;font-variant-numeric:tabular-nums;line-height:1.15}
.date small{display:block;color:var(--soft);font-size:.75rem}
.track{position:relative;height:2.25rem;background:var(--track);border:1px solid var(--line);
border-radius:.25rem;background-image:repeating-linear-gradient(90deg,transparent 0,
transparent calc(12.5% - 1px),var(--line) calc(12.5% - 1px),var(--line) 12.5%)}
.open,.skipped,.repeated{position:absolute;top:0;bottom:0}
.open{background:var(--open);border-radius:.2rem}
.skipped{background:repeating-linear-gradient(45deg,var(--warn) 0 2px,transparent 2px 6px)}
.repeated{border:2px dotted var(--warn)}
.attempt{position:absolute;top:-.15rem;transform:translateX(-50%);z-index:1;
border:2px solid var(--paper);line-height:1.2rem;min-width:1.4rem}
.lift1{top:.95rem}
.change{grid-column:2;margin:.1rem 0 .3rem;color:var(--warn);font-size:.8rem}
footer{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:.75rem}
summary{cursor:pointer}
@media (max-width:34rem){.day{grid-template-columns:1fr}.axis{margin-left:0}
.change{grid-column:1}
.date{display:flex;justify-content:space-between;margin-bottom:.15rem}}
@media print{.open{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
"""
