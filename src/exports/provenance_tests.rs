//! What the file beside an export says.

use super::*;
use crate::domain::attachment::AttachmentRole;
use crate::domain::deadline::{end_of_day, start_of_day};
use crate::domain::examples;
use crate::domain::file::{FileKind, ScanState};
use crate::domain::ids::AttachmentId;
use serde_json::{Value, json};

fn attachment() -> Attachment {
    Attachment {
        id: AttachmentId::new(),
        role: AttachmentRole::Attachment,
        name: "Kart.pdf".into(),
        kind: FileKind::Pdf,
        size_bytes: 7,
        sha256: "cd".repeat(32),
        added_at: "2023-06-01T12:00:00Z".parse().unwrap(),
        scan: ScanState::Clean,
    }
}

fn described_at(made_at: &str) -> Value {
    let day = |text: &str| text.parse().unwrap();
    let round = Consultation {
        slug: "plan".into(),
        case_number: "1/23".into(),
        title: Localized { nb: "Plan".into(), nn: Some("Plan".into()), en: None },
        announced_on: day("2023-06-01"),
        opens_at: start_of_day(day("2023-06-01")),
        closes_at: end_of_day(day("2023-06-30")),
        ..examples::round()
    };
    let themes = vec![ThemeRows { theme_no: 1, theme: "Hjelp".into(), answers: 6 }];
    let written =
        Written { rows: 7, rows_without_comment: 1, per_theme: themes, bytes: 812, sha256: "ab".repeat(32) };
    let facts = Facts {
        schema_version: "2026-11-21-000001",
        round: &round,
        made_at: made_at.parse().unwrap(),
        made_by: "kommandolinjen",
        filter: ExportFilter { status: Some(Status::Received), late: None },
        submissions: 4,
        attachments: &[(Reference::parse("3467CDFG").unwrap(), attachment())],
        file_name: "plan.csv",
        dialect: Dialect::Excel,
        header: Header::Machine,
        written: &written,
    };
    serde_json::from_str(&build(&facts).to_json().unwrap()).unwrap()
}

#[test]
fn it_says_where_the_rows_come_from() {
    let mut said = described_at("2023-06-30T23:59:59.999+02:00");
    let columns = said["columns"].take();
    assert_eq!(
        said,
        json!({
            "service": "innspill",
            "service_version": env!("CARGO_PKG_VERSION"),
            "schema_version": "2026-11-21-000001",
            "round": {"slug": "plan", "title": {"nb": "Plan", "nn": "Plan"}, "case_number": "1/23"},
            "made_at": "2023-06-30T21:59:59.999Z",
            "made_by": "kommandolinjen",
            "filter": {"status": "received", "late": null},
            "phase": "open",
            "provisional": true,
            "deadline": "2023-07-01T00:00:00.000+02:00",
            "deadline_last_day": "2023-06-30",
            "counts": {
                "submissions": 4,
                "answers": 6,
                "rows": 7,
                "rows_without_comment": 1,
                "per_theme": [{"theme_no": 1, "theme": "Hjelp", "answers": 6}],
            },
            "file": {"name": "plan.csv", "dialect": "excel", "bytes": 812, "sha256": "ab".repeat(32)},
            "attachments": [{
                "reference": "3467CDFG",
                "role": "attachment",
                "name": "Kart.pdf",
                "kind": "pdf",
                "size_bytes": 7,
                "sha256": "cd".repeat(32),
                "scan": "clean",
            }],
            "columns": null,
        })
    );
    assert_eq!(columns.as_array().unwrap().len(), 15);
    assert_eq!(columns[13]["name"], "answer");
    assert!(columns[13]["description"].as_str().unwrap().contains("32,767"));
}

#[test]
fn it_is_final_from_the_deadline() {
    let said = described_at("2023-07-01T00:00:00+02:00");
    assert_eq!((&said["phase"], &said["provisional"]), (&json!("closed"), &json!(false)));
}
