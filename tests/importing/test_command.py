"""`edition import` as an editor uses it: a folder that builds at once."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

from edition.commands import main
from tests.hosts import build, run_module
from tests.html import broken_links, parse

ARTICLES = Path(__file__).parent / "articles"


@pytest.fixture(scope="module", params=["ferry.html", "clock.txt"])
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new edition as it is written."""
    into = tmp_path_factory.mktemp("import") / "new"
    assert main(["import", str(ARTICLES / request.param), "--into", str(into)]) == 0
    return into


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    """The new edition, to be worked on."""
    return shutil.copytree(project, tmp_path / "copy")


def checked(project: Path) -> subprocess.CompletedProcess[str]:
    return run_module("edition.commands", "check", cwd=project)


def test_the_new_edition_checks_and_builds_and_all_its_links_lead_somewhere(project: Path, tmp_path: Path) -> None:
    done = checked(project)
    assert done.returncode == 0, done.stdout + done.stderr
    done = build(project, tmp_path)
    assert done.returncode == 0, done.stderr
    assert list(broken_links(tmp_path)) == []
    shown = "".join(path.read_text(encoding="utf-8") for path in tmp_path.glob("article/*/index.html"))
    assert {"example-bio", "example-check", "example-gloss"} <= set(re.findall(r'id="note-([^"]+?)(?:--\d+)?"', shown))
    home = parse((tmp_path / "index.html").read_text(encoding="utf-8"))
    files = [project / "annotations/edition.yml", *project.glob("docs/article/*.md")]
    title, *titles = (re.search(r'^title: "(.*)"', path.read_text(encoding="utf-8"), re.M)[1] for path in files)  # type: ignore[index]
    telling = [
        item.get("class", "") for item in home.iter() if item.tag in ("h1", "p") and title in "".join(item.itertext())
    ]
    assert [name for name in telling if "on-paper" not in name] == ["byline"]
    contents = next(item for item in home.iter("ol") if item.get("class") == "contents")
    assert [sum(one in "".join(part.itertext()) for item in contents for part in item)
            for one in titles] == [1] * len(titles)  # fmt: skip


def test_how_to_contribute_is_told_as_in_this_edition(project: Path, root: Path) -> None:
    """The composer first, then a file, and the command that begins one; nothing of this edition's own notes."""
    ours, theirs = ((folder / "docs/contributing.md").read_text(encoding="utf-8") for folder in (root, project))
    heads = [re.findall(r"^## (.*)$", text, re.M) for text in (ours, theirs)]
    assert heads[1] == [head for head in heads[0] if head != "Another edition"]
    for told in (
        "*Bio*, *Fact check* or *Gloss*",
        "*Propose on ",
        "*Send as an issue*",
        "*Copy*",
        "edition new",
    ):
        assert told in ours
        assert told in theirs
    assert "--8<--" not in theirs
    assert len(theirs) < len(ours)


def test_where_no_title_was_found_none_is_shown(tmp_path: Path) -> None:
    source = tmp_path / "bare.txt"
    source.write_text("The ferry left at noon, and nobody waved.\nIt will not come back, they say.\n", encoding="utf-8")
    assert main(["import", str(source), "--into", str(tmp_path / "new")]) == 0
    configuration = (tmp_path / "new/mkdocs.yml").read_text(encoding="utf-8")
    assert re.findall("^site_name: (.*?) #", configuration, re.M) == ['"An annotated edition"']


def test_without_the_examples_it_checks_and_builds_too(copy: Path, tmp_path: Path) -> None:
    for path in [*copy.glob("annotations/*/example-*.yml"), copy / "annotations/claims.yml"]:
        path.unlink()
    done = checked(copy)
    assert done.returncode == 0, done.stdout + done.stderr
    done = build(copy, tmp_path / "site")
    assert done.returncode == 0, done.stderr


