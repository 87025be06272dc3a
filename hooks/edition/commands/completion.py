"""`edition completion SHELL`: what lets a shell complete the command's words, and the ids of sources and sections."""

from __future__ import annotations

import argparse
from argparse import Action, ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Iterable, Sequence
from pathlib import Path

from edition.model import Source
from edition.reading import ANNOTATIONS, read_sections

WHAT = "print what lets a shell complete this command"
EXAMPLES = ("source <(edition completion bash)", "source <(edition completion zsh)", "edition completion fish | source")
MORE = """\
Write the line into ~/.bashrc, ~/.zshrc (after compinit) or ~/.config/fish/config.fish; “edition” then is completed
wherever it lies, as .venv/bin/edition, too.
"""

_SCRIPTS = {
    "bash": """\
_edition() {
  local IFS=$'\\n'
  COMPREPLY=($("${COMP_WORDS[0]}" completion answer -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _edition edition
""",
    "zsh": """\
_edition() {
  local -a found
  found=("${(@f)$("${words[1]}" completion answer -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "${found[*]}" ]]; then compadd -a found; else _files; fi
}
compdef _edition edition
""",
    "fish": """\
function __edition
  set -l said (commandline -opc)
  $said[1] completion answer -- $said[2..] (commandline -ct) 2>/dev/null
end
complete -c edition -a '(__edition)'
""",
}


def takes(parser: ArgumentParser) -> None:
    parser.add_argument("shell", choices=(*_SCRIPTS, "answer"), metavar="SHELL", help="bash, zsh or fish")
    parser.add_argument("said", nargs="*", default=[], help=argparse.SUPPRESS)
    parser.set_defaults(needs_edition=False)


def run(arguments: Namespace) -> int:
    if arguments.shell == "answer":
        print("\n".join(candidates(arguments.parser, arguments.said or [""], arguments.root)))
    else:
        print(_SCRIPTS[arguments.shell], end="")
    return 0


def candidates(parser: ArgumentParser, said: Sequence[str], root: Path) -> list[str]:
    """What the last of the words may become, after those before it; nothing where it is anything, such as a file."""
    *before, last = said
    places = _positional(parser)
    awaited: Action | None = None
    for one in before:
        option = parser._option_string_actions.get(one)
        if option or one.startswith("-"):
            awaited = option if option and option.nargs != 0 else None
        elif awaited:
            awaited = awaited if awaited.nargs in ("*", "+") else None
        elif places:
            place = places[0]
            if isinstance(place, _SubParsersAction):
                if one not in place.choices:
                    return []
                parser = place.choices[one]
                places = _positional(parser)
            elif place.nargs not in ("*", "+"):
                places = places[1:]
    if last.startswith("-"):
        return _beginning(last, parser._option_string_actions)
    wanted = awaited or (places[0] if places else None)
    return _beginning(last, _values(wanted, root)) if wanted else []


def _positional(parser: ArgumentParser) -> list[Action]:
    return [action for action in parser._actions if not action.option_strings]


def _beginning(start: str, names: Iterable[str]) -> list[str]:
    return sorted(name for name in names if name.startswith(start))


def _values(place: Action, root: Path) -> Iterable[str]:
    if place.choices:
        return [str(choice) for choice in place.choices if choice != "answer"]
    if place.dest in ("source", "only"):
        return [path.stem for path in (root / ANNOTATIONS / Source.folder).glob("*.yml")]
    if place.dest == "section":
        return [section.slug for section in read_sections(root, [])]
    return []
