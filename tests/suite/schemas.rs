//! The schemas that editors use: they say what the checker says, and the repository has them.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use jiff::civil::date;
use serde_json::{Map, Value as Json, json};
use thutuc::check::check;
use thutuc::config::SiteConfig;
use thutuc::diagnostic::{Diagnostic, Severity};
use thutuc::shape::{FILE_KINDS, FileContent, FileKind, Key, Need, Shape, Value, schema};
use thutuc::source::{FoundForm, SourceFile, Sources};

use crate::program::{empty_folder, folder, put, repository, run_to, tree};

#[test]
fn the_repository_has_the_schemas_that_the_program_writes() {
    let root = empty_folder();
    run_to(0, root.path(), &["schema", "--write", "schemas"]);
    let written = tree(root.path());
    assert_eq!(written.len(), FILE_KINDS.len() + 2);
    for (path, bytes) in written {
        let there = repository().join(&path);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            put(repository(), &path, std::str::from_utf8(&bytes).expect("text"));
        }
        assert!(
            fs::read(there).ok().as_ref() == Some(&bytes),
            "{path} is not what the program writes: UPDATE_EXPECT=1 writes it"
        );
    }
}

#[test]
fn one_schema_is_printed_as_it_is_written() {
    let root = empty_folder();
    run_to(0, root.path(), &["schema", "--write", "a/b"]);
    for kind in &FILE_KINDS {
        let printed = run_to(0, root.path(), &["schema", kind.name]).out;
        let written = fs::read_to_string(root.path().join(format!("a/b/{}.schema.json", kind.name)));
        assert_eq!(printed, written.expect("a schema"), "{}", kind.name);
    }
    let ran = run_to(2, root.path(), &["schema", "procedures"]);
    assert!(
        ran.err.contains("không có loại tệp `procedures` (gần giống: `procedure`); có: procedure, agency"),
        "{}",
        ran.err
    );
}

#[test]
fn settings_and_files_of_others_are_kept() {
    let own = "{\n  // mine\n  \"editor.fontSize\": 20\n}\n";
    let root = folder(&[(".vscode/settings.json", own), ("schemas/office.schema.json", "{}")]);
    let ran = run_to(2, root.path(), &["schema", "--write", "schemas"]);
    assert!(ran.err.contains("office.schema.json"), "{}", ran.err);
    fs::remove_file(root.path().join("schemas/office.schema.json")).expect("removed");
    let ran = run_to(0, root.path(), &["schema", "--write", "schemas"]);
    assert!(ran.out.contains(".vscode/settings.json đã có nên giữ nguyên"), "{}", ran.out);
    assert_eq!(fs::read_to_string(root.path().join(".vscode/settings.json")).expect("settings"), own);
    // A second time, over our own files.
    run_to(0, root.path(), &["schema", "--write", "schemas"]);
    for place in
        ["..", "/", "content", "content/x", "a/../..", "", "themes/x", "public", "Content/x", "/srv/schemas"]
    {
        run_to(2, root.path(), &["schema", "--write", place]);
    }
    assert!(!root.path().join("srv").exists(), "a folder elsewhere was made inside the site");
    // What only begins like `content` is a folder as any other.
    run_to(0, root.path(), &["schema", "--write", "contents"]);
    put(root.path(), "site.toml", "output = \"www\"\n");
    run_to(2, root.path(), &["schema", "--write", "www/x"]);
    run_to(0, root.path(), &["schema", "--write", "public"]);
}

#[test]
fn every_real_file_is_valid() {
    let mut seen = BTreeSet::new();
    for (path, bytes) in tree(&repository().join("content")) {
        let path = format!("content/{path}");
        let Some(kind) = FILE_KINDS.iter().find(|it| is_of(&path, it)) else { continue };
        let text = String::from_utf8(bytes).expect("UTF-8");
        let yaml =
            if kind.name == "page" { text.split("---\n").nth(1).expect("front matter") } else { &text };
        assert_valid(kind, &serde_yaml::from_str(yaml).expect("YAML"), &path);
        seen.insert(kind.name);
    }
    let settings = fs::read_to_string(repository().join("site.toml")).expect("settings");
    let site = FILE_KINDS.iter().find(|it| it.name == "site").expect("settings have a schema");
    assert_valid(site, &toml::from_str(&settings).expect("TOML"), "site.toml");
    assert_eq!(seen.len() + 1, FILE_KINDS.len(), "a kind without a real file: {seen:?}");
}

