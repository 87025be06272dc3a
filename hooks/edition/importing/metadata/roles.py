"""What somebody is, as a line says it in place of who: no name of an author."""

from __future__ import annotations

import re

ROLE = re.compile(
    r"(?:corresponsal|enviad[oa]s? especial(?:es)?|redactor[ae]?s?|correspondant|envoyée? spéciale?|korrespondent\w*|"
    r"correspondent|corrispondente|inviat[oa]|correspondente|korespondent\w*|kontributor|корреспондент\w*)\b.*|"
    r"(?:[\w-]+\s)*(?:\w*redakt(?:eur|ör|ør)(?:e?in)?|\w*korrespondent(?:in)?|(?:freie\w*|science|senior|staff|"
    r"chief)\s(?:\w+\s)?"
    r"(?:journalist(?:in)?|writer|reporter|editor|correspondent|producer)|columnist|contributor|kolumnist(?:in)?|"
    r"editor-in-chief|"
    r"(?:[\w-]+\s){1,3}(?:writer|reporter|correspondent|editor)|"
    r"rédact(?:eur|rice) en chef|gazeteci|muhabir[i]?|обозреватель|журналист(?:ка)?|колумнист)",
    re.I,
)
"""What a reporter is, and where."""
OFFICE = re.compile(
    r"(?:Διευθυντ[ήρ]\w*|Πρόεδρος|Директор|Председатель|Müdürü?|Başkanı?|Directora?|Direttore|Direktor(?:in)?)\b.*|"
    r"(?:Promotora?|Procuradora?|Professora?|Juíza?|Defensora?|Advogad[oa]) d[aeo]s?\b.*|"
    r".*\b(?:Developer|Engineer|Designer|Analyst|Scrum Master|[Cc]o-?[Ff]ounder|CEO|CTO|CFO)\b.*"
)
"""What others are: of an office, of a firm."""