def test_what_the_read_me_files_show_is_valid(copy: Path) -> None:
    """A translation and a variant, copied out of them as they stand."""
    samples = {
        kind: re.findall(r"^```yaml\n(.*?)^```", path.read_text(encoding="utf-8"), re.S | re.M)[0]
        for kind in ("translations", "variants")
        for path in [copy / "annotations" / kind / "README.md"]
    }
    (copy / "annotations/translations/lede.yml").write_text(samples["translations"], encoding="utf-8")
    (copy / "annotations/variants/what-differs.yml").write_text(samples["variants"], encoding="utf-8")
    with (copy / "annotations/edition.yml").open("a", encoding="utf-8") as file:
        file.write("witnesses:\n  - {siglum: A, title: Its title there}\n")
    done = checked(copy)
    assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_of_this_edition_comes_along(project: Path) -> None:
    assert not [path for path in project.rglob("*") if re.search(r"openai|tworek|jerry", path.name, re.I)]
    for name in ("mkdocs.yml", "README.md", "Makefile", "docs/index.md", "docs/about.md", "docs/contributing.md"):
        assert not re.search(r"OpenAI|Tworek|新智元|6 January", (project / name).read_text(encoding="utf-8"))
    navigation = (project / "mkdocs.yml").read_text(encoding="utf-8")
    named = re.findall(r"article/(\S+\.md)", navigation)
    assert named == sorted(path.name for path in (project / "docs/article").iterdir())


def test_an_edition_is_its_text_its_notes_and_a_line_for_the_engine(copy: Path) -> None:
    assert run_module("mkdocs", "build", cwd=copy).returncode == 0
    subprocess.run(["git", "init", "--quiet"], cwd=copy, check=True)
    asked = ["git", "ls-files", "--others", "--exclude-standard"]
    files = subprocess.run(asked, cwd=copy, capture_output=True, text=True, check=True).stdout.splitlines()
    parts = ("docs/", "annotations/", ".github/")
    assert {name for name in files if not name.startswith(parts)} == {
        ".gitignore", ".pre-commit-config.yaml", "Makefile", "README.md", "annotated_edition-0.1.0-py3-none-any.whl",
        "engine.yml", "hooks.py", "import-report.md", "mkdocs.yml", "requirements.txt",
    }  # fmt: skip
    assert [name for name in files if name.endswith(".py")] == ["hooks.py"]
    assert len((copy / "hooks.py").read_text(encoding="utf-8").splitlines()) == 1
    pinned = [line for line in (copy / "requirements.txt").read_text("utf-8").splitlines() if line[:1] != "#"]
    assert pinned == ["./annotated_edition-0.1.0-py3-none-any.whl"]
    assert 'version: "0.1.0"' in (copy / "engine.yml").read_text(encoding="utf-8")


def test_the_makefile_s_words_are_those_that_the_read_me_names(project: Path) -> None:
    named = re.findall(r"^make (\w+)", (project / "README.md").read_text(encoding="utf-8"), re.M)
    listed = subprocess.run(["make"], cwd=project, capture_output=True, text=True, check=True).stdout
    assert named
    assert {*named} <= {*re.findall(r"make (\w+)", listed)}


def test_what_the_engine_runs_on_is_pinned_as_here_and_holds_no_test_tools(root: Path) -> None:
    here, there = (
        # What wants a package, and so on which Pythons it is wanted, is another matter.
        {
            *re.split(
                r"^(?=[\w])",
                re.sub(r" ; .*(?= \\$)", "", (root / name).read_text(encoding="utf-8"), flags=re.M),
                flags=re.M,
            )[1:]
        }
        for name in ("requirements.txt", "hooks/edition/requirements.txt")
    )
    assert there < here
    wanted = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))

    def names(lines: Iterable[str]) -> set[str]:
        return {re.match(r"[\w.-]+", line)[0] for line in lines}  # type: ignore[index]

    assert names(wanted["project"]["dependencies"]) <= names(there)
    assert not names(wanted["dependency-groups"]["dev"]) & names(there)


def test_an_empty_folder_that_is_there_is_used(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "link").symlink_to("new")
    assert main(["import", str(ARTICLES / "clock.txt"), "--into", str(tmp_path / "link")]) == 0
    assert (tmp_path / "new/mkdocs.yml").is_file()


