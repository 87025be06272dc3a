"""The files that `edition new` begins: what each kind says at first, its id, its rows of words and their pinyin."""

from edition.editing.drafting import begin
from edition.editing.drafting.begin import Draft
from edition.editing.drafting.drafts import Plain
from edition.editing.drafting.request import RefusalError, Request
from edition.editing.drafting.same_words import of_same_words
from edition.editing.drafting.spelling import propose_id

__all__ = ["Draft", "Plain", "RefusalError", "Request", "begin", "of_same_words", "propose_id"]
