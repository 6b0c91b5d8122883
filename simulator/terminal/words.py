"""Every word that the practice screen, the menu and the plain lines say to people, in one place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

YOU = "You"
COACH = "Coach"
CLOCK = "Clock"
MOOD = "Mood"
HINT = "Hint"
NOTE = "Note"
TAKEN_BACK = "Taken back"
SCENE = "Scene"

CHANNEL: Mapping[str, str] = {
    "phone": "on the phone",
    "desk": "at their desk",
    "home": "at their home",
    "mail": "by mail",
    "chat": "by chat",
}

CHANNEL_NOTE: Mapping[str, tuple[str, str]] = {
    "phone": ("On the phone", "They hear you and can not see you: say that you listen, and what you are doing."),
    "desk": ("At their desk", "You are at their machine, among their papers: ask before you touch anything."),
    "home": ("In their home", "You are a guest, and the machine is theirs: ask before you touch anything."),
    "mail": (
        "By mail",
        "Nobody hears your voice: answer soon, answer all that was asked, in plain words that can not be misread.",
    ),
    "chat": (
        "In a chat",
        "They see nothing but what you type: keep it short, and say so when something takes a while.",
    ),
}
"""What is different about a channel: a heading, and what counts there."""

FROM = "From"
TO = "To"
SUBJECT = "Subject"
RE = "Re: "
NO_SUBJECT = "(no subject)"

OUTCOME: Mapping[str, str] = {
    "handled_well": "handled well",
    "muddled_through": "muddled through",
    "failed": "failed",
    "unfinished": "unfinished",
}

# Before a conversation

MENU_TITLE = "Who do you want to practise with?"
MENU_PROMPT = "Number or name"
MENU_HELP = "Type a number or a name and press Enter, or n for what is next; Ctrl-D leaves."
MENU_HELP_FOLDED = "A number or a name, n for what is next, all for the whole list; Ctrl-D leaves."
MISSED_MOST = "Missed most"
TRAINS_BEST = "Trained best by"
PRACTISE_LOCKED = "Practise it now? y/n"
CHOOSE_ANOTHER = "Then choose another."
MENU_GOODBYE = "Nothing was started. Until next time."

PRACTICE = "Practice: after each reply a coach says what was heard. /help shows what you can type."
EXAM = "Exam: no coaching and no hints; your report comes at the end. /help shows what you can type."


def level(number: int) -> str:
    return f"level {number}"


def counted(number: int, one: str, several: str = "") -> str:
    return f"{number} {one}" if number == 1 else f"{number} {several or one + 's'}"


def after_replies(number: int) -> str:
    return f"after {counted(number, 'reply', 'replies')}" if number else "nothing said yet"


def go_on(title: str, replies: int, *, what_if: bool = False) -> str:
    """The menu's offer of the conversation that was left."""
    return f"Go on where you stopped: {title}{' (a what-if)' if what_if else ''}, {after_replies(replies)}"


def no_such_choice(text: str, near: str, count: int) -> str:
    offer = f' Did you mean "{near}"?' if near else f" Type a number from 1 to {count}, or a name from the list."
    return f'There is no "{text}" here.{offer}'


def several_choices(text: str, numbers: Sequence[int]) -> str:
    return f'"{text}" fits {", ".join(map(str, numbers[:-1]))} and {numbers[-1]}. Type the number.'


def time_at_start(time: str, deadline: str | None) -> str:
    return f"It is {time}." if deadline is None else f"It is {time}; there is time until {deadline}."


# During a conversation

HELP = (
    ("/hint", "what would help now; again: how it sounds; once more: a reply (practice only)"),
    ("/notes", "show your notes; /notes and some words: add one"),
    ("/mood", "how the person feels (practice only)"),
    ("/undo", "take your last reply back (practice only)"),
    ("/again", "say your last reply once more, in other words (practice only)"),
    ("/quit", "leave; the conversation is kept"),
    ("/help", "this list"),
    ("//", "at the start of a reply: say one / and what follows"),
)
HELP_KEYS = (
    ("Enter", "send; on an empty line: say nothing, and see what happens"),
    ("Alt-Enter", "a new line (or Esc, then Enter)"),
    ("Up, Down", "your earlier replies; Ctrl-R searches them"),
    ("Ctrl-C", "clear the line; on an empty line: leave"),
    ("Ctrl-D", "leave"),
)
HELP_KEYS_MAIL = (
    ("Enter", "a new line; after a /command: do it"),
    ("Alt-Enter", "send (or Esc, then Enter); empty: write nothing, see what happens"),
    ("Ctrl-D", "send; on an empty mail: leave"),
    ("Ctrl-R", "search your earlier mails; Up on the first line calls them up"),
    ("Ctrl-C", "clear the mail; on an empty one: leave"),
)
KEYS_HELP = "/help"
KEYS_MAIL = "Alt-Enter or Ctrl-D: send"
KEYS_MAIL_LINES = "Enter: new line"
KEYS_LINES = "Alt-Enter: new line"
EXAM_SHORT = "exam"
HELP_KEYS_PLAIN = (
    ("Enter", "send; on an empty line: say nothing, and see what happens"),
    ("Ctrl-D", "leave; so does Ctrl-C"),
)

