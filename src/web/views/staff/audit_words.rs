//! What the lines of the audit log are called: who did it, and what happened.

use crate::domain::audit::{Event, Recorded};
use crate::domain::staff::StaffRole;
use crate::text;
use crate::web::views::Ctx;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Who did it: the name where one is known, else the login provider's word for them, and the role
/// they acted in.
#[must_use]
pub fn actor(ctx: &Ctx, recorded: &str, names: &BTreeMap<String, String>) -> Markup {
    match Recorded::read(recorded) {
        Recorded::Citizen => html! { (text!(ctx.lang, "actor-citizen")) },
        Recorded::CommandLine => html! { (text!(ctx.lang, "actor-command-line")) },
        Recorded::Worker => html! { (text!(ctx.lang, "actor-worker")) },
        Recorded::Provider(name) => html! { (text!(ctx.lang, "actor-provider", name = name)) },
        Recorded::Unknown => html! { code { (recorded) } },
        Recorded::Staff { subject, role } => html! {
            @match names.get(subject) {
                Some(name) => { (name) }
                None => { span class="break" { (subject) } }
            }
            " (" (role_word(ctx, role)) ")"
        },
    }
}

fn role_word(ctx: &Ctx, role: StaffRole) -> String {
    match role {
        StaffRole::Reader => text!(ctx.lang, "actor-reader"),
        StaffRole::CaseOfficer => text!(ctx.lang, "actor-case-officer"),
        StaffRole::Administrator => text!(ctx.lang, "actor-administrator"),
    }
}

/// What happened.
#[must_use]
pub fn event(ctx: &Ctx, event: Event) -> String {
    match event {
        Event::RoundImported => text!(ctx.lang, "event-round-imported"),
        Event::RoundOpened => text!(ctx.lang, "event-round-opened"),
        Event::RoundExtended => text!(ctx.lang, "event-round-extended"),
        Event::RoundClosed => text!(ctx.lang, "event-round-closed"),
        Event::RoundReopened => text!(ctx.lang, "event-round-reopened"),
        Event::DocumentAdded => text!(ctx.lang, "event-document-added"),
        Event::DocumentChanged => text!(ctx.lang, "event-document-changed"),
        Event::DocumentMoved => text!(ctx.lang, "event-document-moved"),
        Event::DocumentReplaced => text!(ctx.lang, "event-document-replaced"),
        Event::DocumentRemoved => text!(ctx.lang, "event-document-removed"),
        Event::DraftBegun => text!(ctx.lang, "event-draft-begun"),
        Event::DraftDiscarded => text!(ctx.lang, "event-draft-discarded"),
        Event::AttachmentAdded => text!(ctx.lang, "event-attachment-added"),
        Event::AttachmentReplaced => text!(ctx.lang, "event-attachment-replaced"),
        Event::AttachmentRemoved => text!(ctx.lang, "event-attachment-removed"),
        Event::LoginLinkAsked => text!(ctx.lang, "event-login-link-asked"),
        Event::LoginLinkUsed => text!(ctx.lang, "event-login-link-used"),
        Event::InvitationMade => text!(ctx.lang, "event-invitation-made"),
        Event::InvitationRevoked => text!(ctx.lang, "event-invitation-revoked"),
        Event::DraftJoined => text!(ctx.lang, "event-draft-joined"),
        Event::DraftLeft => text!(ctx.lang, "event-draft-left"),
        Event::DraftSharingChanged => text!(ctx.lang, "event-draft-sharing-changed"),
        Event::SubmissionReceived => text!(ctx.lang, "event-submission-received"),
        Event::SubmissionRepeated => text!(ctx.lang, "event-submission-repeated"),
        Event::SubmissionChanged => text!(ctx.lang, "event-submission-changed"),
        Event::SubmissionWithdrawn => text!(ctx.lang, "event-submission-withdrawn"),
        Event::SubmissionsImported => text!(ctx.lang, "event-submissions-imported"),
        Event::SubmissionsExported => text!(ctx.lang, "event-submissions-exported"),
        Event::StaffLoggedIn => text!(ctx.lang, "event-staff-logged-in"),
        Event::SessionsEnded => text!(ctx.lang, "event-sessions-ended"),
        Event::StaffGranted => text!(ctx.lang, "event-staff-granted"),
        Event::StaffRevoked => text!(ctx.lang, "event-staff-revoked"),
        Event::StaffLinkPrinted => text!(ctx.lang, "event-staff-link-printed"),
        Event::StaffLinkUsed => text!(ctx.lang, "event-staff-link-used"),
        Event::LetterSent => text!(ctx.lang, "event-letter-sent"),
        Event::LetterFailed => text!(ctx.lang, "event-letter-failed"),
        Event::LetterRequeued => text!(ctx.lang, "event-letter-requeued"),
        Event::SubscriptionAsked => text!(ctx.lang, "event-subscription-asked"),
        Event::SubscriptionConfirmed => text!(ctx.lang, "event-subscription-confirmed"),
        Event::SubscriptionEnded => text!(ctx.lang, "event-subscription-ended"),
        Event::SubscribersTold => text!(ctx.lang, "event-subscribers-told"),
        Event::FileCleared => text!(ctx.lang, "event-file-cleared"),
        Event::FileStopped => text!(ctx.lang, "event-file-stopped"),
        Event::FileNotScanned => text!(ctx.lang, "event-file-not-scanned"),
        Event::FilesRequeued => text!(ctx.lang, "event-files-requeued"),
        Event::FileDeleted => text!(ctx.lang, "event-file-deleted"),
        Event::KeysResealed => text!(ctx.lang, "event-keys-resealed"),
        Event::RecordsRemoved => text!(ctx.lang, "event-records-removed"),
        Event::ContactsForgotten => text!(ctx.lang, "event-contacts-forgotten"),
        Event::SubmissionRead => text!(ctx.lang, "event-submission-read"),
        Event::AttachmentDownloaded => text!(ctx.lang, "event-attachment-downloaded"),
        Event::AnswersRead => text!(ctx.lang, "event-answers-read"),
        Event::LogRead => text!(ctx.lang, "event-log-read"),
        Event::LogExported => text!(ctx.lang, "event-log-exported"),
        _ => setting_up(ctx, event),
    }
}

