"""Hand-written YAML, for rules and scenarios alike: read safely, every fault with its place and its remedy."""

from scoring.authored.problem import Place, Problem, Text, nearest, render
from scoring.authored.reading import read_file, read_text
from scoring.authored.tree import Mapping, Node, Scalar, Sequence, find, plain

__all__ = [
    "Mapping",
    "Node",
    "Place",
    "Problem",
    "Scalar",
    "Sequence",
    "Text",
    "find",
    "nearest",
    "plain",
    "read_file",
    "read_text",
    "render",
]