HELP_KEYS_PLAIN_MAIL = (
    (".", "on a line of its own: send; with nothing above it: write nothing, and see what happens"),
    ("Enter", "a new line; after a /command as the first line: do it"),
    ("Ctrl-D", "send what is typed; with nothing typed: leave"),
    ("Ctrl-C", "leave"),
)
MAIL_PLAIN = "Write as many lines as you need. A line with nothing but a full stop sends them."

YOU_SAID_NOTHING = "(you say nothing)"
SILENT_AGAIN = "Nothing was sent. To stay silent once more, press Enter again."
SILENT_AGAIN_MAIL = "Nothing was sent. To write nothing once more, send it empty again."
LEAVE = "Leave and keep this conversation? y/n"
LEAVE_UNKEPT = "Leave? This conversation is not being kept. y/n"
STAYING = "You are still in the conversation."
SAY_AGAIN = "(/again: say it once more)"
SAID_AGAIN = "Say it once more: what do you say this time?"
HINT_HOW = "(/hint again: how it sounds)"
HINT_REPLY = "(/hint again: a reply)"
NO_NOTES = "No notes yet. /notes and some words adds one."
NOTED = "Noted."
NOT_IN_EXAM: Mapping[str, str] = {
    "hint": "In an exam there are no hints: they would change the score. /quit leaves, and keeps the conversation.",
    "undo": "In an exam nothing can be taken back: a caller would have heard it, too.",
    "again": "In an exam nothing is said once more: a caller would have heard it the first time.",
    "mood": "In an exam you tell the mood from what the person says.",
}
DEADLINE_PASSED = "the deadline has passed"


def later(minutes: int) -> str:
    """The line that says that time has passed: "(20 minutes later)"."""
    hours, rest = divmod(minutes, 60)
    parts = [counted(hours, "hour")] if hours else []
    parts += [counted(rest, "minute")] if rest else []
    return f"({' '.join(parts)} later)"


def your_draft(lines: int) -> str:
    return f"Your mail so far ({counted(lines, 'line')}) is still there; go on, or send it with a full stop."


def no_such_command(name: str, near: str) -> str:
    offer = f"Did you mean /{near}?" if near else "/help lists them."
    return f"There is no command /{name}. {offer} Nothing was sent; to say a / yourself, start with //."


def too_long(length: int, most: int) -> str:
    return f"That is {length:,} characters; a reply can have {most:,}. Nothing was sent."


def minutes_left(minutes: int) -> str:
    return DEADLINE_PASSED if minutes < 0 else f"{counted(minutes, 'minute')} left"


