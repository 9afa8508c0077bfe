"""Everything that a placeholder of a template can say, with what it means: the contract with those who write templates.

``mcsite fields merge`` prints it. What each word is for a certain session, ``render.merge_values`` works out.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One name, what it means, and what it may become. ``link``: an address, which may stand where a link leads."""

    name: str
    description: str
    example: str
    link: bool = False

    @property
    def of_a_session(self) -> bool:
        """Whether only templates that are filled for sessions can say it."""
        return self.name.startswith("session.")


WORDS = (
    Word("session.title", "What the session is called: as the event, unless 'changed' says otherwise.", "Tuesday Stretch Circle"),
    Word("session.when", "Day and hours in full.", "Tuesday 12 January 2027, 18:00–18:45"),
    Word("session.date", "The day in full.", "Tuesday 12 January 2027"),
    Word("session.short_date", "The day in short.", "Tue 12 Jan"),
    Word("session.day", "The day of the week.", "Tuesday"),
    Word("session.time", "From when to when; a whole day has none.", "18:00–18:45"),
    Word("session.starts", "When it begins; a whole day has none.", "18:00"),
    Word("session.place", "The name of the venue, or that it is online.", "Quayside Works"),
    Word("session.address", "The venue with its address and postcode, in one line.", "Quayside Works, 3 Ropewalk, WR4 1AB"),
    Word("session.online", "The address at which one takes part online.", "https://meet.example.org/stretch", link=True),
    Word("session.price", "What it costs; prices for members alone are not in it.", "Drop-in £5"),
    Word("session.seats", "For how many there is room, or that it is fully booked; never how many places are left, which goes out of date.", "Room for 10."),
    Word("session.number", "Which of the series it is.", "3 of 12"),
    Word("session.summary", "The sentence for lists.", "Three quarters of an hour for stiff shoulders."),
    Word("session.note", "What is different this time, the 'note' of 'changed'.", "Bring a mat"),
    Word("session.status", "Whether it takes place, was moved, is postponed or cancelled. Sessions that do not take place are left out of templates "
         "that do not say it.", "Takes place"),
    Word("session.reason", "Why it is cancelled, postponed or moved.", "clinic closed"),
    Word("session.link", "The address of its page.", "https://example.org/events/stretch/2027-01-12/", link=True),
    Word("session.next", "When the one after it takes place.", "Tuesday 19 January 2027, 18:00–18:45"),
    Word("event.title", "The name of the event.", "Tuesday Stretch Circle"),
    Word("event.kind", "What sort of gathering it is.", "Circle"),
    Word("event.summary", "The event's sentence for lists.", "Three quarters of an hour for stiff shoulders."),
    Word("event.next", "When the next session takes place.", "Tuesday 12 January 2027, 18:00–18:45"),
    Word("event.dates", "The next sessions in short, six at most.", "Tue 12 Jan, 18:00 · Tue 19 Jan, 18:00"),
    Word("event.place", "The name of the venue, or that it is online.", "Quayside Works"),
    Word("event.address", "The venue with its address and postcode, in one line.", "Quayside Works, 3 Ropewalk, WR4 1AB"),
    Word("event.price", "What it costs; prices for members alone are not in it.", "free"),
    Word("event.neighbourhood", "The part of town.", "Old Harbour"),
    Word("event.partner", "With whom it is held.", "Anchor Gym"),
    Word("event.link", "The address of its page.", "https://example.org/events/stretch/", link=True),
    Word("event.short_link", "A short address that leads to the sign-up of the next session, or, where nobody signs up, that of its page.",
         "https://example.org/s/stretch/", link=True),
    Word("signup.link", "Where one signs up, on the site.", "https://example.org/events/stretch/2027-01-12/#signup", link=True),
    Word("signup.contact", "Where one signs up, to be read: an address of mail or of the web, or a number.", "hello@example.org"),
    Word("venue.name", "The name of the venue.", "Quayside Works"),
    Word("venue.address", "Street, number and town.", "3 Ropewalk, Wrenmouth"),
    Word("venue.postcode", "The postcode.", "WR4 1AB"),
    Word("venue.directions", "How to find it.", "The blue door beside the bakery."),
    Word("venue.link", "The address of the venue's page.", "https://example.org/venues/quayside-works/", link=True),
    Word("host.name", "Who holds it; of several all names. People who say 'public: no' are never named.", "Bea Okafor and Tom Ashdown"),
    Word("host.role", "What the first of them does.", "Physiotherapist"),
    Word("host.registration", "Where the first of them is registered.", "HCPC PH12345"),
    Word("host.link", "The address of the page of the first of them.", "https://example.org/people/bea-okafor/", link=True),
    Word("site.title", "The name of the site.", "Harbour Hands"),
    Word("site.description", "The sentence about the site.", "Small groups that keep our part of town moving."),
    Word("site.link", "The address of the site.", "https://example.org/", link=True),
    Word("site.calendar", "The address at which one follows the calendar.", "https://example.org/subscribe/", link=True),
    Word("organiser.name", "Who answers for the site.", "Harbour Hands, Maren Hale"),
    Word("organiser.email", "The organiser's address of mail.", "hello@example.org"),
    Word("organiser.phone", "The organiser's number.", "020 7946 0018"),
    Word("organiser.link", "The organiser's own website.", "https://hands.example.org/", link=True),
    Word("organiser.registration", "Where the organiser is registered.", "Guild of Hands-on Therapists, member 0412"),
)  # fmt: skip
"""All of them, in the order in which they are explained."""

MEANT = {
    "session.url": "session.link", "session.page": "session.link", "session.venue": "session.place", "session.where": "session.place",
    "session.location": "session.address", "session.start": "session.starts", "session.begins": "session.starts", "session.hours": "session.time",
    "session.weekday": "session.day", "session.cost": "session.price", "session.prices": "session.price", "session.capacity": "session.seats",
    "session.places": "session.seats", "session.host": "host.name", "session.hosts": "host.name", "session.signup": "signup.link",
    "session.short_link": "event.short_link", "session.name": "session.title", "session.kind": "event.kind", "session.description": "session.summary",
    "event.url": "event.link", "event.venue": "event.place", "event.when": "event.next", "event.date": "event.next", "event.name": "event.title",
    "event.description": "event.summary", "event.host": "host.name", "event.hosts": "host.name", "event.cost": "event.price", "event.signup": "signup.link",
    "venue.title": "venue.name", "venue.url": "venue.link", "venue.neighbourhood": "event.neighbourhood", "host.title": "host.name", "host.url": "host.link",
    "site.name": "site.title", "site.url": "site.link", "organiser.url": "organiser.link", "organizer.name": "organiser.name",
    "organizer.email": "organiser.email", "organizer.phone": "organiser.phone", "organiser.mail": "organiser.email", "title": "event.title",
    "when": "session.when", "date": "session.date", "time": "session.time", "place": "session.place", "venue": "session.place", "link": "session.link",
    "url": "session.link", "price": "session.price", "name": "event.title", "summary": "event.summary", "host": "host.name", "signup": "signup.link",
}  # fmt: skip
"""What is meant by words that are none, where it does not show in their letters."""
