"""What each kind of content file may say, field by field: the contract with the people who write them.

Descriptions are for them, and are printed by ``mcsite fields``. Forms give typed values; names of venues, people and
files stay text here and become the things themselves in the readers of this package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import time
from typing import Annotated, ClassVar

from mcsite.content import entries, signup_forms
from mcsite.diagnostics import Misread
from mcsite.model.settings import FAMILIES, NO_ADDRESS
from mcsite.source import fields, moments
from mcsite.source.answers import one_of
from mcsite.source.form import Form, optional, reads, required
from mcsite.source.moments import Stated
from mcsite.source.raw import Raw

AMERICAN = {"neighborhood": "neighbourhood", "organizer": "organiser", "license": "licence", "canceled": "cancelled"}
"""Spellings that are as good as ours."""

STATUSES = ("scheduled", "cancelled", "postponed")
_FULL = "for an event that is booked out write 'full: yes' instead"
_STATUS_OF_SOMETHING_ELSE = {
    "full": _FULL, "sold out": _FULL, "booked out": _FULL, "booked": _FULL, "draft": "for what is not ready write 'draft: yes' instead",
    "moved": "a one-off that moved gets a new 'start'; of a series write for example moved: {2026-03-03: 2026-03-04 19:00}",
}  # fmt: skip
_STATUS_WORDS = {"canceled": "cancelled", "confirmed": "scheduled", "on": "scheduled", "off": "cancelled"}
Status = Annotated[str, reads(one_of(STATUSES, _STATUS_WORDS, _STATUS_OF_SOMETHING_ELSE))]
_EACH_WORDS = {word: each for each in ("session", "event") for word in (f"{each}s", f"each {each}", f"every {each}", f"all {each}s")}
EachOne = Annotated[str, reads(one_of(("session", "event"), _EACH_WORDS))]


class PageForm(Form):
    """``pages/*.md``: a page of the site's own."""

    spellings: ClassVar[Mapping[str, str]] = {"alt": "image_alt", "picture": "image", "description": "summary"}

    title: fields.Line = required("The heading of the page.", "About us")
    summary: fields.Line = optional("One sentence for search engines and previews.", "Who we are and how we work.", "")
    image: fields.AssetPath = optional("A picture in assets/.", "team.jpg", "")
    image_alt: fields.Line = optional("What the picture shows, for those who cannot see it.", "Two people stretching by the harbour", "")


class SiteForm(Form):
    """``site.md``: the settings of the whole site."""

    spellings: ClassVar[Mapping[str, str]] = {
        **AMERICAN,
        "url": "base_url",
        "baseurl": "base_url",
        "time_zone": "timezone",
        "lang": "language",
        "menu": "navigation",
    }
    stand_ins: ClassVar[Mapping[str, Raw]] = {**Form.stand_ins, "base_url": NO_ADDRESS, "timezone": "UTC"}
    meant: ClassVar[Mapping[str, str]] = {"name": "title", "author": "organiser", "holidays": "closed", "tz": "timezone", "summary": "description"}

    title: fields.Line = required("The name of the site.", "Harbour Moves")
    base_url: fields.SiteAddress = required("The address at which the site can be seen.", "https://example.github.io/moves/")
    timezone: fields.Zone = required("The time zone in which all times are meant.", "Europe/London")
    language: fields.Language = optional("The language of the site.", "en-GB", "en")
    languages: fields.Languages = optional("All languages of a site in several, the main one first: see 'mcsite fields translation'.", "[en, de]", ())
    description: fields.Line = optional("One sentence about the site, for search engines and previews.", "Small groups that keep our part of town moving.", "")
    organiser: entries.OrganiserField | None = optional(
        "Who answers for the site: name, email, phone, url, registration.", "{name: Harbour Bodywork, email: hello@example.org}"
    )
    theme: fields.Slug = optional("The folder in themes/ that says how the site looks.", "default", "default")
    mood: fields.Mood = optional("The paper that the pages are printed on: warm, sea, garden or plain.", "sea", "warm")
    accent: fields.Colour = optional("The one colour of links and buttons; it is made darker or lighter until it can be read.", "'#1f6b5c'", "")
    logo: fields.Line = optional("A picture in assets/ that stands before the site's name on every page.", "logo.svg", "")
    closed: fields.DaysOff = optional("Days on which no series meets, with the reason.", "{2026-12-24..2027-01-02: winter break}", ())
    kinds: entries.Kinds = optional("Kinds of events beyond the usual ones.", "{sound-bath: Sound bath}", ())
    signup: signup_forms.SignUp | None = optional("How one signs up, where an event says nothing else.", "netlify")
    consent: fields.Line = optional("What people agree to when they send a form.", "You may write to me about this session.", "")
    privacy: fields.Line = optional("The page that says what becomes of people's data; pages/privacy.md if there is one.", "privacy", "")
    secure_intake: signup_forms.SecureIntake | None = optional(
        "Where people tell about their health: a service made for that.", "{name: Clinic portal, url: https://clinic.example.org/intake}"
    )
    currency: fields.Currency = optional("The currency of prices that do not name theirs.", "GBP", "")
    feed_past_months: fields.Months = optional("How many months back the calendars reach.", "12", 12)
    feed_future_months: fields.Months = optional("How many months ahead the calendars reach.", "12", 12)
    late_change_hours: fields.Hours = optional(
        "A change within so many hours of a session is shown on top of the site, and makes drafts to tell people; 0 for never.", "24", 24
    )
    navigation: entries.Menu = optional("The links of the menu.", "[{title: Events, to: events/}, {title: About, to: about/}]", ())
    outputs: entries.Families = optional("Which families of files are made; all of them if not given.", "[pages, sessions, calendars]", FAMILIES)
    withdrawn: fields.Pages = optional(
        "Pages of events and sessions that were published and never meant; they then say so.", "[events/old-name/2026-02-24/]", ()
    )


class EventForm(Form):
    """``events/*.md``: something with dates."""

    spellings: ClassVar[Mapping[str, str]] = {
        **AMERICAN, "host": "hosts", "tag": "tags", "price": "prices", "alias": "aliases", "time_zone": "timezone", "alt": "image_alt", "picture": "image",
        "cancelled_dates": "cancelled", "sign_up": "signup", "set_up": "setup", "pack_up": "clear_up", "tidy_up": "clear_up",
    }  # fmt: skip
    meant: ClassVar[Mapping[str, str]] = {
        "date": "start", "time": "start", "begin": "start", "begins": "start", "starts": "start", "dtstart": "start", "ends": "end", "finish": "end",
        "location": "venue", "place": "venue", "where": "venue", "address": "venue", "rrule": "repeat", "recurrence": "repeat", "repeats": "repeat",
        "frequency": "repeat", "description": "summary", "cost": "prices", "fee": "prices", "category": "kind", "type": "kind", "slug": "id",
        "count": "times", "exdate": "skip", "except": "skip", "rdate": "extra", "booking": "signup", "tickets": "signup", "register": "signup",
        "organiser": "hosts", "therapist": "hosts", "length": "duration", "places": "capacity", "seats": "capacity", "published": "publish_on",
        "booked": "taken", "link": "signup",
    }  # fmt: skip
    rivals: ClassVar[tuple[tuple[str, str], ...]] = (
        ("id", "uid"), ("end", "duration"), ("when", "start"), ("when", "end"), ("when", "duration"), ("when", "repeat"), ("when", "times"), ("when", "until"),
    )  # fmt: skip
    one_needed: ClassVar[tuple[str, ...]] = ("start", "when")
    naming: ClassVar[Mapping[str, Callable[[str], str]]] = {
        "skip": moments.name_of_days, "cancelled": moments.name_of_session, "moved": moments.name_of_session, "changed": moments.name_of_session,
        "extra": moments.name_of_session, "taken": moments.name_of_session,
    }  # fmt: skip

    title: fields.Line = required("The name people know it by.", "Tuesday Stretch Circle")
    kind: fields.Line = optional("What sort of gathering: pop-up, workshop, partner-hours, circle, class, event, or one of site.md's kinds.", "pop-up", "event")
    workshop: fields.Line = optional("The workshop file whose outline, outcomes, takeaway and follow-up it uses.", "desk-posture", "")
    start: fields.Beginning | None = optional(
        "When it begins, or the first session of a series; a day alone means whole days. Needed unless there is a 'when'.", "2026-01-06 18:00"
    )
    end: fields.Ending | None = optional("When it ends: a time, a day and a time, or the last of several whole days.", "18:45")
    duration: fields.Duration | None = optional("How long it takes, instead of 'end'.", "45 min")
    timezone: fields.Zone | None = optional("The time zone, if it is not the site's.", "Europe/London")
    repeat: fields.Line = optional(
        "How it repeats: weekly, every 2 weeks, every Tuesday and Thursday, monthly on the last Friday, daily, yearly, or RRULE:….", "weekly", ""
    )
    times: fields.Times | None = optional("How many sessions are held; skipped days do not count.", "12")
    until: fields.OneDay | None = optional("The last possible day.", "2026-03-24")
    confirmed_until: fields.OneDay | None = optional("For a series without end: the day up to which sessions are sure and published.", "2026-06-30")
    when: fields.Line = optional("All of the above as one sentence.", "Tuesdays 6pm-6:45pm from 6 Jan 2026 for 12 weeks, not 17 Feb", "")
    skip: fields.DaysOff = optional("Days without a session that were never announced, with the reason.", "{2026-02-17: half-term}", ())
    cancelled: fields.Cancellations = optional("Announced sessions that do not take place; they stay visible as cancelled.", "{2026-02-24: clinic closed}", ())
    moved: fields.Moves = optional("Sessions that take place at another time.", "{2026-03-03: 2026-03-04 19:00}", ())
    changed: entries.Changes = optional("What differs in single sessions.", "{2026-03-10: {venue: park-pavilion, note: Bring a mat}}", ())
    extra: fields.Moments = optional("Sessions besides the regular ones.", "[2026-04-07 18:00]", ())
    status: Status = optional("Of the whole event: scheduled, cancelled or postponed.", "scheduled", "scheduled")
    venue: fields.Line = optional("Where: the name of a file in venues/, or its title. Of partner hours the partner's, if not given.", "harbour-cowork", "")
    online: fields.WebAddress = optional("The address at which one takes part online.", "https://meet.example.org/stretch", "")
    hosts: fields.Words = optional("Who holds it: names of files in people/, or their titles.", "[lead-therapist]", ())
    partner: fields.Line = optional("The partner who lends the room or refers people: a file in partners/.", "harbour-gym", "")
    tags: fields.Labels = optional("Words that events share.", "[posture, desk]", ())
    neighbourhood: fields.Label = optional("The part of town, if it is not the venue's.", "Old Harbour", "")
    capacity: fields.People | None = optional("How many people can take part.", "10")
    setup: fields.Minutes | None = optional("How long before it begins the room is needed; said to the venue, never published.", "20 min")
    clear_up: fields.Minutes | None = optional("How long after its end the room is needed; said to the venue, never published.", "10 min")
    full: fields.Full = optional("Whether it is booked out: yes, or the days of the sessions that are.", "[2026-01-13]", default=False)
    taken: fields.Taken | None = optional("How many places are taken, and when that was counted.", "{2026-01-06: 7, as_of: 2026-01-05 20:00}")
    prices: entries.Prices = optional("What one pays; nothing is said if not given.", "[{name: Drop-in, amount: 0}, {name: Deeper session, amount: 15}]", ())
    signup: signup_forms.SignUp | None = optional(
        "How one signs up: an address, mailto:…, tel:…, whatsapp …, netlify, formspree …, basin …, or none.", "https://forms.example.org/stretch"
    )
    summary: fields.Line = optional("One sentence for lists and calendars.", "Three quarters of an hour for stiff shoulders.", "")
    image: fields.AssetPath = optional("A picture in assets/.", "stretch.jpg", "")
    image_alt: fields.Line = optional("What the picture shows, for those who cannot see it.", "A circle of people stretching their arms", "")
    draft: fields.YesOrNo = optional("Whether it is not ready to be published.", "no", default=False)
    publish_on: fields.OneDay | None = optional("The day from which it is published.", "2025-12-20")
    id: fields.LastingName = optional("A permanent name for calendars, so that the file may be renamed.", "tuesday-stretch", "")
    uid: fields.Uid = optional("The UID that calendars know it by already, to the letter; 'mcsite import' writes it.", "7kq6413nm5@google.com", "")
    sequence: fields.Sequence = optional("How many changes calendars had been told of under that UID.", "3", 0)
    aliases: fields.Slugs = optional("Earlier names of this file, whose addresses should still lead here.", "[old-slug]", ())

    def contradictions(self) -> Iterator[tuple[str, Misread]]:
        """A start that says its end leaves nothing for another field to say."""
        if self.start and self.start.ends is not None:
            for key in {"end", "duration"} & self.model_fields_set:
                yield key, Misread("E704", f"'start' already says when it ends, and '{key}' says it again", "keep one of the two")

    @property
    def ends(self) -> Stated | time | None:
        """The end, whether it was written by itself or together with the start."""
        return self.start.ends if self.end is None and self.start else self.end


class WorkshopForm(Form):
    """``workshops/*.md``: a repeatable format that events use again."""

    spellings: ClassVar[Mapping[str, str]] = {
        "duration": "minutes",
        "length": "minutes",
        "alt": "image_alt",
        "picture": "image",
        "description": "summary",
        "license": "licence",
    }

    title: fields.Line = required("The name of the workshop.", "Posture at the desk")
    summary: fields.Line = optional("One sentence for lists.", "Set up a desk that your neck will thank you for.", "")
    version: fields.Line = optional("Which version of the format this is.", "2.1", "")
    minutes: fields.Minutes | None = optional("How long it takes.", "45 min")
    outcomes: fields.Lines = optional("What people can do afterwards.", "[Adjust a chair, Take a two-minute break]", ())
    outline: entries.Outline = optional("What happens, step by step, with minutes.", "[5 min: arrive, 20 min: practise]", ())
    materials: fields.Lines = optional("What is needed.", "[ten mats, a skeleton]", ())
    prompt: fields.Line = optional("The question or invitation with which whoever leads opens it; for them alone.", "What did you carry this week?", "")
    if_late: fields.Lines = optional(
        "What to do when it begins late; for whoever leads it alone.", "[leave out the second round, end on time all the same]", ()
    )
    takeaway: fields.Paragraphs = optional("What people take home, as Markdown.", "Stand up when the phone rings.", "")
    follow_up: fields.Paragraphs = optional("What is written to people afterwards, as Markdown.", "How did the first week go?", "")
    stop_if: fields.Lines = optional("When to stop and ask somebody.", "[sharp pain, numbness]", ())
    reviewed: fields.OneDay | None = optional("When it was last looked over.", "2026-01-15")
    review_by: fields.OneDay | None = optional("When it should be looked over again.", "2026-03-15")
    licence: fields.Line = optional("Under which terms colleagues may run it too.", "CC BY-SA 4.0", "")
    image: fields.AssetPath = optional("A picture in assets/.", "desk.svg", "")
    image_alt: fields.Line = optional("What the picture shows, for those who cannot see it.", "A chair at the right height", "")


class LibraryForm(Form):
    """``library/*.md``: an entry of the asset library."""

    spellings: ClassVar[Mapping[str, str]] = {
        **AMERICAN, "file": "files", "tag": "tags", "lang": "language", "alt": "image_alt", "picture": "image", "description": "summary", "type": "kind",
        "author": "credit",
    }  # fmt: skip
    meant: ClassVar[Mapping[str, str]] = {"template": "fill", "merge": "fill", "each": "fill", "events": "for", "kinds": "for", "max": "limit"}

    title: fields.Line = required("The name of the entry.", "Flyer: Stretch Circle")
    kind: fields.Line = optional("What sort of thing it is.", "flyer", "")
    summary: fields.Line = optional("One sentence for lists.", "A5 flyer with room for a date.", "")
    files: fields.AssetPaths = optional("Its files in assets/.", "[flyers/stretch.pdf]", ())
    licence: fields.Line = optional("Under which terms others may use it.", "CC BY 4.0", "")
    owner: fields.Line = optional("Who looks after it: a file in people/.", "lead-therapist", "")
    credit: fields.Line = optional("Who made it.", "Drawing by Ada Moss", "")
    language: fields.Language = optional("The language it is in.", "en-GB", "")
    review_by: fields.OneDay | None = optional("When it should be looked over again.", "2026-06-30")
    tags: fields.Labels = optional("Words that entries share.", "[posture, print]", ())
    image: fields.AssetPath = optional("A picture in assets/.", "flyers/stretch.svg", "")
    image_alt: fields.Line = optional("What the picture shows, for those who cannot see it.", "The flyer, green on white", "")
    fill: EachOne = optional(
        "Makes the text below, and SVG files, a template, filled in for each coming session, or event; see 'mcsite fields merge'.", "session", ""
    )
    only: fields.Words = optional("The kinds and events that it is filled in for; all of them if not given.", "[workshop, stretch-circle]", (), key="for")
    limit: fields.Letters | None = optional("How many letters a filled text may have; a longer one is told.", "280")


class VenueForm(Form):
    """``venues/*.md``: a place where people meet."""

    spellings: ClassVar[Mapping[str, str]] = {
        **AMERICAN, "postal_code": "postcode", "zip": "postcode", "website": "url", "accessibility": "access", "opening_hours": "hours", "coordinates": "geo",
        "alt": "image_alt", "picture": "image", "description": "summary",
    }  # fmt: skip

    title: fields.Line = required("The name of the place.", "Harbour Cowork")
    address: fields.Line = optional("Street and number, and town.", "12 Quay Street, Old Harbour", "")
    postcode: fields.Line = optional("The postcode.", "AB1 2CD", "")
    neighbourhood: fields.Label = optional("The part of town.", "Old Harbour", "")
    geo: fields.Coordinates | None = optional("Latitude and longitude in degrees.", "[51.5033, -0.1196]")
    capacity: fields.People | None = optional("How many people fit in.", "14")
    hours: fields.Facts = optional("When it is open to us.", "{Tuesday: 17:30 to 20:00}", ())
    access: fields.Facts = optional("What people need to know to get in and be comfortable.", "{Step-free: yes, Seating: chairs with backs}", ())
    url: fields.WebAddress = optional("The place's own website.", "https://cowork.example.org", "")
    directions: fields.Paragraphs = optional("How to find it.", "The blue door beside the bakery.", "")
    summary: fields.Line = optional("One sentence for lists.", "A light room above the harbour.", "")
    image: fields.AssetPath = optional("A picture in assets/.", "cowork.jpg", "")
    image_alt: fields.Line = optional("What the picture shows, for those who cannot see it.", "A bright room with wooden floor", "")


class PersonForm(Form):
    """``people/*.md``: a therapist or a volunteer."""

    spellings: ClassVar[Mapping[str, str]] = {"name": "title", "mail": "email", "website": "url", "alt": "image_alt", "picture": "image", "photo": "image"}

    title: fields.Line = required("The person's name.", "Anna Weaver")
    role: fields.Line = optional("What the person does here.", "Physiotherapist", "")
    url: fields.WebAddress = optional("The person's own website.", "https://anna.example.org", "")
    email: fields.MailAddress = optional("An address of mail that may be public.", "anna@example.org", "")
    registration: fields.Line = optional("Registration with a professional body.", "HCPC PH12345", "")
    public: fields.YesOrNo = optional("Whether the person has a page on the site.", "yes", default=True)
    summary: fields.Line = optional("One sentence for lists.", "Looks after shoulders and the people attached to them.", "")
    image: fields.AssetPath = optional("A picture in assets/.", "anna.jpg", "")
    image_alt: fields.Line = optional("What the picture shows, for those who cannot see it.", "Anna, smiling, in front of a bookshelf", "")


class PartnerForm(Form):
    """``partners/*.md``: a gym, café or surgery that lends a room or refers people."""

    spellings: ClassVar[Mapping[str, str]] = {"name": "title", "website": "url", "alt": "image_alt", "picture": "image", "logo": "image"}

    title: fields.Line = required("The partner's name.", "Harbour Gym")
    venue: fields.Line = optional("The partner's own venue: a file in venues/.", "harbour-gym", "")
    url: fields.WebAddress = optional("The partner's website.", "https://gym.example.org", "")
    code: fields.LastingName = optional("A short word that marks referrals from this partner.", "gym", "")
    contact: fields.Line = optional("Whom to call; for you alone, never published.", "Sam at the front desk, 020 7946 0018", "")
    summary: fields.Line = optional("One sentence for lists.", "Lends us the studio on Thursdays.", "")
    image: fields.AssetPath = optional("A picture in assets/.", "gym.svg", "")
    image_alt: fields.Line = optional("What the picture shows, for those who cannot see it.", "The gym's entrance", "")


class TranslationForm(Form):
    """``events/stretch.de.md`` beside ``events/stretch.md``: the words of that file in another language, the text below included. All facts stay there."""

    spellings: ClassVar[Mapping[str, str]] = {**AMERICAN, "alt": "image_alt", "accessibility": "access", "glossary": "words", "name": "title"}

    title: fields.Line = optional(
        "The title in this language; needed for an event, a workshop, a page and an entry of the library.", "Dehnkreis am Dienstag", ""
    )
    summary: fields.Line = optional("One sentence for lists and calendars.", "Eine Dreiviertelstunde für steife Schultern.", "")
    image_alt: fields.Line = optional("What the picture shows.", "Ein Kreis von Menschen, die die Arme strecken", "")
    words: fields.Glossary = optional(
        "Short texts of the other file, and what they are here: reasons, notes, prices, topics. Those in site.de.md hold for all files.",
        "{clinic closed: Praxis geschlossen, Bring a mat: Bitte eine Matte mitbringen}",
        (),
    )
    outcomes: fields.Lines = optional("Of a workshop: what people can do afterwards.", "[Einen Stuhl einstellen]", ())
    outline: entries.Outline = optional("Of a workshop: what happens, step by step; the minutes are those of the other file.", "[ankommen, üben]", ())
    materials: fields.Lines = optional("Of a workshop: what is needed.", "[zehn Matten]", ())
    takeaway: fields.Paragraphs = optional("Of a workshop: what people take home, as Markdown.", "Steh auf, wenn das Telefon klingelt.", "")
    follow_up: fields.Paragraphs = optional("Of a workshop: what is written to people afterwards, as Markdown.", "Wie war die erste Woche?", "")
    stop_if: fields.Lines = optional("Of a workshop: when to stop and ask somebody.", "[stechender Schmerz]", ())
    directions: fields.Paragraphs = optional("Of a venue: how to find it.", "Die blaue Tür neben der Bäckerei.", "")
    access: fields.Facts = optional("Of a venue: what people need to know to get in.", "{Stufenlos: ja}", ())
    role: fields.Line = optional("Of a person: what they do here.", "Physiotherapeutin", "")
    description: fields.Line = optional("Of the site: one sentence about it.", "Kleine Gruppen, die unser Viertel in Bewegung halten.", "")
    consent: fields.Line = optional("Of the site: what people agree to when they send a form.", "Ihr dürft mir zu diesem Termin schreiben.", "")


TRANSLATION = "translation"
"""What ``mcsite fields`` calls a file that translates another."""


FORMS: Mapping[str, type[Form]] = {
    "site": SiteForm, "event": EventForm, "workshop": WorkshopForm, "library": LibraryForm, "venue": VenueForm, "person": PersonForm,
    "partner": PartnerForm, "page": PageForm,
}  # fmt: skip
"""The form of each kind of file."""
