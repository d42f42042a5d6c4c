//! What authors read of files that could not be taken.

use expect_test::expect;
use unicode_normalization::UnicodeNormalization;

use crate::check::tests::{bare, shown, sources};
use crate::diagnostic::Language;
use crate::source::{FoundForm, Refusal, Refused, SourceFile};
use crate::text::nfc;

#[test]
fn a_name_that_a_mac_decomposed_was_said_to_be_missing_and_to_be_what_it_is() {
    let mut sources = sources(&format!(
        "{}-- content/procedures/a.md --\nXem [mẫu](../files/mẫu.pdf) và [trang](../pages/giá.md).\n",
        bare("a", "documents: [{name: Đơn, form: files/mẫu.pdf}, {name: Đơn, form: files/cũ/đơn.pdf}]")
    ));
    let decomposed = |it: &str| it.nfd().collect::<String>();
    for path in ["files/mẫu.pdf", "files/cũ/đơn.pdf", "files/cũ/khác.pdf"] {
        sources.forms.push(FoundForm { path: decomposed(path), bytes: b"%PDF-1.7".to_vec().into() });
    }
    let page = decomposed("content/pages/giá.md");
    sources.files.push(SourceFile::new(page, "---\ntitle: Giá\n---\n"));
    sources.files.sort_by(|a, b| a.path.cmp(&b.path));
    expect![[r#"
        files/cũ:1:1 C015 [whole file] accents in the file's name are separate characters, as a Mac writes them: it looks like the name in the content, and is another one
            Rename it to `cu`, and correct what mentions it.
        files/mẫu.pdf:1:1 C015 [whole file] accents in the file's name are separate characters, as a Mac writes them: it looks like the name in the content, and is another one
            Rename it to `mau.pdf`, and correct what mentions it.
        pages/giá.md:1:1 C015 [whole file] accents in the file's name are separate characters, as a Mac writes them: it looks like the name in the content, and is another one
            Rename it to `gia.md`, and correct what mentions it.
    "#]].assert_eq(&nfc(&shown(&sources, Language::En)));
}

#[test]
fn a_form_with_a_sign_that_ends_a_link_is_told_once() {
    let mut sources = sources(&bare("a", "documents: [{name: Đơn, form: \"files/Đơn #1.pdf\"}]"));
    let why = Refusal::Name { sign: Some('#') };
    sources.refused.push(Refused { path: "content/files/Đơn #1.pdf".to_owned(), why });
    expect![[r#"
        files/Đơn #1.pdf:1:1 C015 [whole file] the file's name has `#`, which some system cannot hold or no link can lead to
            Rename it to `don-1.pdf`, and correct what mentions it.
    "#]].assert_eq(&shown(&sources, Language::En));
}

#[test]
fn what_was_saved_in_another_encoding_was_also_said_to_be_missing() {
    let record = bare("a", "terms: [{time: 5 ngày làm việc, fee: miễn phí}]");
    let mut sources =
        sources(&format!("{record}-- content/pages/gia.en.md --\n---\ntitle: Prices\n---\nText\n"));
    let is_lost = |path: &str| ["content/calendar/2026.yaml", "content/calendar/2027.yaml"].contains(&path);
    sources.files.retain(|it| !is_lost(&it.path));
    for path in ["content/calendar/2026.yaml", "content/pages/gia.md"] {
        sources.refused.push(Refused { path: path.to_owned(), why: Refusal::NotUtf8 { offset: 0 } });
    }
    expect![[r#"
        calendar/2026.yaml:1:1 C011 [whole file] the file is not UTF-8 (from byte 1 on)
            Open it and save it as UTF-8: in Notepad that is “Save as”, “Encoding”.
        pages/gia.md:1:1 C011 [whole file] the file is not UTF-8 (from byte 1 on)
            Open it and save it as UTF-8: in Notepad that is “Save as”, “Encoding”.
    "#]]
    .assert_eq(&shown(&sources, Language::En));
}

/// `return 301 /a;b/;` kept nginx from starting, a name with braces could have told it anything, and a ledger
/// refused the line that `thutuc addresses --add` wrote.
#[test]
fn a_page_could_be_called_what_no_host_takes_for_an_address() {
    let names = ["Hỏi đáp", "a;b", "c & d/hoi", "c/x{y.vi", "tìm-gì_1~2", "gia - Copy"];
    let pages = names.map(|it| format!("-- content/pages/{it}.md --\n---\ntitle: Trang {it}\n---\nChữ.\n"));
    let sources = sources(&format!("{}{}", bare("a", ""), pages.concat()));
    expect![[r#"
        pages/Hỏi đáp.md:1:1 C015 [whole file] the page's name has a space, which no address of a page may have
            Rename it to `hoi-dap.md`, and correct what mentions it.
        pages/a;b.md:1:1 C015 [whole file] the page's name has `;`, which no address of a page may have
            Rename it to `a-b.md`, and correct what mentions it.
        pages/c & d/hoi.md:1:1 C015 [whole file] the page's name has a space, which no address of a page may have
            Rename it to `c-d`, and correct what mentions it.
        pages/c/x{y.vi.md:1:1 C015 [whole file] the page's name has `{`, which no address of a page may have
            Rename it to `x-y.vi.md`, and correct what mentions it.
        pages/gia - Copy.md:1:1 C015 [whole file] this file is called a copy of `gia`
            If it is one copy too many, delete it; to write another entry, name the file by the id of that, change its `title` and go through each line.
    "#]].assert_eq(&shown(&sources, Language::En));
}
