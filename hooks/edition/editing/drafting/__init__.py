"""The files that `edition new` begins: what each kind says at first, its id, its rows of words and their pinyin."""

from edition.editing.drafting import begin
from edition.editing.drafting.begin import Draft
from edition.editing.drafting.files import new_file, next_steps
from edition.editing.drafting.request import RefusalError, Request

__all__ = ["Draft", "RefusalError", "Request", "begin", "new_file", "next_steps"]
