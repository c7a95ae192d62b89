"""revox-lint: finds the mistakes in Revox assistant definitions before anybody's phone rings.

The public names are loaded when they are first used, so that importing the package costs
nothing: linting (`lint_text`, `lint_paths`, `Diagnostic`, …), creating (`Revox`), the
contract's types under the contract's own names (`AssistantCreateParams`, `Voice`, …).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

_CONTRACT = "revox_lint.contract.v0_1"
_HOMES = {
    "Applicability": "revox_lint.diagnostic",
    "Config": "revox_lint.config",
    "ConfigError": "revox_lint.config",
    "Diagnostic": "revox_lint.diagnostic",
    "Edit": "revox_lint.diagnostic",
    "Finding": "revox_lint.diagnostic",
    "Fix": "revox_lint.diagnostic",
    "NoSuchPathError": "revox_lint.workspace",
    "Related": "revox_lint.diagnostic",
    "Revox": "revox_lint.push.client",
    "RevoxError": "revox_lint.push.errors",
    "Result": "revox_lint.api",
    "Severity": "revox_lint.diagnostic",
    "Span": "revox_lint.syntax.span",
    "lint_paths": "revox_lint.api",
    "lint_text": "revox_lint.api",
    "Assistant": _CONTRACT,
    "AssistantCallRetryConfig": _CONTRACT,
    "AssistantCallRetryConfigCallingWindow": _CONTRACT,
    "AssistantCalendly": _CONTRACT,
    "AssistantCreateParams": _CONTRACT,
    "AssistantCreateResponse": _CONTRACT,
    "AssistantFaqItem": _CONTRACT,
    "AssistantLlmModel": _CONTRACT,
    "AssistantLlmModelUnionMember0": _CONTRACT,
    "AssistantLlmModelUnionMember1": _CONTRACT,
    "AssistantStructuredOutputConfig": _CONTRACT,
    "AssistantVoice": _CONTRACT,
    "CallRetryConfig": _CONTRACT,
    "CallRetryConfigCallingWindow": _CONTRACT,
    "Calendly": _CONTRACT,
    "FaqItem": _CONTRACT,
    "LlmModel": _CONTRACT,
    "LlmModelUnionMember0": _CONTRACT,
    "LlmModelUnionMember1": _CONTRACT,
    "StructuredOutputConfig": _CONTRACT,
    "Voice": _CONTRACT,
}

__all__ = sorted(_HOMES)

if TYPE_CHECKING:
    from revox_lint.api import Result as Result
    from revox_lint.api import lint_paths as lint_paths
    from revox_lint.api import lint_text as lint_text
    from revox_lint.config import Config as Config
    from revox_lint.config import ConfigError as ConfigError
    from revox_lint.contract.v0_1 import Assistant as Assistant
    from revox_lint.contract.v0_1 import AssistantCalendly as AssistantCalendly
    from revox_lint.contract.v0_1 import AssistantCallRetryConfig as AssistantCallRetryConfig
    from revox_lint.contract.v0_1 import (
        AssistantCallRetryConfigCallingWindow as AssistantCallRetryConfigCallingWindow,
    )
    from revox_lint.contract.v0_1 import AssistantCreateParams as AssistantCreateParams
    from revox_lint.contract.v0_1 import AssistantCreateResponse as AssistantCreateResponse
    from revox_lint.contract.v0_1 import AssistantFaqItem as AssistantFaqItem
    from revox_lint.contract.v0_1 import AssistantLlmModel as AssistantLlmModel
    from revox_lint.contract.v0_1 import (
        AssistantLlmModelUnionMember0 as AssistantLlmModelUnionMember0,
    )
    from revox_lint.contract.v0_1 import (
        AssistantLlmModelUnionMember1 as AssistantLlmModelUnionMember1,
    )
    from revox_lint.contract.v0_1 import (
        AssistantStructuredOutputConfig as AssistantStructuredOutputConfig,
    )
    from revox_lint.contract.v0_1 import AssistantVoice as AssistantVoice
    from revox_lint.contract.v0_1 import Calendly as Calendly
    from revox_lint.contract.v0_1 import CallRetryConfig as CallRetryConfig
    from revox_lint.contract.v0_1 import (
        CallRetryConfigCallingWindow as CallRetryConfigCallingWindow,
    )
    from revox_lint.contract.v0_1 import FaqItem as FaqItem
    from revox_lint.contract.v0_1 import LlmModel as LlmModel
    from revox_lint.contract.v0_1 import LlmModelUnionMember0 as LlmModelUnionMember0
    from revox_lint.contract.v0_1 import LlmModelUnionMember1 as LlmModelUnionMember1
    from revox_lint.contract.v0_1 import StructuredOutputConfig as StructuredOutputConfig
    from revox_lint.contract.v0_1 import Voice as Voice
    from revox_lint.diagnostic import Applicability as Applicability
    from revox_lint.diagnostic import Diagnostic as Diagnostic
    from revox_lint.diagnostic import Edit as Edit
    from revox_lint.diagnostic import Finding as Finding
    from revox_lint.diagnostic import Fix as Fix
    from revox_lint.diagnostic import Related as Related
    from revox_lint.diagnostic import Severity as Severity
    from revox_lint.push.client import Revox as Revox
    from revox_lint.push.errors import RevoxError as RevoxError
    from revox_lint.syntax.span import Span as Span
    from revox_lint.workspace import NoSuchPathError as NoSuchPathError


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