fn is_of(path: &str, kind: &FileKind) -> bool {
    match kind.files.split_once('*') {
        Some((folder, rest)) => {
            let deep = rest.starts_with('*');
            let ending = rest.rsplit('*').next().expect("an ending");
            path.strip_prefix(folder).is_some_and(|it| it.ends_with(ending) && (deep || !it.contains('/')))
        }
        None => path == kind.files,
    }
}

#[track_caller]
fn assert_valid(kind: &FileKind, instance: &Json, what: &str) {
    let validator = jsonschema::validator_for(&schema(kind)).expect("a schema");
    let wrong: Vec<String> =
        validator.iter_errors(instance).map(|it| format!("{}: {it}", it.instance_path())).collect();
    assert!(wrong.is_empty(), "{what}: {wrong:#?}");
}

/// A file with every key that its schema knows is all right for the checker; without one of them,
/// and with one more, both say the same.
#[test]
fn schema_and_checker_know_the_same_keys() {
    for kind in FILE_KINDS.iter().filter(|it| it.name != "site") {
        for choice in 0..2 {
            let whole = sample_of(kind, choice);
            assert_valid(kind, &whole, kind.name);
            assert_eq!(form_errors(kind, &whole), Vec::<String>::new(), "{}\n{whole:#}", kind.name);
        }
        let whole = sample_of(kind, 1);
        let validator = jsonschema::validator_for(&schema(kind)).expect("a schema");
        for (pointer, shape) in maps_of(kind) {
            for key in shape.keys {
                let mut less = whole.clone();
                object(&mut less, &pointer).remove(key.name);
                let missing = form_errors(kind, &less).iter().any(|it| it.starts_with("missing-key"));
                let needed = key.need == Need::Always;
                assert_eq!(missing, needed, "{} {pointer}/{} for the checker", kind.name, key.name);
                assert_eq!(!validator.is_valid(&less), needed, "{} {pointer}/{}", kind.name, key.name);
            }
            let mut more = whole.clone();
            object(&mut more, &pointer).insert("tên lạ".to_owned(), json!("x"));
            assert!(!validator.is_valid(&more), "{} {pointer}", kind.name);
            assert!(
                form_errors(kind, &more).iter().any(|it| it.starts_with("unknown-key")),
                "{} {pointer}",
                kind.name
            );
            let mut own = whole.clone();
            object(&mut own, &pointer).insert("x_của_tôi".to_owned(), json!("x"));
            assert!(validator.is_valid(&own), "{} {pointer}", kind.name);
            assert_eq!(form_errors(kind, &own), Vec::<String>::new(), "{} {pointer}", kind.name);
        }
    }
}

/// A value of another kind is wrong for both.
#[test]
fn schema_and_checker_refuse_the_same_values() {
    for kind in FILE_KINDS.iter().filter(|it| it.name != "site") {
        let whole = sample_of(kind, 1);
        let validator = jsonschema::validator_for(&schema(kind)).expect("a schema");
        for (pointer, shape) in maps_of(kind) {
            for key in shape.keys {
                for wrong in wrong_values(&key.value) {
                    let mut other = whole.clone();
                    let map = object(&mut other, &pointer);
                    // Of keys that exclude each other one is enough, and the others would hide it.
                    let kept = shape.one_of.iter().find(|it| **it == key.name).or(shape.one_of.first());
                    map.retain(|name, _| {
                        !shape.one_of.contains(&name.as_str()) || kept == Some(&name.as_str())
                    });
                    map.insert(key.name.to_owned(), wrong.clone());
                    let at = format!("{} {pointer}/{}: {wrong}", kind.name, key.name);
                    assert!(!validator.is_valid(&other), "{at}: the schema takes it");
                    assert!(!form_errors(kind, &other).is_empty(), "{at}: the checker takes it");
                }
            }
        }
    }
}

