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
pub mod shared_code;
pub mod same_title;
pub mod prose_without_record;
pub mod unknown_language;
pub mod case_like_agency;
pub mod cut_by_comma;
pub mod cut_by_comment;
pub mod no_content;
pub mod conflict_mark;
pub mod empty_file;
pub mod no_golden;
pub mod bad_id;
pub mod unknown_value;
pub mod bad_setting;
pub mod bad_time;
pub mod bad_fee;
pub mod bad_date;
pub mod date_order;
pub mod date_odd;
pub mod step_longer;
pub mod figure_odd;
pub mod legal_number;
pub mod bad_url;
pub mod apply_host;
pub mod apply_missing;
pub mod terms_hole;
pub mod terms_tie;
pub mod terms_run_out;
pub mod partial_without_reason;
pub mod bad_number;
pub mod bad_phone;
pub mod bad_email;
pub mod bad_hours;
pub mod hours_overlap;
pub mod any_of_one;
pub mod document_without_name;
pub mod listed_twice;
pub mod said_twice;
pub mod bad_alias;
pub mod review_overdue;
pub mod date_in_future;
pub mod legal_expired;
pub mod legal_newer;
pub mod too_many_cases;
pub mod unused_case;
pub mod leads_to_withdrawn;
pub mod leads_to_draft;
pub mod agency_cycle;
pub mod calendar_year;
pub mod off_and_worked;
pub mod bad_position;
pub mod calendar_gap;
pub mod calendar_missing;
pub mod calendar_overdue;
pub mod unknown_reference;
pub mod no_such_office;
pub mod form_missing;
pub mod form_kind;
pub mod unused_entry;
pub mod before_cycle;
pub mod journey_repeats;
pub mod related_to_itself;
pub mod alias_clash;
pub mod address_taken;
pub mod golden_line;
pub mod golden_miss;
pub mod ledger_line;
pub mod address_lost;
pub mod address_unnoted;
pub mod synonym_clash;
pub mod synonym_idle;
pub mod unknown_rule;
pub mod not_nfc;
pub mod mixed_tones;
pub mod hidden_character;
pub mod raw_html;
pub mod vague_link;
pub mod column_without_name;
pub mod low_contrast;
pub mod theme_words;
pub mod bare_question;
pub mod broken_theme;
pub mod theme_file;
pub mod heading_jump;
pub mod broken_link;
pub mod broken_anchor;
pub mod image_without_text;
pub mod bad_link;
pub mod link_without_text;
pub mod prose_time;
pub mod prose_fee;
pub mod default_language_missing;
pub mod title_not_translated;
pub mod curly_quotes;
pub mod lone_quote;
pub mod image_elsewhere;
pub mod surplus_cell;
pub mod indented_prose;
pub mod ruled_heading;
pub mod starter_text;
pub mod other_language;
pub mod no_accents;
pub mod all_capitals;
pub mod marks_in_text;
pub mod pasted_table;
pub mod idle_key;
pub mod idle_mark;
pub mod translation_with_data;
pub mod choice_outcome;
pub mod choice_unreachable;
pub mod choice_overlap;
pub mod choice_hole;
pub mod choice_size;
pub mod journey_lacks;
pub mod offices_alike;
pub mod paper_cycle;
pub mod journey_order;

use crate::config::CheckConfig;
use crate::diagnostic::{Rule, Severity};

/// Bytes of what somebody wrote that are still repeated as it would be written.
pub(crate) const REPEATED: usize = 200;

/// Errors that a site may decide to live with, as it may with any warning: all that was written is
/// published as it was written. Any other error means that something is lost or cannot be said: a
/// file of which there is no entry, a value nobody can show, a button that leads nowhere. To allow
/// that would be to lose it without a word.
const MAY_BE_ALLOWED: &[&Rule] = &[
    &calendar_overdue::RULE,
    &calendar_gap::RULE,
    &before_cycle::RULE,
    &golden_miss::RULE,
    &address_lost::RULE,
    &journey_order::RULE,
    &paper_cycle::RULE,
    &hidden_character::RULE,
    &heading_jump::RULE,
    &broken_link::RULE,
    &broken_anchor::RULE,
    &image_without_text::RULE,
    &link_without_text::RULE,
    &low_contrast::RULE,
];

