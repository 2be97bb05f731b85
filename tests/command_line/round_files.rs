//! A round is a file: read with every fault named, and written so that nothing is lost.

use super::house::House;
use super::house::case::{ROUNDS, import_rounds, round_path, small_round};
use std::fs;
use std::path::Path;

/// What passes for a PDF.
const PDF: &str = "%PDF-1.7 whole\n%%EOF\n";

#[test]
fn the_three_rounds_of_the_case_come_in_with_their_real_dates_and_documents() {
    let house = House::migrated();
    import_rounds(&house);
    for line in house.does(&["round", "list"]).lines() {
        assert!(line.starts_with("closed "), "{line}");
        assert!(line.ends_with("(up to and including 30 June 2023)"), "{line}");
    }
    let rounds = house.database.rows("SELECT slug, announced_on FROM consultations ORDER BY slug");
    let slugs: Vec<&str> = rounds.iter().map(|row| row["slug"].as_str().unwrap()).collect();
    assert_eq!(slugs, ROUNDS);
    assert!(rounds.iter().all(|row| row["announced_on"] == "2023-06-01"), "{rounds:?}");
    assert_eq!(house.database.count("questions"), 15);
    assert_eq!(house.database.count("documents WHERE media_type = 'application/pdf'"), 6);
    assert_eq!(house.database.count("documents WHERE media_type = 'image/jpeg'"), 1);
    assert_eq!(house.database.count("codes WHERE parent_id IS NOT NULL"), 15);
    assert_eq!(house.database.count("codes WHERE parent_id IS NULL"), 4);
    assert_eq!(house.database.count("audit_log WHERE event = 'round.imported'"), 3);
}

#[test]
fn a_round_that_is_there_already_is_refused_and_left_as_it_is() {
    let house = House::migrated();
    house.does(&["round", "import", &round_path("se-meg-hor-oss")]);
    let before = house.database.dump();
    let again = house.refuses(&["round", "import", &round_path("se-meg-hor-oss")]);
    let changed = house.put("changed.toml", small_round("se-meg-hor-oss", "2024-01-01", "2024-02-01"));
    let other = house.refuses(&["round", "import", &changed]);
    for reason in [again, other] {
        assert!(reason.contains("a round \"se-meg-hor-oss\" already; nothing was changed"), "{reason}");
    }
    assert_eq!(house.database.dump(), before);
}

#[test]
fn every_fault_of_a_file_is_named_at_once_with_its_field() {
    let house = House::migrated();
    let broken = small_round("Plan!", "2023-06-01", "2023-05-01")
        .replace("published = true", "published = \"yes\"\npublishd = true")
        .replace("case_number = \"1/26\"\n", "")
        .replace("kari@example.org", "kari")
        .replace("[lede]\nnb = \"Kort\"\nnn = \"Kort\"", "[lede]\nnb = \" \"")
        .replace("theme.nb = \"Samarbeid\"", "max_chars = 0\ntheme.nb = \"Samarbeid\"")
        + "[[documents]]\nkind = \"picture\"\nname = \"../x.jpg\"\nlanguage = \"de\"\ntitle.nb = \"X\"\n\
           file = \"/etc/passwd\"\n\
           [[codes]]\nkey = \"M\"\nname.nb = \"M\"\n[[codes]]\nkey = \"M\"\nname.nb = \"N\"\n";
    let reason = house.refuses(&["round", "import", &house.put("broken.toml", broken)]);
    assert!(reason.contains("nothing was changed"), "{reason}");
    for fault in [
        "slug: must be made of",
        "published: must be true or false",
        "publishd: is not a known field",
        "case_number: is missing",
        "contact.email: must be one e-mail address",
        "closes_on: the round must open before it closes",
        "lede.nb: is empty",
        "lede.nn: is missing",
        "questions[2].max_chars: must be a whole number",
        "documents[1].language: must be nb, nn or en",
        "documents[1].alt: is missing",
        "documents[1].name: must be made of",
        "documents[1].file: must be a path below",
        "codes[2].key: stands twice",
    ] {
        assert_eq!(reason.matches(&format!("\n  - {fault}")).count(), 1, "{fault}: {reason}");
    }
    assert!(reason.contains("has 14 fault(s)"), "{reason}");
    assert_eq!(house.database.count("consultations"), 0);
}

