"""What an edition is made of: frozen records, each keeping the place of its fields.

The field names are those of the YAML files (W3C Web Annotation for targets, schema.org ClaimReview
for checks, TEI for variants, CSL for sources). The records carry their own documentation, from which
`reading` makes the validator and the JSON Schemas. A kind of note is one class in `notes`, listed in `FOLDERS`.
"""

from edition.model.by_section import (
    EntryT,
    Interlinear,
    InterlinearParagraph,
    ParagraphEntry,
    SectionEntries,
    TranslatedParagraph,
    Translation,
    Word,
)
from edition.model.documents import Claim, Manifest, Source, Witness
from edition.model.edition import ANNOTATIONS, FOLDERS, Edition, kinds
from edition.model.fields import (  # fmt: skip
    LONGEST,
    NO_DATE,
    NOT_FOUND,
    PLACEHOLDER,
    RATINGS,
    BioId,
    BioKind,
    CorrectionKind,
    Document,
    Markdown,
    Position,
    Quote,
    Rating,
    Record,
    Register,
    Row,
    SourceId,
    Stance,
    Text,
    is_required,
    values_in,
)
from edition.model.notes import Bio, FactCheck, Gloss, Note, Variant
from edition.model.parts import Correction, Event, Evidence, Fuzzy, Reading, Target

__all__ = [
    "ANNOTATIONS", "FOLDERS", "LONGEST", "NOT_FOUND", "NO_DATE", "PLACEHOLDER", "RATINGS", "Bio", "BioId", "BioKind",
    "Claim", "Correction", "CorrectionKind", "Document", "Edition", "EntryT", "Event",
    "Evidence", "FactCheck", "Fuzzy", "Gloss", "Interlinear", "InterlinearParagraph", "Manifest",
    "Markdown", "Note", "ParagraphEntry", "Position", "Quote", "Rating", "Reading", "Record", "Register",
    "Row", "SectionEntries", "Source", "SourceId", "Stance", "Target", "Text",
    "TranslatedParagraph", "Translation", "Variant", "Witness", "Word", "is_required", "kinds",
    "values_in",
]  # fmt: skip
