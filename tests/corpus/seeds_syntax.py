"""Mistakes of plain scalars, as edits of the base definitions; only YAML can hold them."""

from __future__ import annotations

from typing import Final

from tests.corpus.seeds import Seed, bad, seeds
from tests.corpus.written import Raw

_RETRY = "call_retry_config"
_WINDOW = f"{_RETRY}/calling_windows/0"
_OPTIONS = "structured_output_config/0/enum_options"

SYNTAX: Final[list[Seed]] = [
    *seeds(
        "parser-disagreement",
        {
            f"{_RETRY}/calling_windows/1/calling_window_end_time": bad(Raw("17:00")),
        },
        {f"{_WINDOW}/calling_window_start_time": bad(Raw("9:30"))},
        {"name": bad(Raw("no"))},
        {"name": bad(Raw("off"))},
        {"name": bad(Raw("0123"))},
        {"name": bad(Raw("1_000"))},
        {"name": bad(Raw("2026-01-15"))},
        {"name": bad(Raw("1e3"))},
        {_OPTIONS: [bad(Raw("yes")), bad(Raw("no")), "maybe"], "base": "fr"},
        {"faq_items/0/answer": bad(Raw("yes"))},
        {"faq_items/1/answer": bad(Raw("No"))},
        {_OPTIONS: ["sí", bad(Raw("NO"))], "base": "es"},
        {"end_of_call_sentence": bad(Raw("ON"))},
        {_OPTIONS: ["1", bad(Raw("2026-02-03"))], "base": "fr"},
        {f"{_RETRY}/calling_windows/1/calling_window_end_time": bad(Raw("18:30"))},
        {"name": bad(Raw("0b11"))},
    ),
    *seeds(
        "plain-phone-number",
        *[
            {"transfer_phone_number": bad(Raw(number))}
            for number in (
                "+33612345678",
                "0612345678",
                "+442079476330",
                "+34612345678",
                "+12125550123",
                "0033612345678",
                "+4915112345678",
                "06123456",
            )
        ],
    ),
]