#[test]
fn a_file_that_is_missing_or_no_toml_is_named() {
    let house = House::migrated();
    let missing = house.refuses(&["round", "import", "nowhere.toml"]);
    assert!(missing.contains("cannot read nowhere.toml"), "{missing}");
    let broken = house.put("broken.toml", "slug = \"plan\"\ntitle = [\n");
    let reason = house.refuses(&["round", "import", &broken]);
    assert!(reason.contains("broken.toml has 1 fault(s)") && reason.contains("\n  - line "), "{reason}");
}

#[test]
fn a_document_that_cannot_be_used_is_named_and_no_round_is_made() {
    let house = House::migrated();
    let with = |name: &str, source: &str| {
        let document = format!(
            "[[documents]]\nkind = \"draft\"\nname = \"{name}\"\nlanguage = \"nb\"\ntitle.nb = \"X\"\n{source}\n"
        );
        house.put("plan.toml", small_round("plan", "2023-06-01", "2023-06-30") + &document)
    };
    house.put("letters.md", [0xff, 0xfe]);
    house.put("a.exe", "MZ");
    house.put("a.pdf", PDF);
    house.put("half.pdf", "%PDF-1.7 half");
    house.put("letter.txt", "Kjære kommune");
    house.put("old.txt", b"K\xe6re kommune, dette er et brev");
    house.put("a.jpg", include_bytes!("../../config/demo/documents/utekontakten.jpg"));
    for (name, source, reason) in [
        ("a.pdf", "file = \"nowhere.pdf\"", "the document a.pdf cannot be read from nowhere.pdf"),
        ("a.pdf", "markdown = \"letters.md\"", "the document a.pdf cannot be read from letters.md"),
        ("a.exe", "file = \"a.exe\"", "the document a.exe cannot be taken from a.exe: it is no PDF"),
        (
            "a.pdf",
            "file = \"letter.txt\"",
            "the document a.pdf cannot be taken from letter.txt: it is no PDF",
        ),
        ("a.docx", "file = \"a.pdf\"", "the document a.docx is a pdf file by its content"),
        (
            "a.jpg",
            "file = \"a.jpg\"",
            "the document a.jpg is a jpg file, which a document of kind draft cannot be",
        ),
        ("a.pdf", "file = \"half.pdf\"", "the document a.pdf cannot be taken from half.pdf: it is not whole"),
        (
            "a.txt",
            "file = \"old.txt\"",
            "the document a.txt cannot be taken from old.txt: it is not in UTF-8",
        ),
        (
            "a.pdf",
            "file = \"a.pdf\"\neditions = [{ file = \"letter.txt\", replaced_at = 2023-06-02T12:00:00+02:00 }]",
            "the document a.pdf cannot be taken from letter.txt",
        ),
        (
            "a.pdf",
            "file = \"a.pdf\"\neditions = [{ file = \"a.jpg\", replaced_at = 2023-06-02T12:00:00+02:00 }]",
            "an earlier edition of the document a.pdf is a jpg file by its content: a.jpg",
        ),
    ] {
        let given = house.refuses(&["round", "import", &with(name, source)]);
        assert!(given.contains(reason), "{given}");
        assert_eq!(house.database.count("consultations"), 0, "{reason}");
    }
}

#[test]
fn a_round_written_and_read_into_an_empty_house_is_the_same_byte_for_byte() {
    let (first, second) = (House::migrated(), House::migrated());
    import_rounds(&first);
    for slug in ROUNDS {
        let file = format!("{slug}.toml");
        let written = first.does(&["round", "export", slug, "--out", &file]);
        assert!(written.contains(&file), "{written}");
        assert_eq!(first.does(&["round", "export", slug]).as_bytes(), first.read(&file), "{slug}");

        second.does(&["round", "import", first.path(&file).to_str().unwrap()]);
        second.does(&["round", "export", slug, "--out", &file]);
        assert_eq!(
            String::from_utf8(second.read(&file)).unwrap(),
            String::from_utf8(first.read(&file)).unwrap(),
            "{slug}"
        );
        let papers = documents(&first.path(slug));
        assert!(papers.len() >= 2, "{slug}: {papers:?}");
        assert!(papers == documents(&second.path(slug)), "{slug}: the documents differ");
    }
    // A field that the file leaves out would be missing from both files alike.
    let (first, second) = (without_ids(&first), without_ids(&second));
    assert_eq!(first.len(), second.len());
    for (one, other) in first.iter().zip(&second) {
        assert_eq!(one, other);
    }
}

