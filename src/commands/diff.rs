//! `diff`: what readers are told now and were not before, in words instead of lines of YAML.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::asked::{Asked, asked};
use super::context::Context;
use super::{Outcome, terminal};
use crate::compare::{How, LineChange, RecordChange, compare};
use crate::derive::{Record, derive};
use crate::diagnostic::Language;
use crate::error::Result;
use crate::model::Section;
use crate::source::Sources;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder of the site as it was.
    #[arg(value_name = "DIR")]
    before: PathBuf,
}

/// Folders of what is compared record by record.
const RECORDS: [&str; 3] = ["content/procedures/", "content/agencies/", "content/offices/"];

/// Characters of what was and what is that are read in one line.
const SHORT: usize = 90;

pub(super) fn run(context: &Context, args: &Args) -> Result<Outcome> {
    let earlier = context.at(&args.before);
    let Some(before) = asked(&earlier, "diff")? else {
        terminal::complain(&errors_there(args, context.language()));
        return Ok(Outcome::Found);
    };
    let Some(after) = asked(context, "diff")? else { return Ok(Outcome::Found) };
    let changes = compare(&records(&before), &records(&after), after.as_of);
    let files = other_files(&before.sources, &after.sources);
    terminal::say(&if after.in_json {
        format!("{:#}\n", serde_json::json!({ "records": changes, "other_files": files }))
    } else {
        text(&changes, &files, context.language())
    })?;
    let is_explained = changes.iter().all(|it| !it.unexplained);
    Ok(if is_explained { Outcome::Done } else { Outcome::Unexplained })
}

fn records(it: &Asked) -> Vec<Record> {
    derive(&it.catalogue, &it.sources.config, it.as_of).records()
}

/// Those that differ and are no record of their own, in the order of their names.
fn other_files(before: &Sources, after: &Sources) -> Vec<String> {
    let mut all: BTreeMap<String, [Option<&[u8]>; 2]> = BTreeMap::new();
    for (nth, sources) in [before, after].into_iter().enumerate() {
        let files = sources.files.iter().chain([&sources.config_file]);
        let files = files.map(|it| (it.path.to_string(), it.text.as_bytes()));
        let forms = sources.forms.iter().map(|it| (format!("content/{}", it.path), it.bytes.as_slice()));
        for (path, bytes) in files.chain(forms) {
            all.entry(path).or_default()[nth] = Some(bytes);
        }
    }
    let is_record = |path: &str| RECORDS.iter().any(|it| path.starts_with(it));
    let other = all.into_iter().filter(|(path, [then, now])| then != now && !is_record(path));
    other.map(|it| it.0).collect()
}

fn errors_there(args: &Args, language: Language) -> String {
    let folder = args.before.display();
    match language {
        Language::Vi => format!("Các lỗi trên ở {folder}, nên chưa so được.\n"),
        Language::En => format!("These mistakes are in {folder}, so nothing was compared.\n"),
    }
}

fn text(changes: &[RecordChange], files: &[String], language: Language) -> String {
    if changes.is_empty() && files.is_empty() {
        return match language {
            Language::Vi => "Người đọc không thấy gì khác.\n".to_owned(),
            Language::En => "Readers are told nothing else.\n".to_owned(),
        };
    }
    let records: String = changes.iter().map(|it| record_text(it, language)).collect();
    let other = match (language, files) {
        (_, []) => String::new(),
        (Language::Vi, _) => format!("Tệp khác cũng đổi: {}\n", files.join(", ")),
        (Language::En, _) => format!("Other files that changed: {}\n", files.join(", ")),
    };
    let count = |how| changes.iter().filter(|it| it.how == how).count();
    let (changed, new, gone) = (count(How::Changed), count(How::Added), count(How::Removed));
    let unexplained = changes.iter().filter(|it| it.unexplained).count();
    let counts = match language {
        Language::Vi => format!("Đổi {changed}, mới {new}, bỏ {gone}; chưa nói vì sao: {unexplained}.\n"),
        Language::En => {
            format!("{changed} changed, {new} new, {gone} gone; {unexplained} without a reason.\n")
        }
    };
    [records, other, counts].concat()
}

fn record_text(it: &RecordChange, language: Language) -> String {
    let said = |vi: &'static str, en: &'static str| if language == Language::Vi { vi } else { en };
    let [new, gone] = match it.kind {
        "procedure" => {
            [said("Thủ tục mới: ", "New procedure: "), said("Bỏ thủ tục: ", "Gone, a procedure: ")]
        }
        "agency" => [said("Cơ quan mới: ", "New agency: "), said("Bỏ cơ quan: ", "Gone, an agency: ")],
        _ => [said("Nơi nộp mới: ", "New office: "), said("Bỏ nơi nộp: ", "Gone, an office: ")],
    };
    let head = match it.how {
        How::Changed => "",
        How::Added => new,
        How::Removed => gone,
    };
    let earlier = it.earlier_id.as_ref().map(|it| format!("{}{it}", said(", trước là ", ", before ")));
    let lines: String = it.lines.iter().map(|it| line_text(it, language)).collect();
    let why = said(
        "  ! chưa có dòng mới dưới `changes` nói vì sao\n",
        "  ! no new line under `changes` says why\n",
    );
    format!(
        "{head}{} ({}{})\n{lines}{}\n",
        it.title,
        it.id,
        earlier.unwrap_or_default(),
        if it.unexplained { why } else { "" }
    )
}