def test_a_folder_with_spaces_and_a_language_without_one_spelling_in_latin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "he.txt"
    article.write_text("הגשר הישן\n\nהגשר נסגר ביום שני, ואיש לא ידע מדוע.\n", encoding="utf-8")
    into = tmp_path / "my 版本"
    assert main(["import", str(article), "--into", str(into)]) == 0
    told = capsys.readouterr().out
    assert f"cd '{into}' && make serve" in told
    assert 'edition new gloss "WORDS" --id NAME' in told
    article.write_text("Die alte Brücke\n\nDie Brücke wurde am Montag geschlossen.\n", encoding="utf-8")
    assert main(["import", str(article), "--into", str(tmp_path / "de")]) == 0
    assert "--id" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("नगर परिषद का कहना है कि पुराना पुल अब गाड़ियों के लिए नहीं खुलेगा।", "परिषद"),
        ("สภาเมืองกล่าวว่าสะพานเก่าจะไม่เปิดให้รถวิ่งอีกต่อไป", "สภา"),
        ("시의회는 오래된 다리를 다시 열지 않겠다고 밝혔다.", "시의회는"),
        ("市議會說，舊橋不會再對車輛開放。", "市議會"),
        ("大統領は午後十時に非常戒厳を宣言した。", "大統領"),
        ("ອົງການສະຫະປະຊາຊາດ ປະກາດວ່າຈະເປີດຂົວ", "ອົງການສະຫະປະຊາຊາດ"),
    ],
)
def test_an_example_is_a_whole_word(tmp_path: Path, words: str, term: str) -> None:
    article = tmp_path / "article.txt"
    article.write_text(f"# {words[:6]}\n\n{words}\n\n{words} 2\n", encoding="utf-8")
    into = tmp_path / "new"
    assert main(["import", str(article), "--into", str(into)]) == 0
    text = (into / "annotations/bios/example-bio.yml").read_text(encoding="utf-8")
    assert f'terms: ["{term}"]' in text
    if term == "สภา":
        text = (into / "annotations/glosses/example-gloss.yml").read_text(encoding="utf-8")
        assert 'exact: "สภาเมืองกล่าวว่า"' in text


def test_what_the_starter_says_of_readings_suits_the_language(tmp_path: Path) -> None:
    words = {"ar": "قال الوزير إن حصيلة الإنفاق العمومي ارتفعت في هذا العام.", "zh": "市议会说，旧桥不会再对车辆开放。"}
    said = {}
    for language, text in words.items():
        (tmp_path / "a.txt").write_text(f"# {text[:5]}\n\n{text}\n", encoding="utf-8")
        assert main(["import", str(tmp_path / "a.txt"), "--into", str(tmp_path / language)]) == 0
        notes = tmp_path / language / "annotations"
        said[language] = "".join(
            (notes / name).read_text(encoding="utf-8")
            for name in ("glosses/example-gloss.yml", "interlinear/README.md")
        )
    assert said["ar"].count("in Latin letters") == 2 and "pinyin" not in said["ar"]
    assert said["zh"].count("in pinyin with tone marks") == 2


@pytest.mark.parametrize(
    ("name", "remedy"), [("a.txt", "Begin the headings’ lines"), ("a.html", "Cut it where a reader")]
)
def test_of_a_text_without_headings_the_report_tells_what_can_be_done(tmp_path: Path, name: str, remedy: str) -> None:
    words = ["The bridge", "The old bridge was closed on Monday.", "Nobody knew why it had been closed, they say."]
    page = f"<title>{words[0]}</title><h1>{words[0]}</h1>" + "".join(f"<p>{one}</p>" for one in words[1:])
    (tmp_path / name).write_text(page if name.endswith("html") else "\n\n".join(words), encoding="utf-8")
    assert main(["import", str(tmp_path / name), "--into", str(tmp_path / "new")]) == 0
    assert f"parts the text. {remedy}" in (tmp_path / "new/import-report.md").read_text(encoding="utf-8")
