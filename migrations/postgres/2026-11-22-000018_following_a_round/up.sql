-- Lists of rounds are searched, filtered and paged; what comes in is counted by the hour.

-- What a search looks through, in small letters: title, lede and case number in every language. The letters
-- of Norwegian and the Sami languages are named, so that no locale of the database matters.
ALTER TABLE consultations ADD COLUMN search_text TEXT NOT NULL GENERATED ALWAYS AS (
    translate(lower(
        coalesce(title ->> 'nb', '') || ' | ' ||
        coalesce(title ->> 'nn', '') || ' | ' ||
        coalesce(title ->> 'en', '') || ' | ' ||
        coalesce(lede ->> 'nb', '') || ' | ' ||
        coalesce(lede ->> 'nn', '') || ' | ' ||
        coalesce(lede ->> 'en', '') || ' | ' ||
        case_number
    ), 'ÆØÅÄÖÜÉÈÓÁČĐŊŠŦŽ', 'æøåäöüéèóáčđŋšŧž')
) STORED;
-- The unit as filters name it.
ALTER TABLE consultations ADD COLUMN unit_name TEXT NOT NULL GENERATED ALWAYS AS (coalesce(unit ->> 'nb', '')) STORED;
CREATE INDEX consultations_by_window
    ON consultations (published_at, archived_at, concluded_at, closes_at, opens_at);
CREATE INDEX consultations_by_deadline ON consultations (closes_at, slug);
CREATE INDEX consultations_by_announcement ON consultations (announced_on);
CREATE INDEX consultations_by_unit ON consultations (unit_name);

-- The hour since 1970, in UTC: an hour never lies in two Norwegian days.
ALTER TABLE revisions ADD COLUMN received_hour BIGINT NOT NULL
    GENERATED ALWAYS AS (floor(extract(epoch FROM received_at AT TIME ZONE 'UTC') / 3600)::BIGINT) STORED;
CREATE INDEX drafts_by_round ON drafts (consultation_id);
