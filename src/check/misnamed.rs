//! Files whose name is none: what they should be called, and which of them are copies.

use super::roles::{Role, meant, role};
use crate::model::Id;

/// The path that a file should have, if it has not.
pub(super) fn spelt(path: &str) -> Option<String> {
    let role_of_name = role(path);
    if role_of_name.is_none() {
        return meant(path).or_else(|| as_record(path));
    }
    let (folder, name) = path.rsplit_once('/')?;
    let (stem, endings) = name.split_once('.')?;
    let id =
        matches!(role_of_name, Some(Role::Record(_) | Role::Prose(..))).then(|| Id::of_title(stem))??;
    (id.as_str() != stem).then(|| format!("{folder}/{id}.{endings}"))
}

/// Where the ending was lost, or an editor put its own: a record is what others would name.
fn as_record(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/')?;
    let stem = name.strip_suffix(".txt").unwrap_or(name);
    let path = format!("{folder}/{}.yaml", Id::of_title(stem).filter(|_| !stem.contains('.'))?);
    matches!(role(&path), Some(Role::Record(_))).then_some(path)
}

/// The name without what Windows adds to that of a copy.
pub(super) fn original(stem: &str) -> Option<&str> {
    const BEFORE: [&str; 2] = ["Copy of ", "Bản sao của "];
    const BEHIND: [&str; 3] = [" - Copy", " - Sao chép", " - Bản sao"];
    let number = stem.rsplit_once(" (").filter(|(_, it)| {
        it.strip_suffix(')').is_some_and(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()))
    });
    let rest = number.map_or(stem, |it| it.0);
    let before = BEFORE.iter().find_map(|it| rest.strip_prefix(it));
    let behind = BEHIND.iter().find_map(|it| rest.strip_suffix(it));
    before.or(behind).or(number.map(|it| it.0)).filter(|it| !it.is_empty())
}

