"""What Jinja makes of templates, ours and a host's: kept for every later renderer, and on the disk for every build."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError
from types import CodeType

from jinja2 import Environment, FileSystemBytecodeCache, __version__
from jinja2.bccache import Bucket


class CompiledTemplates(FileSystemBytecodeCache):
    """Stand where Python keeps the modules that it has compiled; where it may keep none, nothing is written.

    What Jinja works out while it compiles is kept as well, so that no filter of ours may be asked of a constant alone.
    """

    def __init__(self) -> None:
        super().__init__(str(Path(cache_from_source(__file__)).parent), "%s.template")
        self._code: dict[str, CodeType | None] = {}

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The place of a template, known by its text and by all else that what is made of it rests on."""
        settings = environment.trim_blocks, environment.lstrip_blocks, environment.autoescape
        rest = __version__, settings, sorted(environment.extensions)
        return super().get_bucket(environment, name, filename, f"{rest}{source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get(bucket.key + bucket.checksum)
        if bucket.code is None:
            with suppress(OSError, EOFError, ValueError, UnpicklingError):
                super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key + bucket.checksum] = bucket.code
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)


COMPILED = CompiledTemplates()
