"""A page whose last lines may bear calls, with notes at its foot, for tests of what OCR does to both."""

BODY = (
    "be asleep too, as the whole of the valley was by that hour, for",
    "the carters came by night over the bridge and paid no toll to",
    "anybody, so that the keeper of the hens went to bed before the",
    "sun had gone, and the old men who settled the price of cloth{}",
    "found nobody awake who could have told them what a bale cost{}",
    "in the plain, where the weavers of the lower mill were said to{}",
)


def page(*calls, foot=(), blank="\n"):
    """A page of six lines that runs on into the next, the signs of its calls and the notes at its foot."""
    calls = [*calls, "", "", ""]
    lines = [*BODY[:3], *(line.format(call) for line, call in zip(BODY[3:], calls, strict=False))]
    return "\n".join(lines) + "\n" + (blank + "\n".join(foot) + "\n" if foot else "")
