"""Spellings that mean the same word: missing apostrophes, texting, British and American. One word to one word."""

from __future__ import annotations

from collections.abc import Mapping

_CONTRACTIONS = (
    "don't can't won't isn't aren't wasn't weren't doesn't didn't hasn't haven't hadn't couldn't wouldn't shouldn't "
    "ain't mustn't needn't i'm i've i'd i'll you're you've you'd you'll they're they've they'll we've he's she's "
    "it's that's what's there's here's who's where's how's when's let's that'll it'll there'll could've should've would've must've y'all"
).split()
_AMBIGUOUS = {"its", "were", "shell", "hell", "wed", "well", "hes", "shes", "lets"}

_TEXTING = {
    "u": "you", "ya": "you", "yu": "you", "ur": "your", "urs": "yours", "r": "are", "y": "why", "k": "ok", "kk": "ok", "okay": "ok",
    "okey": "ok", "pls": "please", "plz": "please", "plse": "please", "plss": "please", "thx": "thanks", "tx": "thanks", "tnx": "thanks", "thnx": "thanks",
    "ty": "thanks", "tysm": "thanks", "cheers": "cheers", "sry": "sorry", "srry": "sorry", "soz": "sorry", "sory": "sorry",
    "sorri": "sorry", "cuz": "because", "coz": "because", "cos": "because", "bc": "because", "bcz": "because", "becuz": "because", "wanna": "want", "gotta": "gotta",
    "lemme": "lemme", "gimme": "gimme", "gonna": "gonna", "dunno": "dunno", "idk": "idk", "rn": "now", "asap": "asap", "tmrw": "tomorrow",
    "tmr": "tomorrow", "tmw": "tomorrow", "tomoz": "tomorrow", "2moro": "tomorrow", "2day": "today", "mins": "minutes", "min": "minute",
    "hrs": "hours", "hr": "hour", "secs": "seconds", "sec": "second", "wks": "weeks", "wk": "week", "pw": "password", "pwd": "password",
    "pswd": "password", "passwd": "password", "passwrd": "password", "pasword": "password", "pc": "computer", "msg": "message", "abt": "about", "bout": "about", "b4": "before",
    "gr8": "great", "l8r": "later", "ppl": "people", "prob": "problem", "probs": "problems", "prolly": "probably", "def": "definitely", "tho": "though",
    "thru": "through", "w": "with", "wat": "what", "wut": "what", "wot": "what", "wen": "when", "hw": "how", "n": "and",
    "nd": "and", "da": "the", "dat": "that", "dis": "this", "ths": "this", "teh": "the", "hav": "have", "hv": "have", "dnt": "don't", "cnt": "can't",
    "im": "i'm", "ive": "i've", "iam": "i'm", "lets": "let's", "its": "it's", "hes": "he's", "shes": "she's", "wouldve": "would've", "shouldve": "should've", "shoulda": "should've",
    "couldve": "could've", "coulda": "could've", "woulda": "would've", "mustve": "must've", "yall": "y'all", "alot": "lot", "wont": "won't", "cannot": "can't",
    "yea": "yeah", "yep": "yes", "yup": "yes", "yh": "yeah", "nah": "no", "nope": "no", "hiya": "hi", "heya": "hey", "helo": "hello", "hullo": "hello",
    "gd": "good", "mornin": "morning", "luv": "love", "mate": "mate", "ure": "you're", "youre": "you're", "theyre": "they're",
    "somethin": "something", "nothin": "nothing", "anythin": "anything", "doin": "doing", "goin": "going", "tryin": "trying",
    "workin": "working", "happenin": "happening", "lookin": "looking", "sayin": "saying", "tellin": "telling", "wether": "whether",
    "recieve": "receive", "recieved": "received", "wich": "which", "wierd": "weird", "definately": "definitely", "seperate": "separate",
    "untill": "until", "till": "until", "til": "until", "realy": "really", "probly": "probably", "compter": "computer", "documnt": "document",
}

_BRITISH = {
    "apologise": "apologize", "apologised": "apologized", "apologising": "apologizing", "apologises": "apologizes", "apologys": "apologies",
    "realise": "realize", "realised": "realized", "recognise": "recognize", "recognised": "recognized", "organise": "organize",
    "organised": "organized", "prioritise": "prioritize", "prioritised": "prioritized", "prioritising": "prioritizing", "summarise": "summarize", "sympathise": "sympathize",
    "empathise": "empathize", "colour": "color", "favour": "favor", "favourite": "favorite", "behaviour": "behavior", "honour": "honor",
    "neighbour": "neighbor", "labour": "labor", "centre": "center", "metre": "meter", "programme": "program", "cheque": "check",
    "licence": "license", "practise": "practice", "catalogue": "catalog", "dialogue": "dialog", "cancelled": "canceled", "travelling": "traveling", "traveller": "traveler",
    "minimise": "minimize", "synchronise": "synchronize", "authorise": "authorize", "authorised": "authorized", "customise": "customize",
    "analyse": "analyze", "judgement": "judgment", "grey": "gray", "whilst": "while", "amongst": "among", "learnt": "learned", "mum": "mom",
}

VARIANTS: Mapping[str, str] = {
    **{word.replace("'", ""): word for word in _CONTRACTIONS if word.replace("'", "") not in _AMBIGUOUS},
    **_TEXTING,
    **_BRITISH,
}
