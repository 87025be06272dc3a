"""What Jinja makes of the templates: kept for every later renderer, and on the disk for every later build."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from itertools import chain
from pathlib import Path
from pickle import UnpicklingError
from types import CodeType

from jinja2 import Environment, FileSystemBytecodeCache, Undefined, __version__, pass_eval_context
from jinja2.bccache import Bucket


class CompiledTemplates(FileSystemBytecodeCache):
    """Stand where Python keeps the modules that it has compiled; where it may keep none, nothing is written."""

    def __init__(self) -> None:
        super().__init__(str(Path(cache_from_source(__file__)).parent), "%s.template")
        self._code: dict[str, CodeType | None] = {}

    def serve(self, environment: Environment) -> Environment:
        """The environment, whose templates are kept from now on."""
        environment.bytecode_cache = self
        environment.optimized = False
        environment.finalize = environment.finalize or _as_it_is
        return environment

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The place of a template, known by its text and by all else that what is made of it rests on."""
        settings = [item for item in vars(environment).items() if isinstance(item[1], str | bool)]
        asked = chain(environment.filters.items(), environment.tests.items(), [("", environment.finalize)])
        handed = [(known, made.jinja_pass_arg.name) for known, made in asked if hasattr(made, "jinja_pass_arg")]
        rests_on = __version__, environment.autoescape, settings, [*environment.extensions], handed
        return super().get_bucket(environment, name, filename, f"{rests_on}{source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get(bucket.key + bucket.checksum)
        if bucket.code is None:
            with suppress(OSError, EOFError, ValueError, UnpicklingError):
                super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key + bucket.checksum] = bucket.code
        # Others' extensions change, and do not say so.
        is_known = all(name.startswith("jinja2.") for name in bucket.environment.extensions)
        if is_known and not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)


@pass_eval_context
def _as_it_is(_: object, value: object) -> object:
    """What a template fills in; nothing, at once, where it is not there, of which Jinja would first ask whether it is
    HTML.

    Since this is asked in the template's context, no filter is asked of a constant while the template is compiled:
    what it said then would outlive it.
    """
    return "" if type(value) is Undefined else value


COMPILED = CompiledTemplates()
