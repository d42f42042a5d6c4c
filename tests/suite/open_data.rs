//! `api/v1/` of the real catalogue: as its own description says, whole, and in step with the pages.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};

use crate::built::real_site;
use crate::program::{TODAY, folder, run_to};

fn file(path: &str) -> Value {
    let bytes = &real_site()[&format!("api/v1/{path}")];
    serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn fields() -> Vec<String> {
    let index = file("index.json");
    let fields = index["fields"].as_array().expect("a list").iter();
    fields.map(|it| it["id"].as_str().expect("an id").to_owned()).collect()
}

fn procedures() -> Vec<Value> {
    fields()
        .iter()
        .flat_map(|field| {
            file(&format!("procedures/{field}.json"))["procedures"].as_array().expect("a list").clone()
        })
        .collect()
}

/// Is it as the description says?
#[track_caller]
fn valid(schema: &str, value: &Value, what: &str) {
    let whole = json!({
        "$ref": format!("#/components/schemas/{schema}"),
        "components": file("openapi.json")["components"],
    });
    let validator = jsonschema::validator_for(&whole).expect("the description holds schemas");
    let errors: Vec<String> =
        validator.iter_errors(value).map(|it| format!("{what}{}: {it}", it.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn files_are_as_their_description_says() {
    valid("Index", &file("index.json"), "index.json");
    for field in fields() {
        valid("Procedures", &file(&format!("procedures/{field}.json")), &field);
    }
    let description = file("openapi.json");
    let paths = description["paths"].as_object().expect("paths");
    let mut named: BTreeSet<String> = BTreeSet::from(["api/v1/openapi.json".to_owned()]);
    for path in paths.keys() {
        for field in fields() {
            named.insert(format!("api/v1{}", path.replace("{field}", &field)));
        }
    }
    let there: BTreeSet<String> = real_site().keys().filter(|it| it.starts_with("api/")).cloned().collect();
    assert_eq!(named, there, "every file is described and every description has its files");
}

#[test]
fn every_procedure_is_there_once_with_a_page_that_exists() {
    let ids: Vec<String> =
        procedures().iter().map(|it| it["id"].as_str().expect("an id").to_owned()).collect();
    assert_eq!(ids.len(), 27);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 27);
    for it in procedures() {
        let page = format!("{}index.html", it["address"].as_str().expect("an address"));
        assert!(real_site().contains_key(&page), "{page}");
    }
}

#[test]
fn times_and_fees_of_the_data_are_on_the_pages() {
    let mut seen = 0;
    for it in procedures() {
        let address = it["address"].as_str().expect("an address");
        let pages: String = real_site()
            .iter()
            .filter(|(path, _)| path.starts_with(address))
            .map(|(_, bytes)| String::from_utf8_lossy(bytes).replace("\u{a0}", " ").replace("&nbsp;", " "))
            .collect();
        for term in it["terms"].as_array().expect("a list") {
            for value in ["time", "fee"].iter().filter_map(|key| term[*key]["text"].as_str()) {
                assert!(pages.contains(value), "{address}: {value}");
                seen += 1;
            }
        }
    }
    assert!(seen > 40, "only {seen} values");
}

#[test]
fn the_table_has_a_row_for_each_time_and_fee() {
    for field in fields() {
        let text = String::from_utf8(real_site()[&format!("api/v1/procedures/{field}.csv")].clone());
        let text = text.expect("UTF-8");
        let rows = text.strip_prefix('\u{feff}').expect("a mark for Excel").lines().count();
        let json = file(&format!("procedures/{field}.json"));
        let terms = json["procedures"].as_array().expect("a list").iter();
        let expected: usize = terms.map(|it| it["terms"].as_array().expect("a list").len().max(1)).sum();
        assert_eq!(rows, expected + 1, "{field}");
    }
}

#[test]
fn linked_data_names_what_exists() {
    let agencies = file("agencies.jsonld");
    let known: BTreeSet<&str> = agencies["@graph"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| it["@id"].as_str().expect("an id"))
        .collect();
    let mut services = 0;
    for field in fields() {
        let graph = file(&format!("procedures/{field}.jsonld"));
        for it in graph["@graph"].as_array().expect("a list") {
            services += 1;
            assert!(known.contains(it["authority"].as_str().expect("an agency")), "{it}");
        }
    }
    assert_eq!(services, 27);
}

#[test]
fn what_pages_say_of_a_record_was_missing_in_the_data() {
    let site = folder(&[
        ("content/fields.yaml", "dien: {title: Điện}\n"),
        ("content/agencies/evn.yaml", "title: EVN\n"),
        (
            "content/procedures/a.yaml",
            "title: A\nfield: dien\nagency: evn\nunconfirmed: [time, fee, apply]\nalso_called: [lắp điện]\n\
             online: {level: partial, reason: Phải ký tại nhà}\nowner: Phòng Kinh doanh\n\
             decision: {number: 12/QĐ, date: 2026-01-02, issuer: EVN}\n\
             status: {state: suspended, reason: Đang đổi phần mềm, until: 2026-12-31}\n\
             cases: [{id: cot, title: Có cột, note: Cột của khách hàng}]\n\
             conditions: [{text: Có đất, case: cot}]\n",
        ),
    ]);
    run_to(0, site.path(), &["build", "--quiet", "--as-of", TODAY]);
    let data = fs::read(site.path().join("public/api/v1/procedures/dien.json")).expect("a file");
    let data: Value = serde_json::from_slice(&data).expect("JSON");
    let it = &data["procedures"][0];
    assert_eq!(it["also_called"], json!(["lắp điện"]));
    assert_eq!(it["online_reason"], json!({"vi": "Phải ký tại nhà"}));
    assert_eq!(it["owner"], "Phòng Kinh doanh");
    assert_eq!(it["decision"], json!({"number": "12/QĐ", "date": "2026-01-02", "issuer": {"vi": "EVN"}}));
    assert_eq!(it["suspended"], json!({"reason": {"vi": "Đang đổi phần mềm"}, "until": "2026-12-31"}));
    assert_eq!(it["cases"][0]["note"], json!({"vi": "Cột của khách hàng"}));
    valid("Procedures", &data, "a suspended record");
}
