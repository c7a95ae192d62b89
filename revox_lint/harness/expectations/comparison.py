"""Numbers that are expected: one number, or bounds such as `{lte: 3.00}`; always exact."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from revox_lint.harness.reading import entries
from revox_lint.syntax.node import Mapping

if TYPE_CHECKING:
    from revox_lint.harness.reading import Reader
    from revox_lint.syntax.node import Node

_BOUNDS = {"lt": "less than", "lte": "at most", "gt": "more than", "gte": "at least"}


class Comparison(NamedTuple):
    """Bounds that a number has to keep, each an operator of `lt lte gt gte eq` and a number."""

    bounds: tuple[tuple[str, Decimal], ...]
    between: tuple[Decimal, Decimal] | None = None

    def holds(self, number: Fraction) -> bool:
        """Return whether a number keeps every bound."""
        for operator, bound in self.bounds:
            limit = Fraction(bound)
            kept = {
                "eq": number == limit,
                "lt": number < limit,
                "lte": number <= limit,
                "gt": number > limit,
                "gte": number >= limit,
            }[operator]
            if not kept:
                return False
        if self.between is not None:
            return Fraction(self.between[0]) <= number <= Fraction(self.between[1])
        return True

    def __str__(self) -> str:
        parts = [
            f"{bound}" if operator == "eq" else f"{_BOUNDS[operator]} {bound}"
            for operator, bound in self.bounds
        ]
        if self.between is not None:
            parts.append(f"between {self.between[0]} and {self.between[1]}")
        return ", ".join(parts)


def read(reader: Reader, node: Node, name: str) -> Comparison | None:
    """Read a number, or a mapping of bounds."""
    if not isinstance(node, Mapping):
        number = reader.number(node, name)
        return None if number is None else Comparison((("eq", number),))
    mapping = reader.mapping(node)
    if mapping is None:
        return None
    bounds: list[tuple[str, Decimal]] = []
    between: tuple[Decimal, Decimal] | None = None
    before = len(reader.errors)
    for entry in entries(mapping):
        if entry.name == "between":
            numbers = [reader.number(item, "between") for item in reader.items(entry.value)]
            if len(numbers) == 2 and numbers[0] is not None and numbers[1] is not None:
                between = (numbers[0], numbers[1])
                if between[0] > between[1]:
                    reader.error(
                        entry.value,
                        f"`between` has no number in it: {between[0]} is more than {between[1]}",
                    )
        elif entry.name in _BOUNDS:
            number = reader.number(entry.value, entry.name)
            if number is not None:
                bounds.append((entry.name, number))
    return Comparison(tuple(bounds), between) if len(reader.errors) == before else None


def shown(number: Fraction) -> str:
    """Return a number for people: exact where its decimals end, else to four places."""
    if number.denominator == 1:
        return str(number.numerator)
    decimal = Decimal(number.numerator) / Decimal(number.denominator)
    text = f"{decimal:.4f}".rstrip("0").rstrip(".")
    return text if Fraction(text) == number else f"about {text}"


SCHEMA: dict[str, Any] = {
    "examples": [{"lte": 3}],
    "anyOf": [
        {"type": "number"},
        {
            "type": "object",
            "additionalProperties": False,
            "minProperties": 1,
            "properties": {
                **{name: {"type": "number"} for name in _BOUNDS},
                "between": {
                    "type": "array",
                    "items": {"type": "number"},
                    "minItems": 2,
                    "maxItems": 2,
                },
            },
        },
    ],
}
