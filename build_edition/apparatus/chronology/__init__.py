"""The chronology: what the works' own chronologies say, as data, joined with the events that the editors know."""

from build_edition.apparatus.chronology.dates import PrintedDate, parse
from build_edition.apparatus.chronology.entries import DatedEntry, dated_entries
from build_edition.apparatus.chronology.named_days import link_days
from build_edition.apparatus.chronology.timeline import TimelineEntry, span_of, timeline

__all__ = [
    "DatedEntry",
    "PrintedDate",
    "TimelineEntry",
    "dated_entries",
    "link_days",
    "parse",
    "span_of",
    "timeline",
]
