"""The names of features in words for people: ``#asks open`` is "it asks an open question"."""

import re

_EXACT = {
    "#first": "the first sentence",
    "#last": "the last sentence",
    "#turned": "their 'I' turned into 'you'",
    "#no full stop": "typed without a full stop",
    "#asks nothing": "it asks nothing",
    "#heard a question": "they had asked something",
    "#heard a question last": "they had just asked something",
    "#heard a gesture": "they had made a gesture",
    "#heard a guarded line": "they had said something guarded",
    "#mark line": "a new line",
    "before: nothing": "nothing before it",
    "after: nothing": "nothing after it",
    "before: a question": "a question just before",
    "after: a question": "a question just after",
    "^": "a beginning",
    "$": "an end",
}
_FORMS = (
    (r"rule: (.+)", "the rule {0}"),
    (r"says (.+)", "words of a rule for {0}"),
    (r"(before|after) says (.+)", "words of a rule for {1} just {0}"),
    (r"elsewhere (.+)", "{0} elsewhere in the turn"),
    (r"before: \^ (.+)", "the sentence before begins with '{0}'"),
    (r"after: \^ (.+)", "the sentence after begins with '{0}'"),
    (r"(before|after): (.+)", "'{1}' just {0}"),
    (r"heard: (.+)", "'{0}' in what they had said"),
    (r"#asks ([a-z]+)", "it asks ({0})"),
    (r"#asks ([a-z]+): (.+)", "it asks ({0}), beginning '{1}'"),
    (r"#asks ([a-z]+) with (.+)", "it asks ({0}) about '{1}'"),
    (r"#mark (.+)", "the mark '{0}'"),
    (r"#shares (\d+)", "{0} words of theirs"),
    (r"#shares (\d+) quarters", "{0} quarters of it are words of theirs"),
    (r"#turned (\d+)", "{0} times their 'I' turned into 'you'"),
    (r"#says of you (.+)", "a statement about 'you' with {0}"),
    (r"\^ (.+): says of you (.+)", "begins with '{0}', a statement about 'you' with {1}"),
    (r"#means (\d) of theirs", "{0} things of theirs come back, in whatever words"),
    (r"#means (\d) of theirs and (\d) new", "{0} things of theirs come back and {1} are new"),
    (r"#means asks (\d) of theirs", "a question with {0} things of theirs"),
    (r"#means asks (\d) of theirs and (\d) new", "a question with {0} things of theirs and {1} that are new"),
    (r"#means of you (\d) of theirs", "a statement about 'you' with {0} things of theirs, in whatever words"),
    (r"#means of you (\d) of theirs and (\d) new", "a statement about 'you', {0} things of theirs and {1} new"),
    (r"#means of me (\d) of theirs", "a statement about 'me' with {0} things of theirs"),
    (r"#means of me (\d) of theirs and (\d) new", "a statement about 'me', {0} things of theirs and {1} new"),
    (r"#means of it (\d) of theirs", "a statement with {0} things of theirs"),
    (r"#means of it (\d) of theirs and (\d) new", "a statement with {0} things of theirs and {1} new"),
    (r"#says back (\d) quarters", "{0} quarters of what they said last come back"),
    (r"\^ (.+): means (\d) of theirs", "begins with '{0}', with {1} things of theirs"),
    (r"#you (\d)", "'you' {0} times"),
    (r"#me (\d)", "'I' {0} times"),
    (r"#(\d+) segments", "{0} sentences in the turn"),
    (r"#(\d+)x(\d+) words", "its length, about {0} times {1} words"),
    (r"#(\d+) words", "its length, about {0} words"),
    (r"#heard (\d+)x4 words", "the length of what they had said"),
    (r"(.+) \.\. (.+)", "'{0}' and soon '{1}'"),
    (r"\^ (.+) \$", "the whole of it: '{0}'"),
    (r"\^ (.+)", "it begins with '{0}'"),
    (r"(.+) \$", "it ends with '{0}'"),
    (r"(.{4})-", "a word that begins with '{0}'"),
    (r"-(.{3})", "a word that ends with '{0}'"),
    (r"(.+)~", "a form of '{0}'"),
)
_COMPILED = tuple((re.compile(form), words) for form, words in _FORMS)


def plainly(feature: str) -> str:
    """*feature* in words. What is no feature's name, such as a rule's own reason, is said as it is."""
    if feature in _EXACT:
        return _EXACT[feature]
    for form, words in _COMPILED:
        found = form.fullmatch(feature)
        if found:
            return words.format(*found.groups())
    return feature if feature.startswith("the words") else f"'{feature}'"
