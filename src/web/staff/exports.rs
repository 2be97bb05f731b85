//! The export page, and the export itself.

use super::find_round;
use crate::actions::export_submissions::{Export, export_submissions};
use crate::domain::audit::Actor;
use crate::domain::consultation::Consultation;
use crate::domain::export::{Dialect, ExportFilter};
use crate::domain::submission::Status;
use crate::exports::csv::Header;
use crate::exports::provenance::Provenance;
use crate::store::submissions;
use crate::web::error::PageError;
use crate::web::respond::html;
use crate::web::views::staff::export::{ExportPage, export_page};
use crate::web::visit::{CaseOfficer, Visit};
use actix_web::http::header::{ContentDisposition, DispositionParam, DispositionType};
use actix_web::{HttpResponse, web};
use futures_util::stream::{self, Stream};
use serde::Deserialize;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use zip::write::SimpleFileOptions;

/// How much of a file is sent at a time.
const PART_BYTES: u64 = 64 * 1024;

/// The page.
///
/// # Errors
/// `NotFound`.
pub async fn show(
    CaseOfficer(staff): CaseOfficer,
    slug: web::Path<String>,
) -> Result<HttpResponse, PageError> {
    let round = find_round(&staff.visit, slug.into_inner()).await?;
    let of = round.clone();
    let counts = staff.visit.house.store.read(move |tx| submissions::count(tx, &of)).await?;
    Ok(html(export_page(&ExportPage { round, counts }, &staff.visit.ctx)))
}

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    dialect: String,
    header: String,
    status: String,
    late: String,
    file: String,
}

impl Wish {
    fn filter(&self) -> ExportFilter {
        let late = match self.late.as_str() {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        };
        ExportFilter { status: Status::from_name(&self.status), late }
    }

    fn export(&self, round: &Consultation, made_by: Actor, visit: &Visit) -> Export {
        let language = visit.ctx.lang;
        let is_final = round.phase(visit.now()).is_over();
        Export {
            filter: self.filter(),
            dialect: if self.dialect == "rfc4180" { Dialect::Rfc4180 } else { Dialect::Excel },
            header: if self.header == "labels" { Header::Labels(language) } else { Header::Machine },
            language,
            file_name: format!("{}{}.csv", round.slug, if is_final { "" } else { "-forelopig" }),
            made_by,
            slug: round.slug.clone(),
        }
    }
}

/// The file. It is written whole, and its rows counted, before the first byte is sent: a
/// download that breaks off in the middle would look like a short one.
///
/// # Errors
/// `NotFound`; when the export is not complete.
pub async fn download(
    CaseOfficer(staff): CaseOfficer,
    slug: web::Path<String>,
    wish: web::Form<Wish>,
) -> Result<HttpResponse, PageError> {
    let visit = &staff.visit;
    let round = find_round(visit, slug.into_inner()).await?;
    let export = wish.export(&round, staff.actor, visit);
    let name = export.file_name.clone();
    let csv = tempfile::tempfile().map_err(anyhow::Error::from)?;
    let out = csv.try_clone().map_err(anyhow::Error::from)?;
    let made = export_submissions(&visit.house.store, export, out, visit.now()).await;
    let provenance = made.map_err(|stopped| PageError::stopped(stopped, |_| PageError::NotFound))?;
    if wish.file == "zip" {
        let zip_name = format!("{}.zip", name.trim_end_matches(".csv"));
        let zip = web::block(move || pack(csv, &name, &provenance)).await.map_err(|_| PageError::Busy)??;
        return Ok(attachment(zip, zip_name, "application/zip")?);
    }
    Ok(attachment(csv, name, "text/csv; charset=utf-8")?)
}

/// The CSV with its provenance beside it.
fn pack(mut csv: File, name: &str, provenance: &Provenance) -> Result<File, anyhow::Error> {
    csv.seek(SeekFrom::Start(0))?;
    let mut zip = zip::ZipWriter::new(tempfile::tempfile()?);
    let options = SimpleFileOptions::default().large_file(true);
    zip.start_file(name, options)?;
    std::io::copy(&mut csv, &mut zip)?;
    zip.start_file(format!("{name}.provenance.json"), options)?;
    zip.write_all(provenance.to_json()?.as_bytes())?;
    Ok(zip.finish()?)
}

/// `file` from its beginning, to be kept under `name`.
pub(super) fn attachment(
    mut file: File,
    name: String,
    media_type: &str,
) -> Result<HttpResponse, anyhow::Error> {
    let length = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(0))?;
    Ok(HttpResponse::Ok()
        .content_type(media_type)
        .insert_header(ContentDisposition {
            disposition: DispositionType::Attachment,
            parameters: vec![DispositionParam::Filename(name)],
        })
        .no_chunking(length)
        .streaming(parts(file)))
}

/// The file, part by part, each read on a thread that may block.
fn parts(file: File) -> impl Stream<Item = Result<web::Bytes, actix_web::Error>> {
    stream::try_unfold(file, |mut file| async move {
        let read = web::block(move || {
            let mut part = Vec::new();
            Read::by_ref(&mut file).take(PART_BYTES).read_to_end(&mut part).map(|_| (part, file))
        });
        let (part, file) = read.await??;
        Ok((!part.is_empty()).then(|| (web::Bytes::from(part), file)))
    })
}
