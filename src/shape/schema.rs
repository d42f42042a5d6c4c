//! The same shapes as JSON Schemas (draft 07, which every editor knows).

use serde_json::{Map as Object, Value as Json, json};

use super::{
    AGENCY, AUDIENCE, CALENDAR, CHOICE, FIELD, GLOSSARY_ENTRY, JOURNEY, Key, LEGAL_TEXT, OFFICE, PAGE, PAPER,
    PROCEDURE, SITE, SYNONYM_GROUP, Shape, Value,
};

/// A kind of file, and which files are of it.
pub struct FileKind {
    /// `procedure`
    pub name: &'static str,
    /// Below the site's folder: `content/procedures/**/*.yaml`.
    pub files: &'static str,
    pub content: FileContent,
}

pub enum FileContent {
    /// The map itself.
    One(&'static Shape),
    /// A map of such maps, by id.
    ById(&'static Shape),
}

pub static FILE_KINDS: [FileKind; 14] = [
    one("procedure", "content/procedures/**/*.yaml", &PROCEDURE),
    one("agency", "content/agencies/*.yaml", &AGENCY),
    one("office", "content/offices/*.yaml", &OFFICE),
    one("journey", "content/journeys/*.yaml", &JOURNEY),
    one("choice", "content/choices/*.yaml", &CHOICE),
    one("calendar", "content/calendar/*.yaml", &CALENDAR),
    by_id("fields", "content/fields.yaml", &FIELD),
    by_id("audiences", "content/audiences.yaml", &AUDIENCE),
    by_id("papers", "content/papers.yaml", &PAPER),
    by_id("legal", "content/legal.yaml", &LEGAL_TEXT),
    by_id("glossary", "content/glossary.yaml", &GLOSSARY_ENTRY),
    by_id("synonyms", "content/synonyms.yaml", &SYNONYM_GROUP),
    one("page", "content/pages/**/*.md", &PAGE),
    one("site", "site.toml", &SITE),
];

const fn one(name: &'static str, files: &'static str, shape: &'static Shape) -> FileKind {
    FileKind { name, files, content: FileContent::One(shape) }
}

const fn by_id(name: &'static str, files: &'static str, shape: &'static Shape) -> FileKind {
    FileKind { name, files, content: FileContent::ById(shape) }
}

/// What an editor needs to complete and explain a file of that kind. Maps stand in `definitions`
/// under their numbers, in the order in which they are met.
pub fn schema(kind: &FileKind) -> Json {
    let mut met: Vec<(*const Shape, Json)> = Vec::new();
    let body = match kind.content {
        FileContent::One(shape) => object(shape, &mut met),
        FileContent::ById(shape) => entries(shape, &mut met),
    };
    let mut whole = Object::new();
    whole.insert("$schema".to_owned(), "http://json-schema.org/draft-07/schema#".into());
    whole.insert("$comment".to_owned(), "thutuc schema".into());
    if let Json::Object(body) = body {
        whole.extend(body);
    }
    if !met.is_empty() {
        let definitions = met.into_iter().enumerate().map(|(nth, (_, it))| (name(nth), it));
        whole.insert("definitions".to_owned(), Json::Object(definitions.collect()));
    }
    Json::Object(whole)
}

fn name(nth: usize) -> String {
    format!("m{}", nth + 1)
}

fn object(shape: &'static Shape, met: &mut Vec<(*const Shape, Json)>) -> Json {
    let properties: Object<String, Json> =
        shape.keys.iter().map(|it| (it.name.to_owned(), property(it, met))).collect();
    let needed: Vec<&str> = shape.needed().collect();
    let mut out = json!({
        "description": shape.about,
        "type": "object",
        "properties": properties,
        // Keys of one's own.
        "patternProperties": {"^x_": {}},
        "additionalProperties": false,
    });
    if !needed.is_empty() {
        out["required"] = needed.into();
    }
    if !shape.one_of.is_empty() {
        out["anyOf"] = shape.one_of.iter().map(|it| json!({"required": [it]})).collect();
    }
    out
}

fn entries(shape: &'static Shape, met: &mut Vec<(*const Shape, Json)>) -> Json {
    json!({
        "description": shape.about,
        "type": "object",
        "patternProperties": {"^x_": {}, ID: reference(shape, met)},
        "additionalProperties": false,
    })
}

fn property(key: &'static Key, met: &mut Vec<(*const Shape, Json)>) -> Json {
    let value = value(&key.value, met);
    let mut out = Object::new();
    out.insert("description".to_owned(), key.about.into());
    // A reference hides what stands beside it.
    if value.get("$ref").is_some() {
        out.insert("allOf".to_owned(), json!([value]));
    } else if let Json::Object(value) = value {
        out.extend(value);
    }
    Json::Object(out)
}

fn reference(shape: &'static Shape, met: &mut Vec<(*const Shape, Json)>) -> Json {
    let address = std::ptr::from_ref(shape);
    let known = met.iter().position(|(it, _)| *it == address);
    let nth = known.unwrap_or_else(|| {
        let nth = met.len();
        met.push((address, Json::Null));
        met[nth].1 = object(shape, met);
        nth
    });
    json!({"$ref": format!("#/definitions/{}", name(nth))})
}

const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
const LANGUAGE: &str = "^[a-z]{2,3}$";
const DATE: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
const CLOCK: &str = "^([01]?[0-9]|2[0-3]):[0-5][0-9]$";
const TIME: &str = "^([1-9][0-9]{0,3}([–-][1-9][0-9]{0,3})? (phút|giờ|giờ làm việc|ngày|ngày làm việc|tuần|tháng|năm)|ngay|giải quyết ngay|trong ngày|trong ngày làm việc|theo thoả thuận|theo hợp đồng)$";
const FEE: &str = "^(([0-9]{1,3}(\\.[0-9]{3})*|[0-9]+)([–-]([0-9]{1,3}(\\.[0-9]{3})*|[0-9]+))? ?(đ|₫|đồng|VNĐ|VND)|([0-9]{1,3}(\\.[0-9]{3})*|[0-9]+)(,[0-9]{2})? ?USD|miễn phí|không thu phí|theo dự toán|theo thoả thuận|theo hợp đồng|theo quy định)$";
const URL: &str =
    "^https://[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+([/?#][^\\s\"<>\\\\`']*)?$";
const PHONE: &str = "^\\+?([ .()-]*[0-9]){3,15}[ .()-]*$";
const EMAIL: &str = "^[A-Za-z0-9._+-]+@[A-Za-z0-9_+-]+(\\.[A-Za-z0-9_+-]+)+$";
const FORM: &str = "^files/.+\\.[A-Za-z0-9]+$";
const ALIAS: &str = "^/?[^/].*$";

fn value(value: &'static Value, met: &mut Vec<(*const Shape, Json)>) -> Json {
    let pattern = |pattern: &str, wrong: &str| json!({"type": "string", "pattern": pattern, "patternErrorMessage": wrong});
    match value {
        Value::Text => json!({
            "type": ["string", "object"],
            "minLength": 1,
            "properties": {"vi": {"type": "string", "minLength": 1}, "en": {"type": "string", "minLength": 1}},
            "patternProperties": {LANGUAGE: {"type": "string", "minLength": 1}},
            "additionalProperties": false,
        }),
        Value::Words | Value::Code => json!({"type": "string", "minLength": 1}),
        Value::Setting => json!({"type": "string"}),
        Value::Id => pattern(ID, "Mã chỉ gồm a-z, 0-9 và dấu gạch nối: cap-dien-moi."),
        Value::Reference(what) => {
            pattern(ID, &format!("Ở đây ghi mã của một {what}: a-z, 0-9 và dấu gạch nối."))
        }
        Value::Choice(words) => json!({"enum": words()}),
        Value::Yes => json!({"type": "boolean"}),
        Value::Number => json!({"type": "integer", "minimum": 0, "maximum": 9999}),
        Value::Degrees(most) => json!({"type": "number", "minimum": -i16::from(*most), "maximum": most}),
        Value::Date => pattern(DATE, "Ngày viết năm-tháng-ngày: 2026-11-23."),
        Value::Clock => pattern(CLOCK, "Giờ viết trong ngoặc kép: \"07:30\"."),
        Value::Time => with_examples(
            pattern(TIME, "Thời hạn phải có đơn vị: 5 ngày làm việc; 24 giờ; trong ngày; ngay."),
            &["5 ngày làm việc", "3–7 ngày làm việc", "24 giờ", "trong ngày", "ngay", "theo thoả thuận"],
        ),
        Value::Fee => with_examples(
            pattern(FEE, "Phí phải có đơn vị tiền: miễn phí; 550.000 đ; 155 USD; theo dự toán."),
            &["miễn phí", "550.000 đ", "theo dự toán", "theo thoả thuận", "theo quy định"],
        ),
        Value::Url => pattern(URL, "Địa chỉ đầy đủ, bắt đầu bằng https://, không dấu cách."),
        Value::Phone => pattern(PHONE, "Số điện thoại trong ngoặc kép: \"1900 6769\"."),
        Value::Email => pattern(EMAIL, "Địa chỉ thư: ten@example.vn."),
        Value::Form => pattern(FORM, "Đường dẫn của biểu mẫu trong content: files/don.docx."),
        Value::Alias => pattern(ALIAS, "Địa chỉ cũ trên trang này: /cu/duong-dan/."),
        Value::List(of) => json!({"type": "array", "items": self::value(of, met)}),
        Value::OneOrMore(of) => {
            let one = self::value(of, met);
            json!({"anyOf": [one, {"type": "array", "items": one}]})
        }
        Value::Map(shape) => reference(shape, met),
        Value::ById(shape) => json!({
            "type": "object",
            "patternProperties": {"^x_": {}, ID: reference(shape, met)},
            "additionalProperties": false,
        }),
        Value::Either(values) => {
            json!({"anyOf": values.iter().map(|it| self::value(it, met)).collect::<Vec<_>>()})
        }
        Value::ByLanguage => json!({
            "type": "object",
            "patternProperties": {LANGUAGE: {"type": "string"}},
            "additionalProperties": false,
        }),
        Value::ByWord => json!({"type": "object", "additionalProperties": {"type": "string"}}),
    }
}

/// Offered by editors as completions.
fn with_examples(mut schema: Json, examples: &[&str]) -> Json {
    schema["examples"] = examples.into();
    schema
}
