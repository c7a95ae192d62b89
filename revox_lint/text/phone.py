"""A string read as a phone number, with libphonenumber's data.

The package `phonenumbers` has Google's data: which numbers are possible and valid in a country,
what a call to them costs, which short ones reach the emergency services.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple


class Phone(NamedTuple):
    """A string read as a phone number.

    `e164` is the number in E.164 format, None when the string has no such reading; then
    `problem` is the predicate of a message ("is too short"), and `help` what to write.
    `emergency` is the emergency number that it is, without a country code.
    `valid` is whether the number lies in a range that its country uses; `cost` is
    "premium-rate", "shared-cost" or None. `region` is the country as ISO 3166 writes it,
    None where it cannot be told or the number belongs to no country; `code` is its calling
    code, 0 without `e164`.
    """

    e164: str | None = None
    problem: str = ""
    help: str = ""
    emergency: str | None = None
    valid: bool = False
    cost: str | None = None
    region: str | None = None
    code: int = 0

    @property
    def country(self) -> str:
        """The calling code with the country, if it has one: "+33 (FR)"."""
        return f"+{self.code} ({self.region})" if self.region else f"+{self.code}"


# What people put between digits and E.164 does not: beside these, white space, dashes of
# every kind and the invisible marks that address books add.
_SEPARATORS = frozenset("()[]./·−")
_PLUS = frozenset("+＋﹢")
_LONGEST = 15  # ITU-T E.164, 6.1
_LONGEST_EMERGENCY = 5  # libphonenumber's longest; what is longer is an ordinary number
_LONGEST_TEXT = 250  # as much as libphonenumber reads
_WRITE = 'write `+`, the country code and the number in quotes, such as "+33199001234"'


@lru_cache(maxsize=64)
def read(text: str) -> Phone:
    """Read `text` as the phone number that a call is transferred to."""
    if not text.strip():
        return Phone(problem="is empty", help="write a number, or remove the field")
    if "{{" in text or "}}" in text:
        return Phone(
            problem="has a placeholder instead of a number",
            help="write the number itself, or remove the field",
        )
    if len(text) > _LONGEST_TEXT:
        return Phone(problem="is too long for a phone number", help=_WRITE)
    bare = _bare(text)
    if bare is None:
        return Phone(problem=_why_not_digits(text), help=_WRITE)
    digits = bare.lstrip("+")
    emergency = _emergency(bare)
    if emergency is not None:
        return Phone(emergency=emergency)
    if bare.startswith("+"):
        return _international(bare)
    if bare.startswith("00"):
        return _international("+" + digits[2:])
    return _without_country(digits)


def _bare(text: str) -> str | None:
    """The digits of `text`, behind a `+` if it has one; None when it holds anything else."""
    body = text.strip()
    if body[:4].casefold() == "tel:":
        body = body[4:]
    found = []
    for char in body:
        if char in _PLUS:
            found.append("+")
        elif char.isdecimal():
            found.append(str(unicodedata.decimal(char)))
        elif not (
            char.isspace()
            or char in _SEPARATORS
            or unicodedata.category(char) in ("Pd", "Cf", "Zs")
        ):
            return None
    bare = "".join(found)
    if not bare.lstrip("+") or bare.rfind("+") > 0:
        return None
    return bare


def _why_not_digits(text: str) -> str:
    lowered = text.casefold()
    if lowered.startswith(("sip:", "sips:")):
        return "is a SIP address, not a phone number"
    if sum(char in _PLUS for char in text) > 1:
        return "has more than one `+`, but only one number is allowed"
    if any(char.isdecimal() for char in text):
        if any(mark in lowered for mark in ("ext", "poste", "durchwahl", "x", "#", ",", ";")):
            return "has an extension or a second part, which E.164 does not have"
        if any(char.isalpha() for char in text):
            return "has letters in it"
    return "is not a phone number"


def _international(bare: str) -> Phone:
    import phonenumbers
    from phonenumbers import PhoneNumberType, ValidationResult

    digits = bare[1:]
    try:
        number = phonenumbers.parse(bare, None)
    except phonenumbers.NumberParseException as error:
        if error.error_type == phonenumbers.NumberParseException.INVALID_COUNTRY_CODE:
            return Phone(
                problem=f"starts with an unknown country code, `+{digits[:3]}`",
                help=_WRITE,
            )
        if len(digits) > _LONGEST:
            return Phone(problem="is too long, E.164 has 15 digits at most", help=_WRITE)
        return Phone(problem="is too short", help=_WRITE)
    code = number.country_code or 0
    region = phonenumbers.region_code_for_number(number)
    countries = phonenumbers.region_codes_for_country_code(code)
    if region is None and len(countries) == 1:
        region = countries[0]
    name = f"+{code}" + (f" ({region})" if region not in (None, "001") else "")
    if region == "001":
        region = None
    possible = phonenumbers.is_possible_number_with_reason(number)
    if possible != ValidationResult.IS_POSSIBLE and not phonenumbers.is_valid_number(number):
        wrong = {
            ValidationResult.TOO_SHORT: "is too short for",
            ValidationResult.TOO_LONG: "is too long for",
            ValidationResult.IS_POSSIBLE_LOCAL_ONLY: "lacks the area code of",
        }.get(possible, "has the wrong number of digits for")
        return Phone(problem=f"{wrong} a number of {name}", help=_WRITE, code=code)
    kind = phonenumbers.number_type(number)
    cost = {
        PhoneNumberType.PREMIUM_RATE: "premium-rate",
        PhoneNumberType.SHARED_COST: "shared-cost",
    }.get(kind)
    return Phone(
        e164=phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
        valid=phonenumbers.is_valid_number(number),
        cost=cost,
        region=region,
        code=code,
    )


def _without_country(digits: str) -> Phone:
    problem = "has no country code"
    if len(digits) <= _LONGEST_EMERGENCY + 1:
        return Phone(
            problem="is a short code, which only works in its country",
            help=_WRITE,
        )
    if not digits.startswith("0"):
        whole = _international("+" + digits)
        if whole.valid and whole.e164 == "+" + digits:
            return Phone(
                problem="does not start with `+` and a country code",
                help=f'write `"{whole.e164}"` if the country code is +{whole.code}',
            )
    return Phone(problem=problem, help=_WRITE)


def _emergency(bare: str) -> str | None:
    """The emergency number that `bare` is, in any country, alone or behind a country code."""
    digits = bare.lstrip("+")
    if len(digits) <= _LONGEST_EMERGENCY and _reaches_emergency(digits, None):
        return digits
    if not bare.startswith(("+", "00")):
        return None
    import phonenumbers

    digits = bare[1:] if bare.startswith("+") else bare[2:]
    if len(digits) <= _LONGEST_EMERGENCY and _reaches_emergency(digits, None):
        return digits
    for length in (1, 2, 3):
        rest = digits[length:]
        if not 2 <= len(rest) <= 3 or not digits[:length].isdigit():
            continue
        regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(int(digits[:length]), ())
        if regions and _reaches_emergency(rest, tuple(regions)):
            return rest
    return None


def _reaches_emergency(digits: str, regions: tuple[str, ...] | None) -> bool:
    import phonenumbers

    return any(
        phonenumbers.is_emergency_number(digits, region)
        for region in (regions or sorted(phonenumbers.SUPPORTED_SHORT_REGIONS))
    )
