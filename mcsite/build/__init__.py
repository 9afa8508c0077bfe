"""From artifacts to files: what differs is made, what is made is published as one whole generation.

``artifact`` is the value that outputs yield; ``fingerprint`` tells whether its inputs differ from last time; ``manifest``
remembers; ``workers`` share the making between processes; ``publish`` exchanges the folders in one step.
"""
