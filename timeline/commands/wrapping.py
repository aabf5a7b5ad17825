"""Decorators that gather several options of a command into one argument."""

from collections.abc import Callable
from typing import Any

Command = Callable[..., Any]


def stand_for(command: Command, wrapper: Command) -> Command:
    """The wrapper under the name, help and options of the command that it wraps, beside its own options."""
    wrapper.__name__, wrapper.__doc__ = command.__name__, command.__doc__
    own = getattr(wrapper, "__click_params__", [])
    wrapper.__click_params__ = [*getattr(command, "__click_params__", []), *own]  # type: ignore[attr-defined]  # click reads it
    return wrapper
