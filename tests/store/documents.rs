//! Documents that change, and the editions that they had before.

use crate::database::Database;
use crate::examples::{HOSTILE, MOMENTS, at, round};
use crate::on_both;
use crate::rounds::localized;
use innspill::domain::document::{Document, DocumentEdition, DocumentKind, DocumentWords};
use innspill::domain::file::{ScanState, StoredFile};
use innspill::domain::ids::{ConsultationId, DocumentId};
use innspill::domain::language::Language;
use innspill::store::{StoreError, consultations, document_editions, documents, file_uses, files};

on_both! {
    editions_read_back,
    words_and_files_change_only_from_the_version_that_was_shown,
    documents_are_put_in_order_and_removed_with_their_editions,
    a_name_that_is_taken_spoils_nothing,
    the_file_of_an_edition_is_in_use,
}

fn document(name: &str) -> Document {
    Document {
        id: DocumentId::new(),
        kind: DocumentKind::Draft,
        name: name.to_owned(),
        language: Language::Nn,
        title: localized(3),
        alt: Some(localized(4)),
        caption: Some(localized(5)),
        credit: Some("Ola".to_owned()),
        media_type: "application/pdf".to_owned(),
        size_bytes: 7,
        sha256: "a".repeat(64),
        edition: 1,
        version: 1,
        added: None,
    }
}

fn file(sha256: &str) -> StoredFile {
    StoredFile {
        sha256: sha256.to_owned(),
        size_bytes: 7,
        media_type: "application/pdf".to_owned(),
        kept_at: at(MOMENTS[4]),
        scan: ScanState::Clean,
        scanned_at: None,
        signature: None,
    }
}

fn edition(number: i32) -> DocumentEdition {
    let index = usize::try_from(number).unwrap();
    DocumentEdition {
        number,
        sha256: "b".repeat(64),
        size_bytes: i64::MAX - i64::from(number),
        media_type: HOSTILE[index].to_owned(),
        replaced_at: at(MOMENTS[index % MOMENTS.len()]),
        replaced_by: HOSTILE[index].to_owned(),
        reason: (number % 2 == 1).then(|| localized(index)),
    }
}

/// A round with these documents, and the file that their editions have.
async fn with(db: &Database, papers: &[&Document]) -> ConsultationId {
    let (round, papers) = (round("one"), papers.iter().copied().cloned().collect::<Vec<_>>());
    let id = round.id;
    db.put(move |tx| {
        consultations::insert(tx, &round)?;
        files::insert_missing(tx, &file(&"b".repeat(64)))?;
        (0..).zip(&papers).try_for_each(|(place, paper)| documents::insert(tx, id, place, paper))
    })
    .await;
    id
}

async fn editions_read_back(db: Database) {
    let (one, other) = (document("en.pdf"), document("to.pdf"));
    let (first, second) = (one.id, other.id);
    let round = with(&db, &[&one, &other]).await;
    let all: Vec<DocumentEdition> = (1..=13).map(edition).collect();
    let stored = all.clone();
    db.put(move |tx| {
        stored.iter().rev().try_for_each(|edition| document_editions::insert(tx, first, edition))
    })
    .await;
    db.put(move |tx| document_editions::insert(tx, second, &edition(2))).await;
    assert_eq!(db.ask(move |tx| document_editions::list(tx, first)).await, all);
    assert_eq!(db.ask(move |tx| document_editions::list(tx, second)).await, [edition(2)]);
    assert_eq!(db.ask(move |tx| document_editions::find(tx, first, 13)).await, Some(edition(13)));
    assert_eq!(db.ask(move |tx| document_editions::find(tx, second, 1)).await, None);
    let listed = db.ask(move |tx| document_editions::list_by_round(tx, round)).await;
    assert_eq!(listed.len(), 14);
    assert!(listed.windows(2).all(|pair| pair[0].edition.replaced_at >= pair[1].edition.replaced_at));
    assert_eq!(
        (listed[0].name.as_str(), &listed[0].title, listed[0].language),
        ("en.pdf", &one.title, Language::Nn)
    );
    let public = db.ask(move |tx| document_editions::list_public(tx, round)).await;
    assert_eq!(public.len(), 7);
    assert_eq!(db.ask(|tx| document_editions::list_by_round(tx, ConsultationId::new())).await, []);
}

