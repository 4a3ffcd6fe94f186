"""Faults of a scenario, one for each thing that lint finds: what is changed in the made one, and what is found."""

LIMBO = """  limbo:
    kind: guarded
    chance: [curiosity]
    hint: {nudge: "a", skill: "b", example: "What was it like for you?"}
    model: ["What was that day like for you?"]
    replies: [{say: ["(She looks at the float in the drawer.)"]}]
"""
WALK = """
walkthroughs:
  - name: short
    turns:
      - {say: "What was that day like for you?", hears: [curiosity], state: opening}
      - {say: "You are lazy and careless.", hears: [apologizing]}
      - {say: "I see.", not_heard: [blame], tells: work}
    ends: [mutual_plan]
"""
FIRST_OF_GUARDED = "  guarded:\n    replies:\n"
OTHER, WORK, IDEA = "    cost: 50\n", "    cost: 40\n    topics: [behind_work", "    only_in: [problem_solving]\n"

FAULTS = {
    "S20 an own state": ("states:   ", "states:\n" + LIMBO + "#", "limbo:", "nothing leads to the state 'limbo'"),
    "S20 a rule of another state": (
        FIRST_OF_GUARDED,
        FIRST_OF_GUARDED + '      - {if: {state: [tears]}, say: ["(The bell on the desk.)"]}\n',
        "- {if: {state: [tears]}",
        "this can never come up",
    ),
    "S20 an arc that asks where it came from": (
        FIRST_OF_GUARDED,
        "  guarded:\n    go: [{if: {from: [opening]}, to: tears}]\n    replies:\n",
        "go: [{if: {from",
        "an arc is tried before the person has moved",
    ),
    "S20 a misreading active where none can be": (
        FIRST_OF_GUARDED,
        FIRST_OF_GUARDED + '      - {if: {misread: active}, say: ["(The bell on the desk.)"]}\n',
        "- {if: {misread",
        "this can never come up",
    ),
    "S20 a condition that contradicts itself": (
        FIRST_OF_GUARDED,
        FIRST_OF_GUARDED + '      - {if: {skill: [facts], no_skill: [facts]}, say: ["(The bell on the desk.)"]}\n',
        "- {if: {skill: [facts], no",
        "this can never come up",
    ),
    "S20 a meter beyond its end": (
        FIRST_OF_GUARDED,
        FIRST_OF_GUARDED + '      - {if: {safety: ">=60", openness: ">100"}, say: ["(The bell on the desk.)"]}\n',
        "- {if: {safety",
        "this can never come up",
    ),
    "S20 hints without topics": (
        "    cue_topics: [issue, behind_work, workload, home, feelings]\n",
        "",
        "cue:",
        "never dropped",
    ),
    "S20 hints of an idea": (
        IDEA,
        IDEA + '    cue: ["(She counts something on her fingers.)"]\n',
        "cue:",
        "never dropped",
    ),
    "S20 an ending that asks for what is not there": ("deepest: [other]", "deepest: []", "format: 1", "'mutual_plan'"),
    "S20 a flash nobody sees": (
        "events:  ",
        'flashes:\n  pen: {if: {state: [anger]}, show: ["(The pen stops.)"], words: [pen]}\nevents: #',
        "pen: {if",
        "the flash 'pen' is never shown",
    ),
    "S21 a state without a way out": (
        "states:   ",
        "states:\n" + LIMBO + "  tears:\n    go: {replace: [{to: limbo}]}\n#",
        "limbo:",
        "from 'limbo' no ending can be reached",
    ),
    "S22 an arc behind one that always fits": (
        FIRST_OF_GUARDED,
        "  guarded:\n    go:\n      - {if: {skill: [own_story, facts]}, to: tears}\n"
        "      - {if: {skill: [facts], topic: [issue]}, to: new_info}\n    replies:\n",
        "- {if: {skill: [facts], topic",
        "this is never used",
    ),
    "S22 an effect behind one that always fits": (
        "events:  ",
        "effects:\n  facts:\n    - {safety: 1}\n    - {if: {state: [tears]}, safety: -6}\nevents: #",
        "- {if: {state: [tears]}, safety",
        "this is never used",
    ),
    "S22 a telling that a more special one hides": (
        "    tell:                       # every variant carries the same content\n      - if: {}\n",
        '    tell:\n      - {if: {turn: ">=2"}, say: ["I count it three times."]}\n      - if: {}\n'
        '        say: ["I count."]\n      - if: {}\n',
        "- if: {}",
        "this is never used",
    ),
    "S23 a price out of reach": (OTHER, "    cost: 90\n", "cost: 90", "openness reaches"),
    "S23 a price out of reach at hard": (OTHER, "    cost: 72\n", "cost: 72", "at the level hard"),
    "S23 a fact that waits for itself": (
        "    after_any: [work]\n",
        "    after_any: [other]\n",
        "other:",
        "it waits for itself",
    ),
    "S23 a fact in a state that tells nothing": (
        OTHER,
        OTHER + "    only_in: [agreed]\n",
        "other:",
        "lets facts be told",
    ),
    "S23 a fact that waits for one that is never told": (
        WORK,
        WORK.replace("40", "95"),
        "cost: 50",
        "what has to be told before it never is",
    ),
    "S24 a model beside the fear": (
        "    model: \"I'm not keeping",
        '    model: "I am not after your keys. I do want to hear your side."  #',
        "model:",
        "none of its",
    ),
    "S25 a model that is not heard": (
        "    model: \"I'm not keeping",
        '    model: "My file about the bus. "  #',
        "model:",
        "what is heard in it is",
    ),
    "S26 a pool for one turn": (
        FIRST_OF_GUARDED,
        '  guarded:\n    replies: {replace: [{if: {skill: [facts]}, say: ["(She counts.)"]}]}\n    enter:\n',
        "guarded:",
        "of the turns find no line",
    ),
    "S27 a line in two places": (
        "Ask Paulo about Thursday.",
        "I've counted that drawer for six years.",
        "- \"I've counted",
        "is said only once",
    ),
    "S28 an id that is not the file's": ("id: talk-with-ines", "id: talk-with-rui", "id: talk", "talk-with-rui.yaml"),
    "S29 a walkthrough that goes elsewhere": (
        "\ndebrief:",
        WALK + "debrief:",
        "hears: [apologizing]",
        "'apologizing' is not heard here",
    ),
    "S30 a telling about them": (
        "My sister's had an operation. I sleep four hours, on her chair, and then I come here.",
        "Her sister has had an operation and she sleeps there.",
        '- "Her sister has',
        "written about Ines",
    ),
}
"""A text of the made scenario, what stands there instead, the line of the finding, and a part of its message."""