/// What the settings' own reader takes is what their schema has.
#[test]
fn schema_and_settings_know_the_same_keys() {
    let site = FILE_KINDS.iter().find(|it| it.name == "site").expect("settings have a schema");
    let FileContent::One(shape) = site.content else { panic!("settings are one map") };
    let mut tables = vec![(String::new(), shape)];
    for key in shape.keys {
        if let Value::Map(inner) = key.value {
            tables.push((format!("[{}]\n", key.name), inner));
        }
    }
    for (head, shape) in tables {
        let error = toml::from_str::<SiteConfig>(&format!("{head}no-such-key = 1\n")).expect_err("unknown");
        let words = error.to_string();
        let (_, known) = words.split_once("expected ").expect("the keys that are known");
        let known: BTreeSet<&str> = known.split('`').skip(1).step_by(2).collect();
        assert_eq!(known, shape.names().collect(), "{head}");
    }
}

/// All keys of a file, with values that are right; of two ways to write a value, the one of that number.
fn sample_of(kind: &FileKind, choice: usize) -> Json {
    match kind.content {
        FileContent::One(shape) => sample_map(shape, choice),
        FileContent::ById(shape) => json!({"mot": sample_map(shape, choice)}),
    }
}

fn sample_map(shape: &Shape, choice: usize) -> Json {
    let sample = |key: &Key| match (&key.value, key.name) {
        // An hour after the one it begins.
        (Value::Clock, "until") => json!("11:30"),
        (Value::Date, _) if key.about.contains("2027") => json!("2027-01-01"),
        _ => sample(&key.value, choice),
    };
    Json::Object(shape.keys.iter().map(|it| (it.name.to_owned(), sample(it))).collect())
}

fn sample(value: &Value, choice: usize) -> Json {
    match value {
        Value::Text => [json!("Chữ"), json!({"vi": "Chữ", "en": "Word"})][choice].clone(),
        Value::Words | Value::Setting | Value::Id | Value::Reference(_) => json!("mot"),
        Value::Code => json!("1.0"),
        Value::Choice(words) => json!(words()[0]),
        Value::Yes => json!(true),
        Value::Number => json!(1),
        Value::Degrees(_) => json!(21.5),
        Value::Date => json!("2026-01-31"),
        Value::Clock => json!("07:30"),
        Value::Time => json!(["5 ngày làm việc", "3–7 ngày làm việc"][choice]),
        Value::Fee => json!(["miễn phí", "100.000–550.000 đ"][choice]),
        Value::Url => json!("https://example.vn/a"),
        Value::Phone => json!("1900 0000"),
        Value::Email => json!("a@example.vn"),
        Value::Form => json!("files/mot.pdf"),
        Value::Alias => json!("/cu/mot/"),
        Value::List(of) => json!([sample(of, choice)]),
        Value::OneOrMore(of) => [sample(of, choice), json!([sample(of, choice)])][choice].clone(),
        Value::Map(shape) => sample_map(shape, choice),
        Value::ById(shape) => json!({"mot": sample_map(shape, choice)}),
        Value::Either(values) => sample(&values[choice], choice),
        Value::ByLanguage | Value::ByWord => json!({"en": "Word"}),
    }
}

/// Values that only a mistake could put there.
fn wrong_values(value: &Value) -> Vec<Json> {
    match value {
        Value::Text | Value::Words | Value::Code => vec![json!(["x"])],
        Value::Id | Value::Reference(_) => vec![json!("Một hai"), json!(["mot"])],
        Value::Choice(_) => vec![json!("no-such-word"), json!(["mot"])],
        Value::Yes => vec![json!("có"), json!(["x"])],
        Value::Number => vec![json!("một"), json!(10_000), json!(-1), json!(1.5)],
        Value::Degrees(_) => vec![json!("bắc"), json!(181)],
        Value::Date => vec![json!("31/01/2026"), json!("2026-13-01"), json!("2026-1-31"), json!("hôm nay")],
        Value::Clock => vec![json!("7 giờ"), json!("25:00"), json!("7:60")],
        Value::Time => vec![json!("5"), json!("5 hôm"), json!("0 ngày"), json!(5), json!(["ngay"])],
        Value::Fee => vec![json!("550000"), json!("1.50.000 đ"), json!("-5 đ"), json!(0), json!("5 xu")],
        Value::Url => vec![json!("http://example.vn"), json!("example.vn"), json!("https://a b.vn/")],
        Value::Phone => vec![json!("gọi tổng đài"), json!("12")],
        Value::Email => vec![json!("a.example.vn"), json!("a@b")],
        Value::Form => vec![json!("don"), json!("../mot.pdf")],
        Value::Alias => vec![json!("//x"), json!("/")],
        Value::List(_) => vec![json!("x"), json!({"mot": "x"})],
        Value::Map(_) | Value::ById(_) => vec![json!("x"), json!(["x"])],
        // Either way of writing it has wrong values of its own.
        Value::OneOrMore(_) | Value::Either(_) | Value::ByLanguage | Value::ByWord | Value::Setting => {
            Vec::new()
        }
    }
}

