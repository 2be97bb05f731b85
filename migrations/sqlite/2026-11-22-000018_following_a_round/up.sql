-- Lists of rounds are searched, filtered and paged; what comes in is counted by the hour.

-- What a search looks through, in small letters: title, lede and case number in every language. SQLite's
-- lower() knows ASCII alone, so the letters of Norwegian and the Sami languages are named.
ALTER TABLE consultations ADD COLUMN search_text TEXT NOT NULL GENERATED ALWAYS AS (
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(
        coalesce(title ->> 'nb', '') || ' | ' ||
        coalesce(title ->> 'nn', '') || ' | ' ||
        coalesce(title ->> 'en', '') || ' | ' ||
        coalesce(lede ->> 'nb', '') || ' | ' ||
        coalesce(lede ->> 'nn', '') || ' | ' ||
        coalesce(lede ->> 'en', '') || ' | ' ||
        case_number
    ), 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å'), 'Ä', 'ä'), 'Ö', 'ö'), 'Ü', 'ü'), 'É', 'é'), 'È', 'è'), 'Ó', 'ó'), 'Á', 'á'), 'Č', 'č'), 'Đ', 'đ'), 'Ŋ', 'ŋ'), 'Š', 'š'), 'Ŧ', 'ŧ'), 'Ž', 'ž')
) VIRTUAL;
-- The unit as filters name it.
ALTER TABLE consultations ADD COLUMN unit_name TEXT NOT NULL GENERATED ALWAYS AS (coalesce(unit ->> 'nb', '')) VIRTUAL;
CREATE INDEX consultations_by_window
    ON consultations (published_at, archived_at, concluded_at, closes_at, opens_at);
CREATE INDEX consultations_by_deadline ON consultations (closes_at, slug);
CREATE INDEX consultations_by_announcement ON consultations (announced_on);
CREATE INDEX consultations_by_unit ON consultations (unit_name);

-- The hour since 1970, in UTC: an hour never lies in two Norwegian days.
ALTER TABLE revisions ADD COLUMN received_hour INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(received_at) / 3600) VIRTUAL;
CREATE INDEX drafts_by_round ON drafts (consultation_id);
