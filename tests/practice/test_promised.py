"""Promises of a note that nobody made. Honest notes, in other words than those that were said, are left alone."""

import pytest

from simulator.practice.note import check, sentences
from tests.method.talks import played

HONEST = (
    (
        "late-again",
        "Kyle, you will swap shifts with Luis from Monday, for six weeks. I will sign the form today. You "
        "will stay third on the sheet. If the bus slips you will text me; nobody will get on the headset. I "
        "will write only the hours on the form. We will look again on Wednesday the 5th. I'll be glad if it "
        "works.",
    ),
    (
        "late-again",
        "hi kyle, thanks for today. we agreed that you trade with luis, six weeks, starting monday. ill sign. "
        "i'll leave out the reasons. no more announcements on headsets, i promise. we'll talk again on the "
        "5th",
    ),
    (
        "late-again",
        "I will keep what you told me to myself. You'll let me know by text when the bus is late. I will not "
        "announce you any more.",
    ),
    (
        "quiet-since-january",
        "Priya, from tomorrow you will open a page for Vancouver at two on Tuesdays and Thursdays, and you "
        "will tell them about the new hours. I will message you directly and I won't ask in the channel "
        "again. I will ask for the reasons behind the lead decision, and I'll bring you the reasons in "
        "person. We'll look at it again on Monday in two weeks. You will tell me what I got wrong.",
    ),
    (
        "quiet-since-january",
        "We agreed: a living page instead of the five o'clock note. You'll open the page at two on Tuesdays "
        "and Thursdays. I will speak to whoever decided about the lead job.",
    ),
    (
        "quiet-since-january",
        "I'll come to you first when something slips. We will meet in two weeks and see how it went.",
    ),
    (
        "my-old-team-mate",
        "Zanele, from tonight you will run the menu, dishes and costings. I will take the pass and I will "
        "talk to Des. I'll come out the back after service. There will be no remarks in service. If it "
        "happens again, you will be off fish for a week, and so will I if I touch a plate. We will both sign "
        "this. We look at it again on Tuesday the 31st at three.",
    ),
    (
        "my-old-team-mate",
        "The menu will be yours. You and I agreed that you tell me after service what annoys you, on the two crates.",
    ),
    (
        "sharp-on-the-ward",
        "Adaeze, we agreed that on the floor you say 'stop' and nothing else. You will sit down with the "
        "student at quarter past seven in the treatment room. I will sign the night rota with you and take it "
        "to the director on Monday. I will put a name and a date on every form within two days. I'll leave "
        "bed twelve out.",
    ),
    (
        "the-credit-slide",
        "Tomasz, from Monday each number will have a line under it: who made it and where it stops. You will "
        "call me within 24 hours if one is wrong. I will correct slide six and the intranet by Tuesday with "
        "both names. I'll phone Halina tomorrow, before she reads it. If I don't change it within a day you "
        "will say so openly.",
    ),
    (
        "the-good-one",
        "Sinéad, I will take back the fair and Gearóid's first-years from tomorrow. You will turn the gas off "
        "at the bench before anybody opens a door. You'll ring Pat and he will stand in the door. I will tell "
        "Bríd 'appointment' and nothing more. I will keep it about gas.",
    ),
    (
        "the-reply-all",
        "Mei Lin, Darren will sit at your table from two to three and he'll send the plan at three. I will "
        "find out what line 41 means by Wednesday and I'll tell you in here. The magnets will go up again "
        "this week. I will ring you before anything comes off a wall.",
    ),
    (
        "yes-to-everything",
        "We will put the forty in order by Wednesday and we'll both sign. You will ask me 'instead of which?' "
        "when something new comes in. I will come by every Friday to collect a no. I will pay you back the "
        "850 this week. I'll keep quiet about the rest.",
    ),
    (
        "camera-on-no-words",
        "I will send the agenda and the questions a day ahead. I'll turn captions on for everyone. I will "
        "type every number and wait for somebody to type it back. I will close the blind. You will decide "
        "what you tell the others and when.",
    ),
    (
        "an-interesting-suggestion",
        "Rosalind, I will ring you on the day you say 'interesting', and you'll give me a number. From seven "
        "on we will not print anything. I will talk to the chair on Monday, on my own, and have the minute "
        "corrected. I will come with you to Stromness.",
    ),
)

SOFT = (
    "You'll have my full support.",
    "I will be more careful with how I speak.",
    "We'll be honest with each other.",
    "I'll be on holiday until the 4th.",
    "You will find the form attached.",
    "I'll tell nobody about the tooth.",
    "Will you order the clock and the batteries?",
    "Thank you. I will remember this talk.",
)

INVENTED = (
    ("late-again", "I will speak to payroll about your overtime."),
    ("late-again", "I'll pay for a taxi until Christmas."),
    ("late-again", "We agreed that you get a bonus for punctuality."),
    ("late-again", "You and I agreed that you will apologise to the whole team."),
    ("late-again", "You will attend the safety training."),
    ("late-again", "I'll get you a locker near the clock."),  # one word of the two was said
    ("my-old-team-mate", "I will buy you new knives."),
    ("my-old-team-mate", "We agreed to close on Sundays."),
    ("my-old-team-mate", "You'll train the apprentices."),
    ("quiet-since-january", "I will hire another engineer for your team."),
    ("quiet-since-january", "I'll raise your salary."),
    ("quiet-since-january", "I will buy the whole floor new chairs."),
    ("sharp-on-the-ward", "I will nominate you for an award."),
)


def unsupported(name: str, text: str) -> tuple[str, ...]:
    one = played(name, "skilled")
    return check(text, one.session, one.scenario).unsupported


@pytest.mark.parametrize(("name", "note"), HONEST)
def test_an_honest_note_is_left_alone(name, note):
    assert unsupported(name, note) == ()


@pytest.mark.parametrize("sentence", SOFT)
def test_a_sentence_that_promises_no_deed_is_left_alone(sentence):
    assert unsupported("late-again", sentence) == ()


@pytest.mark.parametrize(("name", "sentence"), INVENTED)
def test_a_promise_that_nobody_made_is_found(name, sentence):
    assert unsupported(name, f"Thank you for today. {sentence} Best, Jo") == (sentence,)


def test_a_true_half_does_not_cover_an_invented_one():
    said = "You trade with Luis for six weeks and I will pay for a taxi until Christmas."
    assert unsupported("late-again", said) == ("I will pay for a taxi until Christmas.",)


def test_it_is_shown_with_its_words():
    one = played("late-again", "skilled")
    said = sentences(check("You will attend the safety training.", one.session, one.scenario))
    assert 'Promised in it, and not heard when you talked: "You will attend the safety training."' in said


def test_a_promise_with_an_invented_name_is_told_once():
    one = played("late-again", "skilled")
    checked = check("Sandra will repaint the whole break room.", one.session, one.scenario)
    assert (checked.invented, checked.unsupported) == (("Sandra",), ())
