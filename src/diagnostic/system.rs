//! What a system refuses, where everybody may meet it, in Vietnamese.

use std::io::ErrorKind;

/// `None` where the system's own words are all there is.
pub fn in_vietnamese(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::NotFound => "không có tệp hoặc thư mục này",
        ErrorKind::PermissionDenied => "không có quyền",
        ErrorKind::AddrInUse => "cổng này đang có chương trình khác dùng",
        ErrorKind::StorageFull => "ổ đĩa đã đầy",
        ErrorKind::ReadOnlyFilesystem => "ổ đĩa chỉ cho đọc",
        ErrorKind::IsADirectory => "đó là một thư mục, không phải tệp",
        ErrorKind::NotADirectory => "đường dẫn đi qua một tệp",
        ErrorKind::AlreadyExists => "ở đó đã có một tệp",
        ErrorKind::ResourceBusy => "đang được dùng",
        ErrorKind::InvalidFilename => "tên quá dài hoặc không dùng được",
        ErrorKind::QuotaExceeded => "đã hết dung lượng được cấp",
        ErrorKind::FileTooLarge => "tệp lớn hơn mức được phép",
        // Not yet a name that the library lets us say.
        other if other.to_string().starts_with("filesystem loop") => "liên kết dẫn vòng về chính nó",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn a_link_that_leads_to_itself_was_told_in_english() {
        let said = |number| in_vietnamese(std::io::Error::from_raw_os_error(number).kind());
        let [no_entry, input_output, denied, is_folder, turning] = [2, 5, 13, 21, 40].map(said);
        assert_eq!(turning, Some("liên kết dẫn vòng về chính nó"));
        assert!(no_entry.is_some() && denied.is_some() && is_folder.is_some());
        assert_eq!(input_output, None);
    }
}