/// Every map of a sample and where it stands.
fn maps_of(kind: &FileKind) -> Vec<(String, &'static Shape)> {
    fn into(pointer: String, shape: &'static Shape, found: &mut Vec<(String, &'static Shape)>) {
        for key in shape.keys {
            below(&key.value, format!("{pointer}/{}", key.name), found);
        }
        found.push((pointer, shape));
    }
    fn below(value: &'static Value, pointer: String, found: &mut Vec<(String, &'static Shape)>) {
        match value {
            Value::Map(shape) => into(pointer, shape, found),
            Value::ById(shape) => into(format!("{pointer}/mot"), shape, found),
            Value::List(of) | Value::OneOrMore(of) => below(of, format!("{pointer}/0"), found),
            Value::Either(values) => below(&values[1], pointer, found),
            _ => {}
        }
    }
    let mut found = Vec::new();
    match kind.content {
        FileContent::One(shape) => into(String::new(), shape, &mut found),
        FileContent::ById(shape) => into("/mot".to_owned(), shape, &mut found),
    }
    found
}

fn object<'a>(json: &'a mut Json, pointer: &str) -> &'a mut Map<String, Json> {
    json.pointer_mut(pointer).and_then(Json::as_object_mut).expect("a map stands there")
}

/// What the checker says of the form of a file: `name: message`. A catalogue in which every
/// reference is to `mot` is around it.
fn form_errors(kind: &FileKind, file: &Json) -> Vec<String> {
    let around = [
        ("content/fields.yaml", "mot: {title: Một}"),
        ("content/audiences.yaml", "mot: {title: Một}"),
        ("content/papers.yaml", "mot: {title: Một}"),
        ("content/legal.yaml", "mot: {number: '1', title: Một}"),
        ("content/agencies/mot.yaml", "title: Một"),
        ("content/offices/mot.yaml", "{title: Một, kind: one-stop, province: Một}"),
        (
            "content/procedures/mot.yaml",
            "{title: Một, field: mot, agency: mot, status: draft, cases: [{id: mot, title: Một}]}",
        ),
    ];
    let path = match kind.name {
        "page" => "content/pages/mot.md".to_owned(),
        "calendar" => if file.to_string().contains("2027-01-01") {
            "content/calendar/2027.yaml"
        } else {
            "content/calendar/2026.yaml"
        }
        .to_owned(),
        _ => kind.files.replace("**/", "").replace('*', "mot"),
    };
    let text = if kind.name == "page" { format!("---\n{file}\n---\nMột.\n") } else { file.to_string() };
    let mut files: Vec<SourceFile> =
        around.iter().filter(|it| it.0 != path).map(|(path, text)| SourceFile::new(*path, *text)).collect();
    files.push(SourceFile::new(path.clone(), text));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut config = SiteConfig::default();
    config.languages.push("en".to_owned());
    config.links.apply_hosts.push("example.vn".to_owned());
    let pdf = Arc::new(b"%PDF-1.4".to_vec());
    let forms = vec![FoundForm { path: "files/mot.pdf".to_owned(), bytes: pdf }];
    let sources = Sources { config, files, forms, ..Sources::default() };
    let (_, report) = check(&sources, date(2026, 11, 24));
    let of_form = |it: &&Diagnostic| {
        *it.path == *path
            && it.rule.severity == Severity::Error
            && (it.rule.name.starts_with("bad-")
                || [
                    "unknown-key",
                    "id-differs",
                    "wrong-kind",
                    "missing-key",
                    "unknown-value",
                    "unknown-reference",
                    "empty-value",
                    "form-missing",
                    "yaml-syntax",
                ]
                .contains(&it.rule.name))
    };
    report
        .diagnostics
        .iter()
        .filter(of_form)
        .map(|it| format!("{}: {}", it.rule.name, it.message.en))
        .collect()
}
