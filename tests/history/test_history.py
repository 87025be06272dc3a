"""What is read out of one `git log`: by whom and when, through renames, and where a shallow clone ends."""

from __future__ import annotations

from edition.history import FileHistory, History, read_log

BIO = "annotations/bios/openai.yml"


def commit(name: str, *rows: str, day: str = "2026-11-24", decoration: str = "", author: str = "Lin Yi") -> str:
    head = "\0".join(((name * 40)[:40], f"{day}T23:38:33+08:00", decoration, author, f"Commit {name}", "", ""))
    return head + ("\n" + "".join(f"{row}\0" for row in rows).replace("\t", "\0") if rows else "")


def told(history: History, path: str) -> list[tuple[str, str]]:
    return [(change.commit.subject, change.action) for change in history.of(path).changes]


def test_a_file_has_its_commits_newest_first() -> None:
    history = read_log(commit("b", f"M\t{BIO}", author="Max Muster") + commit("a", f"A\t{BIO}", day="2026-11-23"))
    assert told(history, BIO) == [("Commit b", "changed"), ("Commit a", "added")]
    last, first = (change.commit for change in history.of(BIO).changes)
    assert (first.day, first.author, first.hash) == ("2026-11-23", "Lin Yi", "a" * 40)
    assert last.author == "Max Muster"
    assert not history.is_shallow


def test_nothing_is_known_without_git() -> None:
    assert read_log("") == History()
    assert History().of(BIO) == FileHistory()


def test_a_file_is_followed_through_its_names() -> None:
    log = (
        commit("d", "R100\tannotations/bios/b.yml\tannotations/bios/c.yml")
        + commit("c", "M\tannotations/bios/b.yml")
        + commit("b", "R090\tannotations/bios/a.yml\tannotations/bios/b.yml")
        + commit("a", "A\tannotations/bios/a.yml")
    )
    assert [*read_log(log).files] == ["annotations/bios/c.yml"]
    wanted = [("Commit d", "renamed"), ("Commit c", "changed"), ("Commit b", "renamed"), ("Commit a", "added")]
    assert told(read_log(log), "annotations/bios/c.yml") == wanted


def test_a_new_file_under_an_old_name_is_another_file() -> None:
    """In the same commit and in a later one; the commit's lines come in the order of the new names."""
    rows = ("R100\tannotations/bios/a.yml\tannotations/bios/0.yml", "A\tannotations/bios/a.yml")
    history = read_log(commit("b", *rows) + commit("a", "A\tannotations/bios/a.yml"))
    assert told(history, "annotations/bios/a.yml") == [("Commit b", "added")]
    assert told(history, "annotations/bios/0.yml") == [("Commit b", "renamed"), ("Commit a", "added")]


def test_a_file_under_a_name_that_was_free_before_is_another_file() -> None:
    """`b` was removed, then `a` became `b`, and that became `c`; another file was renamed in between."""
    log = (
        commit("e", "R100\tannotations/bios/b.yml\tannotations/bios/c.yml")
        + commit("d", "R100\tannotations/bios/x.yml\tannotations/bios/y.yml")
        + commit("c", "R100\tannotations/bios/a.yml\tannotations/bios/b.yml")
        + commit("b", "D\tannotations/bios/b.yml", "M\tannotations/bios/a.yml")
        + commit("a", *(f"A\tannotations/bios/{name}.yml" for name in "abx"))
    )
    told_of = {path: "".join(subject[-1] for subject, _ in told(read_log(log), path)) for path in read_log(log).files}
    assert told_of == {
        "annotations/bios/b.yml": "ba",
        "annotations/bios/c.yml": "ecba",
        "annotations/bios/y.yml": "da",
    }


def test_a_removed_file_that_came_back_is_the_same_file() -> None:
    log = commit("c", f"A\t{BIO}") + commit("b", f"D\t{BIO}") + commit("a", f"A\t{BIO}")
    assert [action for _, action in told(read_log(log), BIO)] == ["added", "removed", "added"]


def test_where_a_shallow_clone_ends_nobody_has_added_anything() -> None:
    other = "annotations/bios/later.yml"
    log = commit("b", f"M\t{BIO}", f"A\t{other}") + commit("a", f"A\t{BIO}", decoration="grafted")
    history = read_log(log)
    assert told(history, BIO) == [("Commit b", "changed")]
    assert history.is_shallow
    assert not history.of(BIO).whole
    assert history.of(other).whole


def test_a_subject_may_hold_what_separates() -> None:
    subject = "One\x1ftwo\x1ethree\rfour\u2028five\nA\tsix"
    (change,) = read_log(commit("a", f"A\t{BIO}").replace("Commit a", subject)).of(BIO).changes
    assert change.commit.subject == subject


def test_a_path_may_hold_what_separates() -> None:
    path = 'annotations/bios/tab\tand "quote"\nand a line.yml'
    log = (commit("b", f"R100\told\t{BIO}") + commit("a", "A\told")).replace("old", path)
    assert told(read_log(log), BIO) == [("Commit b", "renamed"), ("Commit a", "added")]


def test_a_commit_without_files_and_one_without_words_are_commits() -> None:
    log = commit("c") + commit("b").replace("Commit b", "") + commit("a", f"A\t{BIO}", author="")
    assert [found.subject for found in read_log(log).commits] == ["Commit c", "", "Commit a"]
    assert told(read_log(log), BIO) == [("Commit a", "added")]


def test_what_is_of_no_known_form_is_passed_over() -> None:
    log = "warning: something\0half\0M\0x\0" + commit("a", f"A\t{BIO}")
    assert read_log(log).files.keys() == {BIO}
    assert read_log(log[:-9]).files.keys() <= {BIO[:-8]}  # cut off in the middle
    assert read_log(log[:60]) == History()


def test_a_long_history_is_read_once_through() -> None:
    """As many steps as lines: each name is looked up, none is searched for."""
    rows = [f"M\tannotations/bios/b{number}.yml" for number in range(10_000)]
    history = read_log("".join(commit(name, *rows) for name in "cba"))
    assert len(history.files) == 10_000
    assert all(len(past.changes) == 3 for past in history.files.values())
