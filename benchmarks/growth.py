"""How time and memory grow with a file: every kind of text that can be long, doubled.

    python -m benchmarks.growth              # each kind at 250 KB, 500 KB and 1 MB
    python -m benchmarks.growth --only list  # the kinds whose name contains a word

Each text is linted in a process of its own: CPU seconds of `lint_text`, the exponent (the log2 of
the last doubling) and the peak of memory. Wanted are 2 s and 200 MB at 1 MB, and an exponent
of at most 1.3.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
from collections.abc import Callable

HEAD = "name: Sales\nprompt: Be kind.\n"
SECONDS = 2.0
MEGABYTES = 200
EXPONENT = 1.3


def lines(line: str, head: str = "", tail: str = "") -> Callable[[int], str]:
    """A text of lines, `{n}` in each replaced by its number, up to a size in characters."""

    def text(size: int) -> str:
        count = max(1, (size - len(head) - len(tail)) // len(line.format(n=10_000)))
        return head + "".join([line.format(n=n) for n in range(count)]) + tail

    return text


def prompt(line: str) -> Callable[[int], str]:
    return lines(f"  {line}\n", "name: Sales\nprompt: |\n")


def levels(size: int) -> str:
    return "prompt: " + "[" * (size // 2) + "]" * (size // 2)


def within(head: str, unit: str, tail: str) -> Callable[[int], str]:
    return lambda size: head + unit * (size // len(unit)) + tail


FIELDS = {
    field: within(f"{HEAD}{field}: ", "some words ", "\n")
    for field in (
        "webhook_url",
        "timezone",
        "transfer_phone_number",
        "first_sentence",
        "first_sentence_mode",
        "voicemail_message",
        "end_of_call_sentence",
        "background_sound",
        "calendly",
        "voice",
        "llm_model",
    )
}
KINDS: dict[str, Callable[[int], str]] = {
    # brackets and levels
    "open [": lambda size: "[" * size,
    "open {": lambda size: "{" * size,
    "open [ over lines": lambda size: "[\n" * (size // 2),
    "levels [ ]": levels,
    "block levels": lambda size: "".join(" " * n + "a:\n" for n in range(int(math.sqrt(2 * size)))),
    "dashes": lambda size: "- " * (size // 2),
    "list in flow": within("faq_items: [", "1,", "1]\n"),
    "empty lists in flow": within("faq_items: [", "[],", "1]\n"),
    "mapping in flow": lines("k{n}: 1,", "voice: {", "a: 1}\n"),
    "a JSON file": lines(
        '{{"question": "Is it {n}?", "answer": "Yes"}},\n', '{"faq_items": [\n', "{}]}"
    ),
    "unclosed { in a JSON file": lines('{{"a": {n},\n', '{"faq_items": [\n', "{}]}"),
    "unclosed { on a line of a JSON file": within('{"faq_items": [', '{"a": 1, ', "{}]}"),
    "} too many in a JSON file": lines('{{"a": {n}}}}},\n', '{"faq_items": [\n', "{}]}"),
    "open quotes in a JSON file": lines('{{"a": "b,\n', '{"faq_items": [\n', "{}]}"),
    "words in a JSON file": within('{"faq_items": [', "yes, ", "no]}"),
    "line ends in a JSON file": within('{"name": "R"', "\n", ""),
    # fields and lists
    "keys": lines("key{n}: 17\n"),
    "equal keys": lines("key: 17\n"),
    "misspelt fields": lines("webhok_url{n}: x\n", HEAD),
    "null keys": lines("~: 17\n"),
    "quoted keys": lines('"key {n}": "17"\n'),
    "fields of the voice": lines("  key{n}: 17\n", HEAD + "voice:\n"),
    "FAQ items": lines(
        "  - question: What is {n}?\n    answer: It is {n}.\n", HEAD + "faq_items:\n"
    ),
    "equal FAQ items": lines("  - question: What?\n    answer: That.\n", HEAD + "faq_items:\n"),
    "FAQ items that are no mappings": lines("  - item {n}\n", HEAD + "faq_items:\n"),
    "outputs": lines(
        "  - {{name: a{n}, type: string, required: true, description: x}}\n",
        HEAD + "structured_output_config:\n",
    ),
    "equal outputs": lines(
        "  - {{name: a, type: string, required: true, description: x}}\n",
        HEAD + "structured_output_config:\n",
    ),
    "options of an output": lines(
        "      - option {n}\n",
        HEAD + "structured_output_config:\n  - name: a\n    type: enum\n    enum_options:\n",
    ),
    "windows": lines(
        "    - calling_window_start_time: '10:00'\n      calling_window_end_time: '11:00'\n"
        "      retry_delay_seconds: 3600\n",
        HEAD + "call_retry_config:\n  calling_windows:\n",
    ),
    "documents": lines("---\nname: a{n}\nprompt: x\n"),
    "empty documents": lines("---\n"),
    "numbers": within("first_sentence_delay_ms: ", "9", "\n"),
    "hexadecimals": within("first_sentence_delay_ms: 0x", "F", "\n"),
    # anchors, aliases, merges, tags
    "FAQ items with anchors": lines(
        "  - &a{n}\n    question: Q\n    answer: A\n", HEAD + "faq_items:\n"
    ),
    "unused anchors": lines("a{n}: &a{n} 1\n"),
    "aliases": lines("- *a\n", "- &a x\n"),
    "aliases of much": lines("- *a\n", "- &a [1, 2, 3, 4, 5, 6, 7, 8, 9]\n"),
    "unknown aliases": lines("- *a{n}\n", "- &a x\n"),
    "anchors and unknown aliases": lines("- [&a{n} x, *b{n}]\n"),
    "merges": lines("- <<: {{a{n}: 1}}\n"),
    "merges of an alias": lines("- <<: *a\n", "- &a {x: 1, y: 2}\n"),
    "one merge of many": lines("*a,", "a: &a {x: 1}\nb:\n  <<: [", "*a]\n"),
    "tags": lines("- !tag{n} x\n"),
    "core tags": lines("- !!str x\n"),
    # syntax errors
    "open quote": lines("key{n}: x\n", 'name: "a\n'),
    "quotes never closed": lines('key{n}: "a\n'),
    "odd quotes": lines("key{n}: 'don't'\n"),
    "second colons": lines("key{n}: a: b\n"),
    "second colons in items": lines("  - a: b: c\n", HEAD + "faq_items:\n"),
    "errors in a JSON file": lines('{{"a": "b" "c"}},\n', '{"faq_items": [\n', "{}]}"),
    "lines without colon": lines("word {n}\n", "name: x\n"),
    "lines without colon between": lines("key{n}: x\nword {n}\n"),
    "tabs": lines("\tid: x\n", "voice:\n"),
    "tabs between": lines("v{n}:\n\tid: x\n"),
    "unquoted braces": lines("key{n}: {{{{name}}}} x\n"),
    "unquoted braces alone": lines("key{n}: {{{{name}}}}\n"),
    "escapes": lines('key{n}: "\\d"\n'),
    "signs": lines("key{n}: @x\n"),
    "conflicts": lines("<<<<<<< HEAD\na{n}: 1\n=======\na{n}: 2\n>>>>>>> theirs\n"),
    "conflicts without end": lines("<<<<<<< HEAD\n"),
    "deeper keys": lines("a{n}: 1\n  b: 2\n"),
    "a good file, then errors": lambda size: lines("key{n}: 17\n")(size - 200) + "a: @\n" * 16,
    "a long line, then an error": lambda size: "prompt: " + "x " * (size // 2) + "\nb: @\n",
    "errors on one line": within("prompt: ", "a: b ", "\n"),
    # slips
    "a text without indentation": lines("You call {n}: be kind.\n", "name: Sales\nprompt: |\n"),
    "texts without a bar": lines("text{n}:\n  You call. Be kind: always.\n"),
    "colons without a space": lines("voice{n}:\n  provider:cartesia\n"),
    "dashes without a space": lines("  -question: Q\n    answer: A\n", HEAD + "faq_items:\n"),
    "full-width colons": lines("name{n}\uff1aa\n"),
    "no-break spaces": lines("\u00a0\u00a0provider: a\n", HEAD + "voice:\n"),
    "hidden characters": lines("na\u200bme{n}: a\n"),
    "comments of other languages": lines("// a\n", HEAD),
    "open comments of other languages": lines("/* a\n"),
    "fields indented like their dash": lines(
        "  answer: a\n", HEAD + "faq_items:\n  - question: Q\n"
    ),
    "items at two depths": lines("  - a: b\n   - a: b\n", HEAD + "faq_items:\n"),
    "keys without a colon": lines("  - question Q\n    answer: A\n", HEAD + "faq_items:\n"),
    "equals signs": lines("name = 1\n"),
    "commas behind values": lines('name{n}: "a",\n'),
    "no commas between brackets": within("voice: {", "a: b c: d, ", "}\n"),
    "open triple quotes": lines('prompt: """a\nb\n'),
    "code fences": lines("```yaml\nkey{n}: a\n```\n"),
    "bullets": lines("  \u2022 word {n}\n", HEAD + "faq_items:\n"),
    "typographic quotes": lines("\u201ckey{n}\u201d: \u201ca\u201d\n"),
    "questions as keys": lines("  - What is {n}?: It is.\n", HEAD + "faq_items:\n"),
    "options that are read in two ways": within(
        HEAD + "structured_output_config:\n  - name: a\n    type: enum\n    enum_options: [",
        "yes, 010, ",
        "no]\n",
    ),
    "octal numbers": lines("- 010\n", HEAD + "faq_items:\n"),
    # comments
    "comments": lines("# a comment {n}\n", HEAD),
    "comments behind values": lines("key{n}: 1 # why\n"),
    "hashes": within("prompt: ", "# ", "\n"),
    "hashes in quotes": within("prompt: '", " #", "'\n"),
    "suppressions": lines("# revox-lint: ignore[long-prompt, nothing-{n}] -- why\n", "", HEAD),
    "suppressions behind values": lines("key{n}: 1 # revox-lint: ignore[unknown-field]\n"),
    "suppressions above items": lines(
        "  # revox-lint: ignore[duplicate-faq-item] -- x\n  - question: Q\n    answer: A\n",
        HEAD + "faq_items:\n",
    ),
    "one long suppression": lines(" rule-{n},", "# revox-lint: ignore[", "]\n" + HEAD),
    "broken suppressions": lines("# revox-lint: ignor[{n}]\n", "", HEAD),
    "modelines": lines("# yaml-language-server: $schema=assistant-{n}\n", "", HEAD),
    # bytes
    "NUL": lambda size: "\0" * size,
    "NUL in a prompt": within("prompt: ", "a\0", "\n"),
    "byte order marks": lambda size: "\ufeff" * size,
    "line ends": lambda size: "\n" * size,
    "CR": within("a: |\r", "  x\r", ""),
    "spaces": lambda size: " " * size,
    "spaces in a value": within("prompt: 'a", " ", "b'\n"),
    "spaces at line ends": lines("  x" + " " * 200 + "\n", "prompt: |\n"),
    # texts
    "one word": within("prompt: ", "x", "\n"),
    "one line": within("prompt: ", "word ", "\n"),
    "block lines": prompt("Ask about subject {n}, and go on when you know it."),
    "folded lines": lines("  word {n}\n\n", "prompt: >\n"),
    "escaped text": within('prompt: "', "\\u00e9\\n", '"\n'),
    "quoted text": within("prompt: '", "it''s ", "'\n"),
    "variables": prompt("{{{{v{n}}}}}"),
    "one variable": prompt("{{{{name}}}}"),
    "long variables": within("prompt: '{{", "v", "}}'\n"),
    "open variables": within("prompt: '", "{{", "'\n"),
    "open expressions": prompt("{{{{ a{n} | upper }} {{{{ {{{{b}}}}"),
    "expressions": prompt("{{{{ a{n}.map(l => {{ return l }}) || '}}' }}}}"),
    "templates": prompt("{{% if a{n} %}} {{{{#if x}}}} $name{n} __NAME__ :name"),
    "single braces": prompt("{{name{n}}}"),
    "other placeholders": prompt("[NAME{n}] <name{n}> ${{name{n}}} %name{n}%"),
    "open angles": within("prompt: '", "<", "'\n"),
    "markup": within("first_sentence_mode: static\nfirst_sentence: '", "*_`#[](<!-- ", "'\n"),
    "stars": within("first_sentence_mode: static\nfirst_sentence: '", "*", "'\n"),
    "links": within("first_sentence_mode: static\nfirst_sentence: '", "[a](b) ", "'\n"),
    "stage directions": within("voicemail_message: '", "(pause) ", "'\n"),
    "open brackets in a text": within("voicemail_message: '", "( [ ", "'\n"),
    "phone numbers": prompt("Call +1 202 555 {n}"),
    "digits": within("prompt: '", "1 2 3-", "'\n"),
    "addresses": prompt("See https://acme{n}.com/x and a{n}@b.com"),
    "dates": prompt("On 2027-06-{n} at 10:00, Monday, 3 June"),
    "days": within("prompt: ", "Monday to Friday from 9 to 5. ", "\n"),
    "tasks": prompt("TODO: {n}"),
    "transfers": within("prompt: ", "Transfer the call to a person. ", "\n"),
    "never transfers": within("prompt: ", "Never transfer or ", "\n"),
    "names of languages": within("prompt: ", "Speak French or German. ", "\n"),
    "sentences of French": within("prompt: ", "Vous appelez le client pour lui. ", "\n"),
    "commas": within("prompt: '", ", ", "'\n"),
    "dots": within("prompt: '", ". ", "'\n"),
    "secrets": prompt("sk_live_51H8xYzKq2mNpRtVw7BcDfGh{n}"),
    "a secret": within("prompt: sk_live_", "x1", "\n"),
    "lookalikes": within("prompt: '", "“«‘’ ", "'\n"),
    "emoji": within("first_sentence_mode: static\nfirst_sentence: '", "😀", "'\n"),
    **FIELDS,
}

