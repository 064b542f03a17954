"""Turn OCR'd texts into scholarly digital editions, by stand-off records over an immutable source."""

__version__ = "0.1.0"
