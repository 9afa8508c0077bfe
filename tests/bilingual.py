"""A small community that speaks two languages, and has not translated everything yet."""
# ruff: noqa: RUF001 - Arabic letters are Arabic

from story import Story

FILES = {
    "site.md": """\
        ---
        title: Moving Well
        base_url: https://example.org/moves/
        timezone: Europe/Berlin
        languages: [en, de]
        description: Small gatherings that keep the harbour moving.
        organiser: {name: Maren Hale, email: hello@example.org}
        kinds: {sound-bath: Sound bath}
        navigation: [{title: What is on, to: events/}, {title: First visit, to: first-visit}]
        signup: {netlify: yes, fields: [name, email, Town]}
        consent: You may write to me about this session.
        currency: EUR
        ---
        Welcome to *the harbour*. Begin with the [stretch circle](events/stretch.md), or look at ![the quay](quay.svg).
        """,
    "site.de.md": """\
        ---
        title: Gut bewegt
        description: Kleine Gruppen, die den Hafen in Bewegung halten.
        consent: Ihr dürft mir zu diesem Termin schreiben.
        words: {What is on: Programm, First visit: Erster Besuch, posture: Haltung, Old Harbour: Alter Hafen, Town: Ort, Drop-in: Offene Stunde}
        ---
        Willkommen *am Hafen*. Beginnt mit dem [Dehnkreis](events/stretch.de.md), oder seht ![den Kai](quay.svg).
        """,
    "events/stretch.md": """\
        ---
        title: Tuesday Stretch Circle
        kind: circle
        workshop: desk
        start: 2026-01-06 18:00
        end: 18:45
        repeat: weekly
        times: 6
        skip: {2026-01-27: half-term}
        cancelled: {2026-01-20: clinic closed}
        changed: {2026-02-03: {title: Outdoors, note: Bring a mat}}
        venue: cowork
        hosts: [maren]
        partner: gym
        tags: [posture, breath]
        prices: [{name: Drop-in, amount: 5}]
        capacity: 10
        summary: Three quarters of an hour for stiff shoulders.
        aliases: [old-circle]
        ---
        Come "as you are". [What to expect](../pages/first-visit.md#what-to-bring)
        """,
    "events/stretch.de.md": """\
        ---
        title: Dehnkreis am Dienstag
        summary: Eine Dreiviertelstunde für steife Schultern.
        words: {clinic closed: Praxis geschlossen, half-term: Schulferien, Outdoors: Im Freien, Bring a mat: Bitte eine Matte mitbringen}
        ---
        Komm "wie du bist". [Was dich erwartet](../pages/first-visit.de.md#was-du-brauchst)
        """,
    "events/sound.md": """\
        ---
        title: Gongs by the Water
        kind: sound-bath
        start: 2026-02-14 19:00
        end: 20:00
        venue: park
        hosts: [maren]
        summary: An hour of listening.
        signup: none
        ---
        Lie down & listen.
        """,
    "events/last-year.md": "title: Last Year\nstart: 2025-11-04 18:30\nend: 19:30\nvenue: cowork",
    "workshops/desk.md": """\
        ---
        title: Posture at the Desk
        minutes: 45
        summary: Set up a desk that your neck will thank you for.
        outcomes: [Adjust a chair]
        outline: ["5 min: arrive", "20 min: practise"]
        materials: [ten mats]
        takeaway: Stand up when the phone rings.
        stop_if: [sharp pain]
        ---
        A desk is not a bench.
        """,
    "workshops/desk.de.md": """\
        ---
        title: Haltung am Schreibtisch
        summary: Ein Schreibtisch, für den der Nacken dankt.
        outcomes: [Einen Stuhl einstellen]
        outline: [ankommen, üben]
        materials: [zehn Matten]
        takeaway: Steh auf, wenn das Telefon klingelt.
        stop_if: [stechender Schmerz]
        ---
        Ein Tisch ist keine Werkbank.
        """,
    "venues/cowork.md": """\
        ---
        title: Harbour Cowork
        address: Kai 12
        postcode: "20457"
        neighbourhood: Old Harbour
        geo: [53.54, 9.98]
        access: {Step-free: yes}
        directions: The blue door beside the bakery.
        ---
        A light room.
        """,
    "venues/cowork.de.md": """\
        ---
        access: {Stufenlos: ja}
        directions: Die blaue Tür neben der Bäckerei.
        ---
        Ein heller Raum.
        """,
    "venues/park.md": "title: Park Pavilion\naddress: Park 1\nneighbourhood: Old Harbour\ndirections: Behind the pond.",
    "people/maren.md": "---\ntitle: Maren Hale\nrole: Physiotherapist\n---\nShe listens.",
    "people/maren.de.md": "---\nrole: Physiotherapeutin\n---\nSie hört zu.",
    "partners/gym.md": "title: Harbour Gym\nvenue: cowork\nsummary: Lends us the studio.",
    "library/card.md": "---\ntitle: Desk card\nkind: card\nfiles: [card.txt]\nlicence: CC BY 4.0\n---\nPrint it.",
    "pages/first-visit.md": "---\ntitle: Your first visit\n---\n## What to bring\n\nNothing. It is [near](../venues/cowork.md).",
    "pages/first-visit.de.md": "---\ntitle: Dein erster Besuch\n---\n## Was du brauchst\n\nNichts. Es ist [nah](../venues/cowork.md).",
    "pages/privacy.md": "---\ntitle: Your data\n---\nWe keep little.",
    "assets/quay.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><path d="M0 15h40v5H0z"/></svg>',
    "assets/card.txt": "Stand up.\n",
}


def found_bilingual_town(site: Story) -> Story:
    """Put the town into a site's folder."""
    for path, content in FILES.items():
        site.write(path, content)
    return site


def in_arabic(site: Story) -> Story:
    """The same town with Arabic in the place of German; of what it says, only the stretch circle and the welcome are translated."""
    for path in FILES:
        if path.endswith(".de.md"):
            site.remove(path)
    site.path("site.md").write_text(site.path("site.md").read_text("utf-8").replace("[en, de]", "[en, ar]"), "utf-8")
    site.write(
        "site.ar.md",
        "---\ntitle: حركة سليمة\ndescription: لقاءات صغيرة قرب الميناء.\nwords: {What is on: البرنامج, First visit: أول زيارة}\n---\nأهلاً بكم في *الميناء*.",
    )
    return site.write("events/stretch.ar.md", "---\ntitle: حلقة الإطالة يوم الثلاثاء\nsummary: خمس وأربعون دقيقة للأكتاف المتيبسة.\n---\nتعالوا كما أنتم.")
