"""Frozen dataclasses as JSON and back, by their type hints: for journals and for compiled scenarios. Never pickle."""

import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any


def to_json(value: Any) -> Any:
    """*value* as lists, dicts and plain values; a frozenset becomes a sorted list."""
    if is_dataclass(value):
        return {field.name: to_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, dict):
        return {key: to_json(item) for key, item in value.items()}
    return value


def from_json(kind: type, data: Any) -> Any:
    """An instance of the dataclass *kind* from what :func:`to_json` made.

    Words that *kind* does not know are passed over and missing ones take their default, so that an older program can
    read a newer journal. Raises TypeError, KeyError or ValueError where *data* has another form.
    """
    return _reader(kind)(data)


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if is_dataclass(kind):
        return _dataclass_reader(kind)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        inner = _reader(arguments[0])
        return lambda data: tuple([inner(item) for item in _listed(data)])
    if origin is tuple:
        inners = [_reader(argument) for argument in arguments]
        return lambda data: tuple([inner(item) for inner, item in zip(inners, _listed(data), strict=True)])
    if origin in (frozenset, set):
        return lambda data: frozenset(_listed(data))
    if origin in (UnionType, typing.Union):
        inner = _reader(next(a for a in arguments if a is not NoneType))
        return lambda data: None if data is None else inner(data)
    if kind is Any or origin is dict or kind is dict:
        return lambda data: data
    if kind in (str, int, float, bool):
        return lambda data: _plain(kind, data)
    raise TypeError(f"no JSON form for {kind}")


def _dataclass_reader(kind: type) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    readers = [(field.name, _reader(hints[field.name])) for field in fields(kind) if field.init]

    def read(data: Any) -> Any:
        if not isinstance(data, dict):
            raise TypeError(f"{kind.__name__} is expected, not {type(data).__name__}")
        return kind(**{name: reader(data[name]) for name, reader in readers if name in data})

    return read


def _listed(data: Any) -> list:
    if not isinstance(data, list):
        raise TypeError(f"a list is expected, not {type(data).__name__}")
    return data


def _plain(kind: type, data: Any) -> Any:
    if isinstance(data, kind) and (kind is bool or not isinstance(data, bool)):
        return data
    if kind is float and isinstance(data, int):
        return float(data)
    raise TypeError(f"{kind.__name__} is expected, not {type(data).__name__}")
