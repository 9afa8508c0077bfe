"""A small town whose every kind of print is made, in English, German with its long words, Arabic and Hindi."""

from pathlib import Path

from story import Story

WORDS = {
    "en-GB": {
        "site": "Harbour Moves", "venue": "Harbour Cowork", "other": "Park Pavilion", "address": "12 Quay Street", "title": "Tuesday Stretch Circle",
        "host": "Ada Moss", "reason": "the heating failed", "step": "Roll the shoulders, slowly", "thing": "Ten mats", "access": "Step-free",
        "prompt": "What did you carry this week", "note": "Bring warm socks.", "sign": "it hurts", "sentence": "Half an hour for tired shoulders.",
    },
    "de": {
        "site": "Rückengesundheitsgemeinschaft", "venue": "Gemeindezentrum Bartholomäuskirche", "other": "Nachbarschaftshaus am Fischmarkt",
        "address": "Donaudampfschifffahrtsgesellschaftsstraße 12", "title": "Rückenschulungsteilnehmerinnenvereinigung", "host": "Friederike Ruhrmann",
        "reason": "Heizungsausfall", "step": "Schulterblattbeweglichkeitsübungen im Sitzen", "thing": "Gymnastikmattenaufbewahrungsschlüssel",
        "access": "Rollstuhlgerecht", "prompt": "Was trägst du diese Woche", "note": "Bitte warme Socken mitbringen.", "sign": "etwas kribbelt",
        "sentence": "Eine halbe Stunde für müde Schultern.",
    },
    "ar": {
        "site": "أيادي الميناء", "venue": "دار الرصيف", "other": "حديقة البلدية", "address": "شارع الجمارك", "title": "حلقة التمدد مساء السبت",
        "host": "مريم الحداد", "reason": "تعطلت التدفئة", "step": "تحريك الكتفين ببطء", "thing": "عشر حصائر", "access": "دخول بلا درج",
        "prompt": "كيف كان يومك", "note": "يُرجى إحضار جوارب دافئة.", "sign": "ألم أو تنميل", "sentence": "نصف ساعة لأكتاف متعبة.",
    },
    "hi": {
        "site": "बंदरगाह के हाथ", "venue": "घाट सामुदायिक भवन", "other": "नगर उद्यान", "address": "सीमा शुल्क मार्ग", "title": "मंगलवार का खिंचाव मंडल",
        "host": "अनीता शर्मा", "reason": "हीटर ख़राब हो गया", "step": "कंधों को धीरे धीरे घुमाना", "thing": "दस चटाइयाँ", "access": "बिना सीढ़ी",
        "prompt": "आज आपके कंधों ने क्या उठाया", "note": "कृपया गर्म मोज़े लाएँ।", "sign": "दर्द हो", "sentence": "थके कंधों के लिए आधा घंटा।",
    },
}  # fmt: skip
KINDS = {
    "notice": "public/venues/hall/notice.pdf",
    "sign-in": "private/door/stretch-2026-01-06/sign-in.pdf",
    "running order": "private/door/stretch-2026-01-06/running-order.pdf",
    "dates": "private/venues/hall/dates.pdf",
    "handout": "public/workshops/format/handout-a4.pdf",
    "handout, Letter": "public/workshops/format/handout-letter.pdf",
    "handout, large print": "public/workshops/format/handout-large.pdf",
    "handout of a session": "public/events/stretch/2026-01-06/handout-a4.pdf",
    "flyer": "public/events/stretch/flyer-a4.pdf",
    "flyer, A5": "public/events/stretch/flyer-a5.pdf",
    "flyer, Letter": "public/events/stretch/flyer-letter.pdf",
    "flyer, four": "public/events/stretch/flyer-four.pdf",
    "flyer, tabs": "public/events/stretch/flyer-tabs.pdf",
    "flyer without picture": "public/events/stretch/flyer-plain.pdf",
}
"""One file of each kind of print."""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="#98371a"/></svg>'

_SITE = """\
---
title: {site}
base_url: https://example.org/
timezone: Europe/Berlin
language: {language}
currency: EUR
signup: mailto:a@example.org
organiser: {{name: {host}, phone: "+49 30 1234567", email: hello@example.org}}
outputs: [pages, sessions, prints]
---
{sentence}
"""
_FORMAT = """\
---
title: {title}
outcomes: ["{sentence}"]
outline: ["5 min - {prompt}", "25 min - {step}", "15 min - {note}"]
materials: ["{thing}", "{thing}"]
prompt: "{prompt}"
stop_if: ["{sign}"]
image: square.svg
image_alt: "{thing}"
takeaway: |
  **{sentence}** {note}

  1. {prompt}
  2. {step}

  | {access} | {thing} |
  |---|---|
  | {sign} | {step} |
---
{sentence}
"""
_EVENT = """\
title: {title}
workshop: format
start: 2026-01-06 18:00
end: 18:45
repeat: weekly
times: 9
venue: hall
partner: lender
hosts: [host]
setup: 20 min
clear_up: 15 min
capacity: 24
summary: "{sentence}"
prices: [{{name: "{access}", amount: 5}}]
cancelled: {{2026-01-13: "{reason}"}}
moved: {{2026-01-20: 2026-01-21 19:00}}
changed: {{2026-01-06: {{note: "{note}"}}, 2026-01-27: {{venue: other}}}}
"""


def town(root: Path, language: str) -> Story:
    """The town in one language, not yet built."""
    words, site = {**WORDS[language], "language": language}, Story(root)
    site.write("site.md", _SITE.format(**words)).write("assets/square.svg", DRAWING)
    site.write("workshops/format.md", _FORMAT.format(**words)).write("events/stretch.md", _EVENT.format(**words))
    site.write("venues/hall.md", "title: {venue}\naddress: {address}\naccess: {{{access}: '{note}'}}".format(**words))
    site.write("venues/other.md", "title: {other}\naddress: {address}".format(**words))
    site.write("people/host.md", "title: {host}\nemail: host@example.org".format(**words))
    return site.write("partners/lender.md", "title: {site}\nvenue: hall\ncontact: {host}".format(**words))
