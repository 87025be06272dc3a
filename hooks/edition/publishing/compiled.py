"""What Jinja makes of the templates: kept for every later renderer, and on the disk for every later build."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from itertools import chain
from pathlib import Path
from pickle import UnpicklingError
from types import CodeType
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, Undefined, __version__
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator
from jinja2.nodes import CondExpr, Const, Impossible, Node, TemplateData
from markupsafe import Markup, escape


class CompiledTemplates(FileSystemBytecodeCache):
    """Stand where Python keeps the modules that it has compiled; where it may keep none, nothing is written."""

    def __init__(self) -> None:
        super().__init__(str(Path(cache_from_source(__file__)).parent), "%s.template")
        self._code: dict[str, CodeType | None] = {}

    def serve(self, environment: Environment) -> Environment:
        """The environment, whose templates are kept from now on."""
        environment.bytecode_cache = self
        environment.optimized = False
        environment.as_html = _as_html  # type: ignore[attr-defined]
        environment.code_generator_class = _AsWritten
        return environment

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The place of a template, known by its text and by all else that what is made of it rests on."""
        settings = [item for item in vars(environment).items() if isinstance(item[1], str | bool)]
        asked = chain(environment.filters.items(), environment.tests.items())
        handed = [(known, made.jinja_pass_arg.name) for known, made in asked if hasattr(made, "jinja_pass_arg")]
        rests_on = (
            __version__,
            environment.autoescape,
            environment.undefined,
            settings,
            handed,
            [*environment.extensions],
        )
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


class _AsWritten(CodeGenerator):
    """Asks no filter while it compiles: what is made of a constant then would outlive the filter. What is HTML already
    is written as it stands, where Jinja would make HTML of it once more; and what is not said, without a word on why.
    """

    def _output_child_to_const(self, node: Any, *arguments: Any) -> str:
        if not isinstance(node, TemplateData | Const):
            raise Impossible
        return super()._output_child_to_const(node, *arguments)

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if self.environment.undefined is Undefined:
            _say_nothing(node)
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("(" if _is_plain(node) else "environment.as_html(")
        else:
            super()._output_child_pre(node, frame, finalize)


def _say_nothing(node: Node) -> None:
    """Let what stands in braces with an `if` and no `else` be nothing, where Jinja would write why it is nothing."""
    while isinstance(node, CondExpr):
        node.expr2 = node.expr2 or Const("")
        node = node.expr2


def _is_plain(node: Node) -> bool:
    """Whether all that this can come to is text of the template's own that is HTML as it stands."""
    if isinstance(node, CondExpr) and node.expr2:
        return _is_plain(node.expr1) and _is_plain(node.expr2)
    return isinstance(node, Const) and isinstance(node.value, str) and escape(node.value) == node.value


def _as_html(value: object) -> Markup:
    return value if type(value) is Markup else escape(value)


COMPILED = CompiledTemplates()
