DROP TABLE submission_members;
DROP TABLE draft_invitations;
DROP TABLE draft_members;
ALTER TABLE drafts DROP COLUMN members_may_change;
ALTER TABLE drafts DROP COLUMN saved_by;
DROP TABLE login_links;
ALTER TABLE consultations DROP COLUMN who_may_answer_why;
ALTER TABLE consultations DROP COLUMN who_may_answer;
