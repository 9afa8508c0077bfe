"""Pictures that a field names: a file in ``assets/`` with its size, and words for those who cannot see it."""

from __future__ import annotations
