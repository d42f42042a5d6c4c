//! A spreadsheet: one row for each row of a procedure's table of times and fees.

use std::borrow::Cow;

use crate::derive::{Number, OpenProcedure, OpenTerm};

const HEAD: [&str; 20] = [
    "id",
    "code",
    "title",
    "field",
    "agency",
    "online",
    "status",
    "case",
    "channel",
    "for_agency",
    "time",
    "time_most",
    "time_unit",
    "fee",
    "fee_least",
    "fee_most",
    "currency",
    "from",
    "until",
    "apply",
];

/// A byte order mark first, without which Excel takes Vietnamese for something else.
pub(super) fn table(procedures: &[OpenProcedure<'_>]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = "a vector takes any bytes";
    writer.write_record(HEAD).expect(written);
    for it in procedures {
        // A procedure of which no time and no fee is known still has a line.
        let rows = it.terms.iter().map(Some).chain(it.terms.is_empty().then_some(None));
        for term in rows {
            writer.write_record(row(it, term).iter().map(|it| it.as_bytes())).expect(written);
        }
    }
    let bytes = writer.into_inner().expect(written);
    format!("\u{feff}{}", String::from_utf8(bytes).expect("made of text"))
}

fn row<'a>(it: &'a OpenProcedure<'_>, term: Option<&'a OpenTerm<'_>>) -> [Cow<'a, str>; 20] {
    let text = |it: Option<&'a str>| Cow::Borrowed(it.unwrap_or(""));
    let scope = term.map(|it| &it.scope);
    let time = term.and_then(|it| it.time.as_ref());
    let fee = term.and_then(|it| it.fee.as_ref());
    let number = |it: Option<Number>| match it {
        None => Cow::Borrowed(""),
        Some(Number::Whole(it)) => Cow::Owned(it.to_string()),
        Some(Number::Cents(it)) => Cow::Owned(it.to_string()),
    };
    [
        it.id.into(),
        text(it.code),
        it.title.main().into(),
        it.field.into(),
        it.agency.into(),
        it.online.into(),
        it.status.into(),
        text(scope.and_then(|it| it.case)),
        text(scope.and_then(|it| it.channel)),
        text(scope.and_then(|it| it.agency)),
        text(time.map(|it| it.text.as_str())),
        number(time.and_then(|it| it.most).map(|it| Number::Whole(it.into()))),
        text(time.map(|it| it.unit)),
        text(fee.map(|it| it.text.as_str())),
        number(fee.and_then(|it| it.least)),
        number(fee.and_then(|it| it.most)),
        text(fee.and_then(|it| it.currency)),
        text(scope.and_then(|it| it.from.as_deref())),
        text(scope.and_then(|it| it.until.as_deref())),
        text(it.apply.first().map(|it| it.url)),
    ]
}
