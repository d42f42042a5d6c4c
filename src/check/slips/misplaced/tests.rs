//! What authors read of values that YAML takes for something else.

use expect_test::expect;

use crate::check::tests::{bare, shown, sources};
use crate::diagnostic::Language;
use crate::source::FoundForm;

#[test]
fn entries_beside_their_map_were_told_to_be_unknown_keys_and_the_map_to_be_empty() {
    let fixture = |it: &str| shown(&sources(&bare("x", it)), Language::Vi);
    let all: String = [
        "sources:\nevn: {title: X}\nnpc: {title: Y}\nsteps: [{by: agency, title: A, source: npc}]",
        "sources:\n  evn: {title: X}\nnpc:\n  title: Y",
        "decision:\nnumber: 1/QĐ\nissuer: A",
        "sources:\nevn: {titel: X}",
    ]
    .map(fixture)
    .concat();
    expect![[r#"
        procedures/x.yaml:7:1 C001 [evn] `evn` nằm ngoài `sources`, vì không thụt vào
            Thụt dòng `evn` vào 2 dấu cách; mọi dòng thuộc `sources` đều thụt vào như vậy.
        procedures/x.yaml:8:1 C001 [npc] `npc` nằm ngoài `sources`, vì không thụt vào
            Thụt dòng `npc` vào 2 dấu cách; mọi dòng thuộc `sources` đều thụt vào như vậy.
        procedures/x.yaml:7:1 C001 [number] `number` nằm ngoài `decision`, vì không thụt vào
            Thụt dòng `number` vào 2 dấu cách; mọi dòng thuộc `decision` đều thụt vào như vậy.
        procedures/x.yaml:6:1 C010 [sources] `sources` chưa có giá trị
            Điền giá trị, hoặc xoá cả dòng.
        procedures/x.yaml:7:1 C006 [evn] Không có khoá `evn` ở đây
            Dùng một trong các khoá: id, code, title, official_title, summary, task, also_called, field, audiences, agency, agencies, decision, online, apply, cases, channels, terms, documents, steps, result, conditions, legal, related, sources, unconfirmed, effective, reviewed, review_every, translated, owner, status, changes, aliases; khoá riêng của bạn thì đặt tên `x_evn`.
    "#]].assert_eq(&all);
}

#[test]
fn a_key_was_asked_for_its_value_whose_list_stood_below_the_next_wrong_key() {
    let said = |it: &str| shown(&sources(&bare("x", it)), Language::Vi);
    let list = "  - {name: Đơn}";
    let all: String = ["papers", "Giấy tờ"].map(|it| said(&format!("documents:\n{it}:\n{list}"))).concat();
    expect![[r#"
        procedures/x.yaml:7:1 C006 [papers] Không có khoá `papers` ở đây
            Xoá dòng `papers:`; danh sách dưới nó là của `documents` ở dòng trên.
        procedures/x.yaml:7:1 C006 [Giấy tờ] Không có khoá `Giấy tờ` ở đây
            Xoá dòng `Giấy tờ:`; danh sách dưới nó là của `documents` ở dòng trên.
    "#]]
    .assert_eq(&all);
    assert_eq!(said(&format!("documents:\n{list}")), "");
    // Another key is meant, or the list is on the line of the wrong one.
    for other in [format!("documents:\nstesp:\n{list}"), "documents:\npapers: [{name: Đơn}]".to_owned()] {
        assert!(said(&other).contains("C010 [documents]"), "{other}");
    }
}

#[test]
fn a_key_beside_its_map_was_told_to_be_missing_in_it() {
    let fixture = |it: &str| {
        shown(&sources(&bare("x", &format!("apply: https://dichvucong.gov.vn/a\n{it}"))), Language::Vi)
    };
    let all: String =
        ["online:\n  level: partial\nreason: Ký tại chỗ", "online:\n  reason: Ký tại chỗ\nlevel: partial"]
            .map(fixture)
            .concat();
    expect![[r#"
        procedures/x.yaml:9:1 C001 [reason] `reason` nằm ngoài `online`, vì không thụt vào
            Thụt dòng `reason` vào 2 dấu cách; mọi dòng thuộc `online` đều thụt vào như vậy.
        procedures/x.yaml:9:1 C001 [level] `level` nằm ngoài `online`, vì không thụt vào
            Thụt dòng `level` vào 2 dấu cách; mọi dòng thuộc `online` đều thụt vào như vậy.
    "#]]
    .assert_eq(&all);
}

#[test]
fn a_newcomer_who_typed_what_was_told_got_the_next_message() {
    let choice = "-- content/choices/c.yaml --\ntitle: C\nquestions:\n  - {id: a, title: A, answers: [Khai sinh, Đất đai]}\noutcomes:\n  - {when: [khai-sinh], procedure: khai-sinh}\n";
    let journey = "-- content/journeys/j.yaml --\ntitle: J\nsteps: [Khai sinh, Hỏi cán bộ]\n";
    let record = "-- content/procedures/khai-sinh.yaml --\ntitle: Khai sinh\nfield: cap-dien\nagency: evn\nsteps: [Nộp hồ sơ]\ndocuments: [Tờ khai, {name: Tờ khai, form: Tờ khai.docx}, {name: Đơn, form: don.docx}]\nunconfirmed: all\n";
    let bare =
        "-- content/procedures/y.yaml --\ntitle: Y\nfield: cap-dien\nagency: evn\nunconfirmed: [fee]\n";
    let mut sources = sources(&format!("{choice}{journey}{record}{bare}"));
    sources.forms.push(FoundForm { path: "files/don.docx".to_owned(), bytes: b"PK\x03\x04".to_vec().into() });
    expect![[r#"
        choices/c.yaml:3:33 C009 [Khai sinh] Ở đây cần nhóm khoá, không phải chữ
            Viết `{id: khai-sinh, title: Khai sinh}`.
        choices/c.yaml:3:44 C009 [Đất đai] Ở đây cần nhóm khoá, không phải chữ
            Viết `{id: dat-dai, title: Đất đai}`.
        files/don.docx:1:1 C304 [whole file] Nội dung tệp không phải loại `docx`
            Lưu lại đúng định dạng; nhận pdf, doc, docx, xls, xlsx, odt, ods, zip, png, jpg, webp.
        journeys/j.yaml:2:9 C009 [Khai sinh] Ở đây cần nhóm khoá, không phải chữ
            Viết `{procedure: khai-sinh}`.
        journeys/j.yaml:2:20 C009 [Hỏi cán bộ] Ở đây cần nhóm khoá, không phải chữ
            Viết `{title: Hỏi cán bộ}`.
        procedures/khai-sinh.yaml:4:9 C009 [Nộp hồ sơ] Ở đây cần nhóm khoá, không phải chữ
            Viết `{by: …, title: Nộp hồ sơ}`. `by` là `customer` (người nộp), `agency` (cơ quan giải quyết) hoặc tên người khác.
        procedures/khai-sinh.yaml:5:13 C009 [Tờ khai] Ở đây cần nhóm khoá, không phải chữ
            Viết `{name: Tờ khai}`. Nhiều thủ tục cùng cần thì thêm `to-khai: {title: Tờ khai}` vào content/papers.yaml, rồi viết `{paper: to-khai}`.
        procedures/khai-sinh.yaml:5:44 C303 [Tờ khai.docx] Không có biểu mẫu `Tờ khai.docx`
            Đặt tệp vào `content/files/Tờ khai.docx`, rồi viết `files/Tờ khai.docx`.
        procedures/khai-sinh.yaml:5:77 C303 [don.docx] Không có biểu mẫu `don.docx`
            Viết `files/don.docx`.
        procedures/khai-sinh.yaml:6:14 C009 [all] Ở đây cần danh sách, không phải chữ
            Viết `[time, fee, documents, steps]`; phần nào đã có nguồn thì bỏ ra.
        procedures/y.yaml:1:1 C110 [title] Chưa ghi thời hạn nào
            Thêm `terms: [{time: …}]`; chưa có nguồn thì ghi `unconfirmed: [time]`.
    "#]]
    .assert_eq(&shown(&sources, Language::Vi));
}

#[test]
fn steps_by_their_number_and_a_time_outside_its_rows_got_up_to_six_messages() {
    let told = [
        "steps:\n  - customer: Gửi yêu cầu\n  - agency: Khảo sát\n  - Bước 3: Ký, nhận\n  - {buoc: Nộp}\n",
        "steps:\n  - customer:\n  - Bước 2: |\n      Gửi\n      yêu cầu\n",
        "steps: [{agency: evn}]\n",
        "steps: [{x_so: 1}]\n",
    ]
    .map(|it| shown(&sources(&bare("x", it)), Language::Vi));
    let own = "-- content/procedures/y.yaml --\ntitle: Y\nfield: cap-dien\nagency: evn\n";
    let outside = [
        "time: 5 ngày làm việc\nsummary: Z\nfee: 1.000 đ, trả sau\n",
        "fee: {a: b}\nunconfirmed: [time]\n",
        "time_note: |\n  Tính từ\n  ngày nhận\ntime: 5 ngày\n",
        "time: 5 ngày\nterms: [{fee: miễn phí}]\n",
    ]
    .map(|it| shown(&sources(&format!("{own}{it}")), Language::Vi));
    expect![[r#"
        procedures/x.yaml:7:5 C007 [customer: Gửi yêu cầu] Bước này thiếu khoá `by` và `title`
            Viết `{by: customer, title: Gửi yêu cầu}`.
        procedures/x.yaml:8:5 C007 [agency: Khảo sát] Bước này thiếu khoá `by` và `title`
            Viết `{by: agency, title: Khảo sát}`.
        procedures/x.yaml:9:5 C007 [Bước 3: Ký, nhận] Bước này thiếu khoá `by` và `title`
            Viết `{by: …, title: "Ký, nhận"}`.
        procedures/x.yaml:10:5 C007 [{buoc: Nộp}] Bước này thiếu khoá `by` và `title`
            Viết `{by: …, title: Nộp}`.
        procedures/x.yaml:7:5 C007 [customer] Bước này thiếu khoá `by` và `title`
            Viết `{by: customer, title: …}`.
        procedures/x.yaml:8:5 C007 [Bước 2: |
              Gửi
              yêu cầu] Bước này thiếu khoá `by` và `title`
            Viết `{by: …, title: …}`.
        procedures/x.yaml:6:10 C007 [agency] Thiếu khoá `by`
            Thêm dòng `by: …`.
        procedures/x.yaml:6:10 C007 [agency] Thiếu khoá `title`
            Thêm dòng `title: …`.
        procedures/x.yaml:6:10 C007 [x_so] Thiếu khoá `by`
            Thêm dòng `by: …`.
        procedures/x.yaml:6:10 C007 [x_so] Thiếu khoá `title`
            Thêm dòng `title: …`.
        procedures/y.yaml:4:1 C006 [time] Không có khoá `time` ở đây
            Viết `terms: [{time: 5 ngày làm việc, fee: "1.000 đ, trả sau"}]`.
        procedures/y.yaml:4:1 C006 [fee] Không có khoá `fee` ở đây
            Viết `terms: [{fee: …}]`.
        procedures/y.yaml:4:1 C006 [time_note] Không có khoá `time_note` ở đây
            Viết `terms: [{time_note: …, time: 5 ngày}]`.
        procedures/y.yaml:4:1 C006 [time] Không có khoá `time` ở đây
            Xoá ở đây, ghi `time: 5 ngày` vào `terms`.
        procedures/y.yaml:5:9 C110 [{fee: miễn phí}] Chưa có thời hạn cho mọi người
            Thêm một dòng `terms` có `time` cho phần còn thiếu; chưa có nguồn thì ghi `unconfirmed: [time]`.
    "#]]
    .assert_eq(&(told.concat() + &outside.concat()));
}

#[test]
fn related_procedures_and_decisions_as_people_write_them_got_nothing_to_type() {
    let told = [
        "related: [x, khai-sinh]\n",
        "related: khai-sinh, x\n",
        "related: không có\n",
        "decision: Quyết định số 123/QĐ-EVN ngày 05/01/2026 của EVN\n",
        "decision: \"123/QĐ-EVN, 2026-01-05\"\n",
        "decision: 12/2026\n",
        "decision: Quyết định của 2 bên số 1/a\n",
    ]
    .map(|it| shown(&sources(&bare("x", it)), Language::Vi));
    expect![[r#"
        procedures/x.yaml:6:10 C009 [[x, khai-sinh]] Ở đây cần nhóm khoá, không phải danh sách
            Viết `{together: [x, khai-sinh]}`; làm trước thì `before`, làm sau thì `after`, thay cho thì `instead`.
        procedures/x.yaml:6:10 C009 [khai-sinh, x] Ở đây cần nhóm khoá, không phải chữ
            Viết `{together: [khai-sinh, x]}`; làm trước thì `before`, làm sau thì `after`, thay cho thì `instead`.
        procedures/x.yaml:6:10 C009 [không có] Ở đây cần nhóm khoá, không phải chữ
            Viết lại thành nhóm khoá.
        procedures/x.yaml:6:11 C009 [Quyết định số 123/QĐ-EVN ngày 05/01/2026 của EVN] Ở đây cần nhóm khoá, không phải chữ
            Viết `{number: 123/QĐ-EVN, date: 2026-01-05, issuer: EVN}`.
        procedures/x.yaml:6:11 C009 ["123/QĐ-EVN, 2026-01-05"] Ở đây cần nhóm khoá, không phải chữ
            Viết `{number: 123/QĐ-EVN, date: 2026-01-05}`.
        procedures/x.yaml:6:11 C009 [12/2026] Ở đây cần nhóm khoá, không phải chữ
            Viết `{number: 12/2026}`.
        procedures/x.yaml:6:11 C009 [Quyết định của 2 bên số 1/a] Ở đây cần nhóm khoá, không phải chữ
            Viết `{number: 1/a}`.
    "#]].assert_eq(&told.concat());
}

#[test]
fn a_key_of_ways_to_apply_was_told_to_be_another_word() {
    let said = |it: &str| shown(&sources(&bare("x", it)), Language::Vi);
    let all: String = [
        "hotline: 1900 6769",
        "channels: [{kind: online}]\nphone: 0203 3123 456\nemail: a@vi-du.vn",
        "fee: 10.000 đ\ntime: 5 ngày\nterms: [{time: 3 ngày}]",
    ]
    .map(said)
    .concat();
    expect![[r#"
        procedures/x.yaml:6:1 C006 [hotline] Không có khoá `hotline` ở đây
            Viết `channels: [{kind: phone, phone: 1900 6769}]`.
        procedures/x.yaml:7:1 C006 [phone] Không có khoá `phone` ở đây
            Xoá ở đây, ghi `{kind: phone, phone: 0203 3123 456}` vào `channels`.
        procedures/x.yaml:8:1 C006 [email] Không có khoá `email` ở đây
            Xoá ở đây, ghi `{kind: email, email: "a@vi-du.vn"}` vào `channels`.
        procedures/x.yaml:6:1 C006 [fee] Không có khoá `fee` ở đây
            Xoá ở đây, ghi `fee: 10.000 đ` vào `terms`.
        procedures/x.yaml:7:1 C006 [time] Không có khoá `time` ở đây
            Xoá ở đây, ghi `time: 5 ngày` vào `terms`.
    "#]]
    .assert_eq(&all);
}

#[test]
fn sources_in_another_form_were_told_to_be_missing_first() {
    let said = |it: &str| {
        shown(&sources(&bare("x", &format!("conditions: [{{text: A, source: xa}}]\n{it}"))), Language::Vi)
    };
    let all: String =
        ["nguon: {xa: {title: Xã}}", "source: {xa: {title: Xã}}", "sources: [{title: Xã}]", "sources: Xã"]
            .map(said)
            .concat();
    expect![[r#"
        procedures/x.yaml:7:1 C006 [nguon] Không có khoá `nguon` ở đây
            Viết `sources`; khoá riêng của bạn thì đặt tên `x_nguon`.
        procedures/x.yaml:7:1 C006 [source] Không có khoá `source` ở đây
            Viết `sources`; khoá riêng của bạn thì đặt tên `x_source`.
        procedures/x.yaml:7:10 C009 [[{title: Xã}]] Ở đây cần nhóm mã: mục, không phải danh sách
            Viết như sau:
          sources:
            xa: {title: Xã}
        procedures/x.yaml:7:10 C009 [Xã] Ở đây cần nhóm mã: mục, không phải chữ
            Viết như sau:
          sources:
            xa: {title: Xã, checked: …}
    "#]]
    .assert_eq(&all);
}