/// What happened while a round was set up; `tests/behaviour/read_the_log.rs` finds an event without words.
fn setting_up(ctx: &Ctx, event: Event) -> String {
    match event {
        Event::RoundMade => text!(ctx.lang, "event-round-made"),
        Event::RoundChanged => text!(ctx.lang, "event-round-changed"),
        Event::RoundPublished => text!(ctx.lang, "event-round-published"),
        Event::RoundScheduled => text!(ctx.lang, "event-round-scheduled"),
        Event::RoundUnscheduled => text!(ctx.lang, "event-round-unscheduled"),
        Event::RoundRemoved => text!(ctx.lang, "event-round-removed"),
        Event::PreviewMade => text!(ctx.lang, "event-preview-made"),
        Event::PreviewRevoked => text!(ctx.lang, "event-preview-revoked"),
        _ => inviting(ctx, event),
    }
}

/// What happened to invitations; `tests/behaviour/read_the_log.rs` finds an event without words.
fn inviting(ctx: &Ctx, event: Event) -> String {
    match event {
        Event::InviteesAdded => text!(ctx.lang, "event-invitees-added"),
        Event::InviteeChanged => text!(ctx.lang, "event-invitee-changed"),
        Event::InviteeRemoved => text!(ctx.lang, "event-invitee-removed"),
        Event::InviteeStopped => text!(ctx.lang, "event-invitee-stopped"),
        Event::InvitationsAsked => text!(ctx.lang, "event-invitations-asked"),
        Event::RemindersPlanned => text!(ctx.lang, "event-reminders-planned"),
        Event::InviteesTold => text!(ctx.lang, "event-invitees-told"),
        Event::InvitationOpened => text!(ctx.lang, "event-invitation-opened"),
        Event::InvitationTaken => text!(ctx.lang, "event-invitation-taken"),
        Event::InviteesExported => text!(ctx.lang, "event-invitees-exported"),
        _ => telling(ctx, event),
    }
}

/// What people were told, and what came of rounds; `tests/behaviour/read_the_log.rs` finds an event
/// without words.
fn telling(ctx: &Ctx, event: Event) -> String {
    match event {
        Event::RoundCorrected => text!(ctx.lang, "event-round-corrected"),
        Event::OutcomeSaved => text!(ctx.lang, "event-outcome-saved"),
        Event::RoundConcluded => text!(ctx.lang, "event-round-concluded"),
        Event::RoundArchived => text!(ctx.lang, "event-round-archived"),
        Event::RoundUnarchived => text!(ctx.lang, "event-round-unarchived"),
        Event::AnnouncementMailed => text!(ctx.lang, "event-announcement-mailed"),
        Event::DraftsReminded => text!(ctx.lang, "event-drafts-reminded"),
        _ => asking(ctx, event),
    }
}

/// What happened to forms and codebooks; `tests/behaviour/read_the_log.rs` finds an event without words.
fn asking(ctx: &Ctx, event: Event) -> String {
    match event {
        Event::FormEdited => text!(ctx.lang, "event-form-edited"),
        Event::FormPublished => text!(ctx.lang, "event-form-published"),
        Event::FormDiscarded => text!(ctx.lang, "event-form-discarded"),
        Event::CodeAdded => text!(ctx.lang, "event-code-added"),
        Event::CodeRenamed => text!(ctx.lang, "event-code-renamed"),
        Event::CodeMoved => text!(ctx.lang, "event-code-moved"),
        Event::CodeRemoved => text!(ctx.lang, "event-code-removed"),
        _ => event.name().to_owned(),
    }
}
