"""Notes rewritten without disturbing what stands beside: after a change of the text, or where one answer is right."""

from edition.editing.fix import fix
from edition.editing.outcomes import Applied, Change, Outcome, OutcomeKind, apply_outcomes
from edition.editing.reanchor import reanchor
from edition.editing.yaml_edit import CannotEdit, assign

__all__ = [
    "Applied", "CannotEdit", "Change", "Outcome", "OutcomeKind", "apply_outcomes", "assign", "fix", "reanchor",
]  # fmt: skip