/// The same of a record, whose name is an id and has nothing to do with what other systems add:
/// `x copy 2`, `x (máy của Lan)`.
pub(super) fn original_of_record(stem: &str) -> Option<&str> {
    let is_id = |it: &&str| it.parse::<Id>().is_ok();
    let plain = stem.trim_end_matches(|it: char| it.is_ascii_digit()).trim_end();
    let behind = || [" copy", " Copy"].iter().find_map(|it| plain.strip_suffix(it)).filter(is_id);
    let before = || stem.strip_prefix("copy of ").filter(is_id);
    let machine = || stem.strip_suffix(')')?.split_once(" (").map(|it| it.0).filter(is_id);
    original(stem).or_else(behind).or_else(before).or_else(machine)
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::{original, original_of_record, spelt};
    use crate::check::tests::{bare, shown, sources};
    use crate::diagnostic::Language;
    use crate::source::SourceFile;

    #[test]
    fn names_are_spelt_as_they_should_be() {
        for (path, expected) in [
            ("procedures/a/Cấp Điện.yaml", Some("procedures/a/cap-dien.yaml")),
            ("procedures/Cap-dien.en.md", Some("procedures/cap-dien.en.md")),
            ("procedures/x.yml", Some("procedures/x.yaml")),
            ("agencies/EVN.txt", Some("agencies/evn.yaml")),
            ("procedures/x", Some("procedures/x.yaml")),
            ("procedures/x.yaml", None),
            ("procedures/x.docx", None),
            ("pages/Giới thiệu.md", None),
            ("ghi-chu.txt", None),
        ] {
            let expected = expected.map(|it| format!("content/{it}"));
            assert_eq!(spelt(&format!("content/{path}")), expected, "{path}");
        }
    }

    #[test]
    fn copies_are_known_by_their_names() {
        for (stem, expected) in [
            ("x - Copy", Some("x")),
            ("x - Copy (2)", Some("x")),
            ("x (1)", Some("x")),
            ("x - Sao chép", Some("x")),
            ("Bản sao của x", Some("x")),
            ("x - Bản sao", Some("x")),
            ("Copy of x (1)", Some("x")),
            ("x ()", None),
            ("x (cũ)", None),
            ("x-copy", None),
            (" (1)", None),
        ] {
            assert_eq!(original(stem), expected, "{stem}");
        }
    }

    #[test]
    fn copies_of_other_systems_were_told_a_name_for_a_second_page() {
        for (stem, expected) in [
            ("x copy", Some("x")),
            ("x copy 2", Some("x")),
            ("copy of x", Some("x")),
            ("x (Máy của Lan)", Some("x")),
            ("x (Lan's conflicted copy 2026-11-30)", Some("x")),
            ("x - Copy", Some("x")),
            ("Cấp điện (hạ áp)", None),
            ("Photo copy", None),
            ("x-copy", None),
            ("x", None),
        ] {
            assert_eq!(original_of_record(stem), expected, "{stem}");
        }
    }

    /// Files beside a record `a` that leads to `x` in each way.
    fn told(path: &str) -> String {
        let more = "related: {after: [x]}";
        let record = bare("x", "").replace("procedures/x.yaml", path);
        let prose = "-- content/procedures/a.md --\nXem [sang tên](x.yaml).\n";
        let own = "-- content/procedures/x.md --\nLời.\n";
        shown(&sources(&format!("{}{prose}{own}{record}", bare("a", more))), Language::Vi)
    }

    #[test]
    fn a_record_under_a_wrong_name_was_told_by_all_that_lead_to_it() {
        for path in ["procedures/X.yaml", "procedures/x.txt", "procedures/x.YML", "procedures/x"] {
            let told = told(path);
            assert_eq!(told.matches("\n    ").count(), 1, "{told}");
            assert!(
                told.starts_with(path) && told.contains("procedures/x.yaml") != told.contains("Viết"),
                "{told}"
            );
        }
    }

    #[test]
    fn what_names_a_record_under_a_wrong_name_was_told_to_be_x() {
        let sources = sources(
            "-- content/agencies/Điện lực.yaml --\ntitle: Điện lực\nshort: DL\n\
             -- content/agencies/npc.yaml --\ntitle: NPC\nparent: dl\n",
        );
        expect![[r#"
            agencies/npc.yaml:2:9 C301 [dl] `dl` là tên, ở đây cần mã của cơ quan
                Viết `dien-luc`.
            agencies/Điện lực.yaml:1:1 C101 [whole file] `Điện lực` không phải là mã
                Viết `dien-luc`: 1–64 chữ thường không dấu, chữ số và gạch nối đơn.
        "#]]
        .assert_eq(&shown(&sources, Language::Vi));
    }

    #[test]
    fn a_copy_was_told_a_name_under_which_it_stays_one() {
        const PAGE: &str = "-- content/pages/a.md --\n---\ntitle: A\n---\n## B\n";
        let mut sources = sources(&format!("{}{PAGE}", bare("a", "code: \"1\"")));
        for (path, from) in [
            ("procedures/a - Copy.yaml", "procedures/a.yaml"),
            ("procedures/a (1).yaml", "procedures/a.yaml"),
            ("legal - Copy.yaml", "legal.yaml"),
            ("pages/a - Copy.md", "pages/a.md"),
        ] {
            let is_it = |it: &&SourceFile| it.path.ends_with(from);
            let text = sources.files.iter().find(is_it).expect("the original").text.clone();
            sources.files.push(SourceFile::new(format!("content/{path}"), &*text));
        }
        sources.files.sort_by(|a, b| a.path.cmp(&b.path));
        expect![[r#"
            legal - Copy.yaml:1:1 C016 [whole file] Tệp này mang tên một bản sao của `content/legal.yaml`
                Chép sang `content/legal.yaml` những gì ở đó chưa có, rồi xoá tệp này.
            pages/a - Copy.md:1:1 C015 [whole file] Tệp này mang tên một bản sao của `a`
                Chép thừa thì xoá tệp; để viết mục khác thì đặt tên tệp theo mã của mục đó, rồi sửa `title` và xem lại từng dòng.
            procedures/a (1).yaml:1:1 C101 [whole file] Tệp này mang tên một bản sao của `a`
                Chép thừa thì xoá tệp; để viết mục khác thì đặt tên tệp theo mã của mục đó, rồi sửa `title` và xem lại từng dòng.
            procedures/a - Copy.yaml:1:1 C101 [whole file] Tệp này mang tên một bản sao của `a`
                Chép thừa thì xoá tệp; để viết mục khác thì đặt tên tệp theo mã của mục đó, rồi sửa `title` và xem lại từng dòng.
        "#]].assert_eq(&shown(&sources, Language::Vi));
    }
}