pub(crate) fn may_be_allowed(rule: &Rule) -> bool {
    rule.severity == Severity::Warning || MAY_BE_ALLOWED.contains(&rule)
}

/// Does the site not want to be told of it?
pub(crate) fn is_allowed(config: &CheckConfig, rule: &Rule) -> bool {
    let names = || config.allow.contains_key(rule.code) || config.allow.contains_key(rule.name);
    names() && may_be_allowed(rule)
}

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
    &cut_by_comma::RULE,
    &cut_by_comment::RULE,
    &no_content::RULE,
    &conflict_mark::RULE,
    &empty_file::RULE,
    &no_golden::RULE,
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
    &terms_run_out::RULE,
    &partial_without_reason::RULE,
    &bad_number::RULE,
    &bad_phone::RULE,
    &bad_email::RULE,
    &bad_hours::RULE,
    &any_of_one::RULE,
    &document_without_name::RULE,
    &listed_twice::RULE,
    &bad_alias::RULE,
    &review_overdue::RULE,
    &date_in_future::RULE,
    &legal_expired::RULE,
    &unused_case::RULE,
    &leads_to_withdrawn::RULE,
    &leads_to_draft::RULE,
    &bad_setting::RULE,
    &case_like_agency::RULE,
    &legal_newer::RULE,
    &hours_overlap::RULE,
    &too_many_cases::RULE,
    &said_twice::RULE,
    &idle_key::RULE,
    &date_odd::RULE,
    &step_longer::RULE,
    &figure_odd::RULE,
    &legal_number::RULE,
    &agency_cycle::RULE,
    &calendar_year::RULE,
    &off_and_worked::RULE,
    &bad_position::RULE,
    &calendar_missing::RULE,
    &calendar_overdue::RULE,
    &calendar_gap::RULE,
    &unknown_reference::RULE,
    &no_such_office::RULE,
    &form_missing::RULE,
    &form_kind::RULE,
    &unused_entry::RULE,
    &before_cycle::RULE,
    &journey_repeats::RULE,
    &related_to_itself::RULE,
    &alias_clash::RULE,
    &address_taken::RULE,
    &golden_line::RULE,
    &unknown_rule::RULE,
    &golden_miss::RULE,
    &synonym_clash::RULE,
    &synonym_idle::RULE,
    &shared_code::RULE,
    &same_title::RULE,
    &journey_order::RULE,
    &paper_cycle::RULE,
    &journey_lacks::RULE,
    &choice_size::RULE,
    &offices_alike::RULE,
    &ledger_line::RULE,
    &address_lost::RULE,
    &address_unnoted::RULE,
    &choice_hole::RULE,
    &choice_overlap::RULE,
    &choice_unreachable::RULE,
    &choice_outcome::RULE,
    &not_nfc::RULE,
    &mixed_tones::RULE,
    &hidden_character::RULE,
    &raw_html::RULE,
    &heading_jump::RULE,
    &broken_link::RULE,
    &broken_anchor::RULE,
    &image_without_text::RULE,
    &bad_link::RULE,
    &link_without_text::RULE,
    &prose_time::RULE,
    &prose_fee::RULE,
    &default_language_missing::RULE,
    &vague_link::RULE,
    &column_without_name::RULE,
    &title_not_translated::RULE,
    &translation_with_data::RULE,
    &curly_quotes::RULE,
    &theme_words::RULE,
    &bare_question::RULE,
    &marks_in_text::RULE,
    &pasted_table::RULE,
    &idle_mark::RULE,
    &lone_quote::RULE,
    &image_elsewhere::RULE,
    &surplus_cell::RULE,
    &indented_prose::RULE,
    &ruled_heading::RULE,
    &starter_text::RULE,
    &other_language::RULE,
    &no_accents::RULE,
    &all_capitals::RULE,
    &low_contrast::RULE,
    &broken_theme::RULE,
    &theme_file::RULE,
];

#[cfg(test)]
mod tests;
