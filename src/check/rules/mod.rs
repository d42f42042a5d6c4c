//! Every kind of mistake, one file each: its words, and the text that `explain` shows.
//! A code, once released, never means something else.

pub mod yaml_syntax;
pub mod yaml_tab;
pub mod yaml_reference;
pub mod yaml_limits;
pub mod yaml_document;
pub mod unknown_key;
pub mod missing_key;
pub mod duplicate_key;
pub mod wrong_kind;
pub mod empty_value;
pub mod not_utf8;
pub mod file_too_large;
pub mod not_a_file;
pub mod unreadable_file;
pub mod bad_file_name;
pub mod unknown_file;
pub mod front_matter;
pub mod id_differs;
pub mod duplicate_id;
pub mod prose_without_record;
pub mod unknown_language;
pub mod bad_id;
pub mod unknown_value;
pub mod bad_time;
pub mod bad_fee;
pub mod bad_date;
pub mod date_order;
pub mod bad_url;
pub mod apply_host;
pub mod apply_missing;
pub mod terms_hole;
pub mod terms_tie;
pub mod partial_without_reason;
pub mod withdrawn_without_replacement;
pub mod bad_number;
pub mod bad_phone;
pub mod bad_email;
pub mod bad_hours;
pub mod any_of_one;
pub mod document_without_name;
pub mod listed_twice;
pub mod bad_alias;
pub mod agency_cycle;
pub mod calendar_year;
pub mod off_and_worked;
pub mod bad_position;
pub mod unknown_reference;
pub mod no_such_office;
pub mod form_missing;

use crate::diagnostic::Rule;

/// By code.
pub const RULES: &[&Rule] = &[
    &yaml_syntax::RULE,
    &yaml_tab::RULE,
    &yaml_reference::RULE,
    &yaml_limits::RULE,
    &yaml_document::RULE,
    &unknown_key::RULE,
    &missing_key::RULE,
    &duplicate_key::RULE,
    &wrong_kind::RULE,
    &empty_value::RULE,
    &not_utf8::RULE,
    &file_too_large::RULE,
    &not_a_file::RULE,
    &unreadable_file::RULE,
    &bad_file_name::RULE,
    &unknown_file::RULE,
    &front_matter::RULE,
    &id_differs::RULE,
    &duplicate_id::RULE,
    &prose_without_record::RULE,
    &unknown_language::RULE,
    &bad_id::RULE,
    &unknown_value::RULE,
    &bad_time::RULE,
    &bad_fee::RULE,
    &bad_date::RULE,
    &date_order::RULE,
    &bad_url::RULE,
    &apply_host::RULE,
    &apply_missing::RULE,
    &terms_hole::RULE,
    &terms_tie::RULE,
    &partial_without_reason::RULE,
    &withdrawn_without_replacement::RULE,
    &bad_number::RULE,
    &bad_phone::RULE,
    &bad_email::RULE,
    &bad_hours::RULE,
    &any_of_one::RULE,
    &document_without_name::RULE,
    &listed_twice::RULE,
    &bad_alias::RULE,
    &agency_cycle::RULE,
    &calendar_year::RULE,
    &off_and_worked::RULE,
    &bad_position::RULE,
    &unknown_reference::RULE,
    &no_such_office::RULE,
    &form_missing::RULE,
];
