import json

from tools.bundle_css import FIRST, LAST, THEME, bundle

OWN_FILES = [*FIRST, "callbacks", "zeal", *LAST]
PART = """/**
 * @license EUPL-1.2
 */
.part {
  color: var(--near);
  margin: 0 0
    var(--own);
}
"""
THEME_TEXT = """.voorbeeld-theme {
  --far: #123456;
  --near: var(--far); /* eight */
  --never: red;
}
"""


def make_tree(root):
    """A clone with one part, a theme of three variables and empty files of our own."""
    for name, path, text in (
        (THEME, "theme.css", THEME_TEXT),
        ("@utrecht/part-css", "index.css", PART),
        ("@utrecht/second-css", "index.css", PART.replace(".part", ".second")),
    ):
        folder = root / "node_modules" / name / "dist"
        folder.mkdir(parents=True)
        (folder / path).write_text(text, encoding="utf-8")
    names = [THEME, "@utrecht/part-css", "@utrecht/second-css"]
    wanted = json.dumps({"dependencies": dict.fromkeys(names, "1")})
    (root / "package.json").write_text(wanted, encoding="utf-8")
    (root / "static/css").mkdir(parents=True)
    for name in OWN_FILES:
        (root / f"static/css/{name}.css").write_text(f".own-{name} {{}}\n", encoding="utf-8")


def test_bundle_keeps_the_variables_that_are_reached_and_no_other(tmp_path):
    make_tree(tmp_path)

    css = bundle(tmp_path).read_text(encoding="utf-8")

    assert ":root{--far:#123456;--near:var(--far);}" in css
    assert "--never" not in css


def test_bundle_puts_our_own_files_last_and_in_their_order(tmp_path):
    make_tree(tmp_path)

    css = bundle(tmp_path).read_text(encoding="utf-8")

    places = [css.index(name) for name in (".part", *(f".own-{name} " for name in OWN_FILES))]
    assert places == sorted(places)


def test_bundle_drops_comments_keeps_a_licence_once_and_does_not_join_values(tmp_path):
    make_tree(tmp_path)

    css = bundle(tmp_path).read_text(encoding="utf-8")

    assert css.count("@license") == 1
    assert "eight" not in css
    assert "margin: 0 0 var(--own);" in css