TITLES = ("mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "lady", "lord", "frau", "herr")


def short_name(name: str) -> str:
    """What a person is called where there is little room: "Dana", but "Mrs. Patel"."""
    first = name.split(" ", 1)[0]
    return name if first.rstrip(".").lower() in TITLES or len(first.rstrip(".")) < 3 else first


def feels(name: str, mood: str) -> str:
    return f"{name} is {mood}"


def mood_figures(calm: int, trust: int, patience: int) -> str:
    return f"calm {calm} of 100, trust {trust}, patience {patience}"


def coaching(text: str, *, offer: bool) -> str:
    """The coach's line. `offer`: the reply can be said once more."""
    return f"{text} {SAY_AGAIN}" if text and offer else text


def hint(step: int, text: str, *, said: bool) -> str:
    """One of the three steps of a hint. `said`: a third one's text is a sentence that one could say; otherwise it tells
    what to do."""
    if step == 1:
        return f"What would help now: {text}. {HINT_HOW}"
    if step == 2:
        return f"How it sounds: {text} {HINT_REPLY}"
    return f"You could say: “{text}”" if said else text


# When it is over


def ended(outcome: str) -> str:
    return f"The conversation has ended: {OUTCOME.get(outcome, outcome)}."


def left(session: str) -> str:
    return f"Kept. To go on where you stopped: deskside resume {session}"


def interrupted(session: str) -> str:
    return f"Interrupted. What was said is kept; to go on: deskside resume {session}"


def seen_again(session: str) -> str:
    return f"Kept. To see this report again: deskside report {session}"


def play_again(scenario: str, seed: int) -> str:
    return f"To try again: deskside play {scenario} (this one was --seed {seed})"


LEFT_UNKEPT = "Left. This conversation was not kept."
ENDED_UNKEPT = "This conversation was not kept."


def not_kept(trouble: str) -> str:
    return f"This conversation can not be kept: {trouble}"


GO_ON_UNKEPT = "Go on without keeping it? y/n"


# Resuming


def where_you_were(title: str, name: str, replies: int) -> str:
    return f"{title}, with {name}, {after_replies(replies)}."


COURSE_CHANGED = "The course has changed since you left: your replies were given again to the person as they are now."


# Going back to a turn

OFFER_WHAT_IF = "w to go back to a turn and answer differently, Enter to finish"
GO_BACK = "w"
"""What is typed to take the offer."""
TURNS_HELP = "Type the number of a turn and press Enter; Ctrl-D leaves."
NO_TURN_CHOSEN = "Nothing was begun."
NEVER_AN_ATTEMPT = "It is practice, and never counts as an attempt."
NOTHING_TO_GO_BACK_TO = "there is no conversation to go back in; have one with: deskside play"


def turns_title(title: str, name: str) -> str:
    return f"{title}, with {name}: from which turn on would you answer differently?"


def which_turn(most: int) -> str:
    return f"Turn, 1 to {most}" if most > 1 else "Turn (1)"


def what_if_of(session: str, turn: int) -> str:
    """What a session is that goes back in another one."""
    return f"what-if of turn {turn} of {session}"


def what_if_begins(turn: int, session: str, reply: str) -> str:
    """What somebody is told who goes back to a turn, in which they said `reply` ("" for nothing)."""
    said = f"You said: “{reply}”" if reply else "You said nothing."
    before = "" if turn == 1 else " What came before is as it was."
    return f"This is a {what_if_of(session, turn)}. {said}{before} {NEVER_AN_ATTEMPT}"


def what_if_resumed(turn: int, session: str) -> str:
    return f"This is a {what_if_of(session, turn)}. {NEVER_AN_ATTEMPT}"


COURSE_CHANGED_SINCE = (
    "The course has changed since that conversation: its replies were given again to the person as they are now. The "
    "score that it got then stays."
)


def no_such_turn(typed: str, most: int) -> str:
    """`most`: the last turn there is, at least 1."""
    return (
        f'there is no turn "{typed}"; the only one is 1'
        if most == 1
        else f'there is no turn "{typed}"; name one from 1 to {most}'
    )


def name_a_turn(most: int) -> str:
    return f"nobody can be asked here which turn to go back to: name it with --turn ({f'1 to {most}' if most > 1 else '1'})"


def nothing_said(session: str) -> str:
    return f"nothing was said in conversation {session}, so there is no turn to go back to; to go on: deskside resume {session}"


def exam_goes_on(session: str) -> str:
    return (
        f"conversation {session} is an exam that is not finished; other answers can be tried when it is: "
        f"deskside resume {session} goes on with it"
    )


# Watching

DEMO = "A written conversation, played for you to watch. Nothing of it is kept."
AFTER_DEMO = "To have one yourself: deskside play"


# From a pipe


def not_utf8(line: int, column: int) -> str:
    return (
        f"standard input is not UTF-8: line {line}, byte {column}. Nothing from that line on was used; "
        "save the replies as UTF-8 and play them again"
    )


def line_too_long(line: int, most: int) -> str:
    return f"line {line} of standard input is longer than {most:,} characters, which is the most that a reply can have"


def rest_ignored(line: int) -> str:
    return f"the conversation had ended: line {line} of standard input, and what follows it, was not used"


def too_many(most: int) -> str:
    return f"stopped after {most} lines of standard input: that is the most that one conversation takes"


NAME_A_SCENARIO = "name a scenario to play: deskside play SCENARIO"


def sentence(text: str) -> str:
    """A reason such as "there is no reply to take back", as a sentence of its own."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '!', '?')) else '.'}"


def is_yes(answer: str) -> bool:
    return answer.strip().lower() in ("y", "yes")


def typed_not_text(encoding: str) -> str:
    return f"That line could not be read as {encoding.upper()}; nothing was sent. Please type it again."


def no_such_scenario(name: str, remedy: str) -> str:
    return f'there is no scenario "{name}" in this course. {remedy}'


def no_such_state(name: str, scenario: str, remedy: str) -> str:
    return f'--start: scenario {scenario} has no state "{name}". {remedy}'


def start_is_an_ending(name: str, scenario: str) -> str:
    return f"--start: in state {name} of scenario {scenario} the conversation is over already; name an earlier one"


def other_course(session: str, scenario: str) -> str:
    return (
        f'conversation {session} is of scenario "{scenario}", which this course does not have; '
        "name the course that it was played in with --course PATH"
    )


def has_ended(session: str) -> str:
    return f"conversation {session} has ended; to see its report: deskside report {session}"


NOTHING_TO_RESUME = "there is no conversation to go on with; begin one with: deskside play"
