"""What the ear is measured against: the ways others would look for the same words."""

from collections.abc import Callable, Sequence

from scoring.sources import load

Run = Callable[[str], object]


def phrases() -> list[str]:
    """The phrases of all rules, as they are written."""
    sources, _ = load()
    found = []
    for rule in sources.rules:
        for way in rule.ways:
            for group in way.parts or (way.phrases,):
                found.extend(group)
    return found


def brute_rapidfuzz(wanted: Sequence[str]) -> Run:
    """Every phrase against every text by partial_ratio."""
    from rapidfuzz import fuzz, process

    return lambda text: process.extract(text.lower(), wanted, scorer=fuzz.partial_ratio, limit=5)


def spacy_matcher(wanted: Sequence[str]) -> Run:
    """spaCy's blank pipeline and its PhraseMatcher, on lower case."""
    import spacy
    from spacy.matcher import PhraseMatcher

    language = spacy.blank("en")
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    matcher.add("all", [language.make_doc(phrase) for phrase in wanted])
    return lambda text: matcher(language(text))


def vader(_: Sequence[str]) -> Run:
    """VADER's sentiment of the text."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer().polarity_scores


def linear_model(_: Sequence[str]) -> Run:
    """TF-IDF with a linear model for each of 31 labels, one text at a time."""
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer

    from tests.benchmarks.texts import replies

    vectorizer = TfidfVectorizer(ngram_range=(1, 2), min_df=2).fit([text for text, _ in replies()])
    weights = np.random.default_rng(1).normal(size=(len(vectorizer.vocabulary_), 31))
    return lambda text: vectorizer.transform([text]) @ weights


OPTIONAL = {
    "spaCy, blank, PhraseMatcher": spacy_matcher,
    "VADER": vader,
    "TF-IDF and linear models": linear_model,
}
