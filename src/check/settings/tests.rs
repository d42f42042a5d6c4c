//! `site.toml`, calendars, and who can be reached.

use expect_test::expect;

use crate::check::check;
use crate::check::tests::{GOOD, shown, sources};
use crate::diagnostic::Language;
use crate::source::{SourceFile, Sources};

#[test]
fn site_settings_and_calendars() {
    let mut sources = sources("");
    sources.files.retain(|it| &*it.path != "content/calendar/2027.yaml");
    sources.config_file = SourceFile::new(
        "site.toml",
        "[owner]\npopular = [\"khong-co\"]\n[check.allow]\nreveiw-overdue = \"x\"\n",
    );
    sources.config.check.allow.insert("reveiw-overdue".to_owned(), "x".to_owned());
    sources.config.owner.popular = vec!["khong-co".to_owned()];
    expect![[r#"
        site.toml:2:13 C301 [khong-co] there is no procedure `khong-co`
            Add `khong-co` to content/procedures.
        site.toml:4:1 C312 [reveiw-overdue] there is no rule `reveiw-overdue`
            Write `review-overdue`.
    "#]]
    .assert_eq(&shown(&sources, Language::En));
}

#[test]
fn an_owner_whom_nobody_could_reach() {
    let mut all = String::new();
    for (email, feedback, hotline) in [
        ("gop-y", "", ""),
        ("", "http://dichvucong.gov.vn/gop-y", ""),
        ("", "https://la.vn/gop-y", ""),
        ("", "https://d\u{456}chvucong.gov.vn/", ""),
        ("", "mailto:a@", "gọi"),
        ("mailto:a@b.vn", "", "Gọi 1900 6769 (24/7)"),
        ("Phòng KH <a@b.vn>", "mailto:a@b.vn; c@d.vn", "1900.6769 - 1900.9000"),
        ("a@b.vn", "mailto:a@b.vn", "(024) 1900 6769"),
        ("a@b.vn", "https://a.npc.com.vn/?x=1", "1900 6769 (24"),
    ] {
        let mut sources = sources("");
        let owner = &mut sources.config.owner;
        (owner.email, owner.feedback, owner.hotline) = (email.into(), feedback.into(), hotline.into());
        let text =
            format!("[owner]\nemail = \"{email}\"\nfeedback = \"{feedback}\"\nhotline = \"{hotline}\"\n");
        sources.config_file = SourceFile::new("site.toml", text);
        all.push_str(&shown(&sources, Language::En));
    }
    expect![[r#"
        site.toml:2:10 C116 [gop-y] `gop-y` is not a mail address
            Write it like `name@domain.vn`.
        site.toml:3:13 C107 [http://dichvucong.gov.vn/gop-y] `http://dichvucong.gov.vn/gop-y` does not begin with https://
            Write `https://dichvucong.gov.vn/gop-y`.
        site.toml:3:13 C108 [https://la.vn/gop-y] `feedback` leads to `la.vn`, which `apply_hosts` does not allow
            Correct the address, or add "la.vn" to `apply_hosts` under `[links]` in site.toml.
        site.toml:3:13 C107 [https://dіchvucong.gov.vn/] the host of `https://dіchvucong.gov.vn/` has letters that imitate others
            Type the address anew instead of pasting it.
        site.toml:3:13 C116 [mailto:a@] `mailto:a@` is not a mail address
            Write it like `name@domain.vn`.
        site.toml:4:12 C115 [gọi] `gọi` is not a phone number
            Write digits, spaces, dots, parentheses: 1900 6769.
        site.toml:2:10 C116 [mailto:a@b.vn] `mailto:a@b.vn` is not a mail address
            Write `a@b.vn`.
        site.toml:4:12 C115 [Gọi 1900 6769 (24/7)] `Gọi 1900 6769 (24/7)` is not a phone number
            Write one number here: `1900 6769`; others, and words, in a `note` or in prose.
        site.toml:2:10 C116 [Phòng KH <a@b.vn>] `Phòng KH <a@b.vn>` is not a mail address
            Write `a@b.vn`.
        site.toml:3:13 C116 [mailto:a@b.vn; c@d.vn] `mailto:a@b.vn; c@d.vn` is not a mail address
            Write `a@b.vn`.
        site.toml:4:12 C115 [1900.6769 - 1900.9000] `1900.6769 - 1900.9000` is not a phone number
            Write one number here: `1900.6769`; others, and words, in a `note` or in prose.
        site.toml:4:12 C115 [1900 6769 (24] `1900 6769 (24` is not a phone number
            Write one number here: `1900 6769`; others, and words, in a `note` or in prose.
    "#]].assert_eq(&all);
}

/// And one whose every full address led to nothing: it was copied from a browser, with the page. A `;` or
/// brace in the folder's name kept nginx from starting, `&` IIS.
#[test]
fn a_site_that_nobody_could_publish() {
    let mut all = String::new();
    for text in [
        "base_url = \"ftp://thutuc.vn\"\n",
        "base_url = \"thutuc.vn\"\n",
        "base_url = \"https://thutuc.vn/?a=1\"\n",
        "base_url = \"https://thutuc.vn/#a\"\n",
        "base_url = \"https:///a\"\n",
        "base_url = \"https://thutuc.vn/kho cu\"\n",
        "base_url = \"https://thutuc.vn/kho;cu\"\n",
        "base_url = \"https://thutuc.vn/kho%20cu\"\n",
        "base_url = \"https://thutuc.vn/kho_cũ-1.2/~a/\"\n",
        "base_url = \"https://thutuc.vn/../kho\"\n",
        "base_url = \"https://thutuc.vn//kho\"\n",
        "base_url = \"http://thutuc.vn/kho\"\n",
        "base_url = \"http://localhost.thutuc.vn\"\n",
        "base_url = \"https://thutuc.vn/kho/index.html\"\n",
        "base_url = \"http://127.0.0.1/\"\n",
        "title = \" \"\n",
        "title = \"a\\u0001b\"\n",
        "title = \"a\u{202e}b\"\n",
        "languages = []\n",
        "languages = [\"vn\", \"EN\"]\n",
        "languages = [\"vi\", \"en\", \"vi\"]\n",
        "base_url = \"http://localhost:8000/kho/\"\nlanguages = [\"en\", \"vi\"]\n",
    ] {
        let mut sources = sources("");
        let told: crate::config::SiteConfig = toml::from_str(text).expect("settings");
        let config = &mut sources.config;
        (config.title, config.base_url) = (told.title, told.base_url);
        if text.contains("languages") {
            config.languages = told.languages;
        }
        sources.config_file = SourceFile::new("site.toml", text);
        let said = shown(&sources, Language::En);
        // What languages ask of the records around is not what this is about.
        let said = said.lines().skip_while(|it| !it.starts_with("site.toml"));
        all.extend(said.map(|it| format!("{it}\n")));
    }
    expect![[r#"
        site.toml:1:13 C128 [ftp://thutuc.vn] `ftp://thutuc.vn` is not the address of a site
            Write it like `https://thutuc.domain.vn`, with a folder if there is one: letters, digits, `-`, `_`, `.`, `~` alone, without `//` or `..`.
        site.toml:1:13 C128 [thutuc.vn] `thutuc.vn` is not the address of a site
            Write it like `https://thutuc.domain.vn`, with a folder if there is one: letters, digits, `-`, `_`, `.`, `~` alone, without `//` or `..`.
        site.toml:1:13 C128 [https://thutuc.vn/?a=1] `https://thutuc.vn/?a=1` is not the address of a site
            Write it like `https://thutuc.domain.vn`, with a folder if there is one: letters, digits, `-`, `_`, `.`, `~` alone, without `//` or `..`.
        site.toml:1:13 C128 [https://thutuc.vn/#a] `https://thutuc.vn/#a` is not the address of a site
            Write it like `https://thutuc.domain.vn`, with a folder if there is one: letters, digits, `-`, `_`, `.`, `~` alone, without `//` or `..`.
        site.toml:1:13 C128 [https:///a] `https:///a` is not the address of a site
            Write it like `https://thutuc.domain.vn`, with a folder if there is one: letters, digits, `-`, `_`, `.`, `~` alone, without `//` or `..`.
        site.toml:1:13 C128 [https://thutuc.vn/kho cu] `https://thutuc.vn/kho cu` is not the address of a site
            Write it like `https://thutuc.domain.vn`, with a folder if there is one: letters, digits, `-`, `_`, `.`, `~` alone, without `//` or `..`.
        site.toml:1:13 C128 [https://thutuc.vn/kho;cu] `https://thutuc.vn/kho;cu` is not the address of a site
            Write it like `https://thutuc.domain.vn`, with a folder if there is one: letters, digits, `-`, `_`, `.`, `~` alone, without `//` or `..`.
        site.toml:1:13 C128 [https://thutuc.vn/kho%20cu] `https://thutuc.vn/kho%20cu` is not the address of a site
            Write it like `https://thutuc.domain.vn`, with a folder if there is one: letters, digits, `-`, `_`, `.`, `~` alone, without `//` or `..`.
        site.toml:1:13 C128 [https://thutuc.vn/../kho] `https://thutuc.vn/../kho` is not the address of a site
            Write it like `https://thutuc.domain.vn`, with a folder if there is one: letters, digits, `-`, `_`, `.`, `~` alone, without `//` or `..`.
        site.toml:1:13 C128 [https://thutuc.vn//kho] `https://thutuc.vn//kho` is not the address of a site
            Write it like `https://thutuc.domain.vn`, with a folder if there is one: letters, digits, `-`, `_`, `.`, `~` alone, without `//` or `..`.
        site.toml:1:13 C128 [http://thutuc.vn/kho] `http://thutuc.vn/kho` does not begin with https://
            Write `https://thutuc.vn/kho`; http:// is for trying it out on localhost alone.
        site.toml:1:13 C128 [http://localhost.thutuc.vn] `http://localhost.thutuc.vn` does not begin with https://
            Write `https://localhost.thutuc.vn`; http:// is for trying it out on localhost alone.
        site.toml:1:35 C128 [index.html] `index.html` is a page, not where the whole site lies
            Write `https://thutuc.vn/kho`.
        site.toml:1:1 C128 [title] the site has no name
            Write its name, or leave out `title`.
        site.toml:1:1 C403 [title] there is a hidden character U+0001 here
            Delete it (cursor behind it, Backspace), or type the word anew.
        site.toml:1:11 C403 [·] there is a hidden character U+202E here
            Delete it (cursor behind it, Backspace), or type the word anew.
        site.toml:1:1 C128 [languages] `languages` names no language
            Write `["vi"]`, or leave it out.
        site.toml:1:15 C128 [vn] the theme has no words of the language `vn`
            Use one of: en, vi; for any other the theme needs a file in `words`.
        site.toml:1:21 C128 [EN] the theme has no words of the language `EN`
            Use one of: en, vi; for any other the theme needs a file in `words`.
        site.toml:1:27 C128 [vi] `languages` names `vi` twice
            Leave out one.
    "#]]
    .assert_eq(&all);
}

#[test]
fn settings_that_nobody_obeyed_were_taken_without_a_word() {
    let text = "[links]
apply_hosts = [\"dichvucong.gov.vn\", \"*.npc.com.vn\", \"https://evn.vn/\", \"EVN.vn\", \"*\", \"evn.vn:443\", \"\"]
[check]
lang = \"fr\"
tone_style = \"mới\"
[check.allow]
review-overdue = \" \"
";
    let mut sources = sources("");
    let told: crate::config::SiteConfig = toml::from_str(text).expect("settings");
    (sources.config.links, sources.config.check) = (told.links, told.check);
    sources.config.check.allow.insert("unused-entry".to_owned(), "around the fixture".to_owned());
    sources.config_file = SourceFile::new("site.toml", text);
    expect![[r#"
        site.toml:2:54 C128 [https://evn.vn/] `https://evn.vn/` in `apply_hosts` is not the name of a host
            Write it like `cskh.npc.com.vn`, or `*.gov.vn` for every host below: small letters, without `https://`, port or path.
        site.toml:2:73 C128 [EVN.vn] `EVN.vn` in `apply_hosts` is not the name of a host
            Write it like `cskh.npc.com.vn`, or `*.gov.vn` for every host below: small letters, without `https://`, port or path.
        site.toml:2:83 C128 [*] `*` in `apply_hosts` is not the name of a host
            Write it like `cskh.npc.com.vn`, or `*.gov.vn` for every host below: small letters, without `https://`, port or path.
        site.toml:2:88 C128 [evn.vn:443] `evn.vn:443` in `apply_hosts` is not the name of a host
            Write it like `cskh.npc.com.vn`, or `*.gov.vn` for every host below: small letters, without `https://`, port or path.
        site.toml:2:101 C128 [""] `` in `apply_hosts` is not the name of a host
            Write it like `cskh.npc.com.vn`, or `*.gov.vn` for every host below: small letters, without `https://`, port or path.
        site.toml:4:9 C128 [fr] `fr` is nothing that `lang` takes
            Use one of: vi, en; or leave it out.
        site.toml:5:15 C128 [mới] `mới` is nothing that `tone_style` takes
            Use one of: new, old; or leave it out.
        site.toml:7:1 C128 [review-overdue] `review-overdue` is allowed without a reason
            Write the reason: `review-overdue = "…"`.
    "#]].assert_eq(&shown(&sources, Language::En));
}

#[test]
fn a_host_that_no_browser_could_ask_for() {
    let said = |address: &str| {
        let mut sources = sources("");
        sources.config.base_url = address.to_owned();
        sources.config_file = SourceFile::new("site.toml", format!("base_url = \"{address}\"\n"));
        shown(&sources, Language::En)
    };
    let long = "a".repeat(64);
    for host in [
        "a..vn",
        ".vn",
        "a.vn.",
        "-.vn",
        "-a.vn",
        "a-.vn",
        &format!("{long}.vn"),
        &format!("{}a", "a.".repeat(127)),
        "a b.vn",
        " a.vn",
        "toi@a.vn",
        "toi:mat-khau@a.vn",
        "a_b.vn",
        "a,b.vn",
        "256.1.1.1",
        "1.2.3",
        "1.2.3.4.5",
        "a.1.2.3.4",
        "[::1]",
        "a.vn:",
        "a.vn:0",
        "a.vn:65536",
        "a.vn:+80",
        "a.vn:80:80",
        "a.vn:cong",
        ":80",
    ] {
        let expected = format!("site.toml:1:21 C128 [{host}] no host is called `{host}`\n");
        let said = said(&format!("https://{host}/kho"));
        assert!(said.starts_with(&expected), "{host}: {said}");
    }
    for host in [
        "a.vn",
        "A.vn",
        "thu-tuc.a1.vn",
        "tên-miền.vn",
        "may-chu",
        "10.0.0.1",
        "a.vn:1",
        "a.vn:65535",
        "xn--tn-min-9ua.vn",
    ] {
        assert_eq!(said(&format!("https://{host}/kho/")), "", "{host}");
    }
    assert_eq!(said("http://localhost:8000"), "");
    let here_not = "http://localhost.vn:8000";
    assert!(said(here_not).contains("does not begin with https://"), "{}", said(here_not));
}

#[test]
fn the_calendar_of_the_next_year_is_asked_for_in_december() {
    let without = |fixture: &str| {
        let mut sources = sources(fixture);
        sources.files.retain(|it| &*it.path != "content/calendar/2027.yaml");
        sources
    };
    let codes = |sources: &Sources, day: &str| -> Vec<&'static str> {
        let report = check(sources, day.parse().expect("a day")).1;
        report.diagnostics.iter().map(|it| it.rule.code).filter(|it| it.starts_with("C20")).collect()
    };
    let good = without(GOOD);
    let cases: [(&str, &[&str]); 7] = [
        ("2026-11-30", &[]),
        ("2026-12-01", &["C205"]),
        ("2026-12-19", &["C205"]),
        ("2026-12-20", &["C205"]),
        // Seven working days from here end on 31 December.
        ("2026-12-22", &["C205"]),
        ("2026-12-23", &["C206"]),
        ("2027-01-04", &["C206"]),
    ];
    for (day, expected) in cases {
        assert_eq!(codes(&good, day), expected, "{day}");
    }
    assert_eq!(codes(&sources(GOOD), "2026-12-31"), [""; 0], "it is there");
    let draft = without(&format!("{GOOD}status: draft\n"));
    assert_eq!(codes(&draft, "2026-12-31"), ["C205"], "nobody sees its dates");
    let mut none = without(GOOD);
    none.files.retain(|it| !it.path.starts_with("content/calendar"));
    assert_eq!(codes(&none, "2026-12-31"), ["C205", "C205"], "a site without calendars shows no dates");
}

#[test]
fn a_title_in_a_language_that_the_site_does_not_speak_was_lost_without_a_word() {
    let mut all = String::new();
    for text in [
        "languages = [\"vi\", \"en\"]\ntitle_in.en = \"a\"\ntitle_in.fr = \"fr\"\ndescription_in.fr = \"b\"\n",
        "title_in = { de = \"a\", fr = \"b\" }\n",
        "[title_in]\nen = \"fr = a\"\n\"fr\" = \"b\"\n",
    ] {
        let mut sources = sources("");
        let told: crate::config::SiteConfig = toml::from_str(text).expect("settings");
        sources.config.title_in = told.title_in;
        sources.config.description_in = told.description_in;
        sources.config_file = SourceFile::new("site.toml", text);
        all.push_str(&shown(&sources, Language::Vi));
    }
    expect![[r#"
        site.toml:3:10 C021 [fr] Trang không có ngôn ngữ `fr`
            Dùng một trong: vi, en; hoặc thêm vào `languages` trong site.toml.
        site.toml:4:16 C021 [fr] Trang không có ngôn ngữ `fr`
            Dùng một trong: vi, en; hoặc thêm vào `languages` trong site.toml.
        site.toml:1:14 C021 [de] Trang không có ngôn ngữ `de`
            Dùng một trong: vi, en; hoặc thêm vào `languages` trong site.toml.
        site.toml:1:24 C021 [fr] Trang không có ngôn ngữ `fr`
            Dùng một trong: vi, en; hoặc thêm vào `languages` trong site.toml.
        site.toml:3:2 C021 [fr] Trang không có ngôn ngữ `fr`
            Dùng một trong: vi, en; hoặc thêm vào `languages` trong site.toml.
    "#]]
    .assert_eq(&all);
}

#[test]
fn a_setting_was_shown_where_its_words_stand_first() {
    let text = "title = \"Trang vi\"\ndescription = \"lang\"\nlanguages = [\"vi\", \"en\"]
[owner]\nname = \"gop-y\"\npopular = [\"en\"]\nemail = \"gop-y\"
[check]\nlang = 'Trang'\ntone_style = \"mới\" # xem 'mới' ở trên
";
    let mut sources = sources("");
    let told: crate::config::SiteConfig = toml::from_str(text).expect("settings");
    (sources.config.owner, sources.config.check) = (told.owner, told.check);
    sources.config.check.allow.insert("unused-entry".to_owned(), "around the fixture".to_owned());
    sources.config_file = SourceFile::new("site.toml", text);
    let said = shown(&sources, Language::En);
    let places: Vec<&str> =
        said.lines().filter(|it| it.starts_with("site.toml")).filter_map(|it| it.split(']').next()).collect();
    assert_eq!(
        places,
        [
            "site.toml:6:13 C301 [en",
            "site.toml:7:10 C116 [gop-y",
            "site.toml:9:9 C128 [Trang",
            "site.toml:10:15 C128 [mới",
        ]
    );
}

#[test]
fn a_title_among_the_popular_was_not_told_its_id() {
    let mut sources = sources(GOOD);
    let text = "[owner]\npopular = [\"Cấp điện mới\", \"new connection\", \"Moi\", \"Khác\"]\n";
    sources.config_file = SourceFile::new("site.toml", text);
    sources.config.owner.popular =
        ["Cấp điện mới", "new connection", "Moi", "Khác"].map(str::to_owned).to_vec();
    expect![[r#"
        site.toml:2:13 C301 [Cấp điện mới] `Cấp điện mới` is what the procedure is called; here belongs its id
            Write `moi`.
        site.toml:2:29 C301 [new connection] `new connection` is what the procedure is called; here belongs its id
            Write `moi`.
        site.toml:2:47 C301 [Moi] there is no procedure `Moi`
            Write `moi`.
        site.toml:2:54 C301 [Khác] there is no procedure `Khác`
            Write an id that content/procedures has, or add one there first and write it here.
    "#]].assert_eq(&shown(&sources, Language::En));
}

#[test]
fn all_forms_were_told_of_a_host_that_has_an_address_in_its_place() {
    let text = "links.apply_hosts = [\"https://dichvucong.gov.vn/\"]\n";
    let mut sources = sources(GOOD);
    sources.config.links = toml::from_str::<crate::config::SiteConfig>(text).expect("settings").links;
    sources.config_file = SourceFile::new("site.toml", text);
    let said = shown(&sources, Language::En);
    assert!(said.contains(" C128 ") && !said.contains(" C108 "), "{said}");
}
