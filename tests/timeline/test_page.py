"""The plan as a page: in a real Chromium, in light and dark, wide and narrow; inert text."""

from __future__ import annotations

import re
import struct
import subprocess
import zlib
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from revox_lint.cli import group
from tests.tools import program


def page(folder: Path, *args: str) -> Path:
    path = folder / "plan.html"
    result = CliRunner().invoke(group, ["plan", *args, "--html", str(path)], standalone_mode=False)
    assert result.exception is None
    return path


def chromium(folder: Path, *args: str) -> str:
    """Run Chromium and give what it prints; its absence is a failure in CI, else a skip."""
    browser = program("chromium", "`apt-get install chromium`")
    profile = folder / "profile"
    done = subprocess.run(
        [
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            f"--user-data-dir={profile}",
            *args,
        ],
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    return done.stdout.decode(errors="replace")


PROBE = """<script>
const wide = document.documentElement.scrollWidth, view = window.innerWidth;
const box = e => { const r = e.getBoundingClientRect(); return [r.left, r.right, r.width] };
const tracks = [...document.querySelectorAll('.track')].map(track => {
  const left = box(track)[0] + track.clientLeft, width = track.clientWidth;
  return [...track.querySelectorAll('.open')].map(open => {
    const [low, high] = box(open);
    return [(low - left) / width * 24, (high - left) / width * 24].map(h => h.toFixed(1));
  });
});
const figures = [...document.querySelectorAll('figure')].map(f => Math.round(box(f)[0]));
const dates = [...document.querySelectorAll('.date')].every(d => d.scrollWidth <= d.clientWidth);
document.body.dataset.probe = JSON.stringify({wide, view, tracks, figures, dates,
  paper: getComputedStyle(document.body).backgroundColor});
</script>"""


def measured(folder: Path, path: Path, size: str, *args: str) -> dict[str, object]:
    """What a browser makes of the page: the page's policy is taken out so that it can be asked."""
    import json

    text = path.read_text(encoding="utf-8")
    probed = folder / "probed.html"
    bare = re.sub(r"<meta http-equiv[^>]*>", "", text)
    probed.write_text(bare.replace("</body>", PROBE + "</body>"), encoding="utf-8")
    dom = chromium(folder, f"--window-size={size}", *args, "--dump-dom", probed.as_uri())
    match = re.search(r'data-probe="([^"]*)"', dom)
    assert match is not None
    found: dict[str, object] = json.loads(match[1].replace("&quot;", '"'))
    return found


PARIS = ("sales.yaml", "--to", "+33612345678", "--at", "2027-03-26T15:30Z")


def test_windows_stand_where_their_hours_are(folder: Path) -> None:
    path = page(folder, *PARIS, "--author", "Asia/Kolkata")
    found = measured(folder, path, "1280,900")
    tracks = found["tracks"]
    assert isinstance(tracks, list)
    paris, kolkata = tracks[:7], tracks[7:]
    assert paris == [[["10.0", "13.0"], ["14.0", "20.0"]]] * 7
    winter = [["14.5", "17.5"], ["18.5", "24.0"]]
    assert kolkata[:2] == [[["0.0", "0.5"], *winter]] * 2
    assert kolkata[2] == [["0.0", "0.5"], ["13.5", "16.5"], ["17.5", "23.5"]]


@pytest.mark.parametrize(("size", "columns"), [("1280,900", 2), ("700,900", 1), ("500,900", 1)])
def test_nothing_is_wider_than_the_window(folder: Path, size: str, columns: int) -> None:
    path = page(folder, "hostile.yaml", "--to", "+12125550123", "--at", "2027-10-30T22:30Z")
    found = measured(folder, path, size)
    assert isinstance(found["wide"], int)
    assert isinstance(found["view"], int)
    assert found["wide"] <= found["view"]
    assert found["dates"] is True
    figures = found["figures"]
    assert isinstance(figures, list)
    assert len(set(figures)) == columns


def luminance(color: str) -> float:
    channels = [int(one) / 255 for one in re.findall(r"\d+", color)[:3]]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_light_and_dark_follow_the_reader(folder: Path) -> None:
    path = page(folder, *PARIS)
    light = measured(folder, path, "900,900", "--blink-settings=preferredColorScheme=1")
    dark = measured(folder, path, "900,900", "--blink-settings=preferredColorScheme=0")
    assert luminance(str(light["paper"])) > 0.9
    assert luminance(str(dark["paper"])) < 0.02


@pytest.mark.parametrize("scheme", [0, 1])
def test_text_has_contrast(scheme: int) -> None:
    """At least 4.5 to 1 on the page's background, as WCAG 2.2 AA asks of text."""
    from revox_lint.timeline.html import _STYLE

    blocks = re.findall(r":root\{([^}]*)\}", _STYLE)
    colors = dict(re.findall(r"--([\w-]+):(#[0-9a-f]+)", blocks[scheme]))

    def light(name: str) -> float:
        text = colors[name][1:]
        text = "".join(char * 2 for char in text) if len(text) == 3 else text
        return luminance(" ".join(str(int(text[i : i + 2], 16)) for i in (0, 2, 4)))

    for ink, paper, least in (
        ("ink", "paper", 4.5),
        ("soft", "paper", 4.5),
        ("warn", "paper", 4.5),
        ("on-mark", "mark", 4.5),
        ("open", "track", 3),
    ):
        high, low = sorted((light(ink), light(paper)), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= least, (ink, paper)


def test_it_is_drawn(folder: Path) -> None:
    """The screenshot has the windows' colour where windows are."""
    path = page(folder, *PARIS)
    shot = folder / "shot.png"
    chromium(
        folder,
        "--window-size=1000,900",
        "--blink-settings=preferredColorScheme=1",
        f"--screenshot={shot}",
        path.as_uri(),
    )
    width, height, pixels = png(shot)
    assert (width, height) == (1000, 900)
    blue = sum(1 for pixel in pixels if pixel == (0x2F, 0x6F, 0xB5))
    assert 10_000 < blue < 300_000


def png(path: Path) -> tuple[int, int, list[tuple[int, int, int]]]:
    """The pixels of a PNG file with 8 bits a channel."""
    data = path.read_bytes()
    position, packed, header = 8, b"", b""
    while position < len(data):
        (length,) = struct.unpack(">I", data[position : position + 4])
        kind = data[position + 4 : position + 8]
        body = data[position + 8 : position + 8 + length]
        header = body if kind == b"IHDR" else header
        packed += body if kind == b"IDAT" else b""
        position += 12 + length
    width, height, depth, color = struct.unpack(">IIBB", header[:10])
    assert depth == 8
    size = {2: 3, 6: 4}[color]
    raw, stride, before = zlib.decompress(packed), width * size, bytes(width * size)
    pixels: list[tuple[int, int, int]] = []
    for row in range(height):
        start = row * (stride + 1)
        line = bytearray(raw[start + 1 : start + 1 + stride])
        unfilter(raw[start], line, before, size)
        before = bytes(line)
        pixels += zip(line[0::size], line[1::size], line[2::size], strict=True)
    return width, height, pixels


def unfilter(kind: int, line: bytearray, before: bytes, size: int) -> None:
    for index in range(len(line)):
        left = line[index - size] if index >= size else 0
        up = before[index]
        corner = before[index - size] if index >= size else 0
        if kind == 4:
            guess = left + up - corner
            near = min((left, up, corner), key=lambda one: abs(guess - one))
        else:
            near = (0, left, up, (left + up) // 2)[kind]
        line[index] = (line[index] + near) & 255


def test_text_of_a_file_stays_text(folder: Path) -> None:
    path = page(folder, "hostile.yaml", "--to", "+33612345678", "--at", "2027-10-30T22:30Z")
    dom = chromium(folder, "--dump-dom", path.as_uri())
    assert "<title>&lt;script&gt;document.title='hacked'&lt;/script&gt;" in dom
    assert "<script" not in dom
    assert "\x1b" not in path.read_text(encoding="utf-8")


class Outline(HTMLParser):
    """The texts of a page, and everything that would load something."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.loads: list[str] = []
        self.labels: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"src", "href", "srcset", "action", "data"} or name.startswith("on"):
                self.loads.append(f"{tag} {name}={value}")
            if name == "aria-label" and value is not None:
                self.labels.append(value)
        if tag in {"script", "link", "iframe", "object", "embed", "img", "base", "form"}:
            self.loads.append(tag)

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append(data.strip())


def test_it_is_self_contained_and_says_everything_in_words(folder: Path) -> None:
    path = page(folder, *PARIS, "--days", "mon,tue,wed,thu,fri", "--author", "America/New_York")
    text = path.read_text(encoding="utf-8")
    outline = Outline()
    outline.feed(text)
    assert outline.loads == []
    assert "url(" not in text
    assert "@import" not in text
    assert outline.labels[:3] == [
        "Friday 26 March: open 10:00–13:00, open 14:00–20:00",
        "Saturday 27 March: closed",
        "Sunday 28 March: closed",
    ]
    words = outline.texts
    assert "Clocks change: 02:00–03:00 is skipped" in words
    assert words[words.index("3") :][:6] == [
        "3",
        "Mon 29 Mar 2027, 10:00",
        "there",
        "· Mon 29 Mar, 04:00",
        "here",
        "2 h after the attempt before, at Fri 20:30, no window is open: moved to the next "
        "opening, 10:00–13:00.",
    ]
