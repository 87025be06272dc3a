"""What notes are made of: targets, events, evidence, corrections, readings."""

from __future__ import annotations

from dataclasses import dataclass

from edition.model.fields import (
    BioId,
    CorrectionKind,
    Date,
    Day,
    Quote,
    Record,
    SourceId,
    Stance,
    Text,
    named,
    optional,
    required,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Record):
    """A passage of the article, as the W3C's TextQuoteSelector."""

    exact: Quote = required("The article's own words, exactly.")
    section: Text = optional("The section's slug; may be left out where the quote is unique in the edition.")
    prefix: Quote = optional("The words just before, where `exact` stands more than once.")
    suffix: Quote = optional("The words just after, where `exact` stands more than once.")
    english: Text = optional("The words of the translation that say the same; a verdict's sign stands behind them.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """Something dated that happened, with its sources."""

    date: Date = required("When, such as 2026-01-05, 2026-01 or 2026.")
    text: Text = required("What happened, in one sentence.")
    sources: tuple[SourceId, ...] = required("Ids of sources.")
    left: BioId = optional("Id of the bio of what the person left with this event.")
    member_of: BioId = optional("Id of the bio of what this event shows the person to belong to at its date.")
    joined: BioId = optional("Id of the bio of what the person joined or founded with this event.")
    joined_name: Text = optional("The name of what the person joined or founded, where it has no bio.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """What one source shows about a claim."""

    source: SourceId = required("Id of a source.")
    stance: Stance = required("Whether it supports or contradicts the claim, or gives context.")
    note: Text = optional("What it shows, in a line.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Record):
    """What was mended in the open, once readers could have seen it otherwise."""

    date: Day = required("The day on which it was mended.")
    kind: CorrectionKind = required(
        "A verdict that changed, a fact that was wrong, a text that was made clearer, or a note that no longer holds."
    )
    from_: Text = named("from", "What stood before; for a verdict, the rating that it was.")
    to: Text = optional("What stands now; for a verdict, the rating that it became.")
    text: Text = required("What was wrong and why it changed, in a sentence for readers.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Record):
    """A second reading, by somebody else than the writer."""

    date: Day = required("The day of the second reading.")
    by: Text = optional("Who read it, where they want to be named: another person than the one who wrote it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fuzzy(Record):
    """Left behind when the article's words changed, until somebody has looked (as in gettext's catalogues)."""

    was: Text = required("The words, or the paragraph around them, as they were; what is the same is cut short.")
    checked: Day = optional("For a fact check: its `checked` when the words changed; a later one ends this.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Record):
    """What a witness has at the place."""

    witness: Text = required("The witness's siglum, as in edition.yml.")
    text: Text = optional("Its words.")
    omits: bool = optional("Whether it lacks the words.", False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoting(Record):
    """What rests on words of the article, and may outlive them."""

    @property
    def is_fuzzy(self) -> bool:
        """Whether the words that it quotes, or their paragraph, have changed and nobody has looked since."""
        return self.fuzzy is not None

    @property
    def fuzzy(self) -> Fuzzy | None:
        """What stands there of words that have changed; what quotes has a field for it."""
        return None