async fn words_and_files_change_only_from_the_version_that_was_shown(db: Database) {
    let paper = document("en.pdf");
    let id = paper.id;
    let round = with(&db, &[&paper]).await;
    let words = DocumentWords {
        kind: DocumentKind::Decision,
        language: Language::En,
        title: localized(6),
        alt: None,
        caption: None,
        credit: None,
    };
    for (version, was_changed) in [(0, false), (1, true), (1, false)] {
        let words = words.clone();
        let done = db.put(move |tx| documents::update_words(tx, id, version, &words)).await;
        assert_eq!(done, was_changed, "{version}");
    }
    let changed = Document {
        kind: words.kind,
        language: words.language,
        title: words.title,
        alt: None,
        caption: None,
        credit: None,
        version: 2,
        ..paper
    };
    let found = db.ask(move |tx| documents::find(tx, round, "en.pdf")).await;
    assert_eq!(found, Some(changed.clone()));
    let next = Document {
        sha256: "c".repeat(64),
        size_bytes: 9,
        media_type: "text/plain".to_owned(),
        edition: 2,
        version: 3,
        ..changed
    };
    for (version, was_changed) in [(1, false), (2, true), (2, false)] {
        let next = next.clone();
        let done = db.put(move |tx| documents::update_file(tx, &next, version)).await;
        assert_eq!(done, was_changed, "{version}");
    }
    assert_eq!(db.ask(move |tx| documents::find(tx, round, "en.pdf")).await, Some(next));
}

async fn documents_are_put_in_order_and_removed_with_their_editions(db: Database) {
    let papers = [document("a.pdf"), document("b.pdf"), document("c.pdf")];
    let round = with(&db, &papers.iter().collect::<Vec<_>>()).await;
    assert_eq!(db.ask(move |tx| documents::next_position(tx, round)).await, 3);
    assert_eq!(db.ask(|tx| documents::next_position(tx, ConsultationId::new())).await, 0);
    let ids = [papers[2].id, papers[0].id, papers[1].id];
    db.put(move |tx| documents::update_order(tx, &ids)).await;
    let listed = db.ask(move |tx| documents::list(tx, round)).await;
    assert_eq!(listed.iter().map(|paper| paper.id).collect::<Vec<_>>(), ids);
    db.put(move |tx| document_editions::insert(tx, ids[0], &edition(1))).await;
    db.put(move |tx| documents::delete(tx, ids[0])).await;
    assert_eq!(db.ask(move |tx| documents::list(tx, round)).await.len(), 2);
    assert_eq!(db.ask(move |tx| document_editions::list(tx, ids[0])).await, []);
}

async fn a_name_that_is_taken_spoils_nothing(db: Database) {
    let paper = document("en.pdf");
    let round = with(&db, &[&paper]).await;
    db.put(move |tx| {
        let taken = documents::insert(tx, round, 1, &document("en.pdf"));
        assert!(matches!(taken, Err(StoreError::AlreadyThere)), "{taken:?}");
        documents::insert(tx, round, 1, &document("to.pdf"))
    })
    .await;
    assert_eq!(db.ask(move |tx| documents::list(tx, round)).await.len(), 2);
}

async fn the_file_of_an_edition_is_in_use(db: Database) {
    let paper = document("en.pdf");
    let (id, later) = (paper.id, at(MOMENTS[6]));
    with(&db, &[&paper]).await;
    let hash = "b".repeat(64);
    assert_eq!(db.ask(move |tx| file_uses::list_unused(tx, later, 10)).await, std::slice::from_ref(&hash));
    db.put(move |tx| document_editions::insert(tx, id, &edition(1))).await;
    assert_eq!(db.ask(move |tx| file_uses::list_unused(tx, later, 10)).await, Vec::<String>::new());
    let uses = db.ask(move |tx| file_uses::list_uses(tx, &hash, 10)).await;
    assert_eq!(uses, ["one: en.pdf, edition 1"]);
}