fn line_text(it: &LineChange, language: Language) -> String {
    let lang = it.lang.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
    let about = it.about.as_ref().map(|it| format!(" · {it}")).unwrap_or_default();
    let what = format!("{}{lang}{about}", name(it.part, language));
    let nothing = if language == Language::Vi { "không ghi gì" } else { "nothing" };
    let said = |it: &str| if it.is_empty() { nothing.to_owned() } else { it.to_owned() };
    let changed = match (&it.before, &it.after) {
        (Some(before), Some(after)) => {
            let (before, after) = (said(before), said(after));
            let is_short = before.chars().chain(after.chars()).nth(SHORT).is_none();
            if is_short {
                format!("  ~ {what}: {before} → {after}\n")
            } else {
                format!("  ~ {what}:\n      - {before}\n      + {after}\n")
            }
        }
        (None, Some(after)) => format!("  + {what}: {}\n", said(after)),
        (before, None) => format!("  - {what}: {}\n", said(before.as_deref().unwrap_or_default())),
    };
    // What a translation says is from where its original is from.
    let source = it.source.as_ref().filter(|_| it.lang.is_none());
    changed + &source.map(|source| source_text(source, it, language)).unwrap_or_default()
}

fn source_text(title: &str, it: &LineChange, language: Language) -> String {
    let said = |vi: &'static str, en: &'static str| if language == Language::Vi { vi } else { en };
    let checked = it.source_checked.as_ref().map(|it| format!("{}{it}", said(", kiểm tra ", ", checked ")));
    let url = it.source_url.as_ref().map(|it| format!("      {it}\n"));
    let again = said(
        "      ! nội dung đổi mà nguồn vẫn ghi ngày kiểm tra cũ\n",
        "      ! this changed, and the source was not checked again\n",
    );
    format!(
        "      {}{title}{}\n{}{}",
        said("nguồn: ", "source: "),
        checked.unwrap_or_default(),
        url.unwrap_or_default(),
        if it.not_read_again { again } else { "" }
    )
}

/// Parts that `unconfirmed` cannot name; in Vietnamese, in English.
const NAMES: &[(&str, &str, &str)] = &[
    ("title", "tên", "name"),
    ("official_title", "tên chính thức", "official name"),
    ("task", "việc cần làm", "what one wants"),
    ("code", "mã thủ tục", "code"),
    ("status", "tình trạng", "status"),
    ("summary", "tóm tắt", "summary"),
    ("field", "lĩnh vực", "field"),
    ("audiences", "ai làm được", "who may apply"),
    ("agency", "cơ quan", "agency"),
    ("agencies", "cơ quan khác", "other agency"),
    ("decision", "quyết định công bố", "decision"),
    ("online_reason", "vì sao chưa toàn trình", "why not fully online"),
    ("cases", "trường hợp", "case"),
    ("related", "thủ tục liên quan", "related procedure"),
    ("sources", "nguồn", "source"),
    ("unconfirmed", "chưa xác nhận", "not confirmed"),
    ("effective", "ngày có hiệu lực", "in force since"),
    ("reviewed", "ngày rà soát", "reviewed"),
    ("owner", "đơn vị giữ nội dung", "owner"),
    ("prose", "bài viết", "prose"),
    ("short", "tên ngắn", "short name"),
    ("parent", "cơ quan cấp trên", "parent"),
    ("hotline", "tổng đài", "hotline"),
    ("email", "thư điện tử", "e-mail"),
    ("site", "trang web", "site"),
    ("area", "địa bàn", "area"),
    ("kind", "loại", "kind"),
    ("street", "địa chỉ", "street"),
    ("province", "tỉnh, thành phố", "province"),
    ("earlier_names", "tên cũ", "earlier name"),
    ("phone", "điện thoại", "phone"),
    ("hours", "giờ làm việc", "hours"),
    ("accepts", "nhận gì", "accepts"),
    ("position", "toạ độ", "position"),
    ("note", "ghi chú", "note"),
];

fn name(part: &'static str, language: Language) -> &'static str {
    let sections = Section::ALL.map(|it| (it.key(), it.words()[0], it.words()[1]));
    let named = sections.into_iter().chain(NAMES.iter().copied()).find(|it| it.0 == part);
    let (_, vi, en) = named.unwrap_or((part, part, part));
    if language == Language::Vi { vi } else { en }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_a_record_has_a_name() {
        let record = include_str!("../derive/record.rs");
        let adds = ["lines.one(\"", "lines.named(\"", "lines.add(\"", "lines.cited(\""];
        let parts = adds.iter().flat_map(|it| record.split(it).skip(1)).filter_map(|it| it.split('"').next());
        let nameless: Vec<&str> = parts.clone().filter(|it| name(it, Language::Vi) == *it).collect();
        assert!(nameless.is_empty(), "{nameless:?}");
        assert!(45 < parts.count());
    }
}
