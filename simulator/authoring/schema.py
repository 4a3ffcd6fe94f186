"""The JSON Schema of scenario files, for editors: completion and red lines while writing."""

from simulator.authoring.model import ScenarioFile
from simulator.authoring.wording import FIELDS

_PATCHES = ("replace", "first", "last")


def schema() -> dict:
    """The schema of format 1. Wherever a list stands, a patch of one may stand: ``{replace: [...]}``."""
    made = ScenarioFile.model_json_schema(by_alias=True)
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["title"] = "Rehearse scenario, format 1"
    made["description"] = (
        "A situation, an archetype or core. Lines may use $"
        + ", $".join(FIELDS)
        + " for the person's pronouns and name."
    )
    for part in (made, *made.get("$defs", {}).values()):
        for name, field in part.get("properties", {}).items():
            part["properties"][name] = _patchable(field)
    return made


def _patchable(field: dict) -> dict:
    if field.get("type") == "array":
        return _with_patch(field)
    inner = field.get("additionalProperties")
    if isinstance(inner, dict) and inner.get("type") == "array":
        return field | {"additionalProperties": _with_patch(inner)}
    return field


def _with_patch(array: dict) -> dict:
    about = {key: array[key] for key in ("description", "default", "title") if key in array}
    bare = {key: value for key, value in array.items() if key not in about}
    single = [{"type": "string"}] if bare.get("items", {}).get("type") == "string" else []
    patch = {
        "type": "object",
        "properties": dict.fromkeys(_PATCHES, bare),
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
    }
    return {"anyOf": [bare, *single, patch], **about}
