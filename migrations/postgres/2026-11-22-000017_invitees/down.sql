DROP INDEX revisions_by_organisation;
DROP INDEX revisions_by_org_number;
DROP TABLE invitation_plans;
DROP TABLE invitee_drafts;
DROP TABLE invitee_letters;
DROP TABLE invitees;
