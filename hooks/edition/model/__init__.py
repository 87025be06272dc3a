"""What an edition is made of: frozen records, each keeping the place of its fields.

The field names are those of the YAML files (W3C Web Annotation for targets, schema.org ClaimReview
for checks, TEI for variants, CSL for sources). The records carry their own documentation, from which
`reading` makes the validator and the JSON Schemas. A kind of note is one class in `notes`, listed in `FOLDERS`.
"""

from edition.model.documents import Claim, Manifest, Source, Witness
from edition.model.edition import FOLDERS, Edition, kinds
from edition.model.fields import (  # fmt: skip
    FUZZY,
    LONGEST,
    NO_DATE,
    NOT_FOUND,
    RATINGS,
    STATUS,
    BioId,
    BioKind,
    CorrectionKind,
    Date,
    Day,
    Document,
    FactCheckId,
    Markdown,
    Position,
    Quote,
    Rating,
    Record,
    Register,
    Row,
    SourceId,
    SourceType,
    Stance,
    Status,
    Text,
    Url,
    earlier_names,
    is_required,
    values_in,
)
from edition.model.notes import Bio, FactCheck, Gloss, Note, Variant
from edition.model.parts import Correction, Event, Evidence, Fuzzy, Reading, Review, Target
from edition.model.sections import (
    EntryT,
    Interlinear,
    InterlinearParagraph,
    ParagraphEntry,
    SectionEntries,
    TranslatedParagraph,
    Translation,
    Word,
)

__all__ = [
    "FOLDERS", "FUZZY", "LONGEST", "NOT_FOUND", "NO_DATE", "RATINGS", "STATUS", "Bio", "BioId", "BioKind",
    "Claim", "Correction", "CorrectionKind", "Date", "Day", "Document", "Edition", "EntryT", "Event",
    "Evidence", "FactCheck", "FactCheckId", "Fuzzy", "Gloss", "Interlinear", "InterlinearParagraph", "Manifest",
    "Markdown", "Note", "ParagraphEntry", "Position", "Quote", "Rating", "Reading", "Record", "Register",
    "Review", "Row", "SectionEntries", "Source", "SourceId", "SourceType", "Stance", "Status", "Target", "Text",
    "TranslatedParagraph", "Translation", "Url", "Variant", "Witness", "Word", "earlier_names", "is_required", "kinds",
    "values_in",
]  # fmt: skip