_MEASURE = """
import json, resource, sys, time
from benchmarks.growth import KINDS
from revox_lint import lint_text
text = KINDS[sys.argv[1]](int(sys.argv[2])).encode()
path = "a.json" if "JSON" in sys.argv[1] else "a.yaml"
lint_text("name: a\\nprompt: b\\nx: 1\\n")
before = time.process_time()
found = lint_text(text, path=path)
seconds = time.process_time() - before
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
failed = any(one.rule == "internal-error" for one in found)
print(json.dumps([len(text), seconds, peak, len(found), failed]))
"""


def measure(
    kind: str, size: int, timeout: float = 60
) -> tuple[float, float, float, int, bool] | None:
    """Length, CPU seconds, peak in MB, diagnostics, and whether a rule failed; None: no end."""
    command = [sys.executable, "-c", _MEASURE, kind, str(size)]
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=timeout)
    except subprocess.TimeoutExpired:
        return None
    except subprocess.CalledProcessError as error:
        print(error.stderr.decode()[-500:])
        return None
    length, seconds, peak, found, failed = json.loads(done.stdout)
    return length, seconds, peak, found, failed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="kinds whose name contains this")
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the largest")
    parser.add_argument("--timeout", type=float, default=60)
    options = parser.parse_args()
    missed = []
    for kind in KINDS:
        if options.only not in kind:
            continue
        half, whole = (measure(kind, options.size // part, options.timeout) for part in (2, 1))
        if half is None or whole is None:
            print(f"FAIL {kind}: no end")
            missed.append(kind)
            continue
        exponent = math.log2(max(whole[1], 0.05) / max(half[1], 0.05))
        bad = whole[1] > SECONDS or whole[2] > MEGABYTES or exponent > EXPONENT or whole[4]
        missed += [kind] * bad
        print(
            f"{'FAIL' if bad else 'ok  '} {kind}: {whole[0]:,} bytes, {half[1]:.2f} s, "
            f"{whole[1]:.2f} s, exponent {exponent:.1f}, {whole[2]:.0f} MB, {whole[3]:,} found",
            flush=True,
        )
    print(f"{len(missed)} of {len(KINDS)} missed: {', '.join(missed)}")
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
