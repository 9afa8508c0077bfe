"""The only doors to the libraries that draw: prose (markdown, nh3), pages (jinja2), calendars (icalendar), pictures (pillow)."""