#[test]
fn earlier_editions_go_out_and_come_in_with_their_round() {
    let (first, second) = (House::migrated(), House::migrated());
    let document = "[[documents]]\nkind = \"draft\"\nname = \"a.pdf\"\nlanguage = \"nb\"\ntitle.nb = \"X\"\n\
        file = \"now.pdf\"\n\
        [[documents.editions]]\nfile = \"one.pdf\"\nreplaced_at = 2023-06-02T12:00:00+02:00\n\
        [[documents.editions]]\nfile = \"two.pdf\"\nreplaced_at = 2023-06-03T12:00:00.5+02:00\n\
        reason.nb = \"Feil\"\nreason.nn = \"Feil\"\n\
        [[documents]]\nkind = \"draft\"\nname = \"a-utgave-1.pdf\"\nlanguage = \"nb\"\ntitle.nb = \"Y\"\n\
        file = \"other.pdf\"\n";
    for name in ["now", "one", "two", "other"] {
        first.put(&format!("{name}.pdf"), format!("%PDF-1.7 {name}\n%%EOF"));
    }
    let file = first.put("in.toml", small_round("plan", "2023-06-01", "2023-06-30") + document);
    first.does(&["round", "import", &file]);
    assert_eq!(first.database.count("document_editions"), 2);
    first.does(&["round", "export", "plan", "--out", "plan.toml"]);
    second.does(&["round", "import", first.path("plan.toml").to_str().unwrap()]);
    second.does(&["round", "export", "plan", "--out", "plan.toml"]);
    for path in [
        "plan.toml",
        "plan/a.pdf",
        "plan/a-utgave-1.pdf",
        "plan/tidligere/a-utgave-1.pdf",
        "plan/tidligere/a-utgave-2.pdf",
    ] {
        assert_eq!(first.read(path), second.read(path), "{path}");
    }
    assert_eq!(second.read("plan/tidligere/a-utgave-1.pdf"), b"%PDF-1.7 one\n%%EOF");
    let editions = |house: &House| -> Vec<_> {
        let mut rows = house.database.everything();
        rows.retain(|(table, _)| table == "document_editions");
        rows.iter_mut().for_each(|(_, row)| row.retain(|column, _| column != "document_id"));
        rows.into_iter().map(|row| format!("{row:?}")).collect()
    };
    assert_eq!(editions(&first), editions(&second));
}

/// Every row of the rounds, without what is new with each import.
fn without_ids(house: &House) -> Vec<String> {
    let tables = ["consultations", "documents", "form_versions", "questions", "codes"];
    let mut rows = house.database.everything();
    rows.retain(|(table, _)| tables.contains(&table.as_str()));
    let mut lines: Vec<String> = rows
        .into_iter()
        .map(|(table, mut row)| {
            row.retain(|column, _| column != "id" && !column.ends_with("_id") && column != "created_at");
            format!("{table}: {row:?}")
        })
        .collect();
    lines.sort();
    lines
}

/// The files of a folder, by name.
fn documents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect();
    found.sort();
    found
}

#[test]
fn a_deadline_in_the_middle_of_a_day_survives_too() {
    let house = House::migrated();
    let at_noon = small_round("plan", "2023-06-01", "2023-06-30")
        .replace("opens_on = 2023-06-01", "opens_at = 2023-06-01T08:00:00+02:00")
        .replace("closes_on = 2023-06-30", "closes_at = 2023-10-29T02:30:00+01:00");
    house.does(&["round", "import", &house.put("plan.toml", at_noon)]);
    let file = house.does(&["round", "export", "plan"]);
    assert!(file.contains("opens_at = 2023-06-01T08:00:00.000+02:00"), "{file}");
    // The hour that stands twice: the offset says which one.
    assert!(file.contains("closes_at = 2023-10-29T02:30:00.000+01:00"), "{file}");
}
